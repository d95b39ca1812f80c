"""Lines of the shape of columns that are titles, because the lines like them are."""

from functools import partial

import pytest

from archiver.parsers.bulletin import Segmentation
from tests.parsers import issues

HEAD = (
    "<p align=center><font size=6>青溪工会周报</font></p><p align=center>第31期</p>"
    "<p>青溪区总工会编　　2019年8月5日</p>"
)
TEXTS = (
    "<p>　　本周走访了三家物流企业，与四十多名司机座谈，登记诉求十一件，当场答复七件。</p>",
    "<p>　　职工法律援助点接待来访九人次，调解劳动争议两起，为三名工人追回工资四万元。</p>",
    "<p>　　全区职工羽毛球赛进入决赛，十六支队伍参加，周六下午在体育馆决出名次。</p>",
)
issue = partial(issues.issue, head=HEAD)


def under(*lines: str) -> list[str]:
    return [line + text for line, text in zip(lines, TEXTS, strict=True)]


def titles(found: Segmentation) -> list[str | None]:
    return [article.title for article in found.articles]


@pytest.mark.parametrize(
    "form", ["<p>★{}</p>", "<p><b>{}</b></p>", "<p align=center><b>{}</b></p>"]
)
def test_the_word_of_a_column_over_its_text_is_a_title_where_the_others_are(form: str) -> None:
    names = ["走进物流企业", "维权服务", "羽毛球赛"]
    found = issue(*under(*map(form.format, names)))
    assert titles(found) == names
    assert {article.section for article in found.articles} == {None}


def test_news_without_titles_below_titled_articles_stay_a_column() -> None:
    lines = ("<p><b>走进物流企业</b></p>", "<p><b>追回四万元</b></p>", "<p><b>工作动态</b></p>")
    found = issue(*under(*lines))
    assert titles(found) == ["走进物流企业", "追回四万元", None]
    assert found.articles[2].section == "工作动态"


def test_a_column_over_titles_of_its_look_stays_a_column() -> None:
    column = "<p align=center><b>维权服务</b></p>"
    names = ("走进物流企业", "工会律师追回工资四万元", "全区职工羽毛球赛进入决赛")
    lines = [f"<p align=center><b>{name}</b></p>" for name in names]
    found = issue(column, *under(*lines))
    assert titles(found) == list(names)
    assert {article.section for article in found.articles} == {"维权服务"}


@pytest.mark.parametrize("frame", ["【{}】", "「{}」", "◆{}◆", "☆ {} ☆"])
def test_frames_over_texts_hold_titles_where_one_is_too_long_for_a_column(frame: str) -> None:
    names = ["区总工会走进物流企业", "追回工资四万元", "羽毛球赛进入决赛"]
    found = issue(*under(*(f"<p>{frame.format(name)}</p>" for name in names)))
    assert titles(found) == names


def test_frames_over_texts_hold_columns_where_all_are_short() -> None:
    names = ["企业走访", "维权之声", "职工赛场"]
    found = issue(*under(*(f"<p>【{name}】</p>" for name in names)))
    assert [article.section for article in found.articles] == names
    assert titles(found) == [None, None, None]


def test_a_heading_that_continues_a_count_is_no_column() -> None:
    found = issue(
        "<p align=center><b>加强作风建设的几点思考</b></p>",
        "<p>　　<b>一、主要问题</b></p>",
        TEXTS[0],
        "<p>　　<b>二、对策建议</b></p>",
        "<p>　　<b>（一）完善制度，用制度管人</b></p>",
        TEXTS[1],
        "<p>　　<b>（二）强化监督，用监督促改</b></p>",
        TEXTS[2],
    )
    assert titles(found) == ["加强作风建设的几点思考"]
    assert [p.kind for p in found.articles[0].paragraphs].count("heading2") == 2


def test_a_genre_before_a_short_title_and_its_author_behind_do_not_hide_the_first_poem() -> None:
    verses = "".join(f"<p>　　{verse}</p>" for verse in ("晨光落在机床上", "铁屑开出花朵"))
    found = issue(
        "<p align=center>目　录</p><p>诗歌　铸造工……………丁兰</p><p>散文　父亲的扳手………葛红军</p>",
        f"<p>&nbsp;</p><p align=center><b>铸造工</b></p><p align=center>丁兰</p>{verses}",
        f"<p>&nbsp;</p><p align=center><b>父亲的扳手</b></p><p align=center>葛红军</p>{TEXTS[0]}",
    )
    assert titles(found) == ["铸造工", "父亲的扳手"]
    assert [p.text for p in found.articles[0].paragraphs] == ["晨光落在机床上", "铁屑开出花朵"]


def test_entries_on_one_line_a_blank_apart_are_known_by_the_titles_below() -> None:
    names = ["走进物流企业", "追回工资四万元", "羽毛球赛进入决赛"]
    found = issue(f"<p>目录：{'　'.join(names)}</p>", *under(*(f"<p>{name}</p>" for name in names)))
    assert titles(found) == names
    assert [entry.title for entry in found.issue.toc] == names


def test_where_nothing_is_set_apart_a_line_that_says_who_did_what_is_a_title() -> None:
    texts = [text.replace("　　", "") for text in TEXTS]
    found = issue(
        "<p>女工刺绣闯出新天地</p>",
        texts[0],
        "<p>柳林镇总工会请来律师讲加班费</p>",
        texts[1] + "<p>（柳林镇总工会）</p>",
        "<p>区教育局教工羽毛球赛收拍</p>",
        texts[2],
    )
    assert titles(found) == [
        "女工刺绣闯出新天地",
        "柳林镇总工会请来律师讲加班费",
        "区教育局教工羽毛球赛收拍",
    ]


@pytest.mark.parametrize("heading", ["主动上门，问需于民", "一线送岗", "具体做法如下"])
def test_other_short_lines_between_plain_paragraphs_stay_in_their_article(heading: str) -> None:
    texts = [text.replace("　　", "") for text in TEXTS]
    found = issue(
        "<p>女工刺绣闯出新天地</p>",
        texts[0],
        f"<p>{heading}</p>",
        texts[1] + "<p>（柳林镇总工会）</p>",
        "<p>区教育局教工羽毛球赛收拍</p>",
        texts[2],
    )
    assert titles(found) == ["女工刺绣闯出新天地", "区教育局教工羽毛球赛收拍"]


def test_a_framed_title_may_stand_over_a_table() -> None:
    names = ["区总工会走进物流企业", "追回工资四万元", "羽毛球赛进入决赛"]
    rows = "<table><tr><td>项目</td><td>本周</td></tr><tr><td>来访</td><td>九人</td></tr></table>"
    found = issue(*under(*(f"<p>【{name}】</p>" for name in names)), f"<p>【本周数字】</p>{rows}")
    assert titles(found) == [*names, "本周数字"]
