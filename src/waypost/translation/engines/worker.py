"""What every worker process does: answers lines of questions with lines of answers.

Touches its own standard streams, and the signals of its process. Each line of the input is a
question `{"packs": [folder, …], "texts": [sentence, …]}`; each line of the output answers it with
`{"texts": [translation or null, …]}` or `{"error": why}`. It ends when its input ends.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Sequence

OpenPack = Callable[[str], Callable[[Sequence[str]], list[str | None]]]
"""Gives, for a pack's folder, the function that translates sentences with it."""


def translate_texts(
    open_pack: OpenPack, packs: Sequence[str], texts: Sequence[str]
) -> list[str | None]:
    """Each text taken through every pack in order; None where a model refused it."""
    done: list[str | None] = list(texts)
    for folder in packs:
        there = [(index, text) for index, text in enumerate(done) if text]
        results = open_pack(folder)([text for _, text in there]) if there else []
        for (index, _), result in zip(there, results, strict=True):
            done[index] = result
    return done


def serve(open_pack: OpenPack) -> None:
    """Answers until the input ends. Ctrl+C is for the parent, who ends us by closing the input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever a library prints must not get into the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    for line in sys.stdin.buffer:
        question = json.loads(line)
        answer: dict[str, object]
        try:
            answer = {"texts": translate_texts(open_pack, question["packs"], question["texts"])}
        except BaseException as error:  # noqa: BLE001  # a panic of Rust code is no Exception
            answer = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
