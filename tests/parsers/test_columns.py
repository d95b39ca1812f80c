"""Columns and heads that no list of words knows."""

import pytest

from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.markup.html import read_html
from archiver.parsers.page import parse

TEXT = "7月3日，镇工会为环卫工人送去了凉茶和毛巾。工人们说，歇脚的地方也更近了，心里很暖。"


def issue(*body: str, head: str = "<p align=center>第3期</p>") -> Segmentation:
    series = "<p align=center><font size=6>凤翔工会信息</font></p>"
    editor = "<p>凤翔县总工会编　　2015年7月10日</p>"
    found = segment(read_html("".join((series, head, editor, *body))).lines)
    assert found is not None
    return found


def title(text: str) -> str:
    return f"<p align=center><b>{text}</b></p><p>　　{TEXT}</p>"


@pytest.mark.parametrize("column", ["<p>一线来风</p>", "<h2>一线来风</h2>", "<p>[一线来风]</p>"])
def test_a_short_line_set_apart_over_a_title_names_the_column(column: str) -> None:
    found = issue(column, title("凉茶送到环卫工人手上"), title("镇里办起职工书屋"))
    assert [a.title for a in found.articles] == ["凉茶送到环卫工人手上", "镇里办起职工书屋"]
    assert {a.section for a in found.articles} == {"一线来风"}
    assert {a.subtitle for a in found.articles} == {None}


@pytest.mark.parametrize(
    "column", ["〓〓工会动态〓〓", "✿一线来风✿", "❀ 一线来风 ❀", "☀☀一线来风☀☀"]
)
def test_signs_on_both_sides_name_a_column_whatever_they_are(column: str) -> None:
    coloured = f"<p align=center><font color=red>{column}</font></p>"
    found = issue(coloured, "<p><b>◆ 凉茶送到工人手上</b></p>", f"<p>　　{TEXT}</p>")
    assert [(a.section, a.title) for a in found.articles] == [
        (column.strip("〓✿❀☀ "), "凉茶送到工人手上")
    ]


@pytest.mark.parametrize("label", ["编者按　", "编 者 按　", "编者的话　"])
def test_a_note_begins_behind_one_blank(label: str) -> None:
    note = f"<p>　　{label}{TEXT}</p>"
    found = issue(note, title("凉茶送到环卫工人手上"), title("镇里办起职工书屋"))
    assert found.issue.editor_note is not None and TEXT in found.issue.editor_note
    assert len(found.articles) == 2


def test_the_last_entry_may_be_named_like_a_column() -> None:
    entries = "<p>目录</p><p>凉茶送到环卫工人手上（1）</p><p>信息简讯（3）</p>"
    digest = f"<p><b>【信息简讯】</b></p><p>　　△{TEXT}</p>"
    found = issue(entries, title("凉茶送到环卫工人手上"), digest)
    assert [e.title for e in found.issue.toc] == ["凉茶送到环卫工人手上", "信息简讯"]


def test_a_special_issue_over_a_list_of_contents_needs_no_number() -> None:
    page = (
        "<p align=center><font size=6>金秋助学专刊</font></p><p>凤翔县总工会编　2015年8月1日</p>"
        "<p>目录</p><p>凉茶送到环卫工人手上</p><p>镇里办起职工书屋</p>"
    )
    found = segment(
        read_html(page + title("凉茶送到环卫工人手上") + title("镇里办起职工书屋")).lines
    )
    assert found is not None
    assert (found.issue.series, found.issue.number) == ("金秋助学专刊", None)
    assert (found.issue.special, len(found.articles)) == ("专刊", 2)


@pytest.mark.parametrize("name", ["凤翔工会", "新农村建设", "社情民意", "内部参考", "凤翔妇运"])
@pytest.mark.parametrize("number", ["第6期", "总第36期", "2015年春季号"])
def test_over_number_editor_and_date_stands_the_series_however_named(
    name: str, number: str
) -> None:
    head = (
        f"<p align=center><font size=6>{name}</font></p><p align=center>{number}</p>"
        "<p>凤翔县总工会办公室编　　2015年7月10日</p>"
    )
    found = segment(read_html(head + title("凉茶送到环卫工人手上")).lines)
    assert found is not None
    assert (found.issue.series, found.issue.editor) == (name, "凤翔县总工会办公室")
    assert [a.title for a in found.articles] == ["凉茶送到环卫工人手上"]


def test_a_training_course_and_its_number_are_no_issue() -> None:
    head = "<p>会计培训班</p><p>第6期</p><p>县财政局　　2015年7月10日</p>"
    assert segment(read_html(head + title("凉茶送到环卫工人手上")).lines) is None


def test_a_numbered_line_over_a_title_names_the_column() -> None:
    first = title("凉茶送到环卫工人手上")
    found = issue("<p>一、舆情概况</p>", first, "<p>二、热点跟踪</p>", title("镇里办起职工书屋"))
    assert [a.section for a in found.articles] == ["舆情概况", "热点跟踪"]


def test_contents_with_names_behind_dots_and_a_foreword() -> None:
    contents = "<p>目录</p><p>卷首语</p><p>写在前头的话……李明</p><p>来自一线</p>"
    entries = contents + "<p>　镇里办起职工书屋……王芳</p>"
    texts = ("<p>卷首语</p>", title("写在前头的话"), "<p>来自一线</p>", title("镇里办起职工书屋"))
    found = issue(entries, *texts)
    assert [(e.section, e.title, e.contributor) for e in found.issue.toc] == [
        ("卷首语", "写在前头的话", "李明"),
        ("来自一线", "镇里办起职工书屋", "王芳"),
    ]
    assert found.issue.editor_note is None


@pytest.mark.parametrize(
    "shape", ["<p><b>{}</b></p>", "<p>——{}——</p>", "<p>■ {}</p>", "<p>{}：</p>", "<h3>{}</h3>"]
)
@pytest.mark.parametrize("name", ["一线传真", "聚焦“两会”精神", "工作动态"])
def test_all_titles_under_columns_of_any_shape_are_found(shape: str, name: str) -> None:
    texts = ["凉茶送到环卫工人手上", "镇里办起职工书屋", "县里表彰一批技术能手"]
    plain = [f"<p>{text}</p><p>　　{TEXT}</p>" for text in texts]
    found = issue(shape.format(name), *plain[:2], shape.format("光影留痕"), plain[2])
    assert [a.title for a in found.articles] == texts
    assert [a.section for a in found.articles] == [name, name, "光影留痕"]


def test_the_title_of_the_page_over_the_printed_head_has_the_date_of_publishing() -> None:
    page = (
        "<title>工作简报_凤翔县</title><dl><dt><h2>凤翔工会信息2015年第3期</h2></dt>"
        "<dd>2015年07月12日</dd><dd><p align=center><font size=6>凤翔工会信息</font></p>"
        "<p align=center>2015年第3期</p><p>凤翔县总工会编　　2015年7月10日</p>"
        f"{title('凉茶送到环卫工人手上')}</dd></dl>"
    )
    read = parse(page.encode())
    assert read.issue is not None
    assert read.issue.date is not None
    assert read.published is not None
    assert (read.published.edtf, read.issue.date.edtf) == ("2015-07-12", "2015-07-10")


@pytest.mark.parametrize(
    "entry",
    ["{n}　{t}", "{t}（县总工会）", "{t}……{n}", "{t}；", "《{t}》", "★{t}★", "{t}　第{n}页"],
)
def test_every_entry_of_the_contents_is_kept_in_every_form(entry: str) -> None:
    texts = ["县里启动春季技能竞赛活动", "里耶镇召开职工代表座谈会", "阳光照亮帮扶路"]
    lines = "".join(f"<p>{entry.format(t=t, n=n)}</p>" for n, t in enumerate(texts, 1))
    found = issue(f"<p>目录</p>{lines}", *map(title, texts))
    assert [a.title for a in found.articles] == texts
    assert len(found.issue.toc) == 3


def test_a_column_framed_like_others_may_hold_a_text_without_a_title() -> None:
    found = issue(
        "<p>★来自一线★</p>",
        title("凉茶送到环卫工人手上"),
        "<p>★通知要求★</p>",
        f"<p>　　{TEXT}</p>",
    )
    assert [(a.section, a.title) for a in found.articles] == [
        ("来自一线", "凉茶送到环卫工人手上"),
        ("通知要求", None),
    ]


def test_columns_in_heading_elements_stand_behind_tables_and_over_single_items() -> None:
    rows = "<tr><td>站点</td><td>水位</td></tr><tr><td>城关</td><td>98</td></tr>"
    table = f"<table border=1>{rows}</table>"
    item = "<p>◆ {0}镇工会为环卫工人送去了凉茶和毛巾，歇脚的地方也更近了。（{0}镇）</p>"
    found = issue(
        "<h3>高温实况</h3><p>◆ 7月3日全县最高气温三十八度，局部超过四十度，连续五天无雨。</p>",
        table,
        f"<h3>防暑一线</h3><h4>凉茶送到环卫工人手上</h4><p>{TEXT}</p>",
        f"<h3>各地简况</h3>{item.format('柳林')}{item.format('白石')}",
    )
    assert [(a.section, a.title) for a in found.articles] == [
        ("高温实况", None),
        ("防暑一线", "凉茶送到环卫工人手上"),
        ("各地简况", None),
        ("各地简况", None),
    ]


@pytest.mark.parametrize("frame", ["＝＝{}＝＝", "=={}==", "～{}～", "≡≡≡ {} ≡≡≡"])
def test_signs_on_both_sides_frame_a_column(frame: str) -> None:
    found = issue(
        f"<p>{frame.format('清凉要闻')}</p>",
        title("凉茶送到环卫工人手上"),
        f"<p>{frame.format('镇街来信')}</p>",
        title("镇里办起职工书屋"),
    )
    assert [(a.section, a.title, a.subtitle) for a in found.articles] == [
        ("清凉要闻", "凉茶送到环卫工人手上", None),
        ("镇街来信", "镇里办起职工书屋", None),
    ]


def test_the_last_column_of_the_contents_may_have_no_entries() -> None:
    contents = "<p>目录</p><p>重要活动</p><p>　　凉茶送到环卫工人手上</p><p>简讯</p>"
    items = f"<p>△{TEXT}（柳林镇）</p><p>△{TEXT}（白石镇）</p>"
    found = issue(
        contents,
        "<p><b>★重要活动★</b></p>",
        title("凉茶送到环卫工人手上"),
        f"<p><b>★简讯★</b></p>{items}",
    )
    assert [(a.section, a.title) for a in found.articles] == [
        ("重要活动", "凉茶送到环卫工人手上"),
        ("简讯", None),
        ("简讯", None),
    ]


def led(*paragraphs: str) -> str:
    """An item whose title begins its first paragraph."""
    name, text, *rest = paragraphs
    return f"<p><b>{name}</b>　{text}</p>" + "".join(f"<p>{line}</p>" for line in rest)


@pytest.mark.parametrize("mark", ["", "■ "])
def test_a_heading_over_items_of_several_paragraphs_with_titles_and_names_is_a_column(
    mark: str,
) -> None:
    found = issue(
        "<h3>监督在线</h3>",
        led(f"{mark}青阳镇晒出接待账单", TEXT, f"{TEXT}（青阳镇纪委）"),
        led(f"{mark}石门镇约谈新任干部", TEXT, f"{TEXT}（石门镇纪委　李明）"),
        "<h3>清风讲堂</h3>",
        led(f"{mark}家风故事走进社区", TEXT, f"{TEXT}（柳林镇纪委）"),
        led(f"{mark}警示教育来到车间", TEXT, f"{TEXT}（东风镇纪委）"),
    )
    assert [(a.section, a.title, a.kind, len(a.paragraphs)) for a in found.articles] == [
        ("监督在线", "青阳镇晒出接待账单", "article", 2),
        ("监督在线", "石门镇约谈新任干部", "article", 2),
        ("清风讲堂", "家风故事走进社区", "article", 2),
        ("清风讲堂", "警示教育来到车间", "article", 2),
    ]
    assert found.articles[0].contributors[0].unit == "青阳镇纪委"


def test_a_heading_over_parts_that_nobody_signs_is_a_title() -> None:
    parts = led("领导带头走在前面", TEXT, TEXT) + led("制度建设跟在后面", TEXT, TEXT)
    names = ["学习见到实效", "服务送到家门", "作风明显好转"]
    found = issue(*(f"<h3>{name}</h3>{parts}" for name in names))
    assert [a.title for a in found.articles] == names


DIGEST = "△ {}（白石镇工会）", "△ {}（城关镇工会）"


@pytest.mark.parametrize("mark", ["▇", "▅", "█", "▓▓"])
def test_a_block_before_words_over_items_names_their_column(mark: str) -> None:
    columns = ["组织建设", "维权服务", "女工之声"]
    items = [DIGEST, DIGEST, DIGEST[:1]]
    body = [
        [f"<p><b>{mark} {column}</b></p>", *(f"<p>　　{item.format(TEXT)}</p>" for item in under)]
        for column, under in zip(columns, items, strict=True)
    ]
    found = issue(*(line for part in body for line in part))
    assert [(a.section, a.title, a.kind) for a in found.articles] == [
        (column, None, "brief") for column, under in zip(columns, items, strict=True) for _ in under
    ]


def test_a_column_stands_over_items_of_several_paragraphs_that_each_end_with_names() -> None:
    one = f"<p>　　△ {TEXT}</p><p>　　{TEXT}（白石镇工会）</p>"
    found = issue("<p><b>▇ 节水增效</b></p>", one, f"<p>　　△ {TEXT}（县委办）</p>")
    assert [(a.section, a.title, len(a.paragraphs)) for a in found.articles] == [
        ("节水增效", None, 2),
        ("节水增效", None, 1),
    ]


@pytest.mark.parametrize("bar", ["｜", "|", "丨"])
def test_bars_on_both_sides_frame_a_column(bar: str) -> None:
    found = issue(
        f"<p>{bar}会员风采{bar}</p>", title("凉茶送到环卫工人手上"), f"<p>{bar}商会讲堂{bar}</p>",
        title("镇里办起职工书屋"),
    )  # fmt: skip
    assert [(a.section, a.title, a.subtitle) for a in found.articles] == [
        ("会员风采", "凉茶送到环卫工人手上", None),
        ("商会讲堂", "镇里办起职工书屋", None),
    ]


def test_a_column_that_looks_like_the_headings_within_a_text_stands_over_stronger_titles() -> None:
    big = "<p align=center><b><font size=5>{}</font></b></p>"
    found = issue(
        "<p><b>重点工作</b></p>",
        big.format("镇里办起职工书屋"),
        f"<p>　　{TEXT}</p><p><b>读书的人多起来</b></p><p>　　{TEXT}</p>",
        big.format("凉茶送到环卫工人手上"),
        f"<p>　　{TEXT}</p>",
    )
    assert [(a.section, a.title, a.subtitle) for a in found.articles] == [
        ("重点工作", "镇里办起职工书屋", None),
        ("重点工作", "凉茶送到环卫工人手上", None),
    ]


@pytest.mark.parametrize("column", ["<div>{}</div>", "<div><i></i>{}</div>", "<p><b>{}</b></p>"])
def test_terms_over_their_descriptions_are_titles_and_plain_words_over_them_columns(
    column: str,
) -> None:
    def item(title: str, sender: str) -> str:
        return f"<dl><dt>{title}</dt><dd>{TEXT}</dd><dd>{TEXT}</dd><dd>{sender}</dd></dl>"

    found = issue(
        column.format("移风易俗"),
        item("城关镇理事会管住大操大办", "城关镇"),
        item("零彩礼新人受礼遇", "县民政局 郭祥芳"),
        column.format("志愿服务"),
        item("果园里的“共享采摘队”", "安西镇团委"),
    )
    assert [(a.section, a.title, len(a.paragraphs)) for a in found.articles] == [
        ("移风易俗", "城关镇理事会管住大操大办", 2),
        ("移风易俗", "零彩礼新人受礼遇", 2),
        ("志愿服务", "果园里的“共享采摘队”", 2),
    ]
    assert [[c.text for c in a.contributors] for a in found.articles] == [
        ["城关镇"],
        ["县民政局 郭祥芳"],
        ["安西镇团委"],
    ]


@pytest.mark.parametrize(
    "column",
    [
        "……{}……", "//{}//", "&gt;&gt; {}", "》{}", "# {}", "{} / FOCUS", "{} Key Work",
        "第{n}版　{}", "第{n}版：{}", "栏目：{}", "“{}”", "{}：",
    ],
)  # fmt: skip
@pytest.mark.parametrize("line", ["<p><b>{}</b></p>", "<p align=center><b>{}</b></p>"])
def test_whatever_frames_counts_or_translates_a_column_is_no_part_of_its_name(
    line: str, column: str
) -> None:
    def over(name: str, number: str) -> str:
        return line.format(column.format(name, n=number))

    big = "<p align=center><b><font size=5>{}</font></b></p><p>　　" + TEXT + "（县总工会）</p>"
    found = issue(
        over("帮扶在线", "一"),
        big.format("凉茶送到环卫工人手上"),
        big.format("镇里办起职工书屋"),
        over("身边榜样", "二"),
        big.format("一把焊枪焊出“大工匠”"),
    )
    assert [(a.section, a.title, a.subtitle) for a in found.articles] == [
        ("帮扶在线", "凉茶送到环卫工人手上", None),
        ("帮扶在线", "镇里办起职工书屋", None),
        ("身边榜样", "一把焊枪焊出“大工匠”", None),
    ]


@pytest.mark.parametrize("column", ["简讯三则", "★简讯三则", "工作简讯"])
def test_news_in_brief_is_a_column_though_it_looks_like_the_titles(column: str) -> None:
    star = "★" if column[0] == "★" else ""
    head = (
        "<p align=center>梅岭工会信息</p><p align=center>第6期</p><p>梅岭县总工会　2011年6月8日</p>"
    )
    titled = "".join(
        f"<p>{star}{title}</p><p>　　县总工会在{place}办起了工间课堂，已有一百二十名职工报名。</p>"
        for title, place in (("夜校开进纺织厂", "纺织厂"), ("书屋搬上采石场", "采石场"))
    )
    items = "".join(
        f"<p>　　6月{day}日，县总工会慰问{place}的职工，送去凉茶和防暑药品。</p>"
        for day, place in ((3, "环卫所"), (4, "粮站"))
    )
    found = segment(read_html(f"{head}{titled}<p>{column}</p>{items}").lines)
    assert found is not None
    assert [(a.section, a.title, a.kind) for a in found.articles] == [
        (None, "夜校开进纺织厂", "article"),
        (None, "书屋搬上采石场", "article"),
        (column.lstrip("★"), None, "brief"),
    ]


def test_contents_on_one_line_may_promise_columns_alone() -> None:
    columns = {
        "林改前沿": ["林权证发到农户手里"],
        "绿色视野": ["油茶低改每亩增收三百元", "雪灾后补植造林全面启动"],
        "护林故事": ["孤岭上的一张活地图"],
    }
    body = "".join(
        f"<p><b>{name}</b></p>" + "".join(map(title, titles)) for name, titles in columns.items()
    )
    found = issue(f"<p><font color=red>本期栏目：</font>{'　'.join(columns)}</p>", body)
    assert [(a.section, a.title) for a in found.articles] == [
        (name, one) for name, titles in columns.items() for one in titles
    ]


def test_numbered_items_with_names_at_their_ends_have_columns_and_no_titles() -> None:
    news = (
        "1.11月7日上午，县长到城北调研棚户区改造，要求让居民明年中秋前搬进新居。（县委办）",
        "2.11月7日下午，县政府常务会议研究了冬春农田水利建设等七个议题。（县政府办）",
        "3.石埠镇投入资金85万元，完成了十二个村的监控安装，主要路口全覆盖。（石埠镇）",
        "4.县供电公司改造线路，沙洼、柳林两乡部分村停电，已提前通知用户。（县供电公司）",
    )
    rows = [f"<p>　　{one}</p>" for one in news]
    found = issue("<h4>政务活动</h4>", *rows[:2], "<h4>基层情况</h4>", *rows[2:])
    assert [(a.section, a.title) for a in found.articles] == [
        ("政务活动", None),
        ("政务活动", None),
        ("基层情况", None),
        ("基层情况", None),
    ]
    assert [a.contributors[0].unit for a in found.articles] == [
        "县委办",
        "县政府办",
        "石埠镇",
        "县供电公司",
    ]


def test_columns_of_one_look_are_columns_though_one_is_as_long_as_its_title() -> None:
    names = ("指挥部动态", "每日数据", "乡镇快讯", "战疫故事")
    titles = ("指挥部召开第九次调度会", "数字", "枫叶乡设卡点十一处", "一碗热面")
    found = issue(
        *(
            f"<div>{n}</div><h3>{t}</h3><p>　　{TEXT}</p>"
            for n, t in zip(names, titles, strict=True)
        )
    )
    told = {article.title: article.section for article in found.articles}
    assert told["指挥部召开第九次调度会"] == "指挥部动态"
    assert told["一碗热面"] == "战疫故事"


def test_what_a_picture_shows_is_no_column_over_marked_paragraphs() -> None:
    marked = "".join(f"<p>　　●{stage}阶段：{TEXT}</p>" for stage in ("动员", "实施"))
    shown = "<p align=center>图为活动现场</p>"
    titles = ("三个乡镇的水费收上来了", "护林员盼来一双好鞋")
    found = issue(
        *(
            f"<p align=center><b>{title}</b></p><p>　　{TEXT}</p>{shown}{more}"
            for title, more in zip(titles, (marked, ""), strict=True)
        )
    )
    assert [(a.title, a.section) for a in found.articles] == [(t, None) for t in titles]


def test_a_column_of_any_name_may_stand_over_framed_titles() -> None:
    titles = ("三个乡镇的水费收上来了", "护林员盼来一双好鞋")
    articles = (f"<dl><dt>【{t}】</dt><dd>{TEXT}</dd><dd>供稿：县水利局</dd></dl>" for t in titles)
    found = issue("<h2>窗口</h2>", *articles)
    assert [(a.title, a.section) for a in found.articles] == [(t, "窗口") for t in titles]


def test_plain_words_below_a_picture_tell_of_it_and_head_nothing() -> None:
    picture = "<p align=center><img src=/1.jpg></p><p align=center>律师在查看考勤记录</p>"
    titles = ("三个乡镇的水费收上来了", "护林员盼来一双好鞋", "夜班公交又开了两条线")
    found = issue(*(title(one) + picture for one in titles))
    assert [(a.title, a.subtitle, a.section) for a in found.articles] == [
        (one, None, None) for one in titles
    ]
    kinds = [[paragraph.kind for paragraph in article.paragraphs] for article in found.articles]
    assert kinds == [["body", "caption"]] * 3


def test_a_column_that_comes_again_over_a_title_is_no_part_of_the_texts() -> None:
    names = ("乡村建设", "产业发展", "防返贫监测", "产业发展")
    titles = (
        "三个乡镇的水费收上来了",
        "护林员盼来一双好鞋",
        "夜班公交又开了两条线",
        "光伏收益到账",
    )
    cards = (
        f"<div>{name}</div><h3>{one}</h3><p>{TEXT}</p><div>供稿单位：县水利局</div>"
        for name, one in zip(names, titles, strict=True)
    )
    found = issue(*cards)
    assert [(a.section, a.title) for a in found.articles] == list(zip(names, titles, strict=True))
