"""A small site in memory: one guide, an agency, an office; and translations of any state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache

from waypost.content.entry_reader import parse_facts, parse_topics
from waypost.content.guide_reader import parse_guide
from waypost.content.place_reader import parse_agency, parse_alert, parse_office
from waypost.locales.registry import find_language
from waypost.model.content import Shared
from waypost.model.finding import Place
from waypost.model.guide import Guide
from waypost.model.language import Language, Tier
from waypost.model.phrase import Parameter, ParameterType, Phrase
from waypost.model.policy import DEFAULT_POLICY
from waypost.model.site import PageKind, SiteIdentity, SiteLanguage
from waypost.model.text import Document, Risk, Segment
from waypost.model.translation import Freshness, Origin, Translation
from waypost.segments.extract import Extracted, extract_guide, extract_shared
from waypost.site.assets import Asset
from waypost.site.fill import Filled, fill_program
from waypost.site.guide_page import build_guide_program
from waypost.site.locale import Frame, PageLocale
from waypost.site.program import Program
from waypost.site.surroundings import PageRef, Surroundings, surround
from waypost.site.words import words_of

DAY = dt.date(2026, 11, 21)

FACTS = """\
phone.desk: {phone: 505-555-0110, hours: {mon-fri: "8:00-17:00"}}
phone.line: {phone: 505-555-0101}
email.desk: {email: desk@county.example}
fee.late: {money: 12}
address.desk: {address: [Motor Vehicle Office, 210 Mill Street]}
url.desk: {url: "https://desk.county.example/"}
"""

GUIDE = """\
---
title: Renew your license
summary: Renew it before it expires.
topics: [driving]
agency: desk
facts:
  fee: {money: 32}
who:
  - lives_here
  - age_at_least: 18
  - text: Your license is valid.
need:
  - text: Your old license
    if_missing: Bring a letter.
cost:
  - {for: Renewal, amount: fee}
  - {for: Late renewal, amount: fee.late}
ways:
  online:
    {url: "https://desk.county.example/renew", completes: yes, account: no, languages: [en, ar]}
  in_person: {offices: all}
  phone: agency
asks: {ssn: yes, immigration_status: no}
deadlines:
  - {by: 2027-01-31, if_missed: You take the test again.}
time: {duration: 10 to 14 days}
reviewed: {on: 2026-11-02, by: team, checked: fees}
---

## What to do

Find the number on your license.

Pay the fee of {fee}. **Keep** the [receipt](#after).

1. Go to the office.
2. Wait.

## After you apply

Call {phone.desk}. [Ask here]({url.desk}).
"""


@cache
def language(code: str) -> Language:
    """The language of a code that the registry knows."""
    found = find_language(code)
    assert found is not None
    return found


def identity(*codes: str) -> SiteIdentity:
    """A site in English and these languages; the last one is a card."""
    offered = tuple(
        SiteLanguage(language(code), Tier.CARD if code == "uk" else Tier.FULL, code != "uk")
        for code in ("en", *codes)
    )
    return SiteIdentity(
        "Alder County",
        "https://county.example/",
        "US",
        "USD",
        language("en"),
        offered,
        DAY,
        "phone.desk",
        "",
        "phone.line",
    )


def read_guide(text: str = GUIDE, name: str = "renew") -> Guide:
    """The guide that a file says."""
    guide = parse_guide(f"content/guides/{name}.md", text).value
    assert guide is not None
    return guide


@cache
def shared(*alerts: str) -> Shared:
    """What the guide mentions; the alerts are files."""
    place = Place("content/phrases.yml")
    age = (Parameter("age", ParameterType.NUMBER),)
    phrases = {
        "lives_here": Phrase("lives_here", "You live here.", (), Risk.CRITICAL, place),
        "age_at_least": Phrase(
            "age_at_least", "You are {age} or older.", age, Risk.CRITICAL, place
        ),
    }
    agency = parse_agency(
        "content/agencies/desk.yml",
        "name: Motor Vehicle Office\nsummary: Licenses.\nphone: phone.desk\nemail: email.desk\n"
        "address: address.desk\nteams: {team: License team}\n",
    ).value
    office = parse_office(
        "content/offices/mill.yml",
        "name: Mill Street\nagency: desk\naddress: address.desk\nphone: phone.desk\n"
        'hours: {mon-tue: "8:00-12:00, 13:00-17:00"}\nholidays:\n'
        "  - {on: 2026-11-26, name: Thanksgiving}\n  - {on: 2026-01-01, name: Past}\n"
        "languages: [en, ar]\nnotes: [Ring the bell.]\n",
    ).value
    topics = parse_topics("content/topics.yml", "driving: {name: Driving}\n").value
    facts = parse_facts("content/facts.yml", FACTS).value
    parsed = [
        parse_alert(f"content/alerts/a{number}.yml", text).value
        for number, text in enumerate(alerts)
    ]
    assert agency
    assert office
    assert topics
    assert facts
    return Shared(
        facts,
        phrases,
        topics,
        {"desk": agency},
        {"mill": office},
        {each.id: each for each in parsed if each},
    )


def frame_of(content: Shared, *codes: str) -> Frame:
    """The frame of the sample site."""
    line = content.facts["phone.line"].value
    desk = content.facts["phone.desk"].value
    return Frame(
        identity(*codes),
        DEFAULT_POLICY,
        line,  # type: ignore[arg-type]  # the sample's fact is a phone
        desk,  # type: ignore[arg-type]  # the same
        None,
        words_of("en", {}),
    )


State = Callable[[Segment], Translation | None]


def state(origin: Origin, freshness: Freshness = Freshness.CURRENT) -> State:
    """Every text translated, in one state; the translation is the source in guillemets."""
    return lambda segment: Translation(f"«{segment.source}»", origin, freshness)


reviewed = state(Origin.REVIEWED)
machine = state(Origin.MACHINE)


def without(addresses: str, other: State = reviewed) -> State:
    """As `other`, but no translation at addresses that begin so."""
    return lambda segment: None if segment.address.startswith(addresses) else other(segment)


def translate(document: Document, how: State) -> list[Translation | None]:
    """Translations aligned to the document."""
    return [how(segment) for segment in document.segments]


class Sample:
    """The sample site with one guide, ready to be filled in."""

    def __init__(self, text: str = GUIDE, *alerts: str, codes: tuple[str, ...] = ("ar",)) -> None:
        self.guide = read_guide(text)
        self.shared = shared(*alerts)
        self.frame = frame_of(self.shared, *codes)
        self.source = PageLocale(language("en"), self.frame, words_of("en", {}), {}, {})
        self.extracted: Extracted = extract_guide(self.guide)
        agency, office = self.shared.agencies["desk"], self.shared.offices["mill"]
        refs = (
            PageRef(
                "renew",
                PageKind.GUIDE,
                "guides/renew",
                self.guide.title,
                self.guide.summary,
                self.guide.topics,
                (self.guide.agency,),
            ),
            PageRef("desk", PageKind.AGENCY, "agencies/desk", agency.name, None),
            PageRef("driving", PageKind.TOPIC, "topics", self.shared.topics["driving"].name, None),
            PageRef("mill", PageKind.OFFICE, "offices/mill", office.name, None),
        )
        assets = {"waypost:search.js": Asset("assets/search.js")}
        self.around: Surroundings = surround(self.frame, self.shared, refs, self.source, assets)

    @property
    def program(self) -> Program:
        """The guide's program."""
        extracted = self.extracted
        return build_guide_program(self.guide, extracted.body, extracted.document, self.around)

    def locale(
        self,
        code: str,
        how: State = reviewed,
        overrides: Mapping[str, Translation | None] | None = None,
    ) -> PageLocale:
        """A language whose shared documents are all translated in one way."""
        others: dict[tuple[str, str], Translation | None] = {}
        phrases: dict[str, Translation | None] = {}
        for document in (*extract_shared(self.shared), self.extracted.document):
            for segment in document.segments:
                others[(document.name, segment.address)] = how(segment)
                if document.name == "phrases":
                    phrases[segment.address] = how(segment)
        words = words_of(code, overrides or {})
        return PageLocale(language(code), self.frame, words, phrases, others)

    def fill(
        self,
        code: str = "ar",
        own: State = reviewed,
        rest: State = reviewed,
        overrides: Mapping[str, Translation | None] | None = None,
    ) -> Filled:
        """The guide in a language."""
        texts = [] if code == "en" else translate(self.extracted.document, own)
        return fill_program(self.program, self.locale(code, rest, overrides), texts)

    def html(
        self,
        code: str = "ar",
        own: State = reviewed,
        rest: State = reviewed,
        overrides: Mapping[str, Translation | None] | None = None,
    ) -> str:
        """The guide's HTML in a language."""
        return self.fill(code, own, rest, overrides).finish().decode("utf-8")
