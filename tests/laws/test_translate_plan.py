"""A plan that hardly reads is the plan that reads all; the memory keeps every text's origin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.catalogs import catalogs, documents
from waypost.model.fingerprint import fingerprint
from waypost.model.policy import DEFAULT_POLICY
from waypost.model.replacing import replace
from waypost.model.text import Document
from waypost.pipeline.translate_plan import is_empty_catalog, key_of, split_segments
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.fill import plan_fill
from waypost.translation.index import index_segments
from waypost.translation.memory import recall_all, remember
from waypost.translation.origin import is_persons, judge_entry
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_writer import render_catalog
from waypost.translation.soundness import has_words
from waypost.translation.stamp import StampKind, make_stamp
from waypost.translation.sync import sync_catalog

_NOBODY: frozenset[str] = frozenset()
_TARGETS = st.sampled_from(["", "Pague {fee}.", "Llame.", "Sí", "No"])
_KINDS = st.sampled_from([None, *StampKind])


@st.composite
def translated(draw: st.DrawFn, document: Document, *, tidy: bool = False) -> Catalog:
    """A synced catalogue of the document with texts of any origin, some for another source.

    A tidy one has only stamped texts, each for the source that it stands beside.
    """
    entries: list[Entry] = []
    for entry in sync_catalog(document, Catalog("es")).entries:
        target, kind = draw(_TARGETS), draw(_KINDS)
        if tidy:
            target, kind = (entry.source if target else ""), kind or StampKind.HUMAN
        made_for = entry.source if tidy else draw(st.sampled_from([entry.source, "Else."]))
        by = "ana 2026-11-21" if kind is StampKind.REVIEWED else "argos 1 en_es"
        stamp = None if kind is None or not target else make_stamp(kind, by, made_for, target)
        flags = (FUZZY,) if stamp is not None and stamp.is_unchecked else ()
        entries.append(replace(entry, target=target, stamp=stamp, flags=flags))
    return Catalog("es", tuple(entries))


@given(catalogs)
def test_an_empty_catalogue_is_one_without_any_translation(catalog: Catalog) -> None:
    data = render_catalog(catalog).encode()
    if is_empty_catalog(data):
        reading = parse_catalog(data)
        assert reading.is_whole
        assert not reading.catalog.obsolete
        assert not any(entry.target for entry in reading.catalog.entries)


@given(documents())
def test_a_freshly_synced_file_is_empty(document: Document) -> None:
    assert is_empty_catalog(render_catalog(sync_catalog(document, Catalog("es"))).encode())


@given(st.data())
def test_a_glance_gives_the_plan_of_a_close_look(data: st.DataObject) -> None:
    document, is_tidy = data.draw(documents()), data.draw(st.booleans())
    if is_tidy:  # the fast reader takes no file with a gap where the same text stands elsewhere
        segments = [replace(x, source=f"{x.source} {x.address}") for x in document.segments]
        document = replace(document, segments=tuple(segments))
    catalog = data.draw(translated(document, tidy=is_tidy))
    if data.draw(st.booleans()):
        catalog = replace(catalog, obsolete=data.draw(translated(document)).entries)
    file = render_catalog(catalog).encode()
    split = split_segments(lambda: index_segments(document), document, file, {"ana"})
    if split is not None:
        missing, others = split
        synced = sync_catalog(document, parse_catalog(file).catalog)
        assert missing == plan_fill(document, synced, DEFAULT_POLICY)
        worded = {one.address for one in document.segments if has_words(one.source, one.syntax)}
        said = {entry.address for entry in synced.entries if entry.target}
        assert said == {one.address for one in others} & worded


@given(st.data())
def test_a_recalled_text_keeps_its_origin(data: st.DataObject) -> None:
    here, there = data.draw(documents()), data.draw(documents())
    known = sync_catalog(there, data.draw(translated(there)))
    mine = sync_catalog(here, data.draw(translated(here)))
    memory = remember([(there, known)], frozenset({"ana"}))
    wanted = plan_fill(here, mine, DEFAULT_POLICY)
    recalled, unknown = recall_all(mine, wanted, memory)
    sources = {
        (key_of(one), entry.target, entry.stamp)
        for one in there.segments
        for entry in known.entries
        if entry.address == one.address
    }
    segments = {one.address: one for one in here.segments}
    for before, after in zip(mine.entries, recalled.entries, strict=True):
        if before == after:
            continue
        segment = segments[after.address]
        assert segment in wanted
        assert segment not in unknown
        # The same words, with the same stamp, in the same role, for this very source.
        assert (key_of(segment), after.target, after.stamp) in sources
        assert judge_entry(after, _NOBODY)[1] == fingerprint(segment.source)
        assert after.is_fuzzy == (after.stamp is not None and after.stamp.is_unchecked)
        if is_persons(before):
            assert judge_entry(before, _NOBODY)[1] != fingerprint(segment.source)
    assert {one.address for one in unknown} <= {one.address for one in wanted}
