"""Small forms of ordinary pages that are easily misread."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

SENTENCE = "县总工会决定在全县职工中开展读书月活动，各基层工会要认真组织，把活动办到车间班组。"


def page(body: str, title: str = "", url: str | None = None) -> Page:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return parse(html.encode(), url=url, content_type="text/html; charset=utf-8")


def notice(*lines: str, title: str = "梅岭县总工会关于开展读书月活动的通知") -> Page:
    return page(f"<h1>{title}</h1><div>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>")


def test_a_table_over_the_signature_is_no_part_of_it() -> None:
    cells = "<tr><td>1</td><td>枫叶公司工会</td></tr><tr><td>2</td><td>采石场工会</td></tr>"
    found = page(
        f"<h1>关于表彰先进的决定</h1><p>各基层工会：</p><p>{SENTENCE}</p><table>{cells}</table>"
        "<p align=right>梅岭县总工会</p><p align=right>2012年4月18日</p>"
    ).document
    assert found is not None
    assert found.issuer == "梅岭县总工会"


def test_where_only_the_day_is_signed_the_title_names_the_issuer() -> None:
    found = notice("各基层工会：", SENTENCE, "2012年4月18日").document
    assert found is not None
    assert (found.issuer, found.signed and found.signed.edtf) == ("梅岭县总工会", "2012-04-18")


def test_many_addressees_are_still_addressees() -> None:
    bodies = [f"{name}乡总工会" for name in "枫叶 白石 青山 柳林 双河 石桥 大坪 沙洲 龙潭".split()]
    found = notice("、".join(bodies) + "，县直各企业（集团公司）工会：", SENTENCE).document
    assert found is not None
    assert found.addressees == (*bodies, "县直各企业（集团公司）工会")


def test_news_about_a_communique_is_no_communique() -> None:
    assert notice(SENTENCE, title="一组数字看懂县总工会全会公报").kind == "article"


def test_a_headline_that_says_the_page_is_gone_is_no_article() -> None:
    found = page(
        "<div class=err><h2>对不起，您访问的页面不存在或已被删除！</h2>"
        "<p>系统将在5秒后自动跳转到首页，<a href='/'>点此立即跳转</a></p></div>"
    )
    assert (found.kind, found.articles, found.flags) == ("other", (), ("soft_404",))


def test_the_address_of_an_item_gives_the_year_its_date_lacks() -> None:
    rows = "".join(
        f'<li><span>06-{day}</span><a href="/a/2014/06{day}/{day}.html">'
        f"枫叶乡工会把书屋送到第{day}个采石场</a></li>"
        for day in range(11, 17)
    )
    found = page(f"<h2>工会动态</h2><ul>{rows}</ul>", url="http://ml.example/a/")
    dates = [link.date for link in found.links if link.block == "listing"]
    assert [date.edtf for date in dates if date] == [f"2014-06-{day}" for day in range(11, 17)]
    assert all(date and "year_inferred" in date.flags for date in dates)


def test_a_placeholder_names_no_source() -> None:
    info = "<div>发布时间：2012-04-18　来源：...　作者：佚名</div>"
    found = page(f"<h1>枫叶乡办起职工夜校</h1>{info}<p>{SENTENCE}</p>")
    assert (found.source, found.author) == (None, None)


def test_a_blog_says_by_whom_behind_the_date() -> None:
    info = "<div>发表于 2019年6月3日 由 <a href='/author/mg'>梅工</a></div>"
    assert page(f"<h1>枫叶乡办起职工夜校</h1>{info}<p>{SENTENCE}</p>").author == "梅工"


def test_a_link_to_another_version_of_the_page_is_no_text() -> None:
    found = page(
        f"<h1>枫叶乡办起职工夜校</h1><div>发布时间：2012-04-18</div><div><p>{SENTENCE}</p></div>"
        "<div><a href=/m/>手机版</a> | <a href=/>电脑版</a></div>"
    )
    assert [p.text for p in found.articles[0].paragraphs] == [SENTENCE]


def test_the_part_before_the_site_names_a_list() -> None:
    rows = "".join(
        f'<li><a href="/a/{n}.html">枫叶乡把书屋送到第{n}个采石场</a></li>' for n in range(9)
    )
    title = "书屋动态_梅岭县第一小学-梅岭县教育局"
    assert page(f"<ul>{rows}</ul>", title=title).title == "书屋动态"


def test_a_thread_of_a_forum_is_an_article_with_its_day() -> None:
    found = page(
        "<h1>我的书屋</h1><table><tr><td><cite><a href=/u/2>梅工</a></cite><p>版主</p>"
        "<p>注册 2007-3-1</p></td><td><div><strong>1<sup>#</sup></strong> 发表于 2009-05-01 09:15 "
        f"<a href=#>只看该作者</a></div><div>　　{SENTENCE}<br>　　{SENTENCE}</div></td></tr>"
        "</table>"
    )
    assert (found.kind, found.published and found.published.edtf) == ("article", "2009-05-01")
    assert [p.text for p in found.articles[0].paragraphs] == [SENTENCE, SENTENCE]


@pytest.mark.parametrize("place", ["1# 大 中 小", "3楼", "电梯直达 楼主", "沙发"])
def test_the_place_of_a_post_before_its_day_is_no_part_of_it(place: str) -> None:
    found = page(
        f"<h1>我的书屋</h1><div>{place} 发表于 2009-5-1 09:15 <a href=#>只看该作者</a></div>"
        f"<div>　　{SENTENCE}<br>　　{SENTENCE}</div>"
    )
    assert (found.published and found.published.edtf, found.source) == ("2009-05-01", None)


def test_a_day_between_headline_and_printed_head_is_the_pages_own() -> None:
    found = page(
        "<dl><dt><h2>梅岭工会信息2011年第7期</h2></dt><dd>2011年06月10日</dd><dd>"
        "<p align=center>梅岭工会信息</p><p align=center>2011年第7期</p>"
        "<p align=center>梅岭县总工会办公室　2011年6月8日</p>"
        f"<p align=center><b>书屋进了采石场</b></p><p>　　{SENTENCE}</p></dd></dl>"
    )
    assert found.issue is not None
    assert found.published is not None
    assert found.issue.date is not None
    assert (found.published.edtf, found.issue.date.edtf) == ("2011-06-10", "2011-06-08")


def test_of_what_a_script_may_write_only_one_branch_is_read() -> None:
    script = (
        "<script>var from = '梅岭日报'; if (from) { document.write(from); } else "
        "{ document.write('梅岭县总工会'); }</script>"
    )
    info = f"<div>发布时间：2012-04-18　来源：{script}</div>"
    assert page(f"<h1>枫叶乡办起职工夜校</h1>{info}<p>{SENTENCE}</p>").source == "梅岭日报"


def test_no_neighbour_is_no_link_to_what_comes_next() -> None:
    found = page(
        f"<h1>枫叶乡办起职工夜校</h1><p>{SENTENCE}</p><ul><li>上一篇：没有了</li>"
        "<li>下一篇：没有了</li></ul><div><a href=/c>发表评论</a></div>"
    )
    assert {link.block for link in found.links} & {"previous", "next"} == set()


def test_what_a_content_system_prints_around_a_text_is_no_part_of_it() -> None:
    found = page(
        "<h1>枫叶乡办起职工夜校</h1><div>小编 2018-01-16 {{ pv }}人浏览</div>"
        f"<div class=c><p>{SENTENCE}</p><p>{SENTENCE}</p><p>图为夜校开课</p>"
        "<p>关键字：夜校 </p></div><div><span>26人点赞</span></div>"
        "<div>分类<a href=/c/1>活动报道</a>标签<a href=/t/1>工会夜校</a></div>"
        "<p>梅岭县总工会 制作</p>"
    )
    assert (found.published and found.published.edtf, found.author) == ("2018-01-16", None)
    assert [p.text for p in found.articles[0].paragraphs] == [SENTENCE, SENTENCE, "图为夜校开课"]


@pytest.mark.parametrize("title", ("新建网页 1", "无标题文档", "Untitled Document", "New Page 3"))
def test_what_an_editor_calls_a_new_page_is_no_title(title: str) -> None:
    body = f"<p align=center><b>枫叶乡办起职工夜校</b></p><p>　　{SENTENCE}</p>"
    assert page(body, title).title == "枫叶乡办起职工夜校"


def test_a_title_that_names_only_the_column_of_disclosure_gives_way_to_the_headline() -> None:
    title = "关于开展职工夜校检查的通知"
    found = page(
        "<table border=1><tr><th>索引号</th><td>0124-8-2010-01</td><th>发文日期</th>"
        f"<td>2010年8月10日</td></tr><tr><th>名称</th><td>{title}</td></tr></table>"
        f"<table><tr><td><p align=center>{title}</p><p>各基层工会：</p><p>　　{SENTENCE}</p>"
        "<p>梅岭县总工会</p><p>2010年8月10日</p></td></tr></table>",
        "梅岭县政府信息公开",
    )
    assert (found.title, found.document and found.document.type) == (title, "通知")


@pytest.mark.parametrize("heading", ("目　录", "前 言", "总 则", "说 明"))
def test_a_padded_heading_over_a_text_is_nobodys_name(heading: str) -> None:
    found = page(f"<h1>梅岭县总工会2021年部门预算说明</h1><p>{heading}</p><p>{SENTENCE}</p>")
    assert found.articles[0].contributors == ()
    assert [p.text for p in found.articles[0].paragraphs] == [heading, SENTENCE]


@pytest.mark.parametrize(
    "said",
    (
        "<p>暂无此类信息！</p>",
        "<p>尚无资料</p>",
        "<div>[1/0页 共0条]</div>",
        "<p>栏目建设中，敬请期待</p>",
        "<form><table><tr><td>姓　名：</td><td>*</td></tr><tr><td>电话：<td></tr></table></form>",
        "<p>网站正在维护升级，给您带来不便，敬请谅解！</p>",
        "<p>资料更新中，请耐心等待</p>",
        "<p>此信息未通过审核，暂不能浏览</p>",
        "<p>非法参数，请返回</p>",
        "<p>概况</p><p><a href=/1>机构设置</a><a href=/2>领导分工</a><a href=/3>职责</a></p>",
    ),
)
def test_a_page_with_nothing_to_show_is_no_article(said: str) -> None:
    found = page(f"<h3>工会信息</h3>{said}<img src=/bottom.gif>", "工会信息-梅岭县总工会")
    assert (found.articles, found.flags) == ((), ())
    assert found.kind in ("other", "listing")


def test_the_words_of_a_login_are_no_article() -> None:
    found = page(
        "<h1>会员系统</h1><form><p>密码：</p><p>看不清？换一张</p></form>"
        "<p>建议使用IE8.0以上浏览器，1024×768分辨率</p>"
    )
    assert (found.kind, found.articles) == ("other", ())


def test_a_list_of_pages_to_read_and_where_a_post_is_filed_are_no_text() -> None:
    found = page(
        f"<h1>枫叶乡办起职工夜校</h1><p>{SENTENCE}</p><p>分享让更多人看到</p>"
        "<h2>推荐阅读</h2><ul><li><a href=/1>县职工篮球赛开幕</a>"
        "<li><a href=/2>征文启事</a></ul>"
    )
    assert [p.text for p in found.articles[0].paragraphs] == [SENTENCE]
    filed = "<div>本条目发布于<a href=/3>2012年10月15日</a>。属于<a href=/4>园地</a>分类。</div>"
    found = page(f"<h1>枫叶乡办起职工夜校</h1><div><p>{SENTENCE}</p></div>{filed}")
    assert [p.text for p in found.articles[0].paragraphs] == [SENTENCE]


def test_a_dated_page_and_one_with_a_sentence_keep_their_text() -> None:
    assert page(f"<h1>读书月</h1><p>{SENTENCE}</p><p>更多内容敬请期待</p>").articles
    assert page("<h1>读书月</h1><p>发布时间：2015-3-2</p><p>暂无数据的单位尽快补报</p>").articles


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("县审计局发布经费审计情况快报（第三期）", "article"),
        ("新闻发布工作简报（第三期）", "issue"),
    ],
)
def test_news_that_an_issue_is_out_is_no_issue(title: str, kind: str) -> None:
    text = f"<p>近日，县审计局发布快报。</p><p>一、总体情况</p><p>{SENTENCE}</p><p>{SENTENCE}</p>"
    assert page(f"<h1>{title}</h1><p>2012-4-18 9:12</p><div>{text}</div>", title).kind == kind


def test_who_wrote_in_a_guestbook_is_no_headline() -> None:
    entry = "<p><b>网友：小李</b></p><p>请问怎么入会？</p>"
    assert page(f"<h2>留言板</h2>{entry}<p>{SENTENCE}</p>", "留言板").title == "留言板"


@pytest.mark.parametrize(
    "said", ["您查看的文章不存在", "请先登录后再查看", "没有该文章", "该信息已被撤下"]
)
def test_a_side_list_makes_no_listing_of_a_page_that_has_nothing(said: str) -> None:
    hot = "".join(f"<li><a href=/{n}>县直机关第{n}届职工运动会落幕</a></li>" for n in range(5))
    found = page(f"<div>{said}</div><h3>热点新闻</h3><ul>{hot}</ul>", "工会动态-梅岭县总工会")
    assert (found.kind, found.articles) == ("other", ())
    assert ("soft_404" in found.flags) == any(word in said for word in ("不存在", "撤下"))


def test_what_a_player_needs_and_how_a_site_looks_best_are_no_text() -> None:
    hints = "<p>如无法播放，请下载安装最新版Flash播放器</p><embed src=b.swf>"
    foot = "<center>最佳浏览效果：1024*768分辨率　梅岭县总工会 制作维护</center>"
    found = page(f"<h1>劳动者之歌</h1><p>发布时间：2015-3-2</p>{hints}{foot}", "劳动者之歌")
    assert (found.kind, found.articles) == ("other", ())


def test_the_boxes_of_a_blog_below_a_text_are_no_part_of_it() -> None:
    items = "".join(
        f"<li><a href=/a/{n}>枫叶乡工会把书屋送到第{n}个采石场</a><span>06-{n}</span></li>"
        for n in range(11, 16)
    )
    for heading in ("近期文章", "文章归档"):
        found = page(
            f"<div class=site-content><article><h1>读书月启动</h1><div>{SENTENCE * 2}</div>"
            f"</article><section><h2>{heading}</h2><ul>{items}</ul></section></div>"
        )
        assert [p.text for p in found.articles[0].paragraphs] == [SENTENCE * 2]


@pytest.mark.parametrize("form", ["<p>　　{}</p>", "<p>　　<b>{}</b></p>", "<h4>{}</h4>"])
def test_a_few_words_between_paragraphs_head_a_part_of_the_text(form: str) -> None:
    heads = ["好书送到班组", "几点建议"]
    texts = "".join(f"{form.format(head)}<p>　　{SENTENCE}</p>" for head in heads)
    (article,) = page(f"<h1>读书月活动小结</h1><div><p>　　{SENTENCE}</p>{texts}</div>").articles
    found = [p.text for p in article.paragraphs if p.kind == "heading1"]
    assert found == heads


@pytest.mark.parametrize(
    "line",
    [
        "<p align=center>读书月启动现场</p>",
        "<p>　　9月17日　雨</p>",
        "<p>　　这样办行不行？</p>",
        "<p>　　本报记者　李明</p>",
    ],
)
def test_captions_days_and_questions_between_paragraphs_are_no_headings(line: str) -> None:
    text = f"<p>　　{SENTENCE}</p>"
    (article,) = page(f"<h1>读书月活动小结</h1><div>{text}{line}{text}</div>").articles
    assert [p.kind for p in article.paragraphs if p.kind != "body"] == []


@pytest.mark.parametrize(
    "caption",
    [
        "<figcaption>女工合唱《采石歌》</figcaption>",
        "<p style='text-align:center'>△女工蹚着积雪上夜校</p>",
    ],
)
def test_what_is_marked_as_a_caption_is_one(caption: str) -> None:
    found = page(
        f"<h1>夜校开课</h1><div>2020-10-21</div><div><p>{SENTENCE}</p>"
        f"<figure><img src=a.jpg>{caption}</figure><p>{SENTENCE}</p></div>"
    )
    assert [one.kind for one in found.articles[0].paragraphs] == ["body", "caption", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [("学员们在练习插花", "caption"), ("学员们在练习插花。", "body"), ("枫林县总工会", "body")],
)
def test_small_words_in_the_middle_below_a_picture_are_its_caption(line: str, kind: str) -> None:
    small = f"<p align=center><img src=1.jpg></p><p align=center style='font-size:12px'>{line}</p>"
    text = "<p>　　县总工会在职工夜校开办插花班，首期招收学员四十名，每周三晚上课。</p>" * 2
    html = f"<h1>夜校开班</h1><p>2014-05-06</p><div>{text}{small}{text}</div>"
    found = parse(html.encode(), content_type="text/html; charset=utf-8").articles[0].paragraphs
    assert [one.kind for one in found if one.text == line] == [kind]


def test_a_heading_over_the_first_paragraph_is_one_where_later_ones_are_printed_like_it() -> None:
    def kinds(first: str) -> list[str]:
        body = f"{first}<p>　　{SENTENCE}</p><p><b>二看机制</b></p><p>　　{SENTENCE}</p>"
        found = page(
            f"<h1>读书月活动小结</h1><p>时间：2012-03-04 来源：县水利局</p><div>{body}</div>"
        )
        return [p.kind for p in found.articles[0].paragraphs]

    assert kinds("<p><b>一看班子</b></p>") == ["heading1", "body", "heading1", "body"]
    assert kinds("<p>一看班子</p>")[0] == "body"
