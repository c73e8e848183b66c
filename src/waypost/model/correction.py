"""A text that somebody suggests for one segment, as files of other tools and the desk bring it."""

from __future__ import annotations

from hashlib import blake2b

import msgspec


class Correction(msgspec.Struct, frozen=True):
    """A translation for the segment at an address, and the source that its writer saw."""

    language: str
    document: str
    """Such as `guides/renew-license`."""
    address: str
    """The msgctxt."""
    source: str
    target: str
    note: str = ""
    by: str = ""
    """Who wrote it, in her own words; it proves nothing, so no stamp is made of it."""
    mark: str = ""
    """The `text_mark` of the translation that its writer was given; "" where nobody noted it."""
    is_final: bool = False
    """Whether the file says that somebody has reviewed the text; it proves nothing either."""

    @property
    def is_as_given(self) -> bool:
        """Whether its writer has left the translation as it was given."""
        return self.mark == text_mark(self.target)


def text_mark(text: str) -> str:
    """12 hex digits: equal for texts that differ in white space only, which tools like to fold."""
    words = " ".join(text.split())
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
