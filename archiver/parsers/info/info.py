"""What an information line says, and what a page's lines say together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archiver.parsers.info.days import date_of, holds_date
from archiver.records import Date

_FIRST_YEAR: Final = 1990  # before the web, a date is a default that nobody filled in
_NOBODY: Final = re.compile(
    r"[.…·\-—_*?？/\\]+|未知|佚名|不详|无|暂无|本[网站报刊]讯|admin|null",
    re.IGNORECASE,
)


@dataclass(slots=True, init=False)  # as Line
class Info:
    """What one line says in labels: (role, value as printed) in order.

    ``bare`` is a date without a label; ``is_stamp`` when it is printed as machines print it.
    ``day`` is a date that stands in pieces, as on the leaf of a calendar; ``in_box`` when the line
    is one of a box of labels.
    ``is_generic`` when the one label is 时间 or 日期, which a notice of a meeting prints too.
    """

    pairs: tuple[tuple[str, str], ...]
    bare: str | None
    is_stamp: bool
    is_generic: bool
    day: Date | None
    in_box: bool

    def __init__(
        self,
        pairs: tuple[tuple[str, str], ...],
        bare: str | None = None,
        is_stamp: bool = False,
        is_generic: bool = False,
        day: Date | None = None,
        in_box: bool = False,
    ) -> None:
        self.pairs = pairs
        self.bare = bare
        self.is_stamp = is_stamp
        self.is_generic = is_generic
        self.day = day
        self.in_box = in_box

    @property
    def is_certain(self) -> bool:
        """Whether the line can be nothing else than an information line."""
        if self.is_generic:
            return False
        if self.in_box:
            return True
        if len(self.pairs) >= 2 or self.day or (self.bare and (self.pairs or self.is_stamp)):
            return True
        return any(role in ("published", "signed") and holds_date(v) for role, v in self.pairs)


def is_nobody(value: str) -> bool:
    """Whether a value stands where nobody is named: 佚名, admin."""
    return not value or _NOBODY.fullmatch(value) is not None


def first_value(infos: Sequence[Info], role: str) -> str | None:
    """The first value with ``role`` that is not empty; one with a label before a name alone."""
    for info in sorted(infos, key=lambda info: info.is_stamp):
        for name, value in info.pairs:
            if name == role and not is_nobody(value):
                return value
    return None


def published_of(infos: Sequence[Info]) -> Date | None:
    """The date of publishing: a labelled one, else one alone, else the date of signing.

    One that is no day (2012-02-30) only when there is no other.
    """
    damaged: Date | None = None
    for role in ("published", "", "signed"):
        for info in infos:
            if not role and info.day:
                return info.day
            values = [value for name, value in info.pairs if name == role]
            if not role and info.bare:
                values.append(info.bare)
            for value in values:
                found = date_of(value)
                if found is None or found.start is None or found.start.year < _FIRST_YEAR:
                    continue
                if found.precision == "day":
                    return found
                damaged = damaged or found
    return damaged
