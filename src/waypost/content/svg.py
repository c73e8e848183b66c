"""An SVG that can do nothing but be seen: refused is all that could act, load or lead elsewhere.

What is known to be harmless is let through; everything else isn't.
"""

from __future__ import annotations

import re
from io import BytesIO
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XHTML = "http://www.w3.org/1999/xhtml"
_SHAPES = "svg g path rect circle ellipse line polyline polygon text tspan textPath title desc"
_PAINT = "defs linearGradient radialGradient stop clipPath mask pattern symbol use marker style"
_FILTERS = (
    "filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA "
    "feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile"
)
_ELEMENTS = frozenset(f"{_SHAPES} {_PAINT} {_FILTERS} metadata switch".split())
_ADDRESS = re.compile(
    r"(?i)url\((?!\s*['\"]?#)|@import|@font-face|image-set|cross-fade|src\s*\(|\\"
)
"""In a style: whatever could load something, and escapes that could hide it."""
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)(?:px|pt|mm|cm|in)?\s*")
_MOST_DEPTH = 64
_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii"})


class SvgError(ValueError):
    """Why a drawing is refused, and where."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def measure_svg(data: bytes) -> tuple[int, int]:
    """Width and height of a harmless drawing; SvgError for any other."""
    return _Reader().read(data)


class _Reader:
    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.ProcessingInstructionHandler = self._instruct
        self._parser.EntityDeclHandler = self._declare
        self._parser.XmlDeclHandler = self._begin
        self._parser.buffer_text = True
        self._open: list[str] = []
        self._styles: list[str] = []
        self._size: tuple[int, int] | None = None

    def read(self, data: bytes) -> tuple[int, int]:
        try:
            self._parser.ParseFile(BytesIO(data))
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise SvgError(
                f"the drawing is broken: {reason}", error.lineno, error.offset + 1
            ) from None
        if _ADDRESS.search("".join(self._styles)):
            raise SvgError("a style of the drawing loads something or hides what it says", 1, 1)
        if self._size is None:
            raise SvgError("the drawing has no size: it needs a viewBox", 1, 1)
        return self._size

    def _refuse(self, message: str) -> SvgError:
        parser = self._parser
        return SvgError(message, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def _begin(self, _version: str, encoding: str | None, _standalone: int) -> None:
        # What is read here must be what browsers read.
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise self._refuse("the drawing is written in an encoding other than UTF-8")

    def _declare(self, *_: object) -> None:
        raise self._refuse("the drawing declares entities of its own")

    def _instruct(self, target: str, _: str) -> None:
        raise self._refuse(f"the drawing has an instruction: <?{target}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if not self._open:
            if (space, tag) != (SVG, "svg"):
                raise self._refuse("this is no SVG drawing")
            self._size = _find_size(attributes)
        if len(self._open) >= _MOST_DEPTH:
            raise self._refuse(f"more than {_MOST_DEPTH} elements stand in one another")
        if (space == SVG and tag not in _ELEMENTS) or space in ("", XHTML):
            raise self._refuse(f"<{tag}> has no place in a logo")
        if self._open and self._open[-1] == "style":
            raise self._refuse(f"<{tag}> has no place in a style")
        self._open.append(tag if space == SVG else "")
        for full, value in attributes.items():
            self._judge(full, value)

    def _judge(self, full: str, value: str) -> None:
        space, _, name = full.rpartition(" ")
        lower = name.lower()
        if lower.startswith("on"):
            raise self._refuse(f"{name} runs a script")
        if lower in ("href", "src") and space in ("", XLINK) and not value.startswith("#"):
            raise self._refuse(f"{name} leads out of the drawing")
        if lower == "base":
            raise self._refuse("xml:base leads out of the drawing")
        if _ADDRESS.search(value) and space in ("", XLINK):
            raise self._refuse(f"{name} loads something from elsewhere")

    def _end(self, _: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open and self._open[-1] == "style":
            self._styles.append(text)


def _find_size(attributes: dict[str, str]) -> tuple[int, int] | None:
    """The size by `viewBox`, else by `width` and `height`; at least 1 each way."""
    box = attributes.get("viewBox", "").replace(",", " ").split()
    sides = box[2:] if len(box) == 4 else [attributes.get(name, "") for name in ("width", "height")]
    found = [_NUMBER.fullmatch(side) for side in sides]
    numbers = [float(one[1]) for one in found if one is not None]
    if len(numbers) != 2 or min(numbers) <= 0 or max(numbers) > 1_000_000:
        return None
    width, height = numbers
    while min(width, height) < 100:
        width, height = width * 10, height * 10
    return round(width), round(height)
