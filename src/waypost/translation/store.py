"""Catalogues where they live: `translations/<language>/<document>.po`. Touches the disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from waypost.files.atomic import save_text_if_changed
from waypost.files.inside import StrayError, load_inside, require_inside
from waypost.model.finding import BrokenSource, Failure
from waypost.translation.catalog import Catalog
from waypost.translation.file_codes import describe_stray
from waypost.translation.po_catalog import Reading, parse_catalog
from waypost.translation.po_writer import render_catalog

FOLDER = "translations"
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DOCUMENT = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)?")


def catalog_path(language: str, document: str) -> str:
    """The path of a catalogue relative to the site's root, with slashes.

    Raises Failure for a name that could reach outside of the folder.
    """
    if not _LANGUAGE.fullmatch(language) or not _DOCUMENT.fullmatch(document):
        message = f"“{language}/{document}” can't be the name of a catalogue"
        raise Failure(message, "Use a BCP 47 code, and a document such as guides/renew-license.")
    return f"{FOLDER}/{language}/{document}.po"


def has_catalogue_name(document: str) -> bool:
    """Whether a document's name can be a file's; one that can't has a finding of its own."""
    return _DOCUMENT.fullmatch(document) is not None


def load_catalog(root: Path, language: str, document: str) -> Reading | None:
    """The catalogue as it is on the disk, or None where there is none yet."""
    data = load_data(root, language, document)
    return None if data is None else parse_catalog(data)


def load_data(root: Path, language: str, document: str) -> bytes | None:
    """The bytes of a catalogue, or None where there is none yet.

    Raises BrokenSource, a Failure with its finding, where it is reached through a link that leads
    out of the folder, or is no file.
    """
    path = root / catalog_path(language, document)
    try:
        return load_inside(root, FOLDER, _within(language, document))
    except FileNotFoundError:
        return None
    except StrayError as error:
        raise _refuse(error) from error
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise Failure(f"{path} can't be read: {reason}", "Check the file's permissions.") from error


def save_catalog(root: Path, document: str, catalog: Catalog) -> bool:
    """Whether the file had to be written: an equal one keeps its time stamp."""
    path = root / catalog_path(catalog.language, document)
    try:
        require_inside(root, FOLDER, _within(catalog.language, document))
        return save_text_if_changed(path, render_catalog(catalog))
    except StrayError as error:
        raise _refuse(error) from error
    except OSError as error:
        reason = error.strerror or "unknown error"
        mend = "Check the folder's permissions and the free space."
        raise Failure(f"{path} can't be written: {reason}", mend) from error


def _within(language: str, document: str) -> str:
    """The path of a catalogue in the folder of translations."""
    return catalog_path(language, document).removeprefix(f"{FOLDER}/")


def _refuse(error: StrayError) -> BrokenSource:
    finding = describe_stray(error.stray)
    return BrokenSource(f"{finding.place}: {finding.message}.", finding.mend, (finding,))


def list_catalogs(root: Path, language: str = "") -> Iterator[tuple[str, str]]:
    """Language and document of every PO file in the folder, or of one language's, sorted."""
    folder = root / FOLDER
    for path in sorted((folder / language).rglob("*.po")):
        language, *rest = PurePosixPath(path.relative_to(folder)).with_suffix("").parts
        if rest and path.is_file():
            yield language, "/".join(rest)
