"""Apertium, where it is installed: rules and dictionaries, free of models, quick and rough.

Touches the process, and the disk: reads which pairs are installed. One pipeline of its tools runs
for each batch, and each text is closed by a zero byte, so that none can get into another's place.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from waypost.model.finding import Failure
from waypost.translation.engines.apertium_stream import parse_stream, render_stream
from waypost.translation.engines.by_sentence import translate_by_sentence
from waypost.translation.engines.model_process import KEPT, SECONDS_A_CHARACTER
from waypost.translation.engines.packs import Pack, Route, find_route
from waypost.translation.engines.protocol import EngineCrash, MissingPair

_PATIENCE_SECONDS = 60.0
_TAIL = 300
_INSTALL = (
    "Debian and Ubuntu: sudo apt-get install apertium apertium-eng-spa (or the package of another "
    "pair; apt-cache search apertium lists them). Elsewhere: wiki.apertium.org/wiki/Installation"
)


def apertium_codes(code: str) -> tuple[str, ...]:
    """The codes by which Apertium may know a BCP 47 language: `por_BR`, `pt_BR`, `por`, `pt`."""
    import icu

    language, _, rest = code.partition("-")
    three = icu.Locale(language).getISO3Language() or language
    regions = [part for part in rest.split("-") if len(part) == 2]
    codes = [f"{name}_{region}" for region in regions for name in (three, language)]
    return tuple(dict.fromkeys((*codes, three, language)))


class ApertiumEngine:
    """Translates with the pairs that are installed beside the program `apertium`."""

    name = "apertium"
    keeps_markup = False

    def __init__(self, program: str = "apertium", patience: float = _PATIENCE_SECONDS) -> None:
        self._name = program
        self._patience = patience

    @cached_property
    def _program(self) -> Path:
        found = shutil.which(self._name)
        if found is None:
            raise Failure("Apertium isn't installed", _INSTALL)
        return Path(found)

    @cached_property
    def version(self) -> str:
        """The version of Apertium; raises Failure if it isn't installed."""
        said = self._call(["-V"], b"", self._patience).decode("utf-8", "replace")
        number = re.search(r"\d+(?:\.\d+)+", said)
        return number[0] if number else "unknown"

    @cached_property
    def _packs(self) -> tuple[Pack, ...]:
        """The installed pairs; the path of each is its mode's name."""
        said = self._call(["-l"], b"", self._patience).decode("utf-8", "replace")
        modes = [tuple(line.strip().split("-")) for line in said.splitlines()]
        return tuple(Pack(mode[0], mode[1], "", Path("-".join(mode))) for mode in modes if mode[1:])

    def stamp(self, source: str, target: str) -> str:
        """`apertium 3.8.3 eng_spa 5a0b1c2d`: the last is of the digest of the pair's data."""
        route = self._route(source, target)
        legs = [f"{pack.source}_{pack.target} {self._digest(pack)}" for pack in route.packs]
        return f"{self.name} {self.version} {' '.join(legs)}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Each text sentence by sentence; empty where a word of it isn't in the dictionaries.

        Names may stay as they are. Raises Failure if Apertium or the pair is missing, or it
        crashes twice, hangs or talks nonsense.
        """
        route = self._route(source, target)

        def ask(batch: Sequence[str]) -> list[str | None]:
            done: list[str | None] = list(batch)
            for pack in route.packs:
                there = [(index, text) for index, text in enumerate(done) if text]
                results = self._run(pack.path.name, [text for _, text in there]) if there else []
                for (index, _), result in zip(there, results, strict=True):
                    done[index] = result
            return done

        return translate_by_sentence(texts, source, target, ask)

    def close(self) -> None:
        """Nothing is held open: each batch has a process of its own."""

    def _route(self, source: str, target: str) -> Route:
        route = find_route(self._packs, source, target, apertium_codes)
        if route is None:
            there = ", ".join(pack.path.name for pack in self._packs) or "none"
            raise MissingPair(
                f"no installed pair of Apertium translates from {source} to {target} "
                f"(installed: {there})",
                _INSTALL,
            )
        return route

    def _run(self, mode: str, texts: Sequence[str]) -> list[str]:
        patience = self._patience + SECONDS_A_CHARACTER * sum(map(len, texts))
        arguments = ["-z", "-f", "none", mode]
        try:
            answer = self._call(arguments, render_stream(texts), patience)
            return parse_stream(answer, texts)
        except ValueError as error:  # not UTF-8, or too few
            raise Failure(
                f"Apertium answered with nonsense: {error}",
                f"Install the pair {mode} anew, or choose another engine. {KEPT}",
            ) from error

    def _call(self, arguments: Sequence[str], question: bytes, patience: float) -> bytes:
        """What the program says; one that crashed is started again, once."""
        for attempt in (1, 2):
            code, said, errors = self._call_once(arguments, question, patience)
            if code == 0:
                return said
            if attempt == 2:
                last = errors[-_TAIL:].decode("utf-8", "replace").strip().splitlines()
                raise EngineCrash(
                    f"Apertium failed twice on the same texts (exit code {code}; "
                    f"{last[-1] if last else 'it said nothing'})",
                    f"Install it and the pair anew, or choose another engine. {KEPT}",
                )
        return b""

    def _call_once(
        self, arguments: Sequence[str], question: bytes, patience: float
    ) -> tuple[int, bytes, bytes]:
        process = subprocess.Popen(
            [str(self._program), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # `apertium` starts a dozen tools: they are ended together
        )
        try:
            said, errors = process.communicate(question, timeout=patience)
        except subprocess.TimeoutExpired:
            _end_group(process)
            raise Failure(
                f"Apertium gave no answer for {patience:.0f} seconds; it was stopped",
                f"Close other programs and run it again. {KEPT}",
            ) from None
        except BaseException:  # also when interrupted: nothing may be left running
            _end_group(process)
            raise
        return process.returncode, said, errors

    def _digest(self, pack: Pack) -> str:
        """The beginning of the digest of all files that the pair's mode names."""
        data = Path(os.environ.get("APERTIUM_DATADIR", self._program.parents[1] / "share/apertium"))
        mode = data / "modes" / f"{pack.path.name}.mode"
        digest = blake2b(digest_size=4)
        try:
            text = mode.read_text("utf-8")
            for name in re.findall(r"'([^']+)'", text):
                digest.update(Path(name).read_bytes())
        except OSError as error:
            raise Failure(
                f"the data of Apertium's pair {pack.path.name} can't be read: {error}", _INSTALL
            ) from error
        return digest.hexdigest()


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """The process and all that it started are gone."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
