"""Who sent an article in."""

from typing import Literal

from archiver.records.base import Record

ContributorRole = Literal["contributor", "author", "reporter", "photographer"]
Basis = Literal["explicit", "contributor", "title", "issue", "site", "none"]


UnitVerdict = Literal["accept", "correct", "same as", "not a unit"]


class Contributor(Record):
    """One contributing unit or person, as printed and as resolved.

    ``text`` is the printed form without its label and is kept for ever; ``unit`` and ``person``
    are its parts. ``name``, ``division`` (six digits, GB/T 2260) and ``key``
    (``{division}:{system}:{core}``) are what resolving adds; ``basis`` says where the place came
    from. Unresolved is a state, not an error: the three stay None and ``basis`` is ``none``.
    ``decision`` is what a person decided about the name, None where nobody did.
    """

    text: str
    role: ContributorRole = "contributor"
    unit: str | None = None
    person: str | None = None
    name: str | None = None
    division: str | None = None
    key: str | None = None
    basis: Basis = "none"
    decision: UnitVerdict | None = None
