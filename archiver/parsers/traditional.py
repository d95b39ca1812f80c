"""Pages in traditional characters: read as if they were in simplified ones, put down as printed.

The rules know the words of simplified print. One character of the one script stands for one of the
other, so what is read of such a page lies where the same is printed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from archiver.chinese.traditional import to_simplified
from archiver.parsers.lines import Anchor, Line
from archiver.parsers.markup.html import Markup
from archiver.records import Page

_OFTEN: Final = """
    會会 國国 員员 對对 為为 個个 來来 時时 學学 發发 務务 關关 業业 們们 實实 這这
    縣县 區区 開开 導导 動动 黨党 總总 鄉乡 鎮镇 題题 報报 訊讯 編编 農农 現现 進进
    長长 產产 經经 與与 將将 設设 該该 請请 從从 過过 還还 無无 電电 應应
""".split()
_FIRST: Final = ("會", "國", "為", "與", "請", "報", "區", "個", "時")  # none is without all
_LEAST: Final = 4  # such characters on a page, and
_TIMES: Final = 4  # as many as there are of the others: a page in both is read as it stands
_MOST: Final = 100_000  # characters; no bulletin has as many
_RUN: Final = 4  # characters that are looked for together


class Prints:
    """What a page prints where the same was read in simplified characters."""

    def __init__(self, plain: Sequence[str], printed: Sequence[str]) -> None:
        pairs = [
            ("".join(one.split()), "".join(two.split()))
            for one, two in zip(plain, printed, strict=True)
        ]
        self._known = dict(reversed(pairs))
        self._plain = "\n".join([one for one, _ in pairs])
        self._printed = "\n".join([two for _, two in pairs])
        both = zip(self._plain, self._printed, strict=True)
        self._replaced = {one for one, two in both if one != two}
        self._starts: dict[str, int] = {}  # where a run stands first; of use for joined texts only

    def of(self, text: str) -> str:
        """``text`` as the page prints it: piece by piece where it was joined from several."""
        if self._replaced.isdisjoint(text):
            return text
        letters = "".join(text.split())
        if letters not in self._known:
            self._known[letters] = "".join(self._pieces(letters))
        signs = iter(self._known[letters])
        return "".join(sign if sign.isspace() else next(signs) for sign in text)

    def page(self, page: Page) -> Page:
        """The record with its texts as printed; the site's own data are never read otherwise."""
        own = {"site", "integrity"}
        read = self._value(page.model_dump(exclude=own))
        return Page.model_validate({**read, **{name: getattr(page, name) for name in own}})

    def _pieces(self, text: str) -> Iterator[str]:
        if not self._starts:
            for first in range(len(self._plain) - _RUN, -1, -1):
                self._starts[self._plain[first : first + _RUN]] = first
        at = 0
        while at < len(text):
            run = text[at : at + _RUN]
            start = self._starts.get(run, -1) if len(run) == _RUN else self._plain.find(run)
            size = len(run)
            if start < 0:
                start, size = self._plain.find(text[at]), 1
            if start < 0:
                yield text[at]
            else:
                size = self._same(text, at, start, size)
                yield self._printed[start : start + size]
            at += size

    def _same(self, text: str, at: int, start: int, size: int) -> int:
        """How far ``text`` from ``at`` on goes on as the page does from ``start`` on."""
        most = min(len(text) - at, len(self._plain) - start)
        while size < most and text[at + size] == self._plain[start + size]:
            size += 1
        return size

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.of(value)
        if isinstance(value, dict):
            return {self.of(name): self._value(one) for name, one in value.items()}
        return [self._value(one) for one in value] if isinstance(value, (list, tuple)) else value


def simplified(markup: Markup) -> Markup:
    """The page in simplified characters; the same object where it is not in traditional ones."""
    text = "\n".join([line.text for line in markup.lines])
    if not is_traditional(text):
        return markup
    table = to_simplified("".join((text, *_beside(markup))))
    return replace(
        markup,
        lines=tuple(_line(line, table) for line in markup.lines),
        hidden=tuple(_line(line, table) for line in markup.hidden),
        images=tuple(image._replace(alt=image.alt.translate(table)) for image in markup.images),
        title=markup.title and markup.title.translate(table),
        titles=tuple(title.translate(table) for title in markup.titles),
        meta={name: value.translate(table) for name, value in markup.meta.items()},
        marks=tuple(mark.translate(table) for mark in markup.marks),
        written=_anchors(markup.written, table),
    )


def in_simplified(page: Page) -> Page:
    """A record in simplified characters, for what else is looked up in it; most are so already."""
    text = "\n".join([p.text for article in page.articles for p in article.paragraphs])
    if not is_traditional(text):
        return page
    record = page.model_dump_json()
    return Page.of_record(record.translate(to_simplified(record)), page.parser)


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters, but for a word or a name."""
    if not any(sign in text for sign in _FIRST) or len(text) > _MOST:
        return False
    traditional = sum(text.count(pair[0]) for pair in _OFTEN)
    return traditional >= max(_LEAST, _TIMES * sum(text.count(pair[1]) for pair in _OFTEN))


def prints_of(
    plain: Markup, printed: Markup, lines: Sequence[Line], as_printed: Sequence[Line]
) -> Prints:
    """The way back from a page in simplified characters, with ``lines`` of its further parts."""
    return Prints(_texts(plain, lines), _texts(printed, as_printed))


def _texts(markup: Markup, lines: Sequence[Line]) -> list[str]:
    """All texts of a page, in an order that does not depend on the script."""
    return [
        *(line.text for line in lines),
        *(line.folded for line in lines),
        *(anchor.text for line in lines for anchor in line.anchors),
        *_beside(markup),
    ]


def _beside(markup: Markup) -> Iterable[str]:
    """The texts that stand on no line."""
    anchors = (*(a for line in markup.lines for a in line.anchors), *markup.written)
    return (
        markup.title or "",
        *markup.titles,
        *markup.meta.values(),
        *markup.marks,
        *(image.alt for image in markup.images),
        *(anchor.title or "" for anchor in anchors),
        *(anchor.text for anchor in markup.written),
        *(line.text for line in markup.hidden),
    )


def _line(line: Line, table: dict[int, str]) -> Line:
    return line.reworded(
        line.text.translate(table),
        line.folded.translate(table),
        _anchors(line.anchors, table) if line.anchors else (),
        tuple([piece.translate(table) for piece in line.pieces]),
    )


def _anchors(anchors: Sequence[Anchor], table: dict[int, str]) -> tuple[Anchor, ...]:
    return tuple(
        anchor._replace(
            text=anchor.text.translate(table), title=anchor.title and anchor.title.translate(table)
        )
        for anchor in anchors
    )
