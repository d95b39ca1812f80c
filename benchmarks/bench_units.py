"""Names a second: contributor lines taken apart and resolved, each line in its own context.

Run with ``make bench-units``. One core. The lines are put together from places of all provinces
and the table of organs with a fixed seed, so that caches cannot hold them all; the first pass
warms tables only. Exits with 1 below the rate promised.
"""

import argparse
import random
import sys
import time

from archiver.chinese.places import gazetteer
from archiver.chinese.units import UnitContext, parse_contributors, resolve_units
from archiver.chinese.units.organs import organ_table

PROMISED = 3_000
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙"
_GIVEN = "建国 丽华 文斌 海波 春梅 志强 晓燕 敏 伟 德胜".split()


def lines(count: int, seed: int = 1) -> list[tuple[str, UnitContext]]:
    """``count`` contributor lines with the issue each stands in."""
    choose = random.Random(seed)
    cores = sorted({organ.abbr for organ in organ_table().organs if len(organ.abbr) > 2})
    made: list[tuple[str, UnitContext]] = []
    for _ in range(count):
        year = choose.randint(2005, 2018)
        places = gazetteer(year)
        home = choose.choice(places.counties)
        prefecture = places.parent(home, "prefecture") or home
        name = choose.choice((home.name, home.name, home.suffix, prefecture.name, ""))
        unit = name + choose.choice(cores)
        person = choose.choice(_SURNAMES) + choose.choice(_GIVEN)
        line = choose.choice((unit, f"{unit} {person}", f"（{unit}）", f"{unit}、县妇联"))
        editor = choose.choice((home.name, prefecture.name + home.name)) + "总工会办公室"
        made.append((line, UnitContext(title="结对帮扶暖人心", editor=editor, year=year)))
    return made


def run(sample: list[tuple[str, UnitContext]]) -> tuple[int, int, float]:
    """(units read, units resolved, CPU seconds)."""
    read = resolved = 0
    begin = time.process_time()
    for line, context in sample:
        units = [c.unit for c in parse_contributors(line) if c.unit]
        found = resolve_units(units, context)
        read += len(units)
        resolved += sum(unit is not None for unit in found)
    return read, resolved, time.process_time() - begin


def main() -> int:
    """Print the rate; 1 when it is below the promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=30_000)
    count = parser.parse_args().lines
    run(lines(500, seed=2))
    read, resolved, seconds = run(lines(count))
    rate = read / seconds
    print(f"{read:,} names in {seconds:.2f} CPU seconds: {rate:,.0f} names a second of one core")
    print(f"{resolved / read:.1%} resolved; promised: {PROMISED:,} names a second")
    return 0 if rate >= PROMISED else 1


if __name__ == "__main__":
    sys.exit(main())
