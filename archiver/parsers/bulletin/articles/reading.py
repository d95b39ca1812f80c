"""What the lines of one article say, as they are read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from archiver.chinese.units import is_person_name
from archiver.parsers.bulletin.names.bylines import UNSIGNED, Signing
from archiver.parsers.bulletin.names.labelled import Byline
from archiver.records import Contributor, Paragraph


@dataclass(slots=True)
class Reading:
    """What the lines of one article say; ``roles`` names the region of every line, in order."""

    subtitle: str | None = None
    contributors: list[Contributor] = field(default_factory=list)
    credits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    editor_note: str | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    signed: bool = False
    signing: Signing = UNSIGNED

    def add(self, *bylines: Byline) -> None:
        """Take over contributors and credits, each printed form once."""
        known = {(c.text, c.role) for c in self.contributors}
        for byline in bylines:
            fresh = [c for c in byline.contributors if (c.text, c.role) not in known]
            known.update((c.text, c.role) for c in fresh)
            self.contributors += fresh
            self.credits.update(byline.credits)

    def add_new(self, byline: Byline) -> None:
        """Take over what a page says beside the text, where the text does not name the same."""
        named = (name for one in self.contributors for name in (one.text, one.unit, one.person))
        known = {name for name in named if name}
        fresh = (c for c in byline.contributors if known.isdisjoint((c.text, c.person)))
        self.contributors.extend(fresh)
        self.credits = {**byline.credits, **self.credits}

    def add_listed(self, names: Sequence[Contributor]) -> None:
        """Take over whom the 目录 names: the person where the text names the unit alone, or all."""
        known = self.contributors
        if not known:
            known.extend(names)
            return
        alone = len(known) == len(names) == 1 and known[0].person is names[0].unit is None
        if alone and is_person_name(names[0].person or ""):
            known[0] = known[0].model_copy(update={"person": names[0].person})

    def text(self, title: str | None) -> str:
        """All that is printed of the article."""
        return "\n".join((title or "", *(paragraph.text for paragraph in self.paragraphs)))

    def add_note(self, note: str, span: range) -> None:
        """Take over a note of the editors, printed on the lines of ``span``."""
        self.editor_note = note if self.editor_note is None else f"{self.editor_note}\n{note}"
        for at in span:
            self.roles[at] = "editor note"
