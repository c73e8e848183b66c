"""The same site with its search: how much longer a build takes that makes the index, too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from scripts.benchmark.aside import build_cold
from scripts.benchmark.guides import list_guides, make_site
from scripts.benchmark.measure import Timing, run_timed
from scripts.benchmark.programs import Sentence, count_pages, waypost_build
from scripts.benchmark.table import Row


class SearchedSite:
    """A copy of the measured site whose build makes the search index of every language."""

    def __init__(self, full: Path, folder: Path, languages: Sequence[str]) -> None:
        self._former, self._languages = full.parent, len(languages)
        self.site = folder / "searched"
        make_site(full, self.site, languages, search=True)
        self._build = waypost_build(self.site)
        guides = list_guides(self.site)
        self._guides = len(guides)
        self._sentence = Sentence(self.site, guides[len(guides) // 2])

    @property
    def steps(self) -> list[tuple[str, Callable[[], Timing]]]:
        """What is timed, in the order that it needs."""
        return [
            ("searched cold", lambda: build_cold(self._build, self._former, "build")),
            ("searched unchanged", lambda: run_timed(self._build)),
            ("searched edited", self._edit),
        ]

    def restore(self) -> None:
        """The site is as it was."""
        self._sentence.restore()

    def _edit(self) -> Timing:
        self._sentence.edit()
        return run_timed(self._build)

    def list_rows(self, times: Mapping[str, Timing]) -> list[Row]:
        """The builds with search, and what it takes of each: the rest of the same build without."""
        pages = count_pages(self.site / "build" / "site")
        found = self._guides * self._languages
        name = f"{self._languages} languages"
        rows = [
            _row(f"Waypost, cold, with search, {name}", pages, times["searched cold"]),
            _row(f"Waypost, unchanged, with search, {name}", pages, times["searched unchanged"]),
        ]
        for what in ("cold", "edited"):
            index = _subtract(times[f"searched {what}"], times[what])
            said = "cold" if what == "cold" else "one sentence edited"
            rows.append(_row(f"Search index alone, {said}, {name}", found, index))
        return rows


def _row(what: str, pages: int, timing: Timing) -> Row:
    return Row(what, pages, timing.wall, timing.cpu)


def _subtract(one: Timing, other: Timing) -> Timing:
    return Timing(max(one.wall - other.wall, 0.0), max(one.cpu - other.cpu, 0.0))
