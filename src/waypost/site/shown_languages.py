"""Names of languages within a text: in the words of the page's own language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from waypost.locales.formats import Formats
from waypost.locales.language_names import find_language_name
from waypost.locales.registry import find_language
from waypost.model.language import Language
from waypost.site.inline import escape_text
from waypost.site.language_marks import wrap_fragment

_SEP = "\x1f"
_BETWEEN = " · "


def write_languages(codes: Iterable[str]) -> str:
    """The languages of the codes as a written value; "" when no code is known."""
    known = [code for code in codes if find_language(code) is not None]
    return _SEP.join(["languages", *known]) if known else ""


def show_languages(codes: Sequence[str], formats: Formats, reader: Language) -> str:
    """The languages as HTML: "inglés y español", where CLDR has no name the language's own.

    They are joined as the reader's language joins a list; where CLDR lacks that, by dots.
    """
    names = [show_language(code, reader) for code in codes]
    if formats.words_code == "en" and reader.code.partition("-")[0] != "en":
        return _BETWEEN.join(names)
    # ICU's pattern may depend on what follows ("español e inglés"), so it sees the plain names.
    plain = [find_language_name(code, reader.code) or code for code in codes]
    joined = escape_text(formats.and_list(plain))
    at = 0
    out: list[str] = []
    for text, name in zip(map(escape_text, plain), names, strict=True):
        start = joined.index(text, at)
        out += [joined[at:start], name]
        at = start + len(text)
    return "".join([*out, joined[at:]])


def show_language(code: str, reader: Language) -> str:
    """The language's name as HTML: in the reader's language, else its own with its marks."""
    name = find_language_name(code, reader.code)
    if name is not None:
        return escape_text(name)
    language = find_language(code)
    if language is None:
        return escape_text(code)
    return wrap_fragment(escape_text(language.autonym), language, reader.direction)
