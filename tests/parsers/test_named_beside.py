"""Names that a page prints beside its text: on information lines, under the headline, below."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Article

TEXT = (
    "<div id=zoom>"
    + "".join(
        f"<p>　　青禾县第{n}期职工技能培训班开班，来自二十三家企业的六十名焊工参加，"
        "县职业中学派出教师授课。</p>"
        for n in ("一", "二", "三")
    )
    + "</div>"
)


def article(head: str, below: str = "") -> Article:
    html = f"<title>焊花飞溅处</title><h1>焊花飞溅处</h1>{head}{TEXT}{below}<p>上一篇：没有了</p>"
    return parse(f"<html><body>{html}</body></html>".encode()).articles[0]


@pytest.mark.parametrize(
    ("head", "named"),
    [
        (
            "<p><span>发布日期：2018.10.17</span><span>供稿：县委老干部局</span></p>",
            [("县委老干部局", "contributor")],
        ),
        ("<p>2018-10-17 来源：青禾日报 记者：周海波</p>", [("周海波", "reporter")]),
        ("<p>2018-10-17 来源：青禾日报 记者 周海波</p>", [("周海波", "reporter")]),
        ("<p>文/图 唐志强　　2016年3月8日　　来源：检修分工会</p>", [("唐志强", "contributor")]),
        (
            "<p>通讯员 林菲 毛文斌</p><p>2021年07月01日08:15　来源：石塘新闻网</p>",
            [("林菲", "contributor"), ("毛文斌", "contributor")],
        ),
        (
            "<p>2017-08-25 16:30　文/邵　帅　图/韩晓雪</p>",
            [("邵 帅", "author"), ("韩晓雪", "photographer")],
        ),
        (
            "<p>本报记者 周海波　通讯员 林菲</p>",
            [("周海波", "reporter"), ("林菲", "contributor")],
        ),
        ("<p>撰文 林菲 编审 周海波 2024.05.06</p>", [("林菲", "contributor")]),
        (
            "<p>撰稿：治安大队　林菲　　审核：周海波　　日期：2010年6月30日</p>",
            [("治安大队 林菲", "contributor")],
        ),
        ("<p>撰稿：本站　日期：2010-06-30</p>", []),
        (
            "<p>青禾县总工会 王晓红 (2004-11-19)</p>",
            [("青禾县总工会 王晓红", "contributor")],
        ),
        (
            "<p>作者：王晓红　作者单位：青禾县职业中学　2004-11-19</p>",
            [("王晓红", "author")],
        ),
        ("<p>青禾县总工会主席 郝明山</p><p>2016/11/14 8:41:09</p>", [("郝明山", "contributor")]),
        (
            "<p><span>文 / 唐志强</span><span>图 / 毛文斌</span><time>2016-11-14 08:41</time></p>",
            [("唐志强", "author"), ("毛文斌", "photographer")],
        ),
        ("<p>文/唐志强　2016-11-14</p>", [("唐志强", "author")]),
        ("<p>2016-11-14　供稿：admin　记者：</p>", []),
        ("<p>青禾县</p><p>2016/11/14 8:41:09</p>", []),
    ],
)
def test_who_is_named_above_the_text_wrote_it_or_sent_it_in(
    head: str, named: list[tuple[str, str]]
) -> None:
    contributors = article(head).contributors
    assert [(one.text, one.role) for one in contributors] == named


def test_an_author_belongs_to_the_body_named_beside() -> None:
    [one] = article("<p>作者：王晓红　作者单位：青禾县职业中学　2004-11-19</p>").contributors
    assert (one.unit, one.person) == ("青禾县职业中学", "王晓红")


def test_a_body_alone_under_the_day_is_the_source() -> None:
    html = (
        "<title>焊花飞溅处</title><h1>焊花飞溅处</h1><ul><li>2010-11-09 18:20:06</li>"
        f"<li>青禾县水利局</li></ul>{TEXT}"
    )
    page = parse(f"<html><body>{html}</body></html>".encode())
    assert (page.source, page.articles[0].contributors) == ("青禾县水利局", ())


def test_the_text_itself_goes_before_what_stands_beside_it() -> None:
    text = TEXT.replace("</div>", "<p>（县总工会 周海波）</p></div>")
    html = f"<title>焊花飞溅处</title><h1>焊花飞溅处</h1><p>2018-10-17 记者：周海波</p>{text}"
    page = parse(f"<html><body>{html}</body></html>".encode())
    assert [one.text for one in page.articles[0].contributors] == ["县总工会 周海波"]


def test_who_edited_and_sent_it_is_named_below_the_pages_of_a_text() -> None:
    pages = "<div>【1】<a href=2.html>【2】</a><a href=2.html>下一页</a></div>"
    below = f"{pages}<div>(责编：吴越、何秀)</div>"
    assert article("<p>2018-10-17 08:15</p>", below).credits == {"责编": ("吴越", "何秀")}
    sent = article("<p>2018-10-17 08:15</p>", "<div align=right>（青禾县总工会 供稿）</div>")
    assert [one.text for one in sent.contributors] == ["青禾县总工会"]


def test_a_reporter_on_the_information_line_is_the_pages_author() -> None:
    head = "<p>青禾日报 | 记者：周海波 | 2018-10-17 18:30 | 编辑：丁一</p>"
    page = parse(f"<title>焊花飞溅处</title><h1>焊花飞溅处</h1>{head}{TEXT}".encode())
    assert (page.source, page.author) == ("青禾日报", "周海波")


def test_a_day_in_brackets_in_a_cell_of_its_own_is_no_page_number() -> None:
    head = (
        "<table><tr><td>稿源：青禾县总工会</td><td>【2018.10.17】</td><td>人气：9</td></tr></table>"
    )
    page = parse(f"<title>焊花飞溅处</title><h1>焊花飞溅处</h1>{head}{TEXT}".encode())
    assert page.source == "青禾县总工会"
    assert page.published is not None and page.published.edtf == "2018-10-17"
    assert page.articles[0].contributors == ()


@pytest.mark.parametrize(
    ("below", "named"),
    [
        ("<p align=right>机修车间　毛文斌</p>", [("机修车间 毛文斌", "contributor")]),
        ("<p align=right>打印　关闭</p>", []),
        ("<p>机修车间　毛文斌</p>", []),
    ],
)
def test_a_body_and_a_person_at_the_right_below_the_text_sign_it(
    below: str, named: list[tuple[str, str]]
) -> None:
    found = article("<p>2016-11-14 8:41:09</p>", below).contributors
    assert [(one.text, one.role) for one in found] == named


def test_what_accounts_put_around_every_text_is_none_of_it() -> None:
    found = article(
        "<p>2016-11-14 8:41:09</p><p>点击上方蓝字关注我们</p>",
        "<p>END</p><p>供稿：青禾县职业中学</p><p>觉得好看就点个“在看”吧</p>",
    )
    texts = [p.text for p in found.paragraphs]
    assert len(texts) == 3
    assert not any("蓝字" in text or "在看" in text for text in texts)
    assert [one.text for one in found.contributors] == ["青禾县职业中学"]


def test_who_wrote_the_words_and_who_took_the_pictures_is_no_author_of_the_page() -> None:
    head = "<p>2018-10-17 08:15 文字：电焊教研组 林菲 图片：周海波 初审：何秀</p>"
    page = parse(f"<title>焊花飞溅处</title><h1>焊花飞溅处</h1>{head}{TEXT}".encode())
    named = [(one.text, one.role) for one in page.articles[0].contributors]
    assert named == [("电焊教研组 林菲", "contributor"), ("周海波", "photographer")]
    assert (page.source, page.author) == (None, None)
    below = "<div>[ 编辑：何秀 ] [ 来源：青禾县水利局 ] [ 摄影：周海波 ] [ 文：林菲 ]</div>"
    sent = article("<p>2018-10-17 08:15</p>", below).contributors
    assert [(one.text, one.role) for one in sent] == [
        ("周海波", "photographer"),
        ("林菲", "contributor"),
    ]


def test_day_and_body_in_parentheses_below_the_headline_are_the_pages() -> None:
    head = "<p align=center>（2003年9月16日　　青禾县水利局）</p>"
    page = parse(f"<title>焊花飞溅处</title><h1>焊花飞溅处</h1>{head}{TEXT}".encode())
    assert page.published is not None
    assert (page.published.edtf, page.source) == ("2003-09-16", None)
    assert [one.text for one in page.articles[0].contributors] == ["青禾县水利局"]
    title = "关于举办焊工技能培训班的通知"  # which they sign
    notice = parse(f"<title>{title}</title><h1>{title}</h1>{head}{TEXT}".encode())
    assert notice.published is None


def test_a_source_behind_a_bar_below_the_text_is_the_pages_unless_its_head_names_one() -> None:
    text = TEXT.replace("</div>", "<p>来源丨青禾县水利局</p><p>编辑丨林菲</p></div>")
    for head, source in (("2018-10-17", "青禾县水利局"), ("青禾工会 2018-10-17", "青禾工会")):
        html = f"<title>焊花飞溅处</title><h1>焊花飞溅处</h1><p>{head}</p>{text}"
        assert parse(html.encode()).source == source


def test_counts_of_readers_may_stand_before_the_day_at_the_foot() -> None:
    foot = "<div><span>阅读 1.2万</span><span>点赞 87</span><span>发布时间：2022-06-30</span></div>"
    html = f"<title>焊花飞溅处</title><h1>焊花飞溅处</h1>{TEXT}{foot}"
    page = parse(html.encode())
    assert page.published is not None
    assert page.published.edtf == "2022-06-30"


def test_a_correspondent_and_an_editor_end_a_text_without_colons() -> None:
    text = TEXT.replace("</div>", "<p>通讯员&nbsp;林菲&nbsp;&nbsp;&nbsp;责编&nbsp;温馨</p></div>")
    html = f"<title>焊花飞溅处</title><h1>焊花飞溅处</h1><p>2018-10-17 08:15</p>{text}"
    [found] = parse(html.encode()).articles
    assert [one.text for one in found.contributors] == ["林菲"]
    assert (found.credits, len(found.paragraphs)) == ({"责编": ("温馨",)}, 3)


def test_pages_of_a_text_and_its_box_of_files_are_no_paragraphs() -> None:
    files = (
        "<div><h5>附件下载</h5><ul><li><a href=/u/1.xlsx>岗位计划表.xlsx</a><small>(14KB)</small>"
        "</li><li><a href=/u/2.docx>报名表.docx</a><small>(22KB)</small></li></ul></div>"
    )
    for below in ("<div>(1/1页)</div>", files):
        text = TEXT[len("<div id=zoom>") : -len("</div>")].replace("p>", "div>")
        html = f"<title>焊花飞溅处</title><h1>焊花飞溅处</h1><p>2018-10-17</p>{text}{below}"
        page = parse(f"<div><div>{html}</div></div>".encode(), url="http://a.example/1.html")
        assert len(page.articles[0].paragraphs) == 3
        assert len(page.attachments) == (2 if below == files else 0)
