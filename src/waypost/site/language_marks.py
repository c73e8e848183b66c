"""The attributes by which a fragment says its language and direction."""

from __future__ import annotations

from waypost.model.language import Direction, Language


def mark_language(language: Language, around: Direction) -> str:
    """` lang=xx`, with ` dir` where it differs from the surroundings'."""
    direction = "" if language.direction is around else f" dir={language.direction.value}"
    return f" lang={language.code}{direction}"


def mark_whole_language(language: Language) -> str:
    """` lang=xx dir=…`, for what stands in any surroundings."""
    return f" lang={language.code} dir={language.direction.value}"


def wrap_fragment(html: str, language: Language, around: Direction) -> str:
    """The HTML in a span that says its language."""
    return f"<span{mark_language(language, around)}>{html}</span>"
