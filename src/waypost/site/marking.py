"""Marks that a template leaves in its text: holes for texts, and where regions begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec
from markupsafe import Markup

from waypost.model.block import Hole, Target
from waypost.model.crisis import names_line
from waypost.model.fact import FactValue
from waypost.model.literal import parse_argument
from waypost.model.markup import MarkupError
from waypost.model.phrase import Argument, ParameterType, Phrase, PhraseUse, Statement
from waypost.model.text import WAYFINDING, Document, Risk, Segment, Text
from waypost.site.assets import Assets
from waypost.site.inline import escape_text, render_inline, render_plain
from waypost.site.known import PLAIN
from waypost.site.links import open_target
from waypost.site.locale import PageLocale
from waypost.site.program import MessageSlot, OtherSlot, OwnSlot, PhraseSlot
from waypost.site.shape import cut_marks
from waypost.site.shown_value import write_value, write_words
from waypost.site.value_marks import HOLE, ValueMarks, mark_hole, place_slot

ALTERNATES: Final = "alternates"
"""The special where the links to the page in other languages stand."""
_WORD = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")

_NAMED = re.compile(r"\{([a-z0-9_.]+)\}")


class Marks(ValueMarks):
    """The holes of one page, gathered while its template runs."""

    page: str
    document: Document | None
    facts: Mapping[str, FactValue]
    """What the page's own texts may name, by the day of the build."""
    shared_facts: Mapping[str, FactValue]
    phrases: Mapping[str, Phrase]
    locale: PageLocale
    """The source language."""
    floor: Risk = Risk.LOW
    sensitive: bool = False
    assets: Assets = msgspec.field(default_factory=dict)
    """The files that pages load."""
    own: list[OwnSlot] = msgspec.field(default_factory=list)
    others: list[OtherSlot] = msgspec.field(default_factory=list)
    phrase_uses: list[PhraseSlot] = msgspec.field(default_factory=list)
    words: list[str] = msgspec.field(default_factory=list)
    messages: list[MessageSlot] = msgspec.field(default_factory=list)
    specials: list[str] = msgspec.field(default_factory=list)
    written_facts: dict[str, str] = msgspec.field(default_factory=dict)
    """The facts that the page's own texts do name, written."""
    written_shared: dict[str, str] = msgspec.field(default_factory=dict)
    """The facts that the shown texts of other documents name, written."""
    uses: set[str] = msgspec.field(default_factory=set)
    """The components that the page is made of."""
    headings: list[tuple[str, Markup]] = msgspec.field(default_factory=list)
    """The sections so far: id and title, for the list of what stands on the page."""
    forms: set[str] = msgspec.field(default_factory=set)
    """The ids of the forms that the page names."""
    _segments: dict[str, tuple[int, Segment]] = msgspec.field(default_factory=dict)
    _own_places: dict[tuple[int, bool, bool, tuple[str, ...]], int] = msgspec.field(
        default_factory=dict
    )
    _counted: set[int] = msgspec.field(default_factory=set)

    def __post_init__(self) -> None:
        segments = self.document.segments if self.document else ()
        self._segments = {each.address: (index, each) for index, each in enumerate(segments)}
        self.written_facts = _write_named((each.source for each in segments), self.facts)

    def text(self, text: Text, *, soft: bool = False, plain: bool = False) -> Markup:
        """The hole of a text of the page's own document."""
        return self._own(text.address, text.source, (), soft=soft, plain=plain)

    def leaf(self, hole: Hole) -> Markup:
        """The hole of a leaf of the body."""
        return self._own(hole.address, "", hole.targets)

    def leaf_soft(self, hole: Hole) -> Markup:
        """The hole of a heading: where it lacks, the source stands in its place."""
        return self._own(hole.address, "", hole.targets, soft=True)

    def leaf_plain(self, hole: Hole) -> Markup:
        """The hole of a leaf without tags: an alternative text."""
        return self._own(hole.address, "", (), plain=True)

    def fact_text(self, text: Text) -> Markup:
        """The hole of a text of a fact: the page's own, or one of the shared facts."""
        if text.address in self._segments:
            return self.text(text, soft=True)
        return self.other("facts", text)

    def note_heading(self, anchor: str, title: Markup) -> str:
        """Nothing; the section is among `headings`, unless its title holds a link of its own."""
        hole = HOLE.fullmatch(title)
        is_own = hole is not None and hole.group(1) == "own"
        if hole is None or not is_own or "<a" not in self.own[int(hole.group(2))].source:
            self.headings.append((anchor, title))
        return ""

    @property
    def sources(self) -> list[str]:
        """The texts of the page's document."""
        return [each.source for each in self.document.segments] if self.document else []

    @property
    def word_count(self) -> int:
        """How many words the page has so far."""
        own = sum(each.words for each in self.own)
        return own + sum(each.words for each in self.phrase_uses)

    def source_of(self, address: str) -> str:
        """The segment text at an address, "" where the document has none."""
        found = self._segments.get(address)
        return found[1].source if found else ""

    def _own(
        self,
        address: str,
        source: str,
        targets: tuple[Target, ...],
        *,
        soft: bool = False,
        plain: bool = False,
    ) -> Markup:
        found = self._segments.get(address)
        if found is None:
            return Markup(escape_text(source))  # noqa: S704 - escaped in the same call
        index, segment = found
        tags = tuple(
            open_target(each, self.page, self.facts, self.assets, sensitive=self.sensitive)
            for each in targets
        )
        html = self._render(segment.source, tags, self.written_facts, plain=plain)
        counts = not plain and segment.role not in WAYFINDING and index not in self._counted
        if counts:
            self._counted.add(index)
        words = count_words(segment.source) if counts else 0
        soft = soft or plain
        key = (index, soft, plain, tags)
        place = self._own_places.get(key)
        if place is None:
            place = self._own_places[key] = len(self.own)
            shape = ((), ()) if plain else cut_marks(segment.source, tags)
            risk, crisis = int(segment.risk), not plain and self._is_crisis(segment)
            slot = OwnSlot(index, risk, words, soft, plain, html, tags, *shape, crisis=crisis)
            self.own.append(slot)
        return mark_hole("own", place)

    def _is_crisis(self, segment: Segment) -> bool:
        """Whether the text is a crisis line: a crisis guide's summary, or the emergency line."""
        if self.floor is Risk.CRITICAL and segment.address == "summary":
            return True
        return names_line(segment.source, self.locale.frame.identity.emergency)

    def _render(
        self, source: str, tags: tuple[str, ...], facts: Mapping[str, str], *, plain: bool
    ) -> str:
        show = self.locale.show_fact(facts)
        try:
            return render_plain(source, show) if plain else render_inline(source, tags, show)
        except MarkupError:
            return escape_text(source)

    def other(
        self,
        document: str,
        text: Text,
        *,
        risk: Risk = Risk.STANDARD,
        plain: bool = False,
        soft: bool = True,
        crisis: bool = False,
        labelled: bool = False,
    ) -> Markup:
        """The hole of another document's text; a crisis line has its source beside it."""
        self.written_shared.update(_write_named((text.source,), self.shared_facts))
        html = self._render(text.source, (), self.written_shared, plain=plain)
        slot = OtherSlot(document, text.address, int(risk), plain, html, soft, crisis, labelled)
        return mark_hole("other", place_slot(self.others, slot))

    def phrase(
        self,
        use: PhraseUse,
        *,
        risk: Risk = Risk.LOW,
        soft: bool = False,
        counts: bool = True,
        crisis: bool = False,
    ) -> Markup:
        """The hole of a phrase with its arguments; nothing for a phrase that doesn't exist."""
        phrase = self.phrases.get(use.phrase)
        if phrase is None:
            return Markup("")
        types = {each.name: each.type for each in phrase.parameters}
        arguments: list[tuple[str, str]] = []
        for argument in phrase.bind(use).arguments:
            value = self._argument(argument, types)
            if value is not None:
                arguments.append((argument.name, write_value(value)))
        highest = int(max(risk, phrase.risk, self.floor))
        key = "|".join([use.phrase, *(f"{name}={written}" for name, written in arguments)])
        try:
            source = self.locale.format_phrase(phrase.message, tuple(arguments))
        except (ValueError, KeyError, TypeError):
            return Markup("")
        words = count_words(source) if counts and not soft else 0
        slot = PhraseSlot(key, use.phrase, tuple(arguments), highest, words, soft, source, crisis)
        return mark_hole("phrase", place_slot(self.phrase_uses, slot))

    def _argument(self, argument: Argument, types: Mapping[str, ParameterType]) -> FactValue | None:
        if argument.is_fact:
            return self.facts.get(argument.value)
        kind = types.get(argument.name)
        if kind is None:
            return None
        try:
            return parse_argument(argument.value, kind, self.locale.frame.identity.currency)
        except ValueError:
            return None

    def word(self, name: str, *, plain: bool = False, **arguments: FactValue | str | int) -> Markup:
        """The hole of an interface word; arguments are values, numbers, holes, or source words."""
        if not arguments:
            return mark_hole("word", place_slot(self.words, name + PLAIN if plain else name))
        numbers: list[tuple[str, int]] = []
        values: list[tuple[str, str]] = []
        slots: list[tuple[str, int]] = []
        for key, argument in arguments.items():
            if isinstance(argument, int):
                numbers.append((key, argument))
            elif isinstance(argument, Markup):
                hole = HOLE.fullmatch(argument)
                if hole is not None and hole.group(1) == "value":
                    values.append((key, self.values[int(hole.group(2))]))
                elif hole is not None and hole.group(1) == "other":
                    slots.append((key, int(hole.group(2))))
            elif isinstance(argument, str):
                values.append((key, write_words(argument)))
            else:
                values.append((key, write_value(argument)))
        slot = MessageSlot(name, tuple(numbers), tuple(values), tuple(slots), plain)
        return mark_hole("message", place_slot(self.messages, slot))

    def statement(self, statement: Statement, *, risk: Risk = Risk.LOW) -> Markup:
        """The hole of a sentence: a phrase, or the page's own text."""
        if isinstance(statement, PhraseUse):
            return self.phrase(statement, risk=risk)
        return self.text(statement)

    def foreign(
        self,
        document: str,
        statement: Statement,
        *,
        risk: Risk = Risk.STANDARD,
        soft: bool = True,
        crisis: bool = False,
    ) -> Markup:
        """The hole of a sentence of another document; it doesn't count for the page's level."""
        if isinstance(statement, PhraseUse):
            return self.phrase(statement, risk=risk, soft=soft, counts=False, crisis=crisis)
        return self.other(document, statement, risk=risk, soft=soft, crisis=crisis)

    def special(self, name: str) -> Markup:
        """The hole of what the page says for its language alone."""
        return mark_hole("special", place_slot(self.specials, name))


def _write_named(sources: Iterable[str], facts: Mapping[str, FactValue]) -> dict[str, str]:
    """The facts that the texts name, written."""
    names = {name for source in sources if "{" in source for name in _NAMED.findall(source)}
    return {name: write_value(facts[name]) for name in sorted(names) if name in facts}


def count_words(text: str) -> int:
    """How many words a text has, at least one; letters of scripts without spaces count each."""
    return len(_WORD.findall(text)) or 1
