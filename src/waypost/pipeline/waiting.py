"""Since when the sources of documents say what they say: how long a translation has been due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from waypost.model.guide import Guide
from waypost.pipeline.documents import Texts
from waypost.pipeline.git import list_last_days

UNKNOWN = date.max
"""Of a source that nothing is known of: it waits behind all others."""


def find_waiting(root: Path, content: str, texts: Texts) -> Mapping[str, date]:
    """By source path: the day of the last commit that changed it, else of the last review.

    The same for everybody who has the same commits and files. A file that was changed and not
    committed counts with its last commit, and a shallow clone knows fewer days.
    """
    reviewed = {
        page.place.path: page.reviewed.on
        for page in texts.prose
        if isinstance(page, Guide) and page.reviewed is not None
    }
    return {**reviewed, **list_last_days(root, content)}
