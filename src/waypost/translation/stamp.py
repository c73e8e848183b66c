"""Stamps: one line beside a translation that proves who wrote it, and for which source.

    mt: argos 1.12.1 en_es src=0a1b2c3d4e5f tgt=5f4e3d2c1b0a
    draft: starter 1 en_es src=… tgt=…
    reviewed: maria 2026-11-21 src=… tgt=…
    human: src=… tgt=…

After the word `mt` stand the engine, its version, and pair and version of each model that the text
went through: two pairs are a way through a third language (`argos 1.12.1 en_fr 1.9 fr_ht 1.0`). The
pair is the model's, whatever the site's code for the language is.

The two hashes are fingerprints of the source and the translation that the stamp was made for. A
stamp that doesn't match its text any longer says nothing about it: somebody has edited it since.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

import msgspec

from waypost.model.fingerprint import fingerprint


class StampKind(StrEnum):
    """What a stamp says of its text; the value is the word in the PO file."""

    MACHINE = "mt"
    DRAFT = "draft"
    REVIEWED = "reviewed"
    HUMAN = "human"


class Stamp(msgspec.Struct, frozen=True):
    """A well-formed stamp; `by` is the engine, version and pair, or the handle and date."""

    kind: StampKind
    by: str
    source: str
    target: str

    @property
    def handle(self) -> str:
        """The reviewer's handle: the first word of `by`."""
        return self.by.partition(" ")[0]

    @property
    def is_unchecked(self) -> bool:
        """Whether nobody has read the text that it was made for."""
        return self.kind in {StampKind.MACHINE, StampKind.DRAFT}


STAMP = re.compile(
    r"^(mt|draft|reviewed|human): (?:(\S.*?) )?src=([0-9a-f]{12}) tgt=([0-9a-f]{12})$"
)
_LIKE_A_STAMP = re.compile(r"^\s*(?:mt|draft|reviewed|human)\s*:", re.IGNORECASE)


def make_stamp(kind: StampKind, by: str, source: str, target: str) -> Stamp:
    """The stamp for a pair of texts."""
    return Stamp(kind, by, fingerprint(source), fingerprint(target))


def find_stamp(line: str) -> Stamp | None:
    """The stamp that a translator comment (without `# `) is, or None."""
    found = STAMP.match(line)
    if found is None:
        return None
    kind, by, source, target = found.groups(default="")
    return Stamp(StampKind(kind), by, source, target)


def is_like_a_stamp(line: str) -> bool:
    """Whether a comment begins as a stamp does: one that isn't well-formed is a mistake."""
    return _LIKE_A_STAMP.match(line) is not None


def render_stamp(stamp: Stamp) -> str:
    """The comment line, without `# `."""
    by = f"{stamp.by} " if stamp.by else ""
    return f"{stamp.kind.value}: {by}src={stamp.source} tgt={stamp.target}"


def choose_stamp(stamps: Sequence[Stamp], target: str) -> Stamp | None:
    """The one stamp that counts for a text, of those that stand beside it.

    Two tools or a merge may leave several. One that matches the text outweighs one that doesn't,
    a review outweighs the rest, then the last counts.
    """
    if len(stamps) < 2:
        return stamps[0] if stamps else None
    now = fingerprint(target)
    matching = [stamp for stamp in stamps if stamp.target == now]
    reviews = [stamp for stamp in matching if stamp.kind is StampKind.REVIEWED]
    return (reviews or matching or stamps)[-1]
