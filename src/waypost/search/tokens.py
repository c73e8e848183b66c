"""Words of a text, as the index holds them.

The client splits what is asked by the same rules: maximal runs of letters, marks and digits in
shaped text. Runs of scripts without spaces are split by ICU's dictionaries, and by pairs of
characters besides, since a browser's dictionary may be another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from itertools import chain, filterfalse, pairwise
from operator import add

from waypost.search.affixes import trim_prefix
from waypost.search.fold import fold_word, shape_text
from waypost.search.korean import trim_particles
from waypost.search.letters import list_marks
from waypost.search.rules import Kind, Rules

# Nobody types more of a word, and an address of 300 letters would fill a shard.
LONGEST = 64

_HAN = "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u3099\u309a\u309d-\u309f"
_HAN += "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf"
_HAN += "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
# Thai, Lao, Myanmar, Khmer: only what belongs to words.
_SEA = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u109d\u1780-\u17d3"
_SEA += "\u17d7\u17dc\u17dd\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa76\uaa7a-\uaa7f"
UNSPACED = _HAN + _SEA


_APOSTROPHES = re.compile("['`´‘’ʼ]")
_THOUSANDS = re.compile(r"([0-9])[.,٬](?=[0-9]{3}(?![0-9]))")
_SEPARATORS = re.compile(r"[-‐–−./(]")
_ASCII_CHUNK = re.compile(r"[a-z0-9]+(?:[-./(][a-z0-9]+)*")
# Signs that end a sentence wherever they stand; and a full stop, which may also shorten a word.
_ENDS = "\n!?。।॥။።፧؟"
_ENDS_OF_LINES = frozenset(f".{_ENDS}")
_END = rf"""[{_ENDS}]|\.(?=[\s"”’»)\]])"""
_ASCII_CHUNK_OR_END = re.compile(f"{_ASCII_CHUNK.pattern}|{_END}")
_REMEMBERED = 1 << 16
"""Chunks of text that are kept in mind, so that a preview doesn't grow for ever."""
_UNSPACED = frozenset({Kind.HAN, Kind.SEA})
_TRIMMED = frozenset({Kind.KOREAN, Kind.ARABIC, Kind.HEBREW, Kind.ETHIOPIC})
# Signs that repeat what stands before them, or shorten it.
_SIGNS = frozenset("ๆໆៗฯຯ々ー")
# Between these no two syllables are a word. Inside u.s. or 401(k) they part nothing.
_PHRASE_ENDS = re.compile(r"""([.,;:!?)\]}>»”"…/|–—།]+(?=\s|\Z)|(?<!\w)[(\[{<«“"–—/|•]+|\n)""")


@cache
def _plain() -> re.Pattern[str]:
    """Lines that are one word of a script with spaces, and not too long."""
    return re.compile(rf"^[^-‐–−./(\n{UNSPACED}]{{1,{LONGEST}}}$", re.MULTILINE)


@cache
def _runs() -> re.Pattern[str]:
    """Parts of a chunk: of Han and kana, of another script without spaces, or of another."""
    return re.compile(f"([{_HAN}]+)|([{_SEA}]+)|([^{UNSPACED}]+)")


@cache
def _chunk() -> re.Pattern[str]:
    """Words, and those that hyphens, dots and brackets hold together: w-2, u.s, 401(k."""
    # No mark stands before U+0300: a space is known for none at a glance.
    word = rf"\w+(?:(?=[^\x00-\u02ff])[\w{list_marks()}]+)?"
    return re.compile(rf"{word}(?:[-‐–−./(]{word})*")


@cache
def _chunk_or_end() -> re.Pattern[str]:
    return re.compile(f"{_chunk().pattern}|{_END}")


@cache
def _whole_runs() -> re.Pattern[str]:
    """Lines that are one run of Han and kana, or of another script without spaces."""
    return re.compile(f"^(?:([{_HAN}]+)|([{_SEA}]+))$", re.MULTILINE)


@cache
def _cluster() -> re.Pattern[str]:
    """About a syllable: a letter, the vowels around it, its marks, the consonants below it.

    Or a line feed.
    """
    marks = list_marks()
    letter = rf"[^\n{marks}]"
    return re.compile(rf"\n|[เ-ไເ-ໄ]?{letter}(?:[\u17d2\u1039]{letter}|[{marks}ะาๅະາຽ])*")


@cache
def _split_by_icu() -> Callable[[str], list[str]]:
    """ICU's dictionaries, which are loaded for the first text that needs them."""
    import icu

    from waypost.locales.icu_locale import choose_text_locale
    from waypost.locales.sentences import slice_at_boundaries

    breaker = icu.BreakIterator.createWordInstance(choose_text_locale("und"))

    def split(run: str) -> list[str]:
        breaker.setText(run)
        return slice_at_boundaries(run, list(iter(breaker.nextBoundary, -1)))

    return split


def _shape(text: str, kind: Kind) -> str:
    if kind is Kind.ELISION:
        text = _APOSTROPHES.sub(" ", text)
    return _THOUSANDS.sub(r"\1", shape_text(text).replace("_", " "))


def _find_chunks(shaped: str) -> list[str]:
    return (_ASCII_CHUNK if shaped.isascii() else _chunk()).findall(shaped)


def _find_chunks_and_ends(shaped: str) -> list[str]:
    return (_ASCII_CHUNK_OR_END if shaped.isascii() else _chunk_or_end()).findall(shaped)


def _split_unspaced(runs: Collection[str]) -> dict[str, list[str]]:
    """The words of each run of a script without spaces; ICU is asked once."""
    # NFKC takes am apart, with which the dictionaries of Thai and Lao are written.
    whole = "\n".join(runs).replace("\u0e4d\u0e32", "\u0e33").replace("\u0ecd\u0eb2", "\u0eb3")
    lines = "\t".join(_split_by_icu()(whole)).split("\t\n\t") if runs else []
    return {run: _drop_signs(line.split("\t"), run) for run, line in zip(runs, lines, strict=True)}


def _split_clusters(runs: Collection[str]) -> list[Sequence[str]]:
    """The clusters of each run."""
    units = "\t".join(["", *_cluster().findall("\n\n".join(runs)), ""])
    return [line.strip("\t").split("\t") for line in units.split("\t\n\t\n")] if runs else []


def _pair_up(units: Sequence[str], words: list[str]) -> list[str]:
    """Pairs of neighbours in a run without spaces, but for those that are words."""
    pairs = [*map(add, units, units[1:])]
    if pairs and max(map(len, pairs)) > LONGEST:
        pairs = [pair[:LONGEST] for pair in pairs]
    return [*filterfalse(frozenset(words).__contains__, pairs)]


def _cut_words(parts: Iterable[str]) -> list[str]:
    # A mark that lost its letter at the edge of a run is no word.
    return [part[:LONGEST] for part in parts if part[:1].isalnum()]


def _drop_signs(parts: list[str], run: str) -> list[str]:
    """The parts of a run, without those of signs alone."""
    if _SIGNS.isdisjoint(run):
        return parts
    return [part for part in parts if not _SIGNS.issuperset(part)]


def _find_bare(word: str, kind: Kind) -> str | None:
    """The word without what is written on it, if anything is."""
    key = word if kind is Kind.KOREAN else fold_word(word)
    bare = trim_particles(key) if kind is Kind.KOREAN else trim_prefix(key, kind)
    return None if bare == key else bare


class _Reader:
    """Reads chunks of text by the rules of one kind, and remembers them: words recur."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self.words: dict[str, tuple[str, ...]] = {}
        """Of each chunk that was read, its words."""
        self.terms: dict[str, tuple[str, ...]] = {}
        """The words, and what is made of them; a line feed for the end of a sentence."""
        self._forget()

    def _forget(self) -> None:
        self.words = dict.fromkeys(_ENDS_OF_LINES, ())
        self.terms = dict.fromkeys(_ENDS_OF_LINES, ("\n",))

    def read(self, chunks: Collection[str]) -> None:
        """Both know all these chunks."""
        if len(self.terms) > _REMEMBERED:
            self._forget()
        fresh = {*chunks}.difference(self.terms)
        if not fresh:
            return
        plain = _plain().findall("\n".join(fresh))
        singles = [*zip(plain, strict=True)]
        self.words.update(zip(plain, singles, strict=True))
        self.terms.update(zip(plain, singles, strict=True))
        if self._kind in _TRIMMED:
            bare = [(word, _find_bare(word, self._kind)) for word in plain]
            self.terms.update((word, (word, trimmed)) for word, trimmed in bare if trimmed)
        if len(plain) < len(fresh):
            rest = [chunk for chunk in fresh if chunk not in self.terms]
            if self._kind in _UNSPACED:
                self._read_runs("\n".join(rest))
                rest = [chunk for chunk in rest if chunk not in self.terms]
            self._read_parts(rest)

    def _read_runs(self, chunks: str) -> None:
        """Those of the chunks, a line each, that are one run without spaces, as most are."""
        found = _whole_runs().findall(chunks)
        han = [run for run, _ in found if run]
        sea = [run for _, run in found if run]
        runs = [*han, *sea]
        words_of = _split_unspaced(runs)
        for run, units in zip(runs, [*han, *_split_clusters(sea)], strict=True):
            words = words_of[run]
            made = _drop_signs(_pair_up(units, words), run)
            own = _cut_words(words)
            self.words[run] = tuple(own)
            self.terms[run] = (*own, *made)

    def _read_parts(self, chunks: list[str]) -> None:
        """Chunks of several words, or without spaces, or too long."""
        parts = [(chunk, _runs().findall(chunk)) for chunk in chunks]
        runs = {han or sea for _, own in parts for han, sea, _ in own if han or sea}
        words_of = _split_unspaced(runs)
        for chunk, own in parts:
            found: list[str] = []
            made: list[str] = []
            for han, sea, other in own:
                if other:
                    words = _SEPARATORS.split(other)
                    if len(words) > 1:
                        made += filter(None, [join_parts(other)])
                else:
                    run = han or sea
                    words = words_of[run]
                    units = han or _cluster().findall(sea)
                    made += _drop_signs(_pair_up(units, words), run)
                found += _cut_words(words)
            if self._kind in _TRIMMED:
                made += [bare for word in found if (bare := _find_bare(word, self._kind))]
            self.words[chunk] = tuple(found)
            self.terms[chunk] = (*found, *made)


_reader = cache(_Reader)


def split_words(text: str, rules: Rules) -> list[str]:
    """The words in order, in lower case and with their marks; `form_word` makes forms of them."""
    reader = _reader(rules.kind)
    chunks = _find_chunks(_shape(text, rules.kind))
    reader.read(chunks)
    return [*chain.from_iterable(map(reader.words.__getitem__, chunks))]


def list_terms(text: str, rules: Rules) -> list[str]:
    """All by which a text is found: its words in order, and behind them what is made of them.

    Besides words: what signs part and people write in one (w2, us, email, 401k); pairs of
    characters, clusters or syllables; Korean nouns without particles, Arabic ones without article.
    """
    terms = _list(_shape(text, rules.kind), rules, _find_chunks)
    return terms if rules.kind is not Kind.SYLLABLE else [each for each in terms if each != "\n"]


def list_terms_and_ends(text: str, rules: Rules) -> list[str]:
    """The same, with line feeds behind each line and each sentence but the last."""
    return _list(_shape(text, rules.kind), rules, _find_chunks_and_ends)


def _list(shaped: str, rules: Rules, find: Callable[[str], list[str]]) -> list[str]:
    reader = _reader(rules.kind)
    if rules.kind is not Kind.SYLLABLE:
        chunks = find(shaped)
        reader.read(chunks)
        return [*chain.from_iterable(map(reader.terms.__getitem__, chunks))]
    parts = _PHRASE_ENDS.split(shaped)
    phrases = [*map(_find_chunks, parts[::2])]
    reader.read([*chain.from_iterable(phrases)])
    terms: list[str] = []
    for phrase, end in zip(phrases, [*parts[1::2], ""], strict=True):
        terms += chain.from_iterable(map(reader.terms.__getitem__, phrase))
        syllables = chain.from_iterable(map(reader.words.__getitem__, phrase))
        terms += map(" ".join, pairwise(syllables))
        if not _ENDS_OF_LINES.isdisjoint(end):
            terms.append("\n")
    return terms


def join_parts(chunk: str) -> str:
    """What `chunk` is written as in one, "" where it is two words: w-2 → w2, e-mail → email."""
    parts = _SEPARATORS.split(chunk)
    joined = "".join(parts)
    if joined.isdigit():
        return ""
    if all(len(part) == 1 for part in parts):
        return joined
    if "." in chunk or "/" in chunk:
        return ""
    if len(parts) == 2 and min(map(len, parts)) <= 3:
        return joined[:LONGEST]
    has_digit = any(part.isdigit() for part in parts)
    return joined if has_digit and len(joined) <= 12 else ""


def form_word(word: str, rules: Rules) -> str:
    """The word as it stands in a shard: its key, or with its marks where the language keeps them.

    The key of either is `fold_text(form)`.
    """
    return word if rules.keeps_marks else fold_word(word)
