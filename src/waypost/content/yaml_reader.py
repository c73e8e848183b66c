"""YAML read with positions: every scalar stays a string, every trick of YAML is a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from waypost.content.file_codes import (
    ANCHOR,
    CONTROL,
    DUPLICATE_KEY,
    EMPTY_FILE,
    TAB,
    TAG,
    UNQUOTED_BRACE,
    YAML_SHAPE,
    YAML_SYNTAX,
)
from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.parsed import found
from waypost.content.source import CONTROL_SIGN
from waypost.content.yaml_spaces import read_spaces
from waypost.model.finding import Code, Finding, Place

_Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)
_MOST_LEVELS = 12
_FACT = re.compile(r"[a-z0-9_.]+")
_UNQUOTED_FACT = re.compile(r"(?:^|[:\-,\[]\s+)(\{[a-z0-9_.]+\})")
_TAB_INDENT = re.compile(r"^ *\t")
_PROBLEMS = {
    "mapping values are not": "a colon stands where none can, or a line is indented wrongly",
    "cannot start any token": "a value can't begin with this sign",
    "expected alphabetic or numeric": "a value can't begin with this sign",
    "end of stream": "a quotation mark or bracket is opened here and not closed",
    "expected ',' or": "a bracket is opened here and not closed",
    "expected '-' indicator": "a list ends here without its lines being indented alike",
    "expected key": "this line is not indented like the ones before it",
    "could not find expected ':'": "a colon is missing after the name of a field",
}
_QUOTED = re.compile(r"\s*(?:- +)*(?:[\w.-]+: +)?(?P<rest>[\"'].*)$")
_INNER = re.compile(r'"([^"]*)"')
_COLON_IN_TEXT = re.compile(r"^(?P<key>\s*(?:- +)?[\w.-]+: +)(?P<value>[^\"'\[{|>].*:(?: .*|))$")


def read_yaml(path: str, text: str, findings: list[Finding], first_line: int = 1) -> Located | None:
    """The data of one YAML document; None, and a finding, when there is none to read.

    `first_line` is the line of the file on which `text` begins.
    """
    if not text.strip():
        findings.append(found(EMPTY_FILE, Place(path, first_line), "nothing is written here"))
        return None
    text = read_spaces(path, text, findings, first_line)
    builder = _Builder(path, first_line - 1, findings)
    try:
        return builder.build(text)
    except yaml.YAMLError as error:
        problem = _describe_error(path, text, first_line - 1, error)
        told = (finding for finding in findings if finding.place != problem.place)
        findings[:] = [*told, problem]
        return None


def read_mapping(
    path: str, text: str, findings: list[Finding], first_line: int = 1
) -> LocatedMap | None:
    """The fields of a document that must be a mapping."""
    data = read_yaml(path, text, findings, first_line)
    if data is None or isinstance(data, LocatedMap):
        return data
    message = "names with values are expected here"
    findings.append(found(YAML_SHAPE, Place(path, data.line, data.column), message))
    return None


class _Builder:
    """Builds located data from the events of one document, in one pass."""

    def __init__(self, path: str, offset: int, findings: list[Finding]) -> None:
        self._path = path
        self._offset = offset
        self._findings = findings
        self._events: Iterator[yaml.Event] = iter(())
        self._lines: list[str] = []
        self._anchored: dict[str, str] = {}

    def build(self, text: str) -> Located | None:
        self._lines = text.split("\n")
        self._events = yaml.parse(text, Loader=_Loader)
        result: Located | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._add(YAML_SHAPE, event, "a second document begins here")
            elif isinstance(event, yaml.NodeEvent):
                value = self._value(event, "", 0)
                result = value if documents == 1 else result
        return result

    def _at(self, event: yaml.Event) -> tuple[int, int]:
        line, column = _position(event)
        return (line + 1 + self._offset, column + 1)

    def _add(self, code: Code, event: yaml.Event, message: str, mend: str = "") -> None:
        self._findings.append(found(code, Place(self._path, *self._at(event)), message, mend))

    def _value(self, event: yaml.Event, path: str, level: int) -> Located:
        at = self._at(event)
        if isinstance(event, yaml.AliasEvent):
            self._add(ANCHOR, event, f"an alias (*{event.anchor}) stands here")
            return LocatedText(self._anchored.get(str(event.anchor), "…"), at, path, quoted=True)
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            self._add(ANCHOR, event, f"an anchor (&{event.anchor}) stands here")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._add(TAG, event, f"the tag {tag.replace('tag:yaml.org,2002:', '!!')} stands here")
        if isinstance(event, yaml.ScalarEvent):
            words = self._words(event)
            if event.anchor is not None:
                self._anchored[event.anchor] = words
            return LocatedText(words, at, path, quoted=bool(event.style))
        if level >= _MOST_LEVELS:
            self._add(YAML_SHAPE, event, f"more than {_MOST_LEVELS} levels stand in one another")
            self._skip()
            return LocatedText("", at, path, quoted=False)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, path, level)
        return self._mapping(event, path, level)

    def _words(self, event: yaml.ScalarEvent) -> str:
        """The scalar without control characters, which escapes of YAML can hide."""
        words: str = event.value
        control = CONTROL_SIGN.search(words)
        if control is None:
            return words
        message = f"the invisible character U+{ord(control.group()):04X} is written in this value"
        self._add(CONTROL, event, message)
        return CONTROL_SIGN.sub("", words)

    def _skip(self) -> None:
        depth = 1
        while depth:
            event = next(self._events)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1

    def _sequence(self, event: yaml.Event, path: str, level: int) -> LocatedList:
        result = LocatedList(self._at(event), path)
        prefix = f"{path}/" if path else ""
        while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
            result.append(self._value(inner, f"{prefix}{len(result) + 1}", level + 1))
        return result

    def _mapping(self, event: yaml.Event, path: str, level: int) -> Located:
        result = LocatedMap(self._at(event), path)
        flow = bool(getattr(event, "flow_style", False))
        prefix = f"{path}/" if path else ""
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                self._value(key, path, level + 1)
                self._value(next(self._events), path, level + 1)
                self._add(YAML_SHAPE, key, "the name of a field is one word")
                continue
            name = self._words(key)
            value = self._value(next(self._events), f"{prefix}{name}", level + 1)
            if name in result:
                first = result.keys_at[name][0]
                self._add(DUPLICATE_KEY, key, f"“{name}” stands twice; first on line {first}")
                continue
            result[name] = value
            result.keys_at[name] = self._at(key)
        if flow and len(result) == 1:
            return self._unbrace(event, result)
        return result

    def _unbrace(self, event: yaml.Event, mapping: LocatedMap) -> Located:
        """A lone `{fee.license}` as the text that its author meant, with a finding."""
        (name,) = mapping
        line, column = _position(event)
        written = f"{{{name}}}"
        if not _FACT.fullmatch(name) or not self._lines[line].startswith(written, column):
            return mapping
        mend = (
            f'In a text write quotes: "{written}". In a field for a fact write its id without '
            f"braces: {name}."
        )
        self._add(UNQUOTED_BRACE, event, f"{written} is not in quotes", mend)
        return LocatedText(written, (mapping.line, mapping.column), mapping.path, quoted=False)


def _position(event: yaml.Event) -> tuple[int, int]:
    """Line and column from 0."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark is not None else (0, 0)


def _describe_error(path: str, text: str, offset: int, error: yaml.YAMLError) -> Finding:
    problem = str(getattr(error, "problem", None) or "it can't be read")
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if context is not None and ("end of stream" in problem or "',' or" in problem):
        mark = context
    if context is not None and "alphabetic or numeric" in problem:
        mark, problem = context, "cannot start any token"
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    for number in range(line, max(line - 2, -1), -1):
        at = number + 1 + offset
        tab = _TAB_INDENT.match(lines[number])
        if tab:
            return found(TAB, Place(path, at, tab.end()), "this line is indented with a tab")
        brace = _UNQUOTED_FACT.search(lines[number])
        if brace:
            value = lines[number][brace.start(1) :].strip().replace('"', "'")
            return found(
                UNQUOTED_BRACE,
                Place(path, at, brace.start(1) + 1),
                f"{brace.group(1)} is not in quotes",
                f'Write the whole value in quotes: "{value}"',
            )
    place = Place(path, line + 1 + offset, column + 1)
    quoted = _QUOTED.match(lines[line]) if "expected key" in problem else None
    if quoted and quoted.start("rest") <= column:
        message = "the text ends before this, at the quotation mark inside it"
        return found(YAML_SYNTAX, place, message, _say_quotes(quoted["rest"].rstrip()))
    return found(YAML_SYNTAX, place, _say_problem(problem), _say_mend(lines[line], problem, column))


def _say_quotes(written: str) -> str:
    """How to write a quoted text that holds its own quotation mark."""
    mark, inner = written[0], written[1:].removesuffix(written[0])
    if mark == "'" and '"' not in inner:
        return f'Write it in the other quotation marks: "{inner}"'
    if mark == '"' and "'" not in inner:
        return f"Write it in the other quotation marks: '{inner}'"
    words = inner.replace("'", "’") if mark == "'" else _INNER.sub(r"“\1”", inner)
    return f"Write curly quotation marks inside the text: {mark}{words}{mark}"


def _say_problem(problem: str) -> str:
    for words, said in _PROBLEMS.items():
        if words in problem:
            return said
    return f"this is not YAML: {problem}"


def _say_mend(line: str, problem: str, column: int) -> str:
    colon = _COLON_IN_TEXT.match(line)
    if colon and "mapping values" in problem:
        value = colon["value"].replace('"', "'")
        return f'A text that holds a colon stands in quotes: {colon["key"].strip()} "{value}"'
    if "cannot start" in problem and column < len(line):
        return f"A text that begins with {line[column]} stands in quotes."
    return ""
