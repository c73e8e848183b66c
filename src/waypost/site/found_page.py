"""What a search finds of a page in one language: the plain text of what stands on it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import msgspec

from waypost.model.markup import MarkupError
from waypost.model.search import SearchField, SearchPage, SearchText
from waypost.model.site import Level
from waypost.site.fill import Own, choose_level, fill_slots, show_beside
from waypost.site.inline import render_plain
from waypost.site.known import HIDDEN
from waypost.site.language_marks import wrap_fragment
from waypost.site.locale import PageLocale
from waypost.site.mixed import Hidden, Slots, find_hidden
from waypost.site.program import Findable, OtherSlot, OwnSlot, PhraseSlot, Program

_TAG = re.compile(r"<[^>]*>")


def find_page(
    program: Program, topic: str, locale: PageLocale, own: Own, numbers: tuple[str, ...] = ()
) -> SearchPage | None:
    """The page as it is found in the language of `locale`; None for one that can't be found.

    `topic` is the first that it is listed under, `numbers` are of the forms that it names. Titles,
    headings and names stand in the source language where they aren't published in the other;
    anything else is found only where it is.
    """
    findable = program.findable
    if findable is None or findable.title < 0:
        return None
    slots, _, shown = fill_slots(program, locale, own)
    level = choose_level(program, shown)
    whole = level is Level.WHOLE and None not in slots
    hidden = () if whole or level is Level.STUB else find_hidden(program, slots, level)
    return _FoundPage(program, findable, locale, own, slots, level, hidden).describe(topic, numbers)


class _FoundPage(msgspec.Struct, frozen=True):
    program: Program
    findable: Findable
    locale: PageLocale
    own: Own
    slots: Slots
    level: Level
    hidden: Hidden

    def describe(self, topic: str, numbers: tuple[str, ...]) -> SearchPage:
        findable, locale = self.findable, self.locale
        code, source = locale.language.code, locale.source.code
        title, is_source = self._read(findable.title)
        language = source if is_source else code
        summary, lacks = self._read(findable.summary) if findable.summary >= 0 else ("", True)
        texts = [SearchText(SearchField.TITLE, language, title)]
        texts += self._list_names()
        texts += [SearchText(SearchField.NAMES, source, number) for number in numbers]
        if summary and not lacks:
            texts.append(SearchText(SearchField.SUMMARY, code, summary))
        texts += self._list_headings()
        body = _to_text("\n".join(self._list_body()))
        if body:
            texts.append(SearchText(SearchField.BODY, code, body))
        texts += self._list_places()
        if not locale.is_source:
            texts += self._list_foreign(is_title_known=is_source)
        if is_source and not lacks:
            summary = _to_line(self._slot(findable.summary).source)
        elif lacks and not is_source:
            # The line below a title is in the title's language, or isn't there.
            summary = ""
        return SearchPage(
            id=self.program.id,
            topic=topic,
            title=title,
            title_language=language,
            summary=summary,
            texts=tuple(texts),
            page_language=source if self.level is not Level.WHOLE and not is_source else "",
        )

    def _slot(self, number: int) -> OwnSlot | OtherSlot | PhraseSlot:
        program = self.program
        if number < len(program.own):
            return program.own[number]
        number -= len(program.own)
        if number < len(program.others):
            return program.others[number]
        return program.phrases[number - len(program.others)]

    def _read(self, number: int) -> tuple[str, bool]:
        """The text of a slot in one line, and whether it is the source language's, for want."""
        slot, shown = self._slot(number), self._show(number)
        if shown is None:
            return _to_line(slot.source), not self.locale.is_source
        return _to_line(shown), False

    def _show(self, number: int) -> str | None:
        """The HTML of a text in the page's language; None where the source stands."""
        shown = self.slots[number]
        if shown is None or self.locale.is_source:
            return shown
        slot = self._slot(number)
        if shown[:6] == "<span " and shown == self._wrap(slot.source):
            return None
        return shown.removesuffix(show_beside(slot.source, self.locale)) if slot.crisis else shown

    def _wrap(self, source: str) -> str:
        return wrap_fragment(source, self.locale.source, self.locale.language.direction)

    def _list_names(self) -> Iterator[SearchText]:
        for name in self.findable.names:
            text = self._translate_name(name)
            code = self.locale.source.code if text is None else self.locale.language.code
            yield SearchText(
                SearchField.NAMES, code, _to_line(name.source if text is None else text)
            )

    def _translate_name(self, name: OwnSlot) -> str | None:
        """A name that stands nowhere on the page, in its language; None where the source counts."""
        locale = self.locale
        if locale.is_source:
            return name.source
        translation = self.own[name.index]
        if translation is None or locale.weigh(translation, name.risk) == HIDDEN:
            return None
        try:
            return render_plain(translation.text, locale.show_fact(self.program.facts))
        except MarkupError:
            return None

    def _list_headings(self) -> Iterator[SearchText]:
        """The headings that are translated, and after them the others."""
        read = [self._read(number) for number in self.findable.headings]
        for code, wanted in ((self.locale.language.code, False), (self.locale.source.code, True)):
            lines = [text for text, is_source in read if is_source is wanted]
            if lines:
                yield SearchText(SearchField.HEADINGS, code, "\n".join(lines))

    def _list_body(self) -> Iterator[str]:
        if self.level is Level.STUB:
            return
        hidden, texts = self.hidden, len(self.program.own) + len(self.program.others)
        texts += len(self.program.phrases)
        for block in self.findable.blocks:
            if hidden and block.block in hidden[block.piece]:
                continue
            for number in block.slots:
                shown = self._show(number) if number < texts else self.slots[number]
                if shown is not None:
                    yield shown

    def _list_places(self) -> Iterator[SearchText]:
        lines = [self.slots[number] or "" for number in self.findable.places]
        if lines:
            text = _to_text("\n".join(lines))
            yield SearchText(SearchField.BODY, self.locale.source.code, text)

    def _list_foreign(self, *, is_title_known: bool) -> Iterator[SearchText]:
        """Names in the source language that stand beside those of the page's own."""
        names: list[str] = []
        if not is_title_known:
            names.append(self._slot(self.findable.title).source)
        names += [
            each.source
            for each in self.findable.names
            if self._translate_name(each) not in (None, each.source)
        ]
        for name in dict.fromkeys((*names, *self.findable.official)):
            yield SearchText(SearchField.FOREIGN, self.locale.source.code, _to_line(name))


def _to_text(markup: str) -> str:
    """Our own HTML as plain text."""
    return html.unescape(_TAG.sub("", markup.replace("<br>", " ")))


def _to_line(markup: str) -> str:
    return " ".join(_to_text(markup).split())
