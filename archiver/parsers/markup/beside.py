"""What a page says beside its text: title, meta tags, scripts, style sheets, frames, comments."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from archiver.parsers.markup.disguise import (
    faded_names,
    from_data,
    unpacked,
    written_links,
    written_sources,
)
from archiver.parsers.markup.script import is_cloaked, redirect_targets
from archiver.parsers.markup.style import hidden_names, read_style
from archiver.parsers.markup.tags import UNREAD

Attributes = Mapping[str, str]

Side = Literal["previous", "next"]
_TURNS: Final[dict[str, Side]] = {"prev": "previous", "previous": "previous", "next": "next"}


@dataclass(slots=True)
class Beside:
    """All of that, gathered tag by tag."""

    title: str | None = None
    titles: list[str] = field(default_factory=list)  # those behind the first
    base: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)
    redirects: list[str] = field(default_factory=list)
    cloaked: bool = False
    faded: set[str] = field(default_factory=set)  # classes and ids that a sheet or script hides
    unseen: list[str] = field(default_factory=list)  # frames without size, or that a script writes
    written: list[tuple[str, str]] = field(default_factory=list)  # links within strings
    scripts: list[str] = field(default_factory=list)  # the addresses of scripts
    files: list[str] = field(default_factory=list)  # what frames and embedded objects show
    players: int = 0  # films and sounds
    times: list[tuple[int, str]] = field(default_factory=list)  # days as machines read them
    named: list[tuple[int, str]] = field(default_factory=list)  # lines of spans that have an id
    turns: dict[int, dict[str, Side]] = field(default_factory=dict)  # by line and address
    skipped: list[str] = field(default_factory=list)  # text that is left out on purpose
    coded: list[str] = field(default_factory=list)  # scripts, comments and titles of links
    commented: list[str] = field(default_factory=list)  # comments with links

    def comment(self, text: str) -> None:
        """A comment may mark where the parts of an article are."""
        self.coded.append(text)
        if "enpproperty" in text:
            self.marks.append(text)
        if "<a " in text and "//" in text:
            self.commented.append(text)

    def turn(self, line: int, said: str, href: str) -> None:
        """A link may say that it leads to the page before this one, or to the next."""
        if said in _TURNS:
            self.turns.setdefault(line, {})[href] = _TURNS[said]

    def frame(self, attributes: Attributes) -> None:
        """A frame or an object shows a file of its own."""
        if source := attributes.get("src") or attributes.get("data"):
            self.files.append(source.strip())

    def _player(self, _attributes: Attributes) -> None:
        self.players += 1

    def _iframe(self, attributes: Attributes) -> None:
        self.frame(attributes)
        sizes = (attributes.get("width", ""), attributes.get("height", ""))
        if any(size.strip() in _NO_SIZE for size in sizes) or _is_unseen(attributes):
            self.unseen.append(attributes.get("src", "").strip())
        elif "src" in attributes and _COVERS.fullmatch(attributes.get("style", "").lower()):
            self.redirects.append(attributes["src"].strip())  # nothing else of the page is seen

    def _source(self, attributes: Attributes) -> None:
        source = attributes.get("src")
        if source and source.startswith("data:"):
            self._script(from_data(source))
        elif source:
            self.scripts.append(source.strip())

    def _base(self, attributes: Attributes) -> None:
        self.base = self.base or attributes.get("href")

    def _meta(self, attributes: Attributes) -> None:
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        content = attributes.get("content")
        if content and (attributes.get("http-equiv") or "").lower() == "refresh":
            _, _, target = content.partition("=")
            if target:
                self.redirects.append(target.strip(" '\""))
        if name and content:
            self.meta.setdefault(name.strip().lower(), content.strip())

    def _script(self, code: str) -> None:
        self.coded.append(code)
        if "@context" in code and (published := _PUBLISHED.search(code)):
            self.meta.setdefault("datepublished", published[1])
        code = unpacked(code)
        if targets := redirect_targets(code):
            self.redirects += targets
            self.cloaked = self.cloaked or is_cloaked(code)
        self.faded |= faded_names(code)
        frames, scripts = written_sources(code)
        self.unseen += frames
        self.scripts += scripts
        self.written += written_links(code)

    def _style(self, sheet: str) -> None:
        self.skipped.append(sheet)
        self.faded |= hidden_names(sheet)

    def _title(self, text: str) -> None:
        self.skipped.append(text)
        title = " ".join(text[:_LONGEST].split())
        if self.title is None:
            self.title = title or None
        elif title and len(self.titles) < _MOST_TITLES:
            self.titles.append(title)

    def _left_out(self, text: str) -> None:
        self.skipped.append(text)

    def _field(self, text: str) -> None:
        self.skipped.append(text)
        self.written += written_links(text)


# What search engines are told in a script: {"@context": …, "pubDate": "2019-06-05T08:00:00"}.
_PUBLISHED: Final = re.compile(r"\"(?:pubDate|datePublished)\"\s{0,9}:\s{0,9}\"([^\"]{8,40})\"")
_LONGEST: Final = 2_000  # characters of a title: all of a page follows one that is not closed
_MOST_TITLES: Final = 50  # a hijacker adds one or two
_COVERS: Final = re.compile(
    r"(?=.*position\s*:\s*(?:fixed|absolute))(?=.*(?<![-\w])width\s*:\s*100(?:%|vw))"
    r"(?=.*(?<![-\w])height\s*:\s*100(?:%|vh)).{1,400}"
)
_NO_SIZE: Final = ("0", "1", "0px", "1px", "0%")


def _is_unseen(attributes: Attributes) -> bool:
    style = attributes.get("style")
    return style is not None and read_style(style).hidden


TOLD: Final[dict[str, Callable[[Beside, Attributes], None]]] = {
    "meta": Beside._meta,
    "base": Beside._base,
    "embed": Beside.frame,
    "iframe": Beside._iframe,
    "object": Beside.frame,
    "script": Beside._source,
    "video": Beside._player,
    "audio": Beside._player,
}
"""Elements whose attributes say something."""

WHOLE: Final[dict[str, Callable[[Beside, str], None]]] = {
    **dict.fromkeys(UNREAD, Beside._left_out),
    "script": Beside._script,
    "textarea": Beside._field,
    "style": Beside._style,
    "title": Beside._title,
}
"""Elements whose text is none of the page's own, whatever stands in them."""
