"""The process that holds Argos Translate's models; started by `argos`, never imported by it.

Touches the engine. `worker` says how it is asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from waypost.translation.engines.worker import serve

_Translate = Callable[[Sequence[str]], list[str | None]]
_MODELS_IN_MEMORY = 3
_BEAM, _BATCH_TOKENS = 4, 1024
# Argos' own 0.2 makes CTranslate2 4.8.5 lose its best hypothesis in 1 of 70 sentences, and words
# with it; without a penalty it gave the best one for all 1,232 sentences of the tiny pack.
_LENGTH_PENALTY = 0


@lru_cache(maxsize=_MODELS_IN_MEMORY)
def open_pack(folder: str) -> _Translate:
    """A function that translates sentences with the pack in `folder`.

    The pack is opened by its folder, not asked for by its languages: so Argos neither goes
    through a third language, nor trips over strange folders, nor fetches a sentence splitter.
    """
    import ctranslate2
    from argostranslate.package import Package

    pack = Package(Path(folder))
    translator = ctranslate2.Translator(
        str(pack.package_path / "model"),
        device=os.environ.get("ARGOS_DEVICE_TYPE", "cpu"),
        inter_threads=_number("ARGOS_INTER_THREADS", 1),
        intra_threads=_number("ARGOS_INTRA_THREADS", 0),
        compute_type=os.environ.get("ARGOS_COMPUTE_TYPE", "default"),
    )
    prefix = pack.target_prefix

    def run(texts: Sequence[str]) -> list[str]:
        results = translator.translate_batch(
            [pack.tokenizer.encode(text) for text in texts],
            target_prefix=[[prefix]] * len(texts) if prefix else None,
            replace_unknowns=True,
            max_batch_size=_number("ARGOS_BATCH_SIZE", _BATCH_TOKENS),
            batch_type="tokens",
            beam_size=_number("ARGOS_BEAM_SIZE", _BEAM),
            num_hypotheses=1,
            length_penalty=_LENGTH_PENALTY,
        )
        said = [str(pack.tokenizer.decode(result.hypotheses[0])) for result in results]
        return [text.removeprefix(prefix).strip() for text in said]

    def translate(texts: Sequence[str]) -> list[str | None]:
        try:
            return list(run(texts))
        except RuntimeError:
            # One sentence may be too long for the model: it must not cost the others.
            return [_try_alone(run, text) for text in texts]

    return translate


def _try_alone(run: Callable[[Sequence[str]], list[str]], text: str) -> str | None:
    try:
        return run([text])[0]
    except RuntimeError as error:
        sys.stderr.write(f"no translation for {text[:60]!r}: {error}\n")
        return None


def _number(name: str, default: int) -> int:
    """A tuning variable of Argos as a number; the default if it isn't one."""
    value = os.environ.get(name, "")
    return int(value) if value.isdecimal() else default


if __name__ == "__main__":
    serve(open_pack)
