"""Blocks → the Markdown that Waypost reads; every sign that would mean something is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from scripts.real_sites.phones import find_phones
from scripts.real_sites.tree import (
    Anchor,
    Block,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Paragraph,
    Quote,
    Run,
    Table,
    trim_inline,
)

Resolve = Callable[[str], str]
"""The target of a link as it shall be written; "" makes it plain text."""

_ALWAYS = re.compile(r"[\\`*\[\]{}]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_TAG_OR_ENTITY = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_BLOCK_START = re.compile(r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|[-:|][-:|\s]*$|~~~)")
_ORDERED_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_CLOSING_MARKS = re.compile(r"#+$")
_PUNCTUATION = re.compile(r"[^\w\s]|_")


def escape_text(text: str) -> str:
    """`text` written so that Markdown and the segment grammar read it back as plain words."""
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    return _TAG_OR_ENTITY.sub(r"\\\g<0>", text)


def escape_line_start(line: str) -> str:
    """A line of a paragraph that can't be taken for the start of another block."""
    if _BLOCK_START.match(line):
        return "\\" + line
    return _ORDERED_START.sub(r"\1\\\2", line, count=1) if _ORDERED_START.match(line) else line


def render_words(text: str, fact_ids: Mapping[str, str]) -> str:
    """`text` escaped, with each phone number that is a fact as `{its.id}`."""
    out: list[str] = []
    at = 0
    for phone in find_phones(text):
        fact = fact_ids.get(phone.digits)
        if fact is not None:
            out += [escape_text(text[at : phone.start]), "{" + fact + "}"]
            at = phone.end
    out.append(escape_text(text[at:]))
    return "".join(out)


class MarkdownWriter:
    """Writes the blocks of one page; `fact_ids` gives the fact of a phone number's digits."""

    def __init__(self, resolve: Resolve, fact_ids: Mapping[str, str]) -> None:
        self._resolve = resolve
        self._fact_ids = fact_ids
        self.plain_styles = 0
        """How many strong or emphasised stretches Markdown couldn't express: plain words now."""

    def render(self, blocks: Sequence[Block]) -> str:
        """The Markdown of a whole page, with a newline at its end."""
        text = "\n\n".join(self._blocks(mend_levels(blocks)))
        return f"{text}\n" if text else ""

    def _blocks(self, blocks: Iterable[Block]) -> list[str]:
        out: list[str] = []
        after_list = False
        for block in blocks:
            match block:
                case Anchor():
                    continue
                case Heading(level, inline, id):
                    out.append(self._heading(level, inline, id))
                case Paragraph(inline):
                    out.append(self._paragraph(inline))
                case ItemList():
                    # Two lists in a row would be one: another sign starts another list.
                    out.append(self._list(block, other_sign=after_list))
                case Table(header, rows):
                    out.append(self._table(header, rows))
                case Quote(inner):
                    out.append(_prefix("\n\n".join(self._blocks(inner)), "> ", "> "))
            after_list = isinstance(block, ItemList) and not after_list
        return [text for text in out if text]

    def _heading(self, level: int, inline: Sequence[Inline], id: str) -> str:
        words = self._inline(inline).replace("\\\n", " ")
        words = _CLOSING_MARKS.sub(lambda found: "\\" + found[0], words)
        return f"{'#' * level} {words}" + (f" {{#{id}}}" if id else "")

    def _paragraph(self, inline: Sequence[Inline]) -> str:
        return "\n".join(map(escape_line_start, self._inline(inline).split("\n")))

    def _list(self, block: ItemList, *, other_sign: bool) -> str:
        out: list[str] = []
        for number, item in enumerate(block.items, start=block.start):
            if block.ordered:
                mark = f"{number}{')' if other_sign else '.'} "
            else:
                mark = "* " if other_sign else "- "
            parts = self._blocks(_without_headings(item))
            tight = all(isinstance(one, Paragraph | ItemList | Anchor) for one in item)
            lists_only = sum(not isinstance(one, ItemList | Anchor) for one in item) <= 1
            text = ("\n" if tight and lists_only else "\n\n").join(parts)
            out.append(_prefix(text, mark, " " * len(mark)))
        loose = any("\n\n" in text for text in out)
        return ("\n\n" if loose else "\n").join(out)

    def _table(
        self, header: Sequence[Sequence[Inline]], rows: Sequence[Sequence[Sequence[Inline]]]
    ) -> str:
        lines = [self._row(header), "|" + " --- |" * len(header)]
        return "\n".join([*lines, *map(self._row, rows)])

    def _row(self, cells: Sequence[Sequence[Inline]]) -> str:
        texts = [self._inline(cell).replace("\\\n", " ").replace("|", "\\|") for cell in cells]
        return "|" + "".join(f" {text} |" for text in texts)

    def _inline(self, inline: Sequence[Inline]) -> str:
        """The runs as Markdown, style around links; a line break as a backslash at a line end."""
        pieces = list(_drop_spurious_links(trim_inline(inline), self._resolve))
        out: list[str] = []
        for number, ((strong, emphasis), group) in enumerate(groupby(pieces, _style)):
            text = "".join(self._links(group))
            mark = "**" if strong else "*" if emphasis else ""
            previous = "".join(out)
            following = _next_char(pieces, number)
            out.append(self._styled(text, mark, previous, following) if mark else text)
        # A bracket of the text is escaped, so this one opens a link; "!" would make it an image.
        return _move_breaks("".join(out)).replace("![", "\\![")

    def _links(self, pieces: Iterable[Inline]) -> Iterable[str]:
        for href, group in groupby(pieces, lambda one: one.href if isinstance(one, Run) else ""):
            words = "".join(
                render_words(one.text, self._fact_ids) if isinstance(one, Run) else "\\\n"
                for one in group
            )
            if not href or not words.strip():
                yield words
                continue
            before, middle, after = _split_space(words.replace("\\\n", " "))
            yield f"{before}[{middle}]({_target(href)}){after}"

    def _styled(self, text: str, mark: str, previous: str, following: str) -> str:
        """`text` between marks, so placed that CommonMark takes them for what they are."""
        before, middle, after = _split_space(text)
        while middle.startswith("\\\n"):
            before, middle = before + "\\\n", middle[2:].lstrip()
        while middle.endswith("\\\n"):
            middle, after = middle[:-2].rstrip(), "\\\n" + after
        if not middle:
            return before + after
        outside_before = (before or previous)[-1:]
        outside_after = after[:1] or following
        if previous.endswith("*") and not before:  # marks that touch would be read as one
            return middle + after
        if not _opens(outside_before, middle) or not _closes(middle, outside_after):
            self.plain_styles += 1
            return before + middle + after
        return f"{before}{mark}{middle}{mark}{after}"


def mend_levels(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with headings of level 2 to 4 that never skip one; who stood under whom stays."""
    out: list[Block] = []
    open_headings: list[tuple[int, int]] = []
    for block in blocks:
        if not isinstance(block, Heading):
            out.append(block)
            continue
        while open_headings and open_headings[-1][0] >= block.level:
            open_headings.pop()
        level = min(open_headings[-1][1] + 1 if open_headings else 2, 4)
        open_headings.append((block.level, level))
        out.append(Heading(level, block.inline, block.id))
    return tuple(out)


def _without_headings(item: Sequence[Block]) -> Iterable[Block]:
    """An item's blocks; a heading inside a list item becomes a strong paragraph."""
    for block in item:
        if isinstance(block, Heading):
            words = [
                Run(one.text, strong=True, href=one.href) if isinstance(one, Run) else one
                for one in block.inline
            ]
            yield Paragraph(tuple(words))
        else:
            yield block


def _drop_spurious_links(inline: Sequence[Inline], resolve: Resolve) -> Iterable[Inline]:
    """The runs with final targets; a phone number links itself, so its own link goes.

    Where a phone number stands inside another link, the number is taken out of it.
    """
    for piece in inline:
        if not isinstance(piece, Run) or not piece.href:
            yield piece
            continue
        href = resolve(piece.href)
        at = 0
        for phone in find_phones(piece.text):
            if phone.start > at:
                rest = "" if href.startswith("tel:") else href
                yield Run(piece.text[at : phone.start], piece.strong, piece.emphasis, rest)
            yield Run(piece.text[phone.start : phone.end], piece.strong, piece.emphasis)
            at = phone.end
        rest = "" if at and href.startswith("tel:") else href
        if at < len(piece.text):
            yield Run(piece.text[at:], piece.strong, piece.emphasis, rest)


def _style(piece: Inline) -> tuple[bool, bool]:
    """What groups runs: strong wins where both are set; a break takes no style."""
    if isinstance(piece, LineBreak) or not piece.text.strip():
        return (False, False)
    return (piece.strong, piece.emphasis and not piece.strong)


def _next_char(pieces: Sequence[Inline], number: int) -> str:
    """The first character after the group with this number, as it will be written."""
    groups = [list(group) for _, group in groupby(pieces, _style)]
    if number + 1 >= len(groups):
        return ""
    first = groups[number + 1][0]
    if isinstance(first, LineBreak):
        return "\n"
    return "[" if first.href else first.text[:1]


def _is_space(char: str) -> bool:
    return not char or char.isspace()


def _opens(before: str, text: str) -> bool:
    """CommonMark's left-flanking rule for marks between `before` and `text`."""
    if _PUNCTUATION.match(text) is None:
        return True
    return _is_space(before) or _PUNCTUATION.match(before) is not None


def _closes(text: str, after: str) -> bool:
    """CommonMark's right-flanking rule for marks between `text` and `after`."""
    if _PUNCTUATION.match(text[-1]) is None:
        return True
    return _is_space(after) or _PUNCTUATION.match(after) is not None


def _split_space(text: str) -> tuple[str, str, str]:
    """White space before, the words, white space after."""
    middle = text.strip()
    start = text.find(middle) if middle else len(text)
    return text[:start], middle, text[start + len(middle) :]


def _move_breaks(text: str) -> str:
    """`text` without white space around line breaks, and with single breaks only."""
    return re.sub(r"\s*(?:\\\n\s*)+", "\\\\\n", text).strip()


def _target(href: str) -> str:
    """The address as it stands between the round brackets of a link."""
    href = re.sub(r"\s", "%20", href)
    return f"<{href}>" if re.search(r"[()]", href) else href


def _prefix(text: str, first: str, others: str) -> str:
    """`text` with `first` before its first line and `others` before the rest."""
    lines = text.split("\n")
    rest = [f"{others}{line}".rstrip() if line else others.rstrip() for line in lines[1:]]
    return "\n".join([first + lines[0], *rest])
