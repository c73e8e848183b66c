"""The codes of findings about what people do with translations on branches."""

from __future__ import annotations

from waypost.model.finding import Code, Severity

FORGED = Code(
    "T100",
    "A stamp is not by whom it names",
    Severity.ERROR,
    "Readers trust a reviewed text because a known person stands by it. A stamp that somebody "
    "else has written, or copied beside other words, says what nobody said.",
    "Take the line out and let the reviewer approve the pull request; or let her make the stamp "
    "in a commit of her own that GitHub shows as verified.",
    "# reviewed: maria …   in a commit of somebody else",
    "# reviewed: maria …   written by `waypost review stamp` after she approved",
)
UNPROVEN = Code(
    "T101",
    "A branch adds stamps that git alone can't prove",
    Severity.WARNING,
    "Anybody can write any name into a commit. Who a reviewer is, GitHub knows and git doesn't.",
    "Let `waypost review stamp` decide on the pull request, or ask the reviewer.",
    "# reviewed: maria …   in a commit whose author could be anybody",
    "# reviewed: maria …   in a commit from maria's account on GitHub",
)
UNMARKED = Code(
    "T102",
    "A machine's text has lost its mark",
    Severity.ERROR,
    "Without the line a machine's text passes for a person's, though nobody has changed a word "
    "and no reviewer has accepted it.",
    "Put the line back, or let a reviewer accept the text; `waypost review stamp` puts it back.",
    '-# mt: argos 1.12.1 en_es src=… tgt=…\n msgstr "Pegue."',
    '# mt: argos 1.12.1 en_es src=… tgt=…\nmsgstr "Pegue."',
)
QUARREL = Code(
    "T103",
    "Two people have translated one text in different words",
    Severity.ERROR,
    "Both worked at the same time on branches. Nothing is lost, but only one of the two can stand.",
    "Compare the two in the PO file: the other stands among the obsolete entries (`#~`) under the "
    "same address. Keep the better one as the text.",
    'msgstr "Pague aquí."\n…\n#~ msgstr "Pague en la oficina."',
    'msgstr "Pague aquí."',
)

REJECTED = Code(
    "T104",
    "One person has rejected a text that another has accepted",
    Severity.ERROR,
    "Both worked at the same time on branches. Readers get the accepted text, though somebody "
    "has said that it is wrong.",
    "Decide together: reject the text again, or keep it and delete the lines `rejected:` and "
    "`reason:` above it.",
    '# rejected: argos 1.12.1 en_es src=… tgt=…\n# reviewed: maria …\nmsgstr "Pegue."',
    '# reviewed: maria …\nmsgstr "Pague."',
)

GONE = Code(
    "T105",
    "A branch takes reviewed texts away",
    Severity.WARNING,
    "Somebody has read and vouched for them; without them readers get the source. Mostly a program "
    "has saved an empty file, or a file was deleted by mistake.",
    "Bring them back with git (`git checkout origin/main -- FILE`), or say in the pull request why "
    "they go.",
    "a PO file with 0 bytes, where 40 reviewed texts stood",
    "the texts, at their addresses or as obsolete entries (`#~`)",
)

REVIEW_CODES = (FORGED, UNPROVEN, UNMARKED, QUARREL, REJECTED, GONE)
