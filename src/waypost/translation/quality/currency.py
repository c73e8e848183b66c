"""A translation names no money that its source doesn't name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from waypost.model.finding import Code, Severity
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import VALUE, read_words

CURRENCY = Code(
    "T022",
    "A currency was invented",
    Severity.WARNING,
    "Engines turn marks and bare numbers into money, and one currency into another: the reader "
    "brings the wrong amount.",
    "Write the amount in the currency of the source, as a sign or as a word.",
    'msgid "Pay $5."\nmsgstr "Pague 5 €."',
    'msgid "Pay $5."\nmsgstr "Pague $5."',
)

_DOLLAR = (
    r"\$|\b(?:usd|cad|aud|mxn)\b|dollar|dólar|dolar|dollari|долар|доллар|دولار|دلار|डॉलर|डलर|ডলার|美元|美金|"
    r"ドル|달러|\bbucks?\b|\bpesos?\b|\breal\b|\breais\b"
)
_POUND = r"£|\bgbp\b|\bpounds?\b|sterling|libras?|livres?|фунт|英镑|\bpence\b|\bquid\b|\d[pmk]\b"
_YEN = r"[¥￥円元]|\b(?:jpy|cny|rmb)\b|\byen\b|\byuan\b"
# What each sign, code or word may stand for: a pattern that the source must have somewhere.
_MEANS = {
    "$": _DOLLAR,
    "￠": r"¢|cent",
    "¢": r"¢|cent",
    "€": r"€|\beur\b|euro",
    "£": _POUND,
    "¥": _YEN,
    "￥": _YEN,
    "₹": r"₹|\binr\b|rupee|\brs\b",
    "₩": r"₩|\bkrw\b|\bwon\b",
    "₽": r"₽|\brub\b|r(?:o)?uble",
    "₱": r"₱|\$|\bphp\b|peso",
    "₫": r"₫|\bvnd\b|dong",
    "₺": r"₺|\btry\b|lira",
    "usd": _DOLLAR,
    "cad": _DOLLAR,
    "mxn": _DOLLAR,
    "eur": r"€|\beur\b|euro",
    "gbp": _POUND,
    "jpy": _YEN,
    "cny": _YEN,
    "euro": r"€|\beur\b|euro",
}
_COUNTRY = re.compile(rf"(?<![^\W_])(?:U\.?S\.?|United States)(?![^\W_])|(?i:{_DOLLAR})")
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _MEANS.items()}
_EURO = (
    r"(?<![^\W_])(?:euros?|eura|eurot|euroa|eurojen|евро|євро)(?![^\W_])|يورو|یورو|यूरो(?![\u0900-\u0963])|ইউরো(?![\u0980-\u09e3])|ਯੂਰੋ(?![\u0a00-\u0a65])|"
    r"欧元|歐元|ユーロ|유로(?!\w)|ยูโร|អឺរ៉ូ|ယူရို|ዩሮ"
)
# The block of currency signs, and those of other blocks.
_SIGN = re.compile(
    rf"[$¢£¤¥\u058f\u060b\u09f2\u09f3\u0e3f\u17db\u20a0-\u20cf\ufdfc\uffe0\uffe1\uffe5\uffe6]"
    rf"|(?<![A-Za-z])(?:USD|CAD|MXN|EUR|GBP|JPY|CNY)(?![A-Za-z])|(?i:{_EURO})",
)
_GAP = "[ \u00a0\u202f]?"
# Half of a sign beside a fact that has the whole of it: “US {fee}” is read “US $52”.
_HALF = re.compile(
    rf"(?<![^\W_])(?:US|U\.S\.|USD|EUA|EE\.\s?UU\.|R){_GAP}(?:\${_GAP})?{VALUE}"
    rf"|{VALUE}{_GAP}(?:US|U\.S\.)(?![^\W_])(?:{_GAP}\$)?"
)
_NAME_OF_EURO = re.compile(_EURO, re.IGNORECASE)


@lru_cache(8192)
def read_currencies(text: str) -> frozenset[str]:
    """The signs and codes of currencies in `text`, and `euro` for its name in any script."""
    found = _SIGN.findall(text)
    return frozenset("euro" if _NAME_OF_EURO.fullmatch(one) else one.lower() for one in found)


def find_currency(pair: Pair) -> Iterator[str]:
    """Each currency that stands in the translation and is meant nowhere in the source."""
    target = read_words(pair.target, pair.syntax)
    if target is None:
        return
    if (half := _HALF.search(target.everything)) is not None:
        yield from _find_half(pair, half[0].replace(VALUE, "").strip())
    if not (found := read_currencies(target.everything)):
        return
    source = read_words(pair.source, pair.syntax)
    if source is None or found <= read_currencies(source.everything):
        return
    for one in sorted(found - read_currencies(source.everything)):
        pattern = _PATTERNS.get(one)
        if pattern is None or pattern.search(source.everything) is None:
            yield f"the currency “{one}” isn't in the source"


def _find_half(pair: Pair, sign: str) -> Iterator[str]:
    """One message if neither this sign nor the country stands in the source."""
    source = read_words(pair.source, pair.syntax)
    if source is not None and _COUNTRY.search(source.everything) is None:
        yield f"“{sign}” beside an amount isn't in the source"


CHECK = PairCheck(CURRENCY, is_blocking=True, find=find_currency)
