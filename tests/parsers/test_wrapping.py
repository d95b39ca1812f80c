"""Text broken at a width: every full line goes on, and nothing else is joined."""

import textwrap

from hypothesis import assume, given
from hypothesis import strategies as st

from archiver.parsers.bulletin.wrapping import goes_on, mark_running
from archiver.parsers.lines import lines_from_text

SENTENCES = (
    "枫叶乡工会把流动书屋送到了采石场。",
    "书屋里有法律、安全、种养方面的书四百多册，职工凭工作证就能借。",
    "管理员每周三下午到点，风雨无阻！",
    "乡里还请来退休教师，教年轻工友写家信、算工账。",
)


def wrapped(paragraphs: list[str], width: int) -> str:
    return "\n".join(
        line
        for text in paragraphs
        for line in textwrap.wrap("　　" + text, width, drop_whitespace=False)
    )


def joined(text: str) -> list[str]:
    lines = mark_running(lines_from_text(text))
    out: list[str] = []
    for previous, line in zip([None, *lines], lines, strict=False):
        if previous is not None and goes_on(previous, line):
            out[-1] += line.text.strip()
        else:
            out.append(line.text.strip())
    return out


@given(
    st.lists(st.lists(st.sampled_from(SENTENCES), min_size=4, max_size=9), min_size=2, max_size=6),
    st.integers(24, 40),
)
def test_paragraphs_come_back_whole_from_any_width(drawn: list[list[str]], width: int) -> None:
    paragraphs = ["".join(sentences) for sentences in drawn]
    text = wrapped(paragraphs, width)
    # Where each line is as many whole sentences, nothing tells it from a paragraph.
    assume(not all(line.endswith(("。", "！")) for line in text.splitlines()))
    assert joined(text) == paragraphs


def test_a_line_that_ends_a_sentence_at_the_width_goes_on() -> None:
    first = "枫叶乡工会把流动书屋送到了采石场，共四百册。"
    text = first + "书屋每周三下午开门，借书的职工排到了院子里，管理员忙得顾不上喝水。" * 2
    assert joined(wrapped([text, text], len(first) + 2)) == [text, text]


def test_titles_of_one_length_stay_lines() -> None:
    titles = [f"枫叶乡工会第{n}次把流动书屋送到采石场职工手中" for n in "一二三四五六"]
    assert joined("\n".join(titles)) == titles


def test_rows_in_columns_stay_lines() -> None:
    paragraph = "书屋每周三下午开门，借书的职工排到了院子里，管理员忙得顾不上喝水。" * 3
    rows = ["名次　　乡镇　　得分", "1       枫叶乡  96.5", "2       白石镇  95.2"]
    text = wrapped([paragraph, paragraph], 34) + "\n" + "\n".join(rows)
    assert joined(text) == [paragraph, paragraph, *rows]
