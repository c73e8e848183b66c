"""The benefits corpus as its files have it: benefits, life events, agencies, in two languages.

Touches the disk: reads the corpus.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from scripts.real_sites.source import Fields, group_field, list_field, text_field
from scripts.real_sites.statements import Criterion, join_values

_EVENT_NAMES = {"financial_hardship": "financial-hardship"}
"""A slip of the pen in the source."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in English, and in Spanish as people wrote it, or ""."""

    english: str
    spanish: str


@dataclass(frozen=True, slots=True)
class Benefit:
    """A benefit; `has_spanish` says that people translated it."""

    id: str
    has_spanish: bool
    title: Words
    summary: Words
    notice: Words
    provider: Words
    link: Words
    link_in_spanish: bool
    criteria: tuple[Criterion, ...]
    statements: tuple[tuple[Words, ...], ...]
    """The parts of each criterion's sentence: its label, then its values."""
    tags: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """A life event with the words that its page shows."""

    id: str
    title: Words
    summary: Words
    headline: Words
    description: Words


class Locales:
    """All texts of the corpus by key, English and Spanish."""

    def __init__(self, english: Mapping[str, str], spanish: Mapping[str, str]) -> None:
        self.english = english
        self.spanish = spanish

    def words(self, key: str) -> Words:
        """The text with this key; "" in a language that lacks it."""
        return Words(_clean(self.english.get(key, "")), _clean(self.spanish.get(key, "")))


def load_locales(corpus: Path) -> Locales:
    """All locale files of the corpus."""
    return Locales(_load_texts(corpus / "locales" / "en"), _load_texts(corpus / "locales" / "es"))


def _load_texts(folder: Path) -> dict[str, str]:
    loaded = [json.loads(path.read_text("utf-8")) for path in sorted(folder.rglob("*.json"))]
    return {key: value for part in loaded for key, value in part.items() if isinstance(value, str)}


def load_benefits(corpus: Path, locales: Locales) -> tuple[Benefit, ...]:
    """Every benefit in the order of the file names."""
    with (corpus / "content" / "criteria.csv").open(encoding="utf-8", newline="") as stream:
        kinds = {row["criteriaKey"]: row["type"] for row in csv.DictReader(stream)}
    return tuple(
        _read_benefit(path.stem, _load_fields(path), locales, kinds)
        for path in sorted((corpus / "content" / "benefits").glob("*.md"))
    )


def load_events(corpus: Path, locales: Locales) -> tuple[LifeEvent, ...]:
    """Every life event that has texts."""
    names = sorted(path.stem for path in (corpus / "locales/en/life-events").glob("*.json"))
    return tuple(
        LifeEvent(
            name,
            locales.words(f"{name}.title"),
            locales.words(f"{name}.summary"),
            locales.words(f"{name}.secondaryHeadline"),
            locales.words(f"{name}.eligibilityCriteriaDescription"),
        )
        for name in names
    )


def _load_fields(path: Path) -> Fields:
    loaded = yaml.load(path.read_text("utf-8").split("---")[1], Loader=yaml.CSafeLoader)
    return dict(loaded)


def _read_benefit(name: str, fields: Fields, locales: Locales, kinds: Mapping[str, str]) -> Benefit:
    statements = tuple(
        _read_statement(group, locales, kinds) for group in group_field(fields, "eligibility")
    )
    keys = [text_field(group, "criteriaKey") for group in group_field(fields, "eligibility")]
    has_spanish = f"{name}.title" in locales.spanish
    events = [_EVENT_NAMES.get(one, one) for one in list_field(fields, "lifeEvents")]
    link = locales.words(f"{name}.source.link")
    return Benefit(
        id=name,
        has_spanish=has_spanish,
        title=locales.words(f"{name}.title"),
        summary=locales.words(f"{name}.summary"),
        notice=locales.words(f"{name}.criticalApplicationInformation"),
        provider=locales.words(f"{name}.source.name"),
        link=link,
        link_in_spanish=locales.words(f"{name}.source.linkIsEnglish").spanish == "false"
        or link.spanish not in {"", link.english},
        criteria=tuple(
            Criterion(
                key,
                join_values(parts[0].english, [part.english for part in parts[1:]]),
                join_values(parts[0].spanish, [part.spanish for part in parts[1:]])
                if has_spanish and all(part.spanish for part in parts)
                else "",
            )
            for key, parts in zip(keys, statements, strict=True)
        ),
        statements=statements,
        tags=list_field(fields, "tags"),
        events=tuple(dict.fromkeys(events)),
    )


def _read_statement(group: Fields, locales: Locales, kinds: Mapping[str, str]) -> tuple[Words, ...]:
    """The label and the values that were shown: a label of the benefit's own says it all.

    The values of a yes-or-no or date criterion are what the form compares; a question of the form
    is a sentence only with its answer.
    """
    key = text_field(group, "criteriaKey")
    own = text_field(group, "label")
    label = locales.words(own or f"criteria.{key}.label")
    shows_values = kinds[key] in {"select", "radio"} and not own
    values = list_field(group, "acceptableValues") if shows_values else ()
    return (label, *(locales.words(value) for value in values))


def _clean(text: str) -> str:
    return " ".join(text.split())
