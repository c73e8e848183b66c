"""The templates, run once per page: they know structure and words, never a language.

Touches the disk: reads the package's `templates/` and `styles/`, each once, and keeps compiled
templates beside them.
"""

from __future__ import annotations

import os
import re
import sys
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from waypost.model.text import Risk
from waypost.site import regions

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment

_FOLDER = Path(__file__).parent
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
_AFTER = re.compile(r"(?<=[\w-]): ")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")

STYLES = {
    "guide": ("base", "prose", "guide"),
    "prose": ("base", "prose"),
    "place": ("base", "prose", "guide"),
    "list": ("base", "list"),
    "card": ("base", "card"),
    "bare": ("base", "list"),
}
"""Which style sheets a type of page is made of."""


@cache
def load_style(name: str) -> str:
    """The style sheet of a type of page, without what only its authors need."""
    css = "".join(
        (_FOLDER / "styles" / f"{part}.css").read_text(encoding="utf-8") for part in STYLES[name]
    )
    css = _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", css)))
    return _AFTER.sub(":", css).replace(";}", "}").strip()


@cache
def security_policy(style: str) -> str:
    """The Content-Security-Policy of a page with this style sheet."""
    digest = b64encode(sha256(load_style(style).encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; script-src 'self'; img-src 'self'; "
        "media-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
        "form-action 'self'"
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        bytecode_cache=_keep_compiled(),
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_drop_control,
    )
    environment.globals.update(
        body=regions.body,
        stub=regions.stub,
        blocks=regions.blocks,
        block=regions.block,
        optional=regions.optional,
        section=regions.section,
        critical=Risk.CRITICAL,
    )
    return environment


def _keep_compiled() -> BytecodeCache | None:
    """Compiled templates are kept where Python keeps compiled modules, if it may write there."""
    from jinja2 import FileSystemBytecodeCache

    folder = _FOLDER / "templates" / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    if sys.dont_write_bytecode or not os.access(folder, os.W_OK):
        return None
    return FileSystemBytecodeCache(str(folder), "%s.cache")


def _drop_control(value: object) -> object:
    """What a template prints: a string from outside can't hold one of our marks."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _CONTROL.sub("", value)
    return value


def render_template(name: str, style: str, context: dict[str, object]) -> str:
    """The marked text of a template."""
    template = _environment().get_template(name)
    return template.render(
        context,
        style=Markup(load_style(style)),  # noqa: S704 - our own style sheet
        csp=Markup(security_policy(style)),  # noqa: S704 - quotes that an attribute may hold
    )
