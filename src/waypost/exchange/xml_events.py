"""XML of strangers as a stream of whole elements: no DTD, no entities, no depth without end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import ParseError

import msgspec

from waypost.exchange.codes import FILE
from waypost.exchange.parcel import refuse

_MOST_LEVELS = 60
_CHUNK = 1 << 16


class Element(msgspec.Struct):
    """An element with its content in order; names without their namespace."""

    name: str
    namespace: str
    attributes: dict[str, str]
    line: int
    content: list[Element | str] = msgspec.field(default_factory=list)

    def list_children(self, name: str = "") -> list[Element]:
        """The elements directly within, or those of one name."""
        inner = (one for one in self.content if isinstance(one, Element))
        return [one for one in inner if not name or one.name == name]

    @property
    def text(self) -> str:
        """All words within."""
        return "".join(one if isinstance(one, str) else one.text for one in self.content)


class _Target(msgspec.Struct):
    """Collects elements; those named in `whole` come out when they end, with all they hold."""

    whole: frozenset[str]
    find_line: Callable[[], int]
    level: int = 0
    too_deep: bool = False
    ready: list[tuple[str, Element]] = msgspec.field(default_factory=list)
    stack: list[Element] = msgspec.field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.level += 1
        if self.level > _MOST_LEVELS:
            self.too_deep = True
            return
        namespace, _, name = tag.rpartition("}")
        plain = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        element = Element(name, namespace[1:], plain, self.find_line())
        if self.stack:
            self.stack[-1].content.append(element)
            self.stack.append(element)
        elif name in self.whole:
            self.stack.append(element)
        else:
            self.ready.append(("start", element))

    def end(self, tag: str) -> None:
        """An element ends."""
        self.level -= 1
        if self.too_deep:
            return
        if not self.stack:
            name = tag.rpartition("}")[2]
            self.ready.append(("end", Element(name, "", {}, self.find_line())))
            return
        element = self.stack.pop()
        if not self.stack:
            self.ready.append(("whole", element))

    def data(self, text: str) -> None:
        """Words within an element; those between the elements of the frame say nothing."""
        if self.stack and not self.too_deep:
            self.stack[-1].content.append(text)


def read_elements(path: str, data: bytes, whole: frozenset[str]) -> Iterator[tuple[str, Element]]:
    """`("whole", element)` for each outermost element named, `start` and `end` for those around.

    Raises Refused for what is no XML, or tries to harm its reader.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import XMLParser

    target = _Target(whole, lambda: int(getattr(expat, "CurrentLineNumber", 1)))
    parser = XMLParser(target=target, forbid_dtd=True)
    expat: object = getattr(parser, "parser", None)
    try:
        for at in range(0, len(data), _CHUNK):
            parser.feed(data[at : at + _CHUNK])
            if target.too_deep:
                raise refuse(FILE, path, "elements stand too deep within one another")
            yield from target.ready
            target.ready.clear()
        parser.close()
        yield from target.ready
    except ParseError as error:
        line = error.position[0]
        raise refuse(FILE, path, f"this is no XML: {error.msg}", line=line) from None
    except (DefusedXmlException, ValueError, LookupError):
        message = "the file has a DTD, entities or an unknown encoding"
        raise refuse(FILE, path, message) from None
