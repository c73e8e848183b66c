"""The pages that the home page shows first: named by the site, else those that others lead to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from waypost.model.site import PageKind
from waypost.site.surroundings import PageRef

_MOST = 6


def choose_popular(
    named: tuple[str, ...], leads: Iterable[tuple[str, ...]], pages: Mapping[str, PageRef]
) -> tuple[str, ...]:
    """The pages that the site names, in its order; else the guides that most pages lead to.

    `leads` are the pages that each page names. Guides to which equally many lead stand in the
    order of the content; one that only a single page names isn't popular.
    """
    if named:
        return tuple(name for name in dict.fromkeys(named) if name in pages)
    counts = Counter(name for targets in leads for name in targets)
    guides = [page.id for page in pages.values() if page.kind is PageKind.GUIDE]
    often = [name for name in guides if counts[name] > 1]
    return tuple(sorted(often, key=lambda name: -counts[name])[:_MOST])
