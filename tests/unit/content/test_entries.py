"""Facts, phrases, topics, agencies, offices, alerts, journeys and pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from waypost.content.binding import bind_guide
from waypost.content.entry_reader import parse_facts, parse_phrases, parse_topics
from waypost.content.guide_reader import parse_guide
from waypost.content.place_reader import parse_agency, parse_alert, parse_office
from waypost.content.prose_reader import parse_journey, parse_page
from waypost.content.schema.reading import Region
from waypost.content.shared import ProseFile, list_prose, load_shared
from waypost.model.content import Shared
from waypost.model.fact import (
    Address,
    CodeValue,
    Column,
    ColumnType,
    Day,
    Email,
    Fact,
    Interpreter,
    Money,
    Number,
    Phone,
    Url,
    ValueTable,
    YearlyDay,
)
from waypost.model.finding import Place
from waypost.model.guide import Form, ReferenceKind
from waypost.model.journey import Join, StepKind, Task
from waypost.model.phrase import Argument, Parameter, ParameterType, PhraseUse
from waypost.model.place import Closure, Holiday
from waypost.model.site import PageKind
from waypost.model.text import Risk, Text


def _fact(written: str, region: Region | None = None) -> Fact:
    result = parse_facts("content/facts.yml", f"x.y: {written}\n", region or Region("US", "USD"))
    assert result.findings == ()
    assert result.value is not None
    return result.value["x.y"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("{money: 32.50}", Money(Decimal("32.50"), None, "USD")),
        ("{money: 32, currency: MXN}", Money(Decimal(32), None, "MXN")),
        ("{date: 2027-01-31}", Day(date(2027, 1, 31))),
        ("{date: 01-31}", YearlyDay(1, 31)),
        ("{number: 3 %}", Number(Decimal(3), percent=True)),
        ("{address: [Town Hall, 1 Main Street]}", Address(("Town Hall", "1 Main Street"))),
        ("{address: |-\n    Town Hall\n    1 Main Street}".replace("{", "\n  ").replace("}", ""),
         Address(("Town Hall", "1 Main Street"))),
        ('{url: "https://x.example/a?b=c"}', Url("https://x.example/a?b=c")),
        ("{email: a.b@x.example}", Email("a.b@x.example")),
        ("{code: DL-44}", CodeValue("DL-44")),
        ("{phone: 505-555-0142}", Phone("505-555-0142", "+15055550142")),
        ("{phone: 505-555-0142 ext 7}", Phone("505-555-0142", "+15055550142", "7")),
    ],
)  # fmt: skip
def test_a_fact_has_one_kind(written: str, value: object) -> None:
    assert _fact(written).value == value


def test_a_phone_with_all_that_goes_with_it() -> None:
    fact = _fact(
        "{phone: 505-555-0142, name: Desk, hours: {mon: 8-9}, tty: 711, after_hours: 505-555-0143,"
        ' extension: 12, interpreter: {key: 2, say: "Spanish, please"}}'
    )
    phone = fact.value
    assert isinstance(phone, Phone)
    assert fact.name == Text("x.y/name", "Desk")
    assert (phone.extension, phone.tty, phone.after_hours) == ("12", "711", "505-555-0143")
    assert phone.interpreter == Interpreter("2", "Spanish, please")
    assert phone.hours is not None


def test_a_table_has_typed_cells() -> None:
    fact = _fact(
        "{table: {columns: [Zone, {head: Fee, type: money}], rows: [[North, 3], [South, 4]]}}"
    )
    assert fact.value == ValueTable(
        (
            Column(Text("x.y/table/columns/1", "Zone"), ColumnType.TEXT),
            Column(Text("x.y/table/columns/2/head", "Fee"), ColumnType.MONEY),
        ),
        (
            (Text("x.y/table/rows/1/1", "North"), Money(Decimal(3), None, "USD")),
            (Text("x.y/table/rows/2/1", "South"), Money(Decimal(4), None, "USD")),
        ),
    )


def test_a_fact_changes_on_its_date() -> None:
    fact = _fact("{money: 32, until: 2027-06-30, then: 36}")
    assert fact.on(date(2027, 6, 30)) == Money(Decimal(32), None, "USD")
    assert fact.on(date(2027, 7, 1)) == Money(Decimal(36), None, "USD")


def test_the_region_gives_currency_and_calling_code() -> None:
    region = Region("GB", "GBP")
    assert _fact("{money: 3}", region).value == Money(Decimal(3), None, "GBP")
    assert _fact("{phone: 020 7946 0958}", region).value == Phone("020 7946 0958", "+442079460958")


def test_a_wrong_fact_is_left_out_and_the_others_stay() -> None:
    result = parse_facts("f.yml", "a: {money: x}\nb: {money: 3}\nc: {phone: 1}\n")
    assert result.value is not None
    assert list(result.value) == ["b"]
    assert [(one.code, one.place.line) for one in result.findings] == [("C056", 1), ("C056", 3)]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\n\n# nothing\n\n"])
def test_a_file_of_comments_has_no_entries(text: str) -> None:
    result = parse_facts("f.yml", text)
    assert (result.value, result.findings) == ({}, ())


def test_phrases() -> None:
    result = parse_phrases(
        "p.yml",
        "has_car: {text: You have a car.}\n"
        'age: {text: "{age} or older", params: {age: number}, risk: low, group: who}\n',
    )
    assert result.findings == ()
    assert result.value is not None
    assert result.value["has_car"].risk is Risk.CRITICAL
    age = result.value["age"]
    assert (age.message, age.risk, age.group) == ("{age} or older", Risk.LOW, "who")
    assert age.parameters == (Parameter("age", ParameterType.NUMBER),)
    assert age.place == Place("p.yml", 2, 1)


def test_topics_keep_their_order() -> None:
    result = parse_topics("t.yml", "b: {name: B}\na: {name: A, summary: S}\n")
    assert result.value is not None
    assert list(result.value) == ["b", "a"]
    assert result.value["a"].summary == Text("a/summary", "S")


def test_an_agency() -> None:
    result = parse_agency(
        "content/agencies/roads.yml",
        "name: Roads\nsummary: Signs.\nphone: phone.desk\nlanguage_help: [interpreter_free]\n"
        "forms:\n  - {id: pp_12, name: Form, files: {en: forms/a.pdf}}\n"
        "teams: {street_team: Street team}\nreview_months: 6\n",
    )
    agency = result.value
    assert result.findings == ()
    assert agency is not None
    assert agency.forms == (Form("pp_12", Text("forms/1/name", "Form"), (("en", "forms/a.pdf"),)),)
    assert (agency.teams, agency.review_months) == ((("street_team", "Street team"),), 6)
    assert [one.kind for one in agency.references] == [ReferenceKind.FACT, ReferenceKind.PHRASE]


def test_an_office() -> None:
    result = parse_office(
        "content/offices/hall.yml",
        "name: Town Hall\naddress: |\n  1 Main Street\n  Town\nhours: {mon: 8-9}\n"
        "services: [{name: Permits, hours: {tue: 9-10}}]\n"
        "holidays: [{on: 2026-12-25, name: Christmas}]\n"
        "closures: [{first: 2027-01-16}, {first: 2027-02-01, last: 2027-02-03, reason: Repairs}]\n"
        "accessibility: [step_free, {text: Ring the bell.}]\nlanguages: [en, zh-Hans]\n",
    )
    office = result.value
    assert result.findings == ()
    assert office is not None
    assert office.address == "1 Main Street\nTown"
    assert office.services[0].name == Text("services/1/name", "Permits")
    assert office.holidays == (Holiday(date(2026, 12, 25), Text("holidays/1/name", "Christmas")),)
    assert office.closures == (
        Closure(date(2027, 1, 16), date(2027, 1, 16), None),
        Closure(date(2027, 2, 1), date(2027, 2, 3), Text("closures/2/reason", "Repairs")),
    )
    assert office.accessibility[1] == Text("accessibility/2/text", "Ring the bell.")


def test_an_alert() -> None:
    result = parse_alert(
        "content/alerts/storm.yml",
        "message: {closed_on: 2026-12-24}\nend: 2026-12-24\nguides: [parking]\nlink: about\n",
    )
    alert = result.value
    assert result.findings == ()
    assert alert is not None
    assert alert.message == PhraseUse("closed_on", (Argument("", "2026-12-24", is_fact=False),))
    assert (alert.start, alert.guides, alert.link) == (None, ("parking",), "about")


def test_a_journey() -> None:
    result = parse_journey(
        "content/journeys/moving.md",
        "---\ntitle: Moving\nsummary: First steps.\nsteps:\n"
        "  - title: Start\n    tasks: [parking, {guide: id-card, note: Bring a photo.}]\n"
        "  - {title: Later, kind: choice, join: or, when: In May, tasks: [{text: Rest.}]}\n"
        "---\n\nWelcome.\n",
    )
    journey = result.value
    assert result.findings == ()
    assert journey is not None
    first, second = journey.steps
    assert (first.kind, first.join) == (StepKind.REQUIRED, Join.THEN)
    assert first.tasks == (
        Task("parking", None, None),
        Task("id-card", None, Text("steps/1/tasks/2/note", "Bring a photo.")),
    )
    assert (second.kind, second.join) == (StepKind.CHOICE, Join.OR)
    assert second.tasks == (Task("", Text("steps/2/tasks/1/text", "Rest."), None),)
    assert len(journey.blocks) == 1


def test_a_page() -> None:
    page = parse_page("content/pages/about.md", "---\ntitle: About\n---\n\n## Us\n\nWe.\n").value
    assert page is not None
    assert (page.id, page.summary, len(page.blocks)) == ("about", None, 2)


def _write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root / "content"


def test_a_site_may_lack_everything(tmp_path: Path) -> None:
    result = load_shared(tmp_path / "content", tmp_path)
    assert result.findings == ()
    assert result.value is not None
    assert (result.value.facts, result.value.offices) == ({}, {})
    assert "lives_here" in result.value.phrases
    assert list_prose(tmp_path / "content", tmp_path) == ()


def test_a_site_replaces_phrases_of_the_starter_bank(tmp_path: Path) -> None:
    content = _write(tmp_path, {"phrases.yml": "lives_here: {text: You live in town.}\n"})
    shared = load_shared(content, tmp_path).value
    assert shared is not None
    assert shared.phrases["lives_here"].message == "You live in town."
    assert shared.phrases["lives_here"].place == Place("content/phrases.yml", 1, 1)
    assert shared.phrases["age_at_least"].place.path == "waypost/content/phrases.yml"


def test_pages_are_listed_by_kind_and_name(tmp_path: Path) -> None:
    content = _write(
        tmp_path, {"guides/b.md": "", "guides/a.md": "", "guides/.c.md": "", "pages/d.txt": ""}
    )
    assert list_prose(content, tmp_path) == (
        ProseFile("content/guides/a.md", PageKind.GUIDE),
        ProseFile("content/guides/b.md", PageKind.GUIDE),
    )


def test_arguments_of_places_have_their_names(tmp_path: Path) -> None:
    content = _write(
        tmp_path,
        {
            "phrases.yml": "shut: {text: 'Shut on {day}.', params: {day: date}}\n",
            "alerts/storm.yml": "message: {shut: 2027-01-31}\nend: 2027-01-31\n",
        },
    )
    shared = load_shared(content, tmp_path).value
    assert shared is not None
    assert shared.alerts["storm"].message == PhraseUse(
        "shut", (Argument("day", "2027-01-31", is_fact=False),)
    )


def _shared() -> Shared:
    phrases = parse_phrases(
        "p.yml",
        "expiry: {text: Before it ends.}\nfee: {text: Ask.}\n"
        "age: {text: '{years}', params: {years: number}}\n",
    ).value
    assert phrases is not None
    return Shared({}, phrases, {}, {}, {}, {})


def test_a_bare_id_is_a_fact_if_there_is_one_and_else_a_phrase() -> None:
    guide = parse_guide(
        "content/guides/a.md",
        "---\ntitle: A\nsummary: B\nfacts: {fee: {money: 3}}\nwho: [{age: 18}]\n"
        "deadlines: [{by: expiry}, {by: unknown}]\ncost: [{amount: fee}]\n---\n",
    ).value
    assert guide is not None
    bound = bind_guide(guide, _shared())
    assert [one.by for one in bound.deadlines] == [PhraseUse("expiry", ()), "unknown"]
    assert bound.cost[0].amount == "fee"
    assert bound.who == (PhraseUse("age", (Argument("years", "18", is_fact=False),)),)
    kinds = {one.id: one.kind for one in bound.references}
    assert kinds["expiry"] is ReferenceKind.PHRASE
    assert (kinds["unknown"], kinds["fee"]) == (ReferenceKind.FACT, ReferenceKind.FACT)
    assert bind_guide(bound, _shared()) == bound
