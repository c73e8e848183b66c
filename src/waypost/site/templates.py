"""The templates, run once per page: they know structure and words, never a language.

A page's template is made of components: `c.call(phone)` in it is the macro `call` of
`components/call/template.html`, and from then on the page has the style of that component.

Touches the disk: reads the package's `templates/` and `components/`, each once, and keeps
compiled templates beside them.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from waypost.model.text import Risk
from waypost.site import regions
from waypost.site.style_sheet import COMPONENTS, compile_style

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment, Template

_FOLDER = Path(__file__).parent
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_STYLE, _POLICY = "\x0estyle\x0f", "\x0epolicy\x0f"
"""What stands in a page until it is known which components it uses."""


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        bytecode_cache=_keep_compiled(),
        loader=FileSystemLoader([_FOLDER / "templates", COMPONENTS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_drop_control,
    )
    environment.globals.update(
        body=regions.body,
        stub_region=regions.stub,
        blocks=regions.blocks,
        block=regions.block,
        optional=regions.optional,
        section=regions.section,
        critical=Risk.CRITICAL,
        style=Markup(_STYLE),  # noqa: S704 - a mark, no text
        csp=Markup(_POLICY),  # noqa: S704 - the same
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


class Components:
    """The components as a template calls them, by name; each one that it asks for is noted."""

    def __init__(self, frame: Mapping[str, object], uses: set[str]) -> None:
        # With the globals among them the variables are shared by all modules, and never copied.
        self._frame = {**_environment().globals, **frame, "c": self}
        self._uses = uses
        self._macros: dict[str, Callable[..., Markup]] = {}

    def use(self, *names: str) -> str:
        """Nothing; the page has the style of these components, whose classes it writes itself."""
        self._uses.update(names)
        return ""

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        """The macro of the component's template, which sees the frame of the page."""
        macro = self._macros.get(name)
        if macro is None:
            module = _load_component(name).make_module(self._frame, shared=True)
            macro = self._macros[name] = getattr(module, name)
            self._uses.add(name)
        return macro


@cache
def _load_component(name: str) -> Template:
    return _environment().get_template(f"{name}/template.html")


def prepare_templates() -> None:
    """The templates of guides are loaded, for all processes that are forked from now on."""
    _environment().get_template("guide.html")
    for path in COMPONENTS.glob("*/template.html"):
        _load_component(path.parent.name)


def parse_snippet(source: str) -> Template:
    """A template that is written where it is used, to be included in another."""
    return _environment().from_string(source)


def render_template(
    name: str, frame: Mapping[str, object], context: Mapping[str, object], uses: set[str]
) -> str:
    """The marked text of a template, with the style of the components that it used.

    Components see the `frame` only; the template sees the `context` too. `uses` are the
    components that something else on the page is made of. The frame's `palette` is the style of
    the site's own colours.
    """
    template = _environment().get_template(name)
    marked = template.render({**frame, "c": Components(frame, uses), **context})
    style = compile_style(frozenset(uses), str(frame.get("palette", "")))
    return marked.replace(_STYLE, style.css, 1).replace(_POLICY, style.policy, 1)
