"""The search index of each language: made after its pages, and again only where they changed.

Touches the disk: reads `search.yml`, writes the index into the site, and keeps in the cache what
the next build takes over. Each language stands for itself: what it was made from is named by a
digest, so that it doesn't matter which build or which process made it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from waypost.content.search_words import (
    SearchFile,
    join_words,
    load_search_file,
    search_file_path,
)
from waypost.files.atomic import save_cache
from waypost.files.digest import digest_bytes, digest_text
from waypost.files.scan import Mark, digest_file
from waypost.model.language import Tier
from waypost.model.search import SearchWords
from waypost.model.site import Output
from waypost.pipeline.index_files import FILES, manifest_path
from waypost.pipeline.language_texts import LanguageTexts
from waypost.pipeline.outputs import save_output
from waypost.pipeline.plan import Searched
from waypost.pipeline.search_pages import (
    FoundPages,
    add_words,
    collect_pages,
    name_pages,
    name_shared,
)
from waypost.search.index import BuiltIndex, build_index
from waypost.search.state import IndexState, encode_state
from waypost.site.locale import PageLocale

_RECORD, _PAGES, _STATE = "mp", "pages.mp", "index.mp"
"""What the cache keeps of each language."""

T = TypeVar("T")


class IndexRecord(msgspec.Struct, frozen=True):
    """What the next build must know of a language's index before it looks any closer."""

    key: str
    """Of all that it was made from."""
    words: str
    """Digest of what editors say in `search.yml`."""
    paths: tuple[str, ...]
    """Its files in the site."""
    pages: int
    digests: dict[str, str]
    """Of what is kept beside this record, by its ending."""


@dataclass(frozen=True, slots=True)
class MadeIndex:
    """A language's index, not yet written."""

    code: str
    site: str
    folder: Path
    """Of the cache."""
    record: IndexRecord
    files: Mapping[str, bytes]
    kept: Mapping[str, Mark]
    """The files that stand as they are."""
    caches: Mapping[str, bytes]
    is_new: bool
    seconds: float

    def save(self) -> Searched:
        """The index stands in the site: its manifest last, which names all other files."""
        started = time.process_time()
        marks = dict(self.kept)
        manifest = manifest_path(self.code)
        for path in sorted(self.files, key=lambda path: (path == manifest, path)):
            marks[path] = save_output(self.site, Output(path, self.files[path]))
        for ending, data in self.caches.items():
            save_cache(_cache_path(self.folder, self.code, ending), data)
        if self.caches:
            data = msgspec.msgpack.encode(self.record)
            save_cache(_cache_path(self.folder, self.code, _RECORD), data)
        if self.is_new:
            self._remove_strays(marks)
        pages = self.record.pages if self.is_new else 0
        return Searched(self.code, marks, pages, self.seconds + time.process_time() - started)

    def _remove_strays(self, marks: Mapping[str, Mark]) -> None:
        """No other file of the index is left, not even of a build that was ended halfway."""
        folder = f"{FILES}{self.code}/"
        if not os.path.isdir(f"{self.site}/{folder}"):
            return
        for name in os.listdir(f"{self.site}/{folder}"):
            if name.endswith(".js") and folder + name not in marks:
                os.unlink(f"{self.site}/{folder}{name}")


def make_index(texts: LanguageTexts, locale: PageLocale, digest: str) -> MadeIndex | None:
    """The index of a language whose pages are filled; None for one of the card tier.

    `digest` is of the texts that many of its pages use.
    """
    if texts.offered.tier is Tier.CARD:
        return None
    started = time.process_time()
    plan, code = texts.plan, texts.code
    folder = plan.cache.folder
    shared, keys = name_shared(texts, digest), name_pages(texts)
    words = _digest_words(texts)
    key = digest_text(f"{shared} {words} {keys}")
    before = _load(folder, code, _RECORD, IndexRecord)
    stands = before is not None and all(path in plan.outputs for path in before.paths)
    files: Mapping[str, bytes] = {}
    caches: dict[str, bytes] = {}
    is_new = False
    if before is None or not stands or before.key != key:
        former = _load(folder, code, _PAGES, FoundPages, before)
        found = collect_pages(texts, locale, shared, keys, former)
        if (
            before is not None
            and former is not None
            and stands
            and before.words == words
            and [*former.pages.items()] == [*found.pages.items()]
        ):
            paths = before.paths
            found = replace(
                found,
                expander=former.expander,
                added=former.added,
                explained=former.explained,
            )
        else:
            is_new = True
            found = add_words(texts, found, _load_words(texts), former)
            state = _load(folder, code, _STATE, IndexState, before) if stands else None
            built = _build(texts, found, state)
            files, paths = built.files, (*built.files, *sorted(built.kept))
            caches[_STATE] = encode_state(built.state)
        caches[_PAGES] = msgspec.msgpack.encode(found)
        digests = {ending: digest_bytes(data) for ending, data in caches.items()}
        digests = {**(before.digests if before is not None else {}), **digests}
        before = IndexRecord(key, words, paths, len(found.pages), digests)
    return MadeIndex(
        code=code,
        site=plan.site,
        folder=folder,
        record=before,
        files=files,
        kept={path: plan.outputs[path] for path in before.paths if path not in files},
        caches=caches,
        is_new=is_new,
        seconds=time.process_time() - started,
    )


def _build(texts: LanguageTexts, found: FoundPages, former: IndexState | None) -> BuiltIndex:
    from waypost.search.expansion import place_terms

    plan, code = texts.plan, texts.code
    source = plan.frame.identity.source.code
    pages = [*found.pages.values()]
    extras = [
        term
        for number, page in enumerate(pages)
        for term in place_terms(found.added[page.id], number)
    ]
    built = build_index(pages, extras, code, source, former)
    if any(path not in plan.outputs for path in built.kept):
        # What was kept for this build is of another one than the files.
        built = build_index(pages, extras, code, source)
    return built


def _digest_words(texts: LanguageTexts) -> str:
    """Of the files that say which words people use, as they stand."""
    plan = texts.plan
    codes = (texts.code, plan.frame.identity.source.code)
    digests: list[str] = []
    for path in map(search_file_path, codes):
        file = plan.inputs.get(path)
        digests.append("" if file is None else file.digest or digest_file(plan.root / path))
    return " ".join(digests)


def _load_words(texts: LanguageTexts) -> SearchWords:
    """What editors say of the language, and of the source where it is another."""
    plan = texts.plan
    own = load_search_file(plan.root, texts.code).value
    source = None
    if not texts.is_source:
        code = plan.frame.identity.source.code
        source = _load_source_words(plan.root, code, _digest_words(texts).rpartition(" ")[2])
    return join_words(own or SearchFile(search_file_path(texts.code)), source)


@lru_cache(maxsize=1)
def _load_source_words(root: Path, code: str, digest: str) -> SearchFile:
    """Read once for all languages; `digest` is the file's."""
    del digest
    return load_search_file(root, code).value or SearchFile(search_file_path(code))


def _cache_path(folder: Path, code: str, ending: str) -> Path:
    return folder / "search" / f"{code}.{ending}"


def _load(
    folder: Path, code: str, ending: str, kind: type[T], record: IndexRecord | None = None
) -> T | None:
    """What the last build kept, or None where there is nothing, or not what the record names."""
    digest = record.digests.get(ending) if record is not None else None
    try:
        data = _cache_path(folder, code, ending).read_bytes()
        if ending != _RECORD and digest_bytes(data) != digest:
            return None
        return msgspec.msgpack.decode(data, type=kind)
    except (OSError, msgspec.MsgspecError):
        return None
