import datetime

import pytest
from pydantic import ValidationError

from archiver.records import Capture


def capture(**changes: object) -> Capture:
    values: dict[str, object] = {
        "id": "6f0f6f9e-0a0b-5c3d-8e4f-0123456789ab",
        "url": "http://gh.example/",
        "time": "2024-05-01T08:00:00.25+08:00",
        "file": "a.warc.gz",
        "offset": 0,
        "length": 1,
        "record_digest": "0" * 64,
        "payload_digest": "f" * 64,
        "site": "gh",
        "crawl": "gh-20240501T000000Z",
    }
    return Capture.model_validate(values | changes)


def test_the_time_of_a_capture_is_kept_in_utc() -> None:
    assert capture().time == datetime.datetime(2024, 5, 1, 0, 0, 0, 250_000, datetime.UTC)
    assert capture().model_dump_json().count("2024-05-01T00:00:00.250000Z") == 1


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="timezone"):
        capture(time="2024-05-01T08:00:00")


@pytest.mark.parametrize("field", ["id", "record_digest", "payload_digest"])
def test_ids_and_digests_have_one_spelling(field: str) -> None:
    good = getattr(capture(), field)
    with pytest.raises(ValidationError):
        capture(**{field: good.upper() + "A"})
