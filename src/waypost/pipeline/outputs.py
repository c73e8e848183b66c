"""The files of the site: written only when they differ, and taken away when nothing makes them.

Touches the disk. A file that stands is replaced whole; a new one is written straight away, since
the state of the build, which is saved last, is what vouches for it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from waypost.files.scan import Mark
from waypost.model.finding import Failure
from waypost.model.site import Output
from waypost.pipeline.options import CACHE

_WRITE_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def save_output(site: str, output: Output) -> Mark:
    """The mark of the file, which holds the output's bytes; an equal file isn't touched."""
    path = f"{site}/{output.path}"
    folder = path.rpartition("/")[0]
    try:
        # Most files are a page's index.html, alone in a folder that isn't there yet.
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    return save_in_folder(site, output)


def save_in_folder(site: str, output: Output) -> Mark:
    """As `save_output`, for one of many files of a folder that is there."""
    path = f"{site}/{output.path}"
    try:
        handle = os.open(path, _WRITE_NEW, 0o644)
    except FileExistsError:
        return _replace(path, output.data)
    return _write(handle, output.data)


def _write(handle: int, data: bytes) -> Mark:
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        stat = os.fstat(handle)
    finally:
        os.close(handle)
    return (stat.st_mtime_ns, stat.st_size)


def _replace(path: str, data: bytes) -> Mark:
    with open(path, "rb") as stream:
        if stream.read() == data:
            stat = os.fstat(stream.fileno())
            return (stat.st_mtime_ns, stat.st_size)
    fresh = f"{path}.new"
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    mark = _write(handle, data)
    os.replace(fresh, path)
    return mark


def remove_outputs(site: Path, paths: Iterable[str]) -> None:
    """The files are gone, and so are folders that held nothing else.

    The paths come from the cache, which may come from anywhere: none may lead out of the site.
    """
    inside = site.resolve()
    for path in paths:
        full = site / path
        if inside not in full.parent.resolve().parents and full.parent.resolve() != inside:
            continue
        full.unlink(missing_ok=True)
        for folder in full.parents:
            if folder == site:
                break
            try:
                folder.rmdir()
            except OSError:
                break


SITE_MARK = "robots.txt"
"""Every site that Waypost builds holds it: by it a folder is known as one of ours."""


def clear_site(site: Path, root: Path, keep: Iterable[str]) -> None:
    """The site folder is empty.

    A Failure when the folder holds the site's own sources, lies in them or in git's folder, or
    holds something that Waypost hasn't built: settings that say so are a mistake.
    """
    resolved = site.resolve()
    home = root.resolve()
    folders = [(root / name).resolve() for name in (*keep, ".git", CACHE)]
    holds_sources = any(
        source == resolved or resolved in source.parents for source in (home, *folders)
    )
    lies_within = any(folder in resolved.parents for folder in folders[:-1])
    leads_out = root in site.parents and home not in resolved.parents
    if holds_sources or lies_within or leads_out:
        raise Failure(
            f"The site can't be built into {site}: its sources lie there, or a link leads away.",
            "Set site_dir in mkdocs.yml to a folder of its own, such as build/site.",
        )
    if not site.exists():
        return
    if not site.is_dir():
        raise Failure(f"{site} is a file, not a folder.", "Move it away, or set another site_dir.")
    entries = list(os.scandir(resolved))
    if (
        entries
        and not any(entry.name == SITE_MARK for entry in entries)
        and home in resolved.parents
    ):
        is_scratch = (home / "build") in resolved.parents
        if not is_scratch:
            raise Failure(
                f"{site} holds files that Waypost hasn't built.",
                "Empty the folder yourself, or set site_dir in mkdocs.yml to one of its own.",
            )
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            os.unlink(entry.path)
