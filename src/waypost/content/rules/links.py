"""Links within the site lead to a heading or file that is there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from waypost.content.anchors import PAGE_PARTS
from waypost.content.parsed import found, suggest
from waypost.content.rules.blocks import walk_headings
from waypost.content.rules.rule_input import Passage, RuleInput
from waypost.model.block import TargetKind
from waypost.model.fact import Email, Phone, Url
from waypost.model.finding import Code, Finding, Severity
from waypost.model.guide import Guide
from waypost.model.journey import Journey
from waypost.model.place import PlainPage

CODE = Code(
    "C032",
    "A link to nowhere",
    Severity.ERROR,
    "The reader clicks, and lands at the top of a page, or on none.",
    "Correct the part after #, the id of the page, or the fact.",
    "[Late fees](parking#late)",
    "[Late fees](parking#late-fees)",
)

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_FILE = re.compile(r"(?![/.])[\w./-]+\.[A-Za-z0-9]{2,5}")


def check_links(given: RuleInput) -> Iterator[Finding]:
    """A finding for each link whose anchor or file isn't there, or whose fact has no address."""
    for passage in given.passages:
        for target in passage.targets:
            if target.kind is TargetKind.LINK:
                yield from _check_target(given, passage, target.href)
            elif ":" not in target.href:
                yield from _check_file(given, passage, target.href)


def _check_target(given: RuleInput, passage: Passage, href: str) -> Iterator[Finding]:
    if href.startswith("{"):
        fact = given.find_fact(href[1:-1])
        if fact is not None and not isinstance(fact.value, Url | Email | Phone):
            message = f"the fact {href} is no address that can be linked"
            yield found(CODE, given.spot(passage, f"({href}"), message)
        return
    page, mark, anchor = href.partition("#")
    if ":" in page or page.startswith("//"):
        return
    if not href:
        yield found(CODE, given.spot(passage, "]()"), "the link has no address")
    elif page and not _ID.fullmatch(page):
        if page.startswith("www.") or not _FILE.fullmatch(page):
            mend = "Write the id of a page, or the whole address with https://."
            message = f"“{href}” is neither a page nor an address"
            yield found(CODE, given.spot(passage, f"({href}"), message, mend)
        else:
            yield from _check_file(given, passage, page)
    elif mark:
        anchors = _anchors_of(given, page)
        if anchors is not None and anchor not in anchors and anchor not in PAGE_PARTS:
            where = f"the page “{page}”" if page else "this page"
            mend = f"Correct the part after #.{suggest(anchor, anchors)}"
            place = given.spot(passage, f"#{anchor}")
            yield found(CODE, place, f"{where} has no heading “{anchor}”", mend)


def _check_file(given: RuleInput, passage: Passage, path: str) -> Iterator[Finding]:
    files = given.site.files
    if files is not None and path not in files:
        mend = f"Put the file into the content folder, or correct its path.{suggest(path, files)}"
        place = given.spot(passage, f"({path}")
        yield found(CODE, place, f"there is no file “{path}” in the content folder", mend)


def _anchors_of(given: RuleInput, page: str) -> Collection[str] | None:
    """The headings of a page of the site; None when it isn't known, which is told elsewhere."""
    if page:
        entry = given.site.index.get(page)
        return None if entry is None else entry.anchors
    subject = given.subject
    if isinstance(subject, Guide):
        return set(walk_headings(subject.body))
    return set(walk_headings(subject.blocks)) if isinstance(subject, Journey | PlainPage) else set()
