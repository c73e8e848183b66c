"""The proof that no sentence was lost or changed: source texts found in order on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from scripts.real_sites.phones import normal_phones

_UNSEEN = re.compile("[*`\u00ad\u2066-\u2069\u200e\u200f]")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Missing:
    """A text of the source that isn't on the page, or not where it belongs."""

    page: str
    text: str
    found_elsewhere: bool


@dataclass(slots=True)
class Proof:
    """What was compared: texts, sentences and words of the source, and what the page adds."""

    pages: int = 0
    texts: int = 0
    sentences: int = 0
    words: int = 0
    missing: list[Missing] = field(default_factory=list)
    between: Counter[str] = field(default_factory=Counter)
    """What stands on pages between two texts that follow one another in the source."""

    def compare(self, page: str, source: Sequence[str], shown: str) -> None:
        """Looks for each text of `source` on the page whose text is `shown`, in order."""
        self.pages += 1
        shown, at = normal_text(shown), 0
        for number, text in enumerate(map(normal_text, source)):
            if not text:
                continue
            self.texts += 1
            self.sentences += max(1, len(_SENTENCE_END.findall(text)))
            self.words += len(text.split())
            start = find_text(shown, text, at)
            if start < 0:
                self.missing.append(Missing(page, text, found_elsewhere=text in shown))
                continue
            gap = shown[at:start].strip()
            if number and gap:
                self.between[gap] += 1
            at = start + len(text)


def normal_text(text: str) -> str:
    """`text` in NFC, white space collapsed, phone numbers as digits, signs without sound gone."""
    text = normalize("NFC", " ".join(text.split()))
    return " ".join(normal_phones(_UNSEEN.sub("", text)).split())


def find_text(shown: str, text: str, at: int) -> int:
    """Where `text` stands as whole words in `shown` from `at` on; -1 when it doesn't."""
    start = shown.find(text, at)
    while start >= 0:
        end = start + len(text)
        if _is_edge(shown, start, text[0]) and (
            end == len(shown) or not (text[-1].isalnum() and shown[end].isalnum())
        ):
            return start
        start = shown.find(text, start + 1)
    return -1


def _is_edge(shown: str, start: int, first: str) -> bool:
    return start == 0 or not (first.isalnum() and shown[start - 1].isalnum())
