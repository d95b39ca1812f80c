"""Pages as browsers save them once their scripts have run, and portals' words around a text."""

import pytest

from archiver.parsers.chrome.classify import classify
from archiver.parsers.markup.html import read_html
from archiver.parsers.page import parse
from archiver.records import Page

TITLE = "白石县总工会开展暑期职工子女托管服务"
INFO = "<p>发布时间：2021-07-06　来源：白石县总工会</p>"
FIRST = "<p>　　7月5日，白石县总工会在三个乡镇开办暑期托管班，一百二十名职工子女当天报到入班。</p>"
SECOND = "<p>　　托管班每天上午八点开班，由县里的志愿教师轮流授课，全程不收取任何费用。</p>"
CRUMB = "<div class=crumb>当前位置：<a href=/>首页</a> &gt; <a href=/xw/>工会新闻</a></div>"


def _page(*body: str, title: str = TITLE, head: str = "") -> Page:
    html = f"<html><head>{head}<title>{title}</title></head><body>{''.join(body)}</body></html>"
    return parse(html.encode(), url="http://gh.example/xw/202107/t1.html")


def _texts(page: Page) -> list[str]:
    return [p.text for article in page.articles for p in article.paragraphs]


def test_what_a_framework_has_hidden_is_no_text() -> None:
    page = _page(
        f"<h1>{TITLE}</h1>{INFO}<div class='box ng-hide'><p>附件信息：</p><p>请先登录后查看，"
        "没有账号的可以免费注册。</p></div><div class='tips layui-hide'>看得更多。</div>",
        FIRST,
        SECOND,
    )
    assert len(_texts(page)) == 2
    assert _texts(page)[0].startswith("7月5日")


@pytest.mark.parametrize(
    "said",
    [
        "用微信扫一扫，点击右上角分享按钮，将本文分享给您的好友或朋友圈。",
        "手机扫一扫打开此页",
        "打开微信，点击底部的“发现”，使用“扫一扫”即可将网页分享至朋友圈。",
        "手机扫描二维码阅读本文",
        "微信扫码下载客户端",
    ],
)
def test_how_a_phone_gets_to_the_page_is_no_text(said: str) -> None:
    page = _page(f"<div><h1>{TITLE}</h1>{INFO}<p>{said}</p>{FIRST}{SECOND}<p>{said}</p></div>")
    assert [text[:4] for text in _texts(page)] == ["7月5日", "托管班每"]


def test_what_readers_scan_to_take_part_stays_text() -> None:
    said = "请使用微信扫描二维码报名，名额满后不再受理。"
    assert said in _texts(_page(f"<h1>{TITLE}</h1>{INFO}{FIRST}<p>{said}</p>"))


def test_a_declaration_of_rights_below_the_text_is_the_sites() -> None:
    page = _page(
        f"<div class=main><h1>{TITLE}</h1>{INFO}{FIRST}{SECOND}"
        "<div class=bq><div>版权与免责声明</div>"
        "<div>1.凡本站注明“来源：白石县总工会”的所有作品，版权属于本站，其他媒体、网站或个人转载使用时必须注明来源，"
        "违反上述声明的，本站将追究其相关法律责任，并保留向有关部门举报的权利，直至侵权的一方改正为止，特此说明，"
        "请各位读者和同行互相转告并共同遵守，谢谢大家长期以来的支持和配合。</div>"
        "<div>2.其他作品均转自别的媒体，目的在于传递更多信息。</div></div></div>"
    )
    assert len(_texts(page)) == 2


def test_a_page_about_rights_keeps_its_text() -> None:
    page = _page(
        "<h1>免责声明</h1><p>本站的信息仅供参考，使用者应当自行核实后再作决定。</p>"
        "<p>本站不对使用这些信息造成的任何损失承担责任，也不保证链接长期有效。</p>",
        title="免责声明_白石县总工会",
    )
    assert len(_texts(page)) == 2


def test_the_author_of_the_head_is_not_the_site() -> None:
    meta = "<meta name=Author content=白石县总工会><meta name=ArticleTitle content=x>"
    page = _page(f"<h1>{TITLE}</h1>{INFO}{FIRST}", title=f"{TITLE}_白石县总工会", head=meta)
    assert page.author is None
    portal = "<meta name=author content=白石在线>"
    page = _page(f"<h1>{TITLE}</h1>{INFO}{FIRST}", title=f"{TITLE}_白石在线", head=portal)
    assert page.author is None


def test_the_author_of_the_head_is_one_that_readers_see() -> None:
    meta = "<meta name=author content=林晓梅>"
    seen = _page(f"<h1>{TITLE}</h1>{INFO}{FIRST}<div>编辑：林晓梅</div>", head=meta)
    unseen = _page(f"<h1>{TITLE}</h1>{INFO}{FIRST}", head=meta)
    assert (seen.author, unseen.author) == ("林晓梅", None)
    of_article = f"{meta}<meta name=ArticleTitle content={TITLE}>"
    assert _page(f"<h1>{TITLE}</h1>{INFO}{FIRST}", head=of_article).author == "林晓梅"


def test_titles_printed_again_as_tips_are_links() -> None:
    title = "关于劳模疗休养活动安排的通知"
    markup = read_html(f"<div><a href=/n/1.html>{title}</a><span class=tip>{title}</span></div>")
    assert classify(markup) == ["link"]


def test_a_menu_with_sentences_over_the_dated_head_is_no_text() -> None:
    duties = "<p>一、依法维护职工合法权益，指导各级工会开展集体协商和民主管理工作。</p>"
    others = "".join(f"<div><a href=/j/{n}/>内设机构{n}</a></div>" for n in range(4))
    page = _page(
        f"<div class=all><div class=nav>{duties * 2}{others}</div>{CRUMB}{INFO}<div><table>"
        "<tr><td>序号</td><td>当事人名称</td><td>处罚决定书文号</td><td>内容</td></tr>"
        "<tr><td>1</td><td>白石县某某建筑公司</td><td>白人社罚〔2024〕5号</td><td>未为职工"
        "缴纳工伤保险费，罚款两万元</td></tr></table></div></div>",
        head="<meta name=ArticleTitle content=行政处罚信息公开表>",
        title="白石县总工会",
    )
    assert not any("民主管理" in text for text in _texts(page))


def test_short_links_between_tools_are_tools() -> None:
    row = "".join(
        f"<td><a href=/t/{n}>{name}</a></td>"
        for n, name in enumerate(("打印", "留言", "论坛", "网摘", "手机点评", "纠错"))
    )
    page = _page(
        f"<h1>{TITLE}</h1>{INFO}<table><tr>{row}<td>E-mail推荐：</td></tr></table>{FIRST}{SECOND}"
    )
    assert len(_texts(page)) == 2


def test_titles_of_other_pages_behind_the_text_are_none_of_it() -> None:
    links = "<br>".join(
        f"<a href=/n/{n}.html>白石县第{n}批职工书屋建成开放</a>" for n in ("一", "二", "三", "四")
    )
    page = _page(f"<h1>{TITLE}</h1>{INFO}<div class=c>{FIRST}{SECOND}<br><br>{links}</div>")
    assert len(_texts(page)) == 2


def test_a_link_that_the_line_above_announces_is_text() -> None:
    page = _page(
        f"<h1>{TITLE}</h1>{INFO}<div class=c><div>　　7月5日，托管班开班，家长可在网上看课。</div>"
        "<div>课程表网址：</div>"
        "<div><a href=http://gh.example/kcb/>http://gh.example/kcb/</a></div></div>"
    )
    assert _texts(page)[-1] == "http://gh.example/kcb/"


@pytest.mark.parametrize(
    "caption",
    [
        "白石县总工会负责人（右）看望学员 县融媒体中心供图",
        "白石县总工会在城关镇的托管班开班。（县融媒体中心供图）",
    ],
)
def test_a_caption_over_the_text_belongs_to_it(caption: str) -> None:
    text = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, FIRST, SECOND))
    last = "<p>　　白石县总工会在城关镇以外的八个乡镇也将陆续开班，职工可以就近报名。</p>"
    page = _page(
        f"<h3>{TITLE}</h3><div>时间：2021-07-06 来源：白石县总工会</div>"
        f"<div class=zw><div><p></p></div><div>{caption}</div><div>{text}{last}</div></div>"
    )
    assert _texts(page)[0] == caption


def test_labelled_lines_one_under_the_other_are_paragraphs() -> None:
    page = _page(
        f"<h1>{TITLE}</h1>{INFO}{FIRST}<p>时间：2021年7月8日至9日 上午8:30至11:00</p>"
        f"<p>地点：县工人文化宫二楼第一教室</p>{SECOND}"
    )
    assert "地点：县工人文化宫二楼第一教室" in _texts(page)


@pytest.mark.parametrize(
    "title",
    [
        "对硫丹等5种农药采取管理措施（2017年农业部公告第2552号）",
        "白石县税务局公告2019年第31号",
        "白石县人民政府通告第6号",
    ],
)
def test_a_title_may_give_type_and_number_of_a_document(title: str) -> None:
    assert _page(f"<h1>{title}</h1>{INFO}{FIRST}{SECOND}", title=title).kind == "document"


def test_news_of_a_numbered_document_is_an_article() -> None:
    title = "农业部发布公告第2552号"
    assert _page(f"<h1>{title}</h1>{INFO}{FIRST}{SECOND}", title=title).kind == "article"


def test_an_organ_without_a_name_is_a_column() -> None:
    items = "".join(
        f"<li><a href=/gh/{n}.html>第{n}次教职工代表大会顺利召开</a> 2021-07-0{n}</li>"
        for n in range(1, 8)
    )
    page = _page(f"<ul>{items}</ul>", title="工会_白石县第二小学-白石县教育局")
    assert (page.kind, page.title) == ("listing", "工会")


def test_the_english_name_of_a_column_is_no_headline() -> None:
    items = "".join(
        f"<li><a href=/gf/{n}.html>关于印发林业管理办法（之{n}）的通知</a> 2021-07-0{n}</li>"
        for n in range(1, 8)
    )
    page = _page(
        "<div class=dz>当前位置：首页&gt;规范性文件</div><div class=t><div>规范性文件</div>"
        "<div class=title>News information</div></div><div class=r>规范性文件</div>",
        f"<ul>{items}</ul>",
        title="白石县林业局-白石县林业局",
    )
    assert (page.kind, page.title) == ("listing", "规范性文件")


def test_the_day_below_the_lead_is_that_of_the_card_above() -> None:
    cards = "".join(
        f"<ul class=list><li><a href='javascript:;'>职工文化中心改造第{n}次变更公告</a></li>"
        "<li>本工程已由县发展和改革局批准，现公开招标。… <a href='javascript:;'>[查看全文]</a></li>"
        f"<li>发布时间：2020-04-1{n} 09:04:12</li></ul>"
        for n in range(6)
    )
    page = _page(f"<h3>{CRUMB}</h3>{cards}", title="变更公告_白石县总工会")
    days = [link.date and link.date.edtf for link in page.links if link.block == "listing"]
    assert (page.kind, days) == ("listing", [f"2020-04-1{n}" for n in range(6)])
