"""Reads the one date of a masthead line, a CMS line, a list column or a signature."""

import re
from typing import Final

from archiver.chinese.dates import spans
from archiver.chinese.dates.anchor import NO_ANCHOR
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.days import exact_day
from archiver.chinese.dates.find import find_mentions
from archiver.chinese.dates.mention import Mention
from archiver.chinese.dates.placing import place
from archiver.chinese.dates.printed import MONTH_DAY, find_short, read_collapsed
from archiver.chinese.dates.spans import Span
from archiver.chinese.dates.words import ISO
from archiver.chinese.fold import fold, fold_offsets, printed_at
from archiver.chinese.memo import remembered
from archiver.records import Date

_NOWHERE: Final = Context(NO_ANCHOR)
_DAMAGED: Final = {"invalid_day", "invalid_month", "sentinel", "placeholder", "blank_day"}


def read_date(text: str, *, signature: bool = False) -> Date | None:
    """The date printed in ``text``, a line that carries one; None when there is none.

    The first full date wins, then the first month of a year, then a month and day alone
    (``XXXX-06-25``, flag ``year_unknown``): nothing is added that is not printed. A bare year is no
    date here (2008年第2期). Accepts ``08-06-25`` with the flag ``two_digit_year``. With
    ``signature``, digits that lost their 年月日 (201395) are read as well, flagged ``collapsed``.
    """
    return _read_signature(text) if signature else _read(text)


# The lists of a site print the same days, and the same items, on page after page.
@remembered
def _read(text: str) -> Date | None:
    return _read_one(text, signature=False)


@remembered
def _read_signature(text: str) -> Date | None:
    return _read_one(text, signature=True)


def _read_one(text: str, *, signature: bool) -> Date | None:
    folded = fold(text)
    iso = ISO.search(folded)
    if iso is not None and not folded[max(0, iso.start() - 1) : iso.start()].isdigit():
        start, stop = printed_at(iso.start(), iso.end(), fold_offsets(text))
        date = _exact_date(iso, text[start:stop])
        if date is not None:
            return date
    mention = _read_line(folded, signature=signature)
    return _date(mention, text) if mention else None


def _exact_date(iso: re.Match[str], printed: str) -> Date | None:
    """2008-06-25."""
    point = exact_day(iso, int(iso["y"]))
    placed = place(_NOWHERE, point, None) if point else None
    return _record(printed, *placed) if placed else None


def _read_line(folded: str, *, signature: bool) -> Mention | None:
    if day := _read_month_day(folded):
        return day
    context = Context(NO_ANCHOR)
    found = find_mentions(context, folded)
    if not signature:
        found = [mention for mention in found if "collapsed" not in mention.flags]
    best = min(found, key=_rank, default=None)
    if best is not None and _rank(best) < _NO_YEAR:
        return best
    mention = find_short(context, folded) or (read_collapsed(folded) if signature else None)
    if mention is None and best is not None and _rank(best) == _NO_YEAR:
        return best
    return mention


def _read_month_day(folded: str) -> Mention | None:
    """06-25 as the whole of a list column: a day of an unknown year."""
    match = MONTH_DAY.fullmatch(folded)
    span = spans.day(2000, int(match["m"]), int(match["d"])) if match else None
    if match is None or span is None:
        return None
    return Mention(match.start("m"), match.end("d"), spans.without_year(span), ("year_unknown",))


def _date(mention: Mention, text: str) -> Date:
    start, stop = printed_at(mention.start, mention.stop, fold_offsets(text))
    return _record(text[start:stop], mention.span, mention.flags)


def _record(printed: str, span: Span, flags: tuple[str, ...]) -> Date:
    return Date(
        text=printed,
        edtf=span.edtf,
        start=span.start,
        end=span.end,
        precision=span.precision,
        approximate=span.approximate,
        flags=flags,
    )


_NO_YEAR, _NOTHING = 3, 4


def _rank(mention: Mention) -> int:
    """How much a mention says: a day, a damaged day, a month, a day without a year, nothing."""
    span = mention.span
    if span.precision == "day" and span.start is not None and not span.approximate:
        return 0
    if _DAMAGED.intersection(mention.flags):
        return 1
    if span.precision == "month" and span.start is not None and not span.approximate:
        return 2
    if span.precision == "day" and span.edtf is not None and not span.approximate:
        return _NO_YEAR
    return _NOTHING
