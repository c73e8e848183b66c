"""The time from saving a file to the new page, as a writer with `waypost serve` waits for it.

Touches the disk and a process: runs the server and edits a guide.
"""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

from scripts.benchmark.measure import CommandError
from scripts.benchmark.programs import Sentence
from scripts.real_sites.building import waypost_command, waypost_environment

_PATIENCE = 120.0
_POLL = 0.01


def measure_serve(site: Path, guide: str, saves: int) -> list[float]:
    """Seconds from each save until the server answers with a page that holds the new words."""
    port = _free_port()
    log = site / "serve.log"
    with log.open("w", encoding="utf-8") as stream:
        server = subprocess.Popen(
            waypost_command("serve", "--port", str(port)),
            cwd=site,
            env=waypost_environment(),
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
        sentence = Sentence(site, guide)
        try:
            address = f"http://127.0.0.1:{port}/en/{guide}/"
            _wait_for(address, "<h1", server)
            time.sleep(1)  # the watcher may start after the first page is there
            seconds: list[float] = []
            for _ in range(saves):
                words = sentence.edit()
                started = time.perf_counter()
                _wait_for(address, words, server)
                seconds.append(time.perf_counter() - started)
                time.sleep(0.5)
            return seconds
        except TimeoutError as error:
            raise CommandError(f"{error}\n{log.read_text('utf-8')[-1500:]}") from None
        finally:
            sentence.restore()
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_for(address: str, words: str, server: subprocess.Popen[bytes]) -> None:
    """Returns as soon as the page at `address` holds `words`."""
    started = time.perf_counter()
    while time.perf_counter() - started < _PATIENCE:
        if server.poll() is not None:
            raise TimeoutError(f"waypost serve ended with {server.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if words in answer.read().decode("utf-8"):
                    return
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(_POLL)
    raise TimeoutError(f"{address} did not show “{words}” within {_PATIENCE:.0f} s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
