"""The parts of an Office Open XML package, read no further than a limit."""

import io
import zipfile
import zlib

from lxml import etree

MOST_BYTES = 32 << 20
"""A part is not read further than this, whatever the package says its size is."""

UNREADABLE = (
    OSError,
    EOFError,
    KeyError,
    ValueError,
    NotImplementedError,
    zlib.error,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
)
"""What a broken or hostile package makes ``zipfile`` raise; RuntimeError is an encrypted one's."""

_ENTRY = b"PK\x01\x02"
_MOST_PARTS = 20_000
_RELATIONSHIPS = "_rels/.rels"
_MOST_RELATIONSHIPS = 1 << 20


def opened(body: bytes) -> zipfile.ZipFile:
    """The package; BadZipFile when it is none, or one of so many parts that it must be a trap."""
    if body.count(_ENTRY) > _MOST_PARTS:
        raise zipfile.BadZipFile("too many parts")
    return zipfile.ZipFile(io.BytesIO(body))


def main_part(package: zipfile.ZipFile) -> str:
    """The name of the part that is the document; empty when the package has none.

    Most call it ``word/document.xml``, some ``word/document2.xml``; the relationships say.
    """
    try:
        xml = part(package, _RELATIONSHIPS, _MOST_RELATIONSHIPS)
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except (*UNREADABLE, RuntimeError, etree.XMLSyntaxError):
        return ""
    for relationship in root.iter("{*}Relationship"):
        if relationship.get("Type", "").endswith("/officeDocument"):
            return relationship.get("Target", "").lstrip("/")
    return ""


def part(package: zipfile.ZipFile, name: str, most: int = MOST_BYTES) -> bytes:
    """The first ``most`` bytes of a part and one more, if it has more."""
    with package.open(name) as file:
        return file.read(most + 1)
