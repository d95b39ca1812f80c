"""Sites that answer every address alike: what they say of one that cannot exist is no page.

Such an answer has status 200 and need not own that it stands for nothing (``standin``): it may be
the front page, or a few friendly words in whatever terms.
"""

import hashlib
import re
from typing import Final
from urllib.parse import urlsplit

from archiver.records import Page

_NOT_HAN: Final = re.compile(r"[^\u3400-\u9fff]+")
_ITEM: Final = re.compile(r"\d{3,}")


def nowhere(url: str) -> str:
    """An address on the host of ``url`` at which there is nothing; always the same of one host."""
    parts = urlsplit(url)
    name = hashlib.sha256(parts.netloc.encode()).hexdigest()[:16]
    return f"{parts.scheme}://{parts.netloc}/{name}.html"


def is_doubtful(page: Page) -> bool:
    """Whether ``page`` may stand for nothing: it has no content, or lists under an item's name."""
    if page.kind != "listing":
        return page.kind == "other"
    parts = urlsplit(page.url or "")
    return bool(_ITEM.search(f"{parts.path.rpartition('/')[2]}?{parts.query}"))


def wording(page: Page) -> str:
    """A digest of what ``page`` says in Chinese: an address or a time that it tells is left out."""
    texts = [page.title or ""]
    texts += [paragraph.text for article in page.articles for paragraph in article.paragraphs]
    texts += [link.title for link in page.links]
    return hashlib.sha256(_NOT_HAN.sub("", "".join(texts)).encode()).hexdigest()
