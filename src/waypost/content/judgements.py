"""What a site expects of its search: `translations/<lang>/judgements.yml`.

The file is optional. Nothing of it is published. Touches the disk.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from waypost.content.file_places import describe_stray
from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.parsed import Parsed, found, parsed, suggest
from waypost.content.source import decode_source
from waypost.content.yaml_reader import read_mapping
from waypost.files.inside import StrayError, load_inside
from waypost.model.finding import Code, Failure, Finding, Place, Severity
from waypost.model.judgement import Floor, Judgement, Judgements

BAD_JUDGEMENT = Code(
    "Q001",
    "A line of judgements.yml can't be used",
    Severity.WARNING,
    "A judgement that can't be read holds the search to nothing, and nobody notices.",
    "Write what people type and the id of the guide that answers it, one a line.",
    "queries:\\n  food stamps: /en/food-help/",
    "floor: {first: 60, top_three: 90}\\nqueries:\\n  food stamps: food-help\\n"
    "  lost my job: [unemployment, losing-a-job]",
)
JUDGEMENT_CODES = (BAD_JUDGEMENT,)
FILE = "judgements.yml"
_NEARLY = re.compile(r"judge?ments?\.(ya?ml|ya?ml\.txt|txt|json|csv)", re.IGNORECASE)
_FIELDS = ("floor", "queries", "explained")
_FLOORS = ("first", "top_three")


def judgements_path(language: str) -> str:
    """Where the judgements of a language stand, from the site's root."""
    return f"translations/{language}/{FILE}"


def load_judgements(root: Path, language: str) -> Parsed[Judgements]:
    """The judgements of a language of the site in `root`; None where there are none."""
    path = judgements_path(language)
    try:
        data = load_inside(root, *path.split("/", 1))
    except FileNotFoundError:
        return Parsed(None, ())
    except StrayError as error:
        return Parsed(None, (describe_stray(error.stray),))
    except OSError as error:
        raise Failure(
            f"{path} can't be read: {error.strerror}.", "Look at its permissions."
        ) from None
    return parse_judgements(path, data, language)


def parse_judgements(path: str, data: bytes, language: str) -> Parsed[Judgements]:
    """The judgements that the file says; what is wrong is left out, with a finding."""
    source = decode_source(path, data)
    findings = list(source.findings)
    fields = read_mapping(path, source.text, findings)
    if fields is None:
        return parsed(None, findings)
    reader = _Reader(path, findings)
    reader.expect_names(fields, _FIELDS)
    judgements = Judgements(
        language,
        reader.read_floor(fields.get("floor")),
        tuple(reader.read_queries(fields.get("queries"))),
        dict(reader.read_explained(fields.get("explained"))),
    )
    return parsed(judgements, findings)


def check_judged_pages(judgements: Judgements, known: frozenset[str]) -> tuple[Finding, ...]:
    """A finding for each judgement that names a page which the site doesn't have."""
    return tuple(
        found(
            BAD_JUDGEMENT,
            each.place,
            f"there is no page “{page}”.{suggest(page, known)}",
            "Write the id of a page: the name of its file without the ending.",
        )
        for each in judgements.judgements
        for page in each.pages
        if page not in known
    )


def check_judgement_files(paths: Iterable[str], languages: Collection[str]) -> Iterator[Finding]:
    """A finding for each file of judgements, among the site's `paths`, that nobody asks.

    `languages` are those with a search.
    """
    for path in sorted(paths):
        match PurePosixPath(path).parts:
            case ("translations", language, name) if name == FILE:
                if language not in languages:
                    message = f"there is no search in the language “{language}”"
                    mend = "Give the language the tier core or full in mkdocs.yml, or wait with it."
                    yield found(BAD_JUDGEMENT, Place(path), message, mend)
            case ("translations", *_, name) if _NEARLY.fullmatch(name):
                mend = f"Name the file {FILE}, in the folder of a language that mkdocs.yml offers."
                yield found(BAD_JUDGEMENT, Place(path), "nothing reads a file of this name", mend)
            case _:
                pass


class _Reader:
    """Reads the parts of one file; gathers what is wrong."""

    def __init__(self, path: str, findings: list[Finding]) -> None:
        self._path = path
        self._findings = findings

    def expect_names(self, group: LocatedMap, names: tuple[str, ...]) -> None:
        for name, at in group.keys_at.items():
            if name not in names:
                message = f"there is no field “{name}” here.{suggest(name, names)}"
                self._add(at, message, f"Write one or more of: {', '.join(names)}.")

    def read_floor(self, value: Located | None) -> Floor:
        message = "a floor is first and top_three, in percent"
        group = self._expect_map(value, message, "Write: floor: {first: 60, top_three: 90}")
        if group is None:
            return Floor()
        self.expect_names(group, _FLOORS)
        plain = Floor()
        first = self._read_percent(group.get("first"), plain.first)
        return Floor(first, self._read_percent(group.get("top_three"), plain.top_three))

    def read_queries(self, value: Located | None) -> Iterator[Judgement]:
        group = self._expect_map(value, "queries are texts with the id of a guide")
        for query, pages in (group or {}).items():
            at = group.keys_at[query] if group is not None else (1, 1)
            ids = tuple(self._read_ids(pages))
            if not query.strip():
                self._add(at, "a query is empty")
            elif ids:
                yield Judgement(query, ids, Place(self._path, *at))

    def read_explained(self, value: Located | None) -> Iterator[tuple[str, str]]:
        message = "explained are titles or keywords with a reason"
        mend = "Write the title or keyword, a colon, and why it may lead elsewhere."
        group = self._expect_map(value, message, mend)
        for text, reason in (group or {}).items():
            if isinstance(reason, LocatedText) and reason.strip():
                yield text, str(reason)
            else:
                self._at(reason, f"there is no reason for “{text}”", "Write why, in one sentence.")

    def _read_ids(self, value: Located) -> Iterator[str]:
        each: Located
        if value == []:
            self._at(value, "the id of a guide is expected here")
        for each in value if isinstance(value, LocatedList) else [value]:
            if isinstance(each, LocatedText) and each.strip():
                yield str(each)
            else:
                self._at(each, "the id of a guide is expected here")

    def _read_percent(self, value: Located | None, otherwise: int) -> int:
        if value is None:
            return otherwise
        is_number = isinstance(value, LocatedText) and value.isascii() and value.isdecimal()
        number = int(str(value)[:9]) if is_number else -1
        if 0 <= number <= 100:
            return number
        self._at(value, "a number from 0 to 100 is expected here", "Write it without a sign: 90.")
        return otherwise

    def _expect_map(self, value: Located | None, message: str, mend: str = "") -> LocatedMap | None:
        if value is None or isinstance(value, LocatedMap):
            return value
        self._at(value, message, mend)
        return None

    def _at(self, value: Located, message: str, mend: str = "") -> None:
        self._add((value.line, value.column), message, mend)

    def _add(self, at: tuple[int, int], message: str, mend: str = "") -> None:
        self._findings.append(found(BAD_JUDGEMENT, Place(self._path, *at), message, mend))
