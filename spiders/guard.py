"""No request leaves the site's hosts, and none reaches a private address unasked."""

import asyncio
import ipaddress
import socket
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from archiver.archive.read import CONTENT_LIMIT
from archiver.archive.tap import ArchivingHandler
from archiver.records import SiteProfile

MOST_TIMES = 200
_FREE_BYTES = 4 << 20
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class Refused(IgnoreRequest):
    """A request that must not leave; ``reason`` is ``off_site`` or ``private_address``."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.reason = reason


class NetworkGuard:
    """Downloader middleware that judges every request, redirected ones and robots.txt included.

    A host name is looked up and judged by all its addresses, so that a public name that points to
    a loopback, private or link-local address is refused too.
    """

    def __init__(self, crawler: Crawler) -> None:
        profile: SiteProfile = crawler.spider.profile  # type: ignore[union-attr]
        self._hosts = frozenset(host.lower() for host in profile.hosts)
        self._private_allowed = profile.private_network
        self._judged: dict[str, str | None] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the guard from the spider's site profile."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let the request pass or raise ``Refused``."""
        host = (urlparse_cached(request).hostname or "").lower()
        if host not in self._hosts:
            raise Refused(request.url, "off_site")
        if self._private_allowed:
            return
        if host not in self._judged:
            self._judged[host] = await _private_address(host)
        if self._judged[host]:
            raise Refused(request.url, "private_address")


class GuardedHandler(ArchivingHandler):
    """Judges the address that a connection really leads to, before anything is sent over it.

    A name can be looked up twice with two answers (DNS rebinding), and there are more ways to
    write an address than anyone can list.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        profile: SiteProfile = crawler.spider.profile  # type: ignore[union-attr]
        self._private_allowed = profile.private_network

    def admit(self, ip: str) -> None:
        """Refuse a peer that is not public."""
        if not self._private_allowed and not is_public(ip):
            raise Refused(ip, "private_address")


class CompressionRatio:
    """Downloader middleware, just below Scrapy's decompression: no small answer grows huge.

    Pages are compressed to a tenth, tables of blanks to a hundredth; gzip can do a thousandth.
    """

    def process_request(self, request: Request) -> None:
        """Forget the limit of the answer before, in a retry or redirect."""
        request.meta.pop("download_maxsize", None)

    def process_response(self, request: Request, response: Response) -> Response:
        """Limit what this answer may become."""
        if response.headers.get("Content-Encoding"):
            limit = max(MOST_TIMES * len(response.body), _FREE_BYTES)
            request.meta["download_maxsize"] = min(limit, CONTENT_LIMIT)
        return response


class RobotsUnreachable:
    """Downloader middleware: who cannot read robots.txt may not go on as if there was none.

    RFC 9309: a robots.txt that a server fails to give (5xx) closes the site; one that it does not
    have (4xx) leaves it open.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._stats = crawler.stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The middleware of one crawl."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Put a closed robots.txt in the place of an error of the server."""
        if response.status < 500 or urlparse_cached(request).path != "/robots.txt":
            return response
        self._stats.inc_value("archiver/robots_unreachable")
        return response.replace(body=b"User-agent: *\nDisallow: /\n")


async def _private_address(host: str) -> str | None:
    """The first address of ``host`` that is not public; None when all are, or none is known."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None
    return next((str(sock[0]) for *_, sock in found if not is_public(str(sock[0]))), None)


def is_public(ip: str) -> bool:
    """Whether ``ip`` is an address of the public internet; one that wraps another is that one."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour or _nat64(address)
        address = wrapped or address
    return address.is_global and not address.is_multicast


def _nat64(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address not in _NAT64:
        return None
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
