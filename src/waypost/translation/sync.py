"""A catalogue that follows its document: texts that moved, changed, went and came back.

What a person wrote is never dropped and never changed: it moves with its source, becomes stale
beside a changed one, and waits as an obsolete entry when its source is gone.
"""

from __future__ import annotations

from collections.abc import Mapping

from waypost.model.fingerprint import fingerprint
from waypost.model.markup import MarkupError, parse_markup, placeables
from waypost.model.replacing import replace
from waypost.model.text import Document, Segment, Syntax
from waypost.translation.catalog import Catalog, Entry, with_former
from waypost.translation.former import retire_entry, stamp_words
from waypost.translation.matching import match_entries
from waypost.translation.near import find_hint
from waypost.translation.origin import is_persons
from waypost.translation.soundness import has_words
from waypost.translation.stamp import StampKind


def sync_catalog(
    document: Document, catalog: Catalog, facts: Mapping[str, str] | None = None
) -> Catalog:
    """The catalogue of `document` as it is now, in its order; syncing again changes nothing.

    `facts` are today's values by id, shown to the translator.
    """
    segments = [each for each in document.segments if has_words(each.source, each.syntax)]
    match = match_entries(segments, catalog)
    entries = [
        _bring_up_to_date(segment, match.found.get(position), facts or {})
        for position, segment in enumerate(segments)
    ]
    left = [
        retire_entry(each.entry) for each in match.left if each.is_persons or each.entry.comments
    ]
    entries, left = _keep_reviews(entries, left)
    return with_former(replace(catalog, entries=tuple(entries)), left)


def _keep_reviews(entries: list[Entry], left: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The entries with the reviews of the same words that nothing else needs, and the rest of them.

    Where a text has moved on two branches, a merge leaves it twice, and one may be reviewed.
    """
    reviews = {
        (each.stamp.source, each.stamp.target): each
        for each in left
        if each.stamp is not None
        and each.stamp.kind is StampKind.REVIEWED
        and each.stamp.target == fingerprint(each.target)
        and not (each.comments or each.is_fuzzy)
    }
    kept: list[Entry] = []
    for entry in entries:
        stamp = entry.stamp
        review = None if stamp is None else reviews.get((stamp.source, stamp.target))
        if review is None or stamp is None or entry.is_fuzzy or review.target != entry.target:
            kept.append(entry)
            continue
        left = [each for each in left if each is not review]
        is_reviewed = stamp.kind is StampKind.REVIEWED
        kept.append(entry if is_reviewed else replace(entry, stamp=review.stamp))
    return kept, left


def _bring_up_to_date(segment: Segment, entry: Entry | None, facts: Mapping[str, str]) -> Entry:
    context = describe_segment(segment, facts)
    if entry is None:
        return Entry(segment.address, segment.source, context=context)
    hint = find_hint(entry.context)
    if hint is not None and fingerprint(entry.source) == fingerprint(segment.source):
        context = (*context, hint)
    stamped = stamp_words(entry)
    return replace(
        stamped,
        address=segment.address,
        source=segment.source,
        context=context,
        previous=_find_former_source(stamped, segment),
    )


def _find_former_source(entry: Entry, segment: Segment) -> str:
    """The source that a person's stale words were made for, if it is known; "" when current."""
    stamp = entry.stamp
    if stamp is None or not is_persons(entry) or stamp.source == fingerprint(segment.source):
        return ""
    known = (text for text in (entry.source, entry.previous) if text)
    return next((text for text in known if fingerprint(text) == stamp.source), "")


def describe_segment(segment: Segment, facts: Mapping[str, str]) -> tuple[str, ...]:
    """What a translator is told: heading, role and risk, and today's value of each fact."""
    lines = [f"{segment.role.value}, {segment.risk.word}"]
    if segment.heading:
        heading = " ".join(segment.heading.split())
        lines.insert(0, f"under “{heading}”")
    known = [each for each in dict.fromkeys(_find_facts(segment)) if each in facts]
    return (*lines, *[f"{{{each}}} = {' '.join(facts[each].split())}" for each in known])


def _find_facts(segment: Segment) -> list[str]:
    """The ids of the facts that stand in the text."""
    if segment.syntax is not Syntax.MARKUP or "{" not in segment.source:
        return []
    try:
        found = placeables(parse_markup(segment.source))
    except MarkupError:
        return []
    return [each[1:-1] for each in found if each.startswith("{")]
