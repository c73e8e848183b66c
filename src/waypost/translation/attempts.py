"""Texts with marks, asked of an engine: only what comes back whole and sound is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from waypost.model.text import Syntax
from waypost.translation.encodings import Encoding
from waypost.translation.job import Job
from waypost.translation.literals import Depth, hide_literals
from waypost.translation.masking import Masked, protect, unprotect
from waypost.translation.pieces import Hide, Kind, drop_pairs, find_words, split_pieces
from waypost.translation.stand_ins import StandIns, put_values, take_values
from waypost.translation.way import Translated, Way

NO_ANSWER = "the engine gave no translation of it"
LOST_MARK = "a mark was lost, doubled or moved"
LEFT_OVER = "words beside a mark were not translated"
_SPACES = re.compile(" {2,}")


def translate_masked(
    job: Job, units: Sequence[str], faults: dict[str, str]
) -> dict[str, Translated]:
    """Unit → translation, for those that came back whole in one of the encodings.

    What was wrong with the others is left in `faults`.
    """
    done: dict[str, Translated] = {}
    firm, numbers = (hide_literals(job.glossary, depth) for depth in Depth)
    first, *others = job.encodings
    hides = {unit: firm for unit in units if job.values.get(unit)}
    for unit, (_, text) in ask_masked(job, hides, first, {}, by_value=True).items():
        done[unit] = Translated(text, Way.BY_VALUE)
    plans = [(first, firm), (first, numbers), *((each, numbers) for each in others)]
    for encoding, hide in plans:
        todo = [unit for unit in units if unit not in done]
        if not todo:
            break
        hides = dict.fromkeys(todo, hide)
        for unit, (masked, text) in ask_masked(job, hides, encoding, faults).items():
            if not masked.tokens.tokens:
                way = Way.PLAIN
            else:
                way = Way.MASKED if (encoding, hide) == plans[0] else Way.OTHER_MARKS
            done[unit] = Translated(text, way)
    return done


def ask_masked(
    job: Job,
    hides: Mapping[str, Hide],
    encoding: Encoding,
    faults: dict[str, str],
    *,
    by_value: bool = False,
) -> dict[str, tuple[Masked, str]]:
    """Unit → what was hidden and the translation, where it came back whole and sound.

    With `by_value`, facts stand in the text with today's values, and texts without are left out.
    """
    masks: dict[str, Masked] = {}
    stand_ins: dict[str, StandIns] = {}
    for unit, hide in hides.items():
        masked = protect(unit, syntax=job.syntax, encoding=encoding, hide=hide)
        # A text without marks is the same in every encoding: it was judged already.
        if masked is None or (not masked.tokens.tokens and unit in faults):
            continue
        if by_value:
            found = put_values(masked, job.values.get(unit, {}))
            if found is None:
                continue
            stand_ins[unit] = found
        masks[unit] = masked
    asked = {unit: (stand_ins.get(unit) or masked).text.strip() for unit, masked in masks.items()}
    done: dict[str, tuple[Masked, str]] = {}
    for (unit, masked), result in zip(masks.items(), job.say([*asked.values()]), strict=True):
        text = _read_answer(masked, stand_ins.get(unit), result)
        fault = _find_fault(job, unit, result, text)
        if text is None or fault:
            faults[unit] = fault
        else:
            done[unit] = (masked, text)
    left = _find_left_over(job, {unit: text for unit, (_, text) in done.items()})
    for unit in left:
        del done[unit]
        faults[unit] = LEFT_OVER
    return done


def _read_answer(masked: Masked, stand_ins: StandIns | None, result: str) -> str | None:
    """The engine's answer with all that was hidden; None if something of it isn't there once."""
    said = result if "  " in masked.text else _SPACES.sub(" ", result)
    if stand_ins is not None:
        found = take_values(said, stand_ins)
        if found is None:
            return None
        said = found
    return unprotect(framed(masked.text, said), masked.tokens)


def _find_fault(job: Job, unit: str, result: str, text: str | None) -> str:
    if not result.strip():
        return NO_ANSWER
    return LOST_MARK if text is None else job.find_fault(unit, text)


def _find_left_over(job: Job, texts: Mapping[str, str]) -> set[str]:
    """The units whose marks kept the engine from translating words that it knows.

    A word that stays without marks too is a name, or the same in both languages.
    """
    suspects: dict[str, str] = {}
    for unit, text in texts.items():
        pieces = split_pieces(unit, syntax=job.syntax) or ()
        if any(piece.kind is not None for piece in pieces) and job.find_left_over(unit, text):
            suspects[unit] = without_tokens(unit, job.syntax)
    plain = job.say(list(suspects.values()))
    known = {
        unit: {word.casefold() for word in result.split()}
        for unit, result in zip(suspects, plain, strict=True)
    }
    return {
        unit
        for unit, words in known.items()
        if any(
            not any(word in other for other in words)
            for word in job.find_left_over(unit, texts[unit])
        )
    }


def without_tokens(unit: str, syntax: Syntax) -> str:
    """The words of a unit as a plain sentence: no pair, and nothing where a token stands."""
    if syntax is Syntax.MARKUP:
        pieces = split_pieces(unit, syntax=syntax) or ()
        unit = drop_pairs(pieces)
    return " ".join(find_words(unit, syntax).split())


def framed(source: str, result: str) -> str:
    """`result` with the white space that `source` begins and ends with."""
    start = len(source) - len(source.lstrip())
    end = len(source.rstrip())
    return source[:start] + result.strip() + source[end:]


def has_pairs(unit: str, syntax: Syntax) -> bool:
    """Whether strong, emphasis or a link stands in the unit."""
    pieces = split_pieces(unit, syntax=syntax) or ()
    return any(piece.kind is Kind.OPEN for piece in pieces)
