"""Asks each server and prints what it answers otherwise. Touches the disk and the network."""

from __future__ import annotations

import gzip
import http.client
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli

from scripts.hosts.servers import ServerError, serve_with_caddy, serve_with_nginx
from scripts.real_sites.building import PROJECT, waypost_command, waypost_environment
from waypost.hosting.headers import ASSET_POLICY, FOR_EVER, PAGE_POLICY, REVALIDATE, TRANSPORT

_SERVERS = {"nginx": serve_with_nginx, "caddy": serve_with_caddy}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says to one request."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    """A server that can be asked."""

    address: str
    site: Path

    def get(self, path: str, accepted: str = "") -> Answer:
        """The answer to a request of a browser that takes these encodings."""
        connection = http.client.HTTPConnection(self.address, timeout=20)
        try:
            connection.request("GET", path, headers={"Accept-Encoding": accepted})
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read())
        finally:
            connection.close()


def main() -> int:
    """0 when both servers do as they should, 1 when one doesn't, 2 when one can't be asked."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        root.mkdir()
        for name in ("content", "translations"):
            shutil.copytree(PROJECT / name, root / name)
        shutil.copy2(PROJECT / "mkdocs.yml", root)
        for name, serve in _SERVERS.items():
            done = subprocess.run(
                waypost_command("build", "--preview", "--host", name),
                cwd=root,
                env=waypost_environment(),
                check=False,
            )
            if done.returncode == 2:
                return 2
            work = Path(folder) / name
            work.mkdir()
            # The server's own workers must be able to read what this account has made.
            for path in (Path(folder), work):
                path.chmod(0o777)
            try:
                with serve(root, work) as address:
                    wrong = list(_check(Asked(address, root / "build" / "site")))
            except ServerError as error:
                print(error, file=sys.stderr)
                return 2
            for line in wrong:
                print(f"{name}: {line}")
            failed += len(wrong)
            print(f"{name}: {'all as it should be' if not wrong else f'{len(wrong)} wrong'}")
    return 1 if failed else 0


def _check(server: Asked) -> Iterator[str]:
    """What is wrong with the answers, in words."""
    page = "/en/renew-license/"
    data = (server.site / "en/renew-license/index.html").read_bytes()
    yield from _check_encodings(server, page, data)
    yield from _check_headers(server, page, PAGE_POLICY, REVALIDATE)
    asset = next(iter(sorted(server.site.glob("assets/*.svg"))))
    yield from _check_headers(server, f"/assets/{asset.name}", ASSET_POLICY, FOR_EVER)
    yield from _check_types(server, asset.name)
    yield from _check_addresses(server, page)


def _check_encodings(server: Asked, page: str, data: bytes) -> Iterator[str]:
    for accepted, encoding, unpack in (
        ("gzip, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("", None, bytes),
    ):
        answer = server.get(page, accepted)
        if answer.headers.get("content-encoding") != encoding:
            got = answer.headers.get("content-encoding")
            yield f"for “{accepted}” it sends {got}, not {encoding}"
        elif unpack(answer.body) != data:
            yield f"for “{accepted}” it sends another text"
        elif "accept-encoding" not in answer.headers.get("vary", "").lower():
            yield f"for “{accepted}” it doesn't say that it varies by Accept-Encoding"


def _check_headers(server: Asked, path: str, policy: str, keep: str) -> Iterator[str]:
    headers = server.get(path, "gzip").headers
    for name, value in (
        ("content-security-policy", policy),
        ("cache-control", keep),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
        (TRANSPORT[0].lower(), TRANSPORT[1]),
    ):
        if headers.get(name) != value:
            yield f"{path}: {name} is {headers.get(name)!r}"
    if "etag" not in headers:
        yield f"{path}: nothing to ask by whether it is still the same"


def _check_types(server: Asked, asset: str) -> Iterator[str]:
    for path, kind in (
        ("/en/", "text/html; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/sitemap.xml", "application/xml"),
        (f"/assets/{asset}", "image/svg+xml"),
    ):
        for accepted in ("gzip, br", ""):
            got = server.get(path, accepted).headers.get("content-type")
            if got != kind:
                yield f"{path} is {got}, not {kind}"


def _check_addresses(server: Asked, page: str) -> Iterator[str]:
    missing = server.get("/en/no-such-page/", "gzip")
    if missing.status != 404:
        yield f"a page that isn't there answers {missing.status}"
    own = server.site / "en/404.html"
    expected = (own if own.is_file() else server.site / "404.html").read_bytes()
    body = (
        gzip.decompress(missing.body) if missing.headers.get("content-encoding") else missing.body
    )
    if body != expected:
        yield "a page that isn't there shows another text than 404.html"
    if missing.headers.get("content-security-policy") != PAGE_POLICY:
        yield "a page that isn't there has no policy"
    if not missing.headers.get("content-type", "").startswith("text/html"):
        yield f"a page that isn't there is {missing.headers.get('content-type')}"
    lost = server.get("/assets/none.00000000.js")
    if lost.status != 404 or "immutable" in lost.headers.get("cache-control", ""):
        yield f"a lost asset answers {lost.status}, {lost.headers.get('cache-control')}"
    for old, new in (
        ("/drivers-license/", "/renew-license/"),
        ("/es/drivers-license/", "/es/renew-license/"),
        ("/es/drivers-license", "/es/renew-license/"),
        (page.rstrip("/"), page),
    ):
        moved = server.get(old)
        place = moved.headers.get("location", "").removeprefix(f"http://{server.address}")
        if moved.status not in (301, 308) or place != new:
            yield f"{old} answers {moved.status} {place}, not the way to {new}"
