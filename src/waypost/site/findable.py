"""What a search finds a page by, found once when the page is compiled: slots and segments.

What stands on every page is left out: interface words, contacts, the interpreter's lines, alerts,
and the titles of related pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waypost.model.markup import MarkupError
from waypost.model.site import PageKind
from waypost.model.text import Role, Segment
from waypost.site.inline import escape_text, render_plain
from waypost.site.marking import Marks
from waypost.site.program import Findable, FindableBlock, OtherSlot, OwnSlot, Piece, Section
from waypost.site.shown_value import kind_of

_OFFICIAL = ("name", "forms/")
_TITLES = frozenset({"title", "name"})
_HEADINGS = frozenset({Role.TITLE, Role.HEADING})
_SAID = frozenset({"code", "day", "duration", "money", "number", "percent", "yearly"})
"""Kinds of values that say something of the page that holds them."""
_PLACES = frozenset({"address", "place"})
_THINGS = ("guides/", "journeys/", "pages/")
"""Folders whose pages a journey's steps lead to: their titles are what it is about."""


def find_findable(
    kind: PageKind, marks: Marks, order: Sequence[int], pieces: Sequence[Piece]
) -> Findable | None:
    """What a search finds the page by; None for a page that can't be found."""
    if kind is PageKind.TOPIC:
        return _find_topic(marks)
    if marks.document is None:
        return None
    return _Finder(kind, marks, order).find(marks.document.segments, pieces)


def _find_topic(marks: Marks) -> Findable:
    """A topic by its name and summary; the guides that it lists are found by themselves."""

    def find(field: str) -> int:
        address = f"{marks.page}/{field}"
        found = (
            len(marks.own) + at
            for at, slot in enumerate(marks.others)
            if slot.document == "topics" and slot.address == address and not slot.plain
        )
        return next(found, -1)

    return Findable(find("name"), find("summary"), (), (), (), (), (), ())


class _Finder:
    def __init__(self, kind: PageKind, marks: Marks, order: Sequence[int]) -> None:
        self._kind, self._marks, self._order = kind, marks, order
        self._others = len(marks.own)
        self._phrases = self._others + len(marks.others)
        self._words = self._phrases + len(marks.phrase_uses)
        self._values = self._words + len(marks.words)
        self._after = self._values + len(marks.values)
        self._seen: set[int] = set()

    def find(self, segments: Sequence[Segment], pieces: Sequence[Piece]) -> Findable:
        """The page's title and summary, its other names, its headings, and its blocks."""
        headings: list[int] = []
        blocks: list[FindableBlock] = []
        title = self._find_slot(segments, _TITLES)
        summary = self._find_slot(segments, frozenset({"summary"}))
        indexes = {self._marks.own[at].index for at in (title, summary) if at >= 0}
        for number, piece in enumerate(pieces):
            if not isinstance(piece, Section):
                continue
            head = self._list_texts(piece.head, indexes)
            headings += [slot for slot in head if slot < self._others]
            for at, block in enumerate(piece.blocks):
                texts: list[int] = []
                for slot in self._list_texts(block.span, indexes):
                    is_heading = slot < self._others and self._role(segments, slot) in _HEADINGS
                    (headings if is_heading else texts).append(slot)
                if texts:
                    blocks.append(FindableBlock(number, at, tuple(texts)))
        return Findable(
            title=title,
            summary=summary,
            names=tuple(self._name_slots(segments)),
            headings=tuple(headings),
            blocks=tuple(blocks),
            places=tuple(self._list_places()),
            official=tuple(dict.fromkeys(self._list_official(segments))),
            forms=tuple(sorted(self._marks.forms)),
        )

    def _find_slot(self, segments: Sequence[Segment], addresses: frozenset[str]) -> int:
        """The slot of the text at one of the addresses, -1 where there is none.

        Where it stands twice, as a summary does in a stub, it is the one that may be missing.
        """
        own = self._marks.own
        found = [
            at
            for at, slot in enumerate(own)
            if segments[slot.index].address in addresses and not slot.plain
        ]
        return min(found, key=lambda at: own[at].soft, default=-1)

    def _name_slots(self, segments: Sequence[Segment]) -> Iterator[OwnSlot]:
        """A slot for each other name of the page, which stands nowhere on it."""
        for index, segment in enumerate(segments):
            if segment.role is Role.KEYWORD:
                source = self._show(segment.source)
                yield OwnSlot(index, int(segment.risk), 0, soft=True, plain=True, source=source)

    def _show(self, text: str) -> str:
        """A text of the page in the source language, without tags."""
        try:
            return render_plain(text, self._marks.locale.show_fact(self._marks.written_facts))
        except MarkupError:
            return escape_text(text)

    def _list_texts(self, span: tuple[int, int], indexes: set[int]) -> Iterator[int]:
        """The slots of a part of the page that hold its own matter, each once on the page."""
        for number in self._order[span[0] : span[1]]:
            if number not in self._seen and self._is_own_matter(number, indexes):
                self._seen.add(number)
                yield number

    def _is_own_matter(self, number: int, indexes: set[int]) -> bool:
        marks = self._marks
        if number < self._others:
            own = marks.own[number]
            return not own.plain and own.index not in indexes
        if number < self._phrases:
            other = marks.others[number - self._others]
            if self._kind is PageKind.JOURNEY:
                return other.document.startswith(_THINGS)
            return other.document == "facts" or self._is_official(other)
        if number < self._words:
            # A phrase of another document, an alert's, counts for nothing.
            return marks.phrase_uses[number - self._phrases].words > 0
        if self._values <= number < self._after:
            return kind_of(marks.values[number - self._values]) in _SAID
        return False

    def _is_official(self, other: OtherSlot) -> bool:
        """Whether a guide names its agency or a form of it here."""
        is_agency = self._kind is PageKind.GUIDE and other.document.startswith("agencies/")
        return is_agency and other.address.startswith(_OFFICIAL)

    def _list_official(self, segments: Sequence[Segment]) -> Iterator[str]:
        for each in segments:
            if each.role is Role.TITLE and each.address.startswith("forms/"):
                yield self._show(each.source)
        yield from (each.source for each in self._marks.others if self._is_official(each))

    def _list_places(self) -> Iterator[int]:
        """The slots of an office's own address."""
        if self._kind is PageKind.OFFICE:
            for at, written in enumerate(self._marks.values):
                if kind_of(written) in _PLACES:
                    yield self._values + at

    def _role(self, segments: Sequence[Segment], slot: int) -> Role:
        return segments[self._marks.own[slot].index].role
