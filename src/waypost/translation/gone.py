"""Reviewed texts that stood in PO files, and don't in a later version of these files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from waypost.model.finding import Finding, Place
from waypost.model.fingerprint import fold_text
from waypost.translation.catalog import Catalog
from waypost.translation.review_codes import GONE
from waypost.translation.versions import find_reviews, is_marked

_SHOWN = 3


class Change(msgspec.Struct, frozen=True):
    """A PO file before and after; where there is none, its catalogue is empty."""

    path: str
    before: Catalog
    after: Catalog


def check_gone(changes: Mapping[str, Change], handles: AbstractSet[str]) -> Iterator[Finding]:
    """A finding for each file of one language that has lost texts which `handles` had reviewed.

    `changes` are all that have changed, by document. A text that moved to another address or file
    isn't lost, nor one that waits as obsolete, nor one that a person has put into other words.
    """
    former = {item for name, each in changes.items() for item in _list_texts(name, each.before)}
    later = [item for name, each in changes.items() for item in _list_texts(name, each.after)]
    moved = Counter(text for place, text in later if (place, text) not in former)
    for change in changes.values():
        gone: list[str] = []
        kept = {x.address for x in change.after.entries if x.target.strip() and not is_marked(x)}
        for entry in change.before.entries:
            if not entry.target.strip() or entry.address in kept:
                continue
            if not any(stamp.handle in handles for stamp in find_reviews(entry)):
                continue
            text = fold_text(entry.target)
            if moved[text]:
                moved[text] -= 1
            else:
                gone.append(entry.address)
        if gone:
            yield _describe(change.path, gone)


_Place = tuple[str, str, bool]


def _list_texts(document: str, catalog: Catalog) -> Iterator[tuple[_Place, str]]:
    for is_obsolete, entries in ((False, catalog.entries), (True, catalog.obsolete)):
        for entry in entries:
            if entry.target.strip():
                yield (document, entry.address, is_obsolete), fold_text(entry.target)


def _describe(path: str, gone: list[str]) -> Finding:
    count = len(gone)
    what = (
        "1 reviewed text of the base is"
        if count == 1
        else f"{count} reviewed texts of the base are"
    )
    named = ", ".join([f"“{address}”" for address in gone[:_SHOWN]])
    more = f" and {count - _SHOWN} more" if count > _SHOWN else ""
    return Finding(Place(path), GONE.id, f"{what} gone: {named}{more}", GONE.mend, GONE.severity)
