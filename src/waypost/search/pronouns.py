"""What people call themselves when they ask: “lost my food card”.

Formal guides hardly ever say it, so it would count as a rare word that decides. Each list is of
words that mean nothing else in their language: “mine” is also a place of work. Guides do say “we”.
"""

from __future__ import annotations

from functools import cache

from waypost.search.rules import Rules
from waypost.search.tokens import form_word

_PRONOUNS = {
    "en": "i me my myself",
    "es": "yo mí me mi mis",
    "pt": "eu meu minha meus minhas",
    "fr": "je moi me mon ma mes",
    "ht": "mwen",
    "it": "io mi mio mia miei mie",
    "de": "ich mir mich mein meine meinen meinem meiner",
    "nl": "ik mij mijn",
    "pl": "ja mnie mi mój moja moje mojego mojej moich",
    "ru": "я мне меня мой моя моё мои моего моей моих",
    "uk": "я мені мене мій моя моє мої мого моєї моїх",
    "so": "aniga anigu",
    "sw": "mimi yangu wangu langu changu zangu",
    "fil": "ako ko akin aking",
    "tl": "ako ko akin aking",
    "vi": "tôi",
    "ar": "أنا لي",
    "fa": "من",
    "hi": "मैं मुझे मेरा मेरी मेरे",
    "zh": "我 我的",
    "ko": "나 내 나는 제 저는",
}


@cache
def list_pronouns(rules: Rules) -> frozenset[str]:
    """The pronouns of the first person singular as forms of an index by these rules."""
    words = _PRONOUNS.get(rules.code.partition("-")[0], "").split()
    return frozenset(form_word(word, rules) for word in words)
