"""People's translations as PO files: their words as they stand, unstamped, so they are a person's.

Touches the disk: writes the site's translations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from scripts.real_sites.benefit_source import Words
from waypost.content.parsed import Parsed
from waypost.model.guide import Guide
from waypost.model.journey import Journey
from waypost.model.place import PlainPage
from waypost.model.text import Segment


def add_catalogs(
    site: Path, texts: Mapping[str, Sequence[Words]], phrases: Mapping[str, str]
) -> None:
    """Writes `translations/es/<document>.po` for each document with a text in Spanish.

    The segments are those that Waypost itself finds in the site's files; a text is matched to its
    segment by its words, a phrase by its id, since two may say the same in English. A Spanish text
    without a segment is a mistake of the conversion.
    """
    documents = _load_documents(site)
    if lost := set(texts) - set(documents):
        raise ValueError(f"no documents: {sorted(lost)}")
    for name, wanted in texts.items():
        known = {words.english: words.spanish for words in wanted if words.spanish}
        found = [(one, known[one.source]) for one in documents[name] if one.source in known]
        if lost := set(known) - {segment.source for segment, _ in found}:
            raise ValueError(f"{name}: no segment for {sorted(lost)}")
        if found:
            _save_catalog(site / "translations" / "es" / f"{name}.po", found)
    bank = [(one, phrases[one.address]) for one in documents["phrases"] if one.address in phrases]
    if len(bank) != len(phrases):
        raise ValueError("a phrase is missing in the site's bank")
    _save_catalog(site / "translations" / "es" / "phrases.po", bank)


def _load_documents(site: Path) -> dict[str, list[Segment]]:
    """The segments of every document of the site."""
    from waypost.content.guide_reader import parse_guide
    from waypost.content.prose_reader import parse_journey, parse_page
    from waypost.content.shared import load_shared
    from waypost.segments.extract import extract_prose, extract_shared

    documents: dict[str, list[Segment]] = {}
    shared = load_shared(site / "content", site).value
    if shared is not None:
        documents |= {one.name: list(one.segments) for one in extract_shared(shared)}
    parsers: dict[str, Callable[[str, bytes], Parsed[Guide] | Parsed[Journey] | Parsed[PlainPage]]]
    parsers = {"guides": parse_guide, "journeys": parse_journey, "pages": parse_page}
    for folder, parse in parsers.items():
        for path in sorted((site / "content" / folder).glob("*.md")):
            page = parse(path.relative_to(site).as_posix(), path.read_bytes()).value
            if page is not None:
                document = extract_prose(page).document
                documents[document.name] = list(document.segments)
    return documents


def _save_catalog(path: Path, found: Sequence[tuple[Segment, str]]) -> None:
    import polib

    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = {
        "Language": "es",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for segment, target in found:
        if target:
            catalog.append(
                polib.POEntry(msgctxt=segment.address, msgid=segment.source, msgstr=target)
            )
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog.save(str(path))
