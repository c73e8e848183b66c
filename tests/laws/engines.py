"""Engines that do to a text what no engine should, as dice say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

_MARK = re.compile(r"[\[(⟦<X_]\s*\d+\s*[\])⟧>X_]")

Spoiler = Callable[[str, Random], str]


def _drop_mark(text: str, dice: Random) -> str:
    marks = list(_MARK.finditer(text))
    if not marks:
        return text
    mark = dice.choice(marks)
    return text[: mark.start()] + text[mark.end() :]


def _double_mark(text: str, dice: Random) -> str:
    marks = _MARK.findall(text)
    return f"{text} {dice.choice(marks)}" if marks else text


def _swap_marks(text: str, dice: Random) -> str:
    marks = list(_MARK.finditer(text))
    if len(marks) < 2:
        return text
    first, second = sorted(dice.sample(marks, 2), key=lambda mark: mark.start())
    return (
        text[: first.start()]
        + second.group()
        + text[first.end() : second.start()]
        + first.group()
        + text[second.end() :]
    )


def _move_mark(text: str, dice: Random) -> str:
    marks = list(_MARK.finditer(text))
    if not marks:
        return text
    mark = dice.choice(marks)
    rest = text[: mark.start()] + text[mark.end() :]
    at = dice.randrange(len(rest) + 1)
    return rest[:at] + mark.group() + rest[at:]


def _renumber(text: str, dice: Random) -> str:
    numbers = list(re.finditer(r"\d", text))
    if not numbers:
        return text
    at = dice.choice(numbers).start()
    return text[:at] + str(dice.randrange(10)) + text[at + 1 :]


def _drop_words(text: str, dice: Random) -> str:
    words = text.split(" ")
    return " ".join(word for word in words if dice.random() < 0.7)


def _shuffle(text: str, dice: Random) -> str:
    words = text.split(" ")
    dice.shuffle(words)
    return " ".join(words)


def _insert(text: str, dice: Random) -> str:
    at = dice.randrange(len(text) + 1)
    sign = dice.choice(["*", "[", "]", "{", "}", "\\", "{fee.a}", "[0]", "\n", "\u202e", "$", "_"])
    return text[:at] + sign + text[at:]


def _glue(text: str, _: Random) -> str:
    return re.sub(r"\s*(" + _MARK.pattern + r")\s*", r"\1", text)


def _loosen(text: str, _: Random) -> str:
    return re.sub(r"([\[(⟦<])(\d+)([\])⟧>])", r"\1 \2 \3 ", text)


SPOILERS: Sequence[Spoiler] = (
    _drop_mark,
    _double_mark,
    _swap_marks,
    _move_mark,
    _renumber,
    _drop_words,
    _shuffle,
    _insert,
    _glue,
    _loosen,
    lambda text, _: text.upper(),
    lambda text, _: text[::-1],
    lambda text, _: text + " " + text,
    lambda text, _: text.replace("not", "no").replace("Pay", "Pague"),
    lambda text, _: text,
    lambda *_: "",
)


class WickedEngine:
    """Spoils each text in one way or two, and says the same of the same text."""

    name = "wicked"
    version = "1"
    keeps_markup = False

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._said: dict[str, str] = {}

    def stamp(self, source: str, target: str) -> str:
        return f"wicked 1 {source}_{target}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        assert source != target
        return [self._said.setdefault(text, self._spoil(text)) for text in texts]

    def _spoil(self, text: str) -> str:
        for _ in range(self._dice.choice((1, 1, 2))):
            text = self._dice.choice(SPOILERS)(text, self._dice)
        return text

    def close(self) -> None:
        """Nothing is held open."""
