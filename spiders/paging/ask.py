"""A list page to ask for."""

from dataclasses import dataclass

MOST_PAGES = 2000
"""More list pages of one column than this are a miscount or a trap."""


@dataclass(frozen=True, slots=True)
class Ask:
    """An address, and the form fields to post there (none: a plain request)."""

    url: str
    form: tuple[tuple[str, str], ...] = ()

    @property
    def identity(self) -> str:
        """What tells this request from others to the same address."""
        return self.url if not self.form else f"{self.url} {self.form}"
