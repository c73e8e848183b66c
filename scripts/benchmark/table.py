"""The result as one Markdown table."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.benchmark.measure import Timing


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing; what wasn't measured is None."""

    what: str
    pages: int
    wall: float
    cpu: float | None = None
    hugo: Timing | None = None
    """What Hugo's full build of the same texts took, to compare with."""
    memory: int | None = None


def render_table(rows: list[Row]) -> str:
    """Times, their ratios to Hugo's full build of the same texts, time a page, memory."""
    lines = [
        "| what | pages | wall s | of Hugo's | CPU s | of Hugo's | wall ms a page | peak memory |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        hugo_wall = None if row.hugo is None else row.hugo.wall
        hugo_cpu = None if row.hugo is None else row.hugo.cpu
        cells = [
            row.what,
            f"{row.pages:,}",
            f"{row.wall:.3f}",
            _ratio(row.wall, hugo_wall),
            "–" if row.cpu is None else f"{row.cpu:.2f}",
            _ratio(row.cpu, hugo_cpu),
            f"{row.wall / row.pages * 1000:.2f}" if row.pages else "–",
            "–" if row.memory is None else f"{row.memory / 1e6:.0f} MB",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _ratio(value: float | None, other: float | None) -> str:
    return "–" if value is None or not other else f"{value / other:.2f}"
