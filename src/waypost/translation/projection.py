"""Pairs put back into a text that was translated without them, only where there is no doubt.

The words inside a pair are translated on their own and looked for in the translated text. Where
they are found once, the pair stands around them; where they aren't, or twice, it has no place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from waypost.model.text import Syntax
from waypost.translation.pieces import Hide, Kind, Piece, drop_pairs, find_structure, split_pieces

_ALIKE = 84.0
"""Out of 100: how like the words on their own those of the sentence must be."""
_APART = 12.0
"""By how much the best place must beat every other."""
_WORD = re.compile(r"\{[^{}]*\}|[^\W_]+(?:['’][^\W_]+)*")
_ENDS = " .,;:!?…。।።။។،؛"


class Pair(msgspec.Struct, frozen=True):
    """An opening and a closing token, by their numbers among the pieces, and what stands inside."""

    opening: int
    closing: int
    inner: str
    """Without pairs that stand inside this one."""

    @property
    def said(self) -> str:
        """What the engine is asked for: the inner words without the sentence's punctuation."""
        return self.inner.strip(_ENDS)


def list_pairs(pieces: Sequence[Piece]) -> tuple[Pair, ...]:
    """The pairs among the pieces, in the order in which they open."""
    numbers = [index for index, piece in enumerate(pieces) if piece.kind is not None]
    pairs = [
        Pair(numbers[piece.opener], index, drop_pairs(pieces[numbers[piece.opener] + 1 : index]))
        for index, piece in enumerate(pieces)
        if piece.kind is Kind.CLOSE and piece.opener is not None
    ]
    return tuple(sorted(pairs, key=lambda pair: pair.opening))


def place_pairs(
    unit: str, plain: str, inner: Mapping[str, str], language: tuple[str, str], hide: Hide
) -> tuple[str | None, tuple[Pair, ...]]:
    """`plain` with the pairs of `unit` in it, and those pairs that have no certain place.

    `plain` is the translation of the unit without its pairs, `inner` that of each pair's `said`;
    `language` is the source's and the target's code. The text is None if a link has no place,
    pairs cross, or one would cut what `hide` finds.
    """
    pieces = split_pieces(unit) or ()
    pairs = list_pairs(pieces)
    whole = drop_pairs(pieces)
    places: dict[Pair, tuple[int, int]] = {}
    for pair in pairs:
        place = _find_place(pair, whole, plain, inner.get(pair.said), language)
        if place is not None:
            places[pair] = place
    lost = tuple(pair for pair in pairs if pair not in places)
    if any(pieces[pair.opening].source == "[" for pair in lost):
        return None, lost
    if not _is_nested(places):
        return None, pairs
    text = _insert(plain, pieces, places)
    if lost:
        kept = {index for pair in places for index in (pair.opening, pair.closing)}
        unit = "".join(
            piece.source
            for index, piece in enumerate(pieces)
            if piece.kind in {None, Kind.ALONE} or index in kept
        )
    is_sound = find_structure(text, Syntax.MARKUP) == find_structure(unit, Syntax.MARKUP)
    is_sound = is_sound and _count_alone(text, hide) == _count_alone(plain, hide)
    return (text if is_sound else None), lost


def _count_alone(text: str, hide: Hide) -> Counter[str]:
    pieces = split_pieces(text, hide=hide) or ()
    return Counter(piece.source for piece in pieces if piece.kind is Kind.ALONE)


def _find_place(
    pair: Pair, whole: str, plain: str, inner: str | None, language: tuple[str, str]
) -> tuple[int, int] | None:
    """From where to where in `plain` the pair stands, if there is one such place."""
    if not pair.said:
        return None
    if not _has_words(pair.said):
        # Facts alone: their place is known.
        return _only(pair.inner.strip(), plain) if whole.count(pair.inner.strip()) == 1 else None
    if pair.inner.strip(_ENDS) == whole.strip(_ENDS):
        return _trimmed(plain, 0, len(plain), with_end=pair.inner.rstrip() == whole.rstrip())
    return (
        _find_sentences(pair, whole, plain, language)
        or _find_lead(pair, whole, plain)
        or _find_words(pair, whole, plain, inner)
    )


def _has_words(text: str) -> bool:
    return any(char.isalpha() for char in re.sub(r"\{[^{}]*\}", "", text))


def _only(text: str, within: str) -> tuple[int, int] | None:
    at = within.find(text)
    return (at, at + len(text)) if at >= 0 and within.find(text, at + 1) < 0 else None


def _trimmed(text: str, start: int, end: int, *, with_end: bool) -> tuple[int, int]:
    """The place without white space, and without the last punctuation unless `with_end`."""
    part = text[start:end]
    signs = None if with_end else _ENDS
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip(signs))


def _find_sentences(
    pair: Pair, whole: str, plain: str, language: tuple[str, str]
) -> tuple[int, int] | None:
    """The place where the pair is whole sentences, and both texts have as many."""
    from waypost.locales.sentences import split_sentences

    sources = split_sentences(whole, language[0])
    if len(sources) < 2:
        return None
    results = split_sentences(plain, language[1])
    if len(results) != len(sources):
        return None
    for first in range(len(sources)):
        for last in range(first + 1, len(sources) + 1):
            if "".join(sources[first:last]).strip(_ENDS) == pair.inner.strip(_ENDS):
                if "".join(sources).count(pair.inner) > 1:
                    return None
                start = sum(map(len, results[:first]))
                end = start + sum(map(len, results[first:last]))
                return _trimmed(plain, start, end, with_end=pair.inner.rstrip()[-1:] in _ENDS)
    return None


def _find_lead(pair: Pair, whole: str, plain: str) -> tuple[int, int] | None:
    """The place of the words before the one colon: **By mail:** send the form."""
    lead, colon, _ = whole.partition(":")
    if not colon or whole.count(":") != 1 or pair.inner.strip(_ENDS) != lead.strip(_ENDS):
        return None
    found = re.findall("[:：]", plain)
    if len(found) != 1:
        return None
    at = plain.index(found[0])
    return _trimmed(plain, 0, at + 1, with_end=pair.inner.rstrip().endswith(":"))


def _find_words(pair: Pair, whole: str, plain: str, inner: str | None) -> tuple[int, int] | None:
    """The place of the inner words' own translation, or of words that are almost the same."""
    wanted = _WORD.findall(inner or "")
    if not wanted or _count_words(_WORD.findall(pair.said), _WORD.findall(whole)) != 1:
        return None
    words = list(_WORD.finditer(plain))
    exact = _count_words(wanted, [word.group() for word in words])
    if exact > 1:
        return None
    best = _find_window(wanted, words, len(wanted)) if exact else _find_alike(wanted, words)
    if best is None:
        return None
    start, end = words[best[0]].start(), words[best[1] - 1].end()
    following = plain[end : end + 1]
    if following and following in _ENDS and pair.inner.rstrip().endswith(following):
        end += 1
    return start, end


def _fold(words: Sequence[str]) -> list[str]:
    return [word.casefold().replace("’", "'") for word in words]


def _count_words(wanted: Sequence[str], words: Sequence[str]) -> int:
    """How often the words stand one after another."""
    wanted, words = _fold(wanted), _fold(words)
    size = len(wanted)
    return sum(words[at : at + size] == wanted for at in range(len(words) - size + 1))


def _find_window(
    wanted: Sequence[str], words: Sequence[re.Match[str]], size: int
) -> tuple[int, int] | None:
    folded, goal = _fold([word.group() for word in words]), _fold(wanted)
    for at in range(len(folded) - size + 1):
        if folded[at : at + size] == goal:
            return at, at + size
    return None


def _find_alike(wanted: Sequence[str], words: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    """The run of words most like the wanted ones, if no other comes near it."""
    from rapidfuzz.fuzz import ratio

    goal = " ".join(_fold(wanted))
    folded = _fold([word.group() for word in words])
    if len(goal) < 5:
        return None
    scored: list[tuple[float, int, int]] = []
    for size in range(max(1, len(wanted) - 1), len(wanted) + 2):
        for at in range(len(folded) - size + 1):
            score = ratio(goal, " ".join(folded[at : at + size]))
            scored.append((score, at, at + size))
    if not scored:
        return None
    score, start, end = max(scored, key=lambda one: (one[0], one[1] - one[2]))
    others = (each for each, first, last in scored if last <= start or first >= end)
    if score < _ALIKE or max(others, default=0.0) > score - _APART:
        return None
    return start, end


def _is_nested(places: Mapping[Pair, tuple[int, int]]) -> bool:
    """Whether the places lie in one another as the pairs do, and apart where these are apart."""
    listed = list(places.items())
    for number, (outer, (start, end)) in enumerate(listed):
        if start >= end:
            return False
        for inner, (first, last) in listed[number + 1 :]:
            is_inside = inner.closing < outer.closing
            if is_inside and not start <= first <= last <= end:
                return False
            if not is_inside and not (last <= start or first >= end):
                return False
    return True


def _insert(plain: str, pieces: Sequence[Piece], places: Mapping[Pair, tuple[int, int]]) -> str:
    marks: list[tuple[int, int, int, str]] = []
    for pair, (start, end) in places.items():
        # At one place all that closes stands before all that opens; the inner one closes first.
        marks.append((start, 1, pair.opening, pieces[pair.opening].source))
        marks.append((end, 0, -pair.opening, pieces[pair.closing].source))
    out: list[str] = []
    at = 0
    for where, _, _, source in sorted(marks):
        out += (plain[at:where], source)
        at = where
    return "".join((*out, plain[at:]))
