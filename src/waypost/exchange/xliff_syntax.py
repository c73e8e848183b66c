"""The words of XLIFF 2 that both its writer and its reader know."""

from __future__ import annotations

import re

from waypost.model.translation import Freshness, Origin, Translation

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
NAMESPACES = frozenset({NAMESPACE, "urn:oasis:names:tc:xliff:document:2.2"})
"""Of 2.0 and 2.1, and of 2.2: the core is the same."""
PREFIX = "waypost:"
"""Of the categories, types and states that are Waypost's own."""
MARK_NOTE = f"{PREFIX}mark"
FINAL_STATES = frozenset({"reviewed", "final"})
_TAKEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKING = re.compile("[&<>\r]")
_BREAKING_IN_ATTRIBUTE = re.compile('[&<>"\t\n\r]')


def segment_state(translation: Translation | None) -> tuple[str, str]:
    """State and subState of a segment: what nobody has read is still to be done (initial)."""
    if translation is None:
        return "initial", "missing"
    if translation.freshness is Freshness.STALE:
        return "initial", f"{translation.origin.value}-stale"
    if translation.origin is Origin.REVIEWED:
        return "final", "reviewed"
    if translation.origin is Origin.HUMAN:
        return "translated", "human"
    return "initial", translation.origin.value


def escape_text(text: str) -> str:
    """The text as XML content; a carriage return as a reference, which a reader would change."""
    return _BREAKING.sub(_reference, text)


def escape_attribute(text: str) -> str:
    """The text as the value of an attribute, without what XML can't say."""
    return _BREAKING_IN_ATTRIBUTE.sub(_reference, _TAKEN.sub("", text))


def write_characters(text: str) -> str:
    """The text as inline content: what XML can't say as `<cp hex=…/>`."""
    parts: list[str] = []
    at = 0
    for found in _TAKEN.finditer(text):
        parts.append(escape_text(text[at : found.start()]))
        parts.append(f'<cp hex="{ord(found[0]):04X}"/>')
        at = found.end()
    return "".join([*parts, escape_text(text[at:])])


def write_note(text: str) -> str:
    """The text as content of a note, which has no `<cp>`."""
    return escape_text(_TAKEN.sub("", text))


_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def _reference(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"&#{ord(found[0])};"
