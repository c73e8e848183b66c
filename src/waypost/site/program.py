"""A page without its language: literal pieces, and numbered slots for what differs.

A program is made once per page (`compile`), kept between builds as msgpack, and filled once per
language (`fill`). Slots are numbered through all kinds in the order of the fields here: own,
others, phrases, words, values, messages, specials; after them come the literals. So a page is a
list of numbers, and filling it in is one join.
"""

from __future__ import annotations

import msgspec

from waypost.model.site import PageKind

Span = tuple[int, int]
"""From and to: places in `Program.order`."""


class OwnSlot(msgspec.Struct, frozen=True, array_like=True):
    """A text of the page's own document."""

    index: int
    """Its place among the document's segments."""
    risk: int
    words: int
    """How much it counts for the page's level; 0 for wayfinding."""
    soft: bool
    """Shown in the source language where it stands, instead of making its block source."""
    plain: bool
    """Without tags: for attributes and the title."""
    source: str
    """As HTML in the source language."""
    targets: tuple[str, ...] = ()
    """What `[…]{n}` opens: `<a …>`, `<img …`, or "" for a target that is refused."""
    shape: tuple[str, ...] = ()
    """The marks of the source text, and in `tags` the tag for each (`site.shape`)."""
    tags: tuple[str, ...] = ()
    crisis: bool = False
    """Shown with its source beside it, whoever has reviewed it."""


class Together(msgspec.Struct, frozen=True, array_like=True):
    """Own slots whose texts are filled side by side (`site.together`)."""

    slots: tuple[int, ...]
    """Their places in `Program.own`; the tuples below are aligned to it."""
    indexes: tuple[int, ...]
    risks: tuple[int, ...]
    numbers: tuple[int, ...]
    """The words of all those texts, as they are numbered in the document (`WholeTexts.words`)."""
    tags: list[str]
    """The tag for each mark between them, and `marks.BETWEEN` between two texts."""
    facts: tuple[tuple[int, str], ...]
    """The places of tags that aren't known before the language is, and the fact for each."""
    words: int
    """How much they count together for the page's level."""
    others: tuple[int, ...]
    """The own slots that are filled one by one."""


class OtherSlot(msgspec.Struct, frozen=True, array_like=True):
    """A text of another document: an office's name, a related guide's title, an alert."""

    document: str
    address: str
    risk: int
    plain: bool
    source: str
    soft: bool = True
    crisis: bool = False
    labelled: bool = False
    """Where the source stands in its place, a label in the reader's language says so."""


class PhraseSlot(msgspec.Struct, frozen=True, array_like=True):
    """A phrase with its arguments."""

    key: str
    """Phrase and arguments: two uses with one key read the same in a language."""
    phrase: str
    arguments: tuple[tuple[str, str], ...]
    """(name, written value)"""
    risk: int
    words: int
    soft: bool
    source: str
    crisis: bool = False


class MessageSlot(msgspec.Struct, frozen=True, array_like=True):
    """An interface word with arguments."""

    word: str
    numbers: tuple[tuple[str, int], ...]
    """(name, number): what a plural counts."""
    values: tuple[tuple[str, str], ...]
    """(name, written value)"""
    slots: tuple[tuple[str, int], ...]
    """(name, slot): a text of the page."""
    plain: bool = False


class Block(msgspec.Struct, frozen=True, array_like=True):
    """A top-level block of a section: all in the reader's language, or all in the source's."""

    span: Span
    needs: tuple[int, ...]
    """Slots whose text may be missing in a language."""
    source: str
    """The whole block in the source language."""


class Section(msgspec.Struct, frozen=True, tag="section"):
    """A heading, which stays in the reader's language, and blocks."""

    head: Span
    blocks: tuple[Block, ...]
    tail: Span


class Optional(msgspec.Struct, frozen=True, tag="optional"):
    """Left out where a text is missing: it repeats what a section says in full."""

    span: Span
    needs: tuple[int, ...]


class Inside(msgspec.Struct, frozen=True, tag="inside"):
    """A loose part of the body: always in the reader's language."""

    span: Span


Piece = Section | Optional | Inside


class FindableBlock(msgspec.Struct, frozen=True, array_like=True):
    """The slots of a block that say what the page is about."""

    piece: int
    """Its section's place in `Program.body`."""
    block: int
    """Its place in the section."""
    slots: tuple[int, ...]


class Findable(msgspec.Struct, frozen=True, array_like=True):
    """What a search finds the page by, which is less than what stands on it."""

    title: int
    """Its slot; -1 for none, as with the summary."""
    summary: int
    names: tuple[OwnSlot, ...]
    """What else the page is called: texts that stand nowhere on it."""
    headings: tuple[int, ...]
    blocks: tuple[FindableBlock, ...]
    places: tuple[int, ...]
    """An office's own address."""
    official: tuple[str, ...]
    """Names of forms and of the agency in the source language: they are printed so, whatever one
    speaks."""
    forms: tuple[str, ...]
    """The ids of the forms that the page names."""


class Program(msgspec.Struct, frozen=True):
    """A page, compiled: what stands before, in and after its body, and its slots."""

    id: str
    kind: PageKind
    order: tuple[int, ...]
    """The whole page as numbers of slots and literals."""
    alternates: int
    """The place in `order` where the links to the other languages are put in."""
    main: Span
    """The part of `order` that the stub takes the place of."""
    body: tuple[Piece, ...]
    """What `main` is made of."""
    stub: tuple[int, ...]
    """In place of `main` where the page isn't published; empty for pages that always are."""
    own: tuple[OwnSlot, ...]
    others: tuple[OtherSlot, ...]
    phrases: tuple[PhraseSlot, ...]
    words: tuple[str, ...]
    values: tuple[str, ...]
    messages: tuple[MessageSlot, ...]
    specials: tuple[str, ...]
    literals: tuple[bytes, ...]
    """As they are written to the file."""
    facts: dict[str, str]
    """Fact id → written value, for facts in the page's own texts."""
    other_facts: dict[str, str]
    """Fact id → written value, for facts in texts of other documents."""
    total_words: int
    description: int = -1
    """The slot of the description for search engines; -1 where there is none."""
    description_source: str = ""
    """What stands in that slot in the source language: elsewhere it is left out."""
    together: Together | None = None
    """Most of the own slots, where there are some."""
    findable: Findable | None = None
    """None for a page without texts of its own, which lists others."""
