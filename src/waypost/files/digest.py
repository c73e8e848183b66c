"""Digests in hex that tell one content of a file from another.

SHA-256, since processors have instructions for it: three times as fast as BLAKE2b on most machines.
"""

from __future__ import annotations

from hashlib import sha256


def digest_bytes(data: bytes) -> str:
    """The first 32 hex digits of SHA-256 (16 bytes): the identity of a file's content."""
    return sha256(data).hexdigest()[:32]


def digest_text(text: str) -> str:
    """32 hex digits for the UTF-8 form of `text`."""
    return digest_bytes(text.encode("utf-8"))
