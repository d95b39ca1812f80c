"""Something to ask for: a list page, or an entry that only script knows."""

from dataclasses import dataclass

MOST_PAGES = 2000
"""More list pages of one column than this are a miscount or a trap."""


@dataclass(frozen=True, slots=True)
class Ask:
    """An address, and the form fields to post there (none: a plain request).

    ``is_entry``: not a further page of the list but an entry of it; ``is_column``: a list of its
    own.
    """

    url: str
    form: tuple[tuple[str, str], ...] = ()
    is_entry: bool = False
    is_column: bool = False

    @property
    def identity(self) -> str:
        """What tells this request from others to the same address."""
        return self.url if not self.form else f"{self.url} {self.form}"
