"""Reads the one date of a masthead line, a CMS line, a list column or a signature."""

from archiver.chinese.dates import spans
from archiver.chinese.dates.anchor import NO_ANCHOR
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.days import exact_day
from archiver.chinese.dates.find import as_record, find_dates
from archiver.chinese.dates.mention import Mention
from archiver.chinese.dates.placing import place
from archiver.chinese.dates.printed import MONTH_DAY, find_short, read_collapsed
from archiver.chinese.dates.words import ISO
from archiver.chinese.fold import fold, fold_offsets
from archiver.records import Date, DateMention

_DAMAGED = {"invalid_day", "invalid_month", "sentinel", "placeholder", "blank_day"}


def read_date(text: str, *, signature: bool = False) -> Date | None:
    """The date printed in ``text``, a line that carries one; None when there is none.

    The first full date wins, then the first month of a year, then a month and day alone
    (``XXXX-06-25``, flag ``year_unknown``): nothing is added that is not printed. A bare year is no
    date here (2008年第2期). Accepts ``08-06-25`` with the flag ``two_digit_year``. With
    ``signature``, digits that lost their 年月日 (201395) are read as well, flagged ``collapsed``.
    """
    folded = fold(text)
    context = Context(NO_ANCHOR)
    iso = ISO.search(folded)
    if iso is not None and not folded[max(0, iso.start() - 1) : iso.start()].isdigit():
        point = exact_day(iso, int(iso["y"]))
        placed = place(context, point, None) if point else None
        if placed is not None:
            return _date(Mention(iso.start(), iso.end(), *placed), text)
    found = [d for d in find_dates(text) if signature or "collapsed" not in d.flags]
    best = min(found, key=_rank, default=None)
    if best is not None and _rank(best) < _NO_YEAR:
        return _without_offset(best)
    mention = find_short(context, folded) or (read_collapsed(folded) if signature else None)
    if mention is not None:
        return _date(mention, text)
    if best is not None and _rank(best) == _NO_YEAR:
        return _without_offset(best)
    return _read_month_day(folded, text)


def _read_month_day(folded: str, text: str) -> Date | None:
    """06-25 as the whole of a list column: a day of an unknown year."""
    match = MONTH_DAY.fullmatch(folded)
    span = spans.day(2000, int(match["m"]), int(match["d"])) if match else None
    if match is None or span is None:
        return None
    mention = Mention(match.start("m"), match.end("d"), spans.without_year(span))
    mention.flags = ("year_unknown",)
    return _date(mention, text)


def _date(mention: Mention, text: str) -> Date:
    return _without_offset(as_record(text, mention, fold_offsets(text)))


def _without_offset(date: DateMention) -> Date:
    return Date(**date.model_dump(exclude={"offset"}))


_NO_YEAR, _NOTHING = 3, 4


def _rank(date: DateMention) -> int:
    """How much a mention says: a day, a damaged day, a month, a day without a year, nothing."""
    if date.precision == "day" and date.start is not None and not date.approximate:
        return 0
    if _DAMAGED.intersection(date.flags):
        return 1
    if date.precision == "month" and date.start is not None and not date.approximate:
        return 2
    if date.precision == "day" and date.edtf is not None and not date.approximate:
        return _NO_YEAR
    return _NOTHING
