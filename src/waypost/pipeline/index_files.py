"""Where the files of the search indexes stand, for those who only keep or remove them."""

from __future__ import annotations

from typing import Final

_MANIFESTS: Final = "search/"
FILES: Final = "assets/search/"
"""A folder for each language."""


def manifest_path(code: str) -> str:
    """The file of a language's index that a browser asks for first."""
    return f"{_MANIFESTS}{code}.js"


def name_language(path: str) -> str:
    """The code of the language to whose index the file belongs; "" for any other file."""
    if path.startswith(FILES):
        return path.removeprefix(FILES).partition("/")[0]
    if path.startswith(_MANIFESTS) and path.endswith(".js"):
        return path.removeprefix(_MANIFESTS).removesuffix(".js")
    return ""
