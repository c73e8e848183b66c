"""`waypost codes`: what each finding means."""

from __future__ import annotations

import click

from waypost.cli.options import CONTEXT


@click.command("codes", context_settings=CONTEXT)
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Print what each finding means, why it matters, and how to mend it.

    \b
    Examples:
      waypost codes C021
      waypost codes > docs/findings.md
    """
    from waypost.pipeline.codes import find_code, render_code, render_codes

    if code is None:
        click.echo(render_codes(), nl=False)
        return
    found = find_code(code)
    if found is None:
        raise click.UsageError(f"There is no code “{code}”. `waypost codes` lists them all.")
    click.echo(render_code(found), nl=False)
