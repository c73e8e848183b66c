"""The result as one Markdown table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing; what wasn't measured is None."""

    what: str
    pages: int
    seconds: float | None = None
    hugo_seconds: float | None = None
    """What Hugo's full build of the same texts took, to compare with."""
    memory: int | None = None


def render_table(rows: list[Row]) -> str:
    """A table with time, the ratio to Hugo's full build of the same texts, time a page, memory."""
    lines = [
        "| what | pages | seconds | of Hugo's full build | ms a page | peak memory (PSS) |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        ratio = (
            f"{row.seconds / row.hugo_seconds:.2f}"
            if row.seconds is not None and row.hugo_seconds
            else "–"
        )
        seconds = "–" if row.seconds is None else f"{row.seconds:.3f}"
        each = (
            "–" if row.seconds is None or not row.pages else f"{row.seconds / row.pages * 1000:.2f}"
        )
        memory = "–" if row.memory is None else f"{row.memory / 1e6:.0f} MB"
        lines.append(f"| {row.what} | {row.pages:,} | {seconds} | {ratio} | {each} | {memory} |")
    return "\n".join(lines) + "\n"
