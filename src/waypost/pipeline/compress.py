"""Compressed twins of the site's files: `.br` and `.gz` beside each text that is worth it.

Touches the disk and the process: reads what was written, compresses on all cores in threads
(both compressors let go of Python's lock), and keeps each result by the digest of what went in,
so that a text is compressed once, whatever is built around it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import msgspec

from waypost.files.atomic import save_cache
from waypost.files.digest import digest_bytes
from waypost.files.scan import Mark
from waypost.model.site import Output
from waypost.pipeline.outputs import save_output
from waypost.pipeline.progress import Progress

_WORTH: Final = (".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
_TWINS: Final = (".br", ".gz")
_LEAST = 200
"""Files of fewer bytes fit into one packet anyway."""
_FORM = 1
"""Raised whenever the same bytes are compressed otherwise."""
_KEPT_SECONDS = 2 * 86_400
"""How long a result is kept that no build asked for."""
_FEW = 40
"""Fewer files than this are compressed without telling how far it has come."""


class Compressor(msgspec.Struct, frozen=True):
    """Makes the twins of a site's files."""

    site: str
    folder: Path
    """Of the results that are kept."""
    jobs: int
    show_progress: bool

    def compress(
        self, outputs: Mapping[str, Mark], standing: Mapping[str, Mark]
    ) -> dict[str, Mark]:
        """The marks of all twins; those of files that stand as before aren't made again."""
        marks: dict[str, Mark] = {}
        todo: list[str] = []
        for path, mark in outputs.items():
            if not path.endswith(_WORTH) or mark[1] < _LEAST:
                continue
            twins = {path + ending: standing.get(path + ending) for ending in _TWINS}
            known = {name: twin for name, twin in twins.items() if twin is not None}
            if standing.get(path) == mark and len(known) == len(_TWINS):
                marks |= known
            else:
                todo.append(path)
        if todo:
            for twin in self._compress_all(todo):
                marks |= twin
            _forget_old(self.folder)
        return marks

    def _compress_all(self, paths: list[str]) -> Iterator[dict[str, Mark]]:
        with ExitStack() as stack:
            crew = stack.enter_context(ThreadPoolExecutor(self.jobs))
            progress: Progress | None = None
            if self.show_progress and len(paths) >= _FEW:
                progress = stack.enter_context(Progress(shown=True, unit="files"))
                progress.begin("Compressing", len(paths))
            try:
                for twin in crew.map(self._make_twins, paths):
                    if progress is not None:
                        progress.advance(1)
                    yield twin
            except BaseException:
                crew.shutdown(cancel_futures=True)
                raise

    def _make_twins(self, path: str) -> dict[str, Mark]:
        with open(f"{self.site}/{path}", "rb") as stream:
            data = stream.read()
        digest = digest_bytes(data)
        marks: dict[str, Mark] = {}
        for ending, make in ((".br", _make_brotli), (".gz", _make_gzip)):
            compressed = self._recall(f"{digest}-{_FORM}{ending}", data, make)
            if len(compressed) < len(data):
                marks[path + ending] = save_output(self.site, Output(path + ending, compressed))
        return marks

    def _recall(self, name: str, data: bytes, make: Callable[[bytes], bytes]) -> bytes:
        """The result for the data, from before or made now."""
        kept = self.folder / name[:2] / name
        try:
            compressed = kept.read_bytes()
            os.utime(kept)
        except OSError:
            compressed = make(data)
            save_cache(kept, compressed)
        return compressed


def _make_brotli(data: bytes) -> bytes:
    import brotli

    return brotli.compress(data, mode=brotli.MODE_TEXT, quality=11)


def _make_gzip(data: bytes) -> bytes:
    """Without name and time, so that the same bytes give the same bytes."""
    import gzip

    return gzip.compress(data, 9, mtime=0)


def _forget_old(folder: Path) -> None:
    """What no build has asked for lately is gone."""
    oldest = time.time() - _KEPT_SECONDS
    for group in folder.iterdir():
        for kept in group.iterdir() if group.is_dir() else ():
            if kept.stat().st_mtime < oldest:
                kept.unlink(missing_ok=True)
