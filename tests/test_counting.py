import pytest

from archiver.counting import counted


@pytest.mark.parametrize(
    ("number", "things", "told"),
    [
        (0, "issues", "0 issues"),
        (1, "issues", "1 issue"),
        (2, "issues", "2 issues"),
        (1, "witnesses", "1 witness"),
        (1, "printed names unresolved", "1 printed name unresolved"),
        (1, "files with problems", "1 file with problems"),
    ],
)
def test_one_thing_is_told_in_the_singular(number: int, things: str, told: str) -> None:
    assert counted(number, things) == told
