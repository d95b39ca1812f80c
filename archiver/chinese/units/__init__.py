"""Contributing units: recognising printed names, taking contributor lines apart, resolving."""

from archiver.chinese.units.context import UnitContext
from archiver.chinese.units.lines import parse_contributors
from archiver.chinese.units.names import compact
from archiver.chinese.units.persons import is_person_name
from archiver.chinese.units.recognise import is_unit_name
from archiver.chinese.units.resolve import (
    ResolvedUnit,
    first_year,
    lineage,
    resolve_unit,
    resolve_units,
)

__all__ = [
    "ResolvedUnit",
    "UnitContext",
    "compact",
    "first_year",
    "is_person_name",
    "is_unit_name",
    "lineage",
    "parse_contributors",
    "resolve_unit",
    "resolve_units",
]
