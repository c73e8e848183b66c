"""One line of synonyms: `dole => unemployment pay`, `food stamps = SNAP`, `dole, giro => …`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from waypost.content.located import LocatedText
from waypost.content.schema.reading import FieldError
from waypost.content.search_codes import BAD_SYNONYM, NO_WORD, SAME_SIDES
from waypost.model.search import Synonym

MOST_SIGNS = 80
"""The length of the words that a person types at once."""
_WIDE = str.maketrans("＝＞＜，、،", "=><,,,")
"""What the keyboards of Chinese, Japanese and Arabic write for the signs of a line."""
# An arrow begins where its line does: else a long line of dashes is read from each of them.
_SIGN = re.compile(r"<[=\-–—]*>|<[=\-–—]*|(?<![=\-–—])[=\-–—]*>+|=+|[←⇐⟵]|[→⇒⟶➔]|[↔⇔]")
_BACK, _BOTH = "<←⇐⟵", "=↔⇔"


class SynonymLine(msgspec.Struct, frozen=True):
    """A synonym, and what is wrong with its line; without a synonym the line can't be used."""

    synonym: Synonym | None
    mistakes: tuple[FieldError, ...] = ()


def parse_synonym(text: LocatedText) -> SynonymLine:
    """What the line says; a line that is wrong in its sign only is read as it was meant."""
    line = text.translate(_WIDE)
    signs = list(_SIGN.finditer(line))
    sides = [_split(side) for side in _SIGN.split(line)]
    mistakes = [
        FieldError(NO_WORD, text, f"“{word}” has neither letter nor digit")
        for side in sides
        for word in side
        if not has_word(word)
    ]
    sides = [tuple(word for word in side if has_word(word)) for side in sides]
    if not signs:
        return SynonymLine(None, (*mistakes, FieldError(BAD_SYNONYM, text, _NO_SIGN)))
    if not all(sides) and mistakes:
        return SynonymLine(None, tuple(mistakes))
    if not all(sides):
        message = f"nothing stands on one side of the {signs[0].group()}"
        return SynonymLine(None, (*mistakes, FieldError(BAD_SYNONYM, text, message)))
    written = [sign.group() for sign in signs]
    kinds = {_kind(sign) for sign in written}
    if len(signs) > 1 and kinds != {"="}:
        message = "more than one sign stands on this line"
        mend = "Write a line for each pair of words. Only = may stand several times."
        return SynonymLine(None, (*mistakes, FieldError(BAD_SYNONYM, text, message, mend)))
    synonym = _make(sides, kinds.pop())
    if any(sign not in {"=", "=>"} for sign in written):
        wrong = next(sign for sign in written if sign not in {"=", "=>"})
        message = f"“{wrong}” is no sign of synonyms"
        mend = f"Write: {render_synonym(synonym)}"
        mistakes.append(FieldError(BAD_SYNONYM, text, message, mend))
    own = _find_own(synonym)
    if own:
        mistakes.append(FieldError(SAME_SIDES, text, f"“{own}” stands on both sides"))
        synonym = _leave_out(synonym)
    is_used = bool(synonym.words and synonym.means)
    return SynonymLine(synonym if is_used else None, tuple(mistakes))


_NO_SIGN = "there is neither => nor = between two words"


def render_synonym(synonym: Synonym) -> str:
    """The line that says it."""
    sign = " = " if synonym.is_two_way else " => "
    return sign.join((", ".join(synonym.words), ", ".join(synonym.means)))


def list_arrows(synonym: Synonym) -> Iterator[tuple[str, str]]:
    """Each (what is typed, what it finds), by `sameness`."""
    words, means = map(_list_same, (synonym.words, synonym.means))
    if synonym.is_two_way:
        words = means = words + means
    return ((word, mean) for word in words for mean in means if word != mean)


def sameness(words: str) -> str:
    """What is equal for words that no reader tells apart: case, width and spaces don't count."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def has_word(text: str) -> bool:
    """Whether there is a letter or digit in it."""
    return any(unicodedata.category(sign)[0] in "LN" for sign in text)


def _list_same(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(sameness, words)))


def _split(side: str) -> tuple[str, ...]:
    words = (" ".join(word.split()) for word in side.split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def _kind(sign: str) -> str:
    """`=`, `=>` or `<=`: what the writer of the sign meant."""
    if (sign[0] in _BOTH and ">" not in sign) or (sign[0], sign[-1]) == ("<", ">"):
        return "="
    return "<=" if sign[0] in _BACK else "=>"


def _make(sides: list[tuple[str, ...]], kind: str) -> Synonym:
    first, *rest = sides
    others = tuple(word for side in rest for word in side)
    if kind == "<=":
        return Synonym(others, first, is_two_way=False)
    return Synonym(first, others, is_two_way=kind == "=")


def _find_own(synonym: Synonym) -> str:
    """A word that stands on both sides, or ""."""
    seen = {sameness(word) for word in synonym.words}
    for mean in synonym.means:
        same = sameness(mean)
        if same in seen:
            return mean
        if synonym.is_two_way:
            seen.add(same)
    return ""


def _leave_out(synonym: Synonym) -> Synonym:
    """The synonym without what it says of a word and itself."""
    if not synonym.is_two_way:
        words = {sameness(word) for word in synonym.words}
        means = tuple(mean for mean in synonym.means if sameness(mean) not in words)
        return Synonym(synonym.words, means, is_two_way=False)
    once: dict[str, str] = {}
    for word in synonym.words + synonym.means:
        once.setdefault(sameness(word), word)
    first, *others = once.values()
    return Synonym((first,), tuple(others), is_two_way=True)
