"""A folder behind a local address.

Touches the network: listens on this machine alone.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ICON = "favicon.ico"
"""What browsers ask every host for once, unasked by any page."""


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it; has no icon."""

    assets = ""
    """How long browsers may keep what stands, or doesn't stand, under `assets/`."""

    def end_headers(self) -> None:
        if self.assets and self.path.startswith("/assets/"):
            self.send_header("Cache-Control", self.assets)
        super().end_headers()

    def do_GET(self) -> None:
        if self.path == f"/{ICON}":
            self.send_response(HTTPStatus.NO_CONTENT)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests look at pages, not at the server."""


@contextmanager
def serve_folder(folder: Path, assets: str = "") -> Iterator[str]:
    """The address, ending with a slash, under which the folder's files can be read.

    `assets` is the Cache-Control of all below `assets/`, error pages included.
    """
    served = type("_Served", (_Quiet,), {"assets": assets})
    handler = partial(served, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
