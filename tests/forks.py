"""Processes of ``archiver`` and ``scrapy``, forked from one that has loaded what both need.

Loading is half of what a short command costs. A forked command still has its process, environment,
output and end of its own, and readers of its own, forked from one server for all commands; other
processes that it needs it starts afresh.
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
from multiprocessing import forkserver
from pathlib import Path

from archiver.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent
_NEEDED = (
    *(f"archiver.cli.{'import_' if name == 'import' else name}" for name in COMMANDS),
    "archiver.cli.progress",
    "archiver.store.store",
    "pipelines.rebuild",
    "rich.console",
    "scrapy.cmdline",
    "spiders.run",
    "spiders.survey.spider",
)
_LONGEST = 1 << 18  # bytes of arguments and environment


def run(
    module: str, arguments: Sequence[str], environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m module`` with ``arguments`` to its end."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as error:
        asked = json.dumps([module, arguments, dict(environment)]).encode()
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


def _serve(line: socket.socket) -> str | None:
    """Fork a process for whatever is asked: there the module to run; None when all is asked."""
    while True:
        asked, files, _, _ = socket.recv_fds(line, _LONGEST, 2)
        if not asked:
            return None
        child = os.fork()
        if not child:
            line.close()
            for number, file in enumerate(files, start=1):
                os.dup2(file, number)
                os.close(file)
            module, arguments, environment = json.loads(asked)
            _use_the_server_of_readers()
            os.environ.clear()
            os.environ.update(environment)
            sys.argv = [module, *arguments]
            return str(module)
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        line.send(b"%d" % os.waitstatus_to_exitcode(status))


def _use_the_server_of_readers() -> None:
    """It runs, but is no child of this process, which the library takes it for when it asks."""
    forkserver.ensure_running = lambda: None
    forkserver._forkserver.ensure_running = lambda: None  # type: ignore[method-assign]


if __name__ == "__main__":
    for needed in _NEEDED:
        import_module(needed)
    assert "twisted.internet.reactor" not in sys.modules  # it holds files that no two may share
    forkserver.ensure_running()
    gc.freeze()
    if asked_for := _serve(socket.socket(fileno=int(sys.argv[1]))):
        runpy.run_module(asked_for, run_name="__main__", alter_sys=True)
