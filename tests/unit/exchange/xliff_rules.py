"""What the core of XLIFF 2.0 asks of a file, as far as Waypost writes it.

After the specification's own words: structure, attributes, tokens, references and states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

_XLF = "{urn:oasis:names:tc:xliff:document:2.0}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_TOKEN = re.compile(r"[\w.:-]+")
_USER_DEFINED = re.compile(r"[^\s:]+:[^\s:]+")
_STATES = {"initial", "translated", "reviewed", "final"}
_INLINE = ["cp", "ph", "pc"]
# Element → its children in order, its attributes, those of them that it must have.
_RULES: dict[str, tuple[list[str], set[str], set[str]]] = {
    "xliff": (["file"], {"version", "srcLang", "trgLang"}, {"version", "srcLang"}),
    "file": (
        ["unit"],
        {"id", "original", "srcDir", "trgDir", "canResegment", f"{_XML}space"},
        {"id"},
    ),
    "unit": (
        ["notes", "originalData", "segment"],
        {"id", "name", "type", "canResegment", f"{_XML}space"},
        {"id"},
    ),
    "notes": (["note"], set(), set()),
    "note": ([], {"category"}, set()),
    "originalData": (["data"], set(), set()),
    "data": (["cp"], {"id"}, {"id"}),
    "segment": (["source", "target"], {"state", "subState"}, set()),
    "source": (_INLINE, set(), set()),
    "target": (_INLINE, set(), set()),
    "cp": ([], {"hex"}, {"hex"}),
    "ph": ([], {"id", "canCopy", "canDelete", "disp", "equiv", "dataRef"}, {"id"}),
    "pc": (
        _INLINE,
        {"id", "type", "subType", "canCopy", "canDelete", "dataRefStart", "dataRefEnd"},
        {"id"},
    ),
}
_UNORDERED = {"source", "target", "pc", "data"}


def find_breaches(data: bytes) -> list[str]:
    """Every rule that the file breaks."""
    root = fromstring(data, forbid_dtd=True)
    breaches = list(_check_element(root, "xliff"))
    breaches += [] if root.get("version") == "2.0" else ["the version isn't 2.0"]
    breaches += _check_unique(root.findall(f"{_XLF}file"), "file")
    for file in root.findall(f"{_XLF}file"):
        units = file.findall(f"{_XLF}unit")
        breaches += _check_unique(units, "unit")
        for unit in units:
            breaches += _check_unit(unit)
    return breaches


def _check_element(element: Element, wanted: str) -> Iterator[str]:
    name = element.tag.removeprefix(_XLF)
    if name != wanted:
        yield f"<{name}> stands where <{wanted}> should"
    children, known, needed = _RULES[name]
    yield from (f"<{name}> has no {key}" for key in needed - set(element.keys()))
    yield from (f"<{name}> can't have {key}" for key in set(element.keys()) - known)
    token = element.get("id")
    if token is not None and not _TOKEN.fullmatch(token):
        yield f"“{token}” is no token"
    names = [child.tag.removeprefix(_XLF) for child in element]
    strangers = [child for child in names if child not in children]
    yield from (f"<{child}> can't stand in <{name}>" for child in strangers)
    if strangers:
        return
    if name not in _UNORDERED and names != sorted(names, key=children.index):
        yield f"what stands in <{name}> is out of order"
    for child, child_name in zip(element, names, strict=True):
        yield from _check_element(child, child_name)


def _check_unique(elements: Sequence[Element], name: str) -> list[str]:
    ids = [element.get("id") for element in elements]
    return [f"the id of <{name}> “{one}” stands twice" for one in ids if ids.count(one) > 1]


def _check_unit(unit: Element) -> Iterator[str]:
    """References to original data, ids of codes, and what a state asks for."""
    name = unit.get("id")
    kind = unit.get("type", "")
    if not _USER_DEFINED.fullmatch(kind):
        yield f"{name}: the type “{kind}” is not prefix:value"
    data = {one.get("id") for one in unit.iter(f"{_XLF}data")}
    segments = unit.findall(f"{_XLF}segment")
    if len(segments) != 1:
        yield f"{name}: there should be one segment"
    for segment in segments:
        source, target = (segment.find(f"{_XLF}{part}") for part in ("source", "target"))
        if source is None:
            yield f"{name}: there is no source"
            continue
        codes = [*source.iter(f"{_XLF}ph"), *source.iter(f"{_XLF}pc")]
        yield from _check_unique(codes, "code")
        state = segment.get("state", "initial")
        if state not in _STATES:
            yield f"{name}: there is no state {state}"
        if not _USER_DEFINED.fullmatch(segment.get("subState", "")):
            yield f"{name}: the subState is not prefix:value"
        if target is None:
            if state != "initial":
                yield f"{name}: {state} without a target"
            continue
        translated = [*target.iter(f"{_XLF}ph"), *target.iter(f"{_XLF}pc")]
        yield from _check_unique(translated, "code")
        same = {code.get("id"): _find_data(code) for code in codes}
        for code in translated:
            if same.get(code.get("id"), _find_data(code)) != _find_data(code):
                yield f"{name}: the code {code.get('id')} is another in the source"
        for code in (*codes, *translated):
            yield from (
                f"{name}: there is no data {ref}" for ref in _find_data(code) if ref not in data
            )
            if code.get("subType") and not code.get("type"):
                yield f"{name}: a subType without a type"


def _find_data(code: Element) -> tuple[str, ...]:
    refs = (code.get(key) for key in ("dataRef", "dataRefStart", "dataRefEnd"))
    return tuple(ref for ref in refs if ref is not None)
