"""What a rule looks at: one page or entry, its texts, and the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

import msgspec

from waypost.content.located import Located, find_located
from waypost.content.rules.blocks import walk_leaves
from waypost.content.rules.needles import Needles, find_needles
from waypost.content.rules.site_view import SiteView
from waypost.model.block import Inline, Target
from waypost.model.content import Prose
from waypost.model.fact import Column, Fact, ValueTable
from waypost.model.finding import Finding, Place
from waypost.model.guide import Asks, Cost, Deadline, Form, Guide, Need, Reference
from waypost.model.journey import Journey, Step, Task
from waypost.model.phrase import Phrase, PhraseUse
from waypost.model.place import (
    Agency,
    Alert,
    Closure,
    Holiday,
    Office,
    PlainPage,
    ServiceHours,
    Topic,
)
from waypost.model.text import Role, Text

Subject = Guide | Journey | PlainPage | Agency | Office | Alert | Topic | Fact | Phrase

_MARKS = re.compile(r"\\([\\*\[\]{}])|\*\*?|\[|\]\{[0-9]+\}")
_SPECIAL = re.compile(r"[\\*\[\]]")
_TITLES = frozenset({"title", "name"})


class Passage(msgspec.Struct, frozen=True):
    """One text of the subject: its words without marks, facts as `{id}`."""

    role: Role
    words: str
    source: str
    address: str
    """The field path; "" in the body."""
    line: int
    """The line in the body; 0 for a field."""
    targets: tuple[Target, ...] = ()


def strip_marks(source: str) -> str:
    """The words of a segment text."""
    if not _SPECIAL.search(source):
        return source
    return _MARKS.sub(lambda match: match.group(1) or "", source)


class RuleInput(msgspec.Struct, frozen=True, dict=True):
    """A subject with its site; `text` is its file as it was read, to point into."""

    subject: Subject
    site: SiteView
    text: str

    @property
    def place(self) -> Place:
        """Where the subject begins."""
        return self.subject.place

    @cached_property
    def is_prose(self) -> bool:
        """Whether the subject has a body."""
        return isinstance(self.subject, Prose)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the subject: fields first, then the body."""
        fields = [_field_passage(text) for text in walk_texts(self.subject)]
        return (*fields, *(_body_passage(role, leaf) for role, leaf in self._leaves()))

    def _leaves(self) -> Iterator[tuple[Role, Inline]]:
        if isinstance(self.subject, Guide):
            return walk_leaves(self.subject.body)
        if isinstance(self.subject, Journey | PlainPage):
            return walk_leaves(self.subject.blocks)
        return iter(())

    @cached_property
    def uses(self) -> tuple[PhraseUse, ...]:
        """Every use of a phrase."""
        return tuple(_walk(self.subject, PhraseUse))

    @cached_property
    def local_facts(self) -> dict[str, Fact]:
        """The facts of the subject's own by their names."""
        facts = self.subject.facts if isinstance(self.subject, Guide) else ()
        return {fact.id: fact for fact in facts}

    @cached_property
    def local_needles(self) -> Needles:
        """The facts of the subject's own by what they look like."""
        return find_needles(self.local_facts.values(), self.site.day)

    @property
    def references(self) -> tuple[Reference, ...]:
        """All that the subject names by an id."""
        if isinstance(self.subject, Topic | Fact | Phrase):
            return ()
        return self.subject.references

    def find_fact(self, name: str) -> Fact | None:
        """The fact that `name` means here: a local one before a shared one."""
        return self.local_facts.get(name) or self.site.shared.facts.get(name)

    @cached_property
    def _lines(self) -> list[str]:
        """The file's lines, divided once for all that is found in it."""
        return self.text.split("\n") if self.text else []

    def spot(self, passage: Passage, needle: str) -> Place:
        """Line and column of `needle` in a passage, as exactly as can be told."""
        path = self.place.path
        located = self.find_field(passage.address) if passage.address else None
        if passage.address and located is None:
            return self.place
        first = located.line if located else max(passage.line, 1)
        start = located.column - 1 if located else 0
        lines = self._lines
        for number in range(first - 1, min(first + 40, len(lines))):
            column = lines[number].find(needle, start)
            if column >= 0:
                return Place(path, number + 1, column + 1)
            start = 0
        return Place(path, first, located.column if located else 1)

    def find_field(self, address: str) -> Located | None:
        """What stands at the field path, with its place."""
        return None if self._fields is None else find_located(self._fields, address)

    @cached_property
    def _fields(self) -> Located | None:
        """The fields with their places, read again only when there is something to point at."""
        from waypost.content.source import decode_source, split_front_matter
        from waypost.content.yaml_reader import read_mapping

        ignored: list[Finding] = []
        source = decode_source(self.place.path, self.text)
        if not self.is_prose:
            return read_mapping(self.place.path, source.text, ignored)
        parts = split_front_matter(source, ignored)
        if parts is None:
            return None
        return read_mapping(self.place.path, parts.fields, ignored, parts.fields_line)


V = TypeVar("V")

# Where texts and phrases can stand; the body and plain values hold none.
_FIELDS: Mapping[type, tuple[str, ...]] = {
    kind: tuple(
        name for name in kind.__struct_fields__ if name not in {"body", "blocks", "references"}
    )
    for kind in (
        *(Guide, Journey, PlainPage, Agency, Office, Alert, Topic, Fact),
        *(Need, Cost, Asks, Deadline, Form, Step, Task),
        *(Closure, Holiday, ServiceHours, ValueTable, Column),
    )
}


def walk_texts(value: object) -> Iterator[Text]:
    """Every translatable text of the fields, in field order; the body has none."""
    return _walk(value, Text)


def _walk(value: object, wanted: type[V]) -> Iterator[V]:
    if type(value) is wanted:
        yield value
    elif type(value) is tuple:
        for item in value:
            yield from _walk(item, wanted)
    elif (names := _FIELDS.get(type(value))) is not None:
        for name in names:
            yield from _walk(getattr(value, name), wanted)


def _field_passage(text: Text) -> Passage:
    first, _, last = text.address.rpartition("/")
    role = Role.TITLE if last in _TITLES and not first else Role.FIELD
    if text.address.startswith("also_known_as/"):
        role = Role.KEYWORD
    return Passage(role, strip_marks(text.source), text.source, text.address, 0)


def _body_passage(role: Role, leaf: Inline) -> Passage:
    return Passage(role, strip_marks(leaf.text), leaf.text, "", leaf.line, leaf.targets)
