"""Indexes of the same pages by each engine, with the processor time that each took.

Touches the disk and processes. Below the served folder each engine has one: in it a page for each
language, `<code>.html`, whose script answers `bench.search(text)` with ids of documents, best
first, and `bench.show(text)` with the same after all is loaded that the first result needs.
"""

from __future__ import annotations

import gzip
import html
import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from scripts.benchmark.guides import SetupError
from scripts.real_sites.building import PROJECT, waypost_environment
from scripts.search_bench.documents import Collection, Document
from scripts.search_bench.packages import HERE, Packages
from scripts.search_bench.words import is_unspaced

_MARK = b"pagefind_dcd"
_PAGEFIND_PAGE = """\
<!doctype html><html lang="{code}"><meta charset=utf-8><title>Pagefind</title>
<script>const ids = {ids};</script>
<script type=module src=../driver-pagefind.js></script>
"""
_MINISEARCH_PAGE = """\
<!doctype html><html lang="{code}"><meta charset=utf-8><title>MiniSearch</title>
<script src=minisearch.js></script><script src=options.js></script>
<script src=../driver-minisearch.js></script>
"""
_WAYPOST_PAGE = """\
<!doctype html><html lang="{code}"><meta charset=utf-8><title>Waypost</title>
<form role=search action="{code}.html" data-search="./" data-language="{code}"
 data-source="{code}" data-locale="{code}-u-nu-latn" data-words='{{"other":"#","in":{{}}}}'>
<label for=q>Search</label><div><input id=q type=search><button>Search</button></div></form>
<script defer src=search.js></script>
"""
SEARCH_SCRIPT = PROJECT / "src" / "waypost" / "site" / "static" / "search.js"


class Engine(StrEnum):
    """Who answers."""

    WAYPOST = "Waypost"
    PAGEFIND = "Pagefind"
    MINISEARCH = "MiniSearch"


@dataclass(frozen=True, slots=True)
class Index:
    """The indexes of an engine over a collection."""

    engine: Engine
    folder: Path
    """What is served."""
    pages: Mapping[str, str]
    """The address of the page that drives it, of each language, below the folder."""
    cpu: float
    """Seconds of processor time in which all languages were indexed, start of the program
    included."""

    @property
    def drivers(self) -> frozenset[str]:
        """Files that only the benchmark needs."""
        return frozenset(
            {*self.pages.values(), *(f"driver-{engine.lower()}.js" for engine in Engine)}
        )


def render_page(document: Document, code: str) -> str:
    """The document as a page that every engine for HTML reads at its best."""
    paragraphs = "".join(f"<p>{html.escape(each)}</p>\n" for each in document.body)
    title = html.escape(document.title)
    return (
        f'<!doctype html><html lang="{code}"><head><meta charset="utf-8"><title>{title}</title>'
        f"</head>\n<body><main data-pagefind-body><h1>{title}</h1>\n"
        f"<p>{html.escape(document.summary)}</p>\n{paragraphs}</main></body></html>\n"
    )


def run_measured(command: Sequence[str], folder: Path) -> float:
    """Seconds of processor time, user and system, of the command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command,
        cwd=folder,
        env={**waypost_environment(), "NODE_NO_WARNINGS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        said = (done.stderr or done.stdout)[-2000:]
        raise SetupError(f"{command[0]} could not make its index:\n{said}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def make_pagefind(collection: Collection, packages: Packages, folder: Path) -> Index:
    """Pagefind's index, its defaults for ranking, a language of its own for each page."""
    _clear(folder)
    site = folder / "pages"
    for code, documents in collection.items():
        for document in documents:
            path = site / code / document.id / "index.html"
            path.parent.mkdir(parents=True)
            path.write_text(render_page(document, code), "utf-8")
    command = [str(packages.pagefind), "--site", str(site), "--quiet"]
    cpu = run_measured([*command, "--output-path", str(folder / "pagefind")], folder)
    shutil.rmtree(site)
    ids = _read_fragments(folder / "pagefind" / "fragment")
    for code in collection:
        own = {key: value for key, (language, value) in ids.items() if language == code}
        text = _PAGEFIND_PAGE.format(code=code, ids=json.dumps(own))
        (folder / "pagefind" / f"{code}.html").write_text(text, "utf-8")
    _copy_driver(Engine.PAGEFIND, folder)
    pages = {code: f"pagefind/{code}.html" for code in collection}
    return Index(Engine.PAGEFIND, folder, pages, cpu)


def _read_fragments(folder: Path) -> dict[str, tuple[str, str]]:
    """Language and id of the document, by Pagefind's own id of a result."""
    found = {}
    for path in sorted(folder.glob("*.pf_fragment")):
        data = gzip.decompress(path.read_bytes()).removeprefix(_MARK)
        _, code, name, *_ = json.loads(data)["url"].split("/")
        found[path.stem] = (code, name)
    return found


def make_minisearch(collection: Collection, packages: Packages, folder: Path) -> Index:
    """MiniSearch's index: a file for each language, that is loaded whole."""
    _clear(folder)
    own = folder / "minisearch"
    own.mkdir()
    shutil.copy2(packages.modules / "minisearch" / "dist" / "umd" / "index.js", own)
    (own / "index.js").rename(own / "minisearch.js")
    shutil.copy2(HERE / "minisearch-options.js", own / "options.js")
    rows = {
        code: {"unspaced": is_unspaced(code), "documents": documents}
        for code, documents in _as_rows(collection).items()
    }
    (folder / "rows.json").write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    cpu = run_measured(["node", str(HERE / "minisearch-index.cjs"), str(folder)], folder)
    for code in collection:
        text = _MINISEARCH_PAGE.format(code=code)
        (own / f"{code}.html").write_text(text, "utf-8")
    _copy_driver(Engine.MINISEARCH, folder)
    pages = {code: f"minisearch/{code}.html" for code in collection}
    return Index(Engine.MINISEARCH, folder, pages, cpu)


def make_waypost(collection: Collection, folder: Path) -> Index:
    """Waypost's index, and a page with its search box for each language."""
    _clear(folder)
    rows = _as_rows(collection)
    (folder / "rows.json").write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    command = [sys.executable, "-m", "scripts.search_bench.waypost_index", str(folder)]
    cpu = run_measured(command, PROJECT)
    shutil.copy2(SEARCH_SCRIPT, folder / "search.js")
    for code in collection:
        (folder / f"{code}.html").write_text(_WAYPOST_PAGE.format(code=code), "utf-8")
    return Index(Engine.WAYPOST, folder, {code: f"{code}.html" for code in collection}, cpu)


def time_edits(index: Index) -> str:
    """Milliseconds of each language after one edited sentence, as JSON."""
    return _ask_module("waypost_index", str(index.folder), "--edit")


def time_site_edits(site: Path) -> str:
    """Milliseconds that edited guides of a built site take, by the kind of edit, as JSON."""
    return _ask_module("editing", str(site))


def _ask_module(name: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", f"scripts.search_bench.{name}", *arguments],
        cwd=PROJECT,
        env=waypost_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetupError(f"Waypost could not take in an edit:\n{done.stderr[-2000:]}")
    return done.stdout


def _as_rows(collection: Collection) -> dict[str, list[dict[str, object]]]:
    return {
        code: [
            {"id": each.id, "title": each.title, "summary": each.summary, "body": each.body}
            for each in documents
        ]
        for code, documents in collection.items()
    }


def _clear(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _copy_driver(engine: Engine, folder: Path) -> None:
    shutil.copy2(HERE / f"driver-{engine.lower()}.js", folder)
