"""The command line. Each command is a module of its own, imported only when it is called."""

from __future__ import annotations

import atexit
import gc
import io
import sys
from typing import NoReturn

import click

from waypost import __version__
from waypost.cli.lazy import LazyGroup
from waypost.model.finding import Failure, describe_disk_error

COMMANDS = {
    "build": "Build the site into build/site.",
    "check": "Check everything that editors and translators wrote.",
    "codes": "Print what each finding means (docs/findings.md).",
    "export": "Write texts into files for vendors and other tools.",
    "new": "Start a site, or a guide in it.",
    "review": "See and accept translations.",
    "search": "Ask what residents would find, and why.",
    "serve": "Show the site while you write; pages follow each save.",
    "sync": "Bring the PO files up to date with the source texts.",
    "translate": "Draft missing translations by machine.",
}


@click.group(
    cls=LazyGroup,
    package="waypost.cli",
    summaries=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="waypost")
def program() -> None:
    """Public-service guides that every resident can use.

    Guides are files: YAML and Markdown in content/, translations as PO in translations/, and the
    site's settings in mkdocs.yml. Run the commands in the folder that holds mkdocs.yml.

    \b
    Examples:
      waypost check                    see every mistake, with its place and mend
      waypost serve                    write and look
      waypost sync && waypost translate --engine argos --packs packs/
      waypost build                    the site, in build/site

    Exit codes: 0 clean, 1 findings, 2 could not run.
    """


def main() -> None:
    """Runs the command line; a Failure or trouble with a file is a message and exit code 2."""
    # Python looks for cycles in all that is left, though the memory is given back in any case:
    # after a build that takes a fifth of a second.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        # A title in Arabic, and a file or terminal that holds Latin letters alone.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        # Click on its own would give an interruption the exit code of findings.
        code = program.main(prog_name="waypost", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except Failure as failure:
        _give_up(failure)
    except OSError as error:
        _give_up(describe_disk_error(error))
    except (click.Abort, KeyboardInterrupt):
        click.echo("waypost: stopped; what was finished is saved.", err=True)
        sys.exit(130)
    sys.exit(code if isinstance(code, int) else 0)


def _give_up(failure: Failure) -> NoReturn:
    click.echo(f"waypost: {failure.message}\n    {failure.mend}", err=True)
    sys.exit(2)
