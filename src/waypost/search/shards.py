"""Shards: forms of a range of keys, those of a group on one line, and the pages that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, repeat

from waypost.search.payload import parse_shared, render_each_shared

Group = Sequence[tuple[str, str]]
"""Forms of one word, each with its postings as text."""


def render_shard(groups: Iterable[Group]) -> str:
    """A line a group: form, postings, form, postings …, parted by tabs.

    A form begins with a digit for how much it shares with the form before it in the shard.
    """
    signs: list[str] = []
    entries: list[tuple[str, str]] = []
    for group in groups:
        signs += line_signs(len(group))
        entries += group
    return render_entries(signs, [form for form, _ in entries], [text for _, text in entries])


def line_signs(forms: int) -> list[str]:
    """What stands before each form of a group: a line break, before all others a tab."""
    return ["\n", *["\t"] * (forms - 1)]


def render_entries(signs: Iterable[str], forms: Sequence[str], postings: Iterable[str]) -> str:
    """The shard of these forms, each with the sign before it, and its postings."""
    entries = zip(signs, render_each_shared(forms), repeat("\t"), postings)
    return "".join(chain.from_iterable(entries))[1:]


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
