"""`waypost review reject`: texts that are wrong go away, and the same engine leaves them so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waypost.model.finding import Failure
from waypost.pipeline.catalogs import choose_languages
from waypost.pipeline.documents import read_texts, require_readable
from waypost.pipeline.project import Project
from waypost.pipeline.review import find_documents, open_whole
from waypost.translation.catalog import Catalog
from waypost.translation.origin import is_persons
from waypost.translation.rejection import reject
from waypost.translation.soundness import find_sign
from waypost.translation.store import save_catalog


def reject_documents(
    project: Project,
    language: str,
    documents: Sequence[str],
    *,
    addresses: Sequence[str],
    reason: str,
    persons: bool,
) -> str:
    """A line that says how many texts were rejected.

    Without addresses it is every text of the documents that a machine wrote or that is a draft. A
    person's text must be named, and `persons` be true. A Failure, and nothing written, where a
    document or address isn't there, or a text is a person's.
    """
    (offered,) = choose_languages(project.settings, (language,))
    sign = find_sign(reason)
    if sign is not None:
        raise Failure(f"The reason holds the invisible sign {sign}.", "Type it again.")
    texts = read_texts(project)
    require_readable(project, texts)
    there = find_documents(texts, offered, documents)
    catalogs = {name: open_whole(project, language, there[name]) for name in documents}
    _require_right(catalogs, addresses, persons=persons)
    count = 0
    for name, catalog in catalogs.items():
        chosen = frozenset(addresses) or frozenset(
            entry.address for entry in catalog.entries if not is_persons(entry)
        )
        done = reject(catalog, chosen, reason)
        count += len(done.addresses)
        save_catalog(project.root, name, replace(done.catalog, language=language))
    if not count:
        return "Nothing to reject: no machine's text and no draft stands there."
    return (
        f"{count} text{'' if count == 1 else 's'} rejected; the source stands until it is mended."
    )


def _require_right(
    catalogs: dict[str, Catalog], addresses: Sequence[str], *, persons: bool
) -> None:
    """Failure where an address has no text, or a person's that may not be rejected."""
    entries = [entry for catalog in catalogs.values() for entry in catalog.entries]
    there = {entry.address: entry for entry in entries if entry.target.strip()}
    missing = [address for address in addresses if address not in there]
    if missing:
        raise Failure(
            f"There is no translation at {', '.join(missing)}.",
            "The address is the msgctxt in the PO file.",
        )
    theirs = [address for address in addresses if is_persons(there[address])]
    if theirs and not persons:
        raise Failure(
            f"A person wrote the translation at {', '.join(theirs)}.",
            "Correct it, or add --person: it then waits among the obsolete entries (#~).",
        )
