"""What has been read so far: the anchor, the sentence's year, the last day spoken of."""

import datetime
import re
import sys
from typing import Final

from archiver.chinese.dates.anchor import Anchor
from archiver.chinese.dates.spans import Span

_SENTENCE_END: Final = re.compile(r"[。!?！？\n]")


class Context:
    """The state of reading one text after another of the same article.

    ``last_day`` lasts for the whole article (次日, 当天), ``last_month`` for a paragraph (8日上午),
    the year of a sentence until its full stop: a year in running text does not hold for later
    sentences. All positions are those of the folded ``text``, which is read until ``most``
    mentions are found.
    """

    def __init__(self, anchor: Anchor, most: int = sys.maxsize) -> None:
        self.anchor = anchor
        self.most = most
        self.last_day: datetime.date | None = None
        self.begin("")

    def begin(self, text: str) -> None:
        """Start a new paragraph."""
        self.text = text
        self.last_month: tuple[int, int] | None = None
        self.last_year: int | None = None
        self.read_to = self.reached = 0
        self.recurring_to: int | None = None
        self.end_sentence()

    def end_sentence(self) -> None:
        """Forget what holds for one sentence only."""
        self.sentence_year: int | None = None
        self.sentence_month: int | None = None
        self.spoken_year: int | None = None
        self.planned = False
        self.sentence_start: datetime.date | None = None

    def reach(self, at: int) -> None:
        """Note that reading has come to ``at``; a full stop on the way ends the sentence."""
        if at > self.reached:
            if _SENTENCE_END.search(self.text, self.reached, at):
                self.end_sentence()
            self.reached = at

    @property
    def anchor_month(self) -> tuple[int, int] | None:
        """Year and month of the anchor day."""
        day = self.anchor.day
        return (day.year, day.month) if day else None

    def remember(self, span: Span, stop: int) -> None:
        """Note a resolved span as the one last spoken of."""
        self.read_to = stop
        last = span.end or span.start
        if last is None:
            return
        self.last_year = last.year
        if span.precision in ("year", "decade", "half", "quarter"):
            return
        self.sentence_start = span.start or self.sentence_start
        self.last_month = (last.year, last.month)
        if not span.approximate and span.precision in ("day", "range", "set"):
            self.last_day = last
