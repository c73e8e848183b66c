from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from waypost.content.guide_reader import parse_guide
from waypost.model.block import Inline, Item, List, Paragraph, Target, TargetKind
from waypost.model.fact import Duration, Fact, Money, Unit
from waypost.model.finding import Place
from waypost.model.guide import (
    Appointment,
    Asks,
    ByMail,
    ByPhone,
    Cost,
    Deadline,
    Guide,
    InPerson,
    Need,
    Online,
    ReferenceKind,
    Review,
    Section,
    SectionKey,
    Ways,
)
from waypost.model.phrase import Argument, PhraseUse
from waypost.model.text import Risk, Text

# The guide that shows editors all that a guide needs; see the handbook.
_LICENSE = """\
---
title: Renew your driver's license
summary: Renew online, by mail or in person before it expires.
also_known_as: [license renewal, expired license]
topics: [driving]
agency: motor_vehicles        # brings contacts, offices, interpreter, owner, review cycle
risk: standard
facts:                        # local facts; shared ones are in content/facts.yml
  fee: {money: 32, until: 2027-06-30, then: 36}
  grace: {duration: 60 days}
who:                          # phrases with parameters, or {text: …}
  - lives_here
  - age_at_least: 18
need:
  - photo_id
  - text: Vision form
    only_if: {age_at_least: 65}
    if_missing: Any eye doctor can fill it in.
cost:
  - {for: Renewal, amount: fee, waiver: low_income}
ways:
  online: {url: "https://dmv.example/renew", completes: yes, account: no, languages: [en, es]}
  in_person: {offices: all, appointment: optional}
  mail: {form: dl_44}
  phone: agency
asks: {ssn: yes, immigration_status: no}
on_behalf: yes
deadlines:
  - {by: expiry, grace: grace, if_missed: You take the written test again.}
time: {duration: 10 to 14 days}
reviewed: {on: 2026-11-21, by: license_team, checked: fees and forms, next: 2027-05-01}
---

Pay {fee}.

## What to do

1. Go to [an office](offices.md#all).
"""
_PATH = "content/guides/renew.md"


def _read(text: str) -> Guide:
    result = parse_guide(_PATH, text)
    assert result.findings == ()
    assert result.value is not None
    return result.value


def test_the_guide_of_the_handbook_is_read_whole() -> None:
    guide = _read(_LICENSE)
    usd = "USD"
    age = PhraseUse("age_at_least", (Argument("", "18", is_fact=False),))
    old = PhraseUse("age_at_least", (Argument("", "65", is_fact=False),))
    assert guide.id == "renew"
    assert guide.place == Place(_PATH)
    assert guide.title == Text("title", "Renew your driver's license")
    assert guide.also_known_as[1] == Text("also_known_as/2", "expired license")
    assert (guide.topics, guide.agency, guide.risk) == (
        ("driving",),
        "motor_vehicles",
        Risk.STANDARD,
    )
    assert guide.facts == (
        Fact(
            "fee",
            Money(Decimal(32), None, usd),
            Place(_PATH, 9, 3),
            until=date(2027, 6, 30),
            then=Money(Decimal(36), None, usd),
        ),
        Fact("grace", Duration(60, None, Unit.DAY), Place(_PATH, 10, 3)),
    )
    assert guide.who == (PhraseUse("lives_here", ()), age)
    missing = Text("need/2/if_missing", "Any eye doctor can fill it in.")
    assert guide.need == (
        Need(PhraseUse("photo_id", ()), None, None),
        Need(Text("need/2/text", "Vision form"), old, missing),
    )
    assert guide.cost == (Cost(Text("cost/1/for", "Renewal"), "fee", PhraseUse("low_income", ())),)
    assert guide.ways == Ways(
        Online("https://dmv.example/renew", completes=True, account=False, languages=("en", "es")),
        InPerson((), Appointment.OPTIONAL),
        ByMail("dl_44", ""),
        ByPhone(""),
    )
    assert guide.asks == Asks(ssn=True, immigration_status=False, who_sees=None)
    assert guide.on_behalf is True
    missed = Text("deadlines/1/if_missed", "You take the written test again.")
    assert guide.deadlines == (Deadline("expiry", "grace", missed),)
    assert guide.time == Duration(10, 14, Unit.DAY)
    assert guide.reviewed == Review(
        date(2026, 11, 21), "license_team", "fees and forms", date(2027, 5, 1)
    )


def test_the_body_stands_under_its_headings() -> None:
    office = Inline("Go to [an office]{1}.", (Target(TargetKind.LINK, "offices#all"),), 38)
    assert _read(_LICENSE).body == (
        Section("intro", None, None, (Paragraph(Inline("Pay {fee}.", (), 34)),)),
        Section(
            "what-to-do",
            SectionKey.DO,
            None,
            (List(ordered=True, start=1, items=(Item((Paragraph(office),)),)),),
        ),
    )


def test_everything_that_is_named_is_a_reference_with_its_place() -> None:
    found = {
        (one.kind, one.id, one.place.line, one.place.column) for one in _read(_LICENSE).references
    }
    assert found == {
        (ReferenceKind.TOPIC, "driving", 5, 10),
        (ReferenceKind.AGENCY, "motor_vehicles", 6, 9),
        (ReferenceKind.PHRASE, "lives_here", 12, 5),
        (ReferenceKind.PHRASE, "age_at_least", 13, 5),
        (ReferenceKind.PHRASE, "photo_id", 15, 5),
        (ReferenceKind.PHRASE, "age_at_least", 17, 15),
        (ReferenceKind.FACT, "fee", 20, 28),
        (ReferenceKind.PHRASE, "low_income", 20, 41),
        (ReferenceKind.FORM, "dl_44", 24, 16),
        (ReferenceKind.FACT, "expiry", 29, 10),
        (ReferenceKind.FACT, "grace", 29, 25),
        (ReferenceKind.FACT, "fee", 34, 5),
        (ReferenceKind.PAGE, "offices", 38, 21),
    }


def test_title_and_summary_are_enough() -> None:
    guide = _read("---\ntitle: Parking\nsummary: Where you may park.\n---\n")
    assert (guide.ways, guide.body, guide.references) == (Ways(), (), ())


def test_no_value_keeps_the_whole_file_alive() -> None:
    guide = _read(_LICENSE)
    plain = [guide.id, guide.agency, guide.topics[0], guide.title.source, guide.title.address]
    plain += [one.id for one in guide.references] + [fact.id for fact in guide.facts]
    assert {type(one) for one in plain} == {str}


def _with(field: str) -> Guide:
    return _read(f"---\ntitle: Parking\nsummary: Where you may park.\n{field}\n---\n")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("area: Room A [north] * 2", "Room A \\[north\\] \\* 2"),
        ("area: '**Only** in {place.town}'", "**Only** in {place.town}"),
        ("area: 'a {b c} {d}'", "a \\{b c\\} {d}"),
        ("area: |\n  One.\n\n  Two.\n", "One.\nTwo."),
        ("area: >\n  One\n  two.\n", "One two."),
        ("area: |\n  50% *off", "50% \\*off"),
    ],
)
def test_a_field_is_text_of_the_segment_grammar(written: str, text: str) -> None:
    assert _with(written).area == Text("area", text)


def test_a_deadline_is_a_date_a_fact_or_a_sentence() -> None:
    guide = _with(
        "deadlines:\n  - by: 2027-01-31\n  - by: date.tax\n  - by: {text: Before you move}\n"
        "  - by: {days_after: 30 days}"
    )
    assert [one.by for one in guide.deadlines] == [
        date(2027, 1, 31),
        "date.tax",
        Text("deadlines/3/by/text", "Before you move"),
        PhraseUse("days_after", (Argument("", "30 days", is_fact=False),)),
    ]


def test_a_cost_is_a_fact_free_or_a_sentence() -> None:
    guide = _with(
        "cost:\n  - amount: free\n  - amount: fee.x\n  - amount: {text: Ask}\n"
        "  - amount: {phrase: sliding_scale}"
    )
    assert [one.amount for one in guide.cost] == [
        "free",
        "fee.x",
        Text("cost/3/amount/text", "Ask"),
        PhraseUse("sliding_scale", ()),
    ]


def test_a_phrase_takes_several_values_and_facts() -> None:
    guide = _with("who:\n  - income_at_most: {people: 3, amount: income.limit}")
    assert guide.who == (
        PhraseUse(
            "income_at_most",
            (
                Argument("people", "3", is_fact=False),
                Argument("amount", "income.limit", is_fact=True),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on_behalf: yes", True),
        ("on_behalf: No", False),
        ("on_behalf: with_letter", PhraseUse("with_letter", ())),
        ("on_behalf: {text: A parent may}", Text("on_behalf/text", "A parent may")),
    ],
)
def test_on_behalf(written: str, value: object) -> None:
    assert _with(written).on_behalf == value


def test_offices_are_all_one_or_some() -> None:
    for written, offices in (
        ("all", ()),
        ("hall", ("hall",)),
        ("[hall, annex]", ("hall", "annex")),
    ):
        way = _with(f"ways: {{in_person: {{offices: {written}}}}}").ways.in_person
        assert way == InPerson(offices, None)


def test_every_way_may_say_whether_it_leads_to_the_end() -> None:
    ways = _with(
        "ways: {in_person: {completes: yes}, mail: {completes: no}, "
        "phone: {number: phone.desk, completes: no}}"
    ).ways
    assert ways.in_person == InPerson((), None, completes=True)
    assert ways.mail == ByMail("", "", completes=False)
    assert ways.phone == ByPhone("phone.desk", completes=False)
    assert _with("ways: {phone: phone.desk}").ways.phone == ByPhone("phone.desk")
    assert _with("ways: {phone: {completes: yes}}").ways.phone == ByPhone("", completes=True)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{number: phone.desk, opens: yes}", "C050"),
        ("[phone.desk]", "C052"),
        ("{completes: so}", "C054"),
    ],
)
def test_a_phone_that_is_written_wrongly_is_refused(written: str, code: str) -> None:
    text = f"---\ntitle: T\nsummary: S.\nways: {{phone: {written}}}\n---\n"
    findings = parse_guide(_PATH, text).findings
    assert [each.code for each in findings] == [code]


def test_aliases_lose_their_outer_slashes() -> None:
    assert _with("aliases: [/driving/renew-license/, old]").aliases == (
        "driving/renew-license",
        "old",
    )


def test_a_wrong_field_leaves_the_others() -> None:
    text = "---\nsummary: Where you may park.\nrisk: high\ntopics: [roads, Bad Id]\n---\n\nText.\n"
    result = parse_guide("content/guides/parking.md", text)
    guide = result.value
    assert guide is not None
    assert (guide.title.source, guide.risk, guide.topics) == ("parking", Risk.STANDARD, ("roads",))
    assert len(guide.body) == 1
    assert [one.code for one in result.findings] == ["C051", "C054", "C057"]


def test_broken_yaml_still_shows_what_is_wrong_below() -> None:
    result = parse_guide("content/guides/parking.md", "---\na: b: c\n---\n\n<b>x</b>\n")
    assert result.value is None
    assert [one.code for one in result.findings] == ["C003", "C070"]
