"""Contributing units: recognising printed names, taking contributor lines apart, resolving."""

from archiver.chinese.units.lines import parse_contributors
from archiver.chinese.units.names import is_unit_name
from archiver.chinese.units.persons import is_person_name

__all__ = ["is_person_name", "is_unit_name", "parse_contributors"]
