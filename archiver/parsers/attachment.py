"""Files a page links to: often the real content."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

from archiver.chinese.fold import one_line
from archiver.parsers.hrefs import absolute
from archiver.parsers.lines import Line
from archiver.parsers.markup.html import Image
from archiver.records import Attachment

_FILE: Final = re.compile(
    r"\.(?:docx?|wps|xlsx?|et|pdf|ofd|rar|zip|7z|pptx?|dps|txt|csv|rtf|ceb|tif|caj)(?:$|[?#])",
    re.IGNORECASE,
)
_DOWNLOAD: Final = re.compile(r"down|attach|annex|upload|/fj/|(?<!pro)file", re.IGNORECASE)
_QUOTED: Final = re.compile(r"['\"]([^'\"\s]{1,300})['\"]")
_SHOWN: Final = re.compile(r"[?&](?:file|url|src)=([^&#]+)")  # viewers are given the file's address
_ICON: Final = 4  # characters: 下载, 附件 say nothing of a file
_LABEL: Final = re.compile(
    r"^附\s*件\s*[(（]?(?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3})?[)）]?\s*[:：.、]?\s*(?=\S)"
)


def attachments(
    lines: Sequence[Line],
    embedded: Sequence[str],
    base: str | None,
    pictures: Sequence[Image] = (),
) -> tuple[Attachment, ...]:
    """Linked files in the lines given, behind pictures and in frames, each address once."""
    found: dict[str, Attachment] = {}
    for line in lines:
        for anchor in line.anchors:
            if not is_file(anchor.href, anchor.text):
                continue
            url = absolute(_opened(anchor.href), base)
            if url is not None and url not in found:
                name = one_line(_LABEL.sub("", anchor.text)) or _file_name(url)
                found[url] = Attachment(url=url, name=name)
    for picture in pictures:
        url = absolute(picture.href, base)
        if url is not None and url not in found and _FILE.search(url):
            name = one_line(picture.alt)
            named = len(name) > _ICON and not name.isascii()
            found[url] = Attachment(url=url, name=name if named else _file_name(url))
    for source in embedded:
        shown = _SHOWN.search(source)
        url = absolute(unquote(shown[1]) if shown else source, base)
        if url is not None and url not in found and _FILE.search(url):
            found[url] = Attachment(url=url, name=_file_name(url))
    return tuple(found.values())


def is_file(href: str, text: str) -> bool:
    """Whether a link leads to a file, by its address or by its printed name."""
    if _FILE.search(_opened(href)):
        return True
    return bool(_DOWNLOAD.search(href) and _FILE.search(text.strip()))


def _opened(href: str) -> str:
    """The file that a script opens (``javascript:down('/f/1.xls')``), or else the address."""
    if href[:11].lower() != "javascript:":
        return href
    return next(filter(_FILE.search, _QUOTED.findall(href)), href)


def names_file(url: str) -> bool:
    """Whether an address ends like that of a file."""
    return bool(_FILE.search(url))


def _file_name(url: str) -> str:
    """The last part of an address, readable where that leaves it one part."""
    escaped = urlsplit(url).path.rpartition("/")[2]
    readable = unquote(escaped)
    plain = readable.isprintable() and not re.search(r"[/\\]", readable)
    return (readable if plain else escaped) or url
