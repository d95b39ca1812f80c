"""The last lines of an article: names of who sent it in, or text like any other."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Article
from tests.parsers.issues import article as titled
from tests.parsers.issues import county

TEXT = (
    "<p>　　7月3日，镇工会为环卫工人送去了凉茶和毛巾。</p><p>　　工人们说，歇脚的地方也更近了。</p>"
)


def article(end: str) -> Article:
    head = "<title>凉茶送到路边</title><h1>凉茶送到路边</h1><p>发布时间：2015-07-04 来源：本站</p>"
    foot = "<div class=footer>版权所有：凤翔县总工会</div>"
    return parse(f"<html>{head}<div>{TEXT}{end}</div>{foot}</html>".encode()).articles[0]


def lines(read: Article) -> list[str]:
    return [paragraph.text for paragraph in read.paragraphs]


@pytest.mark.parametrize(
    ("line", "unit", "person"),
    [
        ("（县总工会帮扶中心）", "县总工会帮扶中心", None),
        ("稿件提供：县总工会", "县总工会", None),
        ("本网记者　李明", None, "李明"),
        ("（作者系县总工会主席　李明）", "县总工会", "李明"),
        ("（作者为县总工会干部）", "县总工会", None),
        ("撰稿单位：县总工会", "县总工会", None),
        ("稿源：县总工会", "县总工会", None),
        ("（本文由县总工会提供）", "县总工会", None),
        ("□李明", None, "李明"),
        ("□ 吉文涛", None, "吉文涛"),
        ("（作者系县委党校讲师）", "县委党校", None),
        ("（作者系县职工大学副教授　李明）", "县职工大学", "李明"),
        ("（宏远集团（江西）电缆有限公司工会）", "宏远集团（江西）电缆有限公司工会", None),
        ("（县总工会　艾力江古丽）", "县总工会", "艾力江古丽"),
    ],
)
def test_a_name_at_the_end_is_who_sent_the_text_in(
    line: str, unit: str | None, person: str | None
) -> None:
    read = article(f"<p>　　{line}</p>")
    assert [(c.unit, c.person) for c in read.contributors] == [(unit, person)]
    assert line not in lines(read)


@pytest.mark.parametrize(
    "line", ["本次义诊由县人民医院主办", "活动由市总工会主办，县文化馆承办", "感谢县红十字会"]
)
def test_a_sentence_about_a_unit_is_text(line: str) -> None:
    read = article(f"<p>　　{line}</p>")
    assert read.contributors == ()
    assert lines(read)[-1] == line


def test_files_and_days_below_the_name_are_text() -> None:
    name = '<p align="right">李明</p><p align="right">2015年7月4日</p>'
    read = article(f'{name}<p>附件：<a href="/a.doc">发放清单</a></p>')
    assert [c.person for c in read.contributors] == ["李明"]
    assert lines(read)[-2:] == ["2015年7月4日", "附件：发放清单"]


def test_an_information_line_below_a_short_text_takes_nothing_of_it() -> None:
    read = article("<p>来源：县总工会　作者：李明</p>")
    assert len(read.paragraphs) == 2


def test_labels_nobody_filled_in_are_the_sites() -> None:
    read = article("<p>（县财政局）</p><p>信息来源：凤翔县总工会</p><p>撰 稿 人：</p>")
    assert [c.unit for c in read.contributors] == ["县财政局"]
    assert len(read.paragraphs) == 2


@pytest.mark.parametrize(
    ("line", "unit", "person"),
    [
        ("（作者系县委第二巡察组副组长　李明）", "县委第二巡察组", "李明"),
        ("文/图　护理部　向梅", "护理部", "向梅"),
        ("□ 中文系　李明", "中文系", "李明"),
    ],
)
def test_what_a_person_is_there_is_no_part_of_the_unit(line: str, unit: str, person: str) -> None:
    read = article(f"<p>　　{line}</p>")
    assert [(c.unit, c.person) for c in read.contributors] == [(unit, person)]


@pytest.mark.parametrize(
    ("line", "unit"),
    [("县财政局驻河口村工作队员　李明", "县财政局驻河口村工作队"), ("肢残人　李明", None)],
)
def test_a_member_of_a_team_is_named_with_it(line: str, unit: str | None) -> None:
    read = article(f'<p align="right">{line}</p>')
    assert [(c.unit, c.person) for c in read.contributors] == [(unit, "李明")]


def test_unit_and_person_below_a_poem_are_its_poet() -> None:
    verse = "".join(
        f"<p>　　{line}</p>" for line in ("一双手也会绣花", "却选了一把锉刀", "把岁月锉成镜面")
    )
    read = article(f"{verse}<p>　　县机械厂　李明</p>")
    assert [(c.unit, c.person) for c in read.contributors] == [("县机械厂", "李明")]
    assert lines(read)[-1] == "把岁月锉成镜面"


def test_a_link_behind_a_poem_in_another_element_is_no_text() -> None:
    head = "<title>凉茶送到路边</title><h1>凉茶送到路边</h1><p>发布时间：2015-07-04 来源：本站</p>"
    verse = "<p>你站在路边</p><p>手里一碗凉茶</p><p>（县总工会　李明）</p>"
    nav = '<nav><a href="/?p=331">高温津贴发到手</a></nav>'
    html = f"<html>{head}<div id=content><article>{TEXT}{verse}</article>{nav}</div></html>"
    read = parse(html.encode()).articles[0]
    assert lines(read)[-1] == "手里一碗凉茶"
    assert [c.person for c in read.contributors] == ["李明"]


@pytest.mark.parametrize("link", ["↑返回顶部", "[返回目录]", "回到页首"])
def test_a_link_back_to_the_top_hides_no_name(link: str) -> None:
    read = article(f'<p>（县总工会　李明）<a href="#top">{link}</a></p>')
    assert [(c.unit, c.person) for c in read.contributors] == [("县总工会", "李明")]
    assert len(lines(read)) == 2


def test_a_link_to_somewhere_in_a_sentence_is_part_of_it() -> None:
    read = article('<p>　　工人们下了班，都说要走<a href="/a.html">返回顶部</a>的那条小路。</p>')
    assert lines(read)[-1] == "工人们下了班，都说要走返回顶部的那条小路。"


@pytest.mark.parametrize("link", ["回顶部↑", "回到顶部", "↑ 返回目录"])
def test_a_link_back_to_the_top_on_a_line_of_its_own_is_no_text(link: str) -> None:
    read = article(f'<p>（县总工会　李明）</p><p><a href="#">{link}</a></p>')
    assert [(c.unit, c.person) for c in read.contributors] == [("县总工会", "李明")]
    assert len(lines(read)) == 2


@pytest.mark.parametrize("link", ["↑", "TOP", "▲TOP", "返回目录"])
def test_a_link_to_the_top_of_the_page_is_no_text(link: str) -> None:
    back = f"<a href=#top>{link}</a>"
    read = article(f"<p align=right>（县总工会　李明）　{back}</p>")
    assert [c.unit for c in read.contributors] == ["县总工会"]
    assert len(read.paragraphs) == 2
    assert len(article(f"<p align=right>{back}</p>").paragraphs) == 2


def test_the_congress_of_a_town_sends_in_what_an_abstract_does_not() -> None:
    assert [c.text for c in article("<p>（青禾镇人大）</p>").contributors] == ["青禾镇人大"]
    assert article("<p>（摘　要）</p>").contributors == ()


@pytest.mark.parametrize("remark", ["（摘　要）", "（节选）", "（有删节）"])
def test_how_much_of_a_speech_is_printed_is_said_under_its_title(remark: str) -> None:
    below = f"<p align=center>{remark}</p><p align=center>黎　明</p>"
    [read] = county(titled("在动员会上的讲话", below)).articles
    assert [c.person for c in read.contributors] == ["黎明"]
    assert len(read.paragraphs) == 1


def test_a_subtitle_ends_with_whom_the_text_is_about() -> None:
    below = "<p align=center>——记养路工班班长　张建国</p><p align=center>县公路局　李明</p>"
    found = county(titled("风雪里的养路人", below)).articles[0]
    assert found.subtitle == "记养路工班班长 张建国"
    assert [(one.unit, one.person) for one in found.contributors] == [("县公路局", "李明")]


def test_team_and_person_below_the_last_sentence_sent_the_text_in() -> None:
    found = county(titled("砌墙的窍门"), "<p>一分公司瓦工班　张建国</p>").articles[0]
    assert [(one.unit, one.person) for one in found.contributors] == [("一分公司瓦工班", "张建国")]
    assert len(found.paragraphs) == 1


def test_where_to_send_texts_is_nobody() -> None:
    ends = "<p>主编：李明　责编：王芳　投稿：work@qx.example</p>"
    found = county(titled("砌墙的窍门"), titled("清溪镇通公交"), ends)
    assert [one.contributors for one in found.articles] == [(), ()]


@pytest.mark.parametrize(
    "below",
    [
        "<p>　　注：以上数字截至7月20日。</p>",
        "<p>　　（根据会议录音整理，未经本人审阅）</p>",
    ],
)
def test_a_note_below_the_name_is_text_and_hides_it_not(below: str) -> None:
    aside = article(f"<p align=right>（县总工会）</p>{below}")
    assert [c.unit for c in aside.contributors] == ["县总工会"]
    assert len(lines(aside)) == 3
    within = article(f"<p>　　各单位也要这样做。（县总工会）</p>{below}")
    assert [c.unit for c in within.contributors] == ["县总工会"]
    assert lines(within)[2] == "各单位也要这样做。"


def test_a_picture_with_its_caption_may_stand_below_the_names_behind_the_last_stop() -> None:
    picture = "<p align=center><img src=/1.jpg></p><p align=center>图为活动现场</p>"
    found = article(f"<p>　　各单位也要这样做。（县总工会　李明）</p>{picture}")
    assert [(c.unit, c.person) for c in found.contributors] == [("县总工会", "李明")]


def test_a_body_behind_the_words_that_begin_news_sent_it_in() -> None:
    found = titled("公开课走进乡村").replace("　　", "　　本刊讯（县妇联　李青）", 1)
    page = county(found, titled("校园里办起了菜园"))
    assert [(c.unit, c.person) for c in page.articles[0].contributors] == [("县妇联", "李青")]


def test_the_account_that_put_the_text_up_stands_below_the_name() -> None:
    found = article("<p>来源：县总工会　李明</p><p>阅读 1372　赞 26</p><p>凤翔县总工会 关注</p>")
    assert [(c.unit, c.person) for c in found.contributors] == [("县总工会", "李明")]
    assert len(lines(found)) == 2


@pytest.mark.parametrize("greeting", ["尊敬的县总工会领导：", "编辑同志：", "亲爱的工友们："])
@pytest.mark.parametrize("writer", ["董振宇", "读者　龙安妹", "县茶厂　董振宇"])
def test_who_wrote_a_letter_stands_alone_below_it(greeting: str, writer: str) -> None:
    def signed(text: str) -> Article:
        head = "<title>致工会的信</title><h1>致工会的信</h1><p>发布时间：2015-07-04</p>"
        return parse(
            f"<html>{head}<div>{text}{TEXT}<p>{writer}</p></div></html>".encode()
        ).articles[0]

    letter = signed(f"<p>　　{greeting}</p>")
    assert [one.person for one in letter.contributors] == [writer.rpartition("　")[2]]
    if writer == "董振宇":  # below other texts it may be anything
        assert signed("").contributors == ()
