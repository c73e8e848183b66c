"""A small web server for the site while it is written.

Touches the network: listens on one address of this machine, and reads the built files.
"""

from __future__ import annotations

import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from waypost.model.finding import Failure

_RELOAD_PATH = "/.waypost/reload.js"
_EVENTS_PATH = "/.waypost/events"
_RELOAD_SCRIPT = (
    f'new EventSource("{_EVENTS_PATH}").onmessage = () => location.reload();\n'.encode()
)
_RELOAD_TAG = f'<script src="{_RELOAD_PATH}"></script></body>'.encode()


class Changes:
    """A counter that threads can wait on: it grows with every rebuild."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._count = 0

    @property
    def count(self) -> int:
        """How many rebuilds there were."""
        return self._count

    def announce(self) -> None:
        """Wakes all who wait."""
        with self._condition:
            self._count += 1
            self._condition.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """The count, as soon as it is more than `seen`, at the latest after `seconds`."""
        with self._condition:
            self._condition.wait_for(lambda: self._count > seen, timeout=seconds)
            return self._count


class _Handler(SimpleHTTPRequestHandler):
    """Serves files, the 404 page, and the preview's reload script."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, changes: Changes, **named: object) -> None:
        self._changes = changes
        super().__init__(*arguments, **named)  # type: ignore[arg-type]  # the base takes what the server gives

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal is for findings."""

    def do_GET(self) -> None:
        if self.path == _RELOAD_PATH:
            self._answer(HTTPStatus.OK, "text/javascript", _RELOAD_SCRIPT)
        elif self.path == _EVENTS_PATH:
            self._stream()
        else:
            self._page()

    def _page(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not self.path.split("?")[0].split("#")[0].endswith("/"):
                super().do_GET()
                return
            path /= "index.html"
        if path.suffix != ".html" and path.is_file():
            super().do_GET()
            return
        status = HTTPStatus.OK
        if not path.is_file():
            status, path = HTTPStatus.NOT_FOUND, Path(str(self.directory)) / "404.html"
        try:
            data = path.read_bytes()
        except OSError:
            self._answer(HTTPStatus.NOT_FOUND, "text/plain", b"Not found\n")
            return
        page = data.replace(b"</body>", _RELOAD_TAG) if b"</body>" in data else data + _RELOAD_TAG
        self._answer(status, "text/html; charset=utf-8", page)

    def _answer(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        seen = self._changes.count
        try:
            while True:
                count = self._changes.wait(seen, 15.0)
                self.wfile.write(b"data: new\n\n" if count > seen else b": alive\n\n")
                self.wfile.flush()
                seen = count
        except OSError:
            return


def start_server(site: Path, changes: Changes, host: str, port: int) -> ThreadingHTTPServer:
    """A server of the folder, already answering in threads of its own; the caller ends it."""
    handler = partial(_Handler, changes=changes, directory=str(site))
    try:
        server = ThreadingHTTPServer((host, port), handler)
    except OSError as error:
        raise Failure(
            f"The server can't listen on {host}:{port}: {error.strerror or error}.",
            "Is another preview running? Choose another port: waypost serve --port 8001",
        ) from error
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, name="web server", daemon=True).start()
    return server
