"""Argos Translate, in a process of its own: it has effects on import, and models may crash.

Touches the disk (a cache of unpacked packs) and the process. Packs come from a given folder;
Argos' own folders are empty ones of ours, so that nothing of the machine's user is read or
changed, and nothing is downloaded.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import metadata
from pathlib import Path

import waypost
from waypost.model.finding import Failure
from waypost.translation.engines.by_sentence import translate_by_sentence
from waypost.translation.engines.model_process import PATIENCE_SECONDS, ModelProcess, Wording
from waypost.translation.engines.packs import Pack, Route, find_route, load_packs, unpack_pack
from waypost.translation.engines.protocol import MissingPair

_WORKER = (sys.executable, "-P", "-m", "waypost.translation.engines.argos_worker")
_DISTRIBUTIONS = ("argos-translate-lt", "argostranslate")
_TUNING = (
    "ARGOS_BATCH_SIZE",
    "ARGOS_BEAM_SIZE",
    "ARGOS_COMPUTE_TYPE",
    "ARGOS_DEVICE_TYPE",
    "ARGOS_INTER_THREADS",
    "ARGOS_INTRA_THREADS",
)
_WORDING = Wording(
    "Argos Translate",
    "Install it anew: pip install --force-reinstall 'waypost[argos]'",
    "Download the pack again, or take an older one that fits this version of Argos.",
)


class ArgosEngine:
    """Translates with the Argos packs of one folder; the process starts at the first text."""

    name = "argos"
    keeps_markup = False

    def __init__(
        self,
        packs: Path,
        *,
        cache: Path | None = None,
        patience: float = PATIENCE_SECONDS,
        command: Sequence[str] = _WORKER,
    ) -> None:
        self._folder = packs
        self._cache = cache
        self._model = ModelProcess(command, lambda: _environment(self._room()), _WORDING, patience)
        self._folders: dict[Route, tuple[str, ...]] = {}
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    @cached_property
    def version(self) -> str:
        """The version of Argos Translate; raises Failure if it isn't installed."""
        for name in _DISTRIBUTIONS:
            try:
                return metadata.version(name)
            except metadata.PackageNotFoundError:
                continue
        raise Failure("Argos Translate isn't installed", "Run: pip install 'waypost[argos]'")

    @cached_property
    def _packs(self) -> tuple[Pack, ...]:
        return load_packs(self._folder)

    def stamp(self, source: str, target: str) -> str:
        """`argos 1.12.1 en_es 0.1`; through a third language `argos 1.12.1 en_fr 1.9 fr_ht 1.0`."""
        return f"{self.name} {self.version} {self._route(source, target).name}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Each text sentence by sentence; an empty text where the model refused a sentence.

        Raises Failure if Argos or a pack is missing, or the process crashes twice, hangs or talks
        nonsense.
        """
        if not self.version:  # asking raises the Failure that says how to install it
            return []
        folders = self._unpack(self._route(source, target))
        return translate_by_sentence(
            texts, source, target, lambda batch: self._model.ask(folders, batch)
        )

    def close(self) -> None:
        """The process is ended and the scratch folder removed."""
        self._model.close()
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None
            self._folders.clear()

    def __enter__(self) -> ArgosEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The number of the process, if one is running."""
        return self._model.pid

    def _route(self, source: str, target: str) -> Route:
        route = find_route(self._packs, source, target)
        if route is None:
            there = ", ".join(pack.name for pack in self._packs) or "none"
            raise MissingPair(
                f"no Argos pack translates from {source} to {target} (in {self._folder}: {there})",
                f"Put a pack for {source} to {target} (*.argosmodel) into {self._folder}.",
            )
        return route

    def _unpack(self, route: Route) -> tuple[str, ...]:
        """The folders of the route's packs; each archive is read once."""
        if route not in self._folders:
            packs = [unpack_pack(pack, self._room()) for pack in route.packs]
            self._folders[route] = tuple(map(str, packs))
        return self._folders[route]

    def _room(self) -> Path:
        """The cache folder; one that lasts as long as the engine if none was given."""
        if self._cache is not None:
            return self._cache
        if self._scratch is None:
            self._scratch = tempfile.TemporaryDirectory(prefix="waypost-argos-")
        return Path(self._scratch.name)


def _environment(room: Path) -> Mapping[str, str]:
    """The variables of our process, with folders of our own for everything that Argos keeps."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _TUNING or not name.startswith(("ARGOS_", "XDG_", "SNAP"))
    }
    home = room / "home"
    home.mkdir(parents=True, exist_ok=True)
    code = str(Path(waypost.__file__).parent.parent)
    return kept | {
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "ARGOS_PACKAGES_DIR": str(home / "packages"),
        "PYTHONPATH": os.pathsep.join(filter(None, (code, os.environ.get("PYTHONPATH")))),
    }
