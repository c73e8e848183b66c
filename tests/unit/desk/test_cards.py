"""What a card says of a text."""

from __future__ import annotations

import json

import pytest

from tests.unit.desk.made import make_site, make_text
from waypost.desk.cards import make_card, name_place
from waypost.desk.values import DeskText
from waypost.model.replacing import replace
from waypost.model.text import Risk, Role
from waypost.model.translation import Freshness, Origin

_HASHES = " src=0123456789ab tgt=0123456789ab"


@pytest.mark.parametrize(
    ("address", "role", "document", "words"),
    [
        ("title", Role.TITLE, "guides/a", "Title"),
        ("who/3/text", Role.FIELD, "guides/a", "Who 3"),
        ("need/1/if_missing", Role.FIELD, "guides/a", "Need 1, if missing"),
        ("body/what-to-do/li-3", Role.ITEM, "guides/a", "What to do: item 3"),
        ("body/what-to-do/heading", Role.HEADING, "guides/a", "What to do: heading"),
        ("age_at_least", Role.PHRASE, "phrases", "Phrase age_at_least"),
        ("skip", Role.INTERFACE, "interface", "skip: What to do"),
    ],
)
def test_a_place_has_a_name(address: str, role: Role, document: str, words: str) -> None:
    text = make_text(address=address, role=role, document=document)
    assert name_place(text.unit) == words


@pytest.mark.parametrize(
    ("stamp", "origin", "words"),
    [
        ("reviewed: ana 2026-11-16" + _HASHES, Origin.REVIEWED, "Reviewed by ana on 2026-11-16"),
        (
            "reviewed: ana 2026-11-16" + _HASHES,
            Origin.HUMAN,
            "Reviewed before by ana on 2026-11-16",
        ),
        (
            "mt: argos 1.12 en_es" + _HASHES,
            Origin.MACHINE,
            "Written by a machine (argos 1.12 en_es)",
        ),
        ("mt: argos 1.12 en_es" + _HASHES, Origin.HUMAN, "Written by a person"),
        ("human:" + _HASHES, Origin.HUMAN, "Written by a person"),
        (
            "draft: example 1" + _HASHES,
            Origin.DRAFT,
            "Written by the project, as a draft (example 1)",
        ),
        ("", Origin.HUMAN, "Written by a person"),
        ("", None, ""),
    ],
)
def test_a_stamp_in_words(stamp: str, origin: Origin | None, words: str) -> None:
    assert make_card(make_site(), make_text(origin=origin, stamp=stamp), 1).origin == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (make_text(origin=Origin.REVIEWED, risk=Risk.CRITICAL), "this text"),
        (make_text(), "this text, and a note that nobody has checked it"),
        (make_text(origin=None), "the source"),
        (make_text(risk=Risk.CRITICAL), "the source, until somebody has reviewed this text"),
        (
            make_text(risk=Risk.CRITICAL, freshness=Freshness.STALE),
            "the source, since it has changed",
        ),
        (
            make_text(risk=Risk.CRITICAL, document="interface"),
            "this text and the source, until somebody has reviewed it",
        ),
    ],
)
def test_what_readers_see(text: DeskText, words: str) -> None:
    assert make_card(make_site(), text, 1).readers == words


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        (None, ""),
        (0, "Stands on no page yet"),
        (1, "Stands on 1 page"),
        (12, "Stands on 12 pages"),
    ],
)
def test_how_often_a_phrase_is_used(pages: int | None, words: str) -> None:
    text = replace(make_text(document="phrases"), pages=pages)
    assert make_card(make_site(), text, 1).used == words


def test_a_card_leads_to_its_line() -> None:
    text = make_text()
    assert make_card(make_site(), text, 1).edit == ""
    assert make_card(make_site(), text, 1).place == "translations/es/guides/renew.po:12"
    site = make_site("https://github.com/alder/site/edit/main/")
    assert make_card(site, text, 1).edit == (
        "https://github.com/alder/site/edit/main/translations/es/guides/renew.po#L12"
    )


def test_a_card_carries_what_the_script_needs() -> None:
    card = make_card(make_site(), make_text("Pay {fee} [now]{1}.", facts=(("fee", "$3"),)), 7)
    assert json.loads(card.marks) == ["[]{1}", "{fee}"]
    assert (card.order, card.facts) == (7, (("fee", "$3"),))


def test_a_card_shows_what_cannot_stand_in_a_page() -> None:
    card = make_card(make_site(), make_text(origin=None, unusable="[roto"), 1)
    assert (card.state, card.target) == ("unusable", "[roto")
