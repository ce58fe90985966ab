"""A real Chromium for tests, driven over its debugging pipe; nothing but the standard library.

The DevTools protocol is JSON messages that end in NUL, written to file descriptor 3 of the browser
and read from its descriptor 4 (``--remote-debugging-pipe``). No port, no driver, no network.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SECONDS = 120  # longest wait for one answer: a busy machine with two cores

# Moves the two pipe ends out of the way, then to descriptors 3 and 4, then becomes the browser.
_START = (
    "import fcntl, os, sys; r, w = (fcntl.fcntl(int(a), fcntl.F_DUPFD, 10) for a in sys.argv[1:3]); "
    "os.dup2(r, 3); os.dup2(w, 4); os.execv(sys.argv[3], sys.argv[3:])"
)
_KEYS = {"Enter": (13, "\r"), " ": (32, " "), "Tab": (9, ""), "Escape": (27, ""),
         "ArrowLeft": (37, ""), "ArrowUp": (38, ""), "ArrowRight": (39, ""), "ArrowDown": (40, ""),
         "Home": (36, ""), "End": (35, "")}  # fmt: skip


def executable() -> str | None:
    """The browser named by FRAMING_CHROMIUM, or the first one on the path; None if there is none."""
    named = os.environ.get("FRAMING_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """One headless browser process; `open` gives a new page."""

    def __init__(self, path: str) -> None:
        self._home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        self._log = Path(self._home.name, "log").open("wb")  # noqa: SIM115 - the browser writes to it
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", _START, str(theirs_in), str(theirs_out), path),
                *("--headless=new", "--remote-debugging-pipe", "--disable-gpu"),
                "--no-sandbox",  # containers of CI allow none; the pages are our own
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND",  # no page can reach a network
                f"--user-data-dir={self._home.name}/profile",
                "about:blank",
            ],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=self._log,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._buffer = b""
        self._last = 0
        self.events: list[dict] = []

    def call(self, method: str, session: str | None = None, **params):
        """Send a command and wait for its result; events that come meanwhile are kept."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def _read(self) -> dict:
        end = time.monotonic() + SECONDS
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], max(0.0, end - time.monotonic()))
            piece = os.read(self._in, 1 << 20) if ready else b""
            if not piece:
                log = Path(self._log.name).read_text("utf-8", "replace")[-2000:]
                raise RuntimeError(f"the browser does not answer\n{log}")
            self._buffer += piece
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)

    def open(self, address: str, **options) -> "Page":
        """A page of its own; see `Page`."""
        return Page(self, address, **options)

    def close(self) -> None:
        """End the process that this object started."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for end in (self._in, self._out):
            os.close(end)
        self._log.close()
        self._home.cleanup()


class Page:
    """A tab. `width` and `height` are CSS pixels; `scripts` False turns JavaScript off."""

    def __init__(
        self, browser, address, *, width=1280, height=900, dark=False, scripts=True, media=""
    ):
        self._browser = browser
        self._target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = browser.call(
            "Target.attachToTarget", targetId=self._target, flatten=True
        )["sessionId"]  # fmt: skip
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setScrollbarsHidden", hidden=True)
        self.resize(width, height)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.address = address
        self.call("Page.navigate", url=address)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def call(self, method, **params):
        """A protocol command on this page."""
        return self._browser.call(method, self._session, **params)

    def resize(self, width, height=900):
        """Give the page another size."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)  # fmt: skip

    def run(self, script):
        """The value of a JavaScript expression; promises are awaited."""
        answer = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            thrown = answer["exceptionDetails"]
            raise RuntimeError(thrown.get("exception", {}).get("description", thrown["text"]))
        return answer["result"].get("value")

    def wait(self, condition):
        """Wait until a JavaScript condition holds."""
        end = time.monotonic() + SECONDS
        while not self.run(condition):
            if time.monotonic() > end:
                raise RuntimeError(f"never true: {condition}")
            time.sleep(0.02)

    def press(self, *keys):
        """Press and release keys, as a keyboard would."""
        for key in keys:
            code, text = _KEYS[key]
            for kind in ("keyDown" if text else "rawKeyDown", "keyUp"):
                self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, text=text,
                          windowsVirtualKeyCode=code)  # fmt: skip

    def click(self, selector):
        """Click the middle of the first element that matches, with the mouse."""
        self.run(
            f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block:'center'}})"
        )
        box = self.run(
            f"(() => {{ const b = document.querySelector({json.dumps(selector)})"
            ".getClientRects()[0]; return [b.x + b.width / 2, b.y + b.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left",
                      clickCount=1)  # fmt: skip

    def focus(self, selector):
        """Give the keyboard focus to an element."""
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")

    def text(self, selector="body"):
        """The text that is shown in an element."""
        return self.run(f"document.querySelector({json.dumps(selector)}).innerText")

    def picture(self, path, *, whole=True):
        """Save a PNG of the page."""
        data = self.call("Page.captureScreenshot", captureBeyondViewport=whole, **(
            {"clip": {**self._size(), "x": 0, "y": 0, "scale": 1}} if whole else {}
        ))["data"]  # fmt: skip
        Path(path).write_bytes(base64.b64decode(data))

    def pdf(self) -> bytes:
        """The page as it would be printed."""
        data = self.call("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"]
        return base64.b64decode(data)

    def _size(self):
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        return {"width": size["width"], "height": min(size["height"], 16000)}

    def events(self, method):
        """The parameters of all events of a kind so far."""
        self.run("0")  # what was sent before this answer has been read when it comes
        return [
            event["params"]
            for event in self._browser.events
            if event.get("method") == method and event.get("sessionId") == self._session
        ]

    def complaints(self):
        """Errors and warnings of the console, refusals of the content policy, thrown exceptions."""
        logged = [e["entry"]["text"] for e in self.events("Log.entryAdded")]
        thrown = [
            e["exceptionDetails"].get("exception", {}).get("description", "thrown")
            for e in self.events("Runtime.exceptionThrown")
        ]
        told = [e["type"] for e in self.events("Runtime.consoleAPICalled")]
        return logged + thrown + told

    def requests(self):
        """Every address that was asked for, but the page itself."""
        asked = [e["request"]["url"] for e in self.events("Network.requestWillBeSent")]
        return [url for url in asked if url.partition("#")[0] != self.address.partition("#")[0]]

    def close(self):
        """Close the tab."""
        self._browser.call("Target.closeTarget", targetId=self._target)
