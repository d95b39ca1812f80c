"""Footers in many wordings, in markup that says it is a footer and in markup that does not."""

import pytest

from archiver.parsers.page import parse
from tests.work import no_hang

U, A, T, N, M = (
    "青禾县总工会",
    "青禾县城关镇解放路18号",
    "0735-3321456",
    "湘ICP备05001234号-1",
    "远帆网络科技有限公司",
)
HEADLINE = "城关镇工会为货车司机义诊"
BODY = [
    "　　5月8日，青禾县城关镇工会在文化广场举办了一场面向货车司机的健康义诊，三百多名司机到场。",
    "　　义诊由县人民医院的十二名医生负责，量血压、测血糖、做心电图，当场开出健康建议。",
    "　　司机老周说，跑车这么多年，第一次有人专门为我们做体检，心里很暖。",
]
FORMS = {
    "colon": (f"版权所有：{U} 地址：{A} 电话：{T}", {"owner": U, "address": A, "phone": T}),
    "hotline": (f"版权所有：{U} 监督热线：0735-3320000 服务热线：{T}", {"owner": U, "phone": T}),
    "hotline of five": (f"主办单位：{U} 便民热线：12345 湘ICP备05001234号", {"organiser": U}),
    "code of the site": (
        f"主办：青禾县人民政府　网站标识码：4310000001<br>电话：{T}",
        {"organiser": "青禾县人民政府", "phone": T},
    ),
    "padded": (
        f"主　办：{U}　　地　址：{A}<br>电　话：{T}　　制　作：{M}",
        {"organiser": U, "address": A, "phone": T, "producer": M},
    ),
    "kept by": (f"{U}　维护：信息中心", {"producer": None}),
    "blank before colon": (
        f"版 权 所 有 ： {U}<br>技 术 支 持 ： {M}",
        {"owner": U, "producer": M},
    ),
    "name first": (
        f"{U} 主办　{M} 技术支持<br>{N}",
        {"organiser": U, "producer": M, "icp": N},
    ),
    "label behind the mark": (f"Copyright 2010 All Rights Reserved 主办：{U}", {"organiser": U}),
    "telephone for a maker": (f"版权所有：{U} 技术支持：029-63912478", {"owner": U}),
    "roles against each other": (
        f"<span>主办单位：{U}</span><span>运行维护单位：青禾县信息中心</span>",
        {"organiser": U},
    ),
    "name owns": (f"{U}　版权所有　{N}", {"owner": U, "icp": N}),
    "owned by": (f"版权所有　{U}　技术支持：{M}", {"owner": U, "producer": M}),
    "copyright": (f"Copyright © 2009 {U} All Rights Reserved.", {"owner": U}),
    "copyright years": (
        f"Copyright&copy;2009-2015 {U}, All Rights Reserved 版权所有 {N}",
        {"owner": U, "icp": N},
    ),
    "copyright by": (f"CopyRight 2016 By {U} {N}", {"owner": U, "icp": N}),
    "sign": (f"&copy; 2011~2018 {U}　Powered by DedeCMS", {"owner": U}),
    "sign after": (f"版权所有 © 2012 {U} 未经书面授权不得转载", {"owner": U}),
    "bracketed c": (f"版权所有(C){U} 邮编：424400", {"owner": U}),
    "licence first": (f"{N} {U}版权所有", {"owner": U, "icp": N}),
    "pipes": (
        f"主办：{U} | 承办：县总工会办公室 | 地址：{A} | 电话：{T}",
        {"organiser": U, "address": A, "phone": T},
    ),
    "two roles": (f"主办：{U}  承办：青禾县电子政务办", {"organiser": U}),
    "paragraphs": (
        f"<p>{U}主办</p><p>{A}　{T}</p><p>{N} 湘公网安备 43101002000123号</p>",
        {"organiser": U, "icp": N},
    ),
    "address without label": (f"<p>主办单位：{U}</p><p>{A} 邮编424400</p>", {"organiser": U}),
    "cells": (
        f"<table><tr><td>主办单位：</td><td>{U}</td></tr><tr><td>联系地址：</td><td>{A}</td></tr>"
        f"<tr><td>备案号：</td><td>{N}</td></tr></table>",
        {"organiser": U, "address": A, "icp": N},
    ),
    "next line": (
        f"<dl><dt>主办单位：</dt><dd>{U}</dd><dt>地址：</dt><dd>{A}</dd></dl>{N}",
        {"organiser": U, "address": A},
    ),
    "links": (
        f'主办单位：<a href="/">{U}</a> 技术支持：<a href="http://m.example/">{M}</a>'
        f' <a href="http://beian.example/">{N}</a>',
        {"organiser": U, "producer": M, "icp": N},
    ),
    "emergency": (f"{U} 版权所有 | 单位地址：{A} 急救电话：{T}", {"owner": U, "address": A}),
    "maintained": (f"主办单位：{U} 运行维护单位：青禾县信息中心 {N}", {"organiser": U}),
    "made and kept": (
        f"版权所有：{U} 设计制作：{M} 电话：（0735）3321456",
        {"owner": U, "producer": M},
    ),
    "postcode": (f"地址：{A}（邮编：424400） 电话：{T}（办公室） {N}", {"address": A, "phone": T}),
    "postcode bare": (f"地址：{A} 邮编424400 Tel：{T} {N}", {"address": A, "phone": T}),
    "phone bare": (f"{U}版权所有 地址：{A} {T}", {"owner": U, "address": A}),
    "visitors": (f"主办：{U} 您是第88231位访问者<br>{N}", {"organiser": U, "icp": N}),
    "coming": (f"主办：{U}　　您是第 38112 位来访者<br>{N}", {"organiser": U, "icp": N}),
    "spaced licence": (
        f"版权所有：{U} 湘ICP备 05001234 号",
        {"owner": U, "icp": "湘ICP备05001234号"},
    ),
    "traditional": (
        "會址：九龍油麻地彌敦道88號二樓　電話：2780 4400　傳真：2385 6600<br>版權所有 青禾職工總會",
        {"owner": "青禾職工總會", "address": "九龍油麻地彌敦道88號二樓", "phone": "2780 4400"},
    ),
    "switchboard": (f"{U} 版权所有<br>校址：{A} 总机：{T}", {"address": A, "phone": T}),
    "makers alone": (f"{U}　制作维护：{M}", {"producer": M}),
    "rights": (f"{U}版权所有，未经许可不得复制、转载　Tel:{T}", {"owner": U}),
}
SHELLS = {
    "div": "<div>{}</div>",
    "class": '<div class="footer">{}</div>',
    "center": "<hr><center>{}</center>",
    "table": "<table width=100%><tr><td align=center>{}</td></tr></table>",
}


def page(footer: str, owner: str = U) -> bytes:
    """An article of three paragraphs above a footer."""
    body = "".join(f"<p>{text}</p>" for text in BODY)
    return (
        f"<html><head><meta charset=utf-8><title>{HEADLINE}-{owner}</title></head><body>"
        f'<div><a href="/">首页</a> <a href="/d/">工会动态</a></div><h1>{HEADLINE}</h1>'
        f"<div>发布时间：2017-05-09 来源：县总工会</div><div>{body}</div>{footer}</body></html>"
    ).encode()


@pytest.mark.parametrize("shell", SHELLS.values(), ids=SHELLS)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_footer_gives_its_facts_and_no_text(form: tuple[str, dict[str, str]], shell: str) -> None:
    footer, facts = form
    read = parse(page(shell.format(footer)), url="http://qh.example/d/1.html")
    found = read.site.model_dump()
    assert {name: found[name] for name in facts} == facts
    (article,) = read.articles
    assert [p.text.strip() for p in article.paragraphs] == [text.strip() for text in BODY]


@pytest.mark.parametrize(
    "footer",
    [
        "版权所有：bet365体育在线 地址：{A}",
        "bet365体育在线 版权所有 地址：{A}",
        "版权所有 bet365体育在线 地址：{A}",
        "Copyright © 2019 bet365体育在线 All Rights Reserved 地址：{A}",
        "主办：bet365appios 版权所有：bet365appios 地址：{A}",
    ],
)
def test_a_brand_in_the_owner_leaves_no_owner(footer: str) -> None:
    read = parse(page(f"<div>{footer.format(A=A)}</div>"), url="http://www.qh.gov.cn/d/1.html")
    assert (read.site.owner, read.site.organiser, read.site.address) == (None, None, A)
    assert read.integrity.status == "hijacked_chrome"


def test_an_article_may_name_organisers_and_addresses() -> None:
    text = "<p>　　活动由青禾县总工会主办</p><p>　　报名地址：解放路18号，电话：3321456。</p>"
    last = "<p>　　欢迎全县职工踊跃参加，名额五百人，报满为止，届时将评出一二三等奖。</p>"
    body = page(f"{text}{last}<div>版权所有：{U}</div>")
    (article,) = parse(body, url="http://qh.example/d/1.html").articles
    assert len(article.paragraphs) == 6
    end = "心里很暖。</p>"
    more = f"{end}<p>　　本次义诊由青禾县总工会主办</p>"
    whole = page("<div>版权所有：青禾县总工会</div>").decode().replace(end, more).encode()
    assert parse(whole, url="http://qh.example/d/1.html").site.organiser is None


@pytest.mark.parametrize(
    "sign", ["版 ", "主 办 ", "主办", "©", "权", "地址", "湘ICP", "0735-", "a1"]
)
def test_long_footers_are_no_hang(sign: str) -> None:
    with no_hang():
        parse(page(f"<div class=footer>{sign * 50_000}</div>"))


def test_the_footer_is_all_that_an_empty_page_holds() -> None:
    footer = (
        f"<div class='footer wrapper'><div class=addr><h2>联系我们</h2><p>{A} {U}<br>"
        f"邮编：424400</p><p>值班室：0735-3321456</p></div><p>Copyright © {U}</div>"
    )
    found = parse(
        "<html><title>规章制度</title><div>当前位置：<a href=/>首页</a> <a>规章制度</a></div>"
        f"<h2>规章制度</h2>{footer}</html>".encode()
    )
    assert found.kind == "other"
    assert found.articles == ()


def test_contacts_in_items_beside_the_owner_are_the_sites() -> None:
    found = parse(
        "<html><title>科研项目</title><h2>科研项目</h2><ul><li><p>联系人：办公室</p></li>"
        f"<li><p>电话：{N[-9:-2]}</p></li><li><p>地址：{A} 版权所有 {U}</p></li></ul>".encode()
    )
    assert found.articles == ()


def test_a_table_between_paragraphs_is_a_part_of_the_text() -> None:
    cells = "".join(
        f"<tr><td><p>{k}</p></td><td><p>{BODY[0].strip()}{BODY[1].strip()}</p></td></tr>"
        for k in range(1, 4)
    )
    found = parse(
        f"<html><title>{HEADLINE}</title><h1>{HEADLINE}</h1><p>发布时间：2021-05-09</p><div>"
        f"<p>{BODY[2].strip()}</p><table>{cells}</table><p>欢迎更多的司机朋友们到文化广场来做体检。</p></div></html>".encode()
    )
    text = [p.text for p in found.articles[0].paragraphs]
    assert text[0] == BODY[2].strip()
    assert text[-1] == "欢迎更多的司机朋友们到文化广场来做体检。"


@pytest.mark.parametrize("sign", [":", " / ", "｜"])
def test_a_footer_below_the_last_article_names_who_sent_it_in(sign: str) -> None:
    articles = "".join(
        f"<h2>{title}</h2><p>{BODY[n]}</p><footer>供稿{sign}{unit}</footer>"
        for n, (title, unit) in enumerate((("货车司机义诊", "县医院"), ("千人骑行", "县妇联")))
    )
    page = parse(
        f"<article><h1>青禾工会 2017年第3期</h1><div><p>青禾工会</p><p>第3期</p>"
        f"<p>{U} 2017年5月9日</p>{articles}</div></article>"
        f"<nav><a href=/2.html>上一篇 青禾工会 2017年第2期</a></nav><footer>{U}</footer>".encode()
    )
    assert [[c.unit for c in article.contributors] for article in page.articles] == [
        ["县医院"],
        ["县妇联"],
    ]


def test_a_footer_within_the_element_of_an_article_may_hold_bare_names() -> None:
    articles = "".join(
        f"<article><h3>{title}</h3><p>{BODY[n]}</p><footer>{names}</footer></article>"
        for n, (title, names) in enumerate(
            (("货车司机义诊", "县医院 李梅"), ("千人骑行", "县妇联"))
        )
    )
    page = parse(
        f"<p>青禾工会</p><p>第3期</p><p>{U} 2017年5月9日</p>{articles}<footer>{U}</footer>".encode()
    )
    found = [[(c.unit, c.person) for c in article.contributors] for article in page.articles]
    assert found == [[("县医院", "李梅")], [("县妇联", None)]]


@pytest.mark.parametrize("year", ["", "1999年"])
@pytest.mark.parametrize("tools", ["[返 回] [打 印]", "【打 印】【关 闭】", "收起"])
def test_labels_of_tools_may_be_padded(tools: str, year: str) -> None:
    found = parse(
        f"<h1>{HEADLINE}</h1><div>{''.join(f'<p>{p}</p>' for p in BODY)}<p>（{U} 李梅）</p></div>"
        f"<p align=right>{tools}</p><p>{U}办公室　{year}制作　E-mail: a@b.cn</p>".encode()
    )
    (article,) = found.articles
    assert [p.text for p in article.paragraphs] == [text.strip() for text in BODY]
    assert [(c.unit, c.person) for c in article.contributors] == [(U, "李梅")]
