"""`waypost review`: the states of translations, and what people do about them."""

from __future__ import annotations

import click

from waypost.cli.lazy import LazyGroup
from waypost.cli.options import CONTEXT

COMMANDS = {
    "accept": "Stamp translations as reviewed.",
    "desk": "A site to read and correct translations in.",
    "import": "Take in what vendors, clerks and the desk give back.",
    "list": "What to do next.",
    "merge": "Merge PO files of two branches entry by entry.",
    "reject": "Take away translations that are wrong.",
    "stamp": "Stamp what reviewers changed or approved on a branch.",
    "status": "How many words are in which state.",
}


@click.group(
    "review",
    cls=LazyGroup,
    package="waypost.cli.review",
    summaries=COMMANDS,
    context_settings=CONTEXT,
)
def command() -> None:
    """See, correct and accept translations."""
