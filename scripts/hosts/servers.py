"""nginx and Caddy with the files of a build. Touches the disk, processes and the network."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MODULES = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_NGINX = """\
{modules}
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        include {host}/nginx/waypost.conf;
        {brotli}
    }}
}}
"""
_CADDY = """\
{{
\tadmin off
\tauto_https off
}}
import {host}/caddy/waypost.caddy
http://127.0.0.1:{port} {{
\troot * {site}
\timport waypost
}}
"""


class ServerError(Exception):
    """A server isn't installed, refuses its settings, or doesn't answer; the message says which."""


@contextmanager
def serve_with_nginx(root: Path, work: Path) -> Iterator[str]:
    """The address under which nginx serves the site that was built in `root`."""
    port = _find_port()
    has_brotli = _MODULES.is_file()
    text = _NGINX.format(
        modules=f"load_module {_MODULES};" if has_brotli else "",
        work=work,
        port=port,
        site=root / "build" / "site",
        host=root / "build" / "host",
        brotli=f"include {root}/build/host/nginx/brotli.conf;" if has_brotli else "",
    )
    settings = work / "nginx.conf"
    settings.write_text(text, "utf-8")
    program = _find_program("nginx", "/usr/sbin/nginx")
    with _run([program, "-c", str(settings), "-p", str(work), "-g", "daemon off;"], port):
        yield f"127.0.0.1:{port}"


@contextmanager
def serve_with_caddy(root: Path, work: Path) -> Iterator[str]:
    """The address under which Caddy serves the site that was built in `root`."""
    port = _find_port()
    settings = work / "Caddyfile"
    site, host = root / "build" / "site", root / "build" / "host"
    settings.write_text(_CADDY.format(port=port, site=site, host=host), "utf-8")
    program = _find_program("caddy", "/usr/bin/caddy")
    command = [program, "run", "--config", str(settings), "--adapter", "caddyfile"]
    with _run(command, port):
        yield f"127.0.0.1:{port}"


def _find_program(name: str, path: str) -> str:
    found = shutil.which(name) or shutil.which(path)
    if found is None:
        raise ServerError(f"{name} is not installed. Debian: apt-get install {name}")
    return found


def _find_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _run(command: list[str], port: int) -> Iterator[None]:
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        for _ in range(100):
            if server.poll() is not None:
                said = server.stdout.read() if server.stdout else ""
                raise ServerError(f"{command[0]} ended:\n{said}")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        else:
            raise ServerError(f"{command[0]} doesn't answer.")
        yield
    finally:
        server.terminate()
        server.wait(10)
