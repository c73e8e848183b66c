"""What still stands of the last build: its files, its inputs, the pages that can't be made anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from waypost.files.scan import Mark, mark_file
from waypost.model.finding import Finding
from waypost.model.replacing import replace
from waypost.pipeline.content_build import BuiltContent
from waypost.pipeline.outputs import SITE_MARK
from waypost.pipeline.state import BuildState
from waypost.report.formats import has_errors

NOTHING: Final = BuildState("", (), {}, {}, (), "", 0, {}, {}, "", (), (), 0)
"""As if there had been no build."""


def find_standing(
    last: BuildState | None, signature: str, site: Path, *, is_watched: bool
) -> BuildState:
    """The last state, without the files that don't stand as they were written.

    What this process wrote a moment ago isn't looked at again, if the folder is still there.
    """
    if last is None or last.signature != signature or not last.outputs:
        return NOTHING
    if is_watched and mark_file(f"{site}/{SITE_MARK}") is not None:
        return last
    standing = {
        path: mark for path, mark in last.outputs.items() if mark_file(f"{site}/{path}") == mark
    }
    if len(standing) * 2 < len(last.outputs):
        return NOTHING
    if len(standing) == len(last.outputs):
        return last
    return replace(last, outputs=standing)


def keep_last_good(
    content: BuiltContent, findings: Sequence[Finding], state: BuildState
) -> dict[str, Mark]:
    """The former files of pages that can't be made now because their source has an error."""
    broken = {PurePosixPath(one.place.path).stem for one in findings if has_errors([one])}
    lost = broken - {name for name, entry in content.entries.items() if entry.program}
    if not lost:
        return {}
    return {
        path: mark
        for path, mark in state.outputs.items()
        if not lost.isdisjoint(PurePosixPath(path).parent.parts)
    }
