"""Eligibility criteria as sentences, and the phrases that the same sentences make together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NUMBER = re.compile(r"(?<![\w.,])\d+(?![\w.,]*\d)")
_NOT_ID = re.compile(r"[^a-z0-9]+")
AGE = "age"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a benefit in both languages; `spanish` is "" where no person wrote it."""

    key: str
    english: str
    spanish: str


@dataclass(frozen=True, slots=True)
class SitePhrase:
    """A sentence of the site's phrase bank; `has_age` says that it has the parameter {age}."""

    id: str
    english: str
    spanish: str
    has_age: bool


@dataclass(frozen=True, slots=True)
class PhraseRef:
    """A phrase as a benefit uses it, with the age where it takes one."""

    phrase: str
    age: str


def join_values(label: str, values: Iterable[str]) -> str:
    """A criterion's label with the values that qualify behind it."""
    listed = "; ".join(values)
    return f"{label} {listed}" if listed else label


def find_numbers(text: str) -> list[str]:
    """Every whole number in `text`, in its order."""
    return _NUMBER.findall(text)


@dataclass(frozen=True, slots=True)
class _Form:
    english: str
    spanish: str
    age: str


class PhraseBank:
    """Gives each sentence its phrase: one for the same words in both languages.

    An age becomes a parameter where both languages say the same one; where a person's Spanish says
    another number, that sentence stays a phrase of its own, with its words unchanged.
    """

    def __init__(self, criteria: Iterable[Criterion]) -> None:
        self._phrases: dict[tuple[str, str], SitePhrase] = {}
        self._by_english: dict[str, SitePhrase] = {}
        self._ids: set[str] = set()
        everything = list(criteria)
        for criterion in everything:
            if criterion.spanish:
                self._add(criterion)
        for criterion in everything:
            if not criterion.spanish and _form(criterion).english not in self._by_english:
                self._add(criterion)

    @property
    def phrases(self) -> tuple[SitePhrase, ...]:
        """All phrases by their ids."""
        return tuple(sorted(self._phrases.values(), key=lambda phrase: phrase.id))

    def use(self, criterion: Criterion) -> PhraseRef:
        """The phrase that says the criterion."""
        form = _form(criterion)
        phrase = (
            self._phrases[form.english, form.spanish]
            if criterion.spanish
            else self._by_english[form.english]
        )
        return PhraseRef(phrase.id, form.age)

    def _add(self, criterion: Criterion) -> None:
        form = _form(criterion)
        if (form.english, form.spanish) in self._phrases:
            return
        phrase = SitePhrase(self._new_id(criterion.key), form.english, form.spanish, bool(form.age))
        self._phrases[form.english, form.spanish] = phrase
        self._by_english.setdefault(form.english, phrase)

    def _new_id(self, key: str) -> str:
        stem = _NOT_ID.sub("_", key.lower()).strip("_")
        name, number = stem, 2
        while name in self._ids:
            name, number = f"{stem}_{number}", number + 1
        self._ids.add(name)
        return name


def _form(criterion: Criterion) -> _Form:
    """The criterion with its age taken out, when it says one and the same in both languages."""
    english, spanish = find_numbers(criterion.english), find_numbers(criterion.spanish)
    is_age = criterion.key.endswith("date_of_birth") and len(english) == 1
    if not is_age or (criterion.spanish and spanish != english):
        return _Form(criterion.english, criterion.spanish, "")
    (age,) = english
    mark = "{" + AGE + "}"
    return _Form(_NUMBER.sub(mark, criterion.english), _NUMBER.sub(mark, criterion.spanish), age)
