"""The table of date forms: read by the tests, shown by the documentation.

``date_forms.tsv`` holds a line for each text: the anchor (``-`` for none), the text with its
mentions between ⟦ and ⟧, and for each mention ``edtf start end precision flags``; ``~`` behind
the precision marks it as approximate. ``python -m tests.chinese.date_forms`` writes the table in
``docs/dates.md`` anew.
"""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from archiver.records import DateMention

TABLE = Path(__file__).with_name("date_forms.tsv")
DOCUMENT = Path(__file__).parents[2] / "docs" / "dates.md"
_BEGIN, _END = "<!-- forms: begin -->", "<!-- forms: end -->"


@dataclass(frozen=True)
class Form:
    group: str
    anchor: datetime.date | None
    marked: str
    mentions: tuple[str, ...]

    @property
    def text(self) -> str:
        return re.sub("[⟦⟧]", "", self.marked)

    @property
    def offsets(self) -> list[tuple[int, int]]:
        """Where the mentions stand in the text without marks."""
        starts = [m.start() - 2 * i for i, m in enumerate(re.finditer("⟦", self.marked))]
        ends = [m.start() - 2 * i - 1 for i, m in enumerate(re.finditer("⟧", self.marked))]
        return list(zip(starts, ends, strict=True))


def forms() -> list[Form]:
    """All rows of the table."""
    found, group = [], ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("# "):
            group = line[2:]
        elif line:
            anchor, marked, *mentions = line.split("\t")
            day = None if anchor == "-" else datetime.date.fromisoformat(anchor)
            found.append(Form(group, day, marked, tuple(mentions)))
    return found


def described(mention: DateMention) -> str:
    """A mention as the table writes it."""
    precision = mention.precision + ("~" if mention.approximate else "")
    cells = (mention.edtf, mention.start, mention.end, precision, ",".join(mention.flags))
    return " ".join(str(cell or "-") for cell in cells)


def _rows(form: Form) -> list[str]:
    anchor = form.anchor.isoformat() if form.anchor else "none"
    text = form.marked.replace("⟦", "**").replace("⟧", "**").replace("|", "\\|")
    if not form.mentions:
        return [f"| {text} | {anchor} | no date | | | |"]
    rows = []
    for number, mention in enumerate(form.mentions):
        edtf, start, end, precision, flags = mention.split(" ")
        code = "none" if edtf == "-" else f"`{edtf}`"
        days = "" if start == end == "-" else start if start == end else f"{start} to {end}"
        shown = (text, anchor) if number == 0 else ("", "")
        flags = "" if flags == "-" else flags.replace(",", ", ")
        rows.append(f"| {shown[0]} | {shown[1]} | {code} | {days} | {precision} | {flags} |")
    return rows


def rendered() -> str:
    """The table in Markdown, a section for each group."""
    parts, group = [], ""
    for form in forms():
        if form.group != group:
            group = form.group
            parts += ["", f"### {group}", "", "| text | anchor | EDTF | days | precision | flags |"]
            parts.append("| --- | --- | --- | --- | --- | --- |")
        parts += _rows(form)
    return "\n".join(parts).strip()


def document_with_table(document: str) -> str:
    """``document`` with the table between its marks replaced by that of today."""
    before, _, rest = document.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}\n\n{rendered()}\n\n{_END}{after}"


if __name__ == "__main__":
    DOCUMENT.write_text(document_with_table(DOCUMENT.read_text("utf-8")), "utf-8")
