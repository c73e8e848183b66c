"""Interface words: English, the drafts that Waypost ships, and what a site puts in their place.

Touches the disk: reads the package's `interface/*.json`, each once.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from waypost.model.text import Document, Risk, Role, Segment, Syntax
from waypost.model.translation import Freshness, Origin, Translation

_FOLDER = Path(__file__).with_name("interface")
ENGLISH = "en"
INTERPRETER_WORDS = (
    "interpreter_free",
    "interpreter_key",
    "interpreter_say",
    "interpreter_line",
    "say_language",
    "stub_interpreter",
)
"""The sentences by which a reader gets an interpreter."""
NOTE_WORDS = ("mostly_source", "machine_note", "stale_note", "stub_notice")
"""The notes that say what a reader may trust, besides `not_translated`."""


class Word(msgspec.Struct, frozen=True):
    """An interface word in English (an ICU message), and what a translator should know."""

    text: str
    note: str = ""
    safety: bool = False
    """About safety or trust: shown in both languages until somebody has reviewed it."""
    crisis: bool = False
    """About danger: always shown in both languages."""


@cache
def load_english() -> Mapping[str, Word]:
    """Every interface word by its id, in the order of the file."""
    return msgspec.json.decode((_FOLDER / "en.json").read_bytes(), type=dict[str, Word])


@cache
def load_drafts(code: str) -> Mapping[str, str]:
    """The words that Waypost ships for a language, or for its base (es for es-MX); may be few."""
    for name in (code, code.partition("-")[0]):
        path = _FOLDER / f"{name}.json"
        if name != ENGLISH and path.is_file():
            return msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    return {}


def words_of(code: str, overrides: Mapping[str, Translation | None]) -> Mapping[str, Translation]:
    """The words of a language with their states: the site's own before the shipped drafts.

    English needs no translation, so it counts as reviewed. A text of the site's own that the
    English has left behind gives way to the draft.
    """
    words: dict[str, Translation] = {}
    if code.partition("-")[0] == ENGLISH:
        for name, word in load_english().items():
            words[name] = Translation(word.text, Origin.REVIEWED, Freshness.CURRENT)
    for name, text in load_drafts(code).items():
        words[name] = Translation(text, Origin.DRAFT, Freshness.CURRENT)
    for name, own in overrides.items():
        if own is None or not own.text:
            continue
        if own.freshness is Freshness.CURRENT or name not in words:
            words[name] = own
    return words


@cache
def interface_document() -> Document:
    """The interface words as a translatable document: a site's `interface.po` has its entries."""
    segments = tuple(
        Segment(
            name,
            word.text,
            Role.INTERFACE,
            Risk.CRITICAL if word.safety else Risk.STANDARD,
            Syntax.MESSAGE,
            word.note,
        )
        for name, word in load_english().items()
    )
    return Document("interface", "interface", segments)
