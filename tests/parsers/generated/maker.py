"""A whole bulletin from its parts."""

import random

from tests.parsers.generated import texts
from tests.parsers.generated.articles import Articles
from tests.parsers.generated.bodies import Bodies
from tests.parsers.generated.contents import Contents
from tests.parsers.generated.heads import Heads
from tests.parsers.generated.model import Bulletin


def bulletin(seed: int) -> Bulletin:
    """The same seed always gives the same bulletin."""
    return _Maker(random.Random(seed)).make()


class _Maker(Heads, Articles, Bodies, Contents):
    def make(self) -> Bulletin:
        rng = self.rng
        rows: list[tuple[str, str]] = []
        issue, page_title = self.masthead(rows)
        pieces = self.pieces()
        toc_rows, toc = self.toc(pieces)
        note = None
        if self.traits["toc"] != "after":
            rows += toc_rows
        if self.traits["note"] == "issue":
            note = texts.paragraph(rng, 2, 3)
            rows += [("note", f"编者按：{note}"), ("gap", "")]
        self.body(rows, pieces, issue)
        if self.traits["toc"] == "after":
            rows += [("gap", ""), *toc_rows]
        recipients = self.tail(rows, issue)
        if self.traits["breaks"] != "none":
            self.break_page(rows, issue)
        return Bulletin(rows, issue, pieces, recipients, page_title, self.traits, note, toc)
