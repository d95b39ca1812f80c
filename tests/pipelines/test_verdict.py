import datetime
from typing import Any

from archiver.records.crawl import ColumnEntries, CrawlReport
from pipelines.findings import Findings
from pipelines.verdict import judge

START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def report(ended: str = "finished", **stats: Any) -> CrawlReport:
    stats = {name.replace("__", "/"): value for name, value in stats.items()}
    return judge(stats, "here-1", "here", ended, started=START, finished=START)


def codes(one: CrawlReport) -> list[str]:
    return [reason.code for reason in one.reasons]


def test_a_crawl_that_read_articles_without_trouble_is_ok() -> None:
    one = report(response_received_count=3, archiver__pages=2, archiver__articles=2)
    assert (one.verdict, one.reasons) == ("ok", ())


def test_a_site_that_gave_no_answer_failed() -> None:
    one = report()
    assert one.verdict == "failed"
    assert "no_answer" in codes(one)


def test_a_crawl_whose_every_callback_raised_failed() -> None:
    one = report(response_received_count=5, spider_exceptions__count=5)
    assert one.verdict == "failed"
    assert codes(one)[0] == "nothing_read"


def test_a_crawl_that_read_nothing_says_why_though_others_need_not() -> None:
    closed: dict[str, Any] = {"archiver__failed_robots": 1, "archiver__robots_unreachable": 3}
    one = report(response_received_count=5, **closed)
    assert codes(one) == ["nothing_read", "failed_robots", "robots_unreachable"]
    two = report(response_received_count=5, archiver__pages=1, archiver__articles=1, **closed)
    assert codes(two) == ["robots_unreachable"]


def test_a_crawl_that_found_nothing_is_never_ok() -> None:
    one = report(response_received_count=5, archiver__pages=5)
    assert one.verdict == "suspicious"
    assert codes(one) == ["nothing_found"]


def test_a_limit_that_left_room_for_lists_only_is_told_as_such() -> None:
    stats: dict[str, Any] = {
        "response_received_count": 5,
        "archiver__pages": 5,
        "archiver__listings": 4,
    }
    one = report("limit", **stats)
    assert (one.verdict, codes(one)) == ("suspicious", ["nothing_found", "limit"])
    assert "lists are asked for first" in one.reasons[0].text
    assert "limit" not in report(**stats).reasons[0].text


def test_a_crawl_stopped_by_hand_says_so() -> None:
    one = report("shutdown", response_received_count=2, archiver__pages=2, archiver__issues=1)
    assert (one.verdict, codes(one)) == ("suspicious", ["ended_early"])


def test_reaching_the_limit_that_was_asked_for_is_no_doubt() -> None:
    assert (
        report("limit", response_received_count=2, archiver__pages=2, archiver__issues=1).verdict
        == "ok"
    )


def test_hijacked_pages_are_counted_among_the_reasons() -> None:
    one = report(
        response_received_count=2,
        archiver__pages=2,
        archiver__issues=2,
        archiver__hijacked_chrome=1,
    )
    assert one.verdict == "suspicious"
    assert [(reason.code, reason.count) for reason in one.reasons] == [("hijacked_chrome", 1)]


def test_nothing_new_is_in_order_only_where_lists_gave_entries() -> None:
    def verdict(entries: int) -> str:
        column = ColumnEntries(url="http://a/", name="工作简报", entries=entries)
        found = Findings(extent="new", columns=(column,))
        stats = {"response_received_count": 2, "archiver/pages": 2}
        one = judge(
            stats, "here-1", "here", "finished", started=START, finished=START, findings=found
        )
        return one.verdict

    assert (verdict(6), verdict(0)) == ("ok", "suspicious")
