"""What unknown sites set around a text: share bars, menus, counters, boxes of labels."""

from archiver.parsers.page import parse
from archiver.records import Page

TITLE = "梅岭县总工会把书屋送到采石场"
FIRST = "近日，梅岭县总工会在采石场建起三间职工书屋，首批图书两千册，职工下班后就能借阅。"
SECOND = "书屋由车间工会小组轮流看管，各班组每月开一次读书会，交流安全生产的经验。"
INFO = "<p>2014-05-06 10:20 来源：梅岭工人报</p>"


def page(body: str, title: str = f"{TITLE}_梅岭县总工会") -> Page:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return parse(html.encode(), content_type="text/html; charset=utf-8")


def texts(found: Page) -> list[str]:
    return [p.text for article in found.articles for p in article.paragraphs]


def menu(*names: str) -> str:
    return "<ul>" + "".join(f"<li><a href='/{n}/'>{n}</a></li>" for n in names) + "</ul>"


MENU = menu("首页", "工会概况", "工作动态", "政策法规", "通知公告", "职工之家")


def test_a_bar_of_share_links_does_not_part_the_headline_from_a_short_first_line() -> None:
    bar = "".join(f"<a href='#{n}'>{n}</a>" for n in ("微博", "微信", "收藏", "打印", "分享"))
    found = page(
        f"<div><h1>{TITLE}</h1>{INFO}<div>{bar}</div></div>"
        f"<div><p>原题：书屋进采石场</p><p>{FIRST}</p><p>{SECOND}</p></div>"
    )
    assert (found.kind, texts(found)) == ("article", ["原题：书屋进采石场", FIRST, SECOND])


def test_text_that_an_editor_set_as_headings_is_text() -> None:
    body = "".join(f"<h5>{line}</h5>" for line in (FIRST, "一、书屋的管理", SECOND, "县总工会"))
    found = page(f"<h1>{TITLE}</h1>{INFO}<div>{body}</div>")
    assert texts(found)[:3] == [FIRST, "一、书屋的管理", SECOND]


def test_a_heading_under_the_text_with_nothing_below_it_is_dropped() -> None:
    found = page(f"<h1>{TITLE}</h1>{INFO}<div><p>{FIRST}</p><p>{SECOND}</p><h3>专题</h3></div>")
    assert texts(found) == [FIRST, SECOND]


def test_the_menu_over_a_page_without_a_headline_is_no_text() -> None:
    found = page(f"<p>服务热线 0550-1234567</p>{MENU}<p>{FIRST}</p>", title="梅岭县总工会")
    assert texts(found) == [FIRST]


def test_a_search_form_above_the_headline_of_a_scan_is_no_text() -> None:
    form = "<td>请输入关键词检索</td></tr><tr><td>发布日期检索</td></tr><tr><td>从</td>"
    found = page(
        f"{MENU}<table><tr>{form}</tr></table><table><tr><td class=x_title>{TITLE}</td></tr>"
        "<tr><td>2014-05-06 10:20:30</td></tr></table><p><a href='/f/1.pdf'>书屋.pdf</a></p>",
        title="梅岭县总工会",
    )
    assert (found.title, texts(found)) == (TITLE, [])


def test_a_date_with_a_name_is_not_the_headline() -> None:
    title = "采石场光伏发电项目并网"
    found = page(
        f"<dl><dt>{title}</dt><dd>2014-05-06 梅岭工人报</dd></dl><p>{FIRST}</p>", title=title
    )
    assert (found.title, found.published and found.published.edtf) == (title, "2014-05-06")


def test_a_label_without_value_does_not_take_the_labelled_line_below() -> None:
    found = page(
        f"<h1>{TITLE}</h1><div><p>发布时间：2014-05-06</p><p>来源：</p><p>来源：县总工会</p>"
        f"<p>访问次数：</p></div><p>{FIRST}</p>"
    )
    assert found.source == "县总工会"


def test_the_time_of_release_may_be_called_so_at_length_and_stand_in_brackets() -> None:
    info = "【信息发布时间：2014-05-06阅读次数：】【我要打印】【关闭】"
    found = page(f"<h1>{TITLE}</h1><p>{info}</p><p>{FIRST}</p>")
    assert found.published is not None
    assert (found.published.edtf, texts(found)) == ("2014-05-06", [FIRST])


def test_hours_and_minutes_may_be_printed_in_words() -> None:
    found = page(f"<h1>{TITLE}</h1><p>2014年05月06日 08时01分</p><p>{FIRST}</p>")
    assert found.published is not None
    assert (found.published.edtf, texts(found)) == ("2014-05-06", [FIRST])


def test_labels_below_a_text_of_one_sentence_do_not_make_it_a_head() -> None:
    found = page(
        "<h1>梅岭县总工会收支表</h1><p>日期：2014-05-06 发布人：小周 浏览量：0</p>"
        "<p>本年没有收支。</p><p>核发：小周 点击数：0 【收藏本页】</p><p>上一篇：没有了</p>"
    )
    assert texts(found) == ["本年没有收支。"]


def test_greetings_counters_and_boxes_of_no_file_are_no_text() -> None:
    found = page(
        f"<div>您好！欢迎您访问梅岭县总工会！登录 | 设为首页</div>{MENU}<div>您的当前位置：</div>"
        f"<h1>{TITLE}</h1>{INFO}<div><p>（被访问12次）</p><p>{FIRST}</p><p>文件下载：</p></div>"
        "<p>【关闭窗口】【返回上一级】</p><p>浏览总量 | 今日浏览总量</p><p>累计访问量：6377</p>"
    )
    assert texts(found) == [FIRST]


def test_a_menu_with_sentences_above_the_head_is_not_the_text() -> None:
    about = "".join(f"<dd><a href='/{n}'>{SECOND}</a>{FIRST}</dd>" for n in range(4))
    found = page(
        f"<dl>{about}</dl><div>当前位置：<a href='/'>首页</a> &gt; <a href='/gg/'>公告</a></div>"
        f"<h1>{TITLE}</h1>{INFO}<div><p>本次公告见附表。</p><p>梅岭县总工会</p></div>"
    )
    assert texts(found)[0] == "本次公告见附表。"


def test_behind_a_short_text_and_its_neighbours_stand_other_boxes() -> None:
    found = page(
        f"<h1>{TITLE}</h1>{INFO}<div><p>见附件。</p></div><p>上一篇：<a href='/1.html'>书屋</a></p>"
        f"<p>下一篇：没有了</p><div><h3>视频</h3><a href='/v/'>职工之家</a><p>{FIRST}</p></div>"
    )
    assert texts(found) == ["见附件。"]


def test_a_text_of_one_picture_is_empty_whatever_stands_beside_it() -> None:
    found = page(
        f"<dl><dt>{TITLE}</dt><dd>来源：梅岭工人报 时间：2014-05-06</dd></dl><img src='/1.jpg'>"
        "<h2>相关阅读</h2><div>24小时热文</div><ul><li><a href='/1'>书屋进采石场</a></li></ul>"
        "<p>在线服务QQ：123456789，欢迎联系</p>"
    )
    assert texts(found) == []


def test_the_notice_of_a_pdf_viewer_is_no_text() -> None:
    found = page(
        f"<h1>{TITLE}</h1>{INFO}<div><p>如果您无法在线浏览此 PDF 文件，则可以</p>"
        "<p>下载免费的 Adobe Reader PDF 阅读器,安装后即可在线浏览 或</p>"
        "<p><a href='/f/1.pdf'>下载此 PDF 文件</a></p></div>"
    )
    assert texts(found) == []


def test_the_source_ends_before_a_button_and_before_a_date() -> None:
    for source in ("梅岭工人报<a href='/x'>举报</a>", "梅岭工人报2014年05月06日 07:16"):
        found = page(f"<h1>{TITLE}</h1><p>2014-05-06 来源：{source}</p><p>{FIRST}</p>")
        assert found.source == "梅岭工人报"


def test_the_first_paragraph_may_stand_in_an_element_of_its_own() -> None:
    rest = f"<div><p>{SECOND}</p><p>{FIRST[4:]}</p><p>{SECOND[4:]}</p></div>"
    body = f"<div class=body><p>{FIRST}</p>{rest * 3}</div>"
    assert texts(page(f"<h1>{TITLE}</h1>{INFO}<div>{body}</div>"))[0] == FIRST


def test_an_abstract_over_the_text_is_not_its_first_paragraph() -> None:
    rest = f"<div><p>{SECOND}</p><p>{FIRST[4:]}</p><p>{SECOND[4:]}</p></div>" * 3
    named = page(f"<h1>{TITLE}</h1>{INFO}<div><p class=summary>{FIRST}</p><div>{rest}</div></div>")
    again = page(f"<h1>{TITLE}</h1>{INFO}<div><p>{SECOND}</p><div>{rest}</div></div>")
    assert FIRST not in texts(named)
    assert texts(again)[:2] == [SECOND, FIRST[4:]]


def test_line_breaks_written_into_the_declared_title_are_blanks() -> None:
    found = page(
        "<meta name=ArticleTitle content='县委召开会议&lt;br/&gt;研究工会工作'>"
        f"{INFO}<p>{FIRST}</p>"
    )
    assert found.title == "县委召开会议 研究工会工作"


def test_the_designer_in_the_head_of_a_page_is_not_its_author() -> None:
    found = page(
        f"<meta name=author content='品牌策划:枫叶科技'><h1>{TITLE}</h1>{INFO}<p>{FIRST}</p>"
    )
    assert found.author is None


def test_a_name_between_the_day_and_the_author_is_the_source() -> None:
    found = page(f"<h1>{TITLE}</h1><p>2014-05-06 梅岭工人报 作者：记者周小红</p><p>{FIRST}</p>")
    assert (found.source, found.author) == ("梅岭工人报", "记者周小红")


def test_a_button_between_the_day_and_the_source_is_no_name() -> None:
    found = page(f"<h1>{TITLE}</h1><p>2014-05-06 收藏来源：梅岭工人报</p><p>{FIRST}</p>")
    assert (found.source, texts(found)) == ("梅岭工人报", [FIRST])


def test_leads_that_begin_with_the_day_of_release_are_those_of_a_list() -> None:
    items = "".join(
        f"<ul><li><a href='/{n}.html'>梅岭县总工会第{n}次通报各乡镇建会情况</a></li>"
        f"<li>发布时间：2014-05-0{n} 各乡镇：{lead}</li><li>2014-05-0{n}</li></ul>"
        for n, lead in enumerate((SECOND * 2, SECOND, "见附件。", FIRST, SECOND + FIRST), 1)
    )
    found = page(
        f"<p>当前位置：<a href='/'>首页</a> &gt; 通知公告</p><div>{items}</div>", "梅岭县总工会"
    )
    assert (found.kind, found.published) == ("listing", None)


def test_a_headline_in_several_elements_is_what_the_title_tag_joins() -> None:
    lines = "<p>梅岭县总工会</p><p>关于开展读书月活动和评选</p><p>优秀书屋的决定</p>"
    whole = "梅岭县总工会 关于开展读书月活动和评选优秀书屋的决定"
    found = page(f"{lines}<div>{INFO}<p>{FIRST}</p></div>", title=f"{whole}_职工之家网")
    assert (found.title, texts(found)) == (whole, [FIRST])


def test_the_name_of_the_site_over_the_headline_is_no_part_of_it() -> None:
    found = page(f"<p>梅岭县总工会</p><p><b>{TITLE}</b></p><div>{INFO}<p>{FIRST}</p></div>")
    assert found.title == TITLE


def test_a_name_before_the_author_is_the_source_where_the_day_ends_the_line() -> None:
    info = "《梅岭职工》月刊 作者：周小红 2014-05-06 17:18"
    found = page(f"<h1>{TITLE}</h1><p>{info}</p><p>{FIRST}</p>")
    assert (found.source, found.author) == ("《梅岭职工》月刊", "周小红")


def test_the_number_of_a_document_is_no_part_of_its_headline() -> None:
    title = "关于做好职工防寒防冻工作的通知"
    found = page(
        f"<p><b>{title}</b></p><p>梅工办发〔2014〕30号</p><div>{INFO}<p>{FIRST}</p></div>",
        title=f"{title}（梅工办发〔2014〕30号）_梅岭县总工会",
    )
    assert found.title == title


def test_a_box_of_contacts_beside_a_picture_is_neither_headline_nor_text() -> None:
    box = "<h3>联系我们</h3><p>地址：梅岭县城东路1号</p><p>电话：0550-1234567</p>"
    found = page(
        f"{MENU}<div>{box}</div><div>当前位置：<a href='/'>首页</a> &gt; <a href='/x/'>新闻</a>"
        f"</div><h1>{TITLE}</h1><img src='/1.jpg'><p>上一篇：<a href='/1.html'>书屋</a></p>",
        title="梅岭县总工会",
    )
    assert (found.title, texts(found)) == (TITLE, [])


def test_the_head_of_a_table_of_items_is_not_the_headline() -> None:
    rows = "".join(
        f"<tr><td><p>{n}</p></td><td><p><a href='/{n}.html'>梅岭县总工会第{n}次通报建会情况</a></p>"
        f"</td><td><p>2014-05-0{n}</p></td></tr>"
        for n in range(1, 8)
    )
    head = "<tr><th><p>序号</p></th><th><p>标题</p></th><th><p>发布时间</p></th></tr>"
    crumb = "<div>当前位置：<a href='/'>首页</a> &gt; 政策法规</div>"
    found = page(f"{crumb}<table>{head}{rows}</table>", title="梅岭县总工会")
    assert (found.kind, found.title) == ("listing", "政策法规")


def test_a_title_tag_may_name_the_site_first() -> None:
    found = page(f"<h4>返回</h4><p>{FIRST}</p>", title="梅岭县人民政府门户网站-文化馆-职工书屋")
    assert found.title == "职工书屋"


def test_a_gateway_that_cannot_reach_the_site_is_no_article() -> None:
    found = page(f"<h1>抱歉！源站出现问题</h1><h3>为什么会出现？</h3><p>{FIRST}</p>", title="502")
    assert (found.kind, texts(found)) == ("other", [])


def test_a_column_called_like_a_document_without_any_text_is_none() -> None:
    assert page(MENU, title="年度工作总结-梅岭县总工会").kind == "other"


def test_a_headline_that_is_pinned_to_the_top_is_called_without_it() -> None:
    assert page(f"<h1>置顶：{TITLE}</h1>{INFO}<p>{FIRST}</p>", title="").title == TITLE


def test_the_day_an_author_registered_is_not_that_of_his_post() -> None:
    user = (
        "<dl><dt>等级：</dt><dt>发帖：</dt><dd>52</dd><dt>注册日期：</dt><dd>2011-02-03</dd></dl>"
    )
    found = page(f"<h1>{TITLE}</h1>{user}<div><p>{FIRST}</p></div>")
    assert found.published is None


def test_the_name_of_the_site_may_stand_before_the_labels() -> None:
    for site in ("梅岭政务网", "梅岭县人民政府门户网站 www.meiling.gov.cn "):
        found = page(
            f"<h1>{TITLE}</h1><p>{site}发布日期 : 2014-05-06 来源 : 县总工会</p><p>{FIRST}</p>"
        )
        assert found.published is not None
        assert (found.published.edtf, found.source) == ("2014-05-06", "县总工会")


def test_a_list_is_called_as_the_title_tag_and_the_breadcrumb_call_its_column() -> None:
    items = "".join(
        f"<li>[2014-05-0{n}]<a href='/{n}.html'>梅岭县总工会第{n}次通报各乡镇建会情况</a></li>"
        for n in range(1, 8)
    )
    crumb = "<div>当前位置：<a href='/'>首页</a> &gt; 成果集萃</div>"
    head = "<h1>梅岭职工之家 全县职工的家</h1>"
    found = page(f"{head}{MENU}{crumb}<ul>{items}</ul>", title="成果集萃_梅岭职工之家")
    assert (found.kind, found.title) == ("listing", "成果集萃")


def test_an_earlier_day_printed_with_its_time_goes_before_the_declared_one() -> None:
    found = page(
        "<meta name=PubDate content='2016-10-14 09:00'>"
        f"<h1>{TITLE}</h1><p>2014年05月06日 09时32分</p><p>{FIRST}</p>"
    )
    assert found.published is not None
    assert found.published.edtf == "2014-05-06"


def test_a_link_to_the_column_is_no_part_of_the_headline() -> None:
    found = page(
        f"<p><a href='/'>首页</a></p><p><a href='/k/'>&gt;职工快讯</a></p><p><b>{TITLE}</b></p>"
        f"<div>{INFO}<p>{FIRST}</p></div>",
        title=f"梅岭县总工会 职工快讯 {TITLE}",
    )
    assert found.title == TITLE


def test_quotation_marks_escaped_twice_in_the_title_tag_are_marks() -> None:
    found = page(
        f"<p>“职工书屋”投稿须知</p>{INFO}<p>{FIRST}</p>",
        title="&amp;quot;职工书屋&amp;quot;投稿须知",
    )
    assert found.title == "“职工书屋”投稿须知"


def test_a_greeting_is_not_the_headline() -> None:
    found = page(
        f"<div>欢迎登录梅岭职工教育网！</div>{MENU}<h2>{TITLE}</h2><p>{FIRST}</p>", title=""
    )
    assert (found.title, texts(found)) == (TITLE, [FIRST])
