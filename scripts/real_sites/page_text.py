"""What a reader reads on a built page, by Python's own HTML parser: the proof's second half."""

from __future__ import annotations

from html.parser import HTMLParser

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    ]
)
_SILENT = frozenset({"script", "style", "template", "nav", "head"})
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0
        self._main = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SILENT:
            self._silent += 1
        if tag == "main":
            self._main += 1
        self._space(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and tag not in _VOID:
            self._silent = max(0, self._silent - 1)
        if tag == "main":
            self._main -= 1
        self._space(tag)

    def handle_data(self, data: str) -> None:
        if self._main and not self._silent:
            self.parts.append(data)

    def _space(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append(" ")


def read_main(html: str) -> str:
    """The text of the page's main content, blocks apart by white space."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split())
