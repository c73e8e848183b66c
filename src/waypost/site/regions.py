"""Where the regions of a page begin and end, as marks that a template leaves in its text."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

Caller = Callable[[], str]


def body(caller: Caller) -> Markup:
    """What stands in the page's `main`, and gives way to the stub."""
    return _region("body", caller())


def stub(caller: Caller) -> Markup:
    """What stands in place of the body where the page isn't published."""
    return _region("stub", caller())


def blocks(caller: Caller) -> Markup:
    """The part of a section that follows its heading: made of blocks."""
    return _region("blocks", caller())


def block(caller: Caller) -> Markup:
    """A top-level block of a section."""
    return _region("block", caller())


def mark_block(html: str) -> Markup:
    """Our own HTML as a top-level block of a section."""
    return _region("block", html)


def optional(caller: Caller) -> Markup:
    """What is left out where a text of it is missing."""
    return _region("optional", caller())


def section(caller: Caller) -> Markup:
    """A section: its heading, then its blocks."""
    return _region("section", caller())


def _region(name: str, inner: str) -> Markup:
    return Markup(f"\x10{name}\x11{inner}\x10/{name}\x11")  # noqa: S704 - a template's own text
