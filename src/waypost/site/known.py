"""What a language has said once already: interface words and values as HTML, kept by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from waypost.locales.formats import Formats
from waypost.locales.message import MessageSyntaxError, format_message
from waypost.model.language import Direction, Language
from waypost.model.policy import Policy
from waypost.model.site import SiteIdentity
from waypost.model.text import Risk
from waypost.model.translation import Freshness, Origin, Translation
from waypost.site.inline import escape_text, strip_tags
from waypost.site.language_marks import mark_language, wrap_fragment
from waypost.site.shown_value import is_worded, show_value
from waypost.site.words import load_english

PLAIN: Final = "~plain"
"""Ends the name of a word that is to stand without tags."""
BOTH: Final = "~both"
"""After a word's name: the source's words beside it, whoever has reviewed it."""
ONCE: Final = "~once"
"""Ends the name of a word about safety that has stood in both languages in the same list."""

HIDDEN: Final = 0
SHOWN: Final = 1
NOTED: Final = 2
"""Shown, and nobody has checked it."""
OLD: Final = 3
"""Shown, and its source says something else by now."""
OLD_NOTED: Final = 4
Weights = Mapping[int, tuple[int, ...]]
"""id of an origin → one of the five at low, standard and critical risk."""

_ENGLISH = Language("en", "English", "English", Direction.LTR, "Latn")


def hold_place(name: str) -> str:
    """What stands in a formatted word until an argument's HTML takes its place.

    The two characters are none by Unicode, so no text holds them.
    """
    return f"\ufdd0{name}\ufdd1"


def hold_source_place(name: str) -> str:
    """As `hold_place`, where the words around it are those of the source language."""
    return f"\ufdd0{name}\ufdd2"


def weigh_states(policy: Policy) -> tuple[Weights, Weights]:
    """The policy as two tables, for current and for stale texts; asked once, not per text.

    Keyed by `id`, because hashing an enum member costs more than filling in a word.
    """
    current, stale = (
        {
            id(origin): tuple(_weigh(policy, risk, origin, freshness) for risk in Risk)
            for origin in Origin
        }
        for freshness in (Freshness.CURRENT, Freshness.STALE)
    )
    return current, stale


def _weigh(policy: Policy, risk: Risk, origin: Origin, freshness: Freshness) -> int:
    published = policy.decide(risk, Translation("text", origin, freshness))
    if published is None:
        return HIDDEN
    if freshness is Freshness.STALE:
        return OLD_NOTED if published.noted else OLD
    return NOTED if published.noted else SHOWN


def has_lent_words(formats: Formats) -> bool:
    """Whether values are in English words, because CLDR doesn't know the language."""
    return formats.words_code == "en" and formats.code.partition("-")[0] != "en"


def join_beside(said: Sequence[tuple[str, str]]) -> str:
    """Sentences one after another, and all that stands beside them after the last one.

    Each is given as it stands alone, with its source beside it where it must be, and without.
    A full stop of Chinese and Japanese brings its own space.
    """
    own = " ".join(alone for _, alone in said).replace("。 ", "。")
    beside = [both.removeprefix(alone).strip() for both, alone in said if both != alone]
    if not beside:
        return own
    opening = beside[0][: beside[0].index(">") + 1]
    sources = " ".join(each.removeprefix(opening).removesuffix("</span>") for each in beside)
    return f"{own} {opening}{sources}</span>"


class KnownValues(dict[str, str]):
    """Written value → its HTML in one language."""

    def __init__(self, formats: Formats, reader: Language, source: Language) -> None:
        super().__init__()
        self._formats, self._reader, self._source = formats, reader, source
        self._is_lent = has_lent_words(formats)

    def __missing__(self, written: str) -> str:
        html = show_value(written, self._formats, self._reader, self._source)
        if self._is_lent and is_worded(written):
            html = wrap_fragment(html, _ENGLISH, self._reader.direction)
        self[written] = html
        return html


class KnownWords(dict[str, str]):
    """Name of an interface word → its HTML in one language; English in a span where it lacks."""

    def __init__(
        self,
        language: Language,
        identity: SiteIdentity,
        weights: tuple[Weights, Weights],
        words: Mapping[str, Translation],
        source_words: Mapping[str, Translation],
    ) -> None:
        super().__init__()
        self._language, self._identity = language, identity
        self._weights, self._words, self._source_words = weights, words, source_words

    def __missing__(self, name: str) -> str:
        word, _, mark = name.partition("~")
        html = self.show(word, {}, (), mark)
        self[name] = html
        return html

    def show(
        self, name: str, numbers: Mapping[str, int], arguments: Sequence[str], mark: str = ""
    ) -> str:
        """The word as HTML, with `hold_place(name)` where each argument is to be put in.

        Where the source language's words stand, it is `hold_source_place(name)`.
        """
        word, _, in_name = name.partition("~")
        mark = mark or in_name
        values: dict[str, str | int] = {each: hold_place(each) for each in arguments}
        values.update(numbers)
        own = self._find(self._language, self._words.get(word), values)
        if own is not None and self._is_enough(word, f"~{mark}"):
            return strip_tags(own) if f"~{mark}" == PLAIN else own
        if self._language.code != self._identity.source.code:
            values.update((each, hold_source_place(each)) for each in arguments)
        around = self._language.direction
        source_language = self._identity.source
        source = self._find(source_language, self._source_words.get(word), values)
        if source is None or source_language.code == self._language.code:
            source_language = _ENGLISH
            text = load_english()[word].text
            source = self._format(_ENGLISH, text, values)
        if own is not None:
            marks = mark_language(source_language, around)
            return f"{own} <span class=beside{marks}>{source}</span>"
        if f"~{mark}" == PLAIN:
            return strip_tags(source)
        if source_language.code == self._language.code:
            return source
        return wrap_fragment(source, source_language, around)

    def find_language(self, word: str, numbers: Mapping[str, int]) -> Language:
        """The language that the word stands in: the reader's, else the source's, else English."""
        source = self._identity.source
        for language, words in ((self._language, self._words), (source, self._source_words)):
            if self._find(language, words.get(word), numbers) is not None:
                return language
        return _ENGLISH

    def _is_enough(self, name: str, mark: str) -> bool:
        """Whether the language's own word needs none of the source language beside it here."""
        return mark in (PLAIN, ONCE) or (mark != BOTH and self._stands_alone(name))

    def _stands_alone(self, name: str) -> bool:
        """Whether the words need none of the source language beside them."""
        word = load_english()[name]
        if self._language.code == self._identity.source.code:
            return True
        if word.crisis or not word.safety:
            return not word.crisis
        return self._weigh(self._words[name], Risk.CRITICAL) == SHOWN

    def _weigh(self, translation: Translation, risk: Risk) -> int:
        current, stale = self._weights
        weights = current if translation.freshness is Freshness.CURRENT else stale
        return weights[id(translation.origin)][risk]

    def _find(
        self, language: Language, translation: Translation | None, values: Mapping[str, str | int]
    ) -> str | None:
        if translation is None or not self._weigh(translation, Risk.STANDARD):
            return None
        try:
            return self._format(language, translation.text, values)
        except (MessageSyntaxError, KeyError, TypeError):
            return None

    def _format(self, language: Language, text: str, values: Mapping[str, str | int]) -> str:
        if "{" not in text and "'" not in text:
            return escape_text(text)
        return escape_text(format_message(text, language.code, self._identity.territory, values))
