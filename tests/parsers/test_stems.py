"""Most texts are let go at a glance: that must never let go what a closer look would find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.parsers.integrity.stems import Stems
from archiver.parsers.integrity.trades import (
    _BRAND,
    _BRAND_STEM,
    _TRADE,
    _TRADE_STEM,
    may_hold,
)
from archiver.parsers.integrity.wares import _CRIME, _QUACK, OFFER_STEMS

_FORMS = {
    "brands": (_BRAND, _BRAND_STEM),
    "trade": (_TRADE, _TRADE_STEM),
    "crimes": (_CRIME, OFFER_STEMS),
    "quacks": (_QUACK, OFFER_STEMS),
}
_SIGNS = st.text("工会职大中体育a1(赌", max_size=12)


@pytest.mark.parametrize("forms", _FORMS)
@given(data=st.data())
def test_whatever_a_form_finds_has_a_stem(forms: str, data: st.DataObject) -> None:
    form, stems = _FORMS[forms]
    found = form.search(data.draw(st.from_regex(form)))
    if found is not None:
        assert may_hold((found[0],), stems), found[0]


@given(st.lists(st.text("工会职大中体育a1(赌", min_size=1, max_size=3), min_size=1), _SIGNS)
def test_stems_are_found_wherever_they_stand(words: list[str], text: str) -> None:
    stems = Stems.of("|".join(words))
    assert stems.are_in(text) == any(word in text for word in words)


def test_a_sign_of_patterns_is_a_sign_like_others() -> None:
    assert Stems.of("体育(|赌").are_in("某体育(中国)")
    assert not Stems.of("体育(").are_in("体育中国")
