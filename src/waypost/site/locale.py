"""A language as pages are filled in it: words, formats, phrases, texts of other documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from waypost.locales.formats import Formats, formats_for
from waypost.locales.message import MessageSyntaxError, format_message
from waypost.locales.registry import find_language
from waypost.model.audit import Audit
from waypost.model.fact import Email, Phone
from waypost.model.language import Language
from waypost.model.logo import Logo
from waypost.model.policy import Policy
from waypost.model.site import SiteIdentity
from waypost.model.translation import Freshness, Translation
from waypost.site.inline import escape_text, strip_tags
from waypost.site.known import (
    BOTH,
    HIDDEN,
    ONCE,
    KnownValues,
    KnownWords,
    has_lent_words,
    hold_place,
    hold_source_place,
    join_beside,
    weigh_states,
)
from waypost.site.language_marks import wrap_fragment
from waypost.site.program import MessageSlot, PhraseSlot
from waypost.site.shown_value import count_of, show_text, write_english, write_value

_FSI, _PDI = "\u2068", "\u2069"


class Frame(msgspec.Struct, frozen=True):
    """What all pages of a site share, whatever their language."""

    identity: SiteIdentity
    policy: Policy
    interpreter: Phone | None
    contact: Phone | None
    emergency: Phone | None
    source_words: Mapping[str, Translation]
    contact_email: Email | None = None
    logo: Logo | None = None
    audit: Audit | None = None
    """What the last audit found; None where none is recorded."""
    sheets: bool = False
    """Whether every guide stands beside its source too, line by line."""


def name_to_say(language: Language) -> str:
    """What to say on the phone for the language: "Chinese", however it is written."""
    base = find_language(language.code.partition("-")[0])
    name = (base or language).english
    return name.removeprefix("Simplified ").removeprefix("Traditional ")


class PageLocale:
    """One language of one build; texts that recur are formatted once and kept."""

    __slots__ = (
        "_help",
        "_known_phrases",
        "_known_values",
        "_messages",
        "_source_values",
        "card_show",
        "formats",
        "frame",
        "is_source",
        "language",
        "menus",
        "notice",
        "notice_again",
        "others",
        "phrases",
        "say_language",
        "search_marks",
        "shown_values",
        "source",
        "weights",
        "words",
    )

    def __init__(
        self,
        language: Language,
        frame: Frame,
        words: Mapping[str, Translation],
        phrases: Mapping[str, Translation | None],
        others: Mapping[tuple[str, str], Translation | None],
    ) -> None:
        self.language = language
        self.frame = frame
        self.source = frame.identity.source
        self.is_source = language.code == self.source.code
        self.formats: Formats = formats_for(language.code, frame.identity.territory)
        self.phrases = phrases
        self.others = others
        self.weights = weigh_states(frame.policy)
        self.words = KnownWords(language, frame.identity, self.weights, words, frame.source_words)
        self.shown_values = KnownValues(self.formats, language, self.source)
        source_formats = formats_for(self.source.code, frame.identity.territory)
        self._source_values = KnownValues(source_formats, self.source, self.source)
        self._known_phrases: dict[str, tuple[str, int] | None] = {}
        self._messages: dict[tuple[object, ...], str] = {}
        self.menus: dict[str, list[str]] = {}
        """Menus of languages by name and depth, cut where the page's id stands."""
        self.search_marks: dict[bool, str] = {}
        self.notice, self.notice_again = self._make_notices()

    def weigh(self, translation: Translation | None, risk: int) -> int:
        """What the policy says of the translation at the risk: HIDDEN, SHOWN, NOTED, OLD …"""
        if translation is None or not translation.text:
            return HIDDEN
        current, stale = self.weights
        weights = current if translation.freshness is Freshness.CURRENT else stale
        return weights[id(translation.origin)][risk]

    def phrase(self, slot: PhraseSlot) -> tuple[str, int] | None:
        """The phrase as HTML, and what the policy says of it; None where the source stands."""
        key = f"{slot.risk}{slot.key}"
        if key not in self._known_phrases:
            self._known_phrases[key] = self._format_phrase(slot)
        return self._known_phrases[key]

    def _format_phrase(self, slot: PhraseSlot) -> tuple[str, int] | None:
        translation = self.phrases.get(slot.phrase)
        weight = self.weigh(translation, slot.risk)
        if translation is None or weight == HIDDEN:
            return None
        try:
            html = self.format_phrase(translation.text, slot.arguments)
        except (MessageSyntaxError, KeyError, TypeError):
            return None
        return html, weight

    def format_phrase(self, message: str, arguments: tuple[tuple[str, str], ...]) -> str:
        """An ICU message of the phrase bank in this language, as HTML."""
        values: dict[str, str | int] = {}
        for name, written in arguments:
            number = count_of(written)
            if number is None:
                values[name] = f"{_FSI}{show_text(written, self.formats)}{_PDI}"
            else:
                values[name] = number if isinstance(number, int) else str(number)
        code, territory = self.language.code, self.frame.identity.territory
        text = message
        if "{" in message or "'" in message:
            text = format_message(message, code, territory, values)
        opening = "<bdi lang=en>" if has_lent_words(self.formats) else "<bdi>"
        return escape_text(text).replace(_FSI, opening).replace(_PDI, "</bdi>")

    def message(self, slot: MessageSlot, slots: Sequence[str | None]) -> str:
        """An interface word with its arguments filled in, as HTML."""
        if slot.slots:
            return self._format_message(slot, slots)
        key = (slot.word, slot.numbers, slot.values, slot.plain)
        html = self._messages.get(key)
        if html is None:
            html = self._messages[key] = self._format_message(slot, ())
        return html

    def _format_message(self, slot: MessageSlot, slots: Sequence[str | None]) -> str:
        names = [name for name, _ in (*slot.values, *slot.slots)]
        html = self.words.show(slot.word, dict(slot.numbers), names)
        for name, written in slot.values:
            html = html.replace(hold_place(name), self.shown_values[written])
            if hold_source_place(name) in html:
                html = html.replace(hold_source_place(name), self._source_values[written])
        for name, number in slot.slots:
            own = slots[number] or ""
            html = html.replace(hold_place(name), own)
            if hold_source_place(name) in html:
                own = wrap_fragment(own, self.language, self.source.direction)
                html = html.replace(hold_source_place(name), own)
        return strip_tags(html) if slot.plain else html

    def show_fact(self, facts: Mapping[str, str]) -> Callable[[str], str]:
        """A function from a fact's id to its HTML; an unknown one shows as it is written."""

        def show(name: str) -> str:
            written = facts.get(name)
            return f"{{{name}}}" if written is None else self.shown_values[written]

        return show

    def say(self, word: str, values: tuple[tuple[str, str], ...] = ()) -> str:
        """An interface word with written values: in both languages where it must be."""
        return self.message(MessageSlot(word, (), values, ()), [])

    def say_with_help(self, word: str) -> str:
        """An interface word and how to get an interpreter; what is in the source language last."""
        return join_beside([(self.words[word], self.words[word + ONCE]), *self._help])

    def _make_notices(self) -> tuple[str, str]:
        """What precedes source text the first time on a page, and each other time.

        The lines on an interpreter are made as well.
        """
        self.say_language = self.card_show = ""
        self._help: tuple[tuple[str, str], ...] = ()
        if self.is_source:
            return "", ""
        phone = self.frame.interpreter
        values: tuple[tuple[str, str], ...] = (
            ("language", write_english(name_to_say(self.language))),
        )
        word = "not_translated_no_phone"
        if phone is not None:
            word, values = "not_translated", (*values, ("phone", write_value(phone)))
        self.say_language = self.say("say_language", values[:1])
        self.card_show = self.say("card_show" + BOTH, values[:1])
        lines = [("interpreter_line", values[1:])] if phone is not None else []
        lines.append(("say_language", values[:1]))
        self._help = tuple(
            (self.say(name, said), self.say(name + ONCE, said)) for name, said in lines
        )
        first, again = (self.say(name, values) for name in (word, word + ONCE))
        return f"<p class=gap>{first}", f"<p class=gap>{again}"
