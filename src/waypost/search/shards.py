"""Shards: forms of a range of keys, those of a group on one line, and the pages that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from waypost.search.payload import parse_shared, render_each_shared

Group = Sequence[tuple[str, str]]
"""Forms of one word, each with its postings as text."""


def render_shard(groups: Iterable[Group]) -> str:
    """A line a group: form, postings, form, postings …, parted by tabs.

    A form begins with a digit for how much it shares with the form before it in the shard.
    """
    listed = [*groups]
    forms = iter(render_each_shared([form for group in listed for form, _ in group]))
    return "\n".join(
        [
            f"{next(forms)}\t{group[0][1]}"
            if len(group) == 1
            else "\t".join([f"{next(forms)}\t{postings}" for _, postings in group])
            for group in listed
        ]
    )


def parse_shard(payload: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The groups of a shard, in order."""
    before = ""
    groups: list[tuple[tuple[str, str], ...]] = []
    for line in payload.split("\n") if payload else ():
        fields = line.split("\t")
        group: list[tuple[str, str]] = []
        for text, postings in zip(fields[::2], fields[1::2], strict=True):
            before = parse_shared(before, text)
            group.append((before, postings))
        groups.append(tuple(group))
    return tuple(groups)
