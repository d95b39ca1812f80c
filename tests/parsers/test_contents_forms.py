"""The 目录 of an issue: its columns, its entries and who wrote them."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.issues import TEXT, article
from tests.parsers.issues import county as issue


def contents(*entries: str) -> str:
    return "<p align=center>目　录</p>" + "".join(f"<p>{entry}</p>" for entry in entries)


def test_an_entry_wrapped_before_its_page_is_one_entry() -> None:
    whole = "对做好退休教师“两项建设”的几点思考"
    found = issue(
        contents("公开课走进乡村…………1", "对做好退休教师“两项建设”的", "几点思考…………3"),
        article("公开课走进乡村"),
        article(whole.replace("几点", "<br>几点")),
    )
    assert [e.title for e in found.issue.toc] == ["公开课走进乡村", whole]
    assert [a.title for a in found.articles] == ["公开课走进乡村", whole]


@pytest.mark.parametrize("mark", ["▷", "◁", "◐", "▣", "▸", "▬", "◾"])
def test_any_geometric_shape_marks_an_entry(mark: str) -> None:
    titles = ["公开课走进乡村学校", "退休教师传帮带见成效"]
    found = issue(contents(*(f"{mark} {title}" for title in titles)), *map(article, titles))
    assert [e.title for e in found.issue.toc] == titles


def test_entries_may_begin_with_their_column_and_end_with_names() -> None:
    found = issue(
        contents(
            "卷首语：在新的起点上再出发",
            "履职实践　发挥界别优势　助推发展／经济界活动组",
            "他山之石：安吉的启示　　县委组织部　汪志宏",
        ),
        article("卷首语：在新的起点上再出发"),
        "<p align=center><font size=4>履职实践</font></p>",
        article("发挥界别优势　助推发展", "<p align=center>经济界活动组</p>"),
        article("他山之石：安吉的启示", "<p align=center>县委组织部　汪志宏</p>"),
    )
    assert [(e.section, e.title, e.contributor) for e in found.issue.toc] == [
        (None, "卷首语：在新的起点上再出发", None),
        ("履职实践", "发挥界别优势 助推发展", "经济界活动组"),
        ("履职实践", "他山之石：安吉的启示", "县委组织部 汪志宏"),
    ]
    assert [a.subtitle for a in found.articles] == [None, None, None]
    assert found.articles[2].contributors[0].person == "汪志宏"


def test_an_entry_that_gives_the_subtitle_leads_to_the_title_above_it() -> None:
    found = issue(
        contents("○ 青山镇发展雷竹的启示", "○ 城市管理的几点做法"),
        article("小雷竹做出大文章", "<p align=center>——青山镇发展雷竹的启示</p>"),
        article("城市管理的几点做法"),
    )
    assert [(a.title, a.subtitle) for a in found.articles] == [
        ("小雷竹做出大文章", "青山镇发展雷竹的启示"),
        ("城市管理的几点做法", None),
    ]


def test_a_genre_in_front_of_an_entry_is_its_column() -> None:
    found = issue(
        contents("散文　故乡的老水井／涂玉国", "小说　站台／余述平", "[评论]泥土的芬芳　[王建平]"),
        article("故乡的老水井", "<p align=center>涂玉国</p>"),
        article("站台", "<p align=center>余述平</p>"),
        article("泥土的芬芳", "<p align=center>·王建平·</p>"),
    )
    assert [(e.section, e.title, e.contributor) for e in found.issue.toc] == [
        ("散文", "故乡的老水井", "涂玉国"),
        ("小说", "站台", "余述平"),
        ("评论", "泥土的芬芳", "王建平"),
    ]
    assert [(a.section, a.title) for a in found.articles] == [
        (e.section, e.title) for e in found.issue.toc
    ]
    assert found.articles[2].contributors[0].person == "王建平"


def test_a_page_before_an_entry_is_no_column() -> None:
    found = issue(
        contents("01　公开课走进乡村", "05　校园里办起了菜园"),
        article("公开课走进乡村"),
        article("校园里办起了菜园"),
    )
    assert [(e.section, e.title) for e in found.issue.toc] == [
        (None, "公开课走进乡村"),
        (None, "校园里办起了菜园"),
    ]


INDEX = (
    "<table><tr><td align=center><font size=5>清溪教研</font><br>2011年第4期<br>"
    "清溪县教研室主办　2011年8月20日</td></tr>"
    "<tr><td><table border=1><tr><td colspan=2>本 期 目 录</td></tr>"
    "<tr><td rowspan=2>课堂观察</td><td><a href=v.asp?id=31>作文课不再“憋”着写</a>　　柳晓岚</td>"
    "<tr><td><a href=v.asp?id=32>把实验桌搬到操场上去</a>　　县二中物理组</td></tr>"
    "<tr><td rowspan=2>教师随笔</td><td><a href=v.asp?id=33>一本翻烂了的点名册</a>　　俞江</td>"
    "<tr><td><a href=v.asp?id=34>雨天里的家访路</a>　　石兰芝</td></tr></table></td></tr></table>"
)


def test_an_issue_may_be_its_contents_alone_in_a_table_of_links() -> None:
    page = parse(f"<html><body>{INDEX}</body></html>".encode(), url="http://jy.qx.example/q.asp")
    assert page.kind == "issue" and page.issue is not None and page.articles == ()
    assert [(e.section, e.title, e.contributor) for e in page.issue.toc] == [
        ("课堂观察", "作文课不再“憋”着写", "柳晓岚"),
        ("课堂观察", "把实验桌搬到操场上去", "县二中物理组"),
        ("教师随笔", "一本翻烂了的点名册", "俞江"),
        ("教师随笔", "雨天里的家访路", "石兰芝"),
    ]


def test_contents_beside_a_cover_in_a_table_with_rules_end_at_the_rule() -> None:
    entries = (
        f"◆ <a href='art_{n}.html'>{title}</a><br>　　　　{name}<br><br>"
        for n, (title, name) in enumerate(
            [("塌方路上的两天两夜", "养护站工会"), ("头班车的司机", "公交公司工会　陆明")]
        )
    )
    page = parse(
        (
            "<html><head><meta charset=utf-8><title>《路桥职工》第4期</title></head><body><table>"
            "<tr><td colspan=2 align=center><font size=6>路桥职工</font></td></tr>"
            "<tr><td>2014年第4期（总第52期）</td><td>云溪市路桥工会主办　2014年5月20日</td></tr>"
            "<tr><td colspan=2><hr></td></tr><tr><td>封面：抢修中的养护工人（摄影 陆明）</td>"
            f"<td><b>目　录</b><br><br>{''.join(entries)}</td></tr>"
            "<tr><td colspan=2><hr>主编：方国庆　编辑：陆明</td></tr>"
            "</table></body></html>"
        ).encode()
    )
    assert page.issue is not None
    assert [(e.title, e.contributor) for e in page.issue.toc] == [
        ("塌方路上的两天两夜", "养护站工会"),
        ("头班车的司机", "公交公司工会 陆明"),
    ]
    assert page.issue.credits == {"主编": ("方国庆",), "编辑": ("陆明",)}


def test_a_list_of_issues_under_a_heading_is_a_list() -> None:
    rows = "".join(
        f"<li><a href=/jb/{n}.html>清溪动态2011年第{n}期</a> 2011-0{n}-20</li>" for n in range(1, 7)
    )
    html = f"<body><h1>清溪动态</h1><p>2011年第1期至第6期</p><p>目录</p><ul>{rows}</ul></body>"
    assert parse(html.encode(), url="http://jy.qx.example/jb/").kind == "listing"


def test_a_name_below_an_entry_is_who_wrote_it_where_the_body_has_it_below_the_title() -> None:
    contents = (
        "<table><tr><th colspan=2>目录</th></tr>"
        "<tr><td>一</td><td>山塘清淤赶在雨前</td><td>/1</td></tr><tr><td colspan=3>申丽</td></tr>"
        "<tr><td>二</td><td>夜校教农民修农机</td><td>/6</td></tr><tr><td colspan=3>县农机局</td>"
        "</table>"
    )
    first = article("山塘清淤赶在雨前", "<p>□ 申丽</p>")
    found = issue(contents, first, article("夜校教农民修农机", "<p>□ 县农机局</p>"))
    toc = [(entry.section, entry.title, entry.contributor) for entry in found.issue.toc]
    assert toc == [(None, "山塘清淤赶在雨前", "申丽"), (None, "夜校教农民修农机", "县农机局")]
    assert [a.title for a in found.articles] == ["山塘清淤赶在雨前", "夜校教农民修农机"]
    wrote = [(c.role, c.person or c.unit) for a in found.articles for c in a.contributors]
    assert wrote == [("author", "申丽"), ("author", "县农机局")]


def test_a_mark_in_a_cell_of_its_own_is_no_entry() -> None:
    titles = ["公开课走进乡村", "校园里办起了菜园"]
    rows = "".join(f"<tr><td>☆</td><td>{title}</td></tr>" for title in titles)
    found = issue(contents(), f"<table>{rows}</table>", *map(article, titles))
    assert [(e.title, e.article) for e in found.issue.toc] == [(titles[0], 1), (titles[1], 2)]


def test_an_entry_in_other_words_leads_to_a_title_on_two_lines() -> None:
    found = issue(
        contents("公开课走进乡村", "城区教研室牵线帮扶三所村小图书角"),
        article("公开课走进乡村"),
        article("城区教研室牵线帮扶<br>三所村小图书室"),
    )
    last = found.articles[-1]
    assert (last.title, last.subtitle) == ("城区教研室牵线帮扶三所村小图书室", None)


def test_contents_may_name_columns_alone() -> None:
    names = ("教学一线", "校外课堂")
    cells = "".join(f"<td align=center>{name}</td>" for name in names)
    column = "<p align=center>—— {} ——</p>"
    found = issue(
        f"<table><tr><td align=center>本期栏目</td></tr><tr>{cells}</tr></table>",
        column.format(names[0]),
        article("公开课走进乡村"),
        column.format(names[1]),
        article("校园里办起了菜园"),
    )
    assert found.issue.toc == ()
    assert [(a.section, a.title) for a in found.articles] == [
        ("教学一线", "公开课走进乡村"),
        ("校外课堂", "校园里办起了菜园"),
    ]


@pytest.mark.parametrize("broken", ["<br>", "</b></p><p align=center><b>"])
def test_an_entry_with_a_blank_where_its_title_is_broken_names_no_column(broken: str) -> None:
    clauses = ("关于做好困难学生", "帮扶工作的几点思考")
    found = issue(
        contents(" ".join(clauses), "公开课走进乡村"),
        article(broken.join(clauses)),
        article("公开课走进乡村"),
    )
    assert [(a.section, a.title) for a in found.articles] == [
        (None, " ".join(clauses)),
        (None, "公开课走进乡村"),
    ]


def test_a_short_title_beside_who_wrote_it_is_no_column() -> None:
    rows = (("头班车的司机", "公交公司工会　陆明"), ("塌方路上的两天两夜", "养护站工会"))
    cells = "".join(
        f"<tr><td><a href='{n}.html'>{title}</a></td><td>{name}</td></tr>"
        for n, (title, name) in enumerate(rows)
    )
    found = issue(f"<p align=center>目录</p><table>{cells}</table>")
    assert [(e.section, e.title, e.contributor) for e in found.issue.toc] == [
        (None, "头班车的司机", "公交公司工会 陆明"),
        (None, "塌方路上的两天两夜", "养护站工会"),
    ]


def test_a_name_no_table_knows_in_an_entry_stands_below_the_title_in_the_body() -> None:
    found = issue(
        contents("公开课走进乡村（九矿）……1", "夜班（诗歌）……3"),
        article("公开课走进乡村", "<p align=center>九矿</p>"),
        article("夜班"),
    )
    assert [(e.title, e.contributor) for e in found.issue.toc] == [
        ("公开课走进乡村", "九矿"),
        ("夜班", None),
    ]
    assert [[c.unit for c in a.contributors] for a in found.articles] == [["九矿"], []]
    assert [a.subtitle for a in found.articles] == [None, None]


def rows(*lines: str) -> str:
    return "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split('|'))}</tr>" for line in lines
    )


@pytest.mark.parametrize(
    "heading",
    [
        "<table border=1><caption>目　录</caption>",
        "<p>目录</p><table border=1>",
        "<table border=1>",
    ],
)
def test_the_first_row_of_a_table_of_contents_says_what_its_cells_are(heading: str) -> None:
    table = rows(
        "序号|标　题|供稿单位|页码",
        "1|清溪镇抢抓农时备春耕|清溪镇党政办|1",
        "2|白石镇危房改造加快推进|白石镇党政办|3",
    )
    found = issue(
        f"{heading}{table}</table>",
        *(
            f"<p>{name}</p><p>{unit}</p><p>　　{TEXT}</p>"
            for name, unit in (
                ("清溪镇抢抓农时备春耕", "清溪镇党政办"),
                ("白石镇危房改造加快推进", "白石镇党政办"),
            )
        ),
    )
    assert [(e.section, e.title, e.contributor) for e in found.issue.toc] == [
        (None, "清溪镇抢抓农时备春耕", "清溪镇党政办"),
        (None, "白石镇危房改造加快推进", "白石镇党政办"),
    ]
    assert [(a.section, a.title, [c.unit for c in a.contributors]) for a in found.articles] == [
        (None, "清溪镇抢抓农时备春耕", ["清溪镇党政办"]),
        (None, "白石镇危房改造加快推进", ["白石镇党政办"]),
    ]


@pytest.mark.parametrize("cell", ["|", ""])
def test_a_column_holds_for_the_rows_that_leave_its_cell_empty_or_share_it(cell: str) -> None:
    table = rows("栏目|题目|作者", "家校之间|夜班之后的家长会|李明", f"{cell}书屋开进采石场|王芳")
    found = issue(
        f"<p>目录</p><table border=1>{table}</table>",
        article("夜班之后的家长会"),
        article("书屋开进采石场"),
    )
    assert [(e.section, e.title, e.contributor) for e in found.issue.toc] == [
        ("家校之间", "夜班之后的家长会", "李明"),
        ("家校之间", "书屋开进采石场", "王芳"),
    ]


def test_a_unit_behind_a_dash_sent_the_entry_above_in() -> None:
    found = issue(
        contents(
            "◇ 焊花照亮工地", "——安装一部党支部", "◇ 师徒同台比武", "——吊装队见闻", "◇ 菜园办进校园"
        ),
        article("焊花照亮工地", "<p align=center>安装一部党支部</p>"),
        article("师徒同台比武", "<p align=center>——吊装队见闻</p>"),
        article("菜园办进校园"),
    )
    assert [(e.subtitle, e.contributor) for e in found.issue.toc] == [
        (None, "安装一部党支部"),
        ("吊装队见闻", None),
        (None, None),
    ]
    assert [(a.subtitle, [c.unit for c in a.contributors]) for a in found.articles] == [
        (None, ["安装一部党支部"]),
        ("吊装队见闻", []),
        (None, []),
    ]


def test_a_short_linked_title_over_its_sender_is_no_column() -> None:
    titles = ["妇女之家暖人心", "巾帼志愿者上门", "最美家庭评出来"]
    senders = ["柳林镇妇联", "石门镇妇联", "青阳镇妇联"]
    links = "".join(
        f"<dd><a href='#{at}'>{name}</a><br><small>{sender}</small></dd>"
        for at, (name, sender) in enumerate(zip(titles, senders, strict=True))
    )
    texts = "".join(
        f"<dl><dt>{name}</dt><dd>{sender}　李明</dd><dd>{TEXT}</dd><dd>{TEXT}</dd></dl>"
        for name, sender in zip(titles, senders, strict=True)
    )
    found = issue(f"<dl><dt>目录</dt>{links}</dl>", texts)
    assert [(e.section, e.title, e.contributor) for e in found.issue.toc] == [
        (None, name, sender) for name, sender in zip(titles, senders, strict=True)
    ]
    assert [(a.section, a.title) for a in found.articles] == [(None, name) for name in titles]


@pytest.mark.parametrize("gap", ["　", "｜", "<br>"])
def test_links_to_the_titles_stand_behind_their_columns_on_one_line(gap: str) -> None:
    titles = {"班组建设": "钢轨边的安全账本", "冬运战报": "寒夜里换轨", "来信": "谢谢工友们"}
    listed = gap.join(
        f"{column}：<a href=#a{n}>{title}</a>" for n, (column, title) in enumerate(titles.items())
    )
    found = issue(f"<hr><p>{listed}</p><hr>", *map(article, titles.values()))
    entries = list(titles.items())
    assert [(e.section, e.title) for e in found.issue.toc] == entries
    assert [(a.section, a.title) for a in found.articles] == entries


@pytest.mark.parametrize("entry", ["1.<a href=#a{0}>{1}</a>", "<a href=#a{0}>{1}</a>（李明）"])
def test_numbers_and_names_beside_links_on_one_line_are_no_columns(entry: str) -> None:
    titles = ["钢轨边的安全账本", "寒夜里换轨", "谢谢工友们"]
    listed = "　".join(entry.format(n, title) for n, title in enumerate(titles))
    found = issue(f"<hr><p>{listed}</p><hr>", *map(article, titles))
    assert [(e.section, e.title) for e in found.issue.toc] == [(None, t) for t in titles]


def test_a_name_behind_a_link_is_one_though_no_table_knows_it() -> None:
    first, second = "江边的夜校", "采访老船工有三难"
    listed = f"<li><a href=#1>{first}</a>　　贺春江</li><li><a href=#2>{second}</a>　　盍春江</li>"
    found = issue(
        f"<p>目　录</p><ol>{listed}</ol><hr>",
        article(first, "<p align=center>贺春江</p>"),
        article(second, "<p align=center>盍春江</p>"),
    )
    assert [(e.title, e.contributor) for e in found.issue.toc] == [
        (first, "贺春江"),
        (second, "盍春江"),
    ]
    assert [a.title for a in found.articles] == [first, second]
    assert [c.text for a in found.articles for c in a.contributors] == ["贺春江", "盍春江"]


@pytest.mark.parametrize(
    "heading",
    ["目录 / CONTENTS", "目录｜CONTENTS", "CONTENTS 目录", "Contents／目录", "目录 Content"],
)
def test_the_heading_of_the_contents_may_say_so_in_english_too(heading: str) -> None:
    titles = ["公开课走进乡村", "城市管理的几点做法"]
    entries = "".join(f"<p>{title}</p>" for title in titles)
    found = issue(f"<p align=center>{heading}</p>{entries}", *map(article, titles))
    assert [e.title for e in found.issue.toc] == titles
    assert [a.title for a in found.articles] == titles


@pytest.mark.parametrize("form", ["{}", "{}………（1）", "◇ {}"])
def test_a_few_words_below_entries_that_all_come_back_name_the_first_column(form: str) -> None:
    titles = ["公开课走进乡村", "城市管理的几点做法", "小雷竹做出大文章"]
    found = issue(
        contents(*map(form.format, titles)),
        "<p>身边新事</p>",
        article(titles[0]),
        article(titles[1]),
        "<p>田间课堂</p>",
        article(titles[2]),
    )
    assert [e.title for e in found.issue.toc] == titles
    assert [(a.section, a.title) for a in found.articles] == [
        ("身边新事", titles[0]),
        ("身边新事", titles[1]),
        ("田间课堂", titles[2]),
    ]


@pytest.mark.parametrize(
    "heading", ["=== 本期看点 ===", "-- 目录 --", "～～目　录～～", "—— 要目 ——"]
)
def test_strokes_may_frame_the_heading(heading: str) -> None:
    found = issue(
        f"<p>{heading}</p><p>1. 公开课走进乡村</p><p>2. 职工读书会开讲</p><p>==========</p>",
        article("公开课走进乡村"),
        article("职工读书会开讲"),
    )
    assert [e.article for e in found.issue.toc] == [1, 2]
    assert [a.title for a in found.articles] == ["公开课走进乡村", "职工读书会开讲"]


def test_what_matters_most_may_be_the_first_column() -> None:
    found = issue(
        "<p><b><font color=red>本期重点</font></b></p>",
        article("公开课走进乡村"),
        "<p><b><font color=red>身边好人</font></b></p>",
        article("职工读书会开讲"),
    )
    assert not found.issue.toc
    assert [a.section for a in found.articles] == ["本期重点", "身边好人"]


def test_names_below_each_entry_are_no_column_and_no_entry() -> None:
    rows = ("【基层动态】", "公开课走进乡村", "清溪镇工会", "职工读书会开讲", "县图书馆、李明")
    found = issue(
        contents(*rows, "【案例评析】", "试用期里能辞退吗", "县法律援助中心"),
        "<p>基层动态</p>",
        article("公开课走进乡村"),
        "<p align=right>（清溪镇工会）</p>",
        article("职工读书会开讲"),
        "<p align=right>（县图书馆　李明）</p>",
        "<p>案例评析</p>",
        article("试用期里能辞退吗"),
        "<p align=right>（县法律援助中心）</p>",
    )
    assert [(e.section, e.contributor) for e in found.issue.toc] == [
        ("基层动态", "清溪镇工会"),
        ("基层动态", "县图书馆、李明"),
        ("案例评析", "县法律援助中心"),
    ]
    assert [len(a.contributors) for a in found.articles] == [1, 1, 1]


@pytest.mark.parametrize(
    "entry",
    [
        "<a><span>{column}</span><span>{title}</span></a>",
        "{number}<span>{column}</span><b>{title}</b>",
        "{number}｜{column}｜{title}",
    ],
)
def test_columns_are_told_from_the_entries_they_touch(entry: str) -> None:
    parts = [("交通人物", "治超站的“第一双眼睛”"), ("行业管理", "公交线路调整听民意")]
    listed = [
        entry.format(number=f"0{n}", column=column, title=title)
        for n, (column, title) in enumerate(parts, 1)
    ]
    body = [f"<p>{column}</p>{article(title)}" for column, title in parts]
    found = issue(contents(*listed), *body)
    assert [(e.section, e.title) for e in found.issue.toc] == parts
    assert [(a.section, a.title) for a in found.articles] == parts


def test_a_subtitle_that_touches_its_title_makes_no_column_of_it() -> None:
    title, sub = "焊花里的青春", "记市造船厂焊工雷凯的二十年"
    found = issue(
        contents(f"<b>{title}</b>{sub}", "公开课走进乡村"),
        article(title, f"<p align=center>——{sub}</p>"),
        article("公开课走进乡村"),
    )
    assert [a.section for a in found.articles] == [None, None]


def under(name: str) -> str:
    return f"<p align=center>{name}</p>"


def test_names_set_in_below_the_entries_are_who_wrote_though_titles_are_shortened() -> None:
    deep = "　" * 6
    found = issue(
        contents(
            "公开课走进乡村",
            f"{deep}县第一中学　李明",
            "校园里的“菜园”",
            "　——记柳林小学的劳动课",
            f"{deep}柳林小学工作队",
            "帮扶不能“一头热”",
            f"{deep}县供销社　王芳",
        ),
        article("公开课走进乡村", under("县第一中学　李明")),
        article("校园里的“菜园”", under("——记柳林小学的劳动课"), under("柳林小学工作队")),
        article("帮扶不能“剃头挑子一头热”", under("县供销社　王芳")),
    )
    assert [(e.section, e.title, e.contributor) for e in found.issue.toc] == [
        (None, "公开课走进乡村", "县第一中学 李明"),
        (None, "校园里的“菜园”", "柳林小学工作队"),
        (None, "帮扶不能“一头热”", "县供销社 王芳"),
    ]
    assert [e.article for e in found.issue.toc] == [1, 2, 3]


def test_an_entry_wrapped_behind_its_number_is_one_entry_where_the_title_is_wrapped_too() -> None:
    found = issue(
        contents("1．在全县教育工作", "推进会上的讲话　李明", "2．公开课走进乡村　王芳"),
        article("在全县教育工作<br>推进会上的讲话", under("李明")),
        article("城关镇：公开课走进乡村", under("王芳")),
    )
    assert [(e.title, e.contributor) for e in found.issue.toc] == [
        ("在全县教育工作推进会上的讲话", "李明"),
        ("公开课走进乡村", "王芳"),
    ]
    assert [a.title for a in found.articles] == [
        "在全县教育工作推进会上的讲话",
        "城关镇：公开课走进乡村",
    ]


def test_an_entry_wrapped_before_its_page_is_one_entry_though_the_title_is_longer() -> None:
    found = issue(
        contents("公开课走进乡村（1）", "农村学校饮水安全工程", "运行情况的调查（3）"),
        article("公开课走进乡村"),
        article("关于农村学校饮水安全工程<br>运行情况的调查"),
    )
    assert [e.title for e in found.issue.toc] == [
        "公开课走进乡村",
        "农村学校饮水安全工程运行情况的调查",
    ]
    assert len(found.articles) == 2


@pytest.mark.parametrize(
    ("over", "entry", "section", "subtitle"),
    [(8, 4, None, "泥与火里的守望"), (4, 8, "泥与火里的守望", None)],
)
def test_what_is_set_in_deeper_than_its_entry_is_a_line_over_the_title_and_no_column(
    over: int, entry: int, section: str | None, subtitle: str | None
) -> None:
    def set_in(columns: int, text: str) -> str:
        return "&nbsp;" * columns + text

    found = issue(
        contents(
            set_in(entry, "公开课走进乡村　李明"),
            set_in(over, "泥与火里的守望"),
            set_in(entry, "脊兽匠人和他的徒弟们　王芳"),
        ),
        article("公开课走进乡村", under("李明")),
        under("泥与火里的守望"),
        article("脊兽匠人和他的徒弟们", under("王芳")),
    )
    last = found.issue.toc[-1]
    assert (last.section, last.title, last.subtitle) == (
        section,
        "脊兽匠人和他的徒弟们",
        subtitle,
    )
    assert (found.articles[-1].section, found.articles[-1].subtitle) == (section, subtitle)


def test_a_title_may_stand_right_behind_the_only_paragraph_of_the_article_before() -> None:
    found = issue(
        contents("公开课走进乡村", "一封来信：大学梦圆了"),
        f"<p align=center><b>公开课走进乡村</b></p><p>　　{TEXT}（县第一中学）</p>",
        article("一封来信"),
    )
    assert [a.title for a in found.articles] == ["公开课走进乡村", "一封来信"]


SENT = ("县总工会", "县供电公司工会", "县人民法院")
DEEDS = ("一条水渠解了三千亩旱", "变电站里办起职工夜校", "干警护送走失老人回家")


@pytest.mark.parametrize("form", ["{n}、{t}（{u}）", "{t}　{u}", "{t}…………{u}", "{t}/{u}"])
@pytest.mark.parametrize(
    "lead", ["<p>　　<b>{}。</b>{}</p>", "<p>　　{}。{}</p>", "<p>{}</p><p>　　{}</p>"]
)
def test_who_sent_what_in_stands_behind_the_entries(form: str, lead: str) -> None:
    entries = "".join(
        f"<p>{form.format(n=n, t=deed, u=unit)}</p>"
        for n, (deed, unit) in enumerate(zip(DEEDS, SENT, strict=True), 1)
    )
    found = issue(f"<p>本期要目</p>{entries}", *(lead.format(deed, TEXT) for deed in DEEDS))
    assert [a.title for a in found.articles] == list(DEEDS)
    assert [[c.unit for c in a.contributors] for a in found.articles] == [[u] for u in SENT]
    assert [entry.article for entry in found.issue.toc] == [1, 2, 3]


@pytest.mark.parametrize(
    "form", ["<p>　　{t}…………{n}</p>", "<p>{n}、{t}</p>", "<p>　　{t}　　{u}</p>"]
)
@pytest.mark.parametrize("column", ["", "【经验交流】"])
def test_the_引题_of_the_first_title_is_no_entry(form: str, column: str) -> None:
    entries = "".join(
        form.format(n=n, t=deed, u=unit)
        for n, (deed, unit) in enumerate(zip(DEEDS, SENT, strict=True), 1)
    )
    over = f"<p align=center>{column}</p>" if column else ""
    found = issue(
        f"<p>目录</p><p>{column}</p>{entries}{over}<p align=center>沿河乡开展抗旱保苗的做法</p>",
        *map(article, DEEDS),
    )
    first = found.articles[0]
    assert (first.section or "", first.subtitle) == (column[1:-1], "沿河乡开展抗旱保苗的做法")
    assert [entry.title for entry in found.issue.toc] == list(DEEDS)


def test_entries_set_in_below_columns_are_no_names() -> None:
    entries = "".join(
        f"<p>【{column}】</p><p>　　{n}.{deed}（{unit}）</p>"
        for n, (column, deed, unit) in enumerate(
            zip(
                ("基层快讯", "调查研究", "班组故事"),
                ("县供电公司工会女工学插花", *DEEDS),
                SENT,
                strict=False,
            ),
            1,
        )
    )
    found = issue(
        f"<p>目录</p>{entries}<hr>", *map(article, ("县供电公司工会女工学插花", *DEEDS[:2]))
    )
    assert [(e.section, e.contributor) for e in found.issue.toc] == list(
        zip(("基层快讯", "调查研究", "班组故事"), SENT, strict=True)
    )


def test_an_entry_over_one_that_begins_with_the_unit_below_its_title_is_no_column() -> None:
    deeds = ("税务局上门为企业送政策", "县总工会到帮扶村走访", *DEEDS[:1])
    entries = "".join(f"<p>　　{deed}…………{n}</p>" for n, deed in enumerate(deeds, 1))
    sent = "<p align=center>（县总工会）</p>"
    found = issue(f"<p>目录</p>{entries}<hr>", *(article(deed, sent) for deed in deeds))
    assert [(e.section, e.title) for e in found.issue.toc] == [(None, deed) for deed in deeds]


def test_an_index_under_any_name_with_columns_and_names_that_are_not_linked() -> None:
    rows = (
        ("卷首", "写在第四个服务年开头", ""),
        ("特别关注", "港口工人的新技能证书", "罗启明"),
        ("", "一线工资协商调查手记", "调研组"),
        ("法律信箱", "单位搬迁可以要补偿吗", "法律援助中心"),
        ("文艺", "海风从吊臂间穿过", "柯　海"),
    )
    cells = "".join(
        f"<tr><td>{column}</td><td><a href=p{at}.html>{title}</a></td><td>{name}</td></tr>"
        for at, (column, title, name) in enumerate(rows)
    )
    lines = cells.replace("<tr>", "").replace("</tr>", "").replace("td>", "p>")
    for entries in (f"<table border=1>{cells}</table>", lines):
        html = (
            "<title>港城工会</title><table><tr><td align=center>《港城工会》2014年第6期</td></tr>"
            "<tr><td>总第158期　主办：港口区总工会　出版日期：2014年6月15日</td></tr>"
            f"<tr><td align=center><b>本期目录</b></td></tr><tr><td>{entries}</td></tr></table>"
        )
        page = parse(html.encode(), url="http://gc.example/201406/")
        assert page.kind == "issue" and page.issue is not None
        assert (page.issue.series, page.issue.number) == ("港城工会", 6)
        read = [(e.section, e.title, e.contributor) for e in page.issue.toc]
        assert read[1] == ("特别关注", "港口工人的新技能证书", "罗启明")
        assert read[2][1:] == ("一线工资协商调查手记", "调研组")
        assert read[-1][:2] == ("文艺", "海风从吊臂间穿过")


def test_the_last_row_of_a_table_is_an_entry_where_titles_begin_their_texts() -> None:
    titles = ("公开课走进乡村", "校园里办起了菜园", "退休教师传帮带见成效")
    units = ("县教育局", "城关镇工会", "县一中")
    rows = "".join(f"<tr><td>{t}</td><td>{u}</td></tr>" for t, u in zip(titles, units, strict=True))
    texts = "".join(f"<p>　　<b>{t}。</b>{TEXT}</p>" for t in titles)
    found = issue(f"<p align=center>目　录</p><table>{rows}</table>", texts)
    read = [(a.title, [c.unit for c in a.contributors]) for a in found.articles]
    assert read == [(t, [u]) for t, u in zip(titles, units, strict=True)]


def test_two_entries_may_stand_on_one_line_of_the_contents() -> None:
    titles = ("苹果园里来了冷凉蔬菜", "烧鸡作坊搬了新家")
    for between in (" · ", "；", "/"):
        found = issue(f"<p>目录</p><p>{between.join(titles)}</p><hr>", *map(article, titles))
        assert [(e.title, e.article) for e in found.issue.toc] == list(
            zip(titles, (1, 2), strict=True)
        )
