"""What `waypost review import` says of the texts that it didn't take as they were meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from waypost.exchange.codes import (
    BROKEN,
    EDITED,
    MISPLACED,
    MOVED,
    NOT_VOUCHED,
    OLDER_SOURCE,
    OTHER_SOURCE,
    REVIEWED,
    UNTRANSLATED,
    make_finding,
)
from waypost.exchange.parcel import Incoming
from waypost.model.correction import Correction
from waypost.model.finding import Finding, Place, Severity
from waypost.translation.corrected import REFUSALS, Answer, Outcome
from waypost.translation.quality.pair import Defect
from waypost.translation.soundness import Flaw, FlawKind

_SHOWN = 60

_FLAWS = {
    FlawKind.LOST: "{} is lost",
    FlawKind.EXTRA: "{} is not in the source",
    FlawKind.MARKUP: "the markup is broken: {}",
    FlawKind.MESSAGE: "this is no ICU message: {}",
    FlawKind.SIGN: "the invisible sign {} stands in the text",
}
_MENDS = {
    FlawKind.LOST: "Put {} into the translation exactly as it stands in the source.",
    FlawKind.EXTRA: "Take {} out of the translation: it holds what the source holds, as often.",
    FlawKind.MARKUP: "Correct the marks: **…**, *…*, […]{{1}} and {{…}} are opened and closed as "
    "in the source. Before a star, bracket or brace that means itself stands a \\.",
    FlawKind.MESSAGE: "Write what stands in braces as in the source; only the words within a "
    "plural's branches are translated. A brace that means itself stands between apostrophes: "
    "'{{'.",
    FlawKind.SIGN: "Delete the sign: type the words around it anew, or paste them as plain text.",
}
_WORDS = "every word"
_WORDS_MEND = (
    "Write the translation in words, or leave the cell empty: an empty one deletes nothing."
)
_SAID = {
    Outcome.REVIEWED: (REVIEWED, "a reviewed translation stands there"),
    Outcome.EDITED: (EDITED, "somebody has edited the translation after the export"),
    Outcome.NOT_VOUCHED: (NOT_VOUCHED, "another translation or source stands there now"),
    Outcome.UNTRANSLATED: (UNTRANSLATED, "this is the source, not a translation of it"),
}


def describe_answer(one: Incoming, answer: Answer) -> Iterator[Finding]:
    """All that is to say of a text whose address is known."""
    correction = one.correction
    where = name_place(correction)
    if answer.outcome in _SAID:
        code, message = _SAID[answer.outcome]
        yield make_finding(code, one.place, f"{where}: {message}")
    elif answer.outcome is Outcome.BROKEN:
        for flaw in answer.flaws:
            message = f"{where}: {_FLAWS[flaw.kind].format(flaw.detail)}"
            yield make_finding(BROKEN, one.place, message, _mend(flaw))
    elif answer.outcome is Outcome.KEPT:
        message = f"{where}: the source isn't “{shorten(correction.source)}” any longer"
        yield make_finding(OLDER_SOURCE, one.place, message)
    elif answer.outcome is Outcome.OTHER_SOURCE:
        said = shorten(correction.source)
        message = (
            f"{where}: the source in this file was changed: “{said}” is none that Waypost knows"
        )
        yield make_finding(OTHER_SOURCE, one.place, message)
    elif answer.outcome is Outcome.MISPLACED:
        message = (
            f"{where}: this is the translation of {answer.owner}: has a column slipped by a row?"
        )
        yield make_finding(MISPLACED, one.place, message)
    if answer.moved_to:
        message = f"{where} has another source or none: taken in at {answer.moved_to}"
        yield make_finding(MOVED, one.place, message)
    for defect in answer.defects:
        yield _describe_defect(one, defect, is_taken=answer.outcome not in REFUSALS)


def find_slipped_files(misplaced: Iterable[Incoming]) -> Iterator[Finding]:
    """A finding for each file in which two or more texts stand beside another's source."""
    for path, count in Counter(one.place.path for one in misplaced).items():
        if count > 1:
            message = f"{count} texts stand beside the source of another: a column has slipped"
            mend = (
                "Compare the columns with a fresh export: mostly a cell was deleted or inserted. "
                "Look at the texts of this file that were taken in, too."
            )
            yield make_finding(MISPLACED, Place(path), message, mend)


def name_place(correction: Correction) -> str:
    """Where the text is meant to go, for a person."""
    return f"{shorten(correction.document)}, {shorten(correction.address)}"


def shorten(text: str) -> str:
    """The beginning of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def _mend(flaw: Flaw) -> str:
    if flaw == Flaw(FlawKind.LOST, _WORDS):
        return _WORDS_MEND
    return _MENDS[flaw.kind].format(flaw.detail)


def _describe_defect(one: Incoming, defect: Defect, *, is_taken: bool) -> Finding:
    """What a check says; an error where the text isn't taken for it."""
    is_error = defect.is_blocking and not is_taken
    fate = "; the text isn't taken" if is_error else ""
    message = f"{name_place(one.correction)}: {defect.message}{fate}"
    severity = Severity.ERROR if is_error else defect.code.severity
    return Finding(one.place, defect.code.id, message, defect.code.mend, severity)
