"""The files of a page, linked in its content or listed near below it."""

from collections.abc import Sequence
from typing import Final

from archiver.parsers.attachment import attachments
from archiver.parsers.layout.layout import Layout
from archiver.parsers.lines import Line
from archiver.parsers.markup.containers import container_of
from archiver.parsers.markup.html import Image
from archiver.records import Attachment

_LEVELS: Final = 3  # so many blocks around the content's own are near it


def files_of(layout: Layout, base: str | None) -> tuple[Attachment, ...]:
    """The files that the page links to as its own; ``base`` is what its links start from."""
    lines = _near(layout)
    return attachments(lines, layout.markup.files, base, _pictured(layout, lines))


def _near(layout: Layout) -> list[Line]:
    """The content and what stands near below it: files are often listed beside the text."""
    lines = list(layout.content)
    blocks, markup = layout.markup.blocks, layout.markup
    last = lines[-1].number if lines else max(layout.headline.lines, default=-1)
    block = container_of(markup, last) if 0 <= last < len(markup.lines) else -1
    for _ in range(_LEVELS):
        block = blocks[block].parent if block >= 0 else -1
    stop = blocks[block].last if block >= 0 else len(markup.lines)
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
