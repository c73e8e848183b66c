"""HTML as a tree of what matters to a test: tags, attributes, the language in force, texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = frozenset({"meta", "link", "br", "wbr", "img", "input"})
_MAY_STAY_OPEN = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "html", "head", "body"}
)


@dataclass
class Text:
    """A run of text, and the language and direction that hold there."""

    words: str
    language: str
    direction: str
    path: tuple[str, ...]


@dataclass
class Outline(HTMLParser):
    """What stands on a page; `faults` are tags that don't match."""

    texts: list[Text] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    _open: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if len(given) != len(attrs):
            self.faults.append(f"an attribute twice in <{tag}>")
        self.tags.append((tag, given))
        if tag in _EMPTY:
            return
        if tag in {"p", "ul", "ol", "dl", "div", "table", "h1", "h2", "h3", "blockquote"}:
            self._close_optional({"p"})
        if tag == "li":
            self._close_optional({"p", "li"})
        if tag in {"dt", "dd"}:
            self._close_optional({"p", "dt", "dd"})
        if tag in {"tr", "tbody"}:
            self._close_optional({"td", "th", "tr", "thead"})
        if tag in {"td", "th"}:
            self._close_optional({"td", "th"})
        _, language, direction = self._open[-1] if self._open else ("", "", "ltr")
        self._open.append((tag, given.get("lang", language), given.get("dir", direction)))

    def _close_optional(self, names: set[str]) -> None:
        while self._open and self._open[-1][0] in names:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open[-1][0] != tag and self._open[-1][0] in _MAY_STAY_OPEN:
            self._open.pop()
        if not self._open or self._open[-1][0] != tag:
            self.faults.append(f"</{tag}> in {[name for name, _, _ in self._open]}")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open:
            _, language, direction = self._open[-1]
            path = tuple(name for name, _, _ in self._open)
            self.texts.append(Text(data, language, direction, path))

    def close(self) -> None:
        super().close()
        left = [name for name, _, _ in self._open if name not in _MAY_STAY_OPEN]
        if left:
            self.faults.append(f"never closed: {left}")


def outline(html: str) -> Outline:
    """The outline of a page."""
    parser = Outline()
    parser.feed(html)
    parser.close()
    return parser


def find(page: Outline, words: str) -> Text:
    """The first text on the page that holds the words."""
    return next(text for text in page.texts if words in text.words)
