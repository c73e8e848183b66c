"""The search index of each language: made after its pages, and again only where they changed.

Touches the disk: reads `search.yml`, writes the index into the site, and keeps in the cache what
the next build takes over. Each language stands for itself: what it was made from is named by a
digest, so that it doesn't matter which build or which process made it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

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
from waypost.model.replacing import replace
from waypost.model.search import SearchWords
from waypost.model.site import Output
from waypost.pipeline.index_files import FILES, manifest_path
from waypost.pipeline.language_texts import LanguageTexts
from waypost.pipeline.outputs import save_in_folder
from waypost.pipeline.plan import Plan, Searched
from waypost.pipeline.search_memory import IndexMemory, IndexRecord, KnownIndex
from waypost.pipeline.search_pages import (
    Acronyms,
    FoundPages,
    add_words,
    collect_pages,
    name_pages,
    name_same,
    name_shared,
)
from waypost.search.acronyms import join_acronyms
from waypost.search.index import BuiltIndex, build_index
from waypost.search.state import IndexState, encode_state
from waypost.site.locale import PageLocale

if TYPE_CHECKING:
    from waypost.search.expansion import Expander

RECORD, PAGES, STATE = "mp", "pages.mp", "index.mp"
"""What the cache keeps of each language."""

T = TypeVar("T")


class MadeIndex(msgspec.Struct, frozen=True):
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
    known: KnownIndex | None = None
    """What the next edit in this process begins with, if it is all at hand."""
    memory: IndexMemory | None = None
    """Knows of the index once it is written."""

    def save(self) -> Searched:
        """The index stands in the site: its manifest last, which names all other files."""
        started = time.process_time()
        marks = dict(self.kept)
        manifest = manifest_path(self.code)
        if self.files:
            for folder in (os.path.dirname(manifest), f"{FILES}{self.code}"):
                os.makedirs(f"{self.site}/{folder}", exist_ok=True)
        for path in sorted(self.files, key=lambda path: (path == manifest, path)):
            marks[path] = save_in_folder(self.site, Output(path, self.files[path]))
        for ending, data in self.caches.items():
            save_cache(_cache_path(self.folder, self.code, ending), data)
        if self.caches:
            data = msgspec.msgpack.encode(self.record)
            save_cache(_cache_path(self.folder, self.code, RECORD), data)
        if self.is_new:
            self._remove_strays(marks)
        if self.memory is not None and self.known is not None:
            size = sum(map(len, self.caches.values()))
            self.memory.keep(self.code, self.record, self.known, size)
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


def make_index(
    texts: LanguageTexts, locale: PageLocale, digest: str, memory: IndexMemory | None = None
) -> MadeIndex | None:
    """The index of a language whose pages are filled; None for one of the card tier.

    `digest` is of the texts that many of its pages use. `memory` is what this process remembers.
    """
    if texts.offered.tier is Tier.CARD:
        return None
    started = time.process_time()
    plan, code = texts.plan, texts.code
    record, known = memory.recall(code) if memory is not None else (None, None)
    shared, keys = name_shared(texts, digest), name_pages(texts)
    words = _digest_words(texts)
    key = digest_text(f"{shared} {words} {keys}")
    before = record or load_kept(plan, code, RECORD, IndexRecord)
    stands = before is not None and all(path in plan.outputs for path in before.paths)
    files: Mapping[str, bytes] = {}
    caches: dict[str, bytes] = {}
    is_new = False
    if before is None or not stands or before.key != key:
        former = known.found if known else load_kept(plan, code, PAGES, FoundPages, before)
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
            known = known and known.with_pages(found)
        else:
            is_new = True
            choose = _choose_expander(texts, words, known)
            found, expander = add_words(found, former, choose)
            state = None
            if stands:
                state = known.state if known else load_kept(plan, code, STATE, IndexState, before)
            built = _build(texts, found, state, former)
            files, paths = built.files, (*built.files, *sorted(built.kept))
            caches[STATE] = encode_state(built.state)
            known = KnownIndex(found, built.state, words, expander)
        caches[PAGES] = msgspec.msgpack.encode(found)
        digests = {ending: digest_bytes(data) for ending, data in caches.items()}
        digests = {**(before.digests if before is not None else {}), **digests}
        before = IndexRecord(key, words, paths, len(found.pages), digests)
    return MadeIndex(
        code=code,
        site=plan.site,
        folder=plan.cache.folder,
        record=before,
        files=files,
        kept={path: plan.outputs[path] for path in before.paths if path not in files},
        caches=caches,
        is_new=is_new,
        seconds=time.process_time() - started,
        known=known,
        memory=memory,
    )


def recall_index(texts: LanguageTexts, memory: IndexMemory) -> None:
    """`memory` knows the index of the language as the last build left it, where there is room."""
    plan, code = texts.plan, texts.code
    known = memory.recall(code)[1]
    if known is not None:
        known.expander.prepare(known.found.pages.values())
        return
    record = load_kept(plan, code, RECORD, IndexRecord)
    if record is None or not memory.has_room(code):
        return
    found = load_kept(plan, code, PAGES, FoundPages, record)
    state = load_kept(plan, code, STATE, IndexState, record)
    if found is None or state is None:
        return
    expander = _make_expander(texts, join_acronyms(found.explained.values()))
    if expander.digest != found.expander:
        # Somebody is writing `search.yml` just now.
        return
    expander.prepare(found.pages.values())
    known = KnownIndex(found, state, record.words, expander)
    sizes = (_cache_path(plan.cache.folder, code, each).stat().st_size for each in (PAGES, STATE))
    memory.keep(code, record, known, sum(sizes))


def _build(
    texts: LanguageTexts, found: FoundPages, former: IndexState | None, before: FoundPages | None
) -> BuiltIndex:
    plan, code = texts.plan, texts.code
    source = plan.frame.identity.source.code
    pages = [*found.pages.values()]
    same: set[str] = set()
    if before is not None and former is not None:
        same = name_same(before.pages, found.pages) & name_same(before.added, found.added)
    built = build_index(pages, found.added, code, source, former, same)
    if any(path not in plan.outputs for path in built.kept):
        # What was kept for this build is of another one than the files.
        built = build_index(pages, found.added, code, source)
    return built


def _choose_expander(
    texts: LanguageTexts, words: str, known: KnownIndex | None
) -> Callable[[Acronyms], Expander]:
    """What gives the expander of a language, from the acronyms; `words` is of `search.yml`."""
    last = known.expander if known is not None and known.words == words else None

    def choose(acronyms: Acronyms) -> Expander:
        nonlocal last
        if last is None:
            last = _make_expander(texts, acronyms)
        elif last.acronyms != acronyms:
            last = last.with_acronyms(acronyms)
        return last

    return choose


def _make_expander(texts: LanguageTexts, acronyms: Acronyms) -> Expander:
    from waypost.search.expansion import Expander

    source = texts.plan.frame.identity.source.code
    return Expander(_load_words(texts), texts.code, source, acronyms)


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


def load_kept(
    plan: Plan, code: str, ending: str, kind: type[T], record: IndexRecord | None = None
) -> T | None:
    """What the last build kept, or None where there is nothing, or not what the record names."""
    digest = record.digests.get(ending) if record is not None else None
    try:
        data = _cache_path(plan.cache.folder, code, ending).read_bytes()
        if ending != RECORD and digest_bytes(data) != digest:
            return None
        return msgspec.msgpack.decode(data, type=kind)
    except (OSError, msgspec.MsgspecError):
        return None
