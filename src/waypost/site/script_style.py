"""The second style of a page: what its language's script asks for, and only there.

A page in Latin, Cyrillic or Greek letters has none; the style of all pages is made for them.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256

import msgspec

from waypost.locales.typography import Typography, find_style_script, typography_of
from waypost.model.language import Language

_FACE = "own"
_PLAIN = frozenset({"Latn", "Cyrl", "Grek"})
_MAIN_HEIGHT = "1.55"
"""Of all pages, as in the base component; for what stands in another language on this page."""
_HEADING_HEIGHT = 1.25
"""Of Latin letters. Components give lines that are closer than text as `calc(1.4*var(--d))`, where
`--d` is how much more this script needs than Latin."""


class ScriptStyle(msgspec.Struct, frozen=True):
    """A language's own style, and what a page's policy needs to allow it."""

    tag: str
    """As HTML, after the style of the page; "" where the language needs none."""
    source: str
    """What follows the policy's last source: ` 'sha256-…'`, or ""."""


NO_SCRIPT_STYLE = ScriptStyle("", "")


@cache
def script_style(language: Language) -> ScriptStyle:
    """The style that the language's pages have beside that of their components."""
    if find_style_script(language) in _PLAIN:
        return NO_SCRIPT_STYLE
    css = render_script_css(language.code, typography_of(language))
    digest = b64encode(sha256(css.encode("utf-8")).digest()).decode("ascii")
    return ScriptStyle(f"<style>{css}</style>", f" 'sha256-{digest}'")


def render_script_css(code: str, setting: Typography) -> str:
    """The rules of a language's pages, minimised."""
    rules = [_face(names, at, setting.face_range) for at, names in enumerate(setting.faces)]
    own = (_FACE,) if setting.faces else setting.first_fonts
    family = ",".join([*own, "system-ui", *setting.fonts, "sans-serif"])
    high = _number(setting.line_height)
    text = f"line-height:{high};font-family:{family}"
    if setting.breaks:
        text += f";{setting.breaks}"
    dense = _number(round(setting.heading_height / _HEADING_HEIGHT, 2))
    rules.append(f"html{{--d:{dense};{text}}}")
    if setting.heading_breaks:
        rules.append(f"h1,h2,h3{{{setting.heading_breaks}}}")
    if not setting.has_italic:
        rules.append("em{font-style:normal;font-weight:600}")
    if setting.underline:
        rules.append(f"a{{text-underline-offset:{setting.underline}}}")
    other, back = "", ""
    if setting.faces:
        # Arabic among Urdu is in Naskh, as its readers know it.
        other, back = ";font-family:system-ui,sans-serif", f";font-family:{family}"
    rules.append(f"body [lang]{{--d:1;line-height:{_MAIN_HEIGHT}{other}}}")
    rules.append("span[translate=no]{display:inline-block}")
    rules.append(f"body [lang={code}]{{--d:{dense};line-height:{high}{back}}}")
    return "".join(rules)


def _face(names: tuple[str, ...], at: int, letters: str) -> str:
    """A font of the machine for these letters only: the regular one at 0, the bold one at 1."""
    places = ",".join(f"local({name})" for name in names)
    weight = "font-weight:700;" if at else ""
    return f"@font-face{{font-family:{_FACE};{weight}src:{places};unicode-range:{letters}}}"


def _number(value: float) -> str:
    return f"{value:g}"
