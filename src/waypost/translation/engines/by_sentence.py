"""Texts translated sentence by sentence, each sentence once: what neural models are made for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

_BATCH = 64
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})


def translate_by_sentence(
    texts: Sequence[str],
    source: str,
    target: str,
    ask: Callable[[Sequence[str]], Sequence[str | None]],
) -> list[str]:
    """Each text with its sentences translated; empty where one sentence has no translation.

    `ask` gives a translation, or None, for each sentence of a batch.
    """
    from waypost.locales.sentences import split_sentences

    split = [split_sentences(text, source) for text in texts]
    sentences = tuple(dict.fromkeys(one.strip() for parts in split for one in parts if one.strip()))
    said: dict[str, str | None] = {}
    for start in range(0, len(sentences), _BATCH):
        batch = sentences[start : start + _BATCH]
        said.update(zip(batch, ask(batch), strict=True))
    spaceless = target.partition("-")[0] in _SPACELESS
    return [_rejoin(parts, said, spaceless=spaceless) for parts in split]


def _rejoin(parts: Sequence[str], said: Mapping[str, str | None], *, spaceless: bool) -> str:
    """The translated sentences with the white space of the source between them.

    Empty if one sentence has no translation: half a text is none.
    """
    out: list[str] = []
    for part in parts:
        sentence = part.strip()
        if not sentence:
            out.append(part)
            continue
        result = said[sentence]
        if not result:
            return ""
        start = part.index(sentence)
        between = part[start + len(sentence) :]
        out.append(part[:start] + result + ("" if spaceless and between == " " else between))
    return "".join(out)
