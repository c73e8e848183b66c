"""Many pages of words that are drawn as often as they are in real texts: for bytes, not for sense.

The n-th most frequent word comes with a chance of 1 in n (Zipf's law).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from random import Random

from scripts.search_bench.documents import Document
from scripts.search_bench.words import is_unspaced, is_word, split_segments

_TITLE = 6
_SUMMARY = 16
_SENTENCES = 12
_SENTENCE = 18


def make_documents(code: str, texts: Iterable[str], count: int, seed: int) -> tuple[Document, ...]:
    """As many documents, of about 240 words each, of the words in `texts`."""
    counts = Counter(
        segment.casefold()
        for text in texts
        for segment in split_segments(text, code)
        if is_word(segment)
    )
    words = [word for word, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
    chances = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    random = Random(f"{seed}/{code}/synthetic")
    space = "" if is_unspaced(code) else " "

    def draw(number: int) -> str:
        return space.join(random.choices(words, cum_weights=chances, k=number))

    def write(number: int) -> Document:
        lengths: Sequence[int] = (_TITLE, _SUMMARY, *[_SENTENCE] * _SENTENCES)
        return Document(f"page-{number:05}", tuple(map(draw, lengths)))

    return tuple(write(number) for number in range(count))
