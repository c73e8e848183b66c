"""Korean nouns without the particles that are written on them."""

from __future__ import annotations

import re
from functools import lru_cache

# Particles (조사) and the commonest endings of verbs made of nouns (어미), as the Standard Korean
# Dictionary of the National Institute of Korean Language has them.
_ENDINGS = """
으로부터는 으로부터 에서부터 로부터 에게서는 에게서 한테서 에서는 에서도 에서의 에서만
에게는 에게도 에게만 에게 한테는 한테 께서는 께서 으로는 으로도 으로서 으로써 으로의 으로
에는 에도 에만 에서 까지는 까지도 까지 부터는 부터 이라는 라는 이라고 라고 이라도 라도
이라면 라면 이지만 이나마 이나 이며 이고 이란 이든 처럼은 처럼 보다는 보다 마다 마저 조차
밖에 대로 만큼 만은 만을 만이 과는 과의 와는 와의 로는 로도 로서 로써 로의 들은 들을 들이
들의 들에게 들과 들도 들에 들 에 의 을 를 은 는 이 가 과 와 로 도 만 나 랑 이랑 입니다
이다 합니다 하는 하기 하여 하면 하고 하게 했습니다 했다 됩니다 되는 된 한 할 해야 하려면
"""
_ENDING = re.compile(
    "(?:" + "|".join(sorted(set(_ENDINGS.split()), key=lambda part: (-len(part), part))) + ")$"
)
_HANGUL = re.compile("[가-힣]{3,}")


@lru_cache(1 << 15)
def trim_particles(word: str) -> str:
    """The word without its longest particle or ending, of which at least two syllables stay.

    학교에서 → 학교, 신청하려면 → 신청; 나이 stays: 이 is no particle there.
    """
    if not _HANGUL.fullmatch(word):
        return word
    found = _ENDING.search(word, 2)
    return word[: found.start()] if found else word
