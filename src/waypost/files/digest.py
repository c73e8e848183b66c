"""Digests: BLAKE2b in hex, short where people read them."""

from __future__ import annotations

from hashlib import blake2b


def digest_bytes(data: bytes) -> str:
    """32 hex digits of BLAKE2b (16 bytes): the identity of a file's content."""
    return blake2b(data, digest_size=16).hexdigest()


def digest_text(text: str) -> str:
    """32 hex digits for the UTF-8 form of `text`."""
    return digest_bytes(text.encode("utf-8"))
