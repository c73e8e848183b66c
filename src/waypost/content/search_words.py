"""`translations/<language>/search.yml`: keywords of pages, synonyms and best bets.

A line that is wrong is a finding, and the others count. Touches the disk: reads the site's files,
and Waypost's own synonyms.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.parsed import Parsed, found, parsed, suggest
from waypost.content.schema.reading import (
    FieldError,
    expect_text,
    explain,
    named,
    read_yes_no,
    say_shape,
)
from waypost.content.schema_codes import EMPTY_FIELD, UNKNOWN_FIELD, WRONG_SHAPE
from waypost.content.search_codes import BAD_SYNONYM, CONTRADICTION, NO_WORD, TOO_MANY, TWICE
from waypost.content.source import decode_source
from waypost.content.synonym_reader import (
    MOST_SIGNS,
    has_word,
    list_arrows,
    parse_synonym,
    render_synonym,
    sameness,
)
from waypost.content.yaml_reader import read_mapping
from waypost.files.inside import StrayError, load_inside
from waypost.model.finding import Code, Finding, Place
from waypost.model.replacing import replace
from waypost.model.search import SearchWords, Synonym

FILE = "search.yml"
MOST_KEYWORDS = 100
"""Of one page."""
MOST_SYNONYMS = 1_000
MOST_ALTERNATIVES = 20
"""On one line of synonyms."""
MOST_BEST_BETS = 500
_FIELDS = ("keywords", "synonyms", "best_bets", "starter_synonyms")
_STARTERS = Path(__file__).with_name("starter_synonyms")
_GROUP_MENDS = {
    "keywords": "Write the id of a page, then its words: food-help: [EBT card]",
    "best_bets": "Write what people type, then the id of a page: food card: food-help",
}
_LIST_MEND = "Write each on a line of its own after “-”, or all in [ ]."


class SearchFile(msgspec.Struct, frozen=True):
    """What one language's file says, and where."""

    path: str
    words: SearchWords = msgspec.field(default=SearchWords())
    pages_at: tuple[tuple[str, Place], ...] = ()
    """Each page that it names, by id, and where."""
    synonyms_at: tuple[Place | None, ...] = ()
    """Where each synonym stands; None where its line is a finding already."""
    bets_at: tuple[Place, ...] = ()
    """Where each best bet stands."""
    takes_starter: bool = True
    """Whether Waypost's own synonyms count, too."""
    starter: tuple[Synonym, ...] = ()
    """Those that count."""


def search_file_path(language: str) -> str:
    """Where a language's file lies, from the site's root."""
    return f"translations/{language}/{FILE}"


def load_search_file(root: Path, language: str) -> Parsed[SearchFile]:
    """The language's file with Waypost's own synonyms; without a file only these."""
    path = search_file_path(language)
    read: Parsed[SearchFile] = Parsed(SearchFile(path), ())
    # A link that leads out has a finding of its own, with all of the site's.
    with suppress(FileNotFoundError, StrayError):
        read = parse_search_words(path, load_inside(root, *path.split("/", 1)))
    file = read.value or SearchFile(path)
    if file.takes_starter:
        file = replace(file, starter=load_starter(language))
    return Parsed(file, read.findings)


def load_starter(language: str) -> tuple[Synonym, ...]:
    """The synonyms that Waypost ships for the language, or for it without its region."""
    for code in (language, language.partition("-")[0]):
        path = _STARTERS / f"{code}.yml"
        if path.is_file():
            return _read_starter(path)
    return ()


@cache
def _read_starter(path: Path) -> tuple[Synonym, ...]:
    """Read once: every language takes those of the source, too."""
    file = parse_search_words(path.name, path.read_bytes()).value
    return file.words.synonyms if file is not None else ()


def join_words(own: SearchFile, source: SearchFile | None) -> SearchWords:
    """All words of one language: its own, and those of the source's file where that is another."""
    synonyms = own.words.synonyms + own.starter
    if source is None:
        return replace(own.words, synonyms=synonyms)
    taken = {sameness(query) for query in own.words.best_bets}
    bets = {
        query: page
        for query, page in source.words.best_bets.items()
        if sameness(query) not in taken
    }
    return SearchWords(
        keywords=own.words.keywords,
        synonyms=synonyms,
        best_bets={**own.words.best_bets, **bets},
        foreign_keywords=source.words.keywords,
        foreign_synonyms=source.words.synonyms + source.starter,
    )


def parse_search_words(path: str, data: bytes | str) -> Parsed[SearchFile]:
    """What the file at `path` says; what is wrong is left out, and is a finding."""
    source = decode_source(path, data)
    findings = list(source.findings)
    if all(not line.strip() or line.lstrip().startswith("#") for line in source.text.split("\n")):
        return parsed(SearchFile(path), findings)
    fields = read_mapping(path, source.text, findings)
    if fields is None:
        return parsed(None, findings)
    return parsed(_Reader(path, findings).read(fields), findings)


class _Reader(msgspec.Struct):
    """The fields of one file, one after another."""

    path: str
    findings: list[Finding]
    pages_at: list[tuple[str, Place]] = msgspec.field(default_factory=list)
    bets_at: list[Place] = msgspec.field(default_factory=list)

    def read(self, fields: LocatedMap) -> SearchFile:
        for name in fields:
            if name not in _FIELDS:
                mend = f"Correct its name, or remove it.{suggest(name, _FIELDS)}"
                message = f"“{name}” is not known here"
                self._add(UNKNOWN_FIELD, named(fields, name), message, mend)
        takes_starter = True
        if "starter_synonyms" in fields:
            try:
                takes_starter = read_yes_no(fields["starter_synonyms"])
            except FieldError as error:
                self.findings += explain(self.path, error)
        synonyms = tuple(self._synonyms(fields))
        words = SearchWords(
            keywords=dict(self._keywords(self._group(fields, "keywords"))),
            synonyms=tuple(synonym for _, synonym in synonyms),
            best_bets=self._best_bets(self._group(fields, "best_bets")),
        )
        places = tuple(place for place, _ in synonyms)
        named_at, bets_at = tuple(self.pages_at), tuple(self.bets_at)
        return SearchFile(self.path, words, named_at, places, bets_at, takes_starter)

    def _group(self, fields: LocatedMap, name: str) -> LocatedMap:
        """The lines of a field that names pages; none, and a finding, for another shape."""
        value = fields.get(name, LocatedMap((1, 1), ""))
        if isinstance(value, LocatedMap):
            return value
        if isinstance(value, LocatedText) and not value:
            self._add(EMPTY_FIELD, value, "the field is empty")
        else:
            message = f"names with values are expected here, not {say_shape(value)}"
            self._add(WRONG_SHAPE, value, message, _GROUP_MENDS[name])
        return LocatedMap((1, 1), "")

    def _items(self, value: Located) -> Iterator[LocatedText]:
        """The texts of a list; a lone text counts as one, and is a finding."""
        if not value:
            self._add(EMPTY_FIELD, value, "the field is empty")
            return
        if not isinstance(value, LocatedList):
            message = f"a list is expected here, not {say_shape(value)}"
            self._add(WRONG_SHAPE, value, message, _LIST_MEND)
        if isinstance(value, LocatedMap):
            return
        for item in value if isinstance(value, LocatedList) else [value]:
            try:
                yield expect_text(item)
            except FieldError as error:
                self.findings += explain(self.path, error)

    def _keywords(self, pages: LocatedMap) -> Iterator[tuple[str, tuple[str, ...]]]:
        for page, value in pages.items():
            self.pages_at.append((page, self._place(named(pages, page))))
            once: dict[str, LocatedText] = {}
            for item in self._items(value):
                if not self._is_word(item):
                    continue
                same = sameness(item)
                if same in once:
                    message = f"“{item}” stands on line {once[same].line} already"
                    self._add(TWICE, item, message)
                elif len(once) == MOST_KEYWORDS:
                    message = f"from here on no word is used: {page} has more than {MOST_KEYWORDS}"
                    self._add(TOO_MANY, item, message)
                    break
                else:
                    once[same] = item
            if once:
                yield page, tuple(" ".join(item.split()) for item in once.values())

    def _synonyms(self, fields: LocatedMap) -> Iterator[tuple[Place | None, Synonym]]:
        if "synonyms" not in fields:
            return
        seen: dict[tuple[str, str], tuple[int, bool]] = {}
        value = fields["synonyms"]
        lines = self._without_colons(value) if isinstance(value, LocatedList) else value
        for number, item in enumerate(self._items(lines) if lines or not value else ()):
            if number == MOST_SYNONYMS:
                message = f"from here on no line is used: there are more than {MOST_SYNONYMS:,}"
                self._add(TOO_MANY, item, message)
                return
            line = parse_synonym(item)
            for mistake in line.mistakes:
                self.findings += explain(self.path, mistake)
            synonym = line.synonym
            if synonym is None or not self._is_short(item, synonym):
                continue
            self._compare(item, synonym, seen)
            yield None if line.mistakes else self._place(item), synonym

    def _without_colons(self, value: LocatedList) -> LocatedList:
        """The lines but those that a colon has made names with values, each a finding."""
        lines = LocatedList((value.line, value.column), value.path)
        for item in value:
            if not isinstance(item, LocatedMap):
                lines.append(item)
                continue
            sides = next(((a, b) for a, b in item.items() if isinstance(b, LocatedText)), None)
            mend = f"Write: {sides[0]} => {sides[1]}" if sides else ""
            self._add(BAD_SYNONYM, item, "a colon is no sign of synonyms", mend)
        return lines

    def _is_short(self, item: LocatedText, synonym: Synonym) -> bool:
        """Whether the line holds few words, and none that is long."""
        words = synonym.words + synonym.means
        if len(words) > MOST_ALTERNATIVES:
            message = f"{len(words)} words stand on this line, not {MOST_ALTERNATIVES}"
            self._add(TOO_MANY, item, message)
        return len(words) <= MOST_ALTERNATIVES and all(self._fits(item, word) for word in words)

    def _compare(
        self, item: LocatedText, synonym: Synonym, seen: dict[tuple[str, str], tuple[int, bool]]
    ) -> None:
        """Adds the line to those seen before; a finding where one of them says it, or otherwise."""
        arrows = list(list_arrows(synonym))
        for word, mean in arrows:
            line, is_two_way = seen.get((word, mean), (0, False))
            if line and is_two_way == synonym.is_two_way:
                self._add(TWICE, item, f"“{word}” finds “{mean}” by line {line} already")
                break
            if not line and not synonym.is_two_way:
                line, _ = seen.get((mean, word), (0, False))
            if line:
                both = render_synonym(Synonym((word,), (mean,), is_two_way=True))
                message = f"line {line} says otherwise of “{word}” and “{mean}”"
                mend = f"Keep one of the two lines. Where each stands for the other: {both}"
                self._add(CONTRADICTION, item, message, mend)
                break
        for arrow in arrows:
            seen.setdefault(arrow, (item.line, synonym.is_two_way))

    def _best_bets(self, bets: LocatedMap) -> dict[str, str]:
        result: dict[str, str] = {}
        seen: dict[str, tuple[str, int]] = {}
        for query, value in bets.items():
            asked = named(bets, query)
            if not self._is_word(asked):
                continue
            if len(result) == MOST_BEST_BETS:
                message = f"from here on no line is used: there are more than {MOST_BEST_BETS}"
                self._add(TOO_MANY, asked, message)
                break
            try:
                page = expect_text(value, "the id of a page")
            except FieldError as error:
                error.mend = error.mend or f"Write one page: {query}: food-help"
                self.findings += explain(self.path, error)
                continue
            first, line = seen.get(sameness(query), ("", 0))
            if not line:
                seen[sameness(query)] = (str(page), asked.line)
                self.pages_at.append((str(page), self._place(page)))
                self.bets_at.append(self._place(asked))
                result[" ".join(query.split())] = str(page)
            elif first == page:
                self._add(TWICE, asked, f"“{query}” stands on line {line} already")
            else:
                message = f"“{query}” leads to {first} by line {line}"
                self._add(CONTRADICTION, asked, message, "Keep one of the two lines.")
        return result

    def _is_word(self, text: LocatedText) -> bool:
        if not has_word(text):
            self._add(NO_WORD, text, f"“{text}” has neither letter nor digit")
        return has_word(text) and self._fits(text, text)

    def _fits(self, at: LocatedText, word: str) -> bool:
        if len(word) > MOST_SIGNS:
            message = f"“{word[:20]}…” has {len(word)} letters and signs, not {MOST_SIGNS}"
            self._add(TOO_MANY, at, message, "Write the few words that people type at once.")
        return len(word) <= MOST_SIGNS

    def _place(self, at: Located) -> Place:
        return Place(self.path, at.line, at.column)

    def _add(self, code: Code, at: Located, message: str, mend: str = "") -> None:
        self.findings.append(found(code, self._place(at), message, mend))
