"""What the search script says, in the words of a page's language, as attributes of the search box.

The script has no words of its own, and a page no inline script: so the box carries them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import unescape

from waypost.locales.message import sample_counts
from waypost.model.language import Language
from waypost.site.inline import escape_attribute, strip_tags
from waypost.site.known import PLAIN
from waypost.site.locale import PageLocale
from waypost.site.shown_languages import write_languages

_COUNT = "search_count"
_SAID = {"none": "search_none", "busy": "search_busy", "failed": "search_failed"}
"""As the script names a word → the interface word."""


def show_search_marks(locale: PageLocale, *, lists: bool = False) -> str:
    """The attributes of the search box that tell the script its index, its words and its plurals.

    On the page that `lists` what is found, how it is to be titled is among the words.
    """
    marks = locale.search_marks.get(lists)
    if marks is None:
        said: dict[str, object] = {**count_forms(locale), **_say_all(locale)}
        if lists:
            search = _plain(locale.words["search" + PLAIN])
            said["title"] = f"{search} – {locale.frame.identity.name}"
        words = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        counted = _find_counted(locale)
        marks = locale.search_marks[lists] = (
            f" data-language={locale.language.code} data-source={locale.source.code}"
            f' data-locale={counted.code}-u-nu-latn data-words="{escape_attribute(words)}"'
        )
    return marks


def count_forms(locale: PageLocale) -> Mapping[str, str]:
    """Plural category → how many pages are found, with "#" for the number.

    The categories are those of the language in which the words stand; `other` is always there,
    for a browser that doesn't know the language.
    """
    forms: dict[str, str] = {}
    counted = _find_counted(locale)
    for category, count in sample_counts(counted.code).items():
        shown = _plain(locale.words.show(_COUNT + PLAIN, {"n": count}, ()))
        forms[category] = shown.replace(str(count), "#")
    return {**forms, "other": forms.get("other") or forms["many"]}


def _find_counted(locale: PageLocale) -> Language:
    """The language in which the page says how many are found."""
    return locale.words.find_language(_COUNT, {"n": 2})


def _say_all(locale: PageLocale) -> Mapping[str, object]:
    said: dict[str, object] = {
        name: _plain(locale.words[word + PLAIN]) for name, word in _SAID.items()
    }
    source = locale.source.code
    said["in"] = {} if locale.is_source else {source: _plain(_say_in_source(locale))}
    return said


def _say_in_source(locale: PageLocale) -> str:
    """That something stands in the source language."""
    value = write_languages((locale.source.code,))
    return locale.say("in_language", (("language", value),))


def show_also(locale: PageLocale) -> str:
    """The place for what the same words find in the source language.

    On that language's own pages it stays empty, and is there for the script alone.
    """
    pages = '<ol id=found-also-list class="pages also"></ol>'
    if locale.is_source:
        return f"<div id=found-also hidden>{pages}</div>"
    heading = f"<h2>{_say_in_source(locale)}</h2>"
    return f"<section id=found-also hidden>{heading}{pages}</section>"


def _plain(html: str) -> str:
    return unescape(strip_tags(html))
