"""A page of the veterans corpus as its file has it: front matter and Markdown, HTML included.

Touches the disk: reads the corpus.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

_FRONT_MATTER = re.compile(r"\ufeff?\s*---\r?\n(.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
_INSTRUCTION = re.compile(r"\{%.*?%\}", re.DOTALL)
# CommonMark reads on as HTML until an empty line: the authors meant Markdown to go on after these.
_HEADING_LINE = re.compile(
    r"^([ \t]*<(h[1-6])\b[^>\n]*>.*</\2>[ \t]*)\n(?=\S)", re.MULTILINE | re.IGNORECASE
)

Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One file: its address on the old site (`/health-care/eligibility`), fields and body."""

    path: str
    address: str
    fields: Fields
    body: str


def load_pages(folder: Path) -> tuple[SourcePage, ...]:
    """Every Markdown file under `folder`, in the order of their paths."""
    return tuple(
        parse_page(path.relative_to(folder).as_posix(), path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.md"))
    )


def parse_page(path: str, text: str) -> SourcePage:
    """The page that `text` is; raises ValueError when it has no front matter."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        raise ValueError(f"{path} has no front matter")
    fields = yaml.load(found[1], Loader=yaml.CSafeLoader)
    address = "/" + path.removesuffix(".md").removesuffix("index").strip("/")
    return SourcePage(path, address, dict(fields), text[found.end() :])


def text_field(fields: Fields, name: str) -> str:
    """The field's text with white space collapsed, or ""."""
    value = fields.get(name)
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


def list_field(fields: Fields, name: str) -> tuple[str, ...]:
    """The field's texts; a single one counts as a list of one."""
    value = fields.get(name)
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def group_field(fields: Fields, name: str) -> Iterator[Fields]:
    """The groups of fields in the list that the field holds."""
    value = fields.get(name)
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict):
            yield one


def render_page(page: SourcePage) -> tuple[str, Counter[str]]:
    """The page's body as HTML, and what was taken out of it because it is no text."""
    from markdown_it import MarkdownIt

    body, instructions = _INSTRUCTION.subn("", page.body)
    # Nobody writes program code on these pages: what is indented by four is HTML.
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")
    left_out = Counter({"instruction to the old site's template": instructions})
    return parser.render(_HEADING_LINE.sub(r"\1\n\n", body)), +left_out
