"""A catalogue as the text of a PO file: written by polib only, equal catalogues to equal bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waypost.translation.catalog import Catalog, Entry
from waypost.translation.stamp import render_stamp

if TYPE_CHECKING:
    # At run time polib is needed only where a file is written.
    import polib


def render_catalog(catalog: Catalog) -> str:
    """The PO file: constant headers without dates, no line numbers, no wrapping, LF.

    Entries stand in their order, obsolete ones after them. The stamp is the last of an entry's
    comments.
    """
    import polib

    file = polib.POFile(wrapwidth=0)
    file.header = "\n".join([_shield(line) for line in catalog.comments])
    language = {"Language": catalog.language} if catalog.language else {}
    file.metadata = {
        **language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for entry in catalog.entries:
        file.append(_make_entry(entry, is_obsolete=False))
    for entry in catalog.obsolete:
        file.append(_make_entry(entry, is_obsolete=True))
    return str(file)


def _make_entry(entry: Entry, *, is_obsolete: bool) -> polib.POEntry:
    import polib

    stamp = [] if entry.stamp is None else [render_stamp(entry.stamp)]
    return polib.POEntry(
        msgctxt=entry.address or None,
        msgid=entry.source,
        msgstr=entry.target,
        flags=list(entry.flags),
        tcomment="\n".join([*entry.comments, *stamp]),
        comment="\n".join(entry.context),
        previous_msgid=entry.previous or None,
        obsolete=is_obsolete,
    )


def _shield(line: str) -> str:
    """A comment of the header that polib doesn't take for flags or line numbers."""
    return f" {line}" if line[:1] in {",", ":"} else line
