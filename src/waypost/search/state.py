"""What is kept of an index between two builds, so that the next one does only what changed."""

from __future__ import annotations

import msgspec

from waypost.search.page_terms import PageTerms


class IndexState(msgspec.Struct, frozen=True):
    """All that the next build of the same language may take over."""

    made_from: str
    """The language, its source, and the version of the format."""
    pages: list[PageTerms]
    """In the order of the index."""
    averages: tuple[float, ...]
    words: dict[str, int]
    """Every word, and how many pages have it."""
    groups: dict[str, str]
    """Every form, and the name of its group."""
    postings: dict[str, str]
    """Every form, and all its postings, however many."""
    shards: list[tuple[str, str]]
    """The first key of each shard, and the name of its file."""
    tails: list[tuple[str, str]]
    others: list[str]
    """The names of the files of chunks and of parts of lists."""
    is_salted: bool
    """Whether two files wanted one name: then everything is named anew."""


def encode_state(state: IndexState) -> bytes:
    """The state as MessagePack."""
    return msgspec.msgpack.encode(state)


def decode_state(data: bytes) -> IndexState | None:
    """The state that `encode_state` gave; None where the bytes are something else."""
    try:
        return msgspec.msgpack.decode(data, type=IndexState)
    except msgspec.MsgspecError:
        return None
