"""A test that needs a server or a program may be skipped at home, never in CI.

Examples have no deadline: what else a machine has to do is no fault of the code.
"""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

ASKED_FOR = "asked_for"

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


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


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: crawls wait for their servers most of the time."""
    return (os.cpu_count() or 1) + 1
