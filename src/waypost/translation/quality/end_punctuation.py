"""A translation ends as its source does: a question as a question, a sentence as a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from waypost.model.finding import Code, Severity
from waypost.model.text import Role
from waypost.translation.quality.by_language import is_one_of
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import VALUE, read_words

END_PUNCTUATION = Code(
    "T035",
    "A translation ends in another way than its source",
    Severity.WARNING,
    "A question that became a statement, a heading with a full stop, or a sentence that was cut "
    "off: the reader can't tell whether more belongs to it.",
    "End it with the sign that the language has for the one of the source: . ? : or none.",
    'msgid "Do you need help?"\nmsgstr "Necesita ayuda."',
    'msgid "Do you need help?"\nmsgstr "¿Necesita ayuda?"',
)

_KINDS = {
    "stop": ".!|。．！।॥၊။។៕።۔።᙮꓿܀։꘎꤯᱾᠃。｡¡…‥⋯︒",
    "question": "?？؟፧;⸮՞꘏",
    "colon": ":：፡፥፦׃：៖՝",
    "comma": ",，、،፣၊;；؛፤",
}
_KIND_OF = {sign: kind for kind, signs in _KINDS.items() for sign in signs if sign != ";"} | {
    "。": "stop",
    ";": "comma",
}
_CLOSING = "\"'”’»«“‘„)]）】」』〉》›｣\u200b\u200e\u200f*_ \u00a0\u202f"
_QUOTES = frozenset("\"'”’»“‘」』")
_NO_STOP = frozenset({"th", "lo", "hmn-Hmnp", "bo", "dz"})
"""Languages that end a sentence with a space."""
_QUESTION_BY_WORDS = frozenset({"th", "lo", "km", "my", "ja", "bo", "dz", "zh"})
"""Languages whose questions may end without their sign."""
_MARKS_IN_WORDS = frozenset({"hy", "el"})
"""Languages whose sign of a question stands in a word, or looks like another sign."""
_STOP_LIKE_COLON = frozenset({"hy", "am", "ti"})
"""Languages whose full stop is often written as a colon."""
_LABELS = frozenset({Role.KEYWORD})


def find_end(pair: Pair) -> Iterator[str]:
    """One message if the ends are of two kinds."""
    source, target = (read_words(text, pair.syntax) for text in (pair.source, pair.target))
    if source is None or target is None or pair.role in _LABELS:
        return
    ours, theirs = end_kind(source.text), end_kind(target.text)
    if ours == theirs or _is_fine(ours, theirs, pair, target.text):
        return
    yield f"the source ends with {_say(ours)}, the translation with {_say(theirs)}"


@lru_cache(16_384)
def end_kind(text: str) -> str:
    """stop, question, colon, comma, or "" for no sign at the end."""
    shown = text.rstrip().rstrip(_CLOSING)
    if shown.endswith(("::", "፡፡")):
        return "stop"
    return _KIND_OF.get(shown[-1:], "")


def _is_fine(ours: str, theirs: str, pair: Pair, target: str) -> bool:
    code = pair.language
    if theirs == "colon" and ours == "stop" and is_one_of(code, _STOP_LIKE_COLON):
        return True
    if is_one_of(code, _MARKS_IN_WORDS):
        return "question" in (ours, theirs)
    if _is_quoted(target) and {ours, theirs} <= {"stop", "comma", ""}:
        return True
    if {ours, theirs} == {"stop", ""} and target.rstrip().endswith(VALUE):
        return True  # A value may bring its own: 21 ноября 2026 г.
    if {ours, theirs} == {"stop", ""}:
        return is_one_of(code, _NO_STOP) or _is_abbreviation(pair.source)
    # A label may have a colon or none.
    if "stop" not in {ours, theirs} and "question" not in {ours, theirs}:
        return True
    if ours == "question" and is_one_of(code, _QUESTION_BY_WORDS):
        return True
    return ours == "colon" and theirs in {"stop", ""} and is_one_of(code, _NO_STOP)


def _is_quoted(text: str) -> bool:
    """Whether the text ends with a quotation, where languages disagree on the point's place."""
    return text.rstrip()[-1:] in _QUOTES


def _is_abbreviation(source: str) -> bool:
    """Whether the point at the end may be that of “a.m.” or “Inc.”, which others write without."""
    last = source.rsplit(maxsplit=1)[-1] if source.split() else ""
    return len(last) <= 5 and last.endswith(".") and ("." in last[:-1] or last[:1].isupper())


def _say(kind: str) -> str:
    return {"stop": "a full stop", "question": "a question mark", "colon": "a colon"}.get(
        kind, "a comma" if kind else "no sign"
    )


CHECK = PairCheck(END_PUNCTUATION, is_blocking=False, find=find_end)
