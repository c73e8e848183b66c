"""A site written by somebody who wants its search to break: small, built for real.

Touches the disk.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

from tests.sites.running import build, lay_files
from tests.sites.small_site import CONTENT, DOG, SETTINGS
from waypost.content.source import CONTROL_SIGN

LANGUAGES = ("en", "es", "ar", "zh-Hans", "th", "vi", "ko", "am")
"""One for each way in which texts are parted into words."""
SCRIPT = "</script><script>window.owned=1</script>"
IMAGE = "<img src=//evil.example/x onerror=window.owned=1>"
NAMES = ("constructor", "prototype", "tostring", "valueof", "undefined", "null")
"""Ids of pages, and titles of others: what every object of JavaScript has."""
TITLES = (
    f"License {SCRIPT}",
    f"Dog {IMAGE}",
    "\"');waypost.put('en','')//",
    "Line\u2028and\u2029paragraph\u0085end",
    "\u202eright to left\u202c \u2066and back\u2069",
    "__proto__ hasOwnProperty toString",
    "\\u003cb\\u003e \\n \\\\ \\x3c $owned `owned`",
    "&lt;b&gt; &amp;amp; &#60;",
    "~ = _ ~proto =constructor *table 1>2 a>b",
    "😀 👍🏽 🏳️‍🌈 👨‍👩‍👧‍👦",
    "x" * 10_000,
    "long " * 2_000,
    "%3Cscript%3E %00 %E0%A4%A %",
    "^(.*)+$ [a-z]{1,9}? (?=x) $& $1 $`",
    "http://evil.example/ javascript:owned //evil.example",
    "狗牌照 '\"><b>许可证</b> ใบอนุญาต giấy phép 면허 ፈቃድ رخصة",
    "a\u0301\u0323\u0308\u200d\u200c\u00ad\ufeff Zalgo " + "e\u0301" * 300,
    "İıẞßŁł ﷺ ㍿ ﬃ ２０ ①",
)
_HEADING = re.compile(r"[<`\s]+")
"""A heading is one line, and may hold neither HTML nor code."""


def build_hostile_site(root: Path) -> Path:
    """The folder of the built site."""
    codes = "".join(f"\n        {code}: {{tier: core}}" for code in LANGUAGES[1:])
    languages = f"      languages:\n        en: {{tier: full, main: yes}}{codes}\n"
    files = {**CONTENT, "mkdocs.yml": SETTINGS[: SETTINGS.index("      languages:")] + languages}
    ids = [*NAMES, *(f"hostile-{number}" for number in range(len(TITLES) - len(NAMES)))]
    # A build refuses what can't be seen; what is left must do.
    titles = [CONTROL_SIGN.sub("", title) for title in TITLES]
    for page, title in zip(ids, titles, strict=True):
        files[f"content/guides/{page}.md"] = _write_guide(title)
    for code in LANGUAGES:
        files[f"translations/{code}/search.yml"] = _write_words(ids, titles)
    lay_files(root, files)
    # A preview stands in spite of findings.
    report = build(root, preview=True)
    assert report.written, report.findings[:5]
    return root / "build" / "site"


def _write_guide(title: str) -> str:
    written = _quote(title)
    return (
        DOG.replace("title: Get a dog license", f"title: {written}\nalso_known_as: [{written}]")
        .replace("Every dog in town needs a license each year.", _quote(title + SCRIPT))
        .replace(
            "## After you apply",
            f"### {_HEADING.sub(' ', title[:200])}\n\nWait.\n\n## After you apply",
        )
    )


def _write_words(ids: list[str], titles: list[str]) -> str:
    """What nobody would type, as keywords, synonyms and best bets."""
    words = [title[:80] for title in titles]
    pairs = pairwise(words)
    return _quote(
        {
            "keywords": dict(zip(ids, ([word, "perro"] for word in words), strict=True)),
            "synonyms": [f"{one} = {other}" for one, other in pairs],
            "best_bets": dict(zip(words, ids, strict=True)),
        }
    )


def _quote(value: object) -> str:
    """The value in YAML, which takes JSON, but for halves of characters."""
    return json.dumps(value, ensure_ascii=False)
