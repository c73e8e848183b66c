"""What a sweep found, as a table and as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scripts.sweeping.visit import SCHEMES, SCREENS, Visit

_COLUMNS = (
    "language",
    "screen",
    "pages",
    "axe-core",
    "sideways",
    "overlap",
    "clipped",
    "policy",
    "console",
    "before paint",
    "other hosts",
    "script",
    "links",
)
_KINDS = {
    "sideways": ("sideways", "outside"),
    "overlap": ("overlap",),
    "clipped": ("clipped", "spilt"),
}


def print_table(visits: Sequence[Visit], languages: Iterable[str], leading_on: int) -> None:
    """The table is on the screen: one row for a language, a screen and a light."""
    from rich.console import Console
    from rich.table import Table

    table = Table(*_COLUMNS, title="What the pages have wrong")
    for language in languages:
        here = [visit for visit in visits if visit.language == language]
        if here:
            for row in _rows(language, here):
                table.add_row(*row)
    Console(width=150).print(table)
    looks = sum(len(visit.looks) for visit in visits)
    print(
        f"{len(visits)} pages, {looks} looks; {leading_on} more lead on at once and show nothing."
    )


def _rows(language: str, visits: Sequence[Visit]) -> Iterator[list[str]]:
    of_pages = [
        sum(len(visit.policies) for visit in visits),
        sum(len(visit.complaints) for visit in visits),
        max(visit.blocking for visit in visits),
        sum(len(visit.elsewhere) for visit in visits),
        sum(len(visit.script) for visit in visits),
        sum(len(visit.links) for visit in visits),
    ]
    rest = [str(number) for number in of_pages]
    for screen in SCREENS:
        for scheme in SCHEMES:
            looks = [
                look
                for visit in visits
                for look in visit.looks
                if (look.width, look.scheme) == (screen.width, scheme)
            ]
            kinds = [defect.partition(":")[0] for look in looks for defect in look.defects]
            counts = [sum(kind in names for kind in kinds) for names in _KINDS.values()]
            barriers = sum(len(look.barriers) for look in looks)
            cells = [len(looks), barriers, *counts]
            yield [language, f"{screen.width} {scheme}", *map(str, cells), *rest]
            rest = [""] * len(rest)


def describe_defects(visits: Iterable[Visit]) -> list[str]:
    """A line for each thing that is wrong with each page; the same in two lights only once."""
    lines: dict[str, None] = {}
    for visit in visits:
        for look in visit.looks:
            for barrier in look.barriers:
                lines[f"{visit.path} {look.width} {look.scheme}: {barrier}"] = None
            for defect in look.defects:
                lines[f"{visit.path} {look.width}: {defect}"] = None
        for told in (visit.policies, visit.complaints, visit.script, visit.links):
            lines |= dict.fromkeys(f"{visit.path}: {one}" for one in told)
        lines |= dict.fromkeys(f"{visit.path}: asks {one}" for one in visit.elsewhere)
        if visit.blocking > 1:
            lines[f"{visit.path}: {visit.blocking} requests before the first paint"] = None
    return list(lines)
