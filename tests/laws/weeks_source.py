"""Guides that editors change week by week: sentences with a number of their own, as Markdown.

No two sentences of a guide are alike once white space and typography are folded, so a sentence's
words say which one it is.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cache

from waypost.content.guide_reader import parse_guide
from waypost.model.guide import Guide
from waypost.model.text import Document
from waypost.segments.extract import extract_guide

_PATTERNS = (
    "Bring form {n} to the desk on the second floor.",
    "Don't wait: ask for paper {n} before you leave.",
    "Pay {{fee}} for copy {n} at the office.",
    "You get letter {n} within two weeks - or call us.",
    'Write "case {n}" on top of every page.',
    "If they say no to request {n}, you can appeal in **ten days**.",
    "Ask for an interpreter for talk {n}; it is free.",
    "Keep number {n}.",
)
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "…": "..."})


def fold(text: str) -> str:
    """`text` without what typography and white space add to it: a law's own folding."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split())


@dataclass(frozen=True)
class Sentence:
    """A sentence of a guide; its number never changes, its words may."""

    number: int
    words: str

    @staticmethod
    def make(number: int) -> Sentence:
        """The sentence as somebody first writes it."""
        return Sentence(number, _PATTERNS[number % len(_PATTERNS)].format(n=number))

    def reword(self, version: int) -> Sentence:
        """Other words, much or little other."""
        head = self.words.removesuffix(".").partition(", version")[0]
        if version % 3 == 0:
            fee = "{fee} for " if "{fee}" in self.words else ""
            return replace(
                self, words=f"From now on {fee}{self.number} goes another way {version}."
            )
        return replace(self, words=f"{head}, version {version}.")

    def mistype(self, version: int) -> Sentence:
        """A letter twice."""
        at = self.words.find("o", version % 5)
        return replace(self, words=f"{self.words[: at + 1]}o{self.words[at + 1 :]}")

    def set_in_type(self) -> Sentence:
        """The same words with other quotation marks, dashes and spaces."""
        table = {"'": "’", "’": "'", "-": "–", "–": "-"}
        words = "".join(table.get(sign, sign) for sign in self.words)
        if '"' in words:
            words = words.replace(' "', " “").replace('" ', "” ")
        return replace(self, words=words.replace(" the ", "  the ", 1))


@dataclass(frozen=True)
class Part:
    """A heading with paragraphs and a list."""

    heading: Sentence
    paragraphs: tuple[Sentence, ...] = ()
    items: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class GuideSource:
    """What the editor sees of a guide."""

    name: str
    title: Sentence
    summary: Sentence
    who: tuple[Sentence, ...]
    """Critical, as the policy has it."""
    parts: tuple[Part, ...]
    fee: int = 30
    past: tuple[Sentence, ...] = field(default=(), compare=False)
    """Sentences as they once stood, which an editor may bring back."""

    def slots(self) -> list[tuple[str, int, int]]:
        """Where a sentence of the body or of `who` stands: field, part, position."""
        found = [("who", 0, n) for n in range(len(self.who))]
        for at, part in enumerate(self.parts):
            found += [("paragraphs", at, n) for n in range(len(part.paragraphs))]
            found += [("items", at, n) for n in range(len(part.items))]
        return found

    def list_at(self, name: str, part: int) -> list[Sentence]:
        """The sentences of one field."""
        if name == "who":
            return list(self.who)
        return list(self.parts[part].items if name == "items" else self.parts[part].paragraphs)

    def put_list(self, name: str, part: int, sentences: list[Sentence]) -> GuideSource:
        """The guide with these sentences there."""
        if name == "who":
            return replace(self, who=tuple(sentences))
        parts = list(self.parts)
        if name == "items":
            parts[part] = replace(parts[part], items=tuple(sentences))
        else:
            parts[part] = replace(parts[part], paragraphs=tuple(sentences))
        return replace(self, parts=tuple(parts))

    def remember(self, sentence: Sentence) -> GuideSource:
        """The guide, whose editor may bring this sentence back."""
        return replace(self, past=(*self.past, sentence)[-12:])

    def sentences(self) -> list[Sentence]:
        """Every sentence that stands."""
        parts = [s for part in self.parts for s in (part.heading, *part.paragraphs, *part.items)]
        return [self.title, self.summary, *self.who, *parts]


def begin_guide(name: str, first: int) -> GuideSource:
    """A guide of some ten sentences, numbered from `first`."""
    make = Sentence.make
    return GuideSource(
        name,
        Sentence(first, f"Get permit {first}"),
        make(first + 1),
        (make(first + 2), make(first + 3)),
        (
            Part(
                Sentence(first + 4, f"Part {first + 4}"),
                (make(first + 5), make(first + 6)),
                (make(first + 7), make(first + 8)),
            ),
            Part(Sentence(first + 9, f"Part {first + 9}"), (make(first + 10),), ()),
        ),
    )


def render_guide(guide: GuideSource) -> str:
    """The guide's file."""
    lines = [
        "---",
        f"title: {json.dumps(guide.title.words)}",
        f"summary: {json.dumps(guide.summary.words)}",
        f"facts: {{fee: {{money: {guide.fee}}}}}",
    ]
    if guide.who:
        lines += ["who:", *(f"  - text: {json.dumps(s.words)}" for s in guide.who)]
    lines.append("---")
    for part in guide.parts:
        lines += ["", f"## {part.heading.words}"]
        for sentence in part.paragraphs:
            lines += ["", sentence.words]
        if part.items:
            lines += ["", *(f"- {sentence.words}" for sentence in part.items)]
    return "\n".join(lines) + "\n"


@cache
def read_document(text: str, name: str) -> Document:
    """The document that the real reader makes of the file."""
    parsed = parse_guide(f"content/guides/{name}.md", text.encode("utf-8"))
    assert isinstance(parsed.value, Guide), parsed.findings
    return extract_guide(parsed.value).document


def document_of(guide: GuideSource) -> Document:
    """The guide as it is translated."""
    return read_document(render_guide(guide), guide.name)
