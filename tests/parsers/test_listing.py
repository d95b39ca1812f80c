# Markup is easier to check on one line.
# ruff: noqa: E501
import pytest

from archiver.parsers.page import parse
from archiver.records import Page

TITLES = ("夜校开到工地上", "职工书屋又添新书三百册", "枫叶乡工会换届", "困难职工走访活动结束")
DAYS = ("2015-09-28", "2015-09-21", "2015-08-30", "2015-08-02")
NAV = "".join(f'<li><a href="/c{k}/">{n}</a></li>' for k, n in enumerate(("首页", "动态", "法规")))


def page(
    rows: str, title: str = "工作动态-红枫县总工会", url: str = "http://gh.example/d/1.htm"
) -> Page:
    html = f"<html><head><title>{title}</title></head><body><ul>{NAV}</ul>{rows}</body></html>"
    return parse(html.encode(), url=url)


def listed(found: Page) -> list[tuple[str, str | None, str | None]]:
    return [
        (link.title, link.url, link.date.edtf if link.date else None)
        for link in found.links
        if link.block == "listing"
    ]


def rows(form: str) -> str:
    made = []
    for k, (title, day) in enumerate(zip(TITLES, DAYS, strict=True)):
        year, month, dom = day.split("-")
        fields = {"k": k, "title": title, "day": day, "y": year, "m": month, "d": dom}
        made.append(form.format(**fields))
    return "".join(made)


FORMS = {
    "poster in front of the date": '<li><h2><a href="{k}.htm">{title}</a></h2><div><a href="/space-uid-7.html">小杨</a>{day}</div></li>',
    "poster behind the date": '<article><h2><a href="{k}.htm">{title}</a></h2><div>{y}年{m}月{d}日 <a href="/author/yang">小杨</a></div></article>',
    "list item": '<li><a href="{k}.htm">{title}</a><span>{day}</span></li>',
    "date in front": '<li>[{day} 09:30]<a href="{k}.htm">{title}</a></li>',
    "date in the link": '<li><a href="{k}.htm"><span>{day}</span>{title}</a></li>',
    "table row": '<tr><td>·</td><td><a href="{k}.htm">{title}</a></td><td>{day}</td></tr>',
    "column, title, counter": '<p>[<a href="/c">动态</a>] <a href="{k}.htm">{title}</a> {day} 点击：1{k}</p>',
    "year apart": '<div class=i><p>{m}/{d}</p><div>{y}</div><h3><a href="{k}.htm">{title}</a></h3></div>',
    "day apart": '<div class=i><b>{d}</b><span>{y}-{m}</span><p><a href="{k}.htm">{title}</a></p></div>',
    "date on the next line": '<div><a href="{k}.htm">{title}</a></div><div>{day}</div>',
    "day above in the link": '<a class=c href="{k}.htm"><div><b>{d}</b><i>{y}-{m}</i></div>'
    "<div><h4>{title}</h4><p>活动现场气氛热烈。</p></div></a>",
    "date below a summary": '<dt><a href="{k}.htm">{title}</a></dt><dd>现场很热闹，大家都说好，来的人比去年多了一倍……'
    '<a href="{k}.htm">[详细]</a></dd><dd>发布时间：{day}</dd>',
    "card": '<a href="{k}.htm"><img src=x.jpg><h4>{title}</h4><p>活动现场气氛热烈……</p><i>{day}</i></a>',
}


@pytest.mark.parametrize("form", FORMS)
def test_items_titles_and_dates_are_found_in_every_form(form: str) -> None:
    wrapped = rows(FORMS[form])
    if form == "table row":
        wrapped = f"<table>{wrapped}</table>"
    found = page(f"<div class=main>{wrapped}</div>")
    assert found.kind == "listing"
    assert listed(found) == [
        (title, f"http://gh.example/d/{k}.htm", day)
        for k, (title, day) in enumerate(zip(TITLES, DAYS, strict=True))
    ]


def test_a_day_without_a_year_keeps_it_unknown() -> None:
    found = page(rows('<li><span>{m}-{d}</span><a href="{k}.htm">{title}</a></li>'))
    dates = [link.date for link in found.links if link.block == "listing"]
    assert [date.text for date in dates if date] == ["09-28", "09-21", "08-30", "08-02"]
    assert [date.edtf for date in dates if date] == [
        "XXXX-09-28", "XXXX-09-21", "XXXX-08-30", "XXXX-08-02",
    ]  # fmt: skip
    assert all(date and date.start is None for date in dates)


def test_a_day_without_a_year_is_of_the_year_that_its_item_is_filed_under() -> None:
    found = page(rows('<li><span>{m}-{d}</span><a href="/tzgg/2018/{k}.html">{title}</a></li>'))
    dates = [link.date for link in found.links if link.block == "listing" and link.date]
    assert [date.edtf for date in dates][:2] == ["2018-09-28", "2018-09-21"]
    assert {date.flags for date in dates} == {("year_inferred",)}


def test_a_day_without_a_year_is_of_the_year_that_the_issue_beside_it_is_numbered_in() -> None:
    cells = (
        "<tr><td><a href=n{k}.htm>工会简报2011年第{k}期</a></td><td>{m}月{d}日</td><td>60</td></tr>"
    )
    heads = "<tr><th>期号</th><th>印发日期</th><th>份数</th></tr>"
    rows_of = "".join(cells.format(k=9 - k, m=9 - k, d=k + 3) for k in range(4))
    found = page(f"<h3>工会简报</h3><table width=700>{heads}{rows_of}</table>")
    dates = [link.date for link in found.links if link.block == "listing" and link.date]
    assert [date.edtf for date in dates] == ["2011-09-03", "2011-08-04", "2011-07-05", "2011-06-06"]
    assert {date.flags for date in dates} == {("year_inferred",)}


@pytest.mark.parametrize("form", ["（{}.{}）", "{}年{}月", "[{}-{}]"])
def test_a_list_may_date_its_items_by_the_month(form: str) -> None:
    small = form.format("{y}", "{m}")
    found = page(rows('<div><h4><a href="{k}.htm">{title}</a></h4><p>' + small + "</p></div>"))
    dates = [link.date for link in found.links if link.block == "listing" and link.date]
    assert [date.edtf for date in dates] == [day[:7] for day in DAYS]
    headed = page("<h4>2012年9月</h4>" + rows('<div><h4><a href="{k}.htm">{title}</a></h4></div>'))
    assert not any(link.date for link in headed.links)


def test_a_year_of_two_digits_is_read_with_its_flag() -> None:
    found = page(rows('<li><span>12-{m}-{d}</span><a href="{k}.htm">{title}</a></li>'))
    dates = [link.date for link in found.links if link.block == "listing" and link.date]
    assert [date.edtf for date in dates] == ["2012-09-28", "2012-09-21", "2012-08-30", "2012-08-02"]
    assert {date.flags for date in dates} == {("two_digit_year",)}


def test_titles_cut_off_are_taken_from_the_attribute() -> None:
    cut = page(rows('<li><a href="{k}.htm" title="{title}全文">{title}…</a>{day}</li>'))
    assert [title for title, _, _ in listed(cut)] == [f"{title}全文" for title in TITLES]


def test_repeated_information_lines_are_those_of_items() -> None:
    found = page(
        rows('<h2><a href="{k}.htm">{title}</a></h2><p>发布时间：{day} 来源：办公室 浏览：3{k}</p>')
    )
    assert (found.kind, found.published, found.source) == ("listing", None, None)
    assert [day for _, _, day in listed(found)] == list(DAYS)


def test_turning_pages_is_no_item() -> None:
    more = '<div>共3页 <a href="index_1.htm">下一页</a> <a href="index_2.htm">尾页</a></div>'
    found = page(rows(FORMS["list item"]) + more)
    assert len(listed(found)) == len(TITLES)
    assert [link.title for link in found.links if link.block == "pagination"] == ["下一页", "尾页"]


@pytest.mark.parametrize(
    "form",
    (
        '<a href="{k}.htm">{title}</a>{day}',
        '<a href="{k}.htm">{title}</a> [{day}] ',
        '({day}) <a href="{k}.htm">{title}</a> ',
    ),
)
def test_links_on_one_line_have_each_their_own_date(form: str) -> None:
    found = page(f"<div class=box><div>{rows(form)}</div></div>")
    assert [(title, day) for title, _, day in listed(found)] == list(zip(TITLES, DAYS, strict=True))


def test_the_menu_of_a_column_with_several_boxes_is_no_part_of_its_lists() -> None:
    boxes = "".join(
        f"<div class=box><div><b>{name}</b><a href=/{k}/>{more}</a></div><ul>"
        + "".join(f'<li><a href="/{k}/{n}.htm">{title}</a></li>' for n, title in enumerate(TITLES))
        + "</ul></div>"
        for k, (name, more) in enumerate((("维权动态", "更多&gt;&gt;"), ("帮扶纪实", "MORE+")))
    )
    found = page(f"<div class=tabs><a href=/w/>维权频道</a><a href=/b/>帮扶频道</a></div>{boxes}")
    assert [title for title, _, _ in listed(found)] == [*TITLES, *TITLES]


def test_a_byline_that_asks_for_comments_is_no_item_of_a_blogs_list() -> None:
    posts = rows(
        '<article><h2><a href="{k}.htm">{title}</a></h2><div><time>{day}</time> <a href=/u>admin</a> '
        '<a href="{k}.htm#c">留下评论</a></div><p>{title}，现场气氛热烈，职工踊跃参加。<a href="{k}.htm">'
        "继续阅读</a></p></article>"
    )
    found = page(posts)
    assert found.kind == "listing"
    assert [(title, day) for title, _, day in listed(found)] == list(zip(TITLES, DAYS, strict=True))


def test_names_side_by_side_on_a_line_are_a_menu_beside_a_list_without_dates() -> None:
    laws = "".join(
        f"<li><a href={k}.htm>{law}</a></li>"
        for k, law in enumerate(("中华人民共和国工会法", "女职工劳动保护特别规定", "工伤保险条例"))
    )
    found = page(f"<div><a href=/f>法律法规</a> <a href=/s>服务</a></div><ul>{laws}</ul>", "法规")
    assert [title for title, _, _ in listed(found)][-3:] == [
        "中华人民共和国工会法",
        "女职工劳动保护特别规定",
        "工伤保险条例",
    ]
    assert "服务" not in [title for title, _, _ in listed(found)]


def test_dates_within_links_on_one_line_are_each_its_own() -> None:
    found = page("<div>" + rows('<a href="{k}.htm"><span>{title}</span>{day}</a>') + "</div>")
    assert [(title, day) for title, _, day in listed(found)] == list(zip(TITLES, DAYS, strict=True))


def test_a_column_with_one_dated_entry_is_a_list_and_one_file_is_none() -> None:
    crumb = "<div>当前位置：首页 &gt; 工作动态</div>"
    one = page(f"{crumb}<ul><li><a href=/d/3.htm>{TITLES[0]}</a><i>{DAYS[0]}</i></li></ul>")
    assert (one.kind, listed(one)) == (
        "listing",
        [(TITLES[0], "http://gh.example/d/3.htm", DAYS[0])],
    )
    file = page(f"{crumb}<ul><li><a href=/d/3.doc>登记表.doc</a><i>{DAYS[0]}</i></li></ul>")
    assert file.kind != "listing"


@pytest.mark.parametrize("day", ("<i>{d}</i>", "({d})", " {d}"))
def test_a_day_beside_a_title_cut_off_is_read(day: str) -> None:
    form = '<li><a href="{k}.htm" title="{title}">{cut}...</a>' + day + "</li>"
    made = [
        form.format(k=k, title=title, cut=title[:5], d=given[2:])
        for k, (title, given) in enumerate(zip(TITLES, DAYS, strict=True))
    ]
    assert [day for _, _, day in listed(page(f"<ul>{''.join(made)}</ul>"))] == list(DAYS)


def test_an_entry_set_over_the_list_with_a_lead_is_its_first() -> None:
    lead = "9月28日，县总工会召开全委会，总结工作，安排部署今年的任务。"
    first = (
        f'<h2><a href="f.htm">县总工会召开全委会议</a></h2><p>{lead}<a href="f.htm">[详情]</a></p>'
    )
    found = listed(page(f"<div class=first>{first}</div><ul>{rows(FORMS['list item'])}</ul>"))
    assert [title for title, _, _ in found] == ["县总工会召开全委会议", *TITLES]


def test_what_leads_to_more_may_stand_between_an_entry_with_its_lead_and_the_list() -> None:
    found = page(
        "<div><h2><a href=9.htm>职工运动会在县体育场闭幕</a></h2><p>历时两个月，二十个工种三千余名职工参赛……"
        f"</p></div><div><h4>工会动态 <a href=/d/>更多</a></h4><ul>{rows(FORMS['list item'])}</ul></div>"
    )
    assert [title for title, _, _ in listed(found)] == ["职工运动会在县体育场闭幕", *TITLES]


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("http://gh.example/", "红枫职工服务网"),
        ("http://gh.example/index.html", "红枫职工服务网"),
        ("http://gh.example/?cat=3", "通知公告"),
        ("http://gh.example/tz/index.html", "通知公告"),
    ],
)
def test_the_home_page_is_called_by_its_site_and_not_by_its_first_column(
    url: str, title: str
) -> None:
    found = page(
        f"<h3>通知公告</h3><ul>{rows(FORMS['list item'])}</ul>", "红枫职工服务网——欢迎您！", url
    )
    assert (found.kind, found.title) == ("listing", title)


def test_the_number_of_a_page_of_a_list_is_no_part_of_its_title() -> None:
    found = page(f"<ul>{rows(FORMS['list item'])}</ul>", "劳模风采 第2页 - 红枫县总工会")
    assert found.title == "劳模风采"


def test_a_list_is_called_by_the_column_printed_over_it_and_not_by_its_platform() -> None:
    found = page(
        "<h1>政府信息公开</h1><div>红枫县农业局</div><div>规范性文件</div>"
        f"<table>{rows(FORMS['table row'])}</table>",
        "规范性文件 - 红枫县农业局政府信息公开平台",
    )
    assert found.title == "规范性文件"


def test_rows_of_pictures_with_title_and_day_in_every_cell_are_a_list() -> None:
    form = "<td><a href={k}.htm><img src={k}.jpg></a><br><a href={k}.htm>{title}</a><br>{day}</td>"
    table = f"<table><tr>{rows(form)}</tr></table>".replace(
        "<td><a href=2", "</tr><tr><td><a href=2"
    )
    found = page(table, "校园掠影-红枫县第一中学")
    expected = list(zip(TITLES, DAYS, strict=True))
    assert (found.kind, [(title, day) for title, _, day in listed(found)]) == ("listing", expected)


def test_files_beside_a_text_are_no_notices() -> None:
    text = "".join(
        f"<p>　　现将第{n}条意见印发给你们，请认真学习，抓好落实。</p>" for n in "一二三"
    )
    files = "".join(
        f"<li><a href=/f/{n}.docx>{n}.docx</a></li>"
        for n in ("规划征求意见稿第一部分", "公开征求意见反馈表样")
    )
    found = page(f"<h1>枫叶乡职工之家建成</h1><div>{text}</div><div><ul>{files}</ul></div>")
    assert not [link for link in found.links if link.block == "notices"]


def test_a_form_to_fill_in_is_no_article() -> None:
    asked = "".join(
        f"<tr><td>{n}：</td><td><input></td></tr>" for n in ("姓名", "单位", "信件内容")
    )
    rules = "<p>请您如实填写姓名和单位，便于我们与您联系。</p><p>来信五个工作日内回复，请勿发表无关的内容。</p>"
    head = f"<h3>写信须知</h3>{rules}"
    kinds = [
        page(f"{head}{form}", "主席信箱").kind
        for form in ("", f"<form><table>{asked}</table></form>")
    ]
    assert kinds == ["article", "other"]


def test_a_holiday_in_a_title_is_not_the_day_of_its_item() -> None:
    form = '<dt><a href="{k}.htm">关于2018年国庆节放假安排的第{k}号通知</a></dt><dd>{day}</dd>'
    found = listed(page(f"<dl>{rows(form)}</dl>"))
    assert [day for _, _, day in found] == list(DAYS)


def test_undated_pages_under_a_heading_for_what_else_to_read_are_no_items() -> None:
    else_ = "".join(f'<li><a href="/h{k}">县直机关第{k}届职工运动会落幕</a></li>' for k in range(5))
    main = rows('<li><a href="{k}.htm">{title}</a></li>')
    aside = f"<div class=l><h3>热点新闻</h3><ul>{else_}</ul></div>"
    menu = "<ul><li><a href=/1>工会概况</a><li><a href=/2>通知公告</a></ul>"
    found = page(f"{menu}{aside}<div class=r><h3>工作动态</h3><ul>{main}</ul></div>")
    assert all(link.block != "notices" for link in found.links)
    assert [title for title, _, _ in listed(found)] == list(TITLES)


@pytest.mark.parametrize(
    "title",
    [
        "红枫县总工会_工作动态_列表",
        "红枫县总工会 工作动态",
        "红枫县总工会 -- 信息列表",
        "工作动态 - 列表 - 红枫县总工会",
        "红枫县总工会",
    ],
)
def test_a_list_is_called_by_its_column(title: str) -> None:
    heading = "<h3><span>工作动态</span><em>News</em></h3>"
    found = page(f"<div>红枫县总工会</div>{heading}<ul>{rows(FORMS['list item'])}</ul>", title)
    assert (found.kind, found.title) == ("listing", "工作动态")


def test_a_list_is_called_as_page_and_menu_call_it_where_the_title_tag_was_left_behind() -> None:
    items = rows(FORMS["list item"])
    menu = "<p><a href=/>首页</a> <a href=hd.htm>活动纪事</a> <a href=ly.htm>留言</a></p>"
    found = page(f"{menu}<h3>活动纪事</h3><ul>{items}</ul>", "大事记 - 红枫县总工会")
    assert (found.kind, found.title) == ("listing", "活动纪事")


MENU = "".join(
    f'<li><a href="/m/{k}.htm">{name}</a></li>'
    for k, name in enumerate(("学籍管理规定汇编", "学籍学位信息", "学生申诉处理办法"))
)


def test_a_menu_that_names_the_page_is_no_list_of_an_empty_column() -> None:
    found = page(
        f'<div class="left"><ul>{MENU}</ul></div><p>当前位置：<a href=/>首页</a> &gt; '
        "<a href=/x/>学籍学位信息</a></p><h2>学籍学位信息</h2>",
        "学籍学位信息",
    )
    assert found.kind == "other"
    assert listed(found) == []


def test_a_list_below_the_breadcrumb_goes_before_what_is_new_on_the_site_above_it() -> None:
    news = "".join(
        f'<tr><td><a href="/n/{k}.htm">红枫县工会{k}月份工作动态与图片新闻</a></td><td>2016-0{k}-10</td></tr>'
        for k in range(1, 9)
    )
    own = "".join(
        f'<tr><td><a href="/o/{k}.htm">{t}</a></td><td>{d}</td></tr>'
        for k, (t, d) in enumerate(zip(TITLES[:3], DAYS[:3], strict=True))
    )
    found = page(
        f"<table>{news}</table><div>当前位置：<a href=/>首页</a>&gt;&gt;<a href=/o/>工会夜校</a></div>"
        f"<table>{own}</table>",
        "工会夜校-红枫县总工会",
    )
    assert [(title, day) for title, _, day in listed(found)] == list(
        zip(TITLES[:3], DAYS[:3], strict=True)
    )


def test_a_breadcrumb_without_signs_is_told_by_the_column_it_ends_with() -> None:
    found = page(
        "<div><a href=/>首页</a>&nbsp;&nbsp;<a href=/a/>帮扶中心</a>&nbsp;&nbsp;<a href=/b/>助学政策</a></div>"
        "<h2>助学政策</h2><div class=text><p>符合条件的困难职工子女可以向所在单位工会提出申请，经核实后发放助学金。</p></div>",
        "助学政策",
    )
    assert found.title == "助学政策"
    assert [p.text[:4] for a in found.articles for p in a.paragraphs] == ["符合条件"]


def test_addresses_printed_in_a_text_are_no_items() -> None:
    links = "".join(
        f'<p>入口：<a href="https://ill.example/{k}">https://ill.example.cn/reader/{k}.html</a></p>'
        for k in range(3)
    )
    found = page(f"<h2>馆际互借</h2><div><p>提交申请入口：</p>{links}</div>", "馆际互借")
    assert found.kind != "listing"


def test_a_column_named_like_a_body_is_the_page_where_the_title_tag_ends_with_the_site() -> None:
    found = page(rows('<li><a href="{k}.htm">{title}</a>{day}</li>'), "系统工会 - 红枫工会网")
    assert found.title == "系统工会"


def test_a_day_before_month_and_year_dates_a_picture() -> None:
    days = ("23", "22", "9", "31")
    items = "".join(
        f"<li><div><a href=view/{n}.html><img src=/t/{n}.jpg></a></div>"
        f"<h5><a href=view/{n}.html>车间里的师傅第{n}组</a></h5><p><b>{day}</b> 10月 2016</p>"
        for n, day in enumerate(days)
    )
    html = f"<meta charset=utf-8><title>镜头里的职工</title><h1>镜头里的职工</h1><ul>{items}</ul>"
    found = parse(html.encode())
    assert found.kind == "listing"
    dates = [link.date and link.date.edtf for link in found.links if link.block == "listing"]
    assert dates == [f"2016-10-{int(day):02}" for day in days]


def test_a_long_name_of_a_column_on_the_line_of_a_menu_is_no_item_of_the_table_below() -> None:
    menu = "".join(f"<b><a href=/c{k}>{n}</a></b>" for k, n in enumerate(("政策", "年报", "服务")))
    cells = rows('<tr><td>{k}</td><td><a href="{k}.htm">{title}</a></td><td>{day}</td></tr>')
    found = page(
        f'<div class="top"><b><a href="/c9">主动公开的所有内容</a></b>{menu}</div>'
        f"<table><tr><th>序号</th><th>标题</th><th>日期</th></tr>{cells}</table>"
    )
    assert [(title, day) for title, _, day in listed(found)] == list(zip(TITLES, DAYS, strict=True))


LEAVES = (
    "<i><b>{d}</b><u>{y}-{m}</u></i><i>{title}</i>",
    "<i><b>{d}</b><u>{y}年{m}月</u></i>{title}",
    "<b>{d}</b> / <u>{y}.{m}</u><i>{title}</i>",
    "<i>{m}-{d}</i><u>{y}</u><i>{title}</i>",
    "<i>{y}</i><u>{m}-{d}</u><i>{title}</i>",
    "<i>{d}</i><u>{m}月</u><b>{y}</b><i>{title}</i>",
    "<i>{title}</i><i><b>{d}</b><u>{y}-{m}</u></i>",
)


@pytest.mark.parametrize("leaf", LEAVES)
def test_the_leaf_of_a_calendar_in_a_linked_row_is_no_part_of_its_title(leaf: str) -> None:
    linked = '<a class=row href="{k}.htm">' + leaf + "</a>\n"
    for form in (linked, f"<li>{linked}</li>"):
        found = page(f"<div class=rows>{rows(form)}</div>")
        assert [(title, day) for title, _, day in listed(found)] == list(
            zip(TITLES, DAYS, strict=True)
        )


def test_day_over_month_in_a_linked_row_leave_the_year_unknown() -> None:
    found = page(rows('<li><a href="{k}.htm"><i>{d}</i><u>{m}月</u>{title}</a></li>'))
    assert [(title, day) for title, _, day in listed(found)] == [
        (title, f"XXXX{day[4:]}") for title, day in zip(TITLES, DAYS, strict=True)
    ]


@pytest.mark.parametrize(
    "begun", ("<b>2015</b>年工作总结", "<b>3.15</b>维权日活动", "<i>2</i>月简报")
)
def test_digits_that_make_no_day_are_of_the_title(begun: str) -> None:
    more = rows('<li><a href="{k}.htm">{title}</a><span>{day}</span></li>')
    found = page(f'<ul><li><a href="/x.htm">{begun}</a><span>2015-10-08</span></li>{more}</ul>')
    first = begun.replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "")
    assert listed(found)[0][0] == first


_COLUMNS = "".join(
    f'<div><b>{name}</b><ul><li><a href="/{n}/20130518/1.html">{title}</a><em>05-18</em></li>'
    f'<li><a href="/{n}/20130509/2.html">{title}受到好评</a><em>05-09</em></li></ul></div>'
    for n, (name, title) in enumerate(
        (("基层动态", "河口镇总工会慰问环卫职工"), ("维权帮扶", "女职工专项合同签订仪式举行"))
    )
)


@pytest.mark.parametrize(
    "clock",
    ["2013年5月22日 星期三", "星期三 2013-5-22 10:21:07", "2013年5月22日 星期三 农历四月十三"],
)
def test_the_day_over_the_menu_of_a_home_page_is_not_when_it_was_published(clock: str) -> None:
    found = parse(
        f"<title>河口县工会网</title><div>{clock}</div><div><a href='/'>首页</a>"
        f"<a href='/a/'>基层动态</a><a href='/b/'>维权帮扶</a></div>{_COLUMNS}".encode()
    )
    assert found.kind == "listing"
    assert found.published is None
    assert sum(link.block == "listing" for link in found.links) == 4


def test_the_day_with_its_weekday_over_the_links_of_a_newspaper_is_the_pages() -> None:
    found = parse(
        "<title>河口工人报</title><div>2013-05-22 星期三</div><div><a href='a.htm'>上一版</a>"
        "<a href='b.htm'>版面导航</a></div><h1>女职工专项合同签订仪式举行</h1>"
        "<p>本报讯 县总工会昨日举行女职工专项集体合同签订仪式，二十家企业的代表参加了仪式。</p>".encode()
    )
    assert found.published is not None
    assert found.published.edtf == "2013-05-22"


def test_days_that_stand_as_headings_date_the_items_below_them() -> None:
    days = {
        "2013年6月27日": ("枫叶乡总工会换届选举圆满完成", "县直机关职工气排球赛收官"),
        "2013年6月25日": ("纺织园区签订首份工资集体合同",),
        "2013年6月24日": ("安全生产月咨询日活动走上街头", "河口镇为环卫工人配发遮阳帽"),
    }
    boxes = ""
    for day, titles in days.items():
        items = "".join(f'<li><a href="/n/{title}.html">{title}</a></li>' for title in titles)
        boxes += f"<div><h4>{day}</h4><ul>{items}</ul></div>"
    found = page(f"<h2>工运快递</h2>{boxes}")
    assert found.kind == "listing"
    assert [(title, day) for title, _, day in listed(found)] == [
        (title, f"2013-06-{day[7:9]}") for day, titles in days.items() for title in titles
    ]


def test_a_day_below_an_item_is_of_that_item_whatever_follows() -> None:
    rows = "".join(
        f"<div><a href=/{n}.htm>{title}受到职工好评</a></div><div>2013-06-{n}</div>"
        for n, title in enumerate(TITLES, 11)
    )
    more = "".join(
        f"<div><a href=/m{n}.htm>{title}的做法</a></div>" for n, title in enumerate(TITLES)
    )
    found = page(f"<div>{rows}{more}</div>")
    dated = [day for title, _, day in listed(found) if title.endswith("好评")]
    assert dated == [f"2013-06-{n}" for n, _ in enumerate(TITLES, 11)]


def test_a_home_page_of_small_boxes_is_a_list() -> None:
    boxes = "".join(
        f"<td><table><tr><td><b>{name}</b>　<a href=/{name}.htm>更多&gt;&gt;</a></td></tr><tr><td>"
        + "".join(
            f"·<a href=/{name}{n}.htm>{name}传来喜讯之{n}</a>（11月{n}日）<br>"
            for n in (11, 12, 13)
        )
        + "</td></tr></table></td>"
        for name in ("工会要闻", "基层动态", "政策法规")
    )
    found = parse(
        "<meta charset=utf-8><title>枫林县总工会欢迎您</title><table><tr><td><a href=/>首页</a> <a href=gk.htm>概况</a>"
        f"</td></tr><tr><td>热烈祝贺枫林县工会第十二次代表大会召开</td></tr><tr>{boxes}</tr><tr><td>"
        "枫林县总工会 2002-2007 地址：枫林县人民路12号 邮编 402100</td></tr></table>".encode()
    )
    assert found.kind == "listing"
    assert len(listed(found)) == 9


WITHOUT_YEARS = {
    "bullet": '<li><i>·</i><a href="/n/{y}{m}{d}/{k}.htm">{title}</a><em>{m}-{d}</em></li>',
    "bullet and brackets": '■<a href="/n/{y}{m}{d}/{k}.htm">{title}</a>（{m}月{d}日）<br>',
    "column": '<li>[动态]<a href="/n/{y}{m}{d}/{k}.htm">{title}</a> {m}-{d}</li>',
}


@pytest.mark.parametrize("form", WITHOUT_YEARS.values(), ids=WITHOUT_YEARS.keys())
def test_a_day_without_year_is_read_behind_a_bullet_or_column(form: str) -> None:
    found = page(f"<div>{rows(form)}</div>")
    assert found.kind == "listing"
    assert [day for *_, day in listed(found)] == list(DAYS)


def test_boxes_of_a_home_page_with_days_in_brackets_are_a_listing() -> None:
    boxes = "".join(
        f'<td><table><tr><td><b>{head}</b>　<a href="l{n}.htm">更多&gt;&gt;</a></td></tr><tr><td>'
        f"{''.join(f'·<a href=n/{n}{k}.htm>{t}</a>（9月{9 - k}日）<br>' for k, t in enumerate(TITLES[n : n + 2]))}"
        "</td></tr></table></td>"
        for n, head in enumerate(("工会要闻", "基层动态", "政策法规"))
    )
    found = page(f"<table><tr>{boxes}</tr></table>", "红枫县总工会", "http://gh.example/")
    assert found.kind == "listing"
    assert len(listed(found)) == 6


GROUPED = {
    "headings": (
        "<div>{}</div>",
        "<h4>{}</h4><ul>{}</ul>",
        '<li><a href="{}">{}</a></li>',
    ),
    "boxes": (
        "{}",
        '<div class="day"><h4>{}</h4><ul>{}</ul></div>',
        '<li><a href="{}">{}</a></li>',
    ),
    "definitions": ("<dl>{}</dl>", "<dt>{}</dt>{}", '<dd><a href="{}">{}</a></dd>'),
    "table": (
        "<table>{}</table>",
        "<tr><td><b>{}</b></td></tr>{}",
        '<tr><td>·<a href="{}">{}</a></td></tr>',
    ),
    "breaks": ("<div>{}</div>", "<b>{}</b><br>{}", '<a href="{}">{}</a><br>'),
}


@pytest.mark.parametrize("form", GROUPED.values(), ids=GROUPED.keys())
@pytest.mark.parametrize(
    ("heads", "days"),
    [
        (("2015年9月28日", "2015年9月21日"), ("2015-09-28", "2015-09-21")),
        (("2015-09-28 星期一", "2015-09-21 星期一"), ("2015-09-28", "2015-09-21")),
    ],
    ids=["days", "weekdays"],
)
def test_a_day_over_a_group_is_that_of_every_title_below(
    form: tuple[str, str, str], heads: tuple[str, str], days: tuple[str, str]
) -> None:
    whole, group, item = form
    titles = (TITLES[:3], TITLES[3:])
    groups = "".join(
        group.format(head, "".join(item.format(f"/n/{t}.htm", t) for t in below))
        for head, below in zip(heads, titles, strict=True)
    )
    found = page(f"<h2>工作动态</h2>{whole.format(groups)}<p>红枫县总工会</p>")
    assert found.kind == "listing"
    assert [day for *_, day in listed(found)] == [days[0]] * 3 + [days[1]]


def test_a_day_behind_each_title_is_not_that_of_the_next_ones() -> None:
    made = "".join(
        f'<p><a href="{k}.htm">{t}</a></p><p>{d}</p>'
        for k, (t, d) in enumerate(zip(TITLES, DAYS, strict=True))
    )
    more = '<p><a href="/x/1.htm">关于开展技能竞赛活动</a></p><p><a href="/x/2.htm">关于表彰先进的工会</a></p>'
    found = page(f"<div>{made}</div><div>{more}</div>")
    assert [day for *_, day in listed(found)][:4] == list(DAYS)


def test_the_day_of_an_article_over_links_makes_it_no_listing() -> None:
    text = "<p>红枫县总工会昨日召开会议，部署下半年工作。会议要求各级工会认真抓好落实。</p>"
    aside = "".join(
        f'<h4>{day}</h4><ul><li><a href="/n/{n}1.htm">{TITLES[n]}</a></li><li><a href="/n/{n}2.htm">{TITLES[n + 1]}</a></li></ul>'
        for n, day in enumerate(DAYS[:2])
    )
    found = page(f"<h1>县总工会部署下半年工作</h1><p>2015-09-30</p>{text}<div>{aside}</div>")
    assert found.kind == "article"
    assert found.published and found.published.edtf == "2015-09-30"


GRID = '<td><a href="/p/{k}.htm"><img src="/i/{k}.jpg"></a><br><a href="/p/{k}.htm">{name}</a></td>'
CAPTIONS = ("晨光", "焊花", "塔吊上的女师傅们", "采茶", "缝纫女工", "夜班")


def grid(below: str) -> Page:
    cells = [GRID.format(k=k, name=name) for k, name in enumerate(CAPTIONS)]
    table = f"<table><tr>{''.join(cells[:3])}</tr><tr>{''.join(cells[3:])}</tr></table>"
    return page(f"<h2>摄影作品</h2><div>{table}</div>{below}", "摄影作品-红枫县总工会")


def test_pictures_with_short_captions_are_a_listing_where_pages_are_numbered_below() -> None:
    found = grid('<div>共2页 <a class="cur">1</a> <a href="/p/index_2.htm">2</a></div>')
    assert found.kind == "listing"
    assert [title for title, *_ in listed(found)] == list(CAPTIONS)


def test_pictures_of_a_menu_are_no_listing() -> None:
    assert grid("").kind == "other"


def test_a_year_over_days_may_count_its_items() -> None:
    rows_of = rows('<li><span>{m}-{d}</span><a href="{k}.htm">{title}</a></li>')
    found = page(f"<details open><summary>2015年（4）</summary><ul>{rows_of}</ul></details>")
    assert [day for *_, day in listed(found)] == list(DAYS)


def test_a_month_over_days_gives_them_their_year_and_alone_no_title_a_day() -> None:
    item = '<li><a href="/n/{}.htm">{}</a>{}</li>'
    for beside, expected in ((" 09-28", "2015-09-28"), ("", None)):
        items = "".join(item.format(k, t, beside) for k, t in enumerate(TITLES))
        found = page(f"<h2>工作动态</h2><div><h4>2015年9月</h4><ul>{items}</ul></div>")
        assert [day for *_, day in listed(found)] == [expected] * len(TITLES)


@pytest.mark.parametrize(
    "entry",
    [
        '<dt>{}日</dt><dd><a href="/e/{}.html">{}</a></dd>',
        '<dd><i>{}日</i><a href="/e/{}.html">{}</a></dd>',
    ],
)
def test_a_day_over_or_before_each_title_is_of_the_month_that_heads_them(entry: str) -> None:
    months = [("2019年4月", ("26", "3")), ("2019年3月", ("29", "8"))]
    parts = [
        f"<h3>{month}</h3><dl>"
        + "".join(entry.format(day, f"{at}{day}", TITLES[at + k]) for k, day in enumerate(days))
        + "</dl>"
        for at, (month, days) in zip((0, 1), months, strict=True)
    ]
    found = page(f"<h1>工会纪事</h1><p>欢迎各工会小组投稿。</p>{''.join(parts)}")
    expected = ["2019-04-26", "2019-04-03", "2019-03-29", "2019-03-08"]
    assert [day for *_, day in listed(found)] == expected


def test_a_banner_and_a_menu_in_cells_beside_a_list_are_none_of_it() -> None:
    titles = (
        "铸钢车间怎样把牢骚会开成点子会",
        "从一本借条看职工储金会的作用",
        "退休工人管理委员会的一天",
    )
    menu = "<br>".join(
        f"<a href=l{k}.asp>{name}</a>" for k, name in enumerate(("首页", "制度", "材料", "诗文"))
    )
    items = "".join(
        f'<img src=dot.gif> <a href="v{k}.asp">{t}</a> [点击 {k}3]<br>'
        for k, t in enumerate(titles)
    )
    html = (
        "<title>太行厂工会</title><table><tr><td colspan=2><marquee>热烈庆祝我厂第十一届职工代表大会胜利召开！</marquee></td></tr>"
        f"<tr><td>{menu}</td><td><b>材料</b><hr>{items}<p>共 3 篇 本页 1/1</p></td></tr></table>"
    )
    found = parse(html.encode(), url="http://gh.example/d/l2.asp")
    assert found.kind == "listing"
    assert [title for title, _, _ in listed(found)] == list(titles)


def test_a_list_headed_by_its_column_goes_on_no_list_of_what_else_there_is() -> None:
    cells = (
        "<td><h4>热点推荐</h4><ul><li><a href=/h1>县长走访慰问环卫工人代表</a></li></ul></td>"
        f"<td><b>工作动态</b><br>{rows('· <a href={k}.htm>{title}</a> {day}<br>')}</td>"
    )
    found = page(f"<table><tr>{cells}</tr></table>")
    assert [title for title, _, _ in listed(found)] == list(TITLES)
