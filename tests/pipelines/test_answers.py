import pytest

from pipelines.answers import may_refresh

REFRESH = '<html><head><META http-equiv="REFRESH" content="0;url=/new/"><title>县总工会</title>'


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-16-be"])
def test_a_page_that_may_lead_on_is_told_from_its_bytes(encoding: str) -> None:
    assert may_refresh(REFRESH.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_that_says_nothing_of_it_needs_no_decoding(encoding: str) -> None:
    assert not may_refresh("<html><title>县总工会</title><p>欢迎光临".encode(encoding))
