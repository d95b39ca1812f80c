"""Columns with one entry or none, and pages whose own name stands in the breadcrumb alone."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

ENTRY = "竹溪县总工会召开女职工工作座谈会"
DAY = "2016-04-19"
NAMES = ("首页", "工会概况", "通知公告", "女工天地", "职工书屋")
MENU = "<ul>" + "".join(f"<li><a href='/{n}/'>{n}</a></li>" for n in NAMES) + "</ul>"
LINK = f"<a href='/d/7.htm'>{ENTRY}</a>"
TEXT = f"<p>{ENTRY}，各乡镇女工主任交流了去年的做法，并提出了今年的打算。</p>"
CRUMB = "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/n/'>女工天地</a></div>"


def page(body: str, title: str = "女工天地-竹溪县总工会") -> Page:
    html = f"<html><head><title>{title}</title></head><body>{MENU}{body}</body></html>"
    return parse(html.encode(), url="http://gh.example/n/index.htm")


def listed(found: Page) -> list[tuple[str, str | None]]:
    links = (link for link in found.links if link.block == "listing")
    return [(link.title, link.date.edtf if link.date else None) for link in links]


def texts(found: Page) -> list[str]:
    return [p.text for article in found.articles for p in article.paragraphs]


ONE_ENTRY = {
    "under the breadcrumb": f"{CRUMB}<ul><li>{LINK}<span>{DAY}</span></li></ul>",
    "under the column's name": f"<h3>女工天地</h3><div>{LINK}</div><p>{DAY}</p>",
    "beside a box of the site": f"{CRUMB}<ul><li>{LINK} {DAY}</li></ul><div><h3>书屋</h3>"
    "<ul><li><a href='/s/1'>新书目录</a></li><li><a href='/s/2'>借阅规则</a></li></ul></div>"
    "<p>县总工会职工书屋每天下午开放，凭工会会员证借阅，每次可以借两册。</p>",
    "a row of a table": f"{CRUMB}<table><tr><th>名称</th><th>文号</th><th>发布日期</th></tr>"
    f"<tr><td>{LINK}</td><td>竹工发〔2016〕4号</td><td>{DAY}</td></tr></table>",
}


@pytest.mark.parametrize("form", ONE_ENTRY)
def test_the_only_entry_of_a_column_is_a_list(form: str) -> None:
    found = page(ONE_ENTRY[form])
    assert (found.kind, found.title, found.published) == ("listing", "女工天地", None)
    assert listed(found) == [(ENTRY, DAY)]


def test_an_only_entry_without_a_day_is_a_list_where_its_pages_are_numbered() -> None:
    entry = f"<ul><li>{LINK}<p>座谈会在县职工之家召开，各乡镇女工主任参加。</p></li></ul>"
    assert listed(page(f"{CRUMB}{entry}<div>首页 上一页 1 下一页 尾页</div>")) == [(ENTRY, None)]
    assert page(f"{CRUMB}{entry}").kind != "listing"


NO_ENTRY = {
    "a headline that links to itself": f"{CRUMB}<h2>{LINK}</h2><p>{DAY}</p><p>4月19日，竹溪县总"
    "工会召开女职工工作座谈会，各乡镇女工主任交流了去年的做法，并提出了今年的打算。</p>",
    "a file below a headline": f"<h2>{ENTRY}</h2><p>发布时间：{DAY}</p>"
    "<p><a href='/f/1.pdf'>座谈会发言材料汇编.pdf</a></p>",
    "tools beside the day": f"<h2>女工天地</h2><p>[<a href='/m'>手机版本</a>] "
    f"[<a href='/q'>扫描分享</a>] 发布时间：{DAY}</p><p>{ENTRY}。</p>",
}


@pytest.mark.parametrize("form", NO_ENTRY)
def test_what_only_looks_like_an_only_entry_is_no_list(form: str) -> None:
    found = page(NO_ENTRY[form], title="竹溪县总工会")
    assert (found.kind != "listing", listed(found)) == (True, [])


def test_a_page_is_called_by_its_column_where_the_title_tag_ends_with_a_name_of_any_kind() -> None:
    found = page("<p>女工天地</p>", title="女工天地 - 竹溪县工会第九次代表大会")
    assert (found.title, texts(found)) == ("女工天地", [])


def test_the_breadcrumb_names_a_page_whose_title_tag_names_the_school() -> None:
    found = page(f"<div>女工天地</div>{CRUMB}<p>暂无下级分类！</p>", title="竹溪县实验小学")
    assert (found.kind, found.title) == ("other", "女工天地")


def test_a_breadcrumb_that_begins_with_home_names_the_column_of_a_list() -> None:
    rows = "".join(f"<li><a href='/d/{k}'>{ENTRY}（{k}）</a> {DAY}</li>" for k in range(3))
    crumb = "<div><a href='/'>首页</a>-> 女工天地</div>"
    assert page(f"{crumb}<ul>{rows}</ul>", title="竹溪县总工会").title == "女工天地"


def test_what_stands_over_the_breadcrumb_of_an_empty_column_is_no_text() -> None:
    head = "<p>竹溪县工会会员网上服务大厅 - 全县职工自己的网站 !</p>"
    found = page(f"<div>{head}{CRUMB}<p>没有查询到相关数据</p></div>", title="女工天地")
    assert (found.kind, texts(found)) == ("other", [])


def test_two_times_beside_each_other_are_when_a_page_came_and_when_it_was_changed() -> None:
    info = "<div><time>2019年3月31日</time><time>2019年4月2日</time><b> by 管理员</b></div>"
    found = page(f"<h1>{ENTRY}</h1>{info}<div>{TEXT}</div>", title=f"{ENTRY}-竹溪县总工会")
    assert found.published is not None
    assert (found.published.edtf, found.source, found.author) == ("2019-03-31", None, "管理员")


def test_a_way_back_behind_the_information_does_not_hide_it() -> None:
    back = "<a href='javascript:history.go(-1)'>返回上一页</a>"
    info = f"<p><span>发布时间：{DAY}&nbsp;&nbsp;来自：县总工会女工部</span>{back}</p>"
    found = page(f"<h1>{ENTRY}</h1>{info}{TEXT}", title="文档")
    assert found.published is not None
    assert (found.published.edtf, found.source) == (DAY, "县总工会女工部")


def test_the_address_of_the_original_below_a_text_is_none_of_it() -> None:
    end = "<p>原文链接：http://news.example/4.html</p>"
    assert len(texts(page(f"<h1>{ENTRY}</h1><p>{DAY} 10:20</p><div>{TEXT}{end}</div>"))) == 1


def test_addresses_of_the_site_are_no_text_of_a_column_and_are_that_of_a_contact_page() -> None:
    lines = "<li>总机：0719-4321000</li><li>传真：0719-4321001</li><li>地址：竹溪县幸福路7号</li>"
    assert texts(page(f"{CRUMB}<h2>女工天地</h2><ul>{lines}</ul>")) == []
    assert texts(page(f"<h2>联系我们</h2><ul>{lines}</ul>", title="联系我们"))


ROWS = [(f"/d/{k}.htm", f"{ENTRY}（{k}）", f"2016-04-{10 + k}") for k in range(3)]


def test_a_list_that_comes_again_for_phones_is_read_once() -> None:
    large = "".join(f"<li><a href='{u}'>{t}</a><i>{d}</i></li>" for u, t, d in ROWS)
    small = "".join(f"<div class=m><a href='{u}'>{t}</a><b>{d}</b></div>" for u, t, d in ROWS)
    found = page(f"{CRUMB}<ul>{large}</ul><section class=phone>{small}</section>")
    assert listed(found) == [(title, day) for _, title, day in ROWS]
    assert sum(link.title == ROWS[0][1] for link in found.links) == 1


@pytest.mark.parametrize("line", ("| 08-06-25 | 【大 中 小】", "08-6-25", "08-06-25 打印"))
def test_a_day_with_a_short_year_right_under_the_headline_is_the_pages(line: str) -> None:
    found = page(f"<h1>{ENTRY}</h1><p>{line}</p><div>{TEXT}</div>", title=ENTRY)
    assert found.published is not None
    assert (found.published.edtf, found.published.flags) == ("2008-06-25", ("two_digit_year",))


def test_numbers_under_a_headline_that_are_no_day_are_text() -> None:
    found = page(f"<h1>{ENTRY}</h1><p>比赛结果 21-12-18</p><div>{TEXT}</div>", title=ENTRY)
    assert found.published is None


@pytest.mark.parametrize(
    "notice",
    (
        "本文由竹溪职工网整理发布，如需转载请注明来源及出处！",
        "未经授权，禁止转载，转载请联系本网编辑部。",
        "转载时请注明出处：竹溪职工网",
    ),
)
def test_a_notice_to_those_who_reprint_is_no_text(notice: str) -> None:
    body = f"<h1>{ENTRY}</h1><p>{DAY} 10:20</p><div>{TEXT}<p>{notice}</p></div>"
    assert len(texts(page(body, title=ENTRY))) == 1


PERSONS = ("何春梅", "陆远舟", "邱小竹", "单国良")


def test_the_name_of_a_person_is_no_headline_of_a_page_of_several() -> None:
    boards = "".join(
        f"<h3>{name}</h3><p>{name}，县总工会女职工委员会委员，一九九八年参加工作，现分管职工书屋和女职工"
        "素质提升，联系东片五个乡镇的基层工会。</p>"
        for name in PERSONS
    )
    found = page(f"{CRUMB}<div>女工天地</div>{boards}", title="竹溪县总工会")
    assert found.title == "女工天地"
    assert [t for t in texts(found) if t in PERSONS[1:]] == list(PERSONS[1:])


@pytest.mark.parametrize("left", ("{TAG_14226_TAG}", "[!--pagetitle--]", "{{title}}"))
def test_what_a_template_leaves_in_the_title_tag_is_no_title(left: str) -> None:
    found = page(f"{CRUMB}<p>{TEXT}</p>", title=left)
    assert found.title == "女工天地"


def test_a_sentence_in_a_box_of_the_site_behind_the_related_pages_is_no_text_of_a_picture() -> None:
    head = f"<h1>{ENTRY}</h1><p>发布时间：{DAY}</p><p><img src='/u/1.jpg'></p>"
    related = "".join(f"<li><a href='/d/{k}'>{ENTRY}（{k}）</a></li>" for k in range(4))
    box = "<div><b>职工书屋</b><p>县总工会职工书屋每天下午开放，凭工会会员证借阅。</p></div>"
    body = f"{head}<h2>相关文章</h2><ul>{related}</ul>{box}"
    found = page(body, title=f"{ENTRY}-竹溪县总工会")
    assert (found.title, found.kind, texts(found)) == (ENTRY, "other", [])


def test_a_page_whose_title_tag_is_none_is_called_by_the_line_over_its_prose() -> None:
    head = "<p>竹溪职工网</p>"
    body = f"{head}<p class=news_title01>女工委简介</p><div>{TEXT}{TEXT}</div>"
    assert page(body, title="无标题文档").title == "女工委简介"


def test_a_counter_of_visitors_is_no_text_of_an_empty_column() -> None:
    end = "<p>竹溪县人民路94号（442300）&nbsp; 您是来自的第 32582 位访客</p><p>返回原图</p>"
    assert texts(page(f"<h2>女工天地</h2>{CRUMB}<div></div><div>{end}</div>")) == []
