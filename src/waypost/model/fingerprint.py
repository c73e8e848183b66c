"""The fingerprint of a text: equal for texts that differ only in white space and typography."""

from __future__ import annotations

from hashlib import blake2b
from unicodedata import is_normalized, normalize

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\u00ad": None,
    }
)


def fold_text(text: str) -> str:
    """`text` in NFC with white space collapsed and quotes, dashes and ellipses made plain."""
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    if not text.isascii():
        text = text.translate(_TYPOGRAPHY)
    return " ".join(text.replace("`", "'").split())


def fingerprint(text: str) -> str:
    """12 hex digits of BLAKE2b over the folded text: the `h` of a stamp."""
    return blake2b(fold_text(text).encode("utf-8"), digest_size=6).hexdigest()
