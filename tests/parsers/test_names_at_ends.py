"""Who wrote or sent an article: in its last line, under its title, at the head of an item."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.issues import TEXT, article, county


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（县妇联办公室张淑芳）", [("县妇联办公室", "张淑芳")]),
        ("（办公室杨熙）", [("办公室", "杨熙")]),
        ("（沙河口镇　谭明　郑丽）", [("沙河口镇", "谭明"), (None, "郑丽")]),
        ("（县法院　周文）", [("县法院", "周文")]),
        ("（清溪镇中学、县职业中专）", [("清溪镇中学", None), ("县职业中专", None)]),
        ("（见附表）", []),
        ("（续完）", []),
        ("（图们市总工会）", [("图们市总工会", None)]),
        ("（附城镇总工会）", [("附城镇总工会", None)]),
        ("（略坪镇总工会）", [("略坪镇总工会", None)]),
        ("（宏达集团（江苏）有限公司工会）", [("宏达集团（江苏）有限公司工会", None)]),
    ],
)
def test_units_and_persons_of_the_last_line(line: str, names: list[tuple[str, str]]) -> None:
    found = county(article("凉茶送到环卫工人手上"), f"<p>　　{line}</p>")
    assert [(c.unit, c.person) for c in found.articles[0].contributors] == names


@pytest.mark.parametrize("brackets", ["（）", "()", "【】", "[]", "［］", "〔〕", "〖〗"])
def test_brackets_of_any_shape_hold_names_behind_the_last_stop(brackets: str) -> None:
    before, behind = brackets[0], brackets[1]
    text = f"大暑当天，县总工会把凉茶送到三十个路口。{before}城关镇总工会　李明{behind}"
    found = county(article("凉茶送到环卫工人手上"), f"<p>　　{text}</p>")
    names = [(one.unit, one.person) for one in found.articles[0].contributors]
    assert names == [("城关镇总工会", "李明")]
    assert found.articles[0].paragraphs[-1].text.endswith("路口。")


def test_labels_before_a_stroke_share_the_name() -> None:
    found = county(article("凉茶送到环卫工人手上"), "<p>文／图：李明</p>")
    roles = {(c.role, c.person) for c in found.articles[0].contributors}
    assert roles == {("contributor", "李明"), ("photographer", "李明")}


def test_a_unit_of_any_name_before_a_person_under_the_title_is_who_wrote() -> None:
    name = "<p align=center>金穗面粉　李明</p>"
    found = county(article("凉茶送到环卫工人手上").replace("<p>　", f"{name}<p>　", 1))
    first = found.articles[0]
    assert (first.subtitle, first.contributors[0].unit) == (None, "金穗面粉")


def test_every_way_to_address_the_recipients_is_a_label() -> None:
    tail = "<p>报送：县委办公室</p><p>发至：各乡镇工会</p>"
    found = county(article("凉茶送到环卫工人手上"), tail)
    assert [(r.label, r.text) for r in found.issue.recipients] == [
        ("报送", "县委办公室"),
        ("发至", "各乡镇工会"),
    ]


def test_a_unit_at_the_head_of_an_item_is_who_sent_it() -> None:
    found = county(f"<p>　　【县医院工会】{TEXT}</p>", f"<p>　　【县妇联】{TEXT}</p>")
    assert [(a.title, a.contributors[0].unit) for a in found.articles] == [
        (None, "县医院工会"),
        (None, "县妇联"),
    ]


def test_any_word_with_a_colon_begins_the_next_label() -> None:
    line = "<p>（撰稿人：阳春　摄影人：朱云　供稿单位：县妇联　审批人：赵君）</p>"
    found = county(article("凉茶送到环卫工人手上"), line)
    named = [(c.role, c.unit, c.person) for c in found.articles[0].contributors]
    assert named == [
        ("contributor", None, "阳春"),
        ("photographer", None, "朱云"),
        ("contributor", "县妇联", None),
    ]


def test_a_unit_under_each_text_sent_it_in_and_names_no_column() -> None:
    senders = [f"<p align=center>{unit}</p>" for unit in ("县总工会", "县疾控中心", "县教育局")]
    titles = ["凉茶送到环卫工人手上", "镇里办起职工书屋", "夜校教农民修农机"]
    found = county(
        *(f"<h3>{t}</h3><p>{TEXT}</p>{unit}" for t, unit in zip(titles, senders, strict=True))
    )
    assert [(a.section, a.title) for a in found.articles] == [(None, t) for t in titles]
    assert [c.unit for a in found.articles for c in a.contributors] == [
        "县总工会",
        "县疾控中心",
        "县教育局",
    ]


@pytest.mark.parametrize("column", ["<p><b>{}</b></p>", "<h2>{}</h2>", "<p>【{}】</p>"])
def test_units_alone_under_a_text_end_it_though_a_column_stands_right_below(column: str) -> None:
    big = "<p align=center><b><font size=5>{}</font></b></p><p>　　" + TEXT + "</p><p>{}</p>"
    found = county(
        column.format("帮扶在线"),
        big.format("凉茶送到环卫工人手上", "县总工会办公室"),
        column.format("身边榜样"),
        big.format("一把焊枪焊出“大工匠”", "县人社局　段晓春"),
    )
    assert [(a.section, a.title, len(a.paragraphs)) for a in found.articles] == [
        ("帮扶在线", "凉茶送到环卫工人手上", 1),
        ("身边榜样", "一把焊枪焊出“大工匠”", 1),
    ]
    assert [c.text for a in found.articles for c in a.contributors] == [
        "县总工会办公室",
        "县人社局 段晓春",
    ]


SENT = {
    "a line": "<p align=right>供稿：{sender}</p><h4 align=center>{title}</h4><p>　　{text}</p>",
    "a cell above": (
        "<table><tr><td align=right>供稿：{sender}</td></tr>"
        "<tr><td align=center><b>{title}</b></td></tr><tr><td>　　{text}</td></tr></table>"
    ),
    "a cell beside": (
        "<table border=1><tr><td>来稿单位：{sender}</td><td align=center><b>{title}</b></td></tr>"
        "<tr><td colspan=2>　　{text}</td></tr></table><br>"
    ),
}


@pytest.mark.parametrize("form", SENT)
def test_who_is_named_over_every_title_sent_in_what_stands_below_it(form: str) -> None:
    sent = [
        ("县科协　李明", "夜校教农民修农机"),
        ("县医院工会", "凉茶送到工人手上"),
        ("县妇联", "镇里办起书屋"),
    ]
    found = county(*(SENT[form].format(sender=s, title=t, text=TEXT) for s, t in sent))
    assert [a.title for a in found.articles] == [title for _, title in sent]
    assert [c.text for a in found.articles for c in a.contributors] == [
        "县科协 李明",
        "县医院工会",
        "县妇联",
    ]
    assert [p.text for a in found.articles for p in a.paragraphs] == [TEXT] * 3


def test_who_is_named_below_the_last_text_too_sent_in_what_stands_above() -> None:
    sent = "<p>供稿：县科协</p>"
    found = county(article("夜校教农民修农机"), sent, article("镇里办起书屋"), sent)
    assert [len(a.contributors) for a in found.articles] == [1, 1]


def test_the_footer_of_an_article_names_who_sent_it_in() -> None:
    articles = "".join(
        f"<article><h3>{title}</h3><p>{TEXT}</p><footer><cite>（{unit}）</cite></footer></article>"
        for title, unit in (("夜校教农民修农机", "县科协"), ("镇里办起书屋", "县妇联　李明"))
    )
    head = "<h2>清溪动态</h2><p>第3期</p><p>清溪县教育局编　　2015年7月10日</p>"
    foot = "<footer>主办：清溪县教育局　地址：清溪县人民路3号</footer>"
    page = parse(f"<meta charset=utf-8><main>{head}{articles}</main>{foot}".encode())
    assert [c.text for a in page.articles for c in a.contributors] == ["县科协", "县妇联 李明"]
    assert page.site.organiser == "清溪县教育局"


def test_who_sent_it_in_stands_before_the_labels_of_those_who_edited() -> None:
    titles = ["职工夜校开班", "凉茶送到环卫工人手上", "镇里办起职工书屋"]
    end = "<p>县总工会权益部　编辑：李俊　审核：罗伟</p>"
    found = county(*(f"<p>{title}</p><p>　　{TEXT}</p>{end}" for title in titles))
    assert [a.title for a in found.articles] == titles
    assert [c.unit for a in found.articles for c in a.contributors] == ["县总工会权益部"] * 3
    assert found.articles[1].credits == {"编辑": ("李俊",), "审核": ("罗伟",)}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "（县委政研室课题组　执笔：姚国平）",
            [("contributor", "县委政研室课题组", None), ("author", None, "姚国平")],
        ),
        ("（原载《梅岭工运》2016年第4期，作者：李明）", [("author", None, "李明")]),
        ("（清泉居民区　供稿）", [("contributor", "清泉居民区", None)]),
        ("清泉居民区　供稿", [("contributor", "清泉居民区", None)]),
    ],
)
def test_names_beside_labels_and_verbs_at_the_end(
    line: str, names: list[tuple[str, str | None, str | None]]
) -> None:
    found = county(article("凉茶送到环卫工人手上"), f"<p>{line}</p>")
    last = found.articles[0]
    assert [(c.role, c.unit, c.person) for c in last.contributors] == names
    assert [p.text for p in last.paragraphs] == [TEXT]


def test_a_group_behind_its_shop_is_one_unit_and_no_person() -> None:
    name = "<p align=center>运检室　工会小组</p>"
    found = county(article("凉茶送到环卫工人手上", name))
    named = [(c.unit, c.person) for c in found.articles[0].contributors]
    assert named == [("运检室工会小组", None)]


def test_who_makes_a_paper_stands_below_its_last_text() -> None:
    line = "<p>本刊编委会主任：李俊　　编辑：罗伟　　电话：3212467</p>"
    found = county(article("凉茶送到环卫工人手上"), line)
    assert found.issue.credits == {"本刊编委会主任": ("李俊",), "编辑": ("罗伟",)}
    assert [p.text for p in found.articles[0].paragraphs] == [TEXT]


def test_who_sent_it_in_is_named_in_the_footer_of_the_last_section() -> None:
    sent = [("凉茶送到环卫工人手上", "县总工会　李明"), ("职工夜校开课", "镇工会　王芳")]
    texts = (
        f"<section><h2>{title}</h2><p>{TEXT}</p><footer>供稿：{who}</footer></section>"
        for title, who in sent
    )
    head = "<div>清溪动态</div><div>第3期</div><div>清溪县教育局编　2015年7月10日</div>"
    foot = "<footer>主办：清溪县教育局　地址：清溪县人民路3号</footer>"
    html = f"<h1>清溪动态第3期</h1><div>2015-07-11</div><div>{head}{''.join(texts)}</div>{foot}"
    found = parse(html.encode(), content_type="text/html; charset=utf-8").articles
    assert [[one.person for one in a.contributors] for a in found] == [["李明"], ["王芳"]]


def test_names_stand_behind_the_last_line_of_a_poem_too() -> None:
    verse = ("清晨的扫帚划开薄雾", "街灯一盏一盏睡去", "你弯腰的弧度", "是这座城最早的彩虹")
    printed = "".join(f"<p>{line}</p>" for line in (*verse[:-1], f"{verse[-1]}（县环卫处　李明）"))
    poem = f"<p align=center><b>写给扫街的人</b></p>{printed}"
    _, sent = county(article("凉茶送到环卫工人手上"), poem).articles
    assert [paragraph.text for paragraph in sent.paragraphs] == list(verse)
    assert [(one.unit, one.person) for one in sent.contributors] == [("县环卫处", "李明")]


@pytest.mark.parametrize("caption", ["", "<p align=center>表1　各乡户数</p>"])
def test_names_behind_the_last_stop_stand_above_the_table_that_ends_the_text(caption: str) -> None:
    rows = "<tr><td>单位</td><td>户数</td></tr><tr><td>沿河乡</td><td>612</td></tr>"
    text = "大暑当天，县总工会把凉茶送到三十个路口。（城关镇总工会　李明）"
    table = f"{caption}<table border=1>{rows}</table>"
    found = county(article("凉茶送到环卫工人手上"), f"<p>　　{text}</p>{table}")
    (sent,) = found.articles
    assert [(one.unit, one.person) for one in sent.contributors] == [("城关镇总工会", "李明")]
    assert sent.paragraphs[1].text.endswith("路口。")
    assert sent.paragraphs[-1].kind == "table"


def test_what_is_set_as_the_text_is_heads_its_first_part() -> None:
    def part(name: str) -> str:
        return f"<p>　　{name}</p><p>　　{TEXT}</p>"

    found = county("<p><b>凉茶送到环卫工人手上</b></p>", part("强化组织领导"), part("创新工作方法"))
    (one,) = found.articles
    assert one.subtitle is None
    assert [p.kind for p in one.paragraphs] == ["heading1", "body"] * 2


def test_a_unit_in_the_cell_behind_its_label_sent_in_what_stands_below_or_above() -> None:
    cells = "<table><tr><td>供稿单位：</td><td>县妇联</td></tr></table>"
    title, other = "凉茶送到环卫工人手上", article("职工夜校开课")
    below = f"<p align=center><b>{title}</b></p>{cells}<p>　　{TEXT}</p>"
    for first in (below, article(title) + cells):
        sent = county(first, other).articles
        assert [(c.unit, c.person) for c in sent[0].contributors] == [("县妇联", None)]
        assert [[p.text for p in one.paragraphs] for one in sent] == [[TEXT], [TEXT]]


def test_a_unit_before_a_stroke_in_brackets_is_no_column() -> None:
    texts = [
        f"{article(title)}<p>　　[{who}]</p>"
        for title, who in (("凉茶送到路口", "县水利局/刘美玲"), ("职工夜校开课", "县总工会/周敏"))
    ]
    found = county(*texts).articles
    assert [(c.unit, c.person) for one in found for c in one.contributors] == [
        ("县水利局", "刘美玲"),
        ("县总工会", "周敏"),
    ]
    assert [one.section for one in found] == [None, None]


def test_the_contents_name_the_person_of_the_unit_that_the_text_names() -> None:
    contents = "<p>目录</p><p>凉茶送到路口　费志刚</p><p>职工夜校开课　李明</p><hr>"
    first = f"{article('凉茶送到路口')}<p align=right>（作者单位：园区工会）</p>"
    sent = county(contents, first, article("职工夜校开课")).articles[0]
    assert [(c.unit, c.person) for c in sent.contributors] == [("园区工会", "费志刚")]


def test_who_reports_what_people_say_is_named_before_the_verb() -> None:
    sent = county(
        f"{article('晒场也要上户口')}<p align=right>（市工商联 邹国平 反映）</p>"
    ).articles[0]
    assert [(c.unit, c.person) for c in sent.contributors] == [("市工商联", "邹国平")]


def test_the_days_a_weekly_covers_are_no_title_over_its_first_article() -> None:
    days = "<p align=center>6月3日—6月7日</p>"
    first, _ = county(days, article("凉茶送到路口"), article("职工夜校开课")).articles
    assert (first.title, first.subtitle) == ("凉茶送到路口", None)


def test_who_wrote_and_who_took_the_picture_stand_behind_words_and_blanks() -> None:
    sent = county(f"{article('老姜的百宝包')}<div>文 赵启航 图 孟德水</div>").articles[0]
    assert [(c.person, c.role) for c in sent.contributors] == [
        ("赵启航", "contributor"),
        ("孟德水", "photographer"),
    ]
