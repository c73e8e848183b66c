"""The list of `waypost review list` for people, or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from waypost.pipeline.review_list import LanguageToDo, ToDo

_MOST_SIGNS = 60


def render_to_do(lists: Sequence[LanguageToDo], form: str, names: Mapping[str, str]) -> str:
    """A heading for each language and a line for each text, or JSON: by the word `form`.

    `names` are the languages' English names by code.
    """
    if form == "json":
        return json.dumps([_value(each) for each in lists], indent=1, ensure_ascii=False) + "\n"
    return "\n".join(_render_language(each, names) for each in lists)


def _render_language(each: LanguageToDo, names: Mapping[str, str]) -> str:
    name = f"{names[each.language]} ({each.language})" if each.language in names else each.language
    if not each.texts:
        return f"{name}: nothing to do.\n"
    lines = [f"{name}: {_count(each.texts, 'text')}, {_count(each.words, 'word')}"]
    if len(each.first) < each.texts:
        lines[0] += f"; the first {len(each.first):,}"
    return "\n".join([f"{lines[0]}:", *map(_render_line, each.first)]) + "\n"


def _render_line(one: ToDo) -> str:
    return (
        f"{one.path}:{one.line}: {one.risk.word}, {one.state.value}, "
        f"{_count(one.words, 'word')}: {one.address}: {_shorten(one.source)}"
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _shorten(source: str) -> str:
    """The first words of a source text, on one line."""
    text = " ".join(source.split())
    if len(text) <= _MOST_SIGNS:
        return text
    return (
        text[:_MOST_SIGNS].rpartition(" ")[0] + " …"
        if " " in text[:_MOST_SIGNS]
        else (text[: _MOST_SIGNS - 1] + "…")
    )


def _value(each: LanguageToDo) -> dict[str, object]:
    return {
        "language": each.language,
        "texts": each.texts,
        "words": each.words,
        "first": [
            {
                "document": one.document,
                "address": one.address,
                "state": one.state.value,
                "risk": one.risk.word,
                "words": one.words,
                "source": one.source,
                "turn": one.turn.word,
                "views": one.views,
                "path": one.path,
                "line": one.line,
            }
            for one in each.first
        ],
    }
