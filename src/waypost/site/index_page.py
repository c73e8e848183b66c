"""The A–Z: every page of a language, in its order, under the letters of its script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from waypost.locales.collation import index_place, sort_key
from waypost.model.site import PageKind
from waypost.site.addresses import INDEX, link_to
from waypost.site.chrome import Extras
from waypost.site.inline import escape_attribute, escape_text
from waypost.site.known import PLAIN
from waypost.site.locale import PageLocale
from waypost.site.program import Program
from waypost.site.shown_title import ShownTitle
from waypost.site.surroundings import PageRef, Surroundings, begin_marks, build_page

_FEW_LETTERS = 3
"""Up to so many, a reader sees them without a list of them."""


def build_index_program(around: Surroundings) -> Program:
    """The program of the A–Z; `render_index` gives the special `listing` of each language."""
    marks = begin_marks(around, INDEX, None)
    context: dict[str, object] = {"head_title": marks.word("a_to_z", plain=True)}
    return build_page(PageKind.INDEX, "index.html", marks, around, context)


def listed_pages(refs: Sequence[PageRef]) -> tuple[PageRef, ...]:
    """The pages that an A–Z lists: all that have a text of their own."""
    kinds = (PageKind.GUIDE, PageKind.JOURNEY, PageKind.PAGE, PageKind.AGENCY, PageKind.OFFICE)
    return tuple(ref for ref in refs if ref.kind in kinds)


def render_index(titles: Iterable[ShownTitle], locale: PageLocale) -> Extras:
    """The special of an A–Z: the pages in the language's order, and the letters to jump to."""
    code = locale.language.code
    key = sort_key(code)
    titled = ((title.words, title) for title in titles)
    named = sorted(titled, key=lambda each: (index_place(code, each[0])[0], key(each[0])))
    letters: list[str] = []
    sections: list[str] = []
    for label, group in groupby(named, key=lambda each: index_place(code, each[0])[1]):
        items = "".join(_item(title, locale) for _, title in group)
        shown = escape_text(label)
        letters.append(f'<li><a href="#{_id(label)}">{shown}</a>')
        sections.append(f'<h2 id="{_id(label)}">{shown}</h2><ul class=pages>{items}</ul>')
    jump = ""
    if len(letters) > _FEW_LETTERS:
        name = escape_attribute(locale.words["a_to_z" + PLAIN])
        jump = f'<nav aria-label="{name}"><ul class=letters>{"".join(letters)}</ul></nav>'
    weights = frozenset(title.weight for _, title in named)
    return Extras({"listing": jump + "".join(sections)}, weights)


def _id(label: str) -> str:
    """A letter as the end of an address: itself, whatever the script."""
    return "-" if label == "#" else escape_attribute("_".join(label.split()))


def _item(title: ShownTitle, locale: PageLocale) -> str:
    return f'<li><a href="{link_to(INDEX, title.id)}">{title.render(locale)}</a>'
