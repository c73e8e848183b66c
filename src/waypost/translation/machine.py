"""A machine's translation of segments, whole or not at all.

What an engine must not touch goes through marks (`masking`); if they don't come back whole, through
other marks. Then the text is translated without its pairs and they are put back around the words
that they stood around (`projection`), then in the pieces between the markup (`splitting`). What is
still faulty has no translation, and the caller says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from waypost.model.glossary import Glossary
from waypost.model.replacing import replace
from waypost.model.text import Role, Syntax
from waypost.translation.attempts import has_pairs, translate_masked
from waypost.translation.emphasis import find_emphasis, is_fragile
from waypost.translation.encodings import ENCODINGS, Encoding
from waypost.translation.engines.protocol import Engine
from waypost.translation.job import Job
from waypost.translation.literals import Depth, hide_literals
from waypost.translation.pieces import drop_pairs, is_said, split_pieces
from waypost.translation.projection import Pair, list_pairs, place_pairs
from waypost.translation.splitting import translate_pieces
from waypost.translation.stand_ins import Values
from waypost.translation.steering import steer
from waypost.translation.way import Translated, Way, join_translated

_BROKEN = "the source breaks its syntax"
BY_HAND = "plural forms are not sent to engines"
"""Why a message that chooses by plural or select has no translation."""


class Context(msgspec.Struct, frozen=True):
    """What is known of a text beside its words."""

    role: Role
    values: Values
    """Today's values of its facts."""


def translate_segments(
    engine: Engine,
    texts: Sequence[str],
    source: str,
    target: str,
    *,
    syntax: Syntax = Syntax.MARKUP,
    glossary: Glossary | None = None,
    encodings: Sequence[Encoding] = ENCODINGS,
    contexts: Mapping[str, Context] | None = None,
) -> list[Translated]:
    """What came of each text: a translation that nothing blocks, or none, and which way it went.

    Every translation has the placeables, links, codes and numbers of its source, each as often.
    ICU messages with plural or select have none, unless the engine keeps them by itself. `contexts`
    says of a text what it is on its page, and what its facts are today.
    Raises Failure if the engine isn't there or doesn't answer.
    """
    if engine.keeps_markup:
        results = engine.translate(texts, source, target)
        return [Translated(result, Way.ENGINE) for result in results]

    def ask(batch: Sequence[str]) -> list[str]:
        return engine.translate(batch, source, target)

    job = Job(
        ask,
        source,
        target,
        syntax,
        glossary or Glossary(target),
        tuple(encodings),
        {text: one.role for text, one in (contexts or {}).items()},
    )
    lines = {text: _lines_of(text, syntax) for text in dict.fromkeys(texts)}
    units = dict.fromkeys(line for parts in lines.values() for line in parts if line.strip())
    for text, parts in lines.items():
        if contexts is not None and text in contexts:
            job.values.update(dict.fromkeys(parts, contexts[text].values))
    done = _translate_units(job, tuple(units))
    joined = {text: _join_lines(job, text, parts, done) for text, parts in lines.items()}
    return [joined[text] for text in texts]


def is_by_hand(text: str, syntax: Syntax) -> bool:
    """Whether people translate it: a message that chooses by plural or select."""
    is_message = syntax is Syntax.MESSAGE and "{" in text
    return is_message and split_pieces(text, syntax=syntax) is None


def _lines_of(text: str, syntax: Syntax) -> tuple[str, ...]:
    """The lines of `text` if each one stands on its own; else the whole as one."""
    parts = tuple(text.split("\n"))
    if all(split_pieces(part, syntax=syntax) is not None for part in parts):
        return parts
    return (text,)


def _join_lines(
    job: Job, text: str, lines: Sequence[str], done: Mapping[str, Translated]
) -> Translated:
    """The translated lines as one text; none if one is missing or there is nothing to say."""
    parts = [done[line] for line in lines if line.strip()]
    if not parts:
        return Translated(None, Way.REFUSED, "the source is blank")
    if any(part.text is None for part in parts):
        return join_translated(parts, None)
    joined = "\n".join((done[line].text or "") if line.strip() else line for line in lines)
    result = join_translated(parts, joined)
    # Lines that are sound one by one may repeat one another.
    fault = job.find_fault(text, joined) if len(lines) > 1 and joined != text else ""
    return Translated(None, Way.REFUSED, fault, result.emphasis) if fault else result


def _translate_units(job: Job, units: Sequence[str]) -> dict[str, Translated]:
    """Unit → what came of it."""
    done: dict[str, Translated] = {}
    faults: dict[str, str] = {}
    emphasis: dict[str, tuple[str, ...]] = {}
    hide = hide_literals(job.glossary, Depth.FIRM)
    for unit in units:
        pieces = split_pieces(unit, syntax=job.syntax, hide=hide)
        if pieces is None:
            done[unit] = Translated(
                None, Way.REFUSED, BY_HAND if is_by_hand(unit, job.syntax) else _BROKEN
            )
        elif not any(is_said(piece) for piece in pieces):
            done[unit] = Translated(unit, Way.COPIED)
        elif job.syntax is Syntax.MARKUP and (found := find_emphasis(pieces, job.source)):
            emphasis[unit] = found
    # Marks around “not” keep an engine from seeing the negation: those are put back afterwards.
    done |= _project(job, tuple(emphasis), faults)
    todo = [unit for unit in units if unit not in done and unit not in emphasis]
    done |= steer(job, translate_masked(job, todo, faults))
    if job.syntax is Syntax.MARKUP:
        todo = [unit for unit in todo if unit not in done and has_pairs(unit, job.syntax)]
        done |= _project(job, todo, faults)
    done |= translate_pieces(job, [unit for unit in units if unit not in done])
    for unit in units:
        if unit not in done:
            done[unit] = Translated(None, Way.REFUSED, faults.get(unit, "no way was left"))
        if unit in emphasis:
            done[unit] = replace(done[unit], emphasis=emphasis[unit])
    return done


def _project(job: Job, units: Sequence[str], faults: dict[str, str]) -> dict[str, Translated]:
    """Unit → its translation without pairs, with these put back where they have one place."""
    pieces = {unit: split_pieces(unit, syntax=job.syntax) or () for unit in units}
    plain = {unit: drop_pairs(parts) for unit, parts in pieces.items()}
    pairs = {unit: list_pairs(parts) for unit, parts in pieces.items()}
    inner = dict.fromkeys(
        pair.said for listed in pairs.values() for pair in listed if pair.said.strip()
    )
    for unit in units:
        texts = (plain[unit], *(pair.said for pair in pairs[unit]))
        job.values.update(dict.fromkeys(texts, job.values.get(unit, {})))
    asked = dict.fromkeys((*plain.values(), *inner))
    said = steer(job, translate_masked(job, tuple(asked), {}))
    known = {text: one.text for text, one in said.items() if one.text is not None}
    hide = hide_literals(job.glossary, Depth.FIRM)
    done: dict[str, Translated] = {}
    for unit in units:
        whole = known.get(plain[unit])
        if whole is None:
            faults[unit] = "without its marks too the text came back faulty"
            continue
        text, lost = place_pairs(unit, whole, known, (job.source, job.target), hide)
        if text is None or not all(_may_be_left_out(job, pair) for pair in lost):
            faults[unit] = "the words inside a mark are not found again with certainty"
        elif fault := job.find_fault(unit, text):
            faults[unit] = fault
        else:
            way = Way.UNMARKED if lost else Way.PROJECTED
            done[unit] = Translated(text, way, is_steered=said[plain[unit]].is_steered)
    return done | _mark_as_masked(job, done)


def _may_be_left_out(job: Job, pair: Pair) -> bool:
    """Whether a pair stands around fragile words, and facts at most."""
    words = job.words(pair.inner)
    return any(char.isalpha() for char in words) and is_fragile(words, job.source)


def _mark_as_masked(job: Job, done: Mapping[str, Translated]) -> dict[str, Translated]:
    """What lost an emphasis, with the marks that an engine placed in exactly the same words."""
    units = [unit for unit, one in done.items() if one.way is Way.UNMARKED]
    masked = translate_masked(job, units, {})
    return {
        unit: one
        for unit, one in masked.items()
        if _fold(job, one.text) == _fold(job, done[unit].text)
    }


def _fold(job: Job, text: str | None) -> str:
    """The text without its pairs, for comparison: white space and capitals make no difference."""
    pieces = split_pieces(text or "", syntax=job.syntax) or ()
    return " ".join(drop_pairs(pieces).casefold().split())
