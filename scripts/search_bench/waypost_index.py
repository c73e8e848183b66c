"""Waypost's index of plain documents, in a process of its own, so that its time can be measured.

Touches the disk. Called with a folder whose `rows.json` holds the documents of each language; with
`--edit` it prints as JSON how many milliseconds each language takes after one edited sentence.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from waypost.model.search import ExtraTerm, SearchField, SearchPage, SearchText, SearchWords
from waypost.search.expansion import Expander, make_expander
from waypost.search.index import BuiltIndex, build_index
from waypost.search.state import encode_state

Row = Mapping[str, str | list[str]]


def read_page(row: Row, code: str) -> SearchPage:
    """The document as Waypost's own build describes a page to its search."""
    title, summary = str(row["title"]), str(row["summary"])
    texts = [SearchText(SearchField.TITLE, code, title)]
    texts.append(SearchText(SearchField.SUMMARY, code, summary))
    texts += [SearchText(SearchField.BODY, code, each) for each in row["body"]]
    return SearchPage(str(row["id"]), "", title, code, summary, tuple(texts))


def index_language(rows: Iterable[Row], code: str) -> BuiltIndex:
    """The files of a language."""
    pages = [read_page(row, code) for row in rows]
    return build_index(pages, _add_words(pages, code)[0], code, code)


def time_edit(rows: Sequence[Row], at: int, code: str, built: BuiltIndex) -> float:
    """Milliseconds of processor time until the index knows of a page that changed.

    As in a build, that keeps what it added to the words of all other pages, knows that they are
    the same, and keeps the state of the index for the next one. Writing files isn't in it.
    """
    pages = [read_page(row, code) for row in rows]
    added, expander = _add_words(pages, code)
    started = time.process_time()
    pages[at] = read_page(rows[at], code)
    (added[pages[at].id],) = expander.expand([pages[at]])
    same = {page.id for number, page in enumerate(pages) if number != at}
    encode_state(build_index(pages, added, code, code, built.state, same).state)
    return 1000 * (time.process_time() - started)


def _add_words(
    pages: Sequence[SearchPage], code: str
) -> tuple[dict[str, tuple[ExtraTerm, ...]], Expander]:
    """What is added to each page, by id, and what adds it."""
    expander = make_expander(SearchWords(), code, code, pages)
    return dict(zip([page.id for page in pages], expander.expand(pages), strict=True)), expander


def main() -> int:
    """0: the files stand in the folder."""
    gc.disable()  # As a build does.
    folder = Path(sys.argv[1])
    collection = json.loads((folder / "rows.json").read_text("utf-8"))
    times = {}
    for code, rows in collection.items():
        built = index_language(rows, code)
        (folder / "search").mkdir(exist_ok=True)
        (folder / "assets" / "search" / code).mkdir(parents=True, exist_ok=True)
        for name, data in built.files.items():
            (folder / name).write_bytes(data)
        if sys.argv[2:] == ["--edit"]:
            at = max(range(len(rows) // 2, len(rows)), key=lambda at: len(rows[at]["body"]))
            body = rows[at]["body"]
            body[0] = f"{body[-1]} {body[0]}"
            times[code] = time_edit(rows, at, code, built)
    if times:
        print(json.dumps(times))
    return 0


if __name__ == "__main__":
    sys.exit(main())
