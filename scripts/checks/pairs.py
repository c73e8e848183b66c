"""Correct pairs of texts to break: of aligned collections, and of the sentences of the tests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from waypost.model.glossary import Glossary
from waypost.model.markup import escape_markup
from waypost.model.text import Role, Syntax
from waypost.translation.quality.pair import Pair


@dataclass(frozen=True, slots=True)
class Page:
    """Aligned texts of one document in one language."""

    name: str
    language: str
    pairs: tuple[Pair, ...]


def make_pair(source: str, target: str, language: str) -> Pair:
    """A paragraph in English and its translation, both as plain words."""
    glossary = Glossary(language)
    texts = (escape_markup(source), escape_markup(target))
    return Pair(*texts, Syntax.MARKUP, Role.PARAGRAPH, "en", language, glossary)


def load_news(folder: Path, language: str) -> tuple[Page, ...]:
    """The news documents in one language beside English."""
    english = dict(_load_rows(folder / "en.jsonl"))
    return tuple(
        Page(name, language, _align(english[name], sentences, language))
        for name, sentences in _load_rows(folder / f"{language}.jsonl")
    )


def list_news_languages(folder: Path) -> tuple[str, ...]:
    """The languages of the news but English."""
    return tuple(sorted(path.stem for path in folder.glob("*.jsonl") if path.stem != "en"))


def load_benefits(folder: Path) -> tuple[Page, ...]:
    """The benefits in English and the Spanish that people wrote."""
    pages: list[Page] = []
    for path in sorted((folder / "locales" / "en").rglob("*.json")):
        other = folder / "locales" / "es" / path.relative_to(folder / "locales" / "en")
        if other.is_file():
            texts = (json.loads(each.read_text("utf-8")) for each in (path, other))
            pairs = tuple(
                make_pair(source, target, "es")
                for source, target in _walk(*texts)
                if source.strip() and target.strip() and _is_text(source, target)
            )
            pages.append(Page(path.stem, "es", pairs))
    return tuple(page for page in pages if page.pairs)


def load_sentences(path: Path) -> tuple[Page, ...]:
    """The sentences of the tests: one page a language."""
    rows: list[dict[str, str]] = json.loads(path.read_text("utf-8"))
    languages = sorted({code for row in rows for code in row} - {"en"})
    return tuple(
        Page("sentences", code, tuple(make_pair(row["en"], row[code], code) for row in rows))
        for code in languages
    )


def _load_rows(path: Path) -> Iterator[tuple[str, list[str]]]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row["doc"], row["sentences"]


def _align(sources: list[str], targets: list[str], language: str) -> tuple[Pair, ...]:
    return tuple(make_pair(*texts, language) for texts in zip(sources, targets, strict=True))


def _walk(source: object, target: object) -> Iterator[tuple[str, str]]:
    """Texts under the same key in both files."""
    if isinstance(source, str) and isinstance(target, str):
        yield source, target
    elif isinstance(source, Mapping) and isinstance(target, Mapping):
        for key, value in source.items():
            yield from _walk(value, target.get(key))


def _is_text(source: str, target: str) -> bool:
    """Whether it was meant to be translated: an address or a code of the program is not."""
    return not source.startswith("http") and (source != target or " " in source)
