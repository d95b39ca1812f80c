"""Nothing lost, nothing twice: every line of every page belongs to exactly one region."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from archiver.chinese.fold import fold
from archiver.parsers.bulletin import read_article, segment
from archiver.parsers.lines import lines_from_text
from tests.parsers.generated.maker import bulletin
from tests.work import no_hang

HEAD = "工会简报\n第3期\n清溪县总工会编　　　2009年3月4日\n"
LINES = st.sampled_from(
    [
        "目　录",
        "县总工会举办夜校",
        "　　夜校办了三期,来的人一期比一期多,大家都说好。",
        "来稿：清溪县总工会",
        "（白沙县 张大川）",
        "【经验交流】",
        "一、先摸底",
        "△市科协送技术上门,茶厂增收两成。（市科协）",
        "- 2 -",
        "第2页",
        "——来自车间的报告",
        "报：市总工会",
        "（共印80份）",
        "责任编辑：刘敏",
        "编者按：这一期说夜校。",
        "",
        "　",
        "*****",
        "工会简报第3期",
        "1. 县总工会举办夜校……3",
        "敬礼！",
    ]
)


def assert_every_line_once(text: str, title: str | None) -> None:
    lines = lines_from_text(text)
    found = segment(lines, page_title=title)
    if found is None:
        return
    numbers = [n for region in found.regions for n in region.lines]
    assert sorted(numbers) == [line.number for line in lines]
    assert [a.order for a in found.articles] == list(range(1, len(found.articles) + 1))


@settings(max_examples=150)
@given(st.lists(LINES, max_size=40), st.sampled_from([None, "工会简报第3期"]))
def test_any_order_of_lines_keeps_every_line(lines: list[str], title: str | None) -> None:
    assert_every_line_once(HEAD + "\n".join(lines), title)


@settings(max_examples=100)
@given(st.text(alphabet="工会简报第3期目录(（）)。,、:：△●【】—-　 \t\n一二1.", max_size=300))
def test_any_text_keeps_every_line(text: str) -> None:
    assert_every_line_once(HEAD + text, None)


@settings(max_examples=60)
@example(2766)  # a heading over the first text, of the same words as an item of another
@given(st.integers(min_value=0, max_value=100_000))
def test_the_text_of_a_generated_bulletin_is_all_there(seed: int) -> None:
    made = bulletin(seed)
    lines = made.lines
    found = segment(lines, page_title=made.page_title)
    assert found is not None
    held = {
        number
        for region in found.regions
        if region.name.startswith("article") and region.name.endswith("paragraph")
        for number in region.lines
    }
    stored = bare("".join(p.text for a in found.articles for p in a.paragraphs))
    for line in lines:
        if line.number in held:
            # A contributor behind the last 。 is taken out of its paragraph; nothing else may go.
            assert bare(line.text) in stored or bare(line.text.rpartition("（")[0]) in stored


def bare(text: str) -> str:
    return "".join(fold(text).split())


@settings(max_examples=60)
@given(st.lists(LINES, max_size=20))
def test_an_article_names_the_role_of_each_of_its_lines(lines: list[str]) -> None:
    read = lines_from_text("\n".join(lines))
    assert len(read_article(read, title=None).roles) == len(read)


@pytest.mark.parametrize(
    "text",
    [
        "目录\n" + "工" * 200_000,
        "标题一二三\n" + "(" * 200_000,
        "目录\n标题" + "." * 200_000 + "3\n标题\n正文。",
        "目录\n标题一二三四\n" + "·" * 200_000 + "标题五六七八\n标题一二三四\n正文。",
        "目录\n标题一二三四\n" + "…" * 200_000 + "印\n标题一二三四\n正文。",
        "标题一二三四\n正文正文。\n" + " " * 200_000 + "印",
        "标题一二三四\n正文正文。\n" + "报:" * 100_000,
        "\n".join("县总工会办夜校\n  夜校办了三期,来的人一期比一期多。" for _ in range(4000)),
        "\n".join("△市科协送技术上门,茶厂增收两成。（市科协）" for _ in range(8000)),
    ],
)
def test_no_text_is_endless(text: str) -> None:
    lines = lines_from_text(HEAD + text)
    with no_hang():
        segment(lines)
