"""The style of a page: what all pages share, then that of each component that it used.

Touches the disk: reads the components' `style.css`, each once.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

COMPONENTS = Path(__file__).with_name("components")
BASE = "base"
"""The component that every page uses; its style stands first."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
_AFTER = re.compile(r"(?<=[\w-]): ")


class StyleSheet(msgspec.Struct, frozen=True):
    """A page's style, and the policy that allows it and nothing else."""

    css: str
    policy: str
    """The page's Content-Security-Policy; it ends where a source for another style may follow."""


@cache
def compile_style(names: frozenset[str], palette: str = "") -> StyleSheet:
    """The style of a page that uses these components; the same for any order of their use.

    What holds for one medium only stands together at the end, so that it is named once. The
    site's own colours, `palette`, come after Waypost's.
    """
    rules: list[str] = []
    media: dict[str, list[str]] = {}
    sheets = [load_style(name) for name in (BASE, *sorted(names - {BASE}))]
    for sheet in (sheets[0], palette, *sheets[1:]):
        for head, inner in _split_rules(sheet):
            if head.startswith("@media"):
                media.setdefault(head, []).append(inner)
            else:
                rules.append(f"{head}{{{inner}}}")
    rules += (f"{head}{{{''.join(inner)}}}" for head, inner in media.items())
    css = "".join(rules)
    return StyleSheet(css, _allow(css))


@cache
def load_style(name: str) -> str:
    """The style of a component without what only its authors need; "" where it has none."""
    path = COMPONENTS / name / "style.css"
    return minify_css(path.read_text(encoding="utf-8")) if path.is_file() else ""


def minify_css(css: str) -> str:
    """The same rules without comments and spaces."""
    css = _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", css)))
    return _AFTER.sub(":", css).replace(";}", "}").strip()


def _split_rules(css: str) -> Iterator[tuple[str, str]]:
    """(what stands before the braces, what stands in them) for each rule at the top."""
    start = depth = inner = 0
    for at, letter in enumerate(css):
        if letter == "{":
            depth += 1
            if depth == 1:
                inner = at
        elif letter == "}":
            depth -= 1
            if depth == 0:
                yield css[start:inner], css[inner + 1 : at]
                start = at + 1


def _allow(css: str) -> str:
    digest = b64encode(sha256(css.encode("utf-8")).digest()).decode("ascii")
    return (
        "default-src 'none'; script-src 'self'; img-src 'self'; media-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
        f"style-src 'sha256-{digest}'"
    )
