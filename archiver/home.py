"""The home folder: where an archive keeps everything it has."""

import os
from dataclasses import dataclass
from pathlib import Path

from archiver.errors import ArchiverError

DATABASE_VARIABLE = "ARCHIVER_DATABASE"


@dataclass(frozen=True, slots=True)
class Home:
    """Paths inside one home folder; only ``create`` touches the disk."""

    path: Path

    @property
    def warc(self) -> Path:
        """Folder of the WARC files: the truth, from which the rest can be rebuilt."""
        return self.path / "warc"

    @property
    def index(self) -> Path:
        """The archive's own index: which capture lies in which file, where."""
        return self.path / "index.sqlite"

    @property
    def database(self) -> str:
        """The store of records: the address in ``ARCHIVER_DATABASE``, or a file in this home."""
        return os.environ.get(DATABASE_VARIABLE) or str(self.path / "archive.sqlite")

    @property
    def has_database(self) -> bool:
        """Whether there may be records; a server is asked when it is opened."""
        return DATABASE_VARIABLE in os.environ or Path(self.database).exists()

    @property
    def exports(self) -> Path:
        """Folder of what is handed out."""
        return self.path / "exports"

    @property
    def sites(self) -> Path:
        """Folder of the user's own site profiles."""
        return self.path / "sites"

    @property
    def unit_decisions(self) -> Path:
        """What persons decided about printed units; no rebuild touches it."""
        return self.path / "unit-decisions.csv"

    def frontier(self, name: str) -> Path:
        """What an unfinished crawl has asked for; a memory that may be deleted."""
        return self.path / "unfinished" / f"{name}.sqlite"

    @property
    def logs(self) -> Path:
        """Folder with one log file per crawl."""
        return self.path / "logs"

    def create(self) -> "Home":
        """Make the folder and its rooms; raise ArchiverError when that cannot be."""
        try:
            for folder in (self.path, self.warc, self.logs):
                folder.mkdir(parents=True, exist_ok=True)
            probe = self.path / f".writable-{os.getpid()}"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise ArchiverError(
                f"cannot write to the home folder {self.path}: {error.strerror}; "
                "choose another with --home DIR or ARCHIVER_HOME"
            ) from error
        return self

    def existing(self) -> "Home":
        """This home, if a crawl has filled it; raise ArchiverError when there is none."""
        if not self.path.is_dir():
            raise ArchiverError(
                f"there is no home folder {self.path}; "
                "start with 'archiver demo' or 'archiver crawl', or name another with --home DIR"
            )
        return self
