"""Hints at near translations: people's only, where a person is needed, and quiet in between."""

from __future__ import annotations

import time

from tests.unit.translation.sample import (
    by_draft,
    by_machine,
    by_person,
    by_reviewer,
    catalog,
    document,
    paragraph,
)
from waypost.model.replacing import replace
from waypost.model.text import Document, Risk
from waypost.translation.catalog import Catalog, Entry
from waypost.translation.current import read_current
from waypost.translation.index import index_segments
from waypost.translation.near import (
    NearIndex,
    drop_hints,
    find_hint,
    index_near,
    refresh_hints,
)
from waypost.translation.po_writer import render_catalog
from waypost.translation.state import resolve_file
from waypost.translation.sync import sync_catalog

KNOWN = "Bring your photo ID to the office."
SPANISH = "Traiga su identificación con foto a la oficina."
NEW = "Bring your photo ID to the library."
HINT = f"near: “{KNOWN}” → “{SPANISH}” (84 %)"


def _known(*entries: Entry) -> NearIndex:
    segments = [paragraph(int(entry.address.rpartition("-")[2]), entry.source) for entry in entries]
    return index_near([(document(*segments), catalog(*entries))])


def _hints(index: NearIndex, guide: Document, *entries: Entry) -> list[str | None]:
    synced = sync_catalog(guide, catalog(*entries))
    return [find_hint(entry.context) for entry in refresh_hints(guide, synced, index).entries]


INDEX = _known(by_person("body/do/p-1", KNOWN, SPANISH))


def test_a_missing_text_gets_one_hint() -> None:
    assert _hints(INDEX, document(paragraph(1, NEW))) == [HINT]


def test_the_words_of_reviewers_and_other_people_are_shown_and_no_others() -> None:
    guide = document(paragraph(1, NEW))
    for entry, is_shown in (
        (by_reviewer("body/do/p-1", KNOWN, SPANISH), True),
        (by_person("body/do/p-1", KNOWN, SPANISH), True),
        (Entry("body/do/p-1", KNOWN, SPANISH), True),
        (by_machine("body/do/p-1", KNOWN, SPANISH), False),
        (by_draft("body/do/p-1", KNOWN, SPANISH), False),
        (replace(by_person("body/do/p-1", KNOWN, SPANISH), flags=("fuzzy",)), False),
        (by_person("body/do/p-1", KNOWN, ""), False),
        (by_person("body/do/p-1", KNOWN, "Traiga {fee.x}"), False),
    ):
        assert (_hints(_known(entry), guide) == [HINT]) is is_shown, entry


def test_stale_words_are_no_example() -> None:
    stale = replace(by_person("body/do/p-1", "Something else.", SPANISH), source=KNOWN)
    assert _hints(_known(stale), document(paragraph(1, NEW))) == [None]


def test_a_text_that_needs_no_person_gets_none() -> None:
    guide = document(paragraph(1, NEW))
    critical = document(paragraph(1, NEW, Risk.CRITICAL))
    draft = by_machine("body/do/p-1", NEW, "Traiga …")
    assert _hints(INDEX, guide, draft) == [None]
    assert _hints(INDEX, critical, draft) == [HINT]
    assert _hints(INDEX, critical, by_person("body/do/p-1", NEW, "Traiga esto.")) == [None]


def test_a_persons_words_for_an_older_source_get_one() -> None:
    stale = by_person("body/do/p-1", "Bring it along.", "Tráigalo.")
    assert _hints(INDEX, document(paragraph(1, NEW)), stale) == [HINT]


def test_the_same_text_is_no_hint_and_neither_is_one_that_is_not_alike() -> None:
    same = paragraph(1, "Bring  your photo ID to the office.")
    far = paragraph(2, "We answer within ten days by mail.")
    assert _hints(INDEX, document(same, far)) == [None, None]


def test_the_nearest_counts_then_the_first() -> None:
    index = _known(
        by_person("body/do/p-1", "Bring your photo ID to the curt.", "uno"),
        by_person("body/do/p-2", "Bring your photo ID to the town library.", "dos"),
        by_person("body/do/p-3", "Bring your photo ID to the cart.", "tres"),
    )
    (hint,) = _hints(index, document(paragraph(1, "Bring your photo ID to the library.")))
    assert hint is not None
    assert "→ “dos”" in hint
    (hint,) = _hints(index, document(paragraph(1, "Bring your photo ID to the cxrt.")))
    assert hint is not None
    assert "→ “uno”" in hint


def test_a_hint_is_one_line_however_long_the_texts_are() -> None:
    long = "Bring your photo ID to the office.\n" * 12
    index = _known(by_person("body/do/p-1", long, "Traiga su identificación.\n" * 12))
    (hint,) = _hints(index, document(paragraph(1, long + "Now.")))
    assert hint is not None
    assert "\n" not in hint
    assert len(hint) < 360
    assert "…" in hint


def test_syncing_again_changes_nothing_and_another_translation_elsewhere_neither() -> None:
    guide = document(paragraph(1, NEW))
    first = refresh_hints(guide, sync_catalog(guide, catalog()), INDEX)
    again = refresh_hints(guide, sync_catalog(guide, first), INDEX)
    assert again == first
    more = _known(
        by_person("body/do/p-1", KNOWN, SPANISH),
        by_person("body/do/p-2", "Bring your photo ID to the library", "La mejor."),
    )
    assert refresh_hints(guide, sync_catalog(guide, first), more) == first


def test_a_hint_goes_when_its_pair_its_source_or_its_reason_has_gone() -> None:
    guide = document(paragraph(1, NEW))
    first = refresh_hints(guide, sync_catalog(guide, catalog()), INDEX)
    corrected = _known(by_person("body/do/p-1", KNOWN, "Lleve su identificación con foto."))
    (entry,) = refresh_hints(guide, sync_catalog(guide, first), corrected).entries
    assert "Lleve" in str(find_hint(entry.context))
    nothing = index_near([])
    (entry,) = refresh_hints(guide, sync_catalog(guide, first), nothing).entries
    assert find_hint(entry.context) is None
    other = document(paragraph(1, "We answer within ten days by mail."))
    (entry,) = refresh_hints(other, sync_catalog(other, first), INDEX).entries
    assert find_hint(entry.context) is None
    (hinted,) = first.entries
    done = catalog(replace(hinted, target="Traiga esto."))
    (entry,) = drop_hints(guide, sync_catalog(guide, done)).entries
    assert find_hint(entry.context) is None
    assert drop_hints(guide, first) == first


def test_a_hint_is_never_a_translation() -> None:
    guide = document(paragraph(1, NEW))
    hinted = refresh_hints(guide, sync_catalog(guide, catalog()), INDEX)
    assert resolve_file(index_segments(guide), render_catalog(hinted).encode(), set()) == [None]


def test_the_fast_reader_takes_files_with_hints() -> None:
    guide = document(paragraph(1, NEW, Risk.CRITICAL), paragraph(2, KNOWN))
    entries = (
        by_machine("body/do/p-1", NEW, "Traiga su identificación a la biblioteca."),
        by_person("body/do/p-2", KNOWN, SPANISH),
    )
    synced = sync_catalog(guide, catalog(*entries))
    hinted = refresh_hints(guide, synced, index_near([(guide, synced)]))
    assert [find_hint(entry.context) for entry in hinted.entries] == [HINT, None]
    data = render_catalog(hinted).encode()
    found = read_current(index_segments(guide), data, set())
    assert found is not None
    assert None not in found


def test_ten_thousand_texts_take_seconds() -> None:
    words = ["form", "office", "county", "renew", "letter", "phone", "photo", "card", "rent", "fee"]
    sources = [
        " ".join(words[(n // 10**k + k) % 10] for k in range(4)) + f" {n % 997} of {n // 997}."
        for n in range(10_000)
    ]
    segments = [paragraph(n, source) for n, source in enumerate(sources, start=1)]
    entries = [by_person(each.address, each.source, f"es {each.source}") for each in segments[::2]]
    guide = document(*segments)
    started = time.monotonic()
    index = index_near([(guide, Catalog("es", tuple(entries)))])
    missing = Catalog("es", tuple(Entry(each.address, each.source) for each in segments))
    refresh_hints(guide, missing, index)
    assert time.monotonic() - started < 15
