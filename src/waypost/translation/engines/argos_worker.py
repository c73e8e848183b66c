"""The process that holds Argos Translate's models; started by `argos`, never imported by it.

Touches the engine, and its own standard streams. Each line of the input is a question
`{"packs": [folder, …], "texts": [sentence, …]}`; each line of the output answers it with
`{"texts": [translation or null, …]}` or `{"error": why}`. It ends when its input ends.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

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


def translate_texts(packs: Sequence[str], texts: Sequence[str]) -> list[str | None]:
    """Each text taken through every pack in order; None where a model refused it."""
    done: list[str | None] = list(texts)
    for folder in packs:
        there = [(index, text) for index, text in enumerate(done) if text]
        results = open_pack(folder)([text for _, text in there]) if there else []
        for (index, _), result in zip(there, results, strict=True):
            done[index] = result
    return done


def _number(name: str, default: int) -> int:
    """A tuning variable of Argos as a number; the default if it isn't one."""
    value = os.environ.get(name, "")
    return int(value) if value.isdecimal() else default


def main() -> None:
    """Answers until the input ends. Ctrl+C is for the parent, who ends us by closing the input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever a library prints must not get into the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    for line in sys.stdin.buffer:
        question = json.loads(line)
        answer: dict[str, object]
        try:
            answer = {"texts": translate_texts(question["packs"], question["texts"])}
        except Exception as error:  # noqa: BLE001  # whatever it is, the parent must hear of it
            answer = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
