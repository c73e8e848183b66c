"""One text as the desk shows it: every word of its card, ready for the template."""

from __future__ import annotations

import json
import re

import msgspec
from markupsafe import Markup

from waypost.desk.changes import Change, compare_words
from waypost.desk.rendered import find_marks, show_text
from waypost.desk.values import INTERFACE, PHRASES, DeskSite, DeskText, State
from waypost.model.correction import text_mark
from waypost.model.policy import Decision
from waypost.model.review_unit import Doubt, ReviewUnit, TermHit
from waypost.model.text import Role

STATE_WORDS = {
    State.MISSING: "not translated",
    State.UNUSABLE: "can’t be shown",
    State.STALE: "source has changed",
    State.MACHINE: "machine, unchecked",
    State.DRAFT: "draft, unchecked",
    State.HUMAN: "by a person, not reviewed",
    State.REVIEWED: "reviewed",
}
_HASHES = re.compile(r" ?src=[0-9a-f]{12} tgt=[0-9a-f]{12}$")
_REVIEWED = re.compile(r"reviewed: (\S+)(?: (\d{4}-\d{2}-\d{2}))?")
_WHO = {"mt": "a machine", "draft": "the project, as a draft", "human": "a person"}
_TAIL = re.compile(r"/text$")


class Card(msgspec.Struct, frozen=True):
    """What stands on the card of one text."""

    id: str
    order: int
    """Its number on the page, from 1."""
    address: str
    where: str
    state: str
    state_words: str
    is_critical: bool
    needs_work: bool
    syntax: str
    marks: str
    """What a translation must keep, as JSON, for the script."""
    source: str
    target: str
    mark: str
    """Of the translation as it is shown, so that the import notices an edit made meanwhile."""
    shown_source: Markup
    shown_target: Markup
    changes: tuple[Change, ...]
    former_target: str
    doubts: tuple[Doubt, ...]
    terms: tuple[TermHit, ...]
    hint: tuple[str, str] | None
    facts: tuple[tuple[str, str], ...]
    """Id, and today's value in the reader's language."""
    readers: str
    used: str
    """How often a phrase is used, in words; "" for other texts."""
    origin: str
    edit: str
    line: int
    place: str


def make_card(site: DeskSite, text: DeskText, order: int) -> Card:
    """The card of a text that is number `order` of its document."""
    unit = text.unit
    return Card(
        id=f"t{order}",
        order=order,
        address=unit.address,
        where=name_place(unit),
        state=text.state.value,
        state_words=STATE_WORDS[text.state],
        is_critical=text.is_critical,
        needs_work=text.needs_work,
        syntax=unit.syntax.value,
        marks=json.dumps(find_marks(unit.source, unit.syntax)),
        source=unit.source,
        target=text.target,
        mark=text_mark(text.target),
        shown_source=show_text(unit.source, unit.syntax, dict(text.source_facts)),
        shown_target=show_text(text.target, unit.syntax, dict(unit.facts)),
        changes=compare_words(unit.former_source, unit.source) if unit.former_source else (),
        former_target=unit.former_target,
        doubts=unit.doubts,
        terms=unit.terms,
        hint=unit.hint,
        facts=unit.facts,
        readers=_say_what_readers_see(text),
        used=_say_use(text.pages),
        origin=_say_origin(unit.stamp, text),
        edit=site.edit_link(unit),
        line=unit.line,
        place=f"{unit.path}:{unit.line}",
    )


def name_place(unit: ReviewUnit) -> str:
    """Where the text stands, in words: “What to do: item 3”, “Need 1, if missing”."""
    if unit.document == PHRASES:
        return f"Phrase {unit.address}"
    if unit.document == INTERFACE:
        return f"{unit.address}: {unit.heading}" if unit.heading else unit.address
    if unit.address.startswith("body/"):
        number = unit.address.rpartition("-")[2]
        number = number if number.isdigit() and unit.role is not Role.HEADING else ""
        return f"{unit.heading or 'Beginning'}: {unit.role.value} {number}".rstrip()
    parts = _TAIL.sub("", unit.address).replace("_", " ").split("/")
    words = "".join(f" {part}" if part.isdigit() else f", {part}" for part in parts)
    return words.removeprefix(", ").strip().capitalize()


def _say_what_readers_see(text: DeskText) -> str:
    if text.decision is Decision.SHOWN:
        return "this text"
    if text.decision is Decision.NOTED:
        return "this text, and a note that nobody has checked it"
    if text.state is State.STALE:
        return "the source, since it has changed"
    if text.state in {State.MISSING, State.UNUSABLE}:
        return "the source"
    if text.unit.document == INTERFACE:
        return "this text and the source, until somebody has reviewed it"
    return "the source, until somebody has reviewed this text"


def _say_use(pages: int | None) -> str:
    if pages is None:
        return ""
    if not pages:
        return "Stands on no page yet"
    return f"Stands on {pages} page{'' if pages == 1 else 's'}"


def _say_origin(stamp: str, text: DeskText) -> str:
    """Who wrote or reviewed the text, as its stamp says; "" where there is no text."""
    if not text.target:
        return ""
    bare = _HASHES.sub("", stamp)
    reviewed = _REVIEWED.fullmatch(bare)
    if reviewed is not None:
        on = f" on {reviewed[2]}" if reviewed[2] else ""
        verb = "Reviewed" if text.state is State.REVIEWED else "Reviewed before"
        return f"{verb} by {reviewed[1]}{on}"
    kind, _, by = bare.partition(":")
    if text.state is State.HUMAN or kind not in _WHO:
        return "Written by a person"
    who, by = _WHO[kind], by.strip()
    return f"Written by {who} ({by})" if by else f"Written by {who}"
