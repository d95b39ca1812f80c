"""Processes of ``archiver``, forked from one that has loaded what its commands need.

Loading is half of what a short command costs. A forked command still has its process, environment,
output and end of its own, and starts the processes that it needs afresh.
"""

import atexit
import functools
import gc
import json
import os
import runpy
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from archiver.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent
_NEEDED = (
    *(f"archiver.cli.{'import_' if name == 'import' else name}" for name in COMMANDS),
    "archiver.cli.progress",
    "archiver.store.store",
    "pipelines.rebuild",
    "rich.console",
    "spiders.run",
    "spiders.survey.spider",
)
_LONGEST = 1 << 18  # bytes of arguments and environment


def run(
    arguments: Sequence[str], environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run ``archiver`` with ``arguments`` to its end."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as error:
        asked = json.dumps([arguments, dict(environment)]).encode()
        line = _line()
        socket.send_fds(line, [asked], [out.fileno(), error.fileno()])
        status = int(line.recv(16))
        out.seek(0)
        error.seek(0)
        return subprocess.CompletedProcess(arguments, status, out.read(), error.read())


@functools.cache
def _line() -> socket.socket:
    """The line to the process that forks, which ends when this one does."""
    own, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, "-m", "tests.forks", str(other.fileno())]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, pass_fds=[other.fileno()]
    )
    other.close()
    atexit.register(process.wait)
    atexit.register(own.close)  # called before
    return own


def _serve(line: socket.socket) -> bool:
    """Fork a process for whatever is asked; True in that, False when nothing more is asked."""
    while True:
        asked, files, _, _ = socket.recv_fds(line, _LONGEST, 2)
        if not asked:
            return False
        child = os.fork()
        if not child:
            line.close()
            for number, file in enumerate(files, start=1):
                os.dup2(file, number)
                os.close(file)
            arguments, environment = json.loads(asked)
            os.environ.clear()
            os.environ.update(environment)
            sys.argv = ["archiver", *arguments]
            return True
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        line.send(b"%d" % os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    for module in _NEEDED:
        import_module(module)
    assert "twisted.internet.reactor" not in sys.modules  # it holds files that no two may share
    gc.freeze()
    if _serve(socket.socket(fileno=int(sys.argv[1]))):
        runpy.run_module("archiver", run_name="__main__", alter_sys=True)
