"""The searched documents: 62 news texts in 29 languages, and the veterans' guides.

Touches the disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.page_weight.rivals import strip_page

if TYPE_CHECKING:
    from bs4 import Tag

_BLOCKS = ["h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "td", "th"]


class MissingCorpusError(Exception):
    """The real texts aren't there."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text that becomes a page: the first sentence is its title, the second its summary."""

    id: str
    sentences: tuple[str, ...]
    """At least two, in reading order. In the news, aligned across languages."""

    @property
    def title(self) -> str:
        """The heading of its page."""
        return self.sentences[0]

    @property
    def summary(self) -> str:
        """The line below the heading."""
        return self.sentences[1]

    @property
    def body(self) -> tuple[str, ...]:
        """The paragraphs below both."""
        return self.sentences[2:]


Collection = Mapping[str, Sequence[Document]]
"""Documents by the code of their language."""


def load_news(corpora: Path, languages: Sequence[str]) -> dict[str, tuple[Document, ...]]:
    """The news in the languages that were asked for; in all, if none was."""
    folder = corpora / "news"
    found = {path.stem: path for path in sorted(folder.glob("*.jsonl"))}
    if not found:
        raise MissingCorpusError(f"The news are not at {folder}: name their folder by --corpora.")
    unknown = [code for code in languages if code not in found]
    if unknown:
        raise MissingCorpusError(f"There are no news in {', '.join(unknown)}.")
    return {code: _load_language(path) for code, path in found.items() if _is_in(code, languages)}


def _is_in(code: str, languages: Sequence[str]) -> bool:
    return not languages or code in languages


def _load_language(path: Path) -> tuple[Document, ...]:
    text = path.read_text("utf-8")
    if path.stem == "my":
        text = _spell_by_standard(text)
    rows = map(json.loads, text.splitlines())
    return tuple(
        Document(row["doc"].replace(".", "-"), tuple(each.strip() for each in row["sentences"]))
        for row in rows
    )


def _spell_by_standard(burmese: str) -> str:
    """The Burmese news in Unicode: they came in the Zawgyi font's codes, as no new page does."""
    import icu

    return icu.Transliterator.createInstance("Zawgyi-my").transliterate(burmese)


def load_built_guides(site: Path, language: str) -> tuple[Document, ...]:
    """The guides and other pages of a built Waypost site as it shows them: one sentence a block."""
    files = [
        path for name in ("guides", "pages") for path in (site / "content" / name).glob("*.md")
    ]
    names = sorted(path.stem for path in files)
    return tuple(_load_guides(site / "build" / "site" / language, names))


def _load_guides(folder: Path, guides: Sequence[str]) -> Iterator[Document]:
    from bs4 import BeautifulSoup

    for guide in guides:
        path = folder / guide / "index.html"
        _, main = strip_page(path.read_text("utf-8"))
        # As browsers read it: end tags that may be left out are left out.
        blocks = BeautifulSoup(main, "html5lib").find_all(_BLOCKS)
        # What stands before the heading is the same on every page.
        start = next((at for at, each in enumerate(blocks) if each.name == "h1"), 0)
        texts = [_read_block(each) for each in blocks[start:] if each.find(_BLOCKS) is None]
        texts = [text for text in texts if text]
        if len(texts) > 1:
            yield Document(guide, tuple(texts))


def _read_block(block: Tag) -> str:
    return " ".join(block.get_text(" ").split())
