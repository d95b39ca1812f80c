"""A test that needs a server or a program may be skipped at home, never in CI."""

import os
from collections.abc import Generator

import pytest

ASKED_FOR = "asked_for"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    may_be_left_out = item.get_closest_marker(ASKED_FOR) is not None
    if report.skipped and os.environ.get("CI") and not may_be_left_out:
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where everything must run: {report.longrepr}"
    return report
