"""The title of another page as a list of a language shows it."""

from __future__ import annotations

import html

import msgspec

from waypost.model.markup import MarkupError
from waypost.model.text import Risk
from waypost.site.inline import escape_text, render_plain
from waypost.site.known import HIDDEN, SHOWN
from waypost.site.language_marks import wrap_fragment
from waypost.site.locale import PageLocale
from waypost.site.surroundings import PageRef


class ShownTitle(msgspec.Struct, frozen=True):
    """A page's title: translated where the policy lets it be, else as its source says it."""

    id: str
    """Of the page."""
    text: str
    """Segment text."""
    is_source: bool
    weight: int = SHOWN
    """What the policy says of it, as `site.known` numbers it."""

    @property
    def words(self) -> str:
        """The title as it is read, neither marks nor HTML."""
        try:
            return html.unescape(render_plain(self.text, lambda name: f"{{{name}}}"))
        except MarkupError:
            return self.text

    def render(self, locale: PageLocale) -> str:
        """The title as HTML, marked as its language where that isn't the page's."""
        shown = escape_text(self.words)
        if not self.is_source or locale.is_source:
            return shown
        return wrap_fragment(shown, locale.source, locale.language.direction)


def show_title(ref: PageRef, locale: PageLocale) -> ShownTitle:
    """What lists of the language show of a page."""
    if not locale.is_source:
        translation = locale.others.get((ref.document, ref.title.address))
        weight = locale.weigh(translation, Risk.STANDARD)
        if translation is not None and weight != HIDDEN:
            return ShownTitle(ref.id, translation.text, is_source=False, weight=weight)
    return ShownTitle(ref.id, ref.title.source, is_source=True)
