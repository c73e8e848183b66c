"""The same source text in the same role is said in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from waypost.model.finding import Code, Severity
from waypost.model.text import Role, Syntax
from waypost.translation.quality.pair import PageCheck, Pair
from waypost.translation.quality.words import fold

INCONSISTENCY = Code(
    "T036",
    "The same text is translated in two ways",
    Severity.WARNING,
    "The reader takes two names for two things; a reviewer corrects one and not the other.",
    "Choose one of the two and write it in both places.",
    'msgid "Pay the fee."\nmsgstr "Pague la tarifa."   elsewhere: “Abone la cuota.”',
    'msgid "Pay the fee."\nmsgstr "Pague la tarifa."   elsewhere: “Pague la tarifa.”',
)


def find_inconsistency(pairs: Sequence[Pair]) -> Iterator[tuple[int, str]]:
    """A message for each text that isn't the most frequent one (then the first) for its source."""
    groups: dict[tuple[str, Role, Syntax], list[int]] = {}
    for number, pair in enumerate(pairs):
        groups.setdefault((pair.source.strip(), pair.role, pair.syntax), []).append(number)
    for numbers in groups.values():
        if len(numbers) < 2:
            continue
        forms = [_form(pairs[number].target) for number in numbers]
        counts = Counter(forms)
        if len(counts) < 2:
            continue
        usual = max(counts, key=lambda form: (counts[form], -forms.index(form)))
        shown = pairs[numbers[forms.index(usual)]].target
        for number, form in zip(numbers, forms, strict=True):
            if form != usual:
                yield number, f"the same text is “{_shorten(shown)}” elsewhere"


def _form(text: str) -> str:
    """What must be the same: not capitals, spaces or the point at the end."""
    return " ".join(fold(text).split()).rstrip(".。।።။។۔")


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


CHECK = PageCheck(INCONSISTENCY, is_blocking=False, find=find_inconsistency)
