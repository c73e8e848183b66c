"""The codes of findings about catalogues: their texts, stamps and files."""

from __future__ import annotations

from waypost.model.finding import Code, Severity

LOST = Code(
    "T001",
    "A placeable is lost",
    Severity.ERROR,
    "Without the fact or link the reader misses the fee, the date or the way there; so the source "
    "text stands instead.",
    "Put the placeable into the translation exactly as it stands in the source.",
    'msgid "Pay {fee.license}."\nmsgstr "Pague."',
    'msgid "Pay {fee.license}."\nmsgstr "Pague {fee.license}."',
)
EXTRA = Code(
    "T002",
    "A placeable is not in the source",
    Severity.ERROR,
    "A fact, a parameter or a link that the source hasn't got can't be filled in.",
    "Take the placeable out, or write it as it stands in the source.",
    'msgid "Call {phone.dmv}."\nmsgstr "Llame al {teléfono}."',
    'msgid "Call {phone.dmv}."\nmsgstr "Llame al {phone.dmv}."',
)
MARKUP = Code(
    "T003",
    "The markup of a translation is broken",
    Severity.ERROR,
    "A mark that is opened and not closed can't be shown, so the source text stands instead.",
    "Close each ** and [, and write \\* \\[ \\{ where you mean the sign itself.",
    'msgid "**Now**"\nmsgstr "**Ahora"',
    'msgid "**Now**"\nmsgstr "**Ahora**"',
)
MESSAGE = Code(
    "T004",
    "A phrase is no ICU message",
    Severity.ERROR,
    "A sentence with parameters that can't be read can't be filled in either.",
    "Keep the braces and the words plural, one, other as they are; translate what is between.",
    'msgstr "{age años o más"',
    'msgstr "{age} años o más"',
)
SIGN = Code(
    "T005",
    "An invisible sign stands in a translation",
    Severity.ERROR,
    "Control signs, lost characters and signs that turn the direction of what follows can make "
    "another text be read than the one that stands there.",
    "Delete the sign and type the words again where it stood.",
    'msgstr "Pague\\u202e 53$"',
    'msgstr "Pague $35"',
)
ORPHAN = Code(
    "T006",
    "Entries belong to no text of the source",
    Severity.WARNING,
    "The source has moved on: these translations are shown nowhere until the file follows it.",
    "Run `waypost sync`: it moves them where they belong, or keeps them as obsolete.",
    'msgctxt "body/gone/p-1"',
    'msgctxt "body/do/p-1"',
)
DUPLICATE = Code(
    "T007",
    "Two entries have the same address",
    Severity.ERROR,
    "Which of the two is meant nobody can tell; often a merge has kept both.",
    "Keep the right one and delete the other.",
    'msgctxt "title"\n…\nmsgctxt "title"',
    'msgctxt "title"',
)
ENCODING = Code(
    "T008",
    "The file is not UTF-8",
    Severity.ERROR,
    "In another encoding letters get lost or change into others, and no two tools agree.",
    "Save the file as UTF-8.",
    "Content-Type: text/plain; charset=ISO-8859-1",
    "Content-Type: text/plain; charset=UTF-8",
)
LANGUAGE = Code(
    "T009",
    "The header names another language than the folder",
    Severity.ERROR,
    "A file in the wrong folder would be shown to readers of another language.",
    "Move the file to the folder of its language, or correct the header.",
    "translations/es/phrases.po: Language: fr",
    "translations/es/phrases.po: Language: es",
)
REVIEWER = Code(
    "T010",
    "A stamp is not by a reviewer of this language",
    Severity.WARNING,
    "Only who is named in translations/reviewers.yml vouches for a text; without that the text "
    "counts as unreviewed, and where the risk is critical the source stands.",
    "Name the person with the language in translations/reviewers.yml, or let a reviewer accept it.",
    "# reviewed: someone 2026-11-21 src=… tgt=…",
    "# reviewed: maria 2026-11-21 src=… tgt=…",
)
STAMP = Code(
    "T011",
    "A stamp can't be read",
    Severity.WARNING,
    "A stamp counts only in its exact form; this one says nothing, so the text counts as a "
    "person's, unreviewed.",
    "Delete the line and run `waypost review accept`, which writes the stamp.",
    "# reviewed: maria, looks good",
    "# reviewed: maria 2026-11-21 src=0a1b2c3d4e5f tgt=5f4e3d2c1b0a",
)
PLURAL = Code(
    "T012",
    "A phrase lacks a plural of the language",
    Severity.WARNING,
    "The language has more forms than English; without them some numbers read wrong.",
    "Add a branch for each category of the language.",
    "{n, plural, one {# день} other {# дня}}",
    "{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}",
)
SYNTAX = Code(
    "T013",
    "The PO file is broken here",
    Severity.ERROR,
    "What can't be read isn't shown, and Waypost doesn't write into the file lest it be lost.",
    "Restore the entry: msgctxt, msgid and msgstr, each in double quotes.",
    'msgstr "Pague "ahora""',
    'msgstr "Pague \\"ahora\\""',
)
FORMS = Code(
    "T014",
    "An entry has gettext plural forms",
    Severity.WARNING,
    "Waypost writes plurals inside a phrase (ICU), so only the first form can be used.",
    "Write one msgstr; `waypost sync` keeps the other forms as comments.",
    'msgid_plural "…"\nmsgstr[0] "…"',
    'msgstr "{n, plural, one {…} other {…}}"',
)
STRAY = Code(
    "T017",
    "A PO file belongs to no document",
    Severity.WARNING,
    "Its source was renamed or removed, or its folder is no language of the site: it is used "
    "nowhere.",
    "Run `waypost sync`: what people wrote here is taken over wherever the same texts stand now. "
    "Then delete the file.",
    "translations/es/guides/renew.po",
    "translations/es/guides/renew-license.po",
)
REVIEWERS = Code(
    "T018",
    "The list of reviewers is broken",
    Severity.ERROR,
    "Who isn't listed right vouches for nothing, and reviewed texts would be hidden.",
    "Write one item per person: handle, name, languages.",
    "- maria",
    "- handle: maria\n  name: Maria Ortiz\n  languages: [es]",
)
REFUSED = Code(
    "T019",
    "An engine's translation can't be trusted",
    Severity.WARNING,
    "It lost a placeable, a link or a number, or repeats itself. It isn't written; the source text "
    "stands until somebody translates it.",
    "Translate it by hand, or write the source in shorter sentences and translate again.",
    "source: Pay {fee} at the office.\nengine: Pague en la oficina.",
    "source: Pay {fee} at the office.\nengine: Pague {fee} en la oficina.",
)

CATALOG_CODES = (
    LOST,
    EXTRA,
    MARKUP,
    MESSAGE,
    SIGN,
    ORPHAN,
    DUPLICATE,
    ENCODING,
    LANGUAGE,
    REVIEWER,
    STAMP,
    PLURAL,
    SYNTAX,
    FORMS,
    STRAY,
    REVIEWERS,
    REFUSED,
)
