"""The same texts as plain Markdown, one file a guide and language, for the other programs.

Touches the disk: reads the site's guides and catalogues, writes the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.benchmark.guides import list_guides
from scripts.real_sites.markdown import escape_line_start, escape_text
from waypost.model.block import (
    Block,
    Figure,
    Heading,
    Inline,
    Item,
    List,
    Note,
    Paragraph,
    Quote,
    Table,
    Target,
)
from waypost.model.fact import Fact
from waypost.model.guide import Section, SectionKey
from waypost.model.markup import Anchor, FactRef, Node, Styled, Words, parse_markup

_HEADINGS = {
    SectionKey.DO: "What to do",
    SectionKey.AFTER: "After you apply",
    SectionKey.REFUSED: "If you are refused",
    SectionKey.EXCEPTIONS: "Exceptions",
    SectionKey.MORE: "More",
}


@dataclass(frozen=True, slots=True)
class PlainGuide:
    """A guide in one language as any site generator takes it."""

    id: str
    title: str
    summary: str
    body: str


class MarkdownMirror:
    """Writes segment texts and their structure as CommonMark; `values` are the facts as shown."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values

    def render(self, sections: Sequence[Section[Inline]]) -> str:
        """The body of a guide."""
        parts: list[str] = []
        for section in sections:
            if section.key is not None:
                parts.append(f"## {_HEADINGS[section.key]}")
            elif section.heading is not None:
                parts.append(f"## {self.line(section.heading)}")
            parts += [self._block(block) for block in section.blocks]
        return "\n\n".join(parts) + "\n"

    def line(self, leaf: Inline) -> str:
        """A leaf on one line."""
        return self._nodes(parse_markup(leaf.text), leaf.targets).replace("\\\n", " ")

    def plain(self, text: str) -> str:
        """A field's words without any mark."""
        return _plain(parse_markup(text), self._values)

    def _block(self, block: Block[Inline]) -> str:
        match block:
            case Paragraph(leaf):
                words = self._nodes(parse_markup(leaf.text), leaf.targets)
                return "\n".join(map(escape_line_start, words.split("\n")))
            case Heading(level, _, leaf):
                return f"{'#' * level} {self.line(leaf)}"
            case List(ordered, start, items):
                return "\n".join(
                    self._item(item, f"{number}. " if ordered else "- ")
                    for number, item in enumerate(items, start=start)
                )
            case Table(_, header, rows):
                lines = [self._row(header), "|" + " --- |" * len(header)]
                return "\n".join([*lines, *map(self._row, rows)])
            case Quote(blocks) | Note(_, blocks):
                text = "\n\n".join(self._block(inner) for inner in blocks)
                return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
            case Figure(src, leaf):
                return f"![{self.line(leaf)}]({src})"

    def _item(self, item: Item[Inline], mark: str) -> str:
        tight = all(isinstance(block, Paragraph | List) for block in item.blocks)
        text = ("\n" if tight else "\n\n").join(self._block(block) for block in item.blocks)
        lines = text.split("\n")
        indent = " " * len(mark)
        return "\n".join([mark + lines[0], *(indent + line if line else "" for line in lines[1:])])

    def _row(self, cells: Sequence[Inline]) -> str:
        return "|" + "".join(f" {self.line(cell).replace('|', chr(92) + '|')} |" for cell in cells)

    def _nodes(self, nodes: Sequence[Node], targets: Sequence[Target]) -> str:
        out: list[str] = []
        for node in nodes:
            match node:
                case Words(text):
                    out.append(escape_text(text).replace("\n", "\\\n"))
                case FactRef(id):
                    out.append(escape_text(self._values.get(id, id)))
                case Styled(style, children):
                    out.append(f"{style.value}{self._nodes(children, targets)}{style.value}")
                case Anchor(children, number):
                    href = targets[number - 1].href
                    out.append(f"[{self._nodes(children, targets)}](<{href}>)")
        return "".join(out)


def _plain(nodes: Sequence[Node], values: Mapping[str, str]) -> str:
    out: list[str] = []
    for node in nodes:
        match node:
            case Words(text):
                out.append(text)
            case FactRef(id):
                out.append(values.get(id, id))
            case Styled(_, children) | Anchor(children, _):
                out.append(_plain(children, values))
    return "".join(out)


def list_plain_guides(site: Path, languages: Sequence[str]) -> Iterator[tuple[str, PlainGuide]]:
    """Each guide in each language, with the translations that the site's PO files hold."""
    from waypost.content.guide_reader import parse_guide
    from waypost.content.shared import load_shared
    from waypost.segments.extract import extract_guide
    from waypost.segments.restore import restore_body

    shared = load_shared(site / "content", site).value
    facts = () if shared is None else tuple(shared.facts.values())
    for name in list_guides(site):
        path = site / "content" / "guides" / f"{name}.md"
        guide = parse_guide(f"content/guides/{name}.md", path.read_bytes()).value
        if guide is None:
            raise ValueError(f"{path} can't be read")
        extracted = extract_guide(guide)
        source = {segment.address: segment.source for segment in extracted.document.segments}
        for code in languages:
            mirror = MarkdownMirror(_show_facts((*facts, *guide.facts), code))
            texts = {**source, **_load_targets(site, code, name)}
            body = mirror.render(restore_body(extracted.body, texts))
            title = mirror.plain(texts[guide.title.address])
            yield code, PlainGuide(name, title, mirror.plain(texts[guide.summary.address]), body)


def _load_targets(site: Path, code: str, name: str) -> dict[str, str]:
    """The guide's translated texts by address."""
    from waypost.translation.po_reader import read_targets
    from waypost.translation.store import load_data

    data = load_data(site, code, f"guides/{name}") or b""
    return {address: target for _, address, _, target in read_targets(data) if target}


def _show_facts(facts: tuple[Fact, ...], code: str) -> dict[str, str]:
    """Each fact's value as text in the language, by its id."""
    from waypost.locales.formats import formats_for
    from waypost.site.shown_value import show_text, write_value

    formats = formats_for(code, "US")
    return {fact.id: show_text(write_value(fact.value), formats) for fact in facts}


def save_markdown(folder: Path, code: str, guide: PlainGuide) -> None:
    """Writes `<folder>/<language>/<id>.md` with title and summary in its front matter."""
    target = folder / code / f"{guide.id}.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    title = json.dumps(guide.title, ensure_ascii=False)
    summary = json.dumps(guide.summary, ensure_ascii=False)
    head = f"---\ntitle: {title}\nsummary: {summary}\nlanguage: {code}\n---\n\n"
    target.write_text(head + guide.body, "utf-8")
