"""What people call themselves when they ask: “lost my food card”.

Formal guides hardly ever say it, so it would count as a rare word that decides. Each list is of
words that mean nothing else in their language: “us” is also a country, “mine” a place of work.
"""

from __future__ import annotations

from functools import cache

from waypost.search.rules import Rules
from waypost.search.tokens import form_word

_PRONOUNS = {
    "en": "i me my myself we our",
    "es": "yo mí me mi mis nos nuestro nuestra nuestros nuestras",
    "pt": "eu meu minha meus minhas nosso nossa nossos nossas",
    "fr": "je moi me mon ma mes nous notre nos",
    "ht": "mwen nou",
    "it": "io mi mio mia miei mie nostro nostra nostri nostre",
    "de": "ich mir mich mein meine meinen meinem meiner wir unser unsere unseren",
    "nl": "ik mij mijn wij onze",
    "pl": "ja mnie mi mój moja moje mojego mojej moich nasz nasza nasze",
    "ru": "я мне меня мой моя моё мои моего моей моих мы наш наша наше наши",
    "uk": "я мені мене мій моя моє мої мого моєї моїх ми наш наша наше наші",
    "so": "aniga anigu annaga",
    "sw": "mimi yangu wangu langu changu zangu sisi yetu wetu",
    "fil": "ako ko akin aking kami namin",
    "tl": "ako ko akin aking kami namin",
    "vi": "tôi",
    "ar": "أنا لي نحن",
    "fa": "من ما",
    "hi": "मैं मुझे मेरा मेरी मेरे हम हमारा हमारी हमारे",
    "zh": "我 我的 我们 我們",
    "ko": "나 내 나는 제 저는 우리",
}


@cache
def list_pronouns(rules: Rules) -> frozenset[str]:
    """The pronouns of the first person as forms of an index by these rules."""
    words = _PRONOUNS.get(rules.code.partition("-")[0], "").split()
    return frozenset(form_word(word, rules) for word in words)
