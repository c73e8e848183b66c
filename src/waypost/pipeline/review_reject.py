"""`waypost review reject`: texts that are wrong go away, and the same engine leaves them so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from waypost.model.finding import Failure
from waypost.model.fingerprint import hash_text
from waypost.model.replacing import replace
from waypost.pipeline.catalogs import choose_languages
from waypost.pipeline.documents import read_texts, require_readable
from waypost.pipeline.project import Project
from waypost.pipeline.review import find_documents, open_whole
from waypost.translation.catalog import Catalog
from waypost.translation.origin import is_persons
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.rejection import find_rejected, find_same, reject
from waypost.translation.soundness import find_sign
from waypost.translation.store import load_data, save_catalog
from waypost.translation.versions import Words


def reject_documents(
    project: Project,
    language: str,
    documents: Sequence[str],
    *,
    addresses: Sequence[str],
    reason: str,
    persons: bool,
) -> str:
    """Lines that say how many texts were rejected, and where else the same words stand.

    Without addresses it is every text of the documents that a machine wrote or that is a draft.
    With them, a machine's copies in the same document go too. A person's text must be named, and
    `persons` be true. A Failure, and nothing written, where a document or address isn't there, or
    a text or a copy of it is a person's.
    """
    (offered,) = choose_languages(project.settings, (language,))
    sign = find_sign(reason)
    if sign is not None:
        raise Failure(f"The reason holds the invisible sign {sign}.", "Type it again.")
    texts = read_texts(project)
    require_readable(project, texts)
    there = find_documents(texts, offered, documents)
    catalogs = {name: open_whole(project, language, there[name]) for name in documents}
    _require_there(catalogs, addresses)
    for catalog in catalogs.values():
        _require_right(catalog, frozenset(addresses), persons=persons)
    rejected: set[Words] = set()
    copies: list[str] = []
    count = 0
    for name, catalog in catalogs.items():
        chosen = frozenset(addresses) or frozenset(
            entry.address for entry in catalog.entries if not is_persons(entry)
        )
        done = reject(catalog, chosen, reason)
        rejected |= find_rejected(catalog, frozenset(done.addresses))
        copies += [f"{name} {each}" for each in done.addresses if each not in chosen]
        count += len(done.addresses)
        save_catalog(project.root, name, replace(done.catalog, language=language))
    if not count:
        return "Nothing to reject: no machine's text and no draft stands there."
    said = f"{count} text{'' if count == 1 else 's'} rejected"
    lines = [f"{said}; the source stands until it is mended."]
    if addresses:
        others = [name for name in there if name not in catalogs]
        lines += [f"The same words stood at {place} too." for place in copies]
        lines += _find_elsewhere(project, language, others, rejected)
    return "\n".join(lines)


def _require_there(catalogs: Mapping[str, Catalog], addresses: Sequence[str]) -> None:
    """Failure where an address has no text in any of the catalogues."""
    entries = [entry for catalog in catalogs.values() for entry in catalog.entries]
    there = {entry.address for entry in entries if entry.target.strip()}
    missing = [address for address in addresses if address not in there]
    if missing:
        raise Failure(
            f"There is no translation at {', '.join(missing)}.",
            "The address is the msgctxt in the PO file.",
        )


def _require_right(catalog: Catalog, addresses: AbstractSet[str], *, persons: bool) -> None:
    """Failure where a text, or the same words elsewhere, is a person's and mayn't be rejected."""
    same = find_same(catalog, find_rejected(catalog, addresses))
    theirs = [entry.address for entry in same if is_persons(entry)]
    named = [address for address in theirs if address in addresses]
    if named and not persons:
        raise Failure(
            f"A person wrote the translation at {', '.join(named)}.",
            "Correct it, or add --person: it then waits among the obsolete entries (#~).",
        )
    copies = [address for address in theirs if address not in addresses]
    if copies:
        options = " ".join([f"--address {address}" for address in copies])
        raise Failure(
            f"A person says the same words for the same source at {', '.join(copies)}.",
            f"Correct both texts, or reject both: add {options} --person.",
        )


def _find_elsewhere(
    project: Project, language: str, documents: Sequence[str], rejected: AbstractSet[Words]
) -> Iterator[str]:
    """A line for each other document where the same words stand for the same source."""
    marks = [f"src={words.made_for} tgt={hash_text(words.text)}".encode() for words in rejected]
    for name in documents:
        data = load_data(project.root, language, name) or b""
        if not any(mark in data for mark in marks):
            continue
        same = find_same(parse_catalog(data).catalog, rejected)
        if same:
            options = " ".join([f"--address {entry.address}" for entry in same])
            person = " --person" if any(is_persons(entry) for entry in same) else ""
            yield (
                "The same words stand in another document. If they are wrong there too:\n"
                f"  waypost review reject {language} {name} {options}{person}"
            )
