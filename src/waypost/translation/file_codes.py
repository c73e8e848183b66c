"""The codes of findings about what must not be opened among the translations."""

from __future__ import annotations

from waypost.files.inside import Stray
from waypost.model.finding import Code, Finding, Place, Severity

OUTSIDE = Code(
    "T091",
    "A link leads out of translations/",
    Severity.ERROR,
    "Anybody can send a link in a change. Through it Waypost would read or overwrite files that "
    "are none of the site's, so it does neither.",
    "Delete the link and put the file or folder itself there.",
    "translations/es/glossary.csv -> ../../../glossary.csv",
    "translations/es/glossary.csv   the file itself",
)
NO_FILE = Code(
    "T092",
    "A thing among the translations is no file",
    Severity.ERROR,
    "A pipe, socket or device can't be read like a file: the program would wait for ever.",
    "Delete it, and bring the file back with git.",
    "translations/es/topics.po   a named pipe",
    "translations/es/topics.po   a file",
)

FILE_CODES = (OUTSIDE, NO_FILE)


def describe_stray(stray: Stray) -> Finding:
    """The finding that a stray among the translations is."""
    code = OUTSIDE if stray.is_link else NO_FILE
    message = (
        "this link leads out of translations/, or in a circle; it is neither read nor written"
        if stray.is_link
        else "this is neither a file nor a folder; it isn't opened"
    )
    return Finding(Place(stray.path), code.id, message, code.mend, code.severity)
