"""Numbers and months as words of a language: ICU's spellings, and ours where it has none."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from waypost.translation.quality.by_language import find_entry, is_unspaced, name_variants
from waypost.translation.quality.words import fold, tokens

# Values 0 to 12, then 20, 30 … 100; for languages without spellings in ICU 77.
_OWN = {
    "so": "eber kow,hal,mid laba,labada saddex,seddex,sadex afar shan lix,lixda todoba,toddoba "
    "siddeed,sideed sagaal toban,tobanka kow_iyo_toban laba_iyo_toban "
    "labaatan soddon afartan konton,kontan lixdan todobaatan,toddobaatan siddeetan sagaashan "
    "boqol",
    "ht": "zewo en,youn,yon de twa kat senk sis sèt,sèp uit,ui nèf dis onz douz "
    "ven trant karant senkant swasant swasanndis katreven katrevendis san",
    "hmn": "xoom ib ob peb plaub tsib rau xya yim cuaj kaum kaum_ib kaum_ob "
    "nees_nkaum peb_caug plaub_caug tsib_caug rau_caum xya_caum yim_caum cuaj_caum ib_puas",
    "pa": "ਸਿਫ਼ਰ ਇੱਕ,ਇਕ ਦੋ,ਦੋਵੇਂ,ਦੂਜੇ,ਦੂਜੀ,ਦੂਜਾ ਤਿੰਨ,ਤੀਜੇ,ਤੀਜੀ ਚਾਰ,ਚੌਥੇ ਪੰਜ ਛੇ,ਛੇਵੇਂ ਸੱਤ ਅੱਠ ਨੌਂ,ਨੌ ਦਸ ਗਿਆਰਾਂ "
    "ਬਾਰਾਂ ਵੀਹ ਤੀਹ ਚਾਲੀ ਪੰਜਾਹ ਸੱਠ ਸੱਤਰ ਅੱਸੀ ਨੱਬੇ ਸੌ",
    "bn": "শূন্য এক,প্রথম দুই,দু,দ্বিতীয় তিন,তৃতীয় চার,চতুর্থ পাঁচ,পঞ্চম ছয়,ছয়,ষষ্ঠ সাত,সপ্তম আট,অষ্টম নয়,নয়,নবম দশ "
    "এগারো,এগার বারো,বার বিশ,কুড়ি ত্রিশ চল্লিশ পঞ্চাশ ষাট সত্তর আশি নব্বই একশ,শত",
    "sw": "sufuri moja,kwanza mbili,pili,wawili tatu,watatu nne,wanne tano,watano sita saba nane,"
    "wanane tisa kumi kumi_na_moja kumi_na_mbili ishirini thelathini arobaini hamsini sitini "
    "sabini themanini tisini mia",
    "fil": "sero,zero isa,isang,una,unang,uno dalawa,dalawang,ikalawa,ikalawang,pangalawang,"
    "dalawampu,dos tatlo,tatlong,ikatlo,ikatlong,tres apat,ikaapat,kwatro lima,limang,singko anim,"
    "sais pito,pitong,siyete walo,walong,otso siyam,nuwebe sampu,sampung,diyes labing_isa,onse "
    "labindalawa,dose dalawampu,bente tatlumpu,trenta apatnapu,kuwarenta limampu,singkuwenta "
    "animnapu pitumpu walumpu siyamnapu isang_daan,sandaan",
}
_COLLECTIVE = {
    "ru": {2: "двое двоих оба обе обеих", 3: "трое троих", 4: "четверо четверых"},
    "uk": {2: "двоє двох обидва обидві", 3: "троє трьох", 4: "четверо"},
    "pl": {2: "dwoje oba obie obu", 3: "troje", 4: "czworo"},
}
_ORDER = (*range(13), *range(20, 101, 10))
_ENGLISH = {
    "once": (1,), "twice": (2,), "both": (2,), "couple": (2,), "pair": (2,), "double": (2,),
    "triple": (3,), "dozen": (12,), "dozens": (12,), "half": (50, 30, 5, 2, 1),
    "quarter": (25, 4, 15, 1),
    "noon": (12,), "midday": (12,), "midnight": (0, 12, 24), "decade": (10,), "decades": (10,),
    "century": (100,), "fortnight": (2, 14), "teenage": (13, 19), "teenager": (13, 19),
    "second": (2,), "seconds": (2,), "weekend": (2,), "hundreds": (100,), "score": (20,),
    "single": (1,), "an": (1,), "a": (1,), "per": (1, 100), "percent": (100,), "and": (100,),
}  # fmt: skip
_LARGEST = 10**12
_ROMAN = {10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}


def is_said(value: Decimal, text: str, code: str) -> bool:
    """Whether `text` has the number as a word: three, tercera, 三, XX."""
    if value != value.to_integral_value() or not 0 <= value <= _LARGEST:
        return False
    number = int(value)
    folded = fold(text)
    words = frozenset(tokens(folded)) | frozenset(
        part for word in tokens(folded) for part in re.split(r"[-']", word)
    )
    if code.startswith("en") and any(number in _ENGLISH.get(word, ()) for word in words):
        return True
    if code.startswith("en") and number % 10 == 0 and words & {"decade", "decades"}:
        return is_said(value / 10, text.replace("decade", ""), code)
    if 0 < number <= 39 and _roman(number) in words:
        return True
    return any(_holds(form, folded, words, code) for form in _spellings(number, code))


def _holds(form: str, folded: str, words: frozenset[str], code: str) -> bool:
    if is_unspaced(code) or " " in form:
        return form in folded
    if form in words:
        return True
    if len(form) < 3:
        return False
    stem = form if len(form) == 3 else form[: max(4, len(form) - 2)]
    if name_variants(code)[0].split("-")[0] in {"ar", "he", "fa", "ur", "ps", "ckb", "am", "ti"}:
        return any(stem in word for word in words)
    return any(word.startswith(stem) and len(word) <= len(form) + 5 for word in words)


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN.items():
        out += sign * (number // value)
        number %= value
    return out


@lru_cache(4096)
def _spellings(number: int, code: str) -> frozenset[str]:
    """The ways in which the language spells the number, folded."""
    own = find_entry(_OWN, code)
    found: set[str] = set()
    if own is not None and number in _ORDER:
        forms = own.split()[_ORDER.index(number)]
        found |= {fold(form.replace("_", " ")) for form in forms.split(",")}
    found |= {fold(form) for form in _spell_by_icu(number, code)}
    found |= set((find_entry(_COLLECTIVE, code) or {}).get(number, "").split())
    return frozenset(form for form in found if form and not form.isdecimal())


def _spell_by_icu(number: int, code: str) -> set[str]:
    # ICU takes 25 ms to load, and few texts write a number as a word.
    import icu

    tag = name_variants(code)[-1] if code in {"tl", "prs"} else code
    locale = icu.Locale(tag)
    formatter = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, locale)
    names = [formatter.getRuleSetName(n) for n in range(formatter.getNumberOfRuleSetNames())]
    spelled = {formatter.format(number, name) for name in names}
    if locale.getLanguage() != "en" and formatter.format(3) == "three":
        return set()
    return spelled


@lru_cache(256)
def month_names(code: str) -> tuple[tuple[str, ...], ...]:
    """The names of each month, folded, January first."""
    import icu

    symbols = icu.DateFormatSymbols(icu.Locale(code))
    kinds = [
        symbols.getMonths(context, width)
        for context in (symbols.FORMAT, symbols.STANDALONE)
        for width in (symbols.WIDE, symbols.ABBREVIATED)
    ]
    return tuple(
        tuple({fold(kind[month]).rstrip(".") for kind in kinds if len(kind[month]) > 2})
        for month in range(12)
    )


def names_month(month: int, text: str, code: str) -> bool:
    """Whether `text` has the name of the month (1 to 12), inflected or not."""
    folded = fold(text)
    names = month_names(code)[month - 1]
    if is_unspaced(code):
        return any(name in folded for name in names)
    # “May” is a month, “may” is none.
    parts = (part for word in tokens(text) for part in word.split("-"))
    shown = (word for word in parts if code != "en" or word[:1].isupper())
    words = [fold(word) for word in shown]
    return any(word.startswith(name[: max(3, len(name) - 2)]) for name in names for word in words)
