"""`waypost serve`: build, show, and build again at each save.

Touches the disk and the network: watches the site's sources, and serves the built files.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

import click

from waypost.config.settings import SETTINGS_FILE
from waypost.model.finding import Failure, describe_disk_error
from waypost.pipeline.build import BuildReport, cache_folder, sign
from waypost.pipeline.builder import Builder
from waypost.pipeline.cache import Cache
from waypost.pipeline.options import CACHE, TRANSLATIONS, BuildOptions, resolve_day
from waypost.pipeline.project import open_project
from waypost.pipeline.search_aside import SearchAside
from waypost.pipeline.state import load_state
from waypost.pipeline.web_server import Changes, start_server
from waypost.report.formats import render_text

_LOOK_MS = 250
"""How often it is looked whether the search index is done."""
_SETTLE_MS = 20
"""Editors write a file in several steps; a build waits this long for the last of them."""


def serve_site(root: Path, *, day: date | None, host: str, port: int) -> None:
    """Serves until it is interrupted; findings are printed after each build.

    The preview has a folder of its own, so that it never touches a site built for publication.
    """
    from watchfiles import watch

    site = root / CACHE / "preview"
    options = BuildOptions(
        day=day, site_dir=site, preview=True, keep_last_good=True, defer_search=True
    )
    folder = cache_folder(root, options)
    settings = open_project(root, day).settings
    today = resolve_day(day)
    builder = Builder(root, options, today, Cache(folder), sign(today, options), load_state(folder))
    aside = SearchAside(builder.take_index)
    _show(builder.build(time.perf_counter()))
    changes = Changes()
    server = start_server(site, changes, host, port)
    address = f"http://{host}:{server.server_address[1]}/"
    click.echo(f"Serving {settings.name} at {address} – stop with Ctrl+C.")
    sys.stdout.flush()
    names = (settings.content, TRANSLATIONS, SETTINGS_FILE)
    watched = [root / name for name in names if (root / name).exists()]
    changed: set[Path] = set()
    try:
        _index(builder, aside)
        for seen in watch(
            *watched,
            debounce=_SETTLE_MS,
            step=_SETTLE_MS // 2,
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            # What a build that failed left undone is still to be done.
            changed |= {Path(path).resolve() for _, path in seen}
            try:
                if not seen:
                    _look(builder, aside)
                    continue
                aside.stop()
                report = builder.build_again(time.perf_counter(), changed)
            except (Failure, OSError) as trouble:
                failure = describe_disk_error(trouble) if isinstance(trouble, OSError) else trouble
                click.echo(f"waypost: {failure.message}\n    {failure.mend}", err=True)
                continue
            changed.clear()
            changes.announce()
            _show(report)
            builder.save()
            _index(builder, aside)
    finally:
        aside.close()
        builder.save()
        server.shutdown()


def _index(builder: Builder, aside: SearchAside) -> None:
    """The search indexes follow the pages, while nobody waits for them."""
    plan = builder.plan_index()
    if plan is not None:
        aside.start(plan)


def _look(builder: Builder, aside: SearchAside) -> None:
    report = aside.poll()
    if report is not None:
        builder.save()
        click.echo(f"{time.strftime('%H:%M:%S')} {report.summary}")
        sys.stdout.flush()


def _show(report: BuildReport) -> None:
    if report.findings:
        click.echo(render_text(report.findings), nl=False)
    click.echo(f"{time.strftime('%H:%M:%S')} {report.summary}")
    sys.stdout.flush()
