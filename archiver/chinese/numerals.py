"""Numbers as Chinese pages write them: 12, １２, 十二, 廿三, 一百零八, 一〇八."""

from functools import lru_cache

from archiver.chinese.fold import fold

CIRCLES = "〇○◯零"
ZEROS = f"{CIRCLES}OoОо"
"""Signs for zero: 〇 is missing from GB2312, so pages use a circle, a Latin or Cyrillic O."""

_DIGITS = {
    **dict.fromkeys(ZEROS, 0),
    **{str(n): n for n in range(10)},
    **{c: n for n, c in enumerate("一二三四五六七八九", 1)},
    "两": 2,
}
_TENS = {"廿": 20, "卅": 30}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10000}


@lru_cache(maxsize=4096)
def read_number(text: str) -> int | None:
    """The value of ``text`` when all of it is one non-negative number, else None.

    With 十 百 千 万 廿 卅 the number is read by position (十二 = 12, 一百零八 = 108), without them
    digit by digit (一〇八 = 108). Outer white space is ignored.
    """
    text = fold(text).strip()
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or len(text) > 12:
        return None
    if any(c in _UNITS or c in _TENS for c in text):
        return _read_positional(text)
    value = 0
    for c in text:
        if c not in _DIGITS:
            return None
        value = value * 10 + _DIGITS[c]
    return value if any(c not in ZEROS for c in text) else None


def _read_positional(text: str) -> int | None:
    """一百零八, 十二, 廿三, 三十 …; None where the order of units is not that of a number."""
    total, digit, last_unit = 0, None, 100_000
    for c in text:
        if c in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[c]
        elif c in _TENS:
            if digit is not None or last_unit <= 10:
                return None
            total, last_unit = total + _TENS[c], 10
        elif c in _UNITS:
            unit = _UNITS[c]
            if unit >= last_unit:
                return None
            total += (1 if digit is None else digit) * unit
            digit, last_unit = None, unit
        else:
            return None
    return total + (digit or 0)
