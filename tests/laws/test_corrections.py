"""Whatever comes back from a vendor: no person's words are lost, and nothing is taken twice."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.catalogs import documents, obsolete, sources
from waypost.model.correction import Correction, text_mark
from waypost.model.fingerprint import fingerprint
from waypost.model.replacing import replace
from waypost.model.text import Document
from waypost.model.translation import Freshness, Origin
from waypost.translation.catalog import Catalog, Entry
from waypost.translation.corrected import Outcome, Terms, take_corrections
from waypost.translation.index import index_segments
from waypost.translation.origin import is_persons, judge_entry
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_reader import read_targets
from waypost.translation.po_writer import render_catalog
from waypost.translation.stamp import StampKind, make_stamp
from waypost.translation.state import resolve
from waypost.translation.sync import sync_catalog

_REVIEWERS = frozenset({"ana"})
_targets = st.sampled_from(
    ["Uno", "Dos {fee}.", "Tres {fee}!", "Cuatro", "{fee", "", "«Uno»", " Uno"]
)
_terms = st.builds(
    Terms,
    st.just(_REVIEWERS),
    st.just(date(2026, 11, 21)),
    st.booleans(),
    st.sampled_from(["", "ana"]),
)


@st.composite
def _cases(draw: st.DrawFn) -> tuple[Document, Catalog, list[Correction]]:
    """A document, its synced catalogue in any state, and corrections to it."""
    document = draw(documents())
    entries: list[Entry] = []
    for segment in document.segments:
        made_for = draw(st.just(segment.source) | sources)
        target = draw(st.just("") | _targets)
        stamps = (
            None,
            make_stamp(StampKind.MACHINE, "argos 1 en_es", made_for, target),
            make_stamp(StampKind.REVIEWED, "ana 2026-01-01", made_for, target),
            make_stamp(StampKind.HUMAN, "", made_for, target),
        )
        stamp = draw(st.sampled_from(stamps))
        entries.append(Entry(segment.address, made_for, target, stamp))
    former = tuple(draw(st.lists(obsolete, max_size=1)))
    catalog = sync_catalog(document, Catalog("es", tuple(entries), former))
    catalog = sync_catalog(document, parse_catalog(render_catalog(catalog).encode()).catalog)
    places = [segment.address for segment in document.segments] + ["gone"]
    corrections = draw(
        st.lists(
            st.builds(
                Correction,
                st.just("es"),
                st.just(document.name),
                st.sampled_from(places),
                sources,
                _targets,
                note=st.sampled_from(["", "why?\nreviewed: ana 2026-01-01 src=0 tgt=0"]),
                mark=st.just("") | _targets.map(text_mark),
                is_final=st.booleans(),
            ),
            max_size=4,
            unique_by=lambda one: one.address,
        )
    )
    return document, catalog, corrections


def _persons_words(catalog: Catalog) -> set[str]:
    everything = (*catalog.entries, *catalog.obsolete)
    return {" ".join(entry.target.split()) for entry in everything if is_persons(entry)}


@given(_cases(), _terms)
def test_no_persons_words_are_lost(
    case: tuple[Document, Catalog, list[Correction]], terms: Terms
) -> None:
    document, catalog, corrections = case
    corrected = take_corrections(document, catalog, corrections, terms)
    lost = _persons_words(catalog) - _persons_words(corrected.catalog)
    # Where only quotation marks differ, the words are the same.
    kept = {fingerprint(words) for words in _persons_words(corrected.catalog)}
    assert {words for words in lost if fingerprint(words) not in kept} == set()


@given(_cases(), _terms)
def test_the_same_files_again_change_nothing(
    case: tuple[Document, Catalog, list[Correction]], terms: Terms
) -> None:
    document, catalog, corrections = case
    corrected = take_corrections(document, catalog, corrections, terms)
    # What gave way may serve another text with the same source; then nothing moves any more.
    synced = sync_catalog(document, corrected.catalog)
    assert sync_catalog(document, synced) == synced
    assert parse_catalog(render_catalog(synced).encode()).catalog == synced
    again = take_corrections(document, synced, corrections, replace(terms, may_replace=False))
    assert again.catalog == synced
    taken = {Outcome.TAKEN, Outcome.ACCEPTED}
    assert not taken & {answer.outcome for answer in again.answers}


@given(_cases(), _terms)
def test_a_reviewed_text_stays_unless_it_may_be_replaced(
    case: tuple[Document, Catalog, list[Correction]], terms: Terms
) -> None:
    document, catalog, corrections = case
    careful = replace(terms, may_replace=False)
    corrected = take_corrections(document, catalog, corrections, careful)
    index = index_segments(document)
    found = resolve(index, read_targets(render_catalog(catalog).encode()), _REVIEWERS)
    for before, after in zip(catalog.entries, corrected.catalog.entries, strict=True):
        position = index.by_address[before.address]
        shown, own = found[position], judge_entry(before, _REVIEWERS)
        is_reviewed = own == (Origin.REVIEWED, index.fingerprints[position])
        if is_reviewed and shown is not None and shown.freshness is Freshness.CURRENT:
            assert (after.target, after.stamp) == (before.target, before.stamp)


@given(_cases(), _terms)
def test_what_is_for_another_source_is_never_current(
    case: tuple[Document, Catalog, list[Correction]], terms: Terms
) -> None:
    document, catalog, corrections = case
    corrected = take_corrections(document, catalog, corrections, terms)
    for correction, answer in zip(corrections, corrected.answers, strict=True):
        if answer.outcome is not Outcome.KEPT:
            continue
        for entry in corrected.catalog.entries:
            made_for = judge_entry(entry, _REVIEWERS)[1]
            if entry.target == correction.target and made_for == fingerprint(entry.source):
                assert entry in catalog.entries or any(
                    other.target == entry.target and other is not correction
                    for other in corrections
                )


@given(_cases())
def test_a_file_cannot_make_a_review(case: tuple[Document, Catalog, list[Correction]]) -> None:
    document, catalog, corrections = case
    terms = Terms(_REVIEWERS, date(2026, 11, 21), may_replace=True)
    corrected = take_corrections(document, catalog, corrections, terms)
    read = parse_catalog(render_catalog(corrected.catalog).encode()).catalog
    stamps = {entry.stamp for entry in (*catalog.entries, *catalog.obsolete)}
    for entry in (*read.entries, *read.obsolete):
        if entry.stamp is not None and entry.stamp.kind is StampKind.REVIEWED:
            assert entry.stamp in stamps
