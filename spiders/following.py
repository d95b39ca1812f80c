"""What an answer leads to, in the order in which it is asked for.

Lists come first, then their entries, newest first; a crawl for what is new goes on in a list only
as long as it shows something that is not held.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from archiver.records.page import PageKind
from spiders.columns import Column, Columns, Lead, Listed
from spiders.job import Asking
from spiders.order import COLUMN, entry, further_page
from spiders.paging import Ask
from spiders.scope import Scope, Target, mark_of
from spiders.traps import LONGEST_BARREN_CHAIN, Barren, leads_on

DEEPEST = 30
_CHAINS = ("pagination", "previous", "next")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read of one answer: further pages it announces and, if it is a page, all it links.

    ``kind`` is that of a page, and None for another answer; ``total`` is how many entries the list
    says it has.
    """

    url: str
    asks: Sequence[Ask]
    kind: PageKind | None = None
    title: str | None = None
    targets: Sequence[Target] = ()
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Something to ask for next."""

    url: str
    lead: Lead
    form: tuple[tuple[str, str], ...] = ()

    @property
    def mark(self) -> bytes:
        """8 bytes by which the question is known."""
        return mark_of(Ask(self.url, self.form).identity)


@dataclass(slots=True)
class Followed:
    """What came of one answer: what is asked for next, what it listed, what was left out.

    ``too_deep``: links too far from the start pages; ``barren``: the chain it ends gave nothing.
    """

    steps: list[Step] = field(default_factory=list)
    listed: Listed | None = None
    too_deep: int = 0
    barren: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """An answer as a list: its column, the place of its further pages, whether to go on."""

    column: Column | None
    order: int
    goes_on: bool = True


class Following:
    """Chooses the steps of one crawl and counts what its lists give.

    ``held`` says whether an earlier crawl got a good answer from an address. Where the profile has
    ``named`` the columns, others and nameless ones (更多) are left out.
    """

    def __init__(
        self,
        scope: Scope,
        asking: Asking,
        held: Callable[[str], bool],
        *,
        named: Iterable[str] = (),
    ) -> None:
        self._scope, self._held, self._named = scope, held, frozenset(named)
        self._only_new = asking == "new-only"
        self._barren = Barren()
        self.columns = Columns()

    def expect(self, lead: Lead) -> None:
        """Note that a page is asked for."""
        if lead.is_further and lead.column:
            self.columns.wait(lead.column, 1)

    def arrived(self, lead: Lead) -> None:
        """Note that a page came, or will not come."""
        if lead.is_further and lead.column:
            self.columns.wait(lead.column, -1)

    def follow(self, answer: Answer, lead: Lead) -> Followed:
        """All that ``answer`` leads to and that was not asked for before."""
        followed = Followed()
        followed.steps.extend(self._steps(answer, lead, followed))
        return followed

    def _steps(self, answer: Answer, lead: Lead, followed: Followed) -> Iterator[Step]:
        listed = self._list(answer, lead, followed)
        for ask in answer.asks:
            if ask.is_column or ask.is_frame:
                yield from self._column(ask, answer, lead)
            elif self._scope.new(ask.url, ask.identity):
                if ask.is_entry:
                    place = Lead(entry(None, listed.order), depth=lead.depth + 1)
                    yield from self._entry(ask.url, place)
                elif listed.goes_on:
                    yield self._further(ask, listed, lead.depth)
        if answer.kind is None:
            return
        targets = self._scope.new_of(self._near(answer.targets, lead.depth, followed))
        leads = leads_on(answer.kind, answer.url, [target.url for target in targets])
        barren = 0 if leads else lead.barren + 1
        alike = self._barren.too_many(answer.url, is_barren=not leads)
        followed.barren = alike or barren > LONGEST_BARREN_CHAIN
        if followed.barren:
            return
        for target in targets:
            yield from self._target(target, listed, barren, lead.depth)

    def _column(self, ask: Ask, answer: Answer, lead: Lead) -> Iterator[Step]:
        """A list that only 更多 or a picture leads to, or a frame of the page."""
        left_out = self._named and not ask.is_frame and ask.name not in self._named
        if answer.kind is None or left_out or lead.depth >= DEEPEST:
            return
        barren = 0 if leads_on(answer.kind, answer.url, [ask.url]) else lead.barren + 1
        if barren <= LONGEST_BARREN_CHAIN and self._scope.new(ask.url):
            column = Column(ask.url, ask.name) if ask.name else None
            yield Step(ask.url, Lead(COLUMN, column, barren=barren, depth=lead.depth + 1))

    def _near(self, targets: Sequence[Target], depth: int, followed: Followed) -> Sequence[Target]:
        """Of a page far from the start only what goes on in its list or beside it.

        A list whose pages only link to the next one, or articles to their neighbours, may be a
        chain of any length; everything else that deep is a trap.
        """
        if depth < DEEPEST:
            return targets
        far = [target for target in targets if target.block not in _CHAINS]
        followed.too_deep = sum(not self._scope.asked(target.url) for target in far)
        return [target for target in targets if target.block in _CHAINS]

    def _list(self, answer: Answer, lead: Lead, followed: Followed) -> _List:
        """Count what the answer lists, and say how its list goes on."""
        is_list = answer.kind == "listing"
        listed = [one for one in answer.targets if one.block == "listing"] if is_list else []
        urls = [ask.url for ask in answer.asks if ask.is_entry] + [one.url for one in listed]
        if not is_list and not urls:
            return _List(None, further_page((), lead.order))
        column = lead.column or Column(answer.url, answer.title or "")
        followed.listed = Listed(column, answer.url, len(urls), answer.total)
        self.columns.add(followed.listed)
        goes_on = not self._only_new or not all(map(self._held, urls))
        return _List(column, further_page([one.day for one in listed], lead.order), goes_on)

    def _target(self, target: Target, listed: _List, barren: int, depth: int) -> Iterator[Step]:
        if target.block == "navigation":
            column = Column(target.url, target.title)
            yield Step(target.url, Lead(COLUMN, column, barren=barren, depth=depth + 1))
        elif target.block != "pagination":
            place = entry(target.day, listed.order)
            further = depth if target.block in _CHAINS else depth + 1
            yield from self._entry(target.url, Lead(place, barren=barren, depth=further))
        elif listed.goes_on:
            yield self._further(Ask(target.url), listed, depth, barren)

    def _entry(self, url: str, lead: Lead) -> Iterator[Step]:
        if not self._only_new or not self._held(url):
            yield Step(url, lead)

    def _further(self, ask: Ask, listed: _List, depth: int, barren: int = 0) -> Step:
        lead = Lead(listed.order, listed.column, is_further=True, barren=barren, depth=depth)
        self.expect(lead)
        return Step(ask.url, lead, ask.form)
