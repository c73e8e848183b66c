"""The gate: what must be reviewed before a language may promise every page (tier `full`).

Three kinds of text, each with its code: the guides for people in danger with the phrases that they
use, the sentences about interpreters, and the notes that say what nobody has checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from waypost.model.finding import Code, Finding, Place, Severity
from waypost.model.translation import Freshness, Origin, Translation

_MOST = 6
"""So many addresses stand in a message."""
_MEND = (
    "Let a reviewer read them: `waypost review accept` sets the stamps. Until then offer the "
    "language as core, or add an exemption with a reason and an end date to mkdocs.yml: readers "
    "find it on the page about translations."
)

UNREVIEWED_GUIDE = Code(
    "T070",
    "A language with every page lacks a reviewed crisis guide",
    Severity.ERROR,
    "Someone in danger reads it with no time to doubt. Where nobody has checked the words, most of "
    "the guide stands in a language that the reader may not know.",
    _MEND,
    "tier: full, and translations/so/guides/safe-place.po has no stamps of a reviewer",
    "# reviewed: maria 2026-11-21 src=… tgt=…",
)
UNREVIEWED_INTERPRETER = Code(
    "T071",
    "A language with every page lacks reviewed sentences about interpreters",
    Severity.ERROR,
    "They are the way out wherever a text isn't translated; a wrong word there closes it.",
    _MEND,
    "tier: full, and interpreter_line in translations/so/interface.po has no stamp of a reviewer",
    "# reviewed: maria 2026-11-21 src=… tgt=…",
)
UNREVIEWED_NOTE = Code(
    "T072",
    "A language with every page lacks reviewed notes",
    Severity.ERROR,
    "A note says what nobody has checked; nobody has checked the note either.",
    _MEND,
    "tier: full, and machine_note in translations/so/interface.po has no stamp of a reviewer",
    "# reviewed: maria 2026-11-21 src=… tgt=…",
)
GATE_CODES: Final = (UNREVIEWED_GUIDE, UNREVIEWED_INTERPRETER, UNREVIEWED_NOTE)


class Required(msgspec.Struct, frozen=True):
    """Texts that must be reviewed: where they stand, what they are, address → source."""

    code: Code
    path: str
    """The PO file."""
    language: str
    what: str
    """What a message calls them: `“Find a safe place” is a crisis guide`."""
    sources: Mapping[str, str]


def check_required(
    required: Required, found: Mapping[str, Translation | None]
) -> tuple[Finding, ...]:
    """A finding with the addresses and words that nobody has reviewed; none if all are."""
    lacking = [name for name in required.sources if not _is_reviewed(found.get(name))]
    if not lacking:
        return ()
    words = sum(len(required.sources[name].split()) for name in lacking)
    message = (
        f"{required.what}: {len(lacking)} of {_count(len(required.sources), 'text')} "
        f"({_count(words, 'word')}) aren't reviewed in “{required.language}”, which promises every "
        f"page: {_name(lacking)}"
    )
    code = required.code
    return (Finding(Place(required.path), code.id, message, code.mend, code.severity),)


def pair_up(
    addresses: Iterable[str], found: Sequence[Translation | None]
) -> dict[str, Translation | None]:
    """Address → translation, of two sequences in the document's order."""
    return dict(zip(addresses, found, strict=True))


def _is_reviewed(translation: Translation | None) -> bool:
    return (
        translation is not None
        and translation.origin is Origin.REVIEWED
        and translation.freshness is Freshness.CURRENT
    )


def _name(addresses: Sequence[str]) -> str:
    more = len(addresses) - _MOST
    shown = ", ".join(addresses[:_MOST])
    return f"{shown} and {more} more" if more > 0 else shown


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
