"""Layouts one by one, each the reason for a rule: what titles, names and paragraphs come out."""

from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.markup.html import read_html

ONE = "5月6日，清溪县总工会组织干部走访企业，听取职工意见，现场解决难题，受到职工欢迎。"
TWO = "白沙县各级工会把帮扶救助作为头等大事，层层落实责任，确保不漏一户、不落一人。"
THREE = "会议强调，要把职工的冷暖放在心上，把实事办到职工的心坎上，推动工作再上新台阶。"


def centred(text: str) -> str:
    return f'<p align="center">{text}</p>'


def title(text: str) -> str:
    return centred(f"<b>{text}</b>")


def text(words: str) -> str:
    return f"<p>　　{words}</p>"


def right(words: str) -> str:
    return f'<p align="right">{words}</p>'


def read(*parts: str, page_title: str | None = None) -> Segmentation:
    head = [title("工会简报"), centred("第4期"), "<p>河口县总工会编　　　2012年8月9日</p>"]
    found = segment(read_html("\n".join([*head, *parts])).lines, page_title=page_title)
    assert found is not None
    return found


def titles(found: Segmentation) -> list[str | None]:
    return [a.title for a in found.articles]


def people(found: Segmentation) -> list[list[tuple[str | None, str | None]]]:
    return [[(c.unit, c.person) for c in a.contributors] for a in found.articles]


def test_titles_wrapped_by_a_break_are_joined() -> None:
    found = read(centred("<b>龙口镇多措并举<br>推动工会组织向村居延伸</b>"), text(ONE))
    assert titles(found) == ["龙口镇多措并举推动工会组织向村居延伸"]


def test_the_end_of_a_wrapped_title_may_read_like_a_column() -> None:
    found = read(centred("<b>关于上半年建会情况的<br>督查通报</b>"), text(ONE), text(TWO))
    assert titles(found) == ["关于上半年建会情况的督查通报"]


def test_an_entry_wrapped_in_the_contents_is_one() -> None:
    contents = [
        centred("目录"),
        "<p>龙口镇多措并举推动</p>",
        "<p>工会组织向村居延伸</p>",
        "<p>夜校开课</p>",
    ]
    whole = "龙口镇多措并举推动工会组织向村居延伸"
    found = read(*contents, title(whole), text(ONE), title("夜校开课"), text(TWO))
    assert [e.title for e in found.issue.toc] == [whole, "夜校开课"]
    assert titles(found) == [whole, "夜校开课"]


def test_a_weaker_line_under_a_title_is_its_subtitle() -> None:
    found = read(title("春风化雨润心田"), centred("龙口镇帮扶工作纪实"), text(ONE))
    assert found.articles[0].subtitle == "龙口镇帮扶工作纪实"


def test_marked_lines_are_titles_of_one_list() -> None:
    found = read(text("▲东关街道建气象站"), text(ONE), text("▲区房管局推行公开"), text(TWO))
    assert titles(found) == ["东关街道建气象站", "区房管局推行公开"]


def test_marked_paragraphs_are_untitled_briefs() -> None:
    found = read(text(f"△{ONE}（清溪县总工会）"), text(f"△{TWO}"), text(f"△{THREE}"))
    assert [a.kind for a in found.articles] == ["brief"] * 3
    assert people(found)[0] == [("清溪县总工会", None)]


def test_numbered_paragraphs_without_titles_are_briefs() -> None:
    found = read(title("【简讯】"), text(f"1.{ONE}"), text(f"2.{TWO}"), text(f"3.{THREE}"))
    assert [(a.section, a.title) for a in found.articles] == [("简讯", None)] * 3


def test_numbered_bold_lines_are_titles_where_nothing_else_is() -> None:
    parts = [
        f"<p><b>{n}、{t}</b></p>{text(ONE)}" for n, t in enumerate(("夜校开课", "茶厂增收"), 1)
    ]
    assert titles(read(*parts)) == ["夜校开课", "茶厂增收"]


def test_numbered_headings_are_no_titles() -> None:
    found = read(title("夜校开课"), text(ONE), "<p><b>一、先摸底</b></p>", text(TWO))
    assert titles(found) == ["夜校开课"]
    assert [p.kind for p in found.articles[0].paragraphs] == ["body", "heading1", "body"]


def test_a_title_printed_twice_is_one_article() -> None:
    found = read(title("清溪县女工夜校开课"), title("清溪县女工夜校开课"), text(ONE))
    assert titles(found) == ["清溪县女工夜校开课"]


def test_a_unit_like_title_after_text_is_a_title() -> None:
    found = read(title("夜校开课"), text(ONE), title("海外侨胞捐建侨心小学"), text(TWO))
    assert titles(found) == ["夜校开课", "海外侨胞捐建侨心小学"]


def test_a_column_over_items_is_no_title_though_the_contents_list_it() -> None:
    contents = [centred("目录"), "<p>●夜校开课了</p>", "<p>●简讯二则</p>"]
    items = [text(f"△{TWO}"), text(f"△{THREE}")]
    found = read(*contents, title("夜校开课了"), text(ONE), title("简讯二则"), *items)
    assert [(a.section, a.title) for a in found.articles] == [
        (None, "夜校开课了"),
        ("简讯二则", None),
        ("简讯二则", None),
    ]


def test_names_in_every_place() -> None:
    found = read(
        title("夜校开课"), text(ONE), right("（文/李明 图/王红）"),
        title("茶厂增收"), centred("白沙县总工会"), text(TWO),
        title("春风送岗"), text(f"{THREE}（民进河口县委会 沈佳）"),
        title("夏送清凉"), text(ONE), right("（田野）"),
        title("金秋助学"), text(f"本刊讯（记者 孟军）{TWO}"),
    )  # fmt: skip
    assert people(found) == [
        [(None, "李明"), (None, "王红")],
        [("白沙县总工会", None)],
        [("民进河口县委会", "沈佳")],
        [(None, "田野")],
        [(None, "孟军")],
    ]


def test_tail_of_labels_on_one_line() -> None:
    found = read(title("夜校开课"), text(ONE), "<p>报：市总工会　送：县委　发：各基层工会</p>")
    assert [(r.label, r.text) for r in found.issue.recipients] == [
        ("报", "市总工会"),
        ("送", "县委"),
        ("发", "各基层工会"),
    ]


def test_contents_with_columns_titles_and_names_in_table_cells() -> None:
    rows = "".join(
        f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>"
        for a, b, c in [("校园", "科技节精彩纷呈", "方圆"), ("心得", "怎样指导小发明", "安立军")]
    )
    found = read(
        centred("目录"), f"<table border=1>{rows}</table>",
        title("科技节精彩纷呈"), text(ONE), title("怎样指导小发明"), text(TWO),
    )  # fmt: skip
    assert [(e.section, e.title, e.contributor) for e in found.issue.toc] == [
        ("校园", "科技节精彩纷呈", "方圆"),
        ("心得", "怎样指导小发明", "安立军"),
    ]


def test_an_issue_that_only_links_its_articles_has_none() -> None:
    links = "".join(f'<p><a href="a{n}.html">第{n}件好事办成了</a></p>' for n in (1, 2))
    found = read(centred("目录"), links)
    assert found.articles == ()
    assert len(found.issue.toc) == 2


def test_a_failed_segmentation_keeps_everything_as_one_unsure_article() -> None:
    found = read(text(ONE), text(TWO), page_title="工会简报第4期")
    assert [len(a.paragraphs) for a in found.articles] == [2]
    assert found.articles[0].confidence < 0.6


def test_invisible_characters_outside_a_line_are_no_text() -> None:
    found = read(centred("<b>\u200b夜校开课</b>"), f"<p>\u200b　　{ONE}</p>")
    assert titles(found) == ["夜校开课"]
    assert found.articles[0].paragraphs[0].text == ONE


def test_a_link_back_ends_no_article() -> None:
    back = '<p><a href="./">返回本期目录</a></p>'
    found = read(title("夜校开课"), text(ONE), "<p>来稿：清溪县总工会</p>", back)
    assert people(found) == [[("清溪县总工会", None)]]
    assert len(found.articles[0].paragraphs) == 1


def test_a_name_is_known_by_the_unit_before_it() -> None:
    found = read(title("夜校开课"), text(ONE), right("（县公安局 阿布都热合曼）"))
    assert people(found) == [[("县公安局", "阿布都热合曼")]]
