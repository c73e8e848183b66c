"""A translation forbids what its source forbids: “may not” is no “perhaps not”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import find_entry, name_variants
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import fold, read_words

PERMISSION = Code(
    "T041",
    "A ban reads as a mere possibility",
    Severity.WARNING,
    "“Your landlord may not change the locks” forbids it. With the “not” behind the verb it says "
    "that he perhaps doesn't, and the reader believes that he is allowed to.",
    "Put the “not” before the verb: no puede, não pode. If the source only says “perhaps not”, "
    "write that: quizás no, talvez não.",
    'msgid "Schools may not ask."\nmsgstr "Las escuelas pueden no preguntar."',
    'msgid "Schools may not ask."\nmsgstr "Las escuelas no pueden preguntar."',
)

_BAN = re.compile(r"\b(?:may|must) not\b|\bmustn't\b|\bcannot\b|\bcan't\b|\bcan not\b")
# What nobody forbids: with these “may not” says that something perhaps isn't so.
_PERHAPS = re.compile(
    r"\b(?:might not|may not(?: (?:yet|always|even|actually|also|ever))* (?:be|have|need|get|know|"
    r"want|work|feel|see|seem|look|hear|realize|remember|understand|like|agree|apply to|"
    r"qualify|happen|receive|come|last|help|cover|count|include|require|match|matter|find))\b"
)
_MAYBE = {
    "es": re.compile(r"\bpuede[sn]? no (?!solo\b|sólo\b|solamente\b)"),
    "pt": re.compile(r"\bpodem? não (?!só\b|somente\b|apenas\b)"),
}


def find_lost_ban(pair: Pair) -> Iterator[str]:
    """One message if the source forbids, and the translation says “may perhaps not”."""
    maybe = find_entry(_MAYBE, pair.language)
    if maybe is None or "en" not in name_variants(pair.source_language):
        return
    target = read_words(pair.target, pair.syntax)
    if target is None or (said := maybe.search(target.text.lower())) is None:
        return
    source = read_words(pair.source, pair.syntax)
    if source is None:
        return
    words = fold(source.text).replace("’", "'")
    ban = _BAN.search(words)
    if ban is not None and _PERHAPS.search(words) is None:
        yield f"the source says “{ban[0]}”, the translation “{said[0].strip()}”: perhaps not"


CHECK = PairCheck(PERMISSION, is_blocking=False, find=find_lost_ban, refuses_engines=True)
