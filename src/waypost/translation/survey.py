"""How well each kind of marks comes back from an engine, measured on sentences.

To come back whole is not enough: marks that grow together with a word keep the engine from
translating it. So what counts is a text that is whole, sound, and leaves no word untranslated that
the engine translates without marks.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waypost.model.glossary import Glossary
from waypost.translation.attempts import LEFT_OVER, LOST_MARK, ask_masked
from waypost.translation.encodings import ENCODINGS, Encoding
from waypost.translation.job import Job
from waypost.translation.literals import Depth, hide_literals
from waypost.translation.pieces import is_said, split_pieces


class Score(msgspec.Struct, frozen=True):
    """What came of the sentences in one encoding."""

    encoding: Encoding
    sentences: int
    good: int
    """Whole, sound, every word translated."""
    lost: int
    """A mark was lost, doubled or moved to where it can't stand."""
    left_over: int
    """Whole, and words beside a mark were not translated."""

    @property
    def faulty(self) -> int:
        """Those with another fault: a number, an address, a loop."""
        return self.sentences - self.good - self.lost - self.left_over


def choose_sentences(texts: Sequence[str], most: int, glossary: Glossary) -> tuple[str, ...]:
    """Up to `most` of the texts that need marks, spread evenly over them, each once."""
    hide = hide_literals(glossary, Depth.FIRM)
    fit: list[str] = []
    for text in dict.fromkeys(texts):
        pieces = split_pieces(text, hide=hide) or ()
        has_marks = any(piece.kind is not None for piece in pieces)
        if has_marks and "\n" not in text and any(is_said(piece) for piece in pieces):
            fit.append(text)
    step = max(1, -(-len(fit) // most)) if most else len(fit) + 1
    return tuple(fit[::step])[:most]


def score_encodings(job: Job, sentences: Sequence[str]) -> tuple[Score, ...]:
    """The score of every encoding, best first; of equal ones the usual order."""
    hide = hide_literals(job.glossary, Depth.FIRM)
    scores: list[Score] = []
    for encoding in ENCODINGS:
        faults: dict[str, str] = {}
        done = ask_masked(job, dict.fromkeys(sentences, hide), encoding, faults)
        whys = [faults.get(text, LOST_MARK) for text in sentences if text not in done]
        scores.append(
            Score(
                encoding,
                len(sentences),
                len(done),
                whys.count(LOST_MARK),
                whys.count(LEFT_OVER),
            )
        )
    return tuple(sorted(scores, key=lambda score: (-score.good, score.lost)))
