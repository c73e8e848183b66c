"""The words of `search.yml` held against the pages of the site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

import msgspec

from waypost.content.parsed import found, suggest
from waypost.content.search_codes import (
    CONTRADICTION,
    LEADS_NOWHERE,
    NOT_OFFERED,
    TWICE,
    UNKNOWN_PAGE,
)
from waypost.content.search_words import FILE, SearchFile
from waypost.content.synonym_reader import render_synonym, sameness
from waypost.model.finding import Finding, Place
from waypost.model.search import Synonym

_NEARLY = ("search.yaml", "search.yml.txt", "search.txt", "search.json", "search.csv")


class KnownPages(msgspec.Struct, frozen=True):
    """The pages of a site that a search can find."""

    ids: frozenset[str]
    former: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Their former addresses: alias → id."""


def check_search_file(
    file: SearchFile,
    pages: KnownPages,
    says: Callable[[str], bool] | None = None,
    leads: Callable[[str], Collection[str]] | None = None,
) -> Iterator[Finding]:
    """A finding for each page that there isn't, and for each synonym that finds no page.

    `says` tells whether any page is named by words; without it synonyms aren't judged. `leads`
    gives the words that name a page and to which synonyms lead from others.
    """
    for page, place in file.pages_at:
        if page in pages.ids:
            continue
        meant = pages.former.get(page)
        hint = suggest(page, sorted(pages.ids))
        mend = f"It is a former address: write {meant}." if meant else UNKNOWN_PAGE.mend + hint
        yield found(UNKNOWN_PAGE, place, f"there is no page “{page}”", mend)
    if says is None:
        return
    for line, synonym in zip(file.synonyms_at, file.words.synonyms, strict=True):
        # A line that is wrong in its sign has a mend, and this one could say the opposite.
        if line is not None and not (leads and _leads_on(synonym, leads)):
            yield from _check_synonym(line, synonym, says)


def check_best_bets(file: SearchFile, name: Callable[[str], str]) -> Iterator[Finding]:
    """A finding for each best bet of a query that stands above, as a search reads it.

    `name` gives what is equal for queries that a search can't tell apart.
    """
    seen: dict[str, tuple[str, str, int]] = {}
    for place, (query, page) in zip(file.bets_at, file.words.best_bets.items(), strict=True):
        first, leads_to, line = seen.setdefault(name(query), (query, page, place.line))
        if first == query:
            continue
        message = (
            f"a search takes “{query}” for “{first}”, which leads to {leads_to} by line {line}"
        )
        code = TWICE if leads_to == page else CONTRADICTION
        yield found(code, place, message, "Keep one of the two lines.")


def check_search_files(
    paths: Iterable[str], languages: Iterable[str], cards: Collection[str] = ()
) -> Iterator[Finding]:
    """A finding for each file of words, among the site's `paths`, that no language reads.

    `languages` are those with a search, `cards` those with one page, and none to search for.
    """
    offered = sorted(languages)
    for path in sorted(paths):
        match PurePosixPath(path).parts:
            case ("translations", language, name) if name == FILE and language not in offered:
                message = f"the site doesn't offer the language “{language}”"
                mend = NOT_OFFERED.mend + suggest(language, offered)
                if language in cards:
                    message = f"there is one page in the language “{language}”, and no search"
                    mend = "Give the language the tier core or full in mkdocs.yml, or wait with it."
                yield found(NOT_OFFERED, Place(path), message, mend)
            case ("translations", *_, name) if _is_nearly(name):
                message = "nothing reads a file of this name"
                yield found(NOT_OFFERED, Place(path), message)
            case ("translations", name) if name == FILE:
                message = "the file lies in no language's folder"
                yield found(NOT_OFFERED, Place(path), message)
            case _:
                pass


def _check_synonym(
    place: Place, synonym: Synonym, says: Callable[[str], bool]
) -> Iterator[Finding]:
    if any(map(says, synonym.means)):
        return
    said = tuple(word for word in synonym.words if says(word))
    if said and synonym.is_two_way:
        return
    means = _quote(synonym.means)
    if said:
        mend = f"Write: {render_synonym(Synonym(synonym.means, said, is_two_way=False))}"
        message = f"the arrow points the wrong way: pages say {_quote(said)}, none says {means}"
        yield found(LEADS_NOWHERE, place, message, mend)
        return
    if synonym.is_two_way:
        means = _quote(synonym.words + synonym.means)
    yield found(LEADS_NOWHERE, place, f"no page is named by {means}")


def _leads_on(synonym: Synonym, leads: Callable[[str], Collection[str]]) -> bool:
    """Whether what the synonym means stands for something that its own words don't say."""
    own = {sameness(word) for word in synonym.words}
    return any(sameness(said) not in own for mean in synonym.means for said in leads(mean))


def _is_nearly(name: str) -> bool:
    """Whether somebody meant the file of words; a capital letter is another file to most disks."""
    return name.lower() in _NEARLY or (name != FILE and name.lower() == FILE)


def _quote(words: Iterable[str]) -> str:
    return " or ".join(f"“{word}”" for word in words)
