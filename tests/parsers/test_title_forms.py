"""Titles of articles as offices print them: counted, wrapped, run in, over pictures."""

import pytest

from tests.parsers.issues import TEXT, article, county


@pytest.mark.parametrize("badge", ["{:02}", "PART.{:02}", "NO.{}"])
def test_badges_on_lines_of_their_own_are_no_part_of_titles(badge: str) -> None:
    names = ["凉茶送到环卫工人手上", "镇里办起职工书屋"]
    found = county(
        *(f"<p>{badge.format(n)}</p>" + article(name) for n, name in enumerate(names, 1))
    )
    assert [(a.title, a.subtitle) for a in found.articles] == [(name, None) for name in names]


@pytest.mark.parametrize("counts", [("1", "2"), ("1", "3")])
def test_badges_that_count_titles_are_no_part_of_them(counts: tuple[str, str]) -> None:
    names = ["凉茶送到环卫工人手上", "镇里办起职工书屋"]
    badged = [f"{count}　{name}" for count, name in zip(counts, names, strict=True)]
    found = county(*map(article, badged))
    wanted = names if counts == ("1", "2") else badged
    assert [(a.title or "").replace("　", " ") for a in found.articles] == [
        one.replace("　", " ") for one in wanted
    ]


def test_a_unit_and_its_deed_on_two_lines_are_one_title() -> None:
    sent = "<p align=right>（县总工会保障部）</p>"
    unit = "<p align=center><b>柳林镇总工会</b></p>"
    found = county(article("凉茶送到环卫工人手上"), sent, unit, article("开展“送文化进工地”活动"))
    assert [a.title for a in found.articles][1] == "柳林镇总工会开展“送文化进工地”活动"
    assert [c.unit for c in found.articles[0].contributors] == ["县总工会保障部"]


@pytest.mark.parametrize(
    "item",
    [
        "<p>　　<b>凉茶送到工人手上。</b>{}</p>",
        "<p>　　<b>凉茶送到工人手上</b>　{}</p>",
        "<p>　　【凉茶送到工人手上】{}</p>",
        "<p>△【凉茶送到工人手上】{}</p>",
    ],
)
def test_titles_at_the_head_of_their_paragraphs(item: str) -> None:
    found = county(item.format(TEXT), item.replace("凉茶", "毛巾").format(TEXT))
    assert [a.title for a in found.articles] == ["凉茶送到工人手上", "毛巾送到工人手上"]
    assert [a.paragraphs[0].text for a in found.articles] == [TEXT, TEXT]


def test_bold_words_within_a_text_are_no_titles() -> None:
    texts = [f"<p>　　<b>{n}是</b>{TEXT}</p><p>　　<b>李明</b>说，{TEXT}</p>" for n in "一二"]
    found = county(article("凉茶送到环卫工人手上"), *texts)
    assert len(found.articles) == 1


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        ("干部结对“四必到”", "架起连心桥", "干部结对“四必到” 架起连心桥"),
        ("县里举办“庆五一”", "活动圆满结束", "县里举办“庆五一”活动圆满结束"),
    ],
)
def test_a_clause_that_ends_in_a_quotation_ends_there(one: str, two: str, joined: str) -> None:
    first = f"<p align=center><b>{one}</b></p>"
    assert county(first, article(two)).articles[0].title == joined


@pytest.mark.parametrize(
    ("one", "two", "gap"),
    [
        ("学技能　比贡献　争先进", "镇里办起职工夜校", " "),
        ("关于镇职工夜校", "开办情况的调查", ""),
        ("凤翔县总工会", "慰问抢险队员", ""),
        ("夜校开进车间", "职工学到手艺", " "),
    ],
)
def test_a_blank_parts_what_the_lines_of_a_title_say_apart(one: str, two: str, gap: str) -> None:
    first = f"<p align=center><b>{one}</b></p>"
    joined = f"{one.replace('　', ' ')}{gap}{two}"
    assert county(first, article(two)).articles[0].title == joined


def test_shortened_entries_are_not_joined_with_titles() -> None:
    entries = "<p>目录</p><p>县里启动技能竞赛活动</p><p>阳光照亮帮扶路</p>"
    found = county(entries, article("县里启动春季技能竞赛活动"), article("阳光照亮帮扶路"))
    assert [a.title for a in found.articles] == ["县里启动春季技能竞赛活动", "阳光照亮帮扶路"]


def test_serial_headings_within_a_text_are_no_titles() -> None:
    inner = [article(f"做法{n}：建强队伍") for n in "一二"]
    found = county(article("凉茶送到环卫工人手上"), *inner, article("镇里办起职工书屋"))
    assert [a.title for a in found.articles] == ["凉茶送到环卫工人手上", "镇里办起职工书屋"]


def test_numbers_alone_above_titles_count_them() -> None:
    texts = ("凉茶送到工人手上", "镇里办起职工书屋")
    columns = ("光影留痕", "来自一线")
    shape = "<p align=center><b>{}</b></p><p>0{}</p><p><b>{}</b></p><p>　　{}</p>"
    parts = [shape.format(columns[n], n + 1, texts[n], TEXT) for n in (0, 1)]
    found = county(*parts)
    assert [(a.section, a.title) for a in found.articles] == list(zip(columns, texts, strict=True))


def test_an_empty_line_between_title_and_subtitle_parts_nothing_where_one_follows_too() -> None:
    found = county(
        "<p>目录</p><p>凉茶送到环卫工人手上</p><p>镇里办起职工书屋</p><br>",
        "<p align=center><b>凉茶送到环卫工人手上</b></p><br><br>",
        f"<p align=center>柳林镇高温慰问见闻</p><br><br><p>　　{TEXT}</p>",
        article("镇里办起职工书屋"),
    )
    assert [a.subtitle for a in found.articles] == ["柳林镇高温慰问见闻", None]


def test_what_stands_small_under_a_picture_is_no_title() -> None:
    caption = (
        '<p align=center><img src="a.jpg"></p>'
        "<p align=center style='font-size:12px'>▲青阳镇活动掠影</p>"
    )
    text = f"<p style='font-size:16px'>　　{TEXT}</p>"
    found = county(
        f"<p><b>凉茶送到工人手上</b></p>{text}{caption}{text}<p><b>镇里办起职工书屋</b></p>{text}"
    )
    assert [a.title for a in found.articles] == ["凉茶送到工人手上", "镇里办起职工书屋"]
    assert [p.kind for p in found.articles[0].paragraphs] == ["body", "caption", "body"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("河口镇女工合作社挂牌了。", "小额贷款为河口镇女工圆创业梦"),
        ("县里女工合作社挂牌了。", "小额贷款为河口 镇女工圆创业梦"),
    ],
)
def test_a_title_broken_within_a_word_of_its_text_is_joined_without_a_blank(
    text: str, name: str
) -> None:
    found = county(
        f"<p align=center><b>小额贷款为河口<br>镇女工圆创业梦</b></p><p>　　{text}{TEXT}</p>",
        article("镇里办起职工书屋"),
    )
    assert [a.title for a in found.articles] == [name, "镇里办起职工书屋"]


def test_two_clauses_that_the_text_says_at_once_keep_their_blank() -> None:
    name = "创先争优促发展<br>服务职工办实事"
    found = county(
        f"<p align=center><b>{name}</b></p><p>　　以创先争优促发展服务职工办实事为主线。{TEXT}</p>",
        article("镇里办起职工书屋"),
    )
    assert found.articles[0].title == "创先争优促发展 服务职工办实事"


@pytest.mark.parametrize("heading", ["<h4>{}</h4>", "<p><b><font size=5>{}</font></b></p>"])
def test_stronger_lines_that_no_article_ends_above_head_parts_of_the_text(heading: str) -> None:
    signed = f"<p>　　{TEXT}</p><p align=right>（县总工会）</p>"
    found = county(
        "<p><b>凉茶送到环卫工人手上</b></p>",
        f"<p>　　{TEXT}</p>{heading.format('职工最关心什么')}{signed}",
        f"<p><b>镇里办起职工书屋</b></p>{signed}",
        f"<p><b>一把焊枪焊出“大工匠”</b></p>{signed}",
    )
    assert [(a.title, len(a.paragraphs)) for a in found.articles] == [
        ("凉茶送到环卫工人手上", 3),
        ("镇里办起职工书屋", 1),
        ("一把焊枪焊出“大工匠”", 1),
    ]


def test_dashes_before_items_make_them_no_subtitles() -> None:
    items = [f"<p>　　— {TEXT}（{unit}）</p>" for unit in ("白石镇工会", "城关镇工会", "县工商联")]
    found = county(article("凉茶送到环卫工人手上"), "<p align=center><b>工作简讯</b></p>", *items)
    assert [(a.section, a.title, a.subtitle) for a in found.articles] == [
        (None, "凉茶送到环卫工人手上", None),
        *[("工作简讯", None, None)] * 3,
    ]


def test_the_line_right_over_a_table_says_what_it_shows_and_is_no_subtitle() -> None:
    rows = "<tr><td>单位</td><td>捐款（元）</td></tr><tr><td>沿河乡</td><td>61200</td></tr>"
    title = "<p align=center><b>全县募捐一览</b></p>"
    line = "<p align=center>截至9月15日各乡捐款情况</p>"
    over = county(f"{title}{line}<table border=1>{rows}</table>", f"{title}<p>{TEXT}</p>")
    assert over.articles[0].subtitle is None
    assert [p.kind for p in over.articles[0].paragraphs] == ["caption", "table"]
    under = county(f"{title}{line}<p>{TEXT}</p>", f"{title}<p>{TEXT}</p>")
    assert under.articles[0].subtitle == "截至9月15日各乡捐款情况"


@pytest.mark.parametrize("half", ["“老支书”调解室", "工会经费"])
def test_half_a_title_that_reads_like_a_unit_or_a_column_is_one_where_the_contents_name_it(
    half: str,
) -> None:
    wrapped = f"{half}三年办成大事小事四百起"
    contents = f"<p>目录</p><p>1、{wrapped}</p><p>2、镇里办起职工书屋</p><hr>"
    first = f"<p align=center><b>{half}</b></p>" + article("三年办成大事小事四百起")
    found = county(contents, first, article("镇里办起职工书屋"))
    assert [a.title for a in found.articles] == [wrapped, "镇里办起职工书屋"]


def test_a_heading_between_who_wrote_a_text_and_its_first_paragraph_is_no_title() -> None:
    def written(title: str, below: str) -> str:
        return (
            f"<p align=center><font size=5>{title}</font></p><p align=center>县妇联　李梅</p>"
            f"{below}<p>　　{TEXT}</p>"
        )

    found = county(
        written("凉茶送到环卫工人手上", "<p>　　<b>一路清凉</b></p>"),
        written("镇里办起职工书屋", ""),
    )
    assert [a.title for a in found.articles] == ["凉茶送到环卫工人手上", "镇里办起职工书屋"]
    assert found.articles[0].paragraphs[0].text == "一路清凉"


def test_a_line_flush_left_between_a_text_that_is_set_in_and_a_title_is_its_引题() -> None:
    bold = "<p><b>{}</b></p><p>　　{}</p>"
    found = county(
        bold.format("凉茶送到环卫工人手上", TEXT),
        "<p>沿河乡开展抗旱保苗的做法</p>",
        bold.format("镇里办起职工书屋", TEXT),
    )
    assert [a.subtitle for a in found.articles] == [None, "沿河乡开展抗旱保苗的做法"]
    assert [len(a.paragraphs) for a in found.articles] == [1, 1]


def test_a_line_that_says_what_kind_of_text_it_is_stands_over_its_title_in_one_look() -> None:
    pairs = [("大山深处的课堂", "云岭乡支教侧记"), ("铁锤敲出新天地", "访县锻造厂班长罗军")]
    over = [
        f"<pre>{' ' * 20}{kind}\n{' ' * 20}{title}\n</pre><p>　　{TEXT}</p>"
        for title, kind in pairs
    ]
    found = county(*over)
    assert [(a.title, a.subtitle) for a in found.articles] == pairs
