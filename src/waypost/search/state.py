"""What is kept of an index between two builds, so that the next one does only what changed."""

from __future__ import annotations

import msgspec

from waypost.search.impacts import Averages
from waypost.search.page_terms import PageTerms


class RangeFile(msgspec.Struct, frozen=True, array_like=True):
    """A file that holds all keys from its first one to that of the next file."""

    first: str
    lower: str
    """The shortest text that parts `first` from the key before it; "" in the first file."""
    name: str


class IndexState(msgspec.Struct, frozen=True):
    """All that the next build of the same language may take over."""

    made_from: str
    """The language, its source, and the version of the format."""
    pages: list[PageTerms]
    """In the order of the index."""
    averages: Averages
    words: dict[str, int]
    """Every word, and how many pages have it."""
    groups: dict[str, str]
    """Of a form, the name of its group; where it isn't here, its own key."""
    stems: dict[str, str]
    """Of a word, its stem, in languages that have any."""
    marked: dict[str, str]
    """Of a word that isn't written as its form, that form."""
    postings: dict[str, str]
    """Every form, in the order of the index, and all its postings, however many."""
    keys: list[str]
    """The key of each form; empty where every form is its own key."""
    shards: list[RangeFile]
    tails: list[RangeFile]
    reversed_keys: list[str]
    """What the tails hold, in order."""
    chunks: list[str]
    """The names of the files of chunks, in order."""
    languages: tuple[str, ...]
    """Those that chunks name by their numbers: the index's own and all others."""
    parts: list[str]
    """The names of the files of parts of lists."""
    is_salted: bool
    """Whether two files wanted one name: then everything is named anew."""


def encode_state(state: IndexState) -> bytes:
    """The state as MessagePack."""
    return msgspec.msgpack.encode(state)
