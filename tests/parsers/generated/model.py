"""What a generated bulletin is, and what must come out of it."""

from dataclasses import dataclass, field

from archiver.parsers.lines import Line, lines_from_text
from archiver.parsers.markup.html import read_html
from tests.parsers.generated import render


@dataclass
class Piece:
    """An article as it must come out."""

    title: str | None
    subtitle: str | None = None
    section: str | None = None
    people: set[str] = field(default_factory=set)
    paragraphs: list[tuple[str, str]] = field(default_factory=list)
    note: str | None = None
    kicker: str | None = None
    credits: str | None = None
    short: str | None = None
    in_toc: bool = True
    brief: bool = False


@dataclass
class Bulletin:
    """A page and its answers; ``traits`` name the layout choices, for counting failures."""

    rows: list[tuple[str, str]]
    issue: dict[str, object]
    articles: list[Piece]
    recipients: list[tuple[str, str]]
    page_title: str | None
    traits: dict[str, str]
    note: str | None = None
    toc: list[str] = field(default_factory=list)

    @property
    def lines(self) -> tuple[Line, ...]:
        style = self.traits["style"]
        if style == "plain":
            return lines_from_text(render.plain(self.rows))
        return read_html(render.page(self.rows, style, self.traits["gaps"])).lines
