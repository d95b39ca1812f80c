"""py-wacz, warcio and pywb take the package, and pywb gives out what the site once sent."""

import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path

import pytest

from tests.replay.conftest import Archived
from tests.replay.hostile import MOVED, MOVED_TO, POISONED

ATTACHMENT = "/upfiles/402/推荐表.doc"
Get = Callable[[str], tuple[int, Message, bytes]]


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: object) -> None:
        """Redirects are what is looked at, not where they lead."""


@pytest.fixture(scope="module")
def pywb(
    peers: Path, archived: Archived, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Get]:
    """Ask pywb for a path of the archived site, as it was sent."""
    folder = tmp_path_factory.mktemp("pywb")
    _finished(peers / "wb-manager", "init", "c", folder=folder)
    _finished(peers / "wb-manager", "add", "c", "--unpack-wacz", archived.package, folder=folder)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = folder / "log"
    with log.open("w") as out:
        command = [str(peers / "wayback"), "--bind", "127.0.0.1", "--port", str(port)]
        server = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
    opener = urllib.request.build_opener(_Stay)

    def get(path: str) -> tuple[int, Message, bytes]:
        url = archived.site.url + urllib.parse.quote(path, safe="/?=")
        try:
            with opener.open(f"http://127.0.0.1:{port}/c/2100id_/{url}", timeout=20) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    try:
        _wait_for(port, server, log)
        yield get
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 40
    while time.monotonic() < end and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except ConnectionRefusedError:
            time.sleep(0.1)
    pytest.fail(f"pywb does not start: {log.read_text()}")


def _finished(*command: str | Path, folder: Path | None = None) -> str:
    """What a program printed; it must end well."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_py_wacz_finds_the_package_valid(peers: Path, archived: Archived) -> None:
    told = _finished(peers / "wacz", "validate", "-f", archived.package)
    assert "Validation succeeded" in told


def test_warcio_finds_no_fault_in_the_files(peers: Path, archived: Archived) -> None:
    _finished(peers / "warcio", "check", *sorted((archived.home / "warc").iterdir()))


@pytest.mark.parametrize("path", [POISONED, MOVED_TO, ATTACHMENT, "/shownews.asp?id=402"])
def test_pywb_gives_out_the_bytes_that_were_sent(pywb: Get, archived: Archived, path: str) -> None:
    status, headers, body = pywb(path)
    sent = archived.site.resources[path]
    assert (status, headers["Content-Type"]) == (200, sent.content_type)
    assert body == sent.body


def test_pywb_finds_what_a_revisit_repeats(pywb: Get, archived: Archived) -> None:
    path = "/jianbao/index.html"
    lines = zipfile.ZipFile(archived.package).read("indexes/index.cdx").decode().splitlines()
    first, revisit = (line for line in lines if f'"{archived.site.url}{path}"' in line)
    assert '"warc/revisit"' not in first
    assert '"warc/revisit"' in revisit
    status, headers, body = pywb(path)
    moment = revisit.split()[1]
    assert f"/{moment}id_/" in headers["Content-Location"]
    assert (status, body) == (200, archived.site.resources[path].body)


def test_pywb_follows_redirects_within_the_archive(pywb: Get, archived: Archived) -> None:
    status, headers, _ = pywb(MOVED)
    assert status == 301
    assert headers["Location"].endswith(MOVED_TO)
