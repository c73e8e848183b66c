"""One server for all measured pages: gzip, keep-alive, nothing else. Touches the network."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_TEXT = ("text/", "application/javascript", "application/json", "image/svg+xml")


@cache
def _load(path: Path) -> tuple[bytes, str, bool]:
    """The bytes to send, their type, and whether they are compressed."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    data = path.read_bytes()
    if kind.startswith(_TEXT):
        return gzip.compress(data, 9, mtime=0), f"{kind}; charset=utf-8", True
    return data, kind, False


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path

    def do_GET(self) -> None:
        path = self.root / self.path.split("?")[0].lstrip("/")
        if path.is_dir():
            path = path / "index.html"
        if self.root not in path.resolve().parents or not path.is_file():
            self.send_response(HTTPStatus.NOT_FOUND)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        data, kind, compressed = _load(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        """Nothing: the table says what was found."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of the folder, as long as the block runs."""
    handler = type("Handler", (_Handler,), {"root": folder.resolve()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
