"""archiver dates, as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def dates(*arguments: str, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "archiver", "dates", *arguments]
    return subprocess.run(command, cwd=ROOT, input=text, capture_output=True, check=False)


def test_prints_a_json_array_for_the_text_given() -> None:
    done = dates("--anchor", "2009-03-17", "3月9、10日两天，县总工会走访企业。")
    assert done.returncode == 0
    assert json.loads(done.stdout) == [
        {
            "text": "3月9、10日两天",
            "edtf": "2009-03-09/2009-03-10",
            "start": "2009-03-09",
            "end": "2009-03-10",
            "precision": "range",
            "approximate": False,
            "flags": ["year_inferred"],
            "offset": [0, 9],
        }
    ]
    assert "两天".encode() in done.stdout


def test_reads_standard_input_line_by_line_and_answers_every_line() -> None:
    done = dates(text="今天是2009年3月17日。\r\n\n没有日期\n".encode())
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [[mention["text"] for mention in answer] for answer in answers] == [
        ["今天", "2009年3月17日"],
        [],
        [],
    ]


def test_an_anchor_that_is_no_date_is_told_in_one_sentence() -> None:
    done = dates("--anchor", "2009-02-30", "3月9日")
    assert done.returncode == 2
    assert done.stdout == b""
    message = done.stderr.decode()
    assert len(message.strip().splitlines()) == 1
    assert "--anchor '2009-02-30' is not a date" in message
    assert "YYYY-MM-DD" in message


def test_input_in_another_encoding_is_told_with_its_line() -> None:
    done = dates(text="3月9日\n".encode() + "三月九日".encode("gb18030"))
    assert done.returncode == 2
    assert "line 2, byte 1" in done.stderr.decode()
    assert len(done.stdout.splitlines()) == 1


def test_help_shows_examples() -> None:
    assert "archiver dates --anchor 2008-06-25" in dates("--help").stdout.decode()
