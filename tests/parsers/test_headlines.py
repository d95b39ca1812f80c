"""Which line of a page is its headline when the title tag does not say."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

SENTENCE = (
    "县总工会决定在全县职工中开展读书月活动，各基层工会要认真组织，把活动办到车间班组，办出成效。"
)
TEXT = f"<p>　　{SENTENCE}</p><p>　　{SENTENCE}</p>"
HEADLINE = "枫叶乡办起职工夜校"


def page(body: str, title: str) -> Page:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return parse(html.encode(), content_type="text/html; charset=utf-8")


def text(found: Page) -> list[str]:
    return [p.text for article in found.articles for p in article.paragraphs]


def test_the_name_of_the_site_above_its_menu_is_no_headline() -> None:
    found = page(
        "<h1>梅岭职工之家</h1><div><a href=/>首页</a> <a href=/d>动态</a></div>"
        f"<table><tr><td class=newstitle>{HEADLINE}</td></tr>"
        f"<tr><td>浏览 112 次　2014-7-2 15:33:20</td></tr><tr><td>{TEXT}</td></tr></table>",
        "梅岭职工之家",
    )
    assert (found.title, found.published and found.published.edtf) == (HEADLINE, "2014-07-02")
    assert text(found) == [SENTENCE, SENTENCE]


def test_the_banner_of_a_column_above_the_breadcrumb_is_no_headline() -> None:
    found = page(
        "<div class=banner><h1>经审工作</h1><p><a href=/>首页</a> / 经审工作</p></div>"
        f"<h3>{HEADLINE}</h3><ul><li>2020-09-11</li></ul><div class=article-content>{TEXT}</div>",
        "梅岭县总工会-经审工作",
    )
    assert (found.title, found.published and found.published.edtf) == (HEADLINE, "2020-09-11")


def test_no_headline_stands_below_its_text() -> None:
    found = page(
        f"<div><a href=/>首页</a></div><p>{HEADLINE}</p>{TEXT}"
        "<h3>梅岭工会信息网</h3><p>主办：梅岭县总工会</p>",
        "梅岭工会信息网",
    )
    assert found.title == HEADLINE
    assert text(found) == [SENTENCE, SENTENCE]


def test_a_newspaper_gives_day_and_edition_above_its_headline() -> None:
    found = page(
        "<div><span>2011年9月14日 星期三 第A02版：要闻</span><a href=1.htm>版面导航</a></div>"
        f"<div class=c><div class=bt>{HEADLINE}</div><div>{TEXT}</div></div>",
        "梅岭工人报",
    )
    assert (found.title, found.published and found.published.edtf) == (HEADLINE, "2011-09-14")


def test_days_as_systems_made_abroad_print_them() -> None:
    forms = ("由 xuan 提交于 周二, 07/09/2013 - 09:20", "周二, 09 七月 2013 10:28")
    for form in forms:
        found = page(f"<h1>{HEADLINE}</h1><div>{form}</div>{TEXT}", f"{HEADLINE} | 梅岭工会")
        assert found.published is not None
        assert found.published.edtf == "2013-07-09"
        assert text(found) == [SENTENCE, SENTENCE]


def test_the_link_of_a_source_is_no_item_of_a_list() -> None:
    found = page(
        f"<h1>{HEADLINE}</h1><h2>2014年05月13日08:21</h2><h2>来源：<a href=http://n.example>梅岭日报"
        f"</a>　<a href=#>手机看新闻</a></h2><div><a>打印</a><a>网摘</a><a>纠错</a></div>{TEXT}"
        "<div><h3>热点推荐</h3><ul><li><a href=/1>书记下基层听民意</a></li></ul></div>",
        f"{HEADLINE}--梅岭工会",
    )
    assert (found.source, found.published and found.published.edtf) == ("梅岭日报", "2014-05-13")
    assert text(found) == [SENTENCE, SENTENCE]


def test_a_breadcrumb_that_ends_in_dots_names_the_column_before_them() -> None:
    items = "".join(
        f"<li><a href={n}.htm>{HEADLINE}之{n}</a> 2015-0{n}-02</li>" for n in range(1, 6)
    )
    found = page(
        f"<div>当前位置：首页 &gt; 联合办学 &gt; ...</div><ul>{items}</ul>", "梅岭工会信息网"
    )
    assert (found.kind, found.title) == ("listing", "联合办学")


def test_more_beside_a_heading_and_the_buttons_of_a_slide_show_are_tools() -> None:
    slides = "<p><a>上一张</a><a>自动 / 暂停播放</a><a>下一张</a></p>"
    found = page(f"<h2>more {HEADLINE}</h2><div>2015-03-02 10:00</div>{slides}{TEXT}", "梅岭工会")
    assert found.title == HEADLINE
    assert text(found) == [SENTENCE, SENTENCE]


def test_a_slogan_over_the_headline_does_not_make_the_sites_name_one() -> None:
    slogan = (
        "热烈庆祝五一国际劳动节！欢迎广大职工朋友访问我们的网站，多提宝贵意见和建议，共同办好网站。"
    )
    found = page(
        f"<h1>梅岭县总工会</h1><div><a href=/>首页</a> <a href=/d>动态</a></div>"
        f"<marquee>{slogan}</marquee><h2>{HEADLINE}</h2>{TEXT}",
        "梅岭县总工会",
    )
    assert found.title == HEADLINE


INFO = "<p>发布人：admin　发布时间：2010/3/10 9:20:15</p>"


@pytest.mark.parametrize(
    "head",
    [
        f"<div>基层动态</div><div>{HEADLINE}</div>{INFO}",
        f"<h2>基层动态</h2><h3>{HEADLINE}</h3>",
        f"<center>{HEADLINE}</center><center>枫叶乡工会　2010年3月10日　点击次数：9</center>",
        f"<div><b>{HEADLINE}</b> [2010-3-10]</div>",
        f"<h3>基层动态<em>News</em></h3><div class=title>{HEADLINE}</div>",
        f"<div>基层动态</div>{INFO}<p class=p1>{HEADLINE}</p>",
    ],
)
@pytest.mark.parametrize("title", ["基层动态-梅岭县总工会", "梅岭县总工会欢迎您！"])
def test_under_the_name_of_its_column_stands_the_headline(head: str, title: str) -> None:
    found = page(f"<div><a href=/>首页</a> <a href=/d>基层动态</a></div>{head}{TEXT}", title)
    assert (found.title, text(found)) == (HEADLINE, [SENTENCE, SENTENCE])


def test_a_page_about_the_institution_keeps_its_name() -> None:
    about = f"<h2>机构概况</h2><p>第一部分　职责说明和人员编制情况</p>{TEXT}"
    assert page(about, "机构概况-梅岭县总工会").title == "机构概况"


def test_a_broken_headline_under_a_title_that_only_names_the_column() -> None:
    printed = "<font size=5>梅岭县总工会办公室<br>关于召开劳模座谈会的通知</font>"
    found = page(f"<a href=/>首页</a><p align=center>{printed}</p><p>各工会：</p>{TEXT}", "通知")
    assert found.title == "梅岭县总工会办公室关于召开劳模座谈会的通知"


def test_the_words_before_the_name_of_an_archive_are_no_part_of_it() -> None:
    found = page(f"<h1>分类目录归档：<span>工会活动</span></h1>{TEXT}", "梅岭一中")
    assert found.title == "工会活动"


def test_a_headline_may_be_broken_into_three_lines() -> None:
    printed = "中共梅岭县总工会党组<br>关于开展“学党章、强党性”<br>主题教育的实施方案"
    cells = f"<tr><td align=center>{printed}</td></tr><tr><td>发布时间：2010-05-12</td></tr>"
    found = page(f"<table>{cells}<tr><td>{TEXT}</td></tr></table>", "文件通知")
    assert found.title == "中共梅岭县总工会党组关于开展“学党章、强党性”主题教育的实施方案"


@pytest.mark.parametrize(
    "title", ["详细内容", "内容页-梅岭县总工会", "查看文章", "枫叶乡办起职工..."]
)
def test_a_title_without_a_name_or_cut_off_gives_way_to_the_headline(title: str) -> None:
    found = page(f"<a href=/>首页</a><p class=p1>{HEADLINE}</p>{TEXT}", title)
    assert (found.title, text(found)) == (HEADLINE, [SENTENCE, SENTENCE])


def test_the_logo_that_leads_home_is_no_headline() -> None:
    logo = "<h1 class=logo><a href='/'>梅岭县教育工会</a></h1>"
    body = f"{logo}<dl><dt class=bt>{HEADLINE}</dt></dl><p>【发布日期：2010-3-10】【大 中 小】</p>"
    assert page(body + TEXT, "梅岭县教育工会_新闻中心").title == HEADLINE


def test_a_short_title_over_a_sentence_is_no_column() -> None:
    said = "<p>我单位现有部分房屋向社会公开招租，现将有关事项公告如下：</p>"
    found = page(f"<a href=/>首页</a><h1>房屋招租公告</h1>{INFO}{said}{TEXT}", "房屋招租公告")
    assert found.title == "房屋招租公告"


def test_a_title_tag_that_joins_site_column_and_page_makes_no_headline_of_both() -> None:
    head = f"<h2>基层动态</h2><div class=news_title><p>{HEADLINE}</p></div>"
    assert page(head + INFO + TEXT, f"梅岭县总工会 基层动态 {HEADLINE}").title == HEADLINE


def test_a_short_column_is_no_headline_where_the_title_tag_has_a_longer_part() -> None:
    head = f"<h2>要闻</h2><p align=center><b>{HEADLINE}</b></p>"
    made = f"{HEADLINE} - 要闻 - 梅岭县总工会 - Powered by CMS"
    assert page(head + INFO + TEXT, made).title == HEADLINE


def test_the_last_of_a_list_over_the_information_is_no_headline() -> None:
    hot = "<h3>热点新闻</h3><ul><li><a href=/1>职工夜校开班</a><li><a href=/2>征文启事公布</a></ul>"
    assert page(f"{hot}<div>{INFO}<h4>{HEADLINE}</h4>{TEXT}</div>", "详细内容").title == HEADLINE


def test_a_day_with_a_name_is_no_headline() -> None:
    body = f"<p>{HEADLINE}</p><p>2010年3月10日　本站原创</p>{TEXT}"
    assert page(body, "梅岭县总工会").title == HEADLINE


def test_a_source_over_the_day_under_a_heading_makes_it_the_headline() -> None:
    html = (
        "<title>停诊公告 - 通知公告 - 梅岭县人民医院</title><ol><li>正文</li></ol>"
        "<h2>关于劳动节期间门诊安排的公告</h2><ul><li>来源：门诊部</li><li>2022年04月28日</li></ul>"
        f"<section>{TEXT}</section>"
    )
    page = parse(html.encode())
    assert (page.title, page.source) == ("关于劳动节期间门诊安排的公告", "门诊部")


def test_who_sent_it_in_and_the_day_are_no_headline_under_two_clauses() -> None:
    html = (
        "<title>梅岭县支行工会</title><h3 align=center>储蓄岗位练兵忙<br>点钞能手展风采</h3>"
        f"<p align=center>梅岭县支行工会 王晓红 (2004-11-19)</p>{TEXT}"
    )
    page = parse(html.encode())
    assert page.title == "储蓄岗位练兵忙 点钞能手展风采"
    assert page.published is not None and page.published.edtf == "2004-11-19"


def test_the_subtitle_that_a_newspaper_notes_is_the_articles() -> None:
    note = (
        "<!--enpproperty <title>焊花飞溅处</title><subtitle>青禾县举办技能培训</subtitle>"
        "<introtitle>一线见闻</introtitle>/enpproperty-->"
    )
    head = (
        "<td>一线见闻</td></tr><tr><td><h1>焊花飞溅处</h1></td></tr><tr><td>青禾县举办技能培训</td>"
    )
    text = (
        "<div id=ozoom>" + "<p>　　六十名焊工在县职业中学参加了为期一周的培训。</p>" * 3 + "</div>"
    )
    html = f"<title>焊花飞溅处</title>{note}<table><tr>{head}</tr></table><p>2016-05-11</p>{text}"
    assert parse(html.encode()).articles[0].subtitle == "青禾县举办技能培训"


def test_the_headline_that_a_newspaper_notes_goes_before_the_names_of_page_and_day() -> None:
    note = "<!--enpproperty <title>焊花飞溅处</title>/enpproperty-->"
    text = "<p>　　六十名焊工在县职业中学参加了为期一周的培训。</p>" * 3
    html = (
        f"<title>青禾职工生活--2016年05月11日--一线</title>{note}<p>第02版：一线</p>"
        f"<div id=ozoom><p align=center>焊花飞溅处</p>{text}</div>"
    )
    page = parse(html.encode())
    assert page.title == "焊花飞溅处"
    assert [len(article.paragraphs) for article in page.articles] == [3]


@pytest.mark.parametrize("number", ["2011年第7期", "2011年第7期　　（季刊）"])
def test_the_number_of_an_issue_whose_printed_name_is_a_picture_is_no_headline(number: str) -> None:
    html = (
        f"<title>车间灯火 2011年第7期</title><img src=logo.gif><center>{number}</center>"
        f"<p>梅岭机械厂工会编　　2011年6月8日</p>{TEXT}"
    )
    page = parse(html.encode())
    assert page.title == "车间灯火 2011年第7期"
    assert page.issue is not None and page.issue.series == "车间灯火"


@pytest.mark.parametrize("over", ["焊花飞溅处", "一线焊工焊花飞溅处"])
def test_the_span_that_a_program_names_its_title_is_the_headline(over: str) -> None:
    found = page(
        f"<div><span id=lblTitle>{over}</span><br><span id=lblSub>青禾县举办电焊工技能培训</span>"
        f"<div>来源：县总工会　时间：2016-05-11</div><div>{TEXT}</div></div>",
        "梅岭职工网",
    )
    assert found.title == over


@pytest.mark.parametrize("title", ["梅岭工会通讯2011年第11-12期合刊", "梅岭工会通讯第3-4期"])
def test_a_hyphen_between_figures_parts_no_title(title: str) -> None:
    body = f"<div>梅岭工会通讯</div><div>第3-4期</div><h3>{HEADLINE}</h3>{TEXT}"
    assert page(body, title).title == title
    assert page(body, f"{title}-梅岭县总工会").title == title


def test_a_body_and_its_person_under_the_title_are_no_headline() -> None:
    found = page(
        f"<div><a href=/>首页</a> → 工作动态</div><div align=center><b>{HEADLINE}</b><br>"
        "<font color=gray>枫叶乡妇联　林晓梅</font><br><font size=2>日期：2006年3月14日　阅读："
        f"21</font></div><hr><div>{TEXT}</div>",
        "梅岭县妇女联合会",
    )
    named = [one.person for one in found.articles[0].contributors]
    assert (found.title, named) == (HEADLINE, ["林晓梅"])


def test_a_line_whose_element_is_named_for_subtitles_is_the_subtitle() -> None:
    found = page(
        f"<h1>{HEADLINE[:6]}</h1><p class=sub-title>枫叶乡总工会一年见闻</p>"
        f"<div>2019-03-14 10:02　来源：梅岭日报</div><div class=content>{TEXT}</div>",
        f"{HEADLINE[:6]} | 梅岭县总工会",
    )
    assert (found.title, found.articles[0].subtitle) == (HEADLINE[:6], "枫叶乡总工会一年见闻")
    assert text(found) == [SENTENCE, SENTENCE]


@pytest.mark.parametrize(
    "under",
    ["(2011年4月2日　梅岭县政协办公室)", "本报特约撰稿人　　林晓梅", "本报记者 林晓梅"],
)
def test_when_or_by_whom_it_was_written_is_no_headline_below_the_headline(under: str) -> None:
    found = page(
        f"<p><b>{HEADLINE}</b></p><p align=center><font size=5>{under}</font></p>{TEXT}",
        "梅岭县总工会",
    )
    assert found.title == HEADLINE


def test_what_stands_over_the_menu_is_the_site_though_the_title_tag_says_no_more() -> None:
    site = "青禾梅岭县直机关党建"
    found = page(
        f"<div><h2>{site}</h2><a href=/>首页</a>|<a href=/x>信息</a></div>"
        f"<h3>县粮食局：党员先锋岗亮在收储一线</h3><p>2011-04-13　点击：54</p>{TEXT}",
        site,
    )
    assert found.title == "县粮食局：党员先锋岗亮在收储一线"
    assert text(found) == [SENTENCE, SENTENCE]


def test_the_name_in_a_table_of_labels_is_the_headline_where_it_is_printed_again() -> None:
    name = "梅岭县人民政府关于职工夜校用地的批复"
    found = page(
        "<h1>梅岭县人民政府信息公开平台</h1><p><a href=/>指南</a> <a href=/l>目录</a></p><table>"
        f"<tr><th>名　称</th><td colspan=3>{name}</td></tr><tr><th>索引号</th><td>00/2016-1</td>"
        f"<th>公开日期</th><td>2016-09-14</td></tr></table><div><div>{name}</div>{TEXT}</div>",
        "梅岭县人民政府信息公开",
    )
    assert (found.title, text(found)) == (name, [SENTENCE, SENTENCE])


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("梅岭工会-经验交流", "（2009-10-18　已有233人浏览）"),
        ("公示 - 梅岭县总工会", "2009-10-18 1033 admin"),
        ("MLBX Motor Union", "2009-10-18　　工会委员　林晓梅"),
    ],
)
def test_the_title_over_the_day_goes_before_the_column_or_site_in_the_title_tag(
    title: str, told: str
) -> None:
    headline = "枫叶乡把职工夜校办到车间里去"
    menu = "<p><a href=/>首页</a> <a href=/l>动态</a> <a href=/j>经验交流</a></p>"
    found = page(f"{menu}<div><p>{headline}</p><p>{told}</p>{TEXT}</div>", title)
    assert (found.title, text(found)) == (headline, [SENTENCE, SENTENCE])
    assert found.published and found.published.edtf == "2009-10-18"
    assert found.source is None


def test_the_column_as_a_badge_before_a_title_is_no_part_of_it() -> None:
    headline = "2021年梅岭县五一劳动奖和工人先锋号拟表彰对象公示"
    found = page(
        "<ul><li><a href=/>首页</a><li><a href=/g>公示公告</a></ul>"
        f"<div><span>公示公告</span> {headline}</div><div>2021-04-16　阅读：33</div>{TEXT}",
        "公示 - 梅岭县总工会",
    )
    assert found.title == headline


def test_the_title_that_numbers_an_issue_goes_before_its_name_in_larger_print() -> None:
    name = "职工之声快报（2018年增刊2）"
    head = (
        "<p align=center style='font-size:30px'>职工之声快报</p><p align=center>增刊（二）</p>"
        "<p align=center>梅岭县总工会　2018年9月13日</p><p><b>枫叶乡把书屋送到采石场</b></p>"
    )
    html = f"<div>{name}</div><div>发布时间：2018-09-14</div><div>{head}{TEXT}</div>"
    assert page(html, "职工之声快报（增刊2）_梅岭县总工会").title == name


def test_the_office_over_the_number_of_a_paper_is_no_headline() -> None:
    head = (
        "<p align=center><font color=red size=6><b>梅岭县林业局</b></font></p>"
        "<p align=right>梅林函(2004)9号</p><hr color=red>"
        "<p align=center><font size=4>梅岭县林业局关于<br>商请联合开展护林督查的函</font></p>"
    )
    found = page(f"{head}<p>县公安局：</p>{TEXT}", "梅岭县林业局-公文")
    assert (found.title, found.kind) == ("梅岭县林业局关于商请联合开展护林督查的函", "document")
    assert found.document and (found.document.type, found.document.number) == (
        "函",
        "梅林函(2004)9号",
    )


def test_the_title_of_a_paper_goes_before_a_column_in_the_title_tag() -> None:
    title = "关于对第47号建议的复函"
    found = page(
        "<p align=center><b><font size=6>枫林县教育局</font></b></p>"
        "<p align=right>枫教函[2012]31号</p>"
        f"<p align=center><b>{title}</b></p><p>李明代表：</p>{TEXT}",
        "人大代表建议答复",
    )
    assert found.title == title


def test_the_title_tag_may_part_the_name_of_a_magazine_from_its_number() -> None:
    said = "晚饭后收起餐盘就是课桌，三门课轮流开，听课的有一千多人次。"
    text = f"<h2>封面</h2><h3>食堂里的夜校</h3><p>{said}</p>"
    cover = "<div>梅岭工人</div><div>2023年10月刊（总第94期）</div><div>梅岭县总工会 主办</div>"
    tag = "<title>梅岭工人 | 2023年10月刊（总第94期）</title>"
    html = (
        f"<html><head>{tag}</head><body><div>{cover}</div><article>{text}</article></body></html>"
    )
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert page.title == "梅岭工人2023年10月刊（总第94期）"
    assert page.issue is not None
    assert (page.issue.series, page.issue.total_number) == ("梅岭工人", 94)


def test_more_is_no_name_of_a_page() -> None:
    rows = "".join(f"<li><a href={n}.htm>职工夜校第{n}期开课了</a> 2012-5-{n}</li>" for n in (3, 4))
    html = f"<title>梅岭工会--更多</title><b>工会信息</b><ul>{rows}</ul>"
    assert parse(html.encode(), content_type="text/html; charset=utf-8").title == "工会信息"


def test_angle_quotes_part_the_title_of_a_post_from_its_site() -> None:
    site = "<h1><a href=/wy/>梅岭职工文苑</a></h1>"
    post = "<h2>一盏马灯</h2><p>灯罩裂了一道缝，他用棉线缠着。</p>"
    html = f"<title>一盏马灯 « 梅岭职工文苑</title>{site}{post}"
    assert parse(html.encode(), content_type="text/html; charset=utf-8").title == "一盏马灯"


def test_the_day_below_who_posted_an_issue_is_the_sites_own() -> None:
    meta = "<ul><li>作者 <a href=/author/mlfl>mlfl</a></li><li>2023年3月10日</li></ul>"
    said = "县妇联在鼓楼里开了一场座谈会，绣娘们说了说心里话。"
    body = f"<p>梅岭县妇联编印　　2023年3月9日</p><h3>绣娘的座谈会</h3><p>{said}</p>"
    html = f"<h1>梅岭妇女工作简报 2023年第2期</h1>{meta}<div class=entry-content>{body}</div>"
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert (page.published and page.published.edtf, page.author) == ("2023-03-10", "mlfl")
    assert page.issue is not None and page.issue.date is not None
    assert page.issue.date.edtf == "2023-03-09"
