from hypothesis import given
from hypothesis import strategies as st

from archiver.chinese.fold import comparison_key, fold, fold_lines, fold_offsets, one_line


def test_full_width_punctuation_digits_and_blanks_become_ascii() -> None:
    assert fold("（２００８年　６月）：") == "(2008年 6月):"


def test_list_markers_and_ellipsis_are_not_decomposed() -> None:
    assert fold("①㈠⑴…℃") == "①㈠⑴…℃"


def test_titles_that_differ_in_blanks_and_brackets_have_one_key() -> None:
    assert comparison_key("整合力量\u00a0 服务职工") == comparison_key("整合力量　服务职工。")


def test_runs_of_white_space_become_one_space() -> None:
    assert one_line(" 目\u00a0\u00a0 录　") == "目 录"


@given(st.text())
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    folded, offsets = fold(text), fold_offsets(text)
    if offsets is None:
        assert len(folded) == len(text)
    else:
        assert [fold(text[i]) for i in offsets] == list(folded)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(st.characters(exclude_characters="\n"))))
def test_lines_folded_together_are_lines_folded_alone(lines: list[str]) -> None:
    assert fold_lines(lines) == [fold(line) for line in lines]
