"""The sections of a guide: what stands under each second-level heading."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from waypost.model.block import Block, Heading, Inline
from waypost.model.guide import Section, SectionKey

FIXED_HEADINGS: Mapping[str, SectionKey] = MappingProxyType(
    {
        "what to do": SectionKey.DO,
        "after you apply": SectionKey.AFTER,
        "if you are refused": SectionKey.REFUSED,
        "exceptions": SectionKey.EXCEPTIONS,
        "more": SectionKey.MORE,
    }
)
INTRO = "intro"
"""The id of the prose that stands before the first heading."""


def divide(blocks: tuple[Block[Inline], ...]) -> tuple[Section[Inline], ...]:
    """`blocks` under their headings; a fixed heading gives its key in place of its words."""
    sections: list[Section[Inline]] = []
    heading: Heading[Inline] | None = None
    under: list[Block[Inline]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            if heading or under:
                sections.append(_section(heading, under))
            heading, under = block, []
        else:
            under.append(block)
    if heading or under:
        sections.append(_section(heading, under))
    return tuple(sections)


def find_key(heading: Heading[Inline]) -> SectionKey | None:
    """The fixed heading that this is, by its words or by `{#do}` in a site of another language."""
    words = heading.leaf.text.casefold().rstrip(" .:!?")
    key = FIXED_HEADINGS.get(words)
    if key is None and heading.id in set(SectionKey):
        return SectionKey(heading.id)
    return key


def _section(heading: Heading[Inline] | None, blocks: list[Block[Inline]]) -> Section[Inline]:
    if heading is None:
        return Section(INTRO, None, None, tuple(blocks))
    key = find_key(heading)
    return Section(heading.id, key, None if key else heading.leaf, tuple(blocks))
