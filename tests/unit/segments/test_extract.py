from __future__ import annotations

from datetime import date
from decimal import Decimal

from waypost.model.block import Inline, Paragraph
from waypost.model.content import Shared
from waypost.model.fact import Column, ColumnType, Fact, Money, ValueTable
from waypost.model.finding import Place
from waypost.model.guide import (
    Asks,
    Cost,
    Deadline,
    Form,
    Guide,
    Need,
    Section,
    SectionKey,
    ServiceStatus,
    Ways,
)
from waypost.model.journey import Join, Journey, Step, StepKind, Task
from waypost.model.phrase import Phrase, PhraseUse
from waypost.model.place import Agency, Alert, Holiday, Office, PlainPage, Topic
from waypost.model.text import Document, Risk, Role, Syntax, Text
from waypost.segments.extract import extract_guide, extract_prose, extract_shared

PLACE = Place("content/x.yml", 1, 1)


def text(address: str) -> Text:
    return Text(address, f"Text of {address}")


def make_guide(risk: Risk) -> Guide:
    return Guide(
        id="renew",
        place=Place("content/guides/renew.md"),
        title=text("title"),
        summary=text("summary"),
        risk=risk,
        also_known_as=(text("also_known_as/1"), text("also_known_as/2")),
        topics=("driving",),
        life_events=(),
        agency="dmv",
        facts=(Fact("fee", Money(Decimal(32), None, "USD"), PLACE, name=text("facts/fee/name")),),
        who=(PhraseUse("lives_here", ()), text("who/2/text")),
        automatic=text("automatic/text"),
        need=(Need(text("need/1/text"), text("need/1/only_if"), text("need/1/if_missing")),),
        cost=(Cost(text("cost/1/for"), "fee", PhraseUse("low_income", ())),),
        ways=Ways(),
        asks=Asks(None, None, text("asks/who_sees")),
        on_behalf=True,
        deadlines=(Deadline(date(2027, 1, 1), "", text("deadlines/1/if_missed")),),
        time=None,
        status=ServiceStatus.OPEN,
        status_reason=None,
        forms=(Form("dl_44", text("forms/dl_44/name"), ()),),
        language_help=(),
        related=(),
        requires=(),
        area=None,
        legal=(text("legal/1"),),
        aliases=(),
        sensitive=False,
        audio="",
        sign_language="",
        reviewed=None,
        body=(Section("do", SectionKey.DO, None, (Paragraph(Inline("Go.", (), 40)),)),),
    )


def test_a_guide_gives_its_fields_in_order_then_its_body() -> None:
    document = extract_guide(make_guide(Risk.STANDARD)).document
    assert (document.name, document.path) == ("guides/renew", "content/guides/renew.md")
    c, s = Risk.CRITICAL, Risk.STANDARD
    assert [(each.address, each.role, each.risk) for each in document.segments] == [
        ("title", Role.TITLE, s),
        ("summary", Role.SUMMARY, s),
        ("also_known_as/1", Role.KEYWORD, s),
        ("also_known_as/2", Role.KEYWORD, s),
        ("facts/fee/name", Role.TITLE, s),
        ("who/2/text", Role.FIELD, c),
        ("automatic/text", Role.FIELD, c),
        ("need/1/text", Role.FIELD, s),
        ("need/1/only_if", Role.FIELD, s),
        ("need/1/if_missing", Role.FIELD, s),
        ("cost/1/for", Role.FIELD, s),
        ("asks/who_sees", Role.FIELD, c),
        ("deadlines/1/if_missed", Role.FIELD, c),
        ("forms/dl_44/name", Role.TITLE, s),
        ("legal/1", Role.FIELD, s),
        ("body/do/p-1", Role.PARAGRAPH, s),
    ]


def test_a_crisis_guide_is_critical_but_for_what_it_is_found_by() -> None:
    found = extract_guide(make_guide(Risk.CRITICAL)).document.segments
    assert {each.address for each in found if each.risk is not Risk.CRITICAL} == {
        "title",
        "also_known_as/1",
        "also_known_as/2",
        "facts/fee/name",
        "forms/dl_44/name",
    }


def test_a_journey_and_a_page_are_taken_apart_too() -> None:
    body = (Paragraph(Inline("Welcome.")),)
    step = Step(
        text("steps/1/title"),
        StepKind.REQUIRED,
        Join.THEN,
        (Task("renew", None, text("steps/1/tasks/1/note")),),
        None,
    )
    journey = Journey(
        "moving", PLACE, text("title"), text("summary"), (), (step,), (), (), body, ()
    )
    assert [each.address for each in extract_prose(journey).document.segments] == [
        "title",
        "summary",
        "steps/1/title",
        "steps/1/tasks/1/note",
        "body/start/p-1",
    ]
    page = extract_prose(PlainPage("about", PLACE, text("title"), None, (), body, ()))
    assert page.document.name == "pages/about"
    assert [each.address for each in page.document.segments] == ["title", "body/start/p-1"]
    assert extract_prose(PlainPage("a", PLACE, text("title"), None, (), (), ())).body == ()


def test_shared_content_is_one_document_a_thing_and_one_a_bank() -> None:
    table = ValueTable(
        (Column(text("limits/columns/1/head"), ColumnType.TEXT),),
        ((text("limits/rows/1/1"),),),
    )
    facts = {"limits": Fact("limits", table, PLACE, name=text("limits/name"))}
    phrases = {
        "age": Phrase("age", "You are {age} or older.", (), Risk.CRITICAL, PLACE, "who"),
        "id": Phrase("id", "Photo ID", (), Risk.LOW, PLACE, "need"),
    }
    topics = {"driving": Topic("driving", PLACE, text("driving/name"), None)}
    dmv = Agency("dmv", PLACE, text("name"), text("summary"), "", "", "", "", (), (), (), 6, (), ())
    holiday = Holiday(date(2027, 1, 1), text("holidays/1/name"))
    main = Office(
        "main", PLACE, text("name"), "dmv", "", "", None, (), (holiday,), (), (), (),
        (text("transit/1"),), (), (), (),
    )  # fmt: skip
    alert = Alert("snow", PLACE, text("message/text"), None, None, date(2027, 1, 1), (), "", ())
    documents = extract_shared(
        Shared(facts, phrases, topics, {"dmv": dmv}, {"main": main}, {"snow": alert})
    )
    assert [document.name for document in documents] == [
        "phrases",
        "facts",
        "topics",
        "agencies/dmv",
        "offices/main",
        "alerts/snow",
    ]
    by_name = {document.name: document for document in documents}
    assert [(x.address, x.risk, x.syntax, x.heading) for x in by_name["phrases"].segments] == [
        ("age", Risk.CRITICAL, Syntax.MESSAGE, "who"),
        ("id", Risk.LOW, Syntax.MESSAGE, "need"),
    ]
    assert _addresses(by_name["facts"]) == [
        "limits/columns/1/head",
        "limits/rows/1/1",
        "limits/name",
    ]
    assert _addresses(by_name["offices/main"]) == ["name", "holidays/1/name", "transit/1"]
    assert [each.risk for each in by_name["alerts/snow"].segments] == [Risk.CRITICAL]


def test_an_empty_text_is_no_segment() -> None:
    page = PlainPage("about", PLACE, text("title"), Text("summary", ""), (), (), ())
    assert _addresses(extract_prose(page).document) == ["title"]


def _addresses(document: Document) -> list[str]:
    return [each.address for each in document.segments]
