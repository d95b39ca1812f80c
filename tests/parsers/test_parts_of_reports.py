"""What stands between the paragraphs of an article: headings of its parts, lines under pictures."""

import pytest

from tests.parsers.issues import PLAIN, article, county

PARTS = ("【基本案情】", "【裁判结果】", "【典型意义】")


def test_words_framed_over_text_head_the_parts_of_a_case() -> None:
    parts = "".join(f"<p>{part}</p>{PLAIN}" for part in PARTS)
    found = county(article("送货员与站点之间是劳动关系", parts[: -len(PLAIN)]))
    headings = [p.text for p in found.articles[0].paragraphs if p.kind == "heading1"]
    assert headings == list(PARTS)


@pytest.mark.parametrize("where", ["（左二）", "（右）", "（左3）"])
def test_who_stands_where_is_said_under_a_picture(where: str) -> None:
    shown = f"▲郝明山{where}在灌渠边"
    found = county(
        article("灌渠修到田头"),
        f"<p align=center>{shown}</p>",
        article("夜校开到车间"),
    )
    assert [a.title for a in found.articles] == ["灌渠修到田头", "夜校开到车间"]
    last = found.articles[0].paragraphs[-1]
    assert (last.text, last.kind) == (shown, "caption")
    assert found.articles[1].subtitle is None
