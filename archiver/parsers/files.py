"""The files of a page, linked in its content or listed near below it."""

from collections.abc import Sequence

from archiver.parsers.attachment import attachments
from archiver.parsers.layout.layout import Layout
from archiver.parsers.lines import Line
from archiver.parsers.markup.containers import near_end
from archiver.parsers.markup.html import Image
from archiver.records import Attachment


def files_of(layout: Layout, base: str | None) -> tuple[Attachment, ...]:
    """The files that the page links to as its own; ``base`` is what its links start from."""
    lines = _near(layout)
    return attachments(lines, layout.markup.files, base, _pictured(layout, lines))


def _near(layout: Layout) -> list[Line]:
    """The content and what stands near below it: files are often listed beside the text."""
    lines = list(layout.content)
    markup = layout.markup
    last = lines[-1].number if lines else max(layout.headline.lines, default=-1)
    stop = near_end(markup, last)
    for line, kind in zip(
        markup.lines[last + 1 : stop], layout.kinds[last + 1 : stop], strict=True
    ):
        if kind in ("adjacent", "related", "footer"):
            break
        lines.append(line)
    return lines


def _pictured(layout: Layout, lines: Sequence[Line]) -> list[Image]:
    """Pictures beside the lines that are links: the icons of files."""
    first = lines[0].number if lines else max(layout.headline.lines, default=-1) + 1
    last = lines[-1].number + 1 if lines else first
    return [i for i in layout.markup.images if i.href and first <= i.line <= last]
