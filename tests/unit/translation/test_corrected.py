"""Corrections in a catalogue: what a person wrote stays, whoever else writes."""

from __future__ import annotations

from datetime import date

import pytest

from waypost.model.correction import Correction, text_mark
from waypost.model.replacing import replace
from waypost.model.text import Document, Risk, Role, Segment, Syntax
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.corrected import (
    Answer,
    Corrected,
    Outcome,
    Terms,
    take_corrections,
)
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_writer import render_catalog
from waypost.translation.soundness import Flaw, FlawKind
from waypost.translation.stamp import StampKind, make_stamp
from waypost.translation.suspects import normal_text
from waypost.translation.sync import sync_catalog

_DAY = date(2026, 11, 21)
_TERMS = Terms(frozenset({"ana"}), _DAY)
_REPLACE = replace(_TERMS, may_replace=True)
_ACCEPT = replace(_TERMS, handle="ana")
_SOURCE = "Pay {fee} now."
_BANK = Document(
    "phrases",
    "content/phrases.yml",
    (
        Segment("age", "You're {age} or older", Role.PHRASE, Risk.CRITICAL, Syntax.MESSAGE),
        Segment("yes", "Yes", Role.PHRASE, Risk.STANDARD, Syntax.MESSAGE),
    ),
)


def _document(*texts: tuple[str, str]) -> Document:
    segments = [Segment(place, text, Role.PARAGRAPH, Risk.STANDARD) for place, text in texts]
    return Document("guides/x", "content/guides/x.md", tuple(segments))


_DOCUMENT = _document(("a", _SOURCE), ("b", "Yes"))


def _correct(
    target: str,
    source: str = _SOURCE,
    address: str = "a",
    *,
    given: str | None = None,
    note: str = "",
    by: str = "",
) -> Correction:
    mark = "" if given is None else text_mark(given)
    return Correction("es", "guides/x", address, source, target, note, by, mark)


def _catalog(target: str, kind: StampKind | None, source: str = _SOURCE) -> Catalog:
    """The synced catalogue in which `target` was made for `source`, as the stamp says."""
    by = {StampKind.MACHINE: "argos 1 en_es", StampKind.REVIEWED: "ana 2026-01-01"}
    stamp = None if kind is None else make_stamp(kind, by.get(kind, ""), source, target)
    flags = (FUZZY,) if kind is StampKind.MACHINE else ()
    catalog = Catalog("es", (Entry("a", source, target, stamp, flags),))
    return sync_catalog(_DOCUMENT, catalog)


def _take(catalog: Catalog, *corrections: Correction, terms: Terms = _TERMS) -> Corrected:
    """What comes of it; that a second time changes nothing, nor does a sync, is always so."""
    corrected = take_corrections(_DOCUMENT, catalog, corrections, terms)
    again = take_corrections(_DOCUMENT, corrected.catalog, corrections, terms)
    assert again.catalog == corrected.catalog
    assert sync_catalog(_DOCUMENT, corrected.catalog) == corrected.catalog
    read = parse_catalog(render_catalog(corrected.catalog).encode("utf-8"))
    assert read.catalog == corrected.catalog
    return corrected


def _first(corrected: Corrected) -> tuple[Outcome, Entry]:
    return corrected.answers[0].outcome, corrected.catalog.entries[0]


_EMPTY = sync_catalog(_DOCUMENT, Catalog("es"))
_MACHINE = _catalog("Paga {fee} ahora.", StampKind.MACHINE)
_HUMAN = _catalog("Pague {fee} hoy.", StampKind.HUMAN)
_REVIEWED = _catalog("Pague {fee} hoy.", StampKind.REVIEWED)
_GOOD = "Pague {fee} ahora."
_GOOD_STAMP = make_stamp(StampKind.HUMAN, "", _SOURCE, _GOOD)


class TestTaken:
    """What is written, and whose it is then."""

    @pytest.mark.parametrize("catalog", [_EMPTY, _MACHINE])
    def test_a_persons_text_where_none_stood(self, catalog: Catalog) -> None:
        corrected = _take(catalog, _correct(_GOOD))
        outcome, entry = _first(corrected)
        assert outcome is Outcome.TAKEN
        assert (entry.target, entry.stamp, entry.flags) == (_GOOD, _GOOD_STAMP, ())
        assert corrected.catalog.obsolete == ()

    def test_another_persons_text_gives_way_and_stays_as_a_pair(self) -> None:
        corrected = _take(_HUMAN, _correct(_GOOD))
        assert _first(corrected)[1].target == _GOOD
        (former,) = corrected.catalog.obsolete
        assert (former.source, former.target) == (_SOURCE, "Pague {fee} hoy.")
        assert former.stamp == make_stamp(StampKind.HUMAN, "", _SOURCE, "Pague {fee} hoy.")

    def test_a_reviewed_text_gives_way_where_that_is_asked_for(self) -> None:
        corrected = _take(_REVIEWED, _correct(_GOOD), terms=_REPLACE)
        assert _first(corrected)[0] is Outcome.TAKEN
        (former,) = corrected.catalog.obsolete
        assert former.stamp is not None
        assert former.stamp.kind is StampKind.REVIEWED

    def test_a_text_that_moved_is_found_by_its_source(self) -> None:
        corrected = _take(_EMPTY, _correct("Sí", "Yes", "gone/p-7"))
        assert corrected.answers == (Answer(Outcome.TAKEN, moved_to="b"),)
        assert corrected.catalog.entries[1].target == "Sí"

    def test_quotation_marks_alone_make_no_machine_text_a_persons(self) -> None:
        machine = _catalog("Paga “{fee}” ahora.", StampKind.MACHINE)
        outcome, entry = _first(_take(machine, _correct("Paga «{fee}» ahora.")))
        assert outcome is Outcome.TAKEN
        assert entry.target == "Paga «{fee}» ahora."
        assert entry.stamp is not None
        assert entry.stamp.kind is StampKind.MACHINE
        assert entry.flags == (FUZZY,)

    def test_a_broken_text_of_a_person_gives_way(self) -> None:
        broken = _catalog("Pague ahora.", StampKind.HUMAN)
        corrected = _take(broken, _correct(_GOOD, given=""))
        assert _first(corrected)[0] is Outcome.TAKEN
        assert [one.target for one in corrected.catalog.obsolete] == ["Pague ahora."]

    def test_a_note_becomes_a_comment_once(self) -> None:
        note = "reviewed: ana 2026-01-01 src=0123456789ab tgt=0123456789ab\nand\u202e more"
        corrected = _take(_MACHINE, _correct("Paga {fee} ahora.", note=note, by="Eve\n# x"))
        outcome, entry = _first(corrected)
        assert outcome is Outcome.UNCHANGED
        assert entry.comments == (
            "note by Eve # x: reviewed: ana 2026-01-01 src=0123456789ab tgt=0123456789ab and more",
        )
        assert entry.stamp == _MACHINE.entries[0].stamp


class TestUnchanged:
    """A text that nobody touched stays what it was."""

    @pytest.mark.parametrize("catalog", [_MACHINE, _HUMAN, _REVIEWED])
    @pytest.mark.parametrize("spaces", ["{}", " {}\n", "{}  "])
    def test_the_same_text(self, catalog: Catalog, spaces: str) -> None:
        corrected = _take(catalog, _correct(spaces.format(catalog.entries[0].target)))
        assert corrected.answers == (Answer(Outcome.UNCHANGED),)
        assert corrected.catalog == catalog

    def test_a_text_as_it_was_given_though_another_stands_there_now(self) -> None:
        corrected = _take(_HUMAN, _correct("Paga {fee} ahora.", given="Paga {fee} ahora."))
        assert corrected == Corrected(_HUMAN, (Answer(Outcome.UNCHANGED),))

    @pytest.mark.parametrize("target", ["", "  \n"])
    def test_a_deleted_text_deletes_nothing(self, target: str) -> None:
        assert _take(_HUMAN, _correct(target)).catalog == _HUMAN

    def test_other_escapes_of_the_same_text(self) -> None:
        assert normal_text("a\\b \\* c", Syntax.MARKUP) == normal_text(
            "a\\\\b  \\* c", Syntax.MARKUP
        )
        assert normal_text("don't {x}", Syntax.MESSAGE) == normal_text("don''t {x}", Syntax.MESSAGE)
        assert normal_text("{broken", Syntax.MARKUP) == "{broken"


class TestRefused:
    """What isn't taken, and leaves the catalogue as it is."""

    def test_a_reviewed_text_is_current(self) -> None:
        assert _take(_REVIEWED, _correct(_GOOD)) == Corrected(
            _REVIEWED, (Answer(Outcome.REVIEWED),)
        )

    def test_a_stamp_of_nobody_protects_like_a_persons_text(self) -> None:
        terms = Terms(frozenset(), _DAY)
        assert _take(_REVIEWED, _correct(_GOOD), terms=terms).answers[0].outcome is Outcome.TAKEN

    def test_somebody_has_edited_the_text_since(self) -> None:
        correction = _correct(_GOOD, given="Paga {fee} ahora.")
        assert _take(_HUMAN, correction) == Corrected(_HUMAN, (Answer(Outcome.EDITED),))
        assert _first(_take(_HUMAN, correction, terms=_REPLACE))[0] is Outcome.TAKEN
        given = _correct(_GOOD, given="Pague {fee} hoy.")
        assert _first(_take(_HUMAN, given))[0] is Outcome.TAKEN

    @pytest.mark.parametrize(
        ("target", "flaw"),
        [
            ("Pague ahora.", Flaw(FlawKind.LOST, "{fee}")),
            ("Pague {fee} {fee}.", Flaw(FlawKind.EXTRA, "{fee}")),
            ("Pague {fee} **ahora.", None),
            ("Pague {fee}\u202e.", Flaw(FlawKind.SIGN, "U+202E")),
            ("Pague {fee}\x00.", Flaw(FlawKind.SIGN, "U+0000")),
        ],
    )
    def test_a_text_that_cannot_stand_in_a_page(self, target: str, flaw: Flaw | None) -> None:
        corrected = _take(_MACHINE, _correct(target), _correct("Sí", "Yes", "b"))
        assert corrected.answers[0].outcome is Outcome.BROKEN
        assert flaw is None or corrected.answers[0].flaws == (flaw,)
        assert corrected.answers[1].outcome is Outcome.TAKEN
        assert corrected.catalog.entries[0] == _MACHINE.entries[0]

    def test_a_text_without_a_letter(self) -> None:
        corrected = _take(_EMPTY, _correct("…!", "Yes", "b"))
        assert corrected.answers[0].flaws == (Flaw(FlawKind.LOST, "every word"),)

    def test_an_address_that_is_not_there(self) -> None:
        corrected = _take(_MACHINE, _correct(_GOOD, "Never written", "c", note="why?"))
        assert corrected == Corrected(_MACHINE, (Answer(Outcome.UNKNOWN),))


class TestOlderSource:
    """A correction of what the source said before is kept, and never shown as current."""

    _OLD = "Pay {fee} soon."

    _PAIR = Entry("a", _OLD, "Paga {fee} pronto.", make_stamp(StampKind.HUMAN, "", _OLD, "Paga"))

    def _knowing(self, catalog: Catalog) -> Catalog:
        """The catalogue in which a former pair still says what the old source was."""
        return replace(catalog, obsolete=(self._PAIR,))

    def test_beside_the_old_source_where_nothing_stands(self) -> None:
        bare = replace(_EMPTY.entries[0], previous=self._OLD)
        known = replace(_EMPTY, entries=(bare, *_EMPTY.entries[1:]))
        corrected = take_corrections(_DOCUMENT, known, [_correct(_GOOD, self._OLD)], _TERMS)
        outcome, entry = _first(corrected)
        assert outcome is Outcome.KEPT
        assert (entry.source, entry.target, entry.previous) == (_SOURCE, _GOOD, self._OLD)
        assert entry.stamp == make_stamp(StampKind.HUMAN, "", self._OLD, _GOOD)

    @pytest.mark.parametrize("catalog", [_MACHINE, _HUMAN, _REVIEWED])
    def test_as_an_obsolete_pair_where_a_text_stands(self, catalog: Catalog) -> None:
        known = self._knowing(catalog)
        corrected = take_corrections(_DOCUMENT, known, [_correct(_GOOD, self._OLD)], _TERMS)
        assert corrected.answers == (Answer(Outcome.KEPT),)
        assert corrected.catalog.entries == catalog.entries
        stamp = make_stamp(StampKind.HUMAN, "", self._OLD, _GOOD)
        kept = [replace(one, address="a") for one in corrected.catalog.obsolete]
        assert kept == [self._PAIR, Entry("a", self._OLD, _GOOD, stamp)]

    def test_the_pair_comes_back_with_its_source(self) -> None:
        machine = _catalog("Paga {fee} pronto.", StampKind.MACHINE, self._OLD)
        corrected = _take(machine, _correct(_GOOD, self._OLD))
        assert corrected.answers == (Answer(Outcome.KEPT),)
        before = _document(("a", self._OLD), ("b", "Yes"))
        assert sync_catalog(before, corrected.catalog).entries[0].target == _GOOD

    @pytest.mark.parametrize("catalog", [_EMPTY, _MACHINE, _HUMAN, _REVIEWED])
    def test_a_source_that_nobody_knows_is_not_believed(self, catalog: Catalog) -> None:
        corrected = _take(catalog, _correct(_GOOD, self._OLD, note="Look!"))
        assert corrected == Corrected(catalog, (Answer(Outcome.OTHER_SOURCE),))

    def test_it_must_hold_what_the_old_source_held(self) -> None:
        stale = _catalog("Pague {fee} pronto.", StampKind.REVIEWED, self._OLD)
        corrected = _take(stale, _correct("Pague ahora.", self._OLD))
        assert corrected.answers[0].outcome is Outcome.BROKEN

    def test_a_stale_text_as_it_was_given_changes_nothing(self) -> None:
        stale = _catalog("Pague {fee} pronto.", StampKind.REVIEWED, self._OLD)
        correction = _correct("Pague {fee} pronto.", given="Pague {fee} pronto.")
        assert _take(stale, correction) == Corrected(stale, (Answer(Outcome.UNCHANGED),))

    def test_a_stale_text_corrected_for_the_new_source(self) -> None:
        stale = _catalog("Pague {fee} pronto.", StampKind.REVIEWED, self._OLD)
        corrected = _take(stale, _correct(_GOOD, given="Pague {fee} pronto."))
        assert _first(corrected)[1].stamp == _GOOD_STAMP
        (former,) = corrected.catalog.obsolete
        assert (former.source, former.target) == (self._OLD, "Pague {fee} pronto.")


class TestAccepted:
    """A reviewer stands by what a file says is reviewed."""

    def _final(self, target: str, source: str = _SOURCE, given: str = "") -> Correction:
        mark = text_mark(given or target)
        return Correction("es", "guides/x", "a", source, target, mark=mark, is_final=True)

    @pytest.mark.parametrize("catalog", [_MACHINE, _HUMAN])
    def test_a_text_that_stands_there(self, catalog: Catalog) -> None:
        target = catalog.entries[0].target
        outcome, entry = _first(_take(catalog, self._final(target), terms=_ACCEPT))
        assert outcome is Outcome.ACCEPTED
        assert entry.stamp == make_stamp(StampKind.REVIEWED, "ana 2026-11-21", _SOURCE, target)
        assert entry.flags == ()

    def test_a_new_text(self) -> None:
        corrected = _take(_MACHINE, self._final(_GOOD, given="x"), terms=_ACCEPT)
        outcome, entry = _first(corrected)
        assert (outcome, entry.target) == (Outcome.ACCEPTED, _GOOD)
        assert entry.stamp is not None
        assert entry.stamp.kind is StampKind.REVIEWED

    def test_nobody_stands_by_it(self) -> None:
        target = _MACHINE.entries[0].target
        assert _take(_MACHINE, self._final(target)).catalog == _MACHINE
        outcome, entry = _first(_take(_MACHINE, self._final(_GOOD, given="x")))
        assert (outcome, entry.stamp) == (Outcome.TAKEN, _GOOD_STAMP)

    def test_a_reviewed_text_keeps_its_stamp_and_date(self) -> None:
        correction = self._final(_REVIEWED.entries[0].target)
        assert _take(_REVIEWED, correction, terms=_ACCEPT).catalog == _REVIEWED

    def test_not_for_another_text_or_source(self) -> None:
        corrected = _take(_HUMAN, self._final("Paga {fee} ahora."), terms=_ACCEPT)
        assert corrected == Corrected(_HUMAN, (Answer(Outcome.NOT_VOUCHED),))
        stale = _catalog("Pague {fee} pronto.", StampKind.HUMAN, "Pay {fee} soon.")
        corrected = _take(stale, self._final("Pague {fee} pronto."), terms=_ACCEPT)
        assert corrected == Corrected(stale, (Answer(Outcome.NOT_VOUCHED),))
        old = self._final("Paga {fee} ahora.", "Pay {fee} soon.")
        assert _take(_MACHINE, old, terms=_ACCEPT).answers[0].outcome is Outcome.NOT_VOUCHED

    def test_a_text_that_served_from_another_place(self) -> None:
        outcome, entry = _first(_take(_EMPTY, self._final(_GOOD), terms=_ACCEPT))
        assert (outcome, entry.target) == (Outcome.ACCEPTED, _GOOD)


def test_a_phrase_is_checked_as_a_message() -> None:
    catalog = sync_catalog(_BANK, Catalog("es"))
    good = Correction("es", "phrases", "age", "You're {age} or older", "Tiene {age} años o más")
    bad = Correction("es", "phrases", "yes", "Yes", "Sí, l'{x}")
    corrected = take_corrections(_BANK, catalog, [good, bad], _TERMS)
    assert [one.outcome for one in corrected.answers] == [Outcome.TAKEN, Outcome.BROKEN]
