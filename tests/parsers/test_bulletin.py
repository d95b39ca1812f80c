"""A made-up bulletin as plain text: every part of it is found, and every line once."""

from archiver.parsers.bulletin import segment
from archiver.parsers.lines import lines_from_text

BULLETIN = """\
云溪“联企”简报2009年第五期

     南山市“联企”工作协调小组办公室编
         ( 2009年4月18日)
           目   录

要情
      送技术上门  助茶厂增收
         ---市科协服务企业侧记
      清溪县为缝纫女工办夜校
  经验交流
        一厂一策解难题
         (白沙县“联企”办)


     送技术上门  助茶厂增收
       ---市科协服务企业侧记

  3月初以来,市科协先后三次组织茶叶专家到云雾茶厂,手把手教工人看火候、调机器。
  厂里的老师傅说,往年靠经验,今年靠数据,一季茶多卖了两成的钱。

来稿:市科协“联企”办

        清溪县为缝纫女工办夜校

  4月2日晚,清溪县总工会办的缝纫夜校开了第一课,四十六名女工坐满了教室。

来稿:清溪县总工会

        一厂一策解难题
            白沙县“联企”办

  今年一季度,白沙县十二名干部分头驻进六家企业,为每家企业写了一份难题清单。
  一、先摸底
  干部住在厂里,白天看车间,晚上谈心,两周写出清单。
  二、再会诊
  清单交到县里,由部门认领,谁认领谁办结,办完由厂长签字。
"""


def test_issue_fields_toc_and_articles_of_a_plain_text_bulletin() -> None:
    found = segment(lines_from_text(BULLETIN))
    assert found is not None
    issue = found.issue
    assert (issue.series, issue.year, issue.number) == ("云溪“联企”简报", 2009, 5)
    assert issue.editor == "南山市“联企”工作协调小组办公室"
    assert issue.date is not None
    assert issue.date.edtf == "2009-04-18"
    assert [(e.section, e.title, e.article) for e in issue.toc] == [
        ("要情", "送技术上门 助茶厂增收", 1),
        ("要情", "清溪县为缝纫女工办夜校", 2),
        ("经验交流", "一厂一策解难题", 3),
    ]
    first, second, third = found.articles
    assert first.subtitle == "市科协服务企业侧记"
    assert [c.unit for c in first.contributors] == ["市科协“联企”办"]
    assert [c.unit for c in second.contributors] == ["清溪县总工会"]
    assert [c.unit for c in third.contributors] == ["白沙县“联企”办"]
    assert [p.kind for p in third.paragraphs] == ["body", "heading1", "body", "heading1", "body"]


def test_every_line_belongs_to_one_region() -> None:
    lines = lines_from_text(BULLETIN)
    found = segment(lines)
    assert found is not None
    numbers = [n for region in found.regions for n in region.lines]
    assert sorted(numbers) == [line.number for line in lines]


def test_a_report_about_an_issue_is_no_issue() -> None:
    text = """\
县总工会第3期简报获省总工会好评

  5月6日,省总工会发文表扬了云溪县总工会编发的第3期简报,称其内容扎实、文字朴素。
  县总工会办公室表示,今后要办好第二期培训班,让更多基层工会干部学会写简报。
"""
    assert segment(lines_from_text(text), page_title="县总工会第3期简报获省总工会好评") is None
