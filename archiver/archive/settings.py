"""What a Scrapy crawl needs to be archived, as one dictionary of settings."""

from pathlib import Path
from typing import Any

from archiver.archive.crawl import FILE_SIZE
from archiver.archive.read import CONTENT_LIMIT
from archiver.records import SiteProfile

_HANDLER = "archiver.archive.tap.ArchivingHandler"


def settings(
    home: Path,
    site: str,
    crawl: str,
    *,
    profile: SiteProfile | None = None,
    conditional: bool = True,
    offline: bool = False,
    file_size: int = FILE_SIZE,
) -> dict[str, Any]:
    """Settings that archive every exchange of a crawl and answer from the archive.

    Taking up the ``crawl`` id of an earlier run resumes it. ``conditional`` asks only for what
    changed since the last crawl of the same pages, ``offline`` asks for nothing. ``profile`` is
    told in the archive. Merge the dictionaries inside with your own of the same name.
    """
    return {
        "ARCHIVE_HOME": str(home),
        "ARCHIVE_SITE": site,
        "ARCHIVE_CRAWL": crawl,
        "ARCHIVE_PROFILE": profile.model_dump_json(exclude_none=True) if profile else "",
        "ARCHIVE_CONDITIONAL": conditional,
        "ARCHIVE_OFFLINE": offline,
        "ARCHIVE_FILE_SIZE": file_size,
        "EXTENSIONS": {"archiver.archive.extension.Archiving": 0},
        "DOWNLOAD_HANDLERS": {"http": _HANDLER, "https": _HANDLER},
        "DOWNLOADER_MIDDLEWARES": {"archiver.archive.cache.ArchiveCache": 900},
        "HTTPCACHE_ENABLED": False,
        "DOWNLOAD_MAXSIZE": CONTENT_LIMIT,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
            # What every reader of WARC files can undo; brotli and zstd are not.
            "Accept-Encoding": "gzip",
        },
    }
