from tests.parsers.walkthrough import DOCUMENT, document


def test_the_manual_shows_what_the_parser_does() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document()
