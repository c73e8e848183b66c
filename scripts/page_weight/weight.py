"""What pages weigh as a host sends them: by gzip at its best. Touches the disk."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from scripts.page_weight.sites import BuiltSite
from waypost.pipeline.cache import Cache

MEDIAN_LIMIT = 10_000
MOST_LIMIT = 14_000
STYLE_LIMIT = 3_000
_TRANSLATED = 0.8
_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)
_LIST = re.compile(rb"<nav class=langs.*?</nav>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """A guide's page, weighed."""

    site: str
    path: str
    script: str
    weight: int
    style: int


@dataclass(frozen=True, slots=True)
class ScriptWeights:
    """The pages of a script."""

    script: str
    pages: int
    median: int
    most: int
    heaviest: str

    @property
    def is_within(self) -> bool:
        """Whether both limits hold."""
        return self.median <= MEDIAN_LIMIT and self.most <= MOST_LIMIT


def weigh(data: bytes) -> int:
    """The bytes that go over the network."""
    return len(gzip.compress(data, 9, mtime=0))


def weigh_site(site: BuiltSite) -> Iterator[Page]:
    """Every guide's page that is at least four fifths translated."""
    cache = Cache(site.root / "build" / ".cache")
    for language in site.languages:
        record = cache.load_language(language.code)
        for guide in site.guides:
            tally = record.tallies.get(guide) if record is not None else None
            words = sum(tally.words) if tally is not None else 0
            if language.code != "en" and (
                tally is None or tally.source_words > (1 - _TRANSLATED) * words
            ):
                continue
            path = f"{language.code}/{guide}/index.html"
            data = (site.folder / path).read_bytes()
            style = b"".join(_STYLE.findall(data))
            yield Page(site.name, path, language.script, weigh(data), weigh(style))


def sum_up(pages: Sequence[Page]) -> list[ScriptWeights]:
    """The weights of each script, the heaviest script first."""
    by_script: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        by_script[page.script].append(page)
    rows = []
    for script, own in by_script.items():
        heaviest = max(own, key=lambda page: page.weight)
        middle = round(median(page.weight for page in own))
        rows.append(
            ScriptWeights(
                script, len(own), middle, heaviest.weight, f"{heaviest.site}: {heaviest.path}"
            )
        )
    return sorted(rows, key=lambda row: -row.median)


def take_apart(path: Path) -> list[tuple[str, int]]:
    """What each part adds to a page's weight: the page's less that of the page without it."""
    data = path.read_bytes()
    whole = weigh(data)
    head, main, after = _cut(data)
    return [
        ("whole", whole),
        ("style", whole - weigh(_STYLE.sub(b"", data))),
        ("before the guide", whole - weigh(main + after)),
        ("the guide", whole - weigh(head + after)),
        ("after the guide", whole - weigh(head + main)),
        ("lists of languages", whole - weigh(_LIST.sub(b"", data))),
    ]


def _cut(data: bytes) -> tuple[bytes, bytes, bytes]:
    start = data.find(b"<main")
    end = data.find(b"</main>")
    end = len(data) if end < 0 else end + len(b"</main>")
    return data[:start], data[start:end], data[end:]
