"""What travels from the spider through the pipelines."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from archiver.records.attached import AttachedFile
from archiver.records.capture import Capture
from archiver.records.page import Page
from archiver.records.site import SiteProfile


@dataclass(slots=True)
class CrawledPage:
    """One parsed page with the capture it was read from; the steps replace ``page``.

    ``sketches`` are the store's of the page's articles, if they have been made already.
    """

    page: Page = field(repr=False)
    capture: Capture
    site: SiteProfile = field(repr=False)
    sketches: Sequence[Sequence[int]] | None = field(default=None, repr=False)


@dataclass(slots=True)
class CrawledFile:
    """One linked file with the capture it was read from."""

    file: AttachedFile = field(repr=False)
    capture: Capture
