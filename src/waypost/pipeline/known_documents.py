"""The documents of a site as its content says them now, read from the content only if it changed.

Touches the disk: `build/.cache/documents.mp`, trusted while every content file has the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from waypost.files.atomic import save_cache
from waypost.files.digest import digest_bytes, digest_text
from waypost.files.scan import digest_file, scan_inputs
from waypost.model.guide import Guide
from waypost.model.language import Tier
from waypost.model.phrase import PhraseUse
from waypost.model.site import SiteLanguage
from waypost.model.text import Document
from waypost.pipeline.options import CACHE
from waypost.pipeline.project import Project
from waypost.pipeline.state import code_signature

_FILE = f"{CACHE}/documents.mp"
_INTERFACE = "interface"
_SUFFIXES = (".md", ".yml", ".yaml")


class _Stored(msgspec.Struct, frozen=True, array_like=True):
    name: str
    digest: str
    encoded: msgspec.Raw
    phrases: tuple[str, ...]


class _Content(msgspec.Struct, frozen=True):
    made_from: str
    """Digest of the program, the settings that decide how content is read, and its files."""
    documents: tuple[_Stored, ...]


class KnownDocument(msgspec.Struct, frozen=True):
    """A document that is decoded only when somebody wants its segments."""

    name: str
    digest: str
    """Of its segments: while it is the same, every catalogue says the same of the document."""
    encoded: bytes
    phrases: tuple[str, ...]
    """The ids of the phrases that its page uses."""

    def decode(self) -> Document:
        """The document itself."""
        return msgspec.msgpack.decode(self.encoded, type=Document)


def load_documents(project: Project) -> tuple[KnownDocument, ...]:
    """The site's documents in the order of `read_texts`: interface, shared content, then pages.

    Nothing is said of mistakes in the content: `waypost check` does.
    """
    made_from = _digest_content(project)
    path = project.root / _FILE
    known = _load(path)
    if known is None or known.made_from != made_from:
        known = _read(project, made_from)
        # The next run is slower in a folder that can't be written; this one loses nothing.
        with suppress(OSError):
            save_cache(path, msgspec.msgpack.encode(known))
    return tuple(
        KnownDocument(each.name, each.digest, bytes(each.encoded), each.phrases)
        for each in known.documents
    )


def offered_documents(
    documents: tuple[KnownDocument, ...], offered: SiteLanguage
) -> tuple[KnownDocument, ...]:
    """What is translated into the language: only interface words for a card."""
    if offered.tier is Tier.CARD:
        return tuple(each for each in documents if each.name == _INTERFACE)
    return documents


def pick_languages(project: Project, named: tuple[str, ...]) -> tuple[SiteLanguage, ...]:
    """The target languages named, or all; a Failure for one that the site doesn't offer."""
    if not named:
        return project.settings.targets
    # Who asks for all of them need not wait for what only writing needs.
    from waypost.pipeline.catalogs import choose_languages

    return choose_languages(project.settings, named)


def _load(path: Path) -> _Content | None:
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=_Content)
    except (OSError, msgspec.MsgspecError):
        return None


def _read(project: Project, made_from: str) -> _Content:
    from waypost.pipeline.documents import read_texts

    texts = read_texts(project)
    shared = texts.shared
    pages: list[tuple[str, object]] = [
        *((f"agencies/{name}", each) for name, each in shared.agencies.items()),
        *((f"offices/{name}", each) for name, each in shared.offices.items()),
        *((f"alerts/{name}", each) for name, each in shared.alerts.items()),
        *((f"guides/{each.id}", each) for each in texts.prose if isinstance(each, Guide)),
    ]
    phrases = {name: tuple(sorted(set(_find_phrases(page)))) for name, page in pages}
    stored: list[_Stored] = []
    for each in texts.documents:
        name, encoded = each.document.name, msgspec.msgpack.encode(each.document)
        raw = msgspec.Raw(encoded)
        stored.append(_Stored(name, digest_bytes(encoded), raw, phrases.get(name, ())))
    return _Content(made_from, tuple(stored))


def _find_phrases(value: object) -> Iterator[str]:
    """The phrases used in a page's fields, at any depth; its body has none."""
    if isinstance(value, PhraseUse):
        yield value.phrase
    elif isinstance(value, tuple):
        for each in value:
            yield from _find_phrases(each)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if name != "body":
                yield from _find_phrases(getattr(value, name))


def _digest_content(project: Project) -> str:
    settings = project.settings
    reading = (settings.content, settings.territory, settings.currency, settings.source.code)
    paths = scan_inputs(project.root, (settings.content,)).marks
    texts = sorted(path for path in paths if path.endswith(_SUFFIXES))
    files = [(path, digest_file(project.root / path)) for path in texts]
    return digest_text(f"{code_signature()} {reading} {files}")
