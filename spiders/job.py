"""What a person asks of a crawl."""

import datetime
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Job:
    """One site to crawl: the key of a profile or a URL, and how much of it."""

    site: str | None = None
    url: str | None = None
    limit: int | None = None
    until: datetime.date | None = None

    def arguments(self) -> dict[str, Any]:
        """The spider's arguments."""
        until = self.until.isoformat() if self.until else None
        return {"site": self.site, "url": self.url, "limit": self.limit, "until": until}
