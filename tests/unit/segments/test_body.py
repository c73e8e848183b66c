from __future__ import annotations

import pytest

from waypost.model.block import (
    Align,
    Figure,
    Heading,
    Hole,
    Inline,
    Item,
    List,
    Note,
    NoteKind,
    Paragraph,
    Quote,
    Table,
    Target,
    TargetKind,
)
from waypost.model.guide import Section, SectionKey
from waypost.model.text import Risk, Role, Segment
from waypost.segments.body import extract_body
from waypost.segments.restore import restore_body


def paragraph(text: str) -> Paragraph[Inline]:
    return Paragraph(Inline(text))


def segments_of(*sections: Section[Inline], risk: Risk = Risk.STANDARD) -> dict[str, Segment]:
    return {each.address: each for each in extract_body(sections, risk)[1]}


def test_an_address_names_heading_kind_and_number() -> None:
    steps = List(True, 1, (Item((paragraph("Fill it in."), paragraph("Use black ink."))),))
    table = Table((Align.NONE,), (Inline("Age"),), ((Inline("18"),), (Inline("65"),)))
    found = segments_of(
        Section("", None, None, (paragraph("First of all."),)),
        Section("do", SectionKey.DO, None, (steps, table)),
        Section(
            "where",
            None,
            Inline("Where"),
            (
                paragraph("Here."),
                paragraph("Or there."),
                Heading(3, "parking", Inline("Parking")),
                paragraph("Behind the house."),
                Figure("map.svg", Inline("A map")),
                Quote((paragraph("So they say."),)),
                Note(NoteKind.NOTE, (paragraph("Mind the step."),)),
            ),
        ),
    )
    assert [(address, each.role, each.heading) for address, each in found.items()] == [
        ("body/start/p-1", Role.PARAGRAPH, ""),
        ("body/do/li-1", Role.ITEM, "What to do"),
        ("body/do/p-1", Role.PARAGRAPH, "What to do"),
        ("body/do/th-1", Role.CELL, "What to do"),
        ("body/do/td-1", Role.CELL, "What to do"),
        ("body/do/td-2", Role.CELL, "What to do"),
        ("body/where/h-1", Role.HEADING, ""),
        ("body/where/p-1", Role.PARAGRAPH, "Where"),
        ("body/where/p-2", Role.PARAGRAPH, "Where"),
        ("body/parking/h-1", Role.HEADING, ""),
        ("body/parking/p-1", Role.PARAGRAPH, "Parking"),
        ("body/parking/alt-1", Role.ALT, "Parking"),
        ("body/parking/q-1", Role.PARAGRAPH, "Parking"),
        ("body/parking/note-1", Role.PARAGRAPH, "Parking"),
    ]


def test_what_follows_a_refusal_is_critical() -> None:
    found = segments_of(
        Section("no", SectionKey.REFUSED, None, (paragraph("Appeal."),)),
        Section("more", SectionKey.MORE, None, (paragraph("Read on."),)),
    )
    assert found["body/no/p-1"].risk is Risk.CRITICAL
    assert found["body/more/p-1"].risk is Risk.STANDARD


def test_a_critical_note_is_critical_to_its_end_and_no_further() -> None:
    inner = Note(NoteKind.NOTE, (paragraph("Still."),))
    note = Note(NoteKind.CRITICAL, (paragraph("Don't drive."), inner))
    body = (note, Note(NoteKind.NOTE, (paragraph("By the way."),)), paragraph("Later."))
    found = segments_of(Section("do", SectionKey.DO, None, body), risk=Risk.LOW)
    assert {address: each.risk for address, each in found.items()} == {
        "body/do/note-1": Risk.CRITICAL,
        "body/do/note-2": Risk.CRITICAL,
        "body/do/note-3": Risk.LOW,
        "body/do/p-1": Risk.LOW,
    }


def test_a_heading_of_a_crisis_guide_is_at_most_standard() -> None:
    section = Section("safe", None, Inline("Be safe"), (paragraph("Call."),))
    found = segments_of(section, risk=Risk.CRITICAL)
    assert found["body/safe/h-1"].risk is Risk.STANDARD
    assert found["body/safe/p-1"].risk is Risk.CRITICAL


def test_targets_and_lines_are_structure() -> None:
    leaf = Inline("[Apply]{1}", (Target(TargetKind.LINK, "renew"),), 14)
    template, segments = extract_body(
        (Section("do", SectionKey.DO, None, (Paragraph(leaf),)),), Risk.LOW
    )
    assert template[0].blocks == (Paragraph(Hole("body/do/p-1", leaf.targets, 14)),)
    assert segments[0].line == 14


def test_an_empty_cell_is_a_hole_without_address() -> None:
    table = Table((Align.NONE,), (Inline(""),), ((Inline("18"),),))
    body = (Section("do", SectionKey.DO, None, (table,)),)
    template, segments = extract_body(body, Risk.LOW)
    assert [each.address for each in segments] == ["body/do/td-1"]
    assert restore_body(template, {"body/do/td-1": "18"}) == body


def test_a_text_that_is_not_there_is_an_error() -> None:
    template, _ = extract_body((Section("", None, None, (paragraph("Here."),)),), Risk.LOW)
    with pytest.raises(KeyError, match="body/start/p-1"):
        restore_body(template, {})
