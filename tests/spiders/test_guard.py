import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import IgnoreRequest

from archiver.records import SiteProfile
from spiders.guard import NetworkGuard


def guard(*hosts: str, private: bool = False) -> NetworkGuard:
    crawler: Any = SimpleNamespace()
    profile = SiteProfile.model_validate(
        {"key": "here", "name": "某县总工会", "start": ["http://example.com/"], "hosts": hosts}
        | {"private_network": private}
    )
    crawler.spider = SimpleNamespace(profile=profile)
    return NetworkGuard(crawler)


def judge(one: NetworkGuard, url: str) -> None:
    asyncio.run(one.process_request(Request(url)))


@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.8", "169.254.1.1", "localhost", "[::1]"])
def test_no_private_address_is_asked_unless_the_profile_allows_it(host: str) -> None:
    with pytest.raises(IgnoreRequest, match="private_address"):
        judge(guard(host.strip("[]")), f"http://{host}/")
    judge(guard(host.strip("[]"), private=True), f"http://{host}/")


def test_a_public_address_passes() -> None:
    judge(guard("93.184.216.34"), "http://93.184.216.34/")


def test_another_host_is_refused_even_a_sub_domain() -> None:
    with pytest.raises(IgnoreRequest, match="off_site"):
        judge(guard("example.com", private=True), "http://www.example.com/")
