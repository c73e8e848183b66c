"""Inline Markdown → segment grammar and targets; no word is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from waypost.content.body import Body
from waypost.content.file_codes import CONTROL
from waypost.content.markdown_codes import (
    CODE_BLOCK,
    HTTP_LINK,
    IMAGE_IN_LINK,
    NESTED_EMPHASIS,
    RAW_HTML,
    UNSAFE_LINK,
)
from waypost.content.source import CONTROL_SIGN
from waypost.model.block import Inline, Target, TargetKind
from waypost.model.guide import ReferenceKind
from waypost.model.markup import escape_markup

_SPECIAL = re.compile(r"[\\*\[\]{}]")
_FACT_HREF = re.compile(r"\{([a-z0-9_.]+)\}")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PAGE = re.compile(r"(?:\.{0,2}/)*(?:[\w.-]+/)*([a-z0-9][a-z0-9_-]*)\.md(#[^\s]*)?")
_ID = re.compile(r"(?:\.{0,2}/)*([a-z0-9][a-z0-9_-]*)/?(#[^\s]*)?")
_WEB = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#].*)?", re.IGNORECASE)
_SAFE = frozenset({"https", "http", "mailto", "tel"})
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t]*\n[ \t]*")


class InlineReader:
    """Reads the leaves of one body."""

    def __init__(self, body: Body) -> None:
        self._body = body

    def read(self, tokens: Sequence[Token], line: int) -> Inline:
        """The leaf that `tokens` make."""
        if len(tokens) == 1 and tokens[0].type == "text":
            return Inline(_escape(tokens[0].content).strip(), (), line)
        leaf = _Leaf(self._body, line)
        for token in tokens:
            leaf.take(token)
        return leaf.result()


class _Leaf:
    """A leaf under way: pieces of text, targets, and what is open."""

    def __init__(self, body: Body, line: int) -> None:
        self._body = body
        self._line = line
        self._out: list[str] = []
        self._targets: list[Target] = []
        self._styles: list[int | None] = []
        self._link = 0

    def result(self) -> Inline:
        text = "".join(self._out).strip()
        if "\n" in text:
            text = _SPACES.sub("\n", text)
        return Inline(text, tuple(self._targets), self._line)

    def take(self, token: Token) -> None:
        match token.type:
            case "text":
                if token.content:
                    self._out.append(_escape(token.content))
            case "text_special":
                self._out.append(_escape(self._check_entity(token.content)))
            case "fact":
                self._fact(token.content)
            case "softbreak":
                self._out.append(" ")
            case "hardbreak":
                self._out.append("\n")
            case "strong_open" | "em_open":
                self._open_style("**" if token.type == "strong_open" else "*")
            case "strong_close" | "em_close":
                self._close_style()
            case "link_open":
                self._open_link(str(token.attrs.get("href", "")))
            case "link_close":
                self._out.append(f"]{{{self._link}}}")
                self._link = 0
            case "image":
                self._image(token)
            case "html_inline":
                self._html(token.content)
            case "code_inline":
                place = self._body.spot(self._line, f"`{token.content}")
                self._body.add(CODE_BLOCK, place, f"“{token.content}” is written as code")
                self._out.append(_escape(token.content))
            case _:
                self._out.append(_escape(token.content))

    def _check_entity(self, sign: str) -> str:
        """What `&#x202e;` and the like stand for; "" with a finding for a control character."""
        control = CONTROL_SIGN.search(sign)
        if control is None:
            return sign
        place = self._body.spot(self._line, "&#")
        name = f"U+{ord(control.group()):04X}"
        self._body.add(CONTROL, place, f"the invisible character {name} stands here")
        return ""

    def _fact(self, name: str) -> None:
        self._out.append("{" + name + "}")
        place = self._body.spot(self._line, "{" + name + "}")
        self._body.mention(ReferenceKind.FACT, name, place)

    def _open_style(self, mark: str) -> None:
        outer = next((at for at in reversed(self._styles) if at is not None), None)
        if outer is None:
            self._styles.append(len(self._out))
            self._out.append(mark)
            return
        if outer == len(self._out) - 1:
            self._out[outer] = "**"
        self._styles.append(None)
        place = self._body.spot(self._line, "***")
        self._body.add(NESTED_EMPHASIS, place, "strong and emphasis stand in one another")

    def _close_style(self) -> None:
        at = self._styles.pop()
        if at is None:
            return
        if any(self._out[at + 1 :]):
            self._out.append(self._out[at])
        else:
            self._out[at] = ""

    def _open_link(self, href: str) -> None:
        self._targets.append(Target(TargetKind.LINK, self._read_href(href)))
        self._link = len(self._targets)
        self._out.append("[")

    def _image(self, token: Token) -> None:
        for child in token.children or ():
            if child.type == "text_special":
                child.content = self._check_entity(child.content)
        alternative = "".join(_plain(child) for child in token.children or ())
        if self._link:
            place = self._body.spot(self._line, "![")
            self._body.add(IMAGE_IN_LINK, place, "an image stands in a link")
            self._out.append(alternative)
            return
        source = str(token.attrs.get("src", ""))
        scheme = _SCHEME.match(source)
        if scheme or source.startswith("//"):
            place = self._body.spot(self._line, source)
            mend = "Put the file into the content folder and name it here."
            self._body.add(UNSAFE_LINK, place, f"the image “{source}” is on another host", mend)
        self._targets.append(Target(TargetKind.IMAGE, source))
        self._out.append(f"[{alternative}]{{{len(self._targets)}}}")

    def _html(self, tag: str) -> None:
        if _LINE_BREAK.fullmatch(tag):
            self._out.append("\n")
        if not tag.startswith("</"):
            first, name = tag.split("\n", maxsplit=1)[0], tag.split(maxsplit=1)[0].rstrip(">")
            place = self._body.spot(self._line, first)
            self._body.add(RAW_HTML, place, f"the HTML {name}> stands here")

    def _read_href(self, href: str) -> str:
        fact = _FACT_HREF.fullmatch(href)
        if fact:
            self._body.mention(ReferenceKind.FACT, fact.group(1), self._body.spot(self._line, href))
            return href
        if href.startswith("#"):
            return href
        scheme = _SCHEME.match(href)
        if scheme or href.startswith(("//", "\\")):
            self._check_scheme(scheme.group(1).lower() if scheme else "", href)
            return href
        page = _PAGE.fullmatch(href) or _ID.fullmatch(href)
        if page:
            self._body.mention(
                ReferenceKind.PAGE, page.group(1), self._body.spot(self._line, f"({href}")
            )
            return page.group(1) + (page.group(2) or "")
        return href

    def _check_scheme(self, scheme: str, href: str) -> None:
        is_whole = _WEB.fullmatch(href) if scheme in {"https", "http"} else scheme in _SAFE
        if is_whole and scheme != "http" and not CONTROL_SIGN.search(href):
            return
        place = self._body.spot(self._line, href)
        if not is_whole and scheme in {"https", "http"}:
            mend = "Write https:// and the name of the host, without a user's name before an @."
            self._body.add(UNSAFE_LINK, place, f"“{href}” is no whole address", mend)
        elif scheme == "http":
            mend = f"Write https{href[4:]}, and try whether the page opens."
            self._body.add(HTTP_LINK, place, f"“{href}” is not encrypted", mend)
        else:
            self._body.add(UNSAFE_LINK, place, f"“{href}” can't be linked")


def _escape(text: str) -> str:
    return escape_markup(text) if _SPECIAL.search(text) else text


def _plain(token: Token) -> str:
    if token.type == "fact":
        return "{" + token.content + "}"
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "image":
        return "".join(_plain(child) for child in token.children or ())
    return "" if token.type == "html_inline" else _escape(token.content)
