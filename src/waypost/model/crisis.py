"""Crisis lines: what a person in danger reads first, so it always stands in two languages.

They are the sentence with the emergency number; the summary of a crisis guide; any text that names
the emergency line; and an alert that names it, or that is shown on a crisis guide by name. The
emergency line is the phone fact that the settings call `emergency`; a crisis guide is one that its
author has given the risk `critical`.
"""

from __future__ import annotations

from collections.abc import Container

from waypost.model.guide import Guide, ReferenceKind
from waypost.model.phrase import PhraseUse
from waypost.model.place import Alert
from waypost.model.text import Risk


def is_crisis_guide(guide: Guide) -> bool:
    """Whether somebody in danger may need the guide."""
    return guide.risk is Risk.CRITICAL


def phrases_of(guide: Guide) -> tuple[str, ...]:
    """The ids of the phrases that the guide uses, in their order."""
    named = (one.id for one in guide.references if one.kind is ReferenceKind.PHRASE)
    return tuple(dict.fromkeys(named))


def names_line(source: str, emergency: str) -> bool:
    """Whether a segment text names the emergency line, the phone fact `emergency`."""
    return bool(emergency) and f"{{{emergency}}}" in source


def is_crisis_alert(alert: Alert, crisis_guides: Container[str], emergency: str) -> bool:
    """Whether the alert is for people in danger."""
    if alert.link in crisis_guides or any(guide in crisis_guides for guide in alert.guides):
        return True
    message = alert.message
    if isinstance(message, PhraseUse):
        named = any(each.is_fact and each.value == emergency for each in message.arguments)
    else:
        named = names_line(message.source, emergency)
    return named or (alert.more is not None and names_line(alert.more.source, emergency))
