"""A translation written into a site's PO file, with the state that a test wants it to have."""

from __future__ import annotations

from pathlib import Path

import polib

from waypost.model.fingerprint import fingerprint


def stamp_text(root: Path, document: str, source: str, target: str, stamp: str) -> None:
    """The Spanish text of `source` is `target`, with a comment that begins with `stamp`.

    A stamp that begins with `stale` was given to a former source.
    """
    path = root / "translations" / "es" / f"{document}.po"
    catalogue = polib.pofile(str(path), wrapwidth=0)
    (entry,) = (each for each in catalogue if each.msgid == source and not each.obsolete)
    kind = stamp.removeprefix("stale ")
    made_for = "A former sentence." if kind != stamp else source
    entry.msgstr = target
    entry.flags = ["fuzzy"] if kind.startswith(("mt", "draft")) else []
    entry.tcomment = f"{kind} src={fingerprint(made_for)} tgt={fingerprint(target)}"
    catalogue.save(newline="\n")
