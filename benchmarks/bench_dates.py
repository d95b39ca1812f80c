"""Dates a text: ours beside dateparser and jionlp, on the same texts in one run.

Run with ``make bench-dates``. One core, CPU time, the best of several rounds. The peers run in an
environment of their own, whose Python is given with ``--peers``; each reads every text with the
same anchor. Exits with 1 when a promise is broken.
"""

import argparse
import datetime
import json
import subprocess
import sys
import time
from collections.abc import Callable

ANCHOR = datetime.date(2009, 3, 17)
PROMISED_FACTORS = {"dateparser": 20, "jionlp": 10}
PROMISED_SECONDS_A_MEGABYTE = 1.5
PROMISED_MILLISECONDS = 1.0  # for 100 signs of any text
STRINGS = 100_000
ROUNDS = 5

TEXTS = [
    "3月6日，县总工会召开2009年度工作会议，总结去年工作，部署今年任务。",
    "2月9、10日两天，各级领导分赴联系企业，送去慰问金2000元。",
    "2008年12月，该厂完成改制；1—2月，产值比去年同期增长12.5%。",
    "截至2月底，全县已建基层工会560个，发展会员12300人。",
    "二〇〇九年三月六日，工会正式成立，选举产生了第一届委员会。",
    "会议要求，各单位务必在6月30日前完成调查摸底，年底验收。",
    "春节前夕，共走访困难职工312户，发放慰问品折款8.6万元。",
    "培训班从3月2日开始，至6日结束，次日组织参观，8日返程。",
    "“十一五”期间，全县累计培训职工3万人次，近三年来尤为突出。",
    "本月上旬，督查组对7家企业进行了检查，现场解决具体问题9个。",
    "据统计，上半年共调解劳动争议46起，结案率达98%，为历年最好。",
    "他告诉记者，厂里如今效益好了，职工的干劲也更足了。",
]


def read_ours() -> Callable[[str], object]:
    """Our own reading of one text."""
    from archiver.chinese.dates import find_dates

    return lambda text: find_dates(text, ANCHOR)


def read_dateparser() -> Callable[[str], object]:
    """dateparser's search, told the language and the day."""
    from dateparser.search import search_dates

    base = datetime.datetime.combine(ANCHOR, datetime.time())
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    return lambda text: search_dates(text, languages=["zh"], settings=settings)


def read_jionlp() -> Callable[[str], object]:
    """jionlp's extraction of time expressions, told the day."""
    import jionlp

    base = time.mktime(ANCHOR.timetuple())
    return lambda text: jionlp.ner.extract_time(text, time_base=base)


READERS = {"ours": read_ours, "dateparser": read_dateparser, "jionlp": read_jionlp}


def microseconds(read: Callable[[str], object]) -> float:
    """CPU microseconds a text, the best round."""
    best = float("inf")
    for _ in range(ROUNDS + 1):
        begin = time.process_time()
        for text in TEXTS:
            read(text)
        best = min(best, time.process_time() - begin)
    return best / len(TEXTS) * 1e6


def seconds_a_megabyte() -> float:
    """CPU seconds for 10**6 bytes of bulletin text, read as one string."""
    read = read_ours()
    piece = "".join(TEXTS)
    text = (piece * (10**6 // len(piece.encode()) + 1)).encode()[: 10**6].decode(errors="ignore")
    begin = time.process_time()
    read(text)
    return time.process_time() - begin


def slowest() -> tuple[float, str]:
    """Milliseconds for 100 signs, or for a shorter string, of the slowest of random strings.

    Each slow one is read again: what else the machine did then is no property of the string.
    """
    from tests.chinese.date_words import random_strings

    read, worst = read_ours(), (0.0, "")
    for text in random_strings(STRINGS):
        best = float("inf")
        for _ in range(ROUNDS):
            begin = time.process_time()
            read(text)
            best = min(best, (time.process_time() - begin) * 1e5 / max(len(text), 100))
            if best <= worst[0]:
                break
        worst = max(worst, (best, text))
    return worst


def peer(python: str, name: str) -> float:
    """Microseconds a text of a peer, measured by this file in the peers' environment."""
    command = [python, __file__, "--only", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{name} cannot be measured with {python}:\n{done.stderr}")
    return float(json.loads(done.stdout.splitlines()[-1]))


def main() -> int:
    """Print the rates; 1 when a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="the Python that has dateparser and jionlp")
    parser.add_argument("--only", choices=READERS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only:
        print(json.dumps(microseconds(READERS[arguments.only]())))
        return 0
    kept = True
    ours = microseconds(read_ours())
    print(f"ours        {ours:9.1f} µs a text ({len(TEXTS)} texts, best of {ROUNDS} rounds)")
    for name, promised in PROMISED_FACTORS.items() if arguments.peers else ():
        theirs = peer(arguments.peers, name)
        kept &= theirs / ours >= promised
        print(f"{name:11} {theirs:9.1f} µs a text: {theirs / ours:.0f} times (promised {promised})")
    seconds = seconds_a_megabyte()
    kept &= seconds < PROMISED_SECONDS_A_MEGABYTE
    print(f"1 MB of text in {seconds:.2f} s (promised {PROMISED_SECONDS_A_MEGABYTE} s)")
    milliseconds, text = slowest()
    kept &= milliseconds < PROMISED_MILLISECONDS
    print(f"slowest of {STRINGS} random strings: {milliseconds:.2f} ms, {text!r}")
    print(f"promised: {PROMISED_MILLISECONDS:.0f} ms for 100 signs of any text")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
