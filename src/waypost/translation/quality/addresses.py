"""Web and mail addresses of a translation are those of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from waypost.model.finding import Code, Severity
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import read_words

ADDRESSES = Code(
    "T021",
    "A web or mail address was invented, changed or lost",
    Severity.WARNING,
    "An address that the source hasn't got may lead to a stranger; a changed one leads nowhere.",
    "Write each address as it stands in the source. A path in the reader's own language, such as "
    "/espanol, is fine on the same host.",
    'msgid "Call us."\nmsgstr "Llame a www.example.com."',
    'msgid "Call us."\nmsgstr "Llámenos."',
)

_LIKELY = re.compile(r"[@/]|\.\w")
# What may begin anywhere is bounded in length, so that a text is read in time that grows with it.
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s<>\])}]+|(?<![\w.])www\.[^\s<>\])}]+"
    r"|(?<![A-Za-z0-9.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![a-z0-9.@-])(?:[a-z0-9-]{1,63}\.){1,10}"
    r"(?:com|org|net|gov|edu|info|mil|example|app|"
    r"(?:us|uk|ca|mx|es|fr|de|br|pt|it|eu|io|co|tv|me|ru|cn|in|au)(?=/))"
    r"(?![\w-])(?:/[^\s<>\])}]*)?",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?")
_ENDING = ".,;:!?'\"”»…。，、；：！？।۔؟،）】」…"
_TRANSLATED_PATH = re.compile(
    r"(?:^|[/.])(?:[a-z]{2,3}(?:-[a-z]{2,4})?|espanol|spanish|francais|french|chinese|"
    r"vietnamese|arabic|korean|russian|tagalog|somali|kreyol|amharic)(?:[/.]|$)"
)


@lru_cache(4096)
def read_addresses(text: str) -> frozenset[str]:
    """The addresses of a text in small letters, without scheme, `www.` and the sentence's end."""
    if _LIKELY.search(text) is None:
        return frozenset()
    found = (one.rstrip(_ENDING).rstrip("/").lower() for one in _ADDRESS.findall(text))
    return frozenset(_SCHEME.sub("", one) for one in found)


def find_addresses(pair: Pair) -> Iterator[str]:
    """Each address that only one of the two texts has."""
    source, target = (read_words(text, pair.syntax) for text in (pair.source, pair.target))
    if source is None or target is None:
        return
    ours, theirs = read_addresses(source.everything), read_addresses(target.everything)
    if ours == theirs:
        return
    hosts = {_host(one) for one in ours}
    for one in sorted(theirs - ours):
        is_own_path = _host(one) in hosts and _TRANSLATED_PATH.search(one) is not None
        if not is_own_path:
            yield f"the address “{one}” isn't in the source"
    kept = {_host(one) for one in theirs}
    for one in sorted(ours - theirs):
        if _host(one) not in kept:
            yield f"the address “{one}” of the source is missing"


def _host(address: str) -> str:
    """The host, without a part that names a language: es.example.gov and example.gov are one."""
    if "@" in address:
        return address
    host = address.split("/", maxsplit=1)[0]
    return re.sub(r"^(?:[a-z]{2}|espanol)\.(?=[^.]+\.)", "", host)


CHECK = PairCheck(ADDRESSES, is_blocking=True, find=find_addresses)
