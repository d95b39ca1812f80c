"""Pages a second: bytes to record with dates and units, beside extractors of article text.

Run with ``make bench-parse``. The pages are the layouts of the tests with more text and more links,
about 30 KB each. All readers take the same bytes in turn, one process, one core, CPU time; the
peers run in an environment of their own. They find less (no issues, articles, contributors,
documents, lists) and are timed on what they find.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from archiver.parsers.page import parse
from pipelines.steps import complete
from tests.parsers import layouts

PROMISED = 200
ROUNDS = 3
# A page carries about a third of its bytes in styles and scripts.
_STYLE = "<style>" + ".item a:hover{color:#c00;text-decoration:none}\n" * 180 + "</style>"
_PEERS = Path(__file__).with_name("bench_parse_peers.py")


def pages() -> list[bytes]:
    """Every layout with a menu, a long article and a long list beside it, in two encodings."""
    made = []
    for number, build in enumerate(layouts.LAYOUTS.values()):
        text = "".join(f"<p>　　{p}</p>" for p in _paragraphs(number))
        html = build().replace("</head>", _STYLE + "</head>")
        html = html.replace(layouts.PARAGRAPHS[-1], layouts.PARAGRAPHS[-1] + "</p>" + text)
        html = html.replace("<body>", f'<body><div class="menu"><ul>{_menu()}</ul></div>')
        html = html.replace("</body>", f'<ul class="more">{_list()}</ul></body>')
        made += [html.encode("utf-8"), html.encode("gb18030")]
    return made


def _menu() -> str:
    return "".join(f'<li><a href="/c{k}/"><span>栏目名称{k}</span></a></li>\n' for k in range(80))


def _list() -> str:
    title = "关于第{}批困难职工帮扶资金发放的通知"
    return "".join(
        f'<li class="item"><a href="/a/{k}.html" target="_blank" title="{title.format(k)}">'
        f"{title.format(k)}</a><span>2011-09-{k % 28 + 1:02}</span></li>\n"
        for k in range(50)
    )


def _paragraphs(number: int) -> list[str]:
    """Running text with a date in every third paragraph."""
    return [
        (f"{k % 12 + 1}月{k % 28 + 1}日，" if k % 3 == 0 else "")
        + f"第{number * 100 + k}小组到枫叶乡走访困难职工{k + 3}户，送去慰问金{k + 5}00元。"
        "县总工会办公室负责人说，走访还要继续，问题要逐件登记、逐件办理，件件有回音，事事有着落。"
        "乡里的职工书屋也开放了，来看书的职工挤满了屋子，管理员忙得连水也顾不上喝。"
        for k in range(36)
    ]


def ours(sample: list[bytes]) -> float:
    """CPU seconds for the whole sample, dates and units included."""
    begin = time.process_time()
    for body in sample:
        complete(parse(body, url="http://gh.example/a/9.html")).model_dump_json()
    return time.process_time() - begin


def peers(python: str, sample: list[bytes]) -> dict[str, float]:
    """CPU seconds of every peer, best of the rounds, measured in its own interpreter."""
    with tempfile.TemporaryDirectory() as folder:
        for number, body in enumerate(sample):
            Path(folder, f"{number:03}.html").write_bytes(body)
        run = subprocess.run(
            [python, str(_PEERS), folder, str(ROUNDS)], check=True, capture_output=True, text=True
        )
    seconds: dict[str, float] = json.loads(run.stdout)
    return seconds


def main() -> int:
    """Print the table; 1 when the rate is below the promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", metavar="PYTHON", help="interpreter that has the peers")
    chosen = parser.parse_args().peers
    sample = pages()
    size = sum(map(len, sample)) / len(sample) / 1000
    ours(sample)
    seconds = {"archiver parse": min(ours(sample) for _ in range(ROUNDS))}
    if chosen:
        seconds |= peers(chosen, sample)
    best = seconds["archiver parse"]
    print(f"{len(sample)} pages of {size:.0f} KB on one core")
    for name, spent in sorted(seconds.items(), key=lambda pair: pair[1]):
        rate = len(sample) / spent
        print(f"{name:16} {rate:8.0f} pages/s {1000 / rate:7.2f} ms/page {spent / best:6.1f} ×")
    print(f"promised: {PROMISED} pages/s")
    return 0 if len(sample) / best >= PROMISED else 1


if __name__ == "__main__":
    sys.exit(main())
