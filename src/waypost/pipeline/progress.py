"""A bar for people at a terminal; silent elsewhere."""

from __future__ import annotations


class Progress:
    """How far a run has come, language by language."""

    def __init__(self, *, shown: bool, unit: str = "segments") -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            TextColumn,
            TimeRemainingColumn,
        )
        from rich.progress import Progress as Bar

        console = Console(stderr=True)
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn(unit),
            TimeRemainingColumn(),
            console=console,
            disable=not shown or not console.is_terminal,
        )
        self._task = self._bar.add_task("", total=0)

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.stop()

    def begin(self, name: str, total: int) -> None:
        """A new language, or another part of the work."""
        self._bar.reset(self._task, description=name, total=total)

    def advance(self, count: int) -> None:
        """Some of them are done."""
        self._bar.advance(self._task, count)
