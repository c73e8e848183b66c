"""Compiled pages and languages between builds.

Touches the disk: MessagePack files under build/.cache, read back with types (msgspec). A file that
can't be read is a page or language to do again, never an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypeVar

import msgspec

from waypost.files.atomic import save_cache
from waypost.files.digest import digest_bytes
from waypost.model.due import DueDate
from waypost.model.finding import Finding, Place
from waypost.model.site import Level, PageKind
from waypost.model.tally import Tally
from waypost.model.text import Document
from waypost.model.translation import Translation
from waypost.pipeline.state import code_signature
from waypost.site.program import Program
from waypost.site.sheet_program import SheetProgram
from waypost.site.surroundings import PageRef

T = TypeVar("T")


class PageEntry(msgspec.Struct, frozen=True):
    """What a build must know of every page of prose without loading it."""

    ref: PageRef | None
    """How others mention it; None when it couldn't be read."""
    kind: PageKind
    id: str
    path: str
    """The source file, relative to the root."""
    file: str
    """Digest of the file."""
    made_from: str
    """Digest of all that its program and findings were made from."""
    program: str
    """Digest of the compiled page; "" when there is none."""
    anchors: tuple[str, ...]
    aliases: tuple[str, ...]
    findings: tuple[Finding, ...]
    phrases: tuple[str, ...] = ()
    """Those that a crisis guide uses."""
    has_sheet: bool = False
    due: tuple[DueDate, ...] = ()
    """A guide's dates that are still to come."""
    leads: tuple[str, ...] = ()
    """The pages that it names: related ones, those of a journey's steps."""

    @property
    def document(self) -> str:
        """The name of the page's document; "" when the page couldn't be read."""
        return self.ref.document if self.ref is not None else ""

    @property
    def due_texts(self) -> tuple[str, ...]:
        """The addresses of the texts that the calendar of deadlines takes from the page."""
        texts = [text for each in self.due for text in (each.if_missed, each.own_name) if text]
        return tuple(dict.fromkeys(text.address for text in texts))

    @property
    def place(self) -> Place:
        """Where findings about the whole page point."""
        return Place(self.path)


class CompiledPage(msgspec.Struct, frozen=True):
    """A page ready to be filled: its segments and its program."""

    document: Document
    program: Program
    sheet: SheetProgram | None = None
    """A guide's sheet, where the site has them."""


class PageIndex(msgspec.Struct, frozen=True):
    """What the last build made of the content."""

    entries: dict[str, PageEntry] = {}
    """Pages of prose, by id."""
    places: dict[str, PageEntry] = {}
    """Pages of agencies, offices and topics, by id."""
    made_from: str = ""
    """Digest of what `places` and `findings` were made from."""
    findings: tuple[Finding, ...] = ()
    """Of the shared content, and of ids."""
    code: str = ""
    """The signature of the program that made it: another one reads everything anew."""


class LanguageRecord(msgspec.Struct, frozen=True):
    """What a build must know of a language without reading its PO files."""

    shared: dict[str, dict[str, Translation | None]]
    """Document → address → translation, for documents that many pages use."""
    titles: dict[str, tuple[Translation | None, Translation | None]]
    """Page → title and summary."""
    levels: dict[str, Level]
    digest: str
    """Of `shared` and `titles`: pages that name others follow it."""
    due: dict[str, dict[str, Translation | None]] = {}
    """Page → address → translation, for what the calendar of deadlines says of it."""
    lists: tuple[str, ...] = ()
    """The files that list other pages: home, A–Z, topics."""
    tallies: dict[str, Tally] = {}
    """Page of prose → its texts by state."""
    engines: dict[str, tuple[str, ...]] = {}
    """Document → the engines named in its PO file, where there are any."""
    covered: str = ""
    """Digest of what the page about translations says of the language."""


class Cache:
    """The cache folder of one site."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, object] = {}
        """What was read or written by this process: a preview builds again and again."""

    def __reduce__(self) -> tuple[type[Cache], tuple[Path]]:
        """In another process the same folder, of which nothing is known yet."""
        return Cache, (self._folder,)

    @property
    def folder(self) -> Path:
        """Where all of it lies."""
        return self._folder

    def forget(self) -> None:
        """No page of the last build is known any longer."""
        (self._folder / "pages.mp").unlink(missing_ok=True)
        self._known.clear()

    def forget_known(self) -> None:
        """The files count, since other processes have written them."""
        self._known.clear()

    def known(self) -> Mapping[str, object]:
        """What is at hand without a look at the disk, by the name of its file."""
        return dict(self._known)

    def keep_known(self, names: AbstractSet[str]) -> None:
        """Only these are at hand any longer: other processes have written the others."""
        self._known = {name: value for name, value in self._known.items() if name in names}

    def load_index(self) -> PageIndex:
        """The entries of the last build; none where there was none, or another program made it."""
        code = code_signature()
        known = self._load("pages.mp", PageIndex)
        return known if known is not None and known.code == code else PageIndex(code=code)

    def save_index(self, index: PageIndex) -> None:
        """The entries stand for the next build."""
        self._save("pages.mp", index)

    def load_page(self, entry: PageEntry) -> CompiledPage | None:
        """The compiled page of the entry, or None where it must be compiled again."""
        try:
            data = (self._folder / "pages" / f"{entry.id}.mp").read_bytes()
            if digest_bytes(data) != entry.program:
                return None
            return msgspec.msgpack.decode(data, type=CompiledPage)
        except (OSError, msgspec.MsgspecError):
            return None

    def save_page(self, page_id: str, data: bytes) -> None:
        """The encoded compiled page stands for the next build."""
        save_cache(self._folder / "pages" / f"{page_id}.mp", data)

    def load_language(self, code: str) -> LanguageRecord | None:
        """What the last build knew of the language, or None."""
        return self._load(f"languages/{code}.mp", LanguageRecord)

    def save_language(self, code: str, record: LanguageRecord) -> None:
        """The record stands for the next build."""
        self._save(f"languages/{code}.mp", record)

    def _save(self, name: str, value: object) -> None:
        self._known[name] = value
        save_cache(self._folder / name, msgspec.msgpack.encode(value))

    def _load(self, name: str, kind: type[T]) -> T | None:
        known = self._known.get(name)
        if isinstance(known, kind):
            return known
        try:
            value = msgspec.msgpack.decode((self._folder / name).read_bytes(), type=kind)
        except (OSError, msgspec.MsgspecError):
            return None
        self._known[name] = value
        return value


def encode_page(page: CompiledPage) -> bytes:
    """The page as it stands in the cache; equal pages give equal bytes."""
    return msgspec.msgpack.encode(page)
