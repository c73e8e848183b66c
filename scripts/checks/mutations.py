"""Ways to break a correct translation of one text: each gives a broken one, or None.

A mutation sees the correct pair and gives the pair that holds the mistake; where the mistake needs
a link, a value or a glossary, the correct pair is dressed with it first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from waypost.model.glossary import Glossary, Term, TermRule
from waypost.model.replacing import replace
from waypost.translation.quality.pair import Pair

Broken = tuple[Pair, Pair]
"""The correct pair, dressed, and the broken one."""

_NUMBER = re.compile(r"(?<![\d.,:])\d{2,}(?![\d.,:]?\d)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE_ENDS = ".。।።။។۔"


@dataclass(frozen=True, slots=True)
class Mutation:
    """A kind of mistake, whether it must block, and the codes that name it."""

    name: str
    is_blocking: bool
    codes: frozenset[str]
    break_pair: Callable[[Pair, Random], Broken | None]


def _to(pair: Pair, target: str) -> Broken | None:
    return None if target == pair.target else (pair, replace(pair, target=target))


def _swap_digits(pair: Pair, random: Random) -> Broken | None:
    found = [each for each in _NUMBER.finditer(pair.target) if len(set(each[0])) > 1]
    found = [each for each in found if each[0] in pair.source]
    if not found:
        return None
    each = random.choice(found)
    digits = each[0]
    at = next(n for n in range(len(digits) - 1) if digits[n] != digits[n + 1])
    swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    return _to(pair, pair.target[: each.start()] + swapped + pair.target[each.end() :])


def _drop_number(pair: Pair, random: Random) -> Broken | None:
    found = [each for each in _NUMBER.finditer(pair.target) if each[0] in pair.source]
    if not found:
        return None
    each = random.choice(found)
    if pair.source.count(each[0]) != 1 or pair.target.count(each[0]) != 1:
        return None
    return _to(pair, pair.target[: each.start()] + pair.target[each.end() :])


def _loop(pair: Pair, random: Random) -> Broken | None:
    words = pair.target.split()
    if len(words) < 6:
        text = pair.target.rstrip(_SENTENCE_ENDS)
        return _to(pair, text[:-6] + text[-6:] * 6) if len(text) > 12 else None
    size, at = random.randint(2, 3), len(words) // 2
    return _to(pair, " ".join([*words[: at + size], *words[at : at + size] * 5]))


def _with_link(pair: Pair) -> Pair | None:
    source, target = _WORD.search(pair.source), _WORD.search(pair.target)
    if source is None or target is None or "\\" in pair.source + pair.target:
        return None
    texts = (
        text[: found.start()] + f"[{found[0]}]{{1}}" + text[found.end() :]
        for text, found in ((pair.source, source), (pair.target, target))
    )
    return replace(pair, source=next(texts), target=next(texts))


def _drop_link(pair: Pair, _: Random) -> Broken | None:
    dressed = _with_link(pair)
    return None if dressed is None else _to(dressed, pair.target)


def _empty_link(pair: Pair, _: Random) -> Broken | None:
    dressed = _with_link(pair)
    if dressed is None:
        return None
    return _to(dressed, re.sub(r"\[[^\]]+\]", "[]", dressed.target))


def _with_fact(pair: Pair) -> Pair:
    return replace(pair, source="{fee.office} " + pair.source, target="{fee.office} " + pair.target)


def _lose_fact(pair: Pair, _: Random) -> Broken | None:
    return _to(_with_fact(pair), pair.target)


def _translate_fact(pair: Pair, _: Random) -> Broken | None:
    dressed = _with_fact(pair)
    return _to(dressed, dressed.target.replace("{fee.office}", "{cuota.oficina}"))


def _break_strong(pair: Pair, random: Random) -> Broken | None:
    if "\\" in pair.target or "\\" in pair.source:
        return None
    dressed = replace(pair, source=f"**{pair.source}**", target=f"**{pair.target}**")
    broken = random.choice([f"**{pair.target}", f"{pair.target}]", f"[{pair.target}](x)"])
    return _to(dressed, broken)


def _invent_address(pair: Pair, random: Random) -> Broken | None:
    address = random.choice(
        ["www.ayuda-oficial.example", "https://forms-gov.example/apply", "info@oficina.example"]
    )
    return _to(pair, f"{pair.target} {address}")


def _change_address(pair: Pair, _: Random) -> Broken | None:
    dressed = replace(
        pair,
        source=f"{pair.source} county.gov/forms",
        target=f"{pair.target} county.gov/forms",
    )
    return _to(dressed, f"{pair.target} county.org/forms")


def _invent_currency(pair: Pair, random: Random) -> Broken | None:
    found = _NUMBER.search(pair.target)
    if re.search(r"[$€£]|euro|pound|dollar|yen|\d\s?[pk]\b", pair.source, re.IGNORECASE):
        return None
    if found is None:
        return None
    sign = random.choice(["€", "£", "EUR ", "¥"])
    return _to(pair, pair.target[: found.start()] + sign + pair.target[found.start() :])


def _blank(pair: Pair, random: Random) -> Broken | None:
    return _to(pair, random.choice(["…", "-", "???", "。"]))


def _add_html(pair: Pair, random: Random) -> Broken | None:
    before, after = random.choice(
        [
            ("<b>", "</b>"),
            ("", "<script>alert(1)</script>"),
            ('<a href="x" onclick="y()">', "</a>"),
            ("", "&nbsp;"),
            ("<font color=red>", "</font>"),
        ]
    )
    return _to(pair, f"{before}{pair.target}{after}")


def _leave_words(pair: Pair, random: Random) -> Broken | None:
    source, target = pair.source.split(), pair.target.split()
    runs = [
        source[at : at + 5]
        for at in range(1, len(source) - 5)
        if all(re.fullmatch(r"[a-z]+", word) for word in source[at : at + 5])
    ]
    if not runs or len(target) < 2:
        return None
    at = len(target) // 2
    return _to(pair, " ".join([*target[:at], *random.choice(runs), *target[at + 4 :]]))


def _truncate(pair: Pair, _: Random) -> Broken | None:
    if len(pair.source) < 60:
        return None
    cut = pair.target[: int(len(pair.target) * 0.4)].rstrip()
    return _to(pair, cut + pair.target.rstrip()[-1:])


def _double_text(pair: Pair, _: Random) -> Broken | None:
    if len(pair.source) < 60:
        return None
    turned = " ".join(reversed(pair.target.split()))
    return _to(pair, f"{turned} {pair.target}")


def _change_end(pair: Pair, random: Random) -> Broken | None:
    source, target = pair.source.rstrip(), pair.target.rstrip()
    if source[-1:] == "?" and target[-1:] in "?？؟":
        return _to(pair, target[:-1] + ".")
    if source[-1:] == "." and target[-1:] in _SENTENCE_ENDS:
        return _to(pair, target[:-1] + random.choice(["?", "", ":"]))
    return None


def _double_word(pair: Pair, random: Random) -> Broken | None:
    words = pair.target.split()
    if len(words) < 5:
        return None
    small = [n for n, word in enumerate(words) if 1 < len(word) < 6 and word.isalpha() and n]
    if not small:
        return None
    at = random.choice(small)
    return _to(pair, " ".join([*words[: at + 1], *words[at:]]))


def _hide_sign(pair: Pair, random: Random) -> Broken | None:
    found = [each for each in _WORD.finditer(pair.target) if len(each[0]) > 3]
    if not found:
        return None
    at = random.choice(found).start() + 2
    return _to(pair, pair.target[:at] + random.choice("\u00ad\u2062\ufff9") + pair.target[at:])


def _change_digits(pair: Pair, random: Random) -> Broken | None:
    sets = {"ar": 0x966, "fa": 0x966, "hi": 0x660, "ne": 0x660, "my": 0x966, "bn": 0x660}
    zero = sets.get(pair.language, random.choice([0x660, 0x966, 0xE50, 0x9E6]))
    if pair.language == "th" and zero == 0xE50:
        zero = 0x660
    digits = str.maketrans({str(n): chr(zero + n) for n in range(10)})
    if not pair.target.isascii() and any(not x.isascii() and x.isdecimal() for x in pair.target):
        return None
    return _to(pair, pair.target.translate(digits))


def _plain_word(text: str, random: Random) -> str | None:
    words = [word for word in text.split() if re.fullmatch(r"[^\W\d_]{5,}", word)]
    words = [word for word in words if word.islower() or not word.isascii()]
    return random.choice(words) if words else None


def _forbid(pair: Pair, random: Random) -> Broken | None:
    source, target = (_plain_word(text, random) for text in (pair.source, pair.target))
    if source is None or target is None:
        return None
    term = Term(source, TermRule.FORBIDDEN, (target,))
    right = replace(pair, target=pair.target.replace(target, target[::-1]))
    right = replace(right, glossary=Glossary(pair.language, (term,)))
    return right, replace(right, target=pair.target)


def _miss_term(pair: Pair, random: Random) -> Broken | None:
    source, target = (_plain_word(text, random) for text in (pair.source, pair.target))
    if source is None or target is None:
        return None
    term = Term(source, TermRule.REQUIRED, (target,))
    right = replace(pair, glossary=Glossary(pair.language, (term,)))
    return _to(right, pair.target.replace(target, target[::-1]))


def _change_name(pair: Pair, random: Random) -> Broken | None:
    names = [
        name for name in re.findall(r"\b[A-Z][A-Za-z]{3,}\b", pair.source) if name in pair.target
    ]
    if not names:
        return None
    name = random.choice(names)
    term = Term(name, TermRule.KEPT, ())
    right = replace(pair, glossary=Glossary(pair.language, (term,)))
    return _to(right, pair.target.replace(name, name[:2] + name[3:]))


_NO = {
    "es": r"\b(?:[Nn]o|sin|nunca|ni|ninguna?|nadie|nada|tampoco|jamás)\b ?",
    "pt": r"\b(?:[Nn]ão|sem|nunca|nem|nenhuma?|ninguém|nada)\b ?",
    "fr": r"\b(?:[Nn]e|pas|sans|jamais|aucune?|rien|personne|ni)\b ?|\b[Nn]['’]|\b[Nn]on\b ?",
    "de": r"\b(?:[Nn]icht|[Kk]eine?[nmrs]?|[Oo]hne|[Nn]ie|niemand|nichts|weder|noch)\b ?",
    "ru": r"\b(?:[Нн]е|[Нн]и|[Нн]ет|[Бб]ез|никогда|никто|ничего|никак\w+)\b ?",
    "uk": r"\b(?:[Нн]е|[Нн]і|[Нн]емає|[Бб]ез|ніколи|ніхто|нічого|жодн\w+)\b ?",
    "vi": r"\b(?:[Kk]hông|[Cc]hưa|[Cc]hẳng|[Đđ]ừng)\b ?",
    "ar": r"(?<!\w)(?:[وف]?(?:لا|لم|لن|ليس|ليست|غير|دون|بدون|عدم|ما))(?!\w) ?",
    "zh": r"[不没無无未非勿别]",
    "pl": r"\b(?:[Nn]ie|[Bb]ez|nigdy|nikt|nic|ani|żad\w+)\b ?",
    "fil": r"\b(?:[Hh]indi|[Ww]ala|[Ww]alang|[Hh]uwag)\b ?",
    "ht": r"\b(?:[Pp]a|p|san|okenn)\b ?",
    "tr": r"\b(?:değil|yok|hiç|hiçbir|asla)\b ?",
    "th": r"ไม่|มิ|ไร้",
    "km": r"មិន|គ្មាន|ពុំ|កុំ|អត់",
}


def _lose_negation(pair: Pair, _: Random) -> Broken | None:
    pattern = _NO.get(pair.language, _NO.get(pair.language.split("-")[0]))
    if pattern is None or not re.search(
        r"\b(?:[Dd]o|does|did|is|are|was|were|must|can|has|have|will|should) not\b|n't\b|\bnever\b"
        r"|\bcannot\b",
        pair.source,
    ):
        return None
    return _to(pair, re.sub(pattern, "", pair.target))


def _mutation(
    name: str, codes: str, break_pair: Callable[[Pair, Random], Broken | None]
) -> Mutation:
    kind, _, words = name.partition(": ")
    return Mutation(words, kind == "blocking", frozenset(codes.split()), break_pair)


MUTATIONS = (
    _mutation("blocking: digits swapped", "T015", _swap_digits),
    _mutation("blocking: number dropped", "T015", _drop_number),
    _mutation("blocking: loop", "T016 T025", _loop),
    _mutation("blocking: link dropped", "T001", _drop_link),
    _mutation("blocking: link without words", "T027", _empty_link),
    _mutation("blocking: value lost", "T001", _lose_fact),
    _mutation("blocking: value translated", "T001 T002", _translate_fact),
    _mutation("blocking: markup broken", "T003", _break_strong),
    _mutation("blocking: address invented", "T021", _invent_address),
    _mutation("blocking: address changed", "T021", _change_address),
    _mutation("blocking: currency invented", "T022", _invent_currency),
    _mutation("blocking: blank", "T020", _blank),
    _mutation("blocking: HTML", "T023", _add_html),
    _mutation("warning: negation lost", "T034", _lose_negation),
    _mutation("warning: source words left", "T033", _leave_words),
    _mutation("warning: cut off", "T032 T035", _truncate),
    _mutation("warning: text twice", "T032", _double_text),
    _mutation("warning: end changed", "T035", _change_end),
    _mutation("warning: word doubled", "T037", _double_word),
    _mutation("warning: hidden sign", "T038 T005", _hide_sign),
    _mutation("warning: other digits", "T039", _change_digits),
    _mutation("warning: forbidden term", "T030", _forbid),
    _mutation("warning: required term missing", "T029", _miss_term),
    _mutation("warning: kept name changed", "T031", _change_name),
)
