"""Forms in which county bulletins print columns, counted items, schools and signatures."""

import pytest

from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.markup.html import read_html

TEXT = "5月6日，乡工会把修好的农具送到田头。种粮大户说，省下的工夫够多插两亩秧，心里很踏实。"
PLAIN = f"<p>　　{TEXT}</p>"
HEAD = (
    "<p align=center><font size=6>柳坪工会信息</font></p><p align=center>第8期</p>"
    "<p>柳坪县总工会编　　2013年5月20日</p>"
)


def issue(*body: str, head: str = HEAD) -> Segmentation:
    found = segment(read_html(head + "".join(body)).lines)
    assert found is not None
    return found


def titled(text: str) -> str:
    return f"<p align=center><b>{text}</b></p>{PLAIN}"


@pytest.mark.parametrize("column", ["镇街速递", "女职工风采", "01　县区要闻", "02|班组故事"])
def test_a_column_in_the_look_of_its_titles_is_known_by_what_its_name_is_made_of(
    column: str,
) -> None:
    found = issue(
        f"<p align=center><b>{column}</b></p>", titled("农具送到田头"), titled("夜校开课")
    )
    assert [a.title for a in found.articles] == ["农具送到田头", "夜校开课"]
    assert {a.section for a in found.articles} == {column.lstrip("012|　")}


def test_columns_counted_by_two_digits_are_known_by_their_place_whatever_their_name() -> None:
    columns, titles = ("头条关注", "社员自述"), ("农具送到田头", "夜校开课")
    pairs = enumerate(zip(columns, titles, strict=True), 1)
    found = issue(*(f"<p><b>0{n}　{c}</b></p>{titled(t)}" for n, (c, t) in pairs))
    assert [(a.section, a.title) for a in found.articles] == list(zip(columns, titles, strict=True))


@pytest.mark.parametrize("bold", [True, False])
def test_items_that_numbers_begin_have_the_titles_printed_before_their_text(bold: bool) -> None:
    titles = ["乡工会修农具", "夜校开进村部", "茶农领到雨衣"]
    items = [f"{n}.{title}　" for n, title in enumerate(titles, 1)]
    shown = [f"<b>{item}</b>" if bold else item for item in items]
    found = issue(*(f"<p>　　{item}{TEXT}</p>" for item in shown))
    assert [a.title for a in found.articles] == titles
    assert [a.paragraphs[0].text for a in found.articles] == [TEXT] * 3


def test_counted_paragraphs_under_a_title_keep_their_numbers() -> None:
    found = issue(titled("春耕服务三件事"), *(f"<p>　　{n}.{TEXT}</p>" for n in (1, 2, 3)))
    assert [a.title for a in found.articles] == ["春耕服务三件事"]
    assert [p.text for p in found.articles[0].paragraphs][1] == f"1.{TEXT}"


@pytest.mark.parametrize("school", ["县一小", "柳坪镇三小", "县实小", "派驻纪检监察组"])
def test_short_names_of_schools_and_inspectors_sent_the_text_in(school: str) -> None:
    found = issue(titled("农具送到田头"), f"<p>　　{TEXT}（{school}）</p>")
    assert [c.unit for c in found.articles[0].contributors] == [school]


@pytest.mark.parametrize("sign", ["：", "丨", "｜", "/"])
def test_a_label_and_a_name_may_be_told_apart_by_a_bar(sign: str) -> None:
    found = issue(titled("农具送到田头"), f"<p>　　{TEXT}</p><p>供稿{sign}县教育工会</p>")
    assert [c.unit for c in found.articles[0].contributors] == ["县教育工会"]


def test_two_clauses_of_one_length_are_a_title_though_the_first_is_a_school() -> None:
    sent = "<p align=right>供稿：县教育工会</p>"
    lines = (
        f"<p>{'　' * 14}追梦大学　乡亲同行</p>",
        PLAIN,
        sent,
        f"<p>{'　' * 14}夜校开课</p>",
        PLAIN,
    )
    found = issue(*lines)
    assert [a.title for a in found.articles] == ["追梦大学 乡亲同行", "夜校开课"]
    assert [c.unit for c in found.articles[0].contributors] == ["县教育工会"]


def test_the_day_of_a_diary_is_no_title_and_the_line_over_it_no_column() -> None:
    diary = "<p align=center><b>插秧日记一则</b></p><p>　　5月6日　阴</p>"
    found = issue(titled("农具送到田头"), diary, PLAIN)
    assert [a.title for a in found.articles] == ["农具送到田头", "插秧日记一则"]


def test_a_unit_alone_under_the_last_sentence_ends_the_article_where_titles_look_like_text() -> (
    None
):
    def plain(text: str) -> str:
        return f"<p>&nbsp;</p><p>{text}</p>{PLAIN}{PLAIN}<p>县农业局工会</p>"

    found = issue(plain("乡工会送农具下田"), plain("茶农领到新雨衣"), plain("夜校办到村部里"))
    assert [a.title for a in found.articles][1:] == ["茶农领到新雨衣", "夜校办到村部里"]
    assert [c.unit for a in found.articles for c in a.contributors] == ["县农业局工会"] * 3


def test_steps_counted_in_bold_are_headings_of_their_article() -> None:
    steps = (
        f"<p><b>第{n}步：{what}</b></p>{PLAIN}" for n, what in (("一", "摸底"), ("二", "上门"))
    )
    found = issue(f"<p><b>修农具的办法</b></p>{PLAIN}", *steps)
    assert [a.title for a in found.articles] == ["修农具的办法"]
    assert [p.kind for p in found.articles[0].paragraphs] == ["body", "heading1"] * 2 + ["body"]


def test_rows_set_with_blanks_that_end_in_figures_are_no_titles() -> None:
    rows = "    水稻    32    7\n    油菜    18    4\n"
    head = "柳坪工会信息\n第8期\n柳坪县总工会编      2013年5月20日\n"
    text = f"<pre>{head}\n              春耕进度\n\n    {TEXT}\n{rows}    {TEXT}\n</pre>"
    found = issue(head=text)
    assert [a.title for a in found.articles] == ["春耕进度"]


def test_counted_columns_of_counted_titles() -> None:
    def shown(text: str) -> str:
        return f"<p><b>{text}</b></p>"

    found = issue(
        *(shown("一、重要活动"), shown("（一）春耕服务队成立"), PLAIN),
        *(shown("（二）夜校开课"), PLAIN),
        *(shown("二、乡镇新事"), shown("（一）茶农领到雨衣"), PLAIN),
    )
    assert [a.section for a in found.articles] == ["重要活动", "重要活动", "乡镇新事"]
    assert {a.subtitle for a in found.articles} == {None}


@pytest.mark.parametrize(
    "said",
    [
        "乡干部抬着农机进山村",
        "县领导视察城南新区",
        "夜校办到社区",
        "县长赴柳坪村调研县农机合作社",
        "“妈妈岗”落户箱包厂",
        "志愿者送清凉到敬老院",
    ],
)
def test_a_deed_that_ends_in_a_unit_is_a_title_though_it_looks_like_text(said: str) -> None:
    def plain(text: str) -> str:
        return f"<p>&nbsp;</p><p>{text}</p>{PLAIN}{PLAIN}"

    found = issue(plain("农具送到田头"), plain(said), plain("茶农领到新雨衣"))
    assert [a.title for a in found.articles] == ["农具送到田头", said, "茶农领到新雨衣"]
    assert not any(a.contributors for a in found.articles)


def test_below_the_last_entry_a_line_of_another_look_is_the_first_column() -> None:
    entries = "<p align=center>本期导读</p><p>　　农具送到田头</p><p>　　夜校开课</p>"
    first = "<p align=center><b>★乡里新事</b></p>"
    second = "<p align=center><b>★村里新人</b></p>"
    found = issue(entries, first, titled("农具送到田头"), second, titled("夜校开课"))
    assert [e.title for e in found.issue.toc] == ["农具送到田头", "夜校开课"]
    assert [a.section for a in found.articles] == ["乡里新事", "村里新人"]


def test_two_items_of_news_counted_with_the_common_word_for_two() -> None:
    items = (f"<p>　　◆{TEXT}</p>", f"<p>　　◆{TEXT}</p>")
    found = issue(titled("农具送到田头"), "<p><b>简讯两则</b></p>", *items)
    assert [(a.title, a.section) for a in found.articles][1:] == [(None, "简讯两则")] * 2


def test_a_line_over_a_table_is_a_title_where_it_looks_like_the_titles_above() -> None:
    table = "<table><tr><td>村</td><td>户</td></tr><tr><td>柳坪</td><td>32</td></tr></table>"
    over = "<p align=center><b>数字春耕（截至5月18日）</b></p>"
    found = issue(titled("农具送到田头"), titled("夜校开课"), over, table, PLAIN)
    assert [a.title for a in found.articles][2:] == ["数字春耕（截至5月18日）"]
    one = issue(titled("农具送到田头"), over, table, PLAIN)
    assert [a.title for a in one.articles] == ["农具送到田头"]


def test_a_special_issue_counted_in_brackets_under_its_name() -> None:
    head = (
        "<p align=center>春耕服务专刊</p><p align=center>（二）</p>"
        "<p>柳坪县总工会　　　　2013年5月20日</p>"
    )
    found = issue(titled("农具送到田头"), head=head)
    assert (found.issue.series, found.issue.number) == ("春耕服务专刊", 2)
    assert found.issue.editor == "柳坪县总工会"


def test_what_may_not_be_passed_on_stands_over_the_series() -> None:
    head = (
        "<p>内部参阅</p><p align=center>调研参考</p><p align=center>第6期</p>"
        "<p>柳坪县委政策研究室　　　　2013年5月20日</p>"
    )
    found = issue(titled("农具送到田头"), head=head)
    assert (found.issue.series, found.issue.secrecy) == ("调研参考", "内部参阅")


@pytest.mark.parametrize("unit", ["县林业局党总支", "柳坪镇三中"])
def test_units_that_end_as_few_do_sent_the_text_in(unit: str) -> None:
    found = issue(titled("农具送到田头"), f"<p align=right>（{unit}）</p>")
    assert [c.unit for c in found.articles[0].contributors] == [unit]


def test_points_counted_with_half_a_bracket_are_no_titles() -> None:
    points = (f"<p>{n}）  农具要不要上门修理？</p>" for n in (1, 2, 3))
    first, second = (f"<p><b>{t}</b></p>{PLAIN}" for t in ("1.农具送到田头", "2.夜校开课"))
    found = issue(first, *points, PLAIN, second)
    assert [a.title for a in found.articles] == ["农具送到田头", "夜校开课"]


def test_a_list_of_links_that_reads_like_a_head_throughout_is_no_issue() -> None:
    columns = "".join(f"<p>{name}</p>" for name in ("最新动态", "科研信息", "党团园地", "新闻中心"))
    rows = "".join(
        f"<tr><td>{n}</td><td>关于春耕的通知</td><td>2013-05-20</td><td>({n + 40})</td></tr>"
        for n in range(1, 31)
    )
    assert segment(read_html(f"{columns}<table>{rows}</table>").lines) is None


def test_a_column_of_any_name_looks_like_the_known_one_above() -> None:
    known, other = (f"<p align=center><b>{name}</b></p>" for name in ("工作快讯", "田野之光"))
    items = [f"<p>　　{TEXT}（{unit}）</p>" for unit in ("县农业局工会", "柳坪镇工会")]
    found = issue(known, *items, other, f"<p><b>夜校开课</b></p>{PLAIN}")
    assert [(a.title, a.section) for a in found.articles][2:] == [("夜校开课", "田野之光")]


def test_who_stands_beside_the_day_of_the_head_edits_the_issue_whatever_its_name() -> None:
    head = "<p>柳坪工会信息</p><p>第8期</p><p>春耕小喇叭　　　　2013年5月20日</p>"
    assert issue(titled("农具送到田头"), head=head).issue.editor == "春耕小喇叭"


def test_a_column_in_the_middle_over_titles_at_the_left_may_end_like_a_unit() -> None:
    columns = ("春耕服务", "法治乡村")
    titles = ("农具送到田头", "夜校开课")
    body = (
        f"<p align=center>{c}</p><p><b>{t}</b></p>{PLAIN}"
        for c, t in zip(columns, titles, strict=True)
    )
    found = issue(*body)
    assert [(a.section, a.title) for a in found.articles] == list(zip(columns, titles, strict=True))
    assert not any(a.contributors for a in found.articles)


def test_a_column_begins_behind_what_is_signed_at_the_right() -> None:
    letter = f"{PLAIN}<p>　　盼复。</p><p align=right>二队社员</p>"
    found = issue(
        "<p>☆ 来信</p>", titled("想要一张球台") + letter, "<p>☆ 诗与歌</p>", titled("春到")
    )
    assert [a.section for a in found.articles] == ["来信", "诗与歌"]


def test_the_contributor_stands_before_what_the_editors_add() -> None:
    found = issue(
        titled("农具送到田头"), "<p align=right>（柳坪镇河长办）</p>", "<p>【编后】好事要常办。</p>"
    )
    first = found.articles[0]
    assert [c.text for c in first.contributors] == ["柳坪镇河长办"]
    assert first.editor_note == "【编后】好事要常办。"


def test_two_characters_in_the_look_of_two_titles_above_are_a_title() -> None:
    found = issue(titled("农具送到田头"), titled("夜校开课"), titled("花絮"))
    assert [a.title for a in found.articles] == ["农具送到田头", "夜校开课", "花絮"]


def test_a_bulletin_of_any_name_counted_by_号_is_told_by_the_title_of_the_page() -> None:
    head = "<p>“春耕”田间战报</p><p>第12号</p><p>柳坪县农业局　　2013年5月20日</p>"
    lines = read_html(head + titled("农具送到田头") + titled("夜校开课")).lines
    found = segment(lines, page_title="“春耕”田间战报第12号")
    assert found is not None
    assert (found.issue.series, found.issue.number) == ("“春耕”田间战报", 12)


LISTED = titled("农具送到田头") + titled("夜校开课") + titled("茶农领到雨衣")


@pytest.mark.parametrize(
    "contents",
    [
        "<p>本期导读：⊙农具送到田头　⊙夜校开课　⊙茶农领到雨衣</p>",
        "<p>目　录</p><p>农具送到田头／夜校开课</p><p>茶农领到雨衣</p>",
    ],
)
def test_several_entries_of_contents_stand_on_one_line(contents: str) -> None:
    found = issue(contents, LISTED)
    titles = ["农具送到田头", "夜校开课", "茶农领到雨衣"]
    assert [a.title for a in found.articles] == titles
    assert [e.title for e in found.issue.toc] == titles


def test_contents_may_list_the_columns_alone() -> None:
    columns = ("一、领导讲话", "二、田间地头", "三、技术园地")
    contents = "<p>目　录</p>" + "".join(f"<p>　　{c}</p>" for c in columns)
    titles = ("在春耕现场会上的讲话", "农具送到田头", "秧田管理要点")
    body = (f"<p><b>{c}</b></p>{titled(t)}" for c, t in zip(columns, titles, strict=True))
    found = issue(contents, *body)
    assert [a.title for a in found.articles] == list(titles)
    assert [a.section for a in found.articles] == [c[2:] for c in columns]


def test_columns_stand_beside_their_first_entry_in_a_table_of_contents() -> None:
    rows = (
        ("春耕头条", "农具送到田头", "1"),
        ("夜校开课", "3"),
        ("乡土人物", "老支书和他的茶园", "6"),
    )
    cells = ("".join(f"<td>{c}</td>" for c in row) for row in rows)
    contents = "<p>目　录</p><table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    found = issue(
        contents,
        "<p>春耕头条</p>",
        titled("农具送到田头"),
        titled("夜校开课"),
        "<p>乡土人物</p>",
        titled("老支书和他的茶园"),
    )
    assert [(a.section, a.title) for a in found.articles] == [
        ("春耕头条", "农具送到田头"),
        ("春耕头条", "夜校开课"),
        ("乡土人物", "老支书和他的茶园"),
    ]


@pytest.mark.parametrize("theme", ["独生女儿考上重点大学", "专家团队对口支援乡镇卫生院"])
def test_what_somebody_did_is_no_unit_though_it_ends_with_one(theme: str) -> None:
    assert not is_unit_name(theme)


def test_bold_lines_as_deep_as_the_text_part_it_where_titles_stand_flush_left() -> None:
    first, second = (f"<p><b>{t}</b></p>{PLAIN}" for t in ("农具送到田头", "夜校开课"))
    part = f"<p><b>　　一本账，算清发展路</b></p>{PLAIN}"
    found = issue(first, part, part, second)
    assert [a.title for a in found.articles] == ["农具送到田头", "夜校开课"]


def test_a_title_may_lead_to_sentences_of_a_few_words() -> None:
    mottos = "<p>　　产品等于人品。</p><p>　　今天的质量，明天的市场。</p>"
    found = issue(f"<p><b>农具送到田头</b></p>{PLAIN}<p><b>座右铭两则</b></p>{mottos}")
    assert [a.title for a in found.articles] == ["农具送到田头", "座右铭两则"]


def test_what_a_picture_shows_is_no_column() -> None:
    found = issue(titled("农具送到田头") + "<p>　　▲社员在地头试新犁的样子</p>", titled("夜校开课"))
    assert [(a.section, a.title) for a in found.articles] == [
        (None, "农具送到田头"),
        (None, "夜校开课"),
    ]


def test_a_digest_listed_in_the_contents_is_a_column_of_items() -> None:
    items = "".join(f"<p>　　△{TEXT}</p>" for _ in range(3))
    contents = "<p>目　录</p><p>　　农具送到田头</p><p>　　春耕短波</p>"
    found = issue(contents, titled("农具送到田头"), f"<p>春耕短波</p>{items}")
    assert [(a.section, a.title) for a in found.articles[1:]] == [("春耕短波", None)] * 3


def test_the_heads_of_a_table_set_with_blanks_are_no_title() -> None:
    rows = "      指标      总量（亿元）      增速（%）\n      产值      19.6      7.5\n"
    title = "                    农具送到田头"
    found = issue(f"<pre>{title}\n    {TEXT}\n{rows}    {TEXT}</pre>")
    assert [a.title for a in found.articles] == ["农具送到田头"]
