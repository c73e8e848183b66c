"""What the old site showed out of a page's front matter: lists of links, promotions, contacts."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.real_sites.from_html import parse_html
from scripts.real_sites.source import Fields, group_field, text_field
from scripts.real_sites.tree import (
    Block,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    trim_inline,
)

SHOWN = ("majorlinks", "hublinks", "promo", "social", "crosslinks", "relatedlinks")
"""The fields that were shown below the body, in the order in which they are written."""

NOT_SHOWN = {
    "loadingMessage": "message of a widget while it loads",
    "errorMessage": "message of a widget that failed",
    "maintenance_line1": "message while an application is down",
    "maintenance_line2": "message while an application is down",
    "plainlanguage": "note to editors",
    "concurrence": "note to editors",
    "spoke": "shelf in the old site's menu",
    "fragments": "name of a part of the old site's home page",
}


def read_words(text: str, href: str = "") -> tuple[Inline, ...]:
    """A field's text, which may hold inline HTML, as runs; a link all over when `href` is given."""
    blocks, _ = parse_html(text)
    words: list[Inline] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            words += [Run(" "), *block.inline]
    linked = [
        Run(one.text, one.strong, one.emphasis, one.href or href) if isinstance(one, Run) else one
        for one in words
    ]
    return trim_inline(linked)


def read_shown(fields: Fields) -> tuple[Block, ...]:
    """The blocks that the front matter adds below the body."""
    blocks: list[Block] = []
    for name in SHOWN:
        for group in group_field(fields, name):
            for block in _group(group, 2):
                last = blocks[-1] if blocks else None
                if isinstance(block, ItemList) and isinstance(last, ItemList):
                    blocks[-1] = ItemList(last.ordered, last.start, (*last.items, *block.items))
                else:
                    blocks.append(block)
    return tuple(blocks)


def _group(group: Fields, level: int) -> Iterator[Block]:
    """A heading with its links, subsections, or words."""
    parts = [*group_field(group, "links"), *group_field(group, "subsections")]
    heading = text_field(group, "heading") or text_field(group, "header")
    heading = heading or text_field(group, "subhead")
    if not heading and parts:
        heading = text_field(group, "title")
    is_link = not parts and "url" in group and not text_field(group, "admin")
    if heading:
        words = read_words(heading, text_field(group, "url") if is_link else "")
        yield Heading(level, words, text_field(group, "id"))
    if admin := text_field(group, "admin"):
        yield from _paragraph(read_words(admin, text_field(group, "url")))
    if is_link and heading:
        yield from _paragraph(read_words(text_field(group, "description")))
    elif is_link:
        items = tuple((block,) for block in _paragraph(_link(group)))
        if items:
            yield ItemList(ordered=False, start=1, items=items)
    links = [_link(link) for link in group_field(group, "links")]
    items = tuple((Paragraph(link),) for link in links if link)
    if items:
        yield ItemList(ordered=False, start=1, items=items)
    for section in group_field(group, "subsections"):
        yield from _group(section, level + 1)


def _link(link: Fields) -> tuple[Inline, ...]:
    """A link with its description below, or a contact with its number behind."""
    href, number = text_field(link, "url"), text_field(link, "number")
    name = text_field(link, "title") or text_field(link, "label")
    words = list(read_words(name, "" if number else href))
    if number:
        words += [Run(" "), Run(number, href=href)]
    if description := text_field(link, "description"):
        words += [LineBreak(), *read_words(description)]
    return trim_inline(words)


def _paragraph(inline: tuple[Inline, ...]) -> Iterator[Block]:
    if inline:
        yield Paragraph(inline)
