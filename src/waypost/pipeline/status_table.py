"""The counts of `waypost review status` as a table for people, or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from waypost.pipeline.review_status import COLUMNS, StatusRow

_NAMES = tuple(name for name, _ in COLUMNS)
_TO_REVIEW = ("human", "draft", "machine")


def render_status(rows: Sequence[StatusRow], form: str, names: Mapping[str, str]) -> str:
    """The rows as a table of languages, one of documents, or JSON: by the word `form`.

    `names` are the languages' English names by code.
    """
    if form == "json":
        return _render_json(rows)
    return _render_documents(rows) if form == "document" else _render_languages(rows, names)


def _render_json(rows: Sequence[StatusRow]) -> str:
    values = [
        {
            "language": row.language,
            "document": row.document,
            "words": {name: row.words(name) for name in _NAMES},
        }
        for row in rows
    ]
    return json.dumps(values, indent=1) + "\n"


def _render_languages(rows: Sequence[StatusRow], names: Mapping[str, str]) -> str:
    lines = [["language", "", "reviewed", "to review", "stale", "missing", "words"]]
    for language, own in _by_language(rows):
        sums = _sum(own)
        total = sum(sums.values())
        lines.append(
            [
                language,
                names.get(language, ""),
                _percent(sums["reviewed"], total),
                *map(_number, (sum(sums[name] for name in _TO_REVIEW),)),
                _number(sums["stale"]),
                _number(sums["missing"]),
                _number(total),
            ]
        )
    return _align(lines, texts=2)


def _render_documents(rows: Sequence[StatusRow]) -> str:
    lines = [["language", "document", *_NAMES, "words"]]
    for language, own in _by_language(rows):
        for row in own:
            cells = [_number(row.words(name)) for name in _NAMES]
            lines.append([language, row.document, *cells, _number(row.total)])
        sums = _sum(own)
        cells = [_number(sums[name]) for name in _NAMES]
        lines.append([language, "all", *cells, _number(sum(sums.values()))])
        lines.append([])
    return _align(lines[:-1] if len(lines) > 1 else lines, texts=2)


def _by_language(rows: Sequence[StatusRow]) -> list[tuple[str, list[StatusRow]]]:
    parts: dict[str, list[StatusRow]] = {}
    for row in rows:
        parts.setdefault(row.language, []).append(row)
    return list(parts.items())


def _sum(rows: Sequence[StatusRow]) -> dict[str, int]:
    return {name: sum(row.words(name) for row in rows) for name in _NAMES}


def _percent(part: int, whole: int) -> str:
    """Rounded down, so that 100 % means all; "-" where there is nothing."""
    return f"{100 * part // whole} %" if whole else "-"


def _number(value: int) -> str:
    """With a comma at thousands; a nought steps back behind a dot."""
    return f"{value:,}" if value else "·"


def _align(lines: Sequence[Sequence[str]], *, texts: int) -> str:
    """The cells in columns: the first `texts` of them to the left, numbers to the right."""
    columns = max(len(line) for line in lines)
    widths = [max(len(line[n]) for line in lines if line) for n in range(columns)]
    out: list[str] = []
    for line in lines:
        cells = [
            cell.ljust(widths[n]) if n < texts else cell.rjust(widths[n])
            for n, cell in enumerate(line)
        ]
        out.append("  ".join(cells).rstrip())
    return "\n".join(out) + "\n"
