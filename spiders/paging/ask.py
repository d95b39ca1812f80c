"""Something to ask for: a list page, or an entry that only script knows."""

from typing import Final, NamedTuple

_STATE: Final = ("__VIEWSTATE", "__EVENTVALIDATION")


class Ask(NamedTuple):
    """An address, and the form fields to post there (none: a plain request).

    ``is_entry``: not a further page of the list but an entry of it; ``is_column``: a list of its
    own, called ``name`` if it is called anything; ``is_frame``: a piece of the page itself, or
    what it sends its reader on to.
    """

    url: str
    form: tuple[tuple[str, str], ...] = ()
    is_entry: bool = False
    is_column: bool = False
    is_frame: bool = False
    name: str = ""

    @property
    def identity(self) -> str:
        """What tells this request from others to the same address.

        A list page that is asked for by its number is the same from whichever page it is asked.
        """
        if not self.form:
            return self.url
        fields = dict(self.form)
        if fields.get("__EVENTARGUMENT", "").rpartition("$")[2].isdecimal():
            fields = {name: value for name, value in fields.items() if not name.startswith(_STATE)}
        return f"{self.url} {tuple(fields.items())}"
