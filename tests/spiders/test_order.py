import datetime

from spiders.order import COLUMN, PARTS, START, entry, further_page


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def test_lists_come_before_entries_and_newer_entries_before_older_ones() -> None:
    newer, older = entry(day("2026-11-20"), COLUMN), entry(day("2008-06-25"), COLUMN)
    assert PARTS > START > COLUMN > newer > older > entry(day("1979-01-01"), COLUMN) - 1


def test_a_further_page_of_a_list_comes_when_its_entries_would() -> None:
    days = [day("2009-03-01"), day("2008-12-01"), None]
    assert further_page(days, COLUMN) == entry(day("2008-12-01"), COLUMN)


def test_without_dates_the_order_of_the_list_decides() -> None:
    first = entry(None, COLUMN)
    second_page = further_page([], COLUMN)
    assert COLUMN > first >= second_page > entry(None, second_page)
    assert entry(None, 0) == further_page([], 0) == 0


def test_a_crawl_that_goes_on_may_still_put_what_is_new_in_front() -> None:
    """The archive's cache adds 1000 to what it cannot answer."""
    assert PARTS < 1000
