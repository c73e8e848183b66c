"""Waypost's index of plain documents, in a process of its own, so that its time can be measured.

Touches the disk. Called with a folder whose `rows.json` holds the documents of each language; with
`--edit` it prints as JSON how many milliseconds each language takes after one edited sentence.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from waypost.model.search import SearchField, SearchPage, SearchText, SearchWords
from waypost.search.expansion import expand_pages
from waypost.search.index import BuiltIndex, build_index

Row = Mapping[str, str | list[str]]


def read_page(row: Row, code: str) -> SearchPage:
    """The document as Waypost's own build describes a page to its search."""
    title, summary = str(row["title"]), str(row["summary"])
    texts = [SearchText(SearchField.TITLE, code, title)]
    texts.append(SearchText(SearchField.SUMMARY, code, summary))
    texts += [SearchText(SearchField.BODY, code, each) for each in row["body"]]
    return SearchPage(str(row["id"]), "", title, code, summary, tuple(texts))


def index_language(rows: Iterable[Row], code: str, former: BuiltIndex | None) -> BuiltIndex:
    """The files of a language."""
    pages = [read_page(row, code) for row in rows]
    extras = tuple(expand_pages(pages, SearchWords(), code, code))
    return build_index(pages, extras, code, code, former.state if former else None)


def main() -> int:
    """0: the files stand in the folder."""
    gc.disable()  # As a build does.
    folder = Path(sys.argv[1])
    collection = json.loads((folder / "rows.json").read_text("utf-8"))
    times = {}
    for code, rows in collection.items():
        built = index_language(rows, code, None)
        for name, data in built.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if sys.argv[2:] == ["--edit"]:
            row = max(rows[len(rows) // 2 :], key=lambda row: len(row["body"]))
            row["body"][0] = f"{row['body'][-1]} {row['body'][0]}"
            started = time.perf_counter()
            index_language(rows, code, built)
            times[code] = 1000 * (time.perf_counter() - started)
    if times:
        print(json.dumps(times))
    return 0


if __name__ == "__main__":
    sys.exit(main())
