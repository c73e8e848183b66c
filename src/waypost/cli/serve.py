"""`waypost serve`: the site while it is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from waypost.cli.options import CONTEXT, date_option, root_option


@click.command("serve", context_settings=CONTEXT)
@root_option
@date_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True)
def command(root: Path, day: date | None, port: int, host: str) -> None:
    """Show the site while you write; pages follow each save.

    Errors are printed and never stop the preview. Stop it with Ctrl+C.

    \b
    Examples:
      waypost serve
      waypost serve --port 8080
    """
    from waypost.pipeline.serve import serve_site

    serve_site(root, day=day, host=host, port=port)
