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
from waypost.translation.engines.line_process import (
    LineProcess,
    ProcessEndedError,
    ProcessGarbledError,
    ProcessSilentError,
)
from waypost.translation.engines.packs import Pack, Route, find_route, load_packs, unpack_pack

_WORKER = (sys.executable, "-P", "-m", "waypost.translation.engines.argos_worker")
_DISTRIBUTIONS = ("argos-translate-lt", "argostranslate")
_BATCH = 64
_PATIENCE_SECONDS = 300.0
_TUNING = (
    "ARGOS_BATCH_SIZE",
    "ARGOS_BEAM_SIZE",
    "ARGOS_COMPUTE_TYPE",
    "ARGOS_DEVICE_TYPE",
    "ARGOS_INTER_THREADS",
    "ARGOS_INTRA_THREADS",
)
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_KEPT = "What is done so far is kept; a second run goes on from there."


class ArgosEngine:
    """Translates with the Argos packs of one folder; the process starts at the first text."""

    name = "argos"
    keeps_markup = False

    def __init__(
        self,
        packs: Path,
        *,
        cache: Path | None = None,
        patience: float = _PATIENCE_SECONDS,
        command: Sequence[str] = _WORKER,
    ) -> None:
        self._folder = packs
        self._cache = cache
        self._patience = patience
        self._command = tuple(command)
        self._process: LineProcess | None = None
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
        from waypost.locales.sentences import split_sentences

        if not self.version:  # asking raises the Failure that says how to install it
            return []
        folders = [
            str(unpack_pack(pack, self._room())) for pack in self._route(source, target).packs
        ]
        split = [split_sentences(text, source) for text in texts]
        sentences = tuple(
            dict.fromkeys(one.strip() for parts in split for one in parts if one.strip())
        )
        said: dict[str, str | None] = {}
        for start in range(0, len(sentences), _BATCH):
            batch = sentences[start : start + _BATCH]
            said.update(zip(batch, self._ask(folders, batch), strict=True))
        spaceless = target.partition("-")[0] in _SPACELESS
        return [_rejoin(parts, said, spaceless=spaceless) for parts in split]

    def close(self) -> None:
        """The process is ended and the scratch folder removed."""
        if self._process is not None:
            self._process.close()
            self._process = None
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def __enter__(self) -> ArgosEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The number of the process, if one is running."""
        return None if self._process is None else self._process.pid

    def _route(self, source: str, target: str) -> Route:
        route = find_route(self._packs, source, target)
        if route is None:
            there = ", ".join(pack.name for pack in self._packs) or "none"
            raise Failure(
                f"no Argos pack translates from {source} to {target} (in {self._folder}: {there})",
                f"Put a pack for {source} to {target} (*.argosmodel) into {self._folder}.",
            )
        return route

    def _room(self) -> Path:
        """The cache folder; one that lasts as long as the engine if none was given."""
        if self._cache is not None:
            return self._cache
        if self._scratch is None:
            self._scratch = tempfile.TemporaryDirectory(prefix="waypost-argos-")
        return Path(self._scratch.name)

    def _ask(self, folders: Sequence[str], batch: Sequence[str]) -> list[str | None]:
        """The worker's translations. A worker that crashed is started again, once."""
        question = {"packs": list(folders), "texts": list(batch)}
        try:
            try:
                answer = self._ask_once(question)
            except ProcessEndedError:
                self._process = None
                answer = self._ask_once(question)
            return _parse_answer(answer, len(batch))
        except BaseException as error:
            # Also when interrupted: a late answer must never be taken for that to a later question.
            if self._process is not None:
                self._process.kill()
                self._process = None
            if isinstance(error, ProcessEndedError):
                raise _crash(error) from error
            raise

    def _ask_once(self, question: object) -> object:
        if self._process is None:
            self._process = LineProcess(self._command, _environment(self._room()))
        try:
            return self._process.ask(question, self._patience)
        except ProcessSilentError as error:
            raise Failure(
                f"Argos Translate gave no answer for {self._patience:g} seconds; it was stopped",
                f"Close other programs and run it again. {_KEPT}",
            ) from error
        except ProcessGarbledError as error:
            raise _nonsense(str(error)) from error


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


def _parse_answer(answer: object, count: int) -> list[str | None]:
    match answer:
        case {"texts": list(texts)} if len(texts) == count and all(
            text is None or isinstance(text, str) for text in texts
        ):
            return texts
        case {"error": str(error)} if error.startswith(("ImportError", "ModuleNotFoundError")):
            raise Failure(
                f"Argos Translate can't be loaded: {error}",
                "Run: pip install --force-reinstall 'waypost[argos]'",
            )
        case {"error": str(error)}:
            raise Failure(
                f"Argos Translate could not use the pack: {error}",
                "Download the pack again, or take an older one that fits this version of Argos.",
            )
    raise _nonsense(repr(answer)[:200])


def _nonsense(answer: str) -> Failure:
    return Failure(
        f"Argos Translate's process answered with nonsense: {answer}",
        "Install it anew: pip install --force-reinstall 'waypost[argos]'",
    )


def _crash(error: ProcessEndedError) -> Failure:
    last = error.tail.splitlines()[-1] if error.tail else "it said nothing"
    return Failure(
        f"Argos Translate crashed twice on the same texts (exit code {error.code}; {last})",
        f"If memory was short (code -9), close other programs or take a smaller pack. {_KEPT}",
    )


def _rejoin(parts: Sequence[str], said: Mapping[str, str | None], *, spaceless: bool) -> str:
    """The translated sentences with the white space of the source between them.

    Empty if one sentence has no translation: half a text is none.
    """
    out: list[str] = []
    for part in parts:
        sentence = part.strip()
        if not sentence:
            out.append(part)
            continue
        result = said[sentence]
        if not result:
            return ""
        start = part.index(sentence)
        between = part[start + len(sentence) :]
        out.append(part[:start] + result + ("" if spaceless and between == " " else between))
    return "".join(out)
