"""A real Chromium without a window: what a person would see, and every address it asked for."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

_OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-component-update --disable-default-apps "
    "--disable-dev-shm-usage --disable-extensions --remote-debugging-pipe "
    # Frames in one process, so that one snapshot shows the text of all of them.
    "--disable-site-isolation-trials --disable-features=IsolateSandboxedIframes"
).split()
# Names of other machines lead nowhere; that they were asked for is still in the log.
_NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE 127.0.0.2"


class Browser:
    """One page of a running browser, spoken to in the DevTools protocol."""

    def __init__(self, to_browser: IO[bytes], from_browser: IO[bytes]) -> None:
        self._to, self._from = to_browser, from_browser
        self._serial = 0
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]

    def open(self, url: str) -> None:
        """Go to an address; ``see`` waits for what comes."""
        self._ask("Page.navigate", self._session, url=url)

    def see(self, expected: str, seconds: float = 20) -> str:
        """The text that is shown, frames included, once ``expected`` is in it (or time is up)."""
        end = time.monotonic() + seconds
        while expected not in (text := self._text()) and time.monotonic() < end:
            time.sleep(0.1)
        return text

    def rest(self, seconds: float = 2) -> None:
        """Leave the page to itself, so that what it starts late is seen too."""
        time.sleep(seconds)

    def close(self) -> None:
        """Ask the browser to end, so that it finishes its log."""
        self._ask("Browser.close")

    def _text(self) -> str:
        """Text as it is laid out, without white space, which layout changes."""
        shot = self._ask("DOMSnapshot.captureSnapshot", self._session, computedStyles=[])
        strings = shot["strings"]
        shown = (i for document in shot["documents"] for i in document["layout"]["text"] if i >= 0)
        return "".join("".join(strings[i].split()) for i in shown)

    def _ask(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        self._serial += 1
        message = {"id": self._serial, "method": method, "params": params}
        self._to.write(json.dumps(message | ({"sessionId": session} if session else {})).encode())
        self._to.write(b"\0")
        self._to.flush()
        while True:
            answer = json.loads(self._message())
            if answer.get("id") == self._serial:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _message(self) -> bytes:
        pieces = bytearray()
        while (byte := self._from.read(1)) not in (b"\0", b""):
            pieces += byte
        assert pieces, "the browser has ended"
        return bytes(pieces)


@contextmanager
def browser(program: str, profile: Path) -> Iterator[Browser]:
    """Start a browser with a new profile; when it is closed, ``asked(profile)`` tells its log."""
    commands, to_browser = os.pipe()
    from_browser, answers = os.pipe()
    places = [f"--user-data-dir={profile}", f"--log-net-log={profile}.json"]
    # The protocol's pipes are file descriptors 3 (in) and 4 (out).
    shell = ["bash", "-c", f'exec "$@" 3<&{commands} 4>&{answers}', "bash", program]
    process = subprocess.Popen(
        [*shell, *_OPTIONS, _NOWHERE, *places, "about:blank"],
        pass_fds=(commands, answers),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(commands)
    os.close(answers)
    try:
        with os.fdopen(to_browser, "wb") as to, os.fdopen(from_browser, "rb") as answered:
            page = Browser(to, answered)
            yield page
            page.close()
            process.wait(timeout=20)
    finally:
        process.kill()
        process.wait()


def asked(profile: Path) -> set[str]:
    """``host:port`` of all that pages requested or connected to, by the log of an ended browser.

    What the browser asks for by itself (updates of its own) has no origin in the log.
    """
    log = json.loads(profile.with_name(f"{profile.name}.json").read_text())
    numbers = log["constants"]["logEventTypes"]

    def told(kind: str) -> Iterator[dict[str, Any]]:
        return (e["params"] for e in log["events"] if e["type"] == numbers[kind] and "params" in e)

    requests = (p for p in told("URL_REQUEST_START_JOB") if p.get("initiator") != "not an origin")
    connections = (p for p in told("HTTP_STREAM_JOB_CONTROLLER") if p.get("is_preconnect"))
    urls = [params.get("url", "") for params in (*requests, *connections)]
    return {urlsplit(url).netloc for url in urls if url.startswith("http")}
