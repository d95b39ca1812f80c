"""What is remembered about short texts."""

from archiver.chinese.memo import remembered


def test_short_texts_are_asked_about_once_and_long_ones_are_not_kept() -> None:
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    short, long = "工会", "工会" * 1000
    assert [length(short), length(long), length(short), length(long)] == [2, 2000, 2, 2000]
    assert asked == [short, long, long]
