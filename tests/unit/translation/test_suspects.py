"""Texts that came to the wrong place are known as such, and those at their own aren't."""

from __future__ import annotations

import pytest

from waypost.model.correction import Correction, text_mark
from waypost.model.glossary import Glossary, Term, TermRule
from waypost.model.text import Risk, Role, Segment, Syntax
from waypost.translation.catalog import Catalog, Entry
from waypost.translation.stamp import StampKind, make_stamp
from waypost.translation.suspects import Examiner, collect_owners

_PAY = Entry("a", "Pay now.", "Pague ahora.")
_BRING = Entry("b", "Bring it.", "Tráigalo.")
_FORMER = Entry("c~2", "Call us.", "Llámenos.")
_STALE = Entry(
    "d", "Wait here.", "Espere.", make_stamp(StampKind.REVIEWED, "ana", "Wait.", "Espere.")
)
_CATALOGS = [("guides/x", Catalog("es", (_PAY, _BRING, _STALE), (_FORMER,)))]
_KEPT = Glossary("es", (Term("food stamps", TermRule.KEPT, ()),))


def _segment(source: str, address: str = "z", syntax: Syntax = Syntax.MARKUP) -> Segment:
    return Segment(address, source, Role.PARAGRAPH, Risk.STANDARD, syntax)


def _owner(target: str, source: str, address: str = "z", *given: Correction) -> str | None:
    examiner = Examiner("en", "es", owners=collect_owners(_CATALOGS, given))
    found = examiner.find_owner("guides/x", source, target, _segment(source, address))
    return None if found is None else found.name


@pytest.mark.parametrize(
    ("target", "owner"),
    [
        ("Pague ahora.", "guides/x, a"),
        (" Pague\n ahora. ", "guides/x, a"),
        ("Llámenos.", "guides/x, c"),
        ("Dado.", "guides/y, q"),
        ("Pague hoy.", None),
    ],
)
def test_whose_translation_a_text_is(target: str, owner: str | None) -> None:
    given = Correction("es", "guides/y", "q", "Given.", "Otro.", mark=text_mark("Dado."))
    assert _owner(target, "Something else.", "z", given) == owner


@pytest.mark.parametrize(
    ("target", "source", "address"),
    [
        ("Pague ahora.", "Pay now.", "z"),
        ("Pague ahora.", "PAY NOW!", "z"),
        ("Pague ahora.", "Pay today.", "a"),
        ("Llámenos.", "Call us now.", "c"),
        ("Espere.", "Wait.", "z"),
        ("Espere.", "Wait here.", "z"),
        ("Tráigalo.", "{from} to {until}", "z"),
    ],
)
def test_a_text_of_its_own_is_nobody_elses(target: str, source: str, address: str) -> None:
    assert _owner(target, source, address) is None


@pytest.mark.parametrize(
    ("source", "target", "is_source"),
    [
        ("Bring it to us.", "Bring  it to us.", True),
        ("Bring it to us.", "bring it to us.", True),
        ("Parking permit", "Parking permit", True),
        ("Apply for food stamps", "Apply for food stamps", True),
        ("**Food stamps**", "**Food stamps**", False),
        ("Total", "Total", False),
        ("Alder County", "Alder County", False),
        ("Bring it to us.", "Tráigalo.", False),
    ],
)
def test_the_source_given_back(source: str, target: str, *, is_source: bool) -> None:
    examiner = Examiner("en", "es", _KEPT)
    assert examiner.is_source(source, target, _segment(source)) is is_source
    assert not Examiner("en", "en-GB").is_source(source, target, _segment(source))


def test_what_the_checks_say() -> None:
    found = Examiner("en", "es").find_defects("Pay $5.", "Pague $50.", _segment("Pay $5."))
    assert [one.is_blocking for one in found][:1] == [True]
    assert Examiner().find_defects("Pay $5.", "Pague $50.", _segment("Pay $5.")) == ()
