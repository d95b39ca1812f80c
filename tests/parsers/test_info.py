import pytest

from archiver.parsers.info.elements import read_apart, read_loose_apart
from archiver.parsers.info.info import Info, first_value, published_of
from archiver.parsers.info.labelled import read_info
from archiver.parsers.info.unlabelled import read_loose_info
from archiver.parsers.lines import Line, lines_from_text
from archiver.parsers.markup.html import read_html


def info(text: str) -> Info | None:
    return read_info(lines_from_text(text)[0])


@pytest.mark.parametrize(
    ("text", "day", "source", "author"),
    [
        ("发布时间：2012-06-25 15:21:07　阅读次数：312", "2012-06-25", None, None),
        ("作者：佚名　文章来源：本站原创　更新时间：2008-6-25", "2008-06-25", "本站原创", "佚名"),
        ("文号 枫工发[2019]7号　发布 2008/06/25　密级 公开", "2008-06-25", None, None),
        ("日期：2008-6-25　作者：王五　已经有 38 位读者读过此文", "2008-06-25", None, "王五"),
        ("【时间：2018年07月06日 11:25】【来源：甲网】【作者：】", "2018-07-06", "甲网", None),
        ("时间:2008-06-25来源:甲省日报作者:王五", "2008-06-25", "甲省日报", "王五"),
        ("2008年06月25日10:12 甲乙网", "2008-06-25", "甲乙网", None),
        ("信息来源： 发布时间：2008.06.25 浏览次数：{{ pvCount }}", "2008-06-25", None, None),
        (
            "稿件来源：红枫县总工会（办公室） 2008-06-25",
            "2008-06-25",
            "红枫县总工会（办公室）",
            None,
        ),
        ("浏览量：12 | 发布日期 2020-01-02 | 来源 融媒体中心", "2020-01-02", "融媒体中心", None),
        ("公开日期：\t2020-01-02\t发文日期：\t2019-12-31", "2020-01-02", None, None),
        ("作者：　　【大 中 小】　日期：2020-01-02", "2020-01-02", None, None),
        ("Date: 2011-09-02  From: 政工部  Author: 白某  Hits: 12", "2011-09-02", "政工部", "白某"),
        ("2014年5月5日 阅读(219) 评论(0) 出处：宣传部", "2014-05-05", "宣传部", None),
        ("稿源：甲县报　撰稿：姜某　日期：2018年9月7日", "2018-09-07", "甲县报", "姜某"),
        ("www.jia.example 2019年06月05日 来源：宣教部", "2019-06-05", "宣教部", None),
        ("2019年6月5日 | 甲县报 | 作者：姜某", "2019-06-05", "甲县报", "姜某"),
        ("2019-06-05 10:12甲县总工会阅读 503", "2019-06-05", "甲县总工会", None),
        ("〖2019-6-5〗 〖阅读44次〗 〖关闭〗", "2019-06-05", None, None),
        ("文/张某某　发布时间：2019-06-05", "2019-06-05", None, None),
        ("发布：宣教部　2019-06-05", "2019-06-05", None, None),
        ("甲乙网　2019-06-05　来源：宣教部　", "2019-06-05", "宣教部", None),
        ("来源：宣教部浏览：2032019-06-05 16:20", "2019-06-05", "宣教部", None),
        ("浏览 2032019-06-05 16:20", "2019-06-05", None, None),
        ("上載日期：2005年8月4日", "2005-08-04", None, None),
        ("發佈日期：2005-8-4　來源：甲工會　瀏覽：12", "2005-08-04", "甲工會", None),
        ("最後更新時間：2005-8-4", "2005-08-04", None, None),
        ("[ 作者：姜某 | 转贴自：宣教部 | 更新时间：2010-5-18 ]", "2010-05-18", "宣教部", "姜某"),
        ("刊发日期：2010-5-18", "2010-05-18", None, None),
        ("作者：姜某2019-06-05203次", "2019-06-05", None, "姜某"),
        ("来源：宣教部2019-06-0516:20", "2019-06-05", "宣教部", None),
        (
            "『2019年6月5日 星期三』 发布：管理员　审核：丁某　撰稿：姜某　阅读 95 次",
            "2019-06-05",
            None,
            "姜某",
        ),
        ("甲县报社 | 记者：姜某 | 2019-06-05 18:30 | 编辑：丁某", "2019-06-05", "甲县报社", None),
        ("文/图 姜某　　2019年6月5日　　来源：宣教部", "2019-06-05", "宣教部", None),
        ("值班员：丁某　发布时间：2019-06-05　文章出处：宣教部", "2019-06-05", "宣教部", None),
    ],
)
def test_labels_are_read_in_any_order_and_bracketing(
    text: str, day: str, source: str | None, author: str | None
) -> None:
    found = info(text)
    assert found is not None
    assert found.is_certain
    published = published_of([found])
    assert published is not None
    assert published.edtf == day
    values = {role: value for role, value in reversed(found.pairs) if value}
    writer = values.get("author") or values.get("撰稿")
    assert (values.get("source"), writer) == (source, author)


@pytest.mark.parametrize(
    "text",
    [
        "来源于生活的感动",
        "联系人：张三",
        "报名时间：2008-06-25至2008-07-01",
        "时间：2008年6月25日（星期三）上午9时",
        "5月6日，县总工会召开会议，作者：王五等人参加。",
        "二、项目名称：网络设备",
        "撰稿：张三　编辑：李四",
        "留言人：张三　时间：2009-3-4",
    ],
)
def test_sentences_and_notices_of_meetings_are_no_information_lines(text: str) -> None:
    found = info(text)
    assert found is None or not found.is_certain


def test_a_default_date_is_none() -> None:
    found = info("发布时间：1900-01-01 来源：甲网")
    assert found is not None
    assert published_of([found]) is None


def test_a_line_with_one_date_and_a_name_may_stand_below_a_headline() -> None:
    found = read_loose_info(lines_from_text("红枫工会 2019-04-05 阅读 312")[0])
    assert found is not None
    assert (found.pairs, found.bare) == ((("source", "红枫工会"),), "2019-04-05")
    counted = read_loose_info(lines_from_text("2019-04-05 10:42　工会　浏览 1,208 次")[0])
    assert counted is not None
    assert (counted.pairs, counted.bare) == ((("source", "工会"),), "2019-04-05")
    for text in (
        "（2019年4月5日县委常委会通过）",
        "4月5日，会议召开。",
        "红枫县总工会编 2019年4月5日",
    ):
        assert read_loose_info(lines_from_text(text)[0]) is None


def html_line(html: str) -> Line:
    return read_html(f"<body><p>{html}</p></body>").lines[0]


def test_elements_that_touch_are_read_one_by_one_where_that_says_more() -> None:
    line = html_line(
        "<span>2013-04-09 07:50</span><span>甲县报</span><span>林倩</span><a href=#c>我要评论</a>"
    )
    found = read_loose_apart(line)
    assert found is not None
    assert found.pairs == (("source", "甲县报"), ("author", "林倩"))
    account = read_loose_apart(
        html_line(
            "<span>原创</span><span>林倩</span><a href=#>甲县工会</a> <em>2019-04-29 18:00</em>"
        )
    )
    assert account is not None
    assert account.pairs == (("source", "甲县工会"), ("author", "林倩"))
    chips = read_loose_apart(
        html_line("<span>甲厂工会</span><span>发布于 2022-09-14 10:20</span><span>12阅读</span>")
    )
    assert chips is not None and chips.pairs == (("source", "甲厂工会"),)


def test_a_tool_that_touches_a_value_is_no_part_of_it() -> None:
    line = html_line("<i>2013-04-09 07:50</i><span>来源：甲县总工会</span><a href=#>分享</a>")
    found = read_apart(line)
    assert found is not None
    assert (found.pairs, found.bare) == ((("source", "甲县总工会"),), "2013-04-09")


def test_who_put_a_post_up_may_stand_right_behind_the_word() -> None:
    found = read_info(lines_from_text("发布于 2013年4月9日 由甲县总工会")[0])
    assert found is not None
    assert ("author", "甲县总工会") in found.pairs
    printed = read_info(lines_from_text("发布于 2013年4月9日 由甲县总工会编印")[0])
    assert printed is None or all(role != "author" for role, _ in printed.pairs)


def test_elements_within_a_word_part_nothing() -> None:
    line = html_line("来源：<font>甲县</font><font>总工会</font>　<b>2013</b>-04-09")
    found = read_apart(line)
    assert found is not None
    assert found.pairs == (("source", "甲县总工会"),)


@pytest.mark.parametrize(
    "text", ["原创 林晓梅 红枫县总工会 2019-04-05 18:20", "2019-04-05 红枫县总工会 林晓梅 阅读 3"]
)
def test_a_person_beside_a_body_wrote_what_the_body_published(text: str) -> None:
    found = read_loose_info(lines_from_text(text)[0])
    assert found is not None
    assert found.pairs == (("source", "红枫县总工会"), ("author", "林晓梅"))


def test_who_keeps_the_site_is_nobodys_source() -> None:
    found = read_loose_info(lines_from_text("管理员 2019-04-05 阅读 312")[0])
    assert found is not None and found.pairs == ()
    found = read_loose_info(lines_from_text("本网讯 2019-04-05 王小芳")[0])
    assert found is not None and first_value([found], "source") is None
    assert first_value([found], "author") == "王小芳"


@pytest.mark.parametrize(
    "text",
    [
        "播放：1,204　时长：08:46　上传 2019-11-15 10:20",
        "撰文 谷雨 编审 田海涛 2024.05.06",
        "2017-08-25 16:30　文/邵　帅　图/韩晓雪",
    ],
)
def test_counts_lengths_and_credits_beside_a_day_name_no_source(text: str) -> None:
    found = read_loose_info(lines_from_text(text)[0])
    assert found is not None
    assert found.pairs == ()
