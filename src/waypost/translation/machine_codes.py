"""The codes of findings about what an engine made of a text."""

from __future__ import annotations

from waypost.model.finding import Code, Severity

EMPHASIS = Code(
    "T069",
    "A machine placed an emphasis that turns a sentence",
    Severity.WARNING,
    "Words such as “not” or “only” often stand elsewhere in another language, or become part of "
    "another word. Emphasis on the wrong one says the opposite.",
    "Read the sentence beside its source, and put the marks around the word that carries the "
    "weight. Then accept it.",
    'msgid "Do **not** send cash."\nmsgstr "No envíe **dinero** en efectivo."',
    'msgid "Do **not** send cash."\nmsgstr "**No** envíe dinero en efectivo."',
)

MACHINE_CODES = (EMPHASIS,)
