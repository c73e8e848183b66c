"""Chunks: what a list of results says of its pages, some pages a file."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec


class ListedPage(msgspec.Struct, frozen=True):
    """A page as a list of results shows it."""

    id: str
    title: str
    summary: str
    language: int
    """0 where title and summary are in the index's own language; else which other one, from 1."""
    page_language: int
    """The same for the page behind them."""


def render_chunk(pages: Sequence[ListedPage]) -> str:
    """A line a page, parted by tabs: id, title, summary, language, the page's own if another."""
    return "\n".join(map(_render_page, pages))


def parse_chunk(payload: str) -> tuple[ListedPage, ...]:
    """The pages of a chunk."""
    pages: list[ListedPage] = []
    for line in payload.split("\n") if payload else ():
        page_id, title, summary, *languages = line.split("\t")
        pages.append(ListedPage(page_id, title, summary, int(languages[0]), int(languages[-1])))
    return tuple(pages)


def _render_page(page: ListedPage) -> str:
    fields = [page.id, _on_one_line(page.title), _on_one_line(page.summary), str(page.language)]
    if page.page_language != page.language:
        fields.append(str(page.page_language))
    return "\t".join(fields)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
