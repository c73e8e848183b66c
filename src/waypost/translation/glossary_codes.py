"""The codes of findings about glossaries."""

from __future__ import annotations

from waypost.model.finding import Code, Severity

HEADER = Code(
    "T060",
    "A glossary has no header line",
    Severity.ERROR,
    "Without the names of its columns nobody can tell a term from a note, so none of it is used.",
    "Write as the first line: term,rule,variants,note,approved_by",
    "fee,,tarifa,,",
    "term,rule,variants,note,approved_by\nfee,,tarifa,,",
)
RULE = Code(
    "T061",
    "A glossary has a rule that doesn't exist",
    Severity.ERROR,
    "What the rule asks for can't be checked, so the term is left out.",
    "Write required (or nothing), forbidden or kept. In translations/glossary.csv, which holds for "
    "all languages, write kept (or nothing) or forbidden.",
    "fee,must,tarifa,,",
    "fee,required,tarifa,,",
)
EMPTY = Code(
    "T062",
    "A line of a glossary has no term",
    Severity.WARNING,
    "The line says nothing of any word, so it is left out.",
    "Write the term as the source says it in the first column, or delete the line.",
    ",required,tarifa,,",
    "fee,required,tarifa,,",
)
DOUBLED = Code(
    "T063",
    "A term stands twice in a glossary",
    Severity.WARNING,
    "Only the first of the two lines is used, and whoever changes the other wonders.",
    "Write all the forms on one line, with | between them.",
    "fee,,tarifa,,\nFee,,cuota,,",
    "fee,,tarifa|cuota,,",
)
NO_VARIANT = Code(
    "T064",
    "A glossary asks for a term and doesn't say how it is written",
    Severity.WARNING,
    "A required or forbidden term without a form in the language can't be looked for, so the line "
    "is left out. Only a kept term needs none.",
    "Write one form or more, with | between them; or the rule kept.",
    "fee,required,,,",
    "fee,required,tarifa|cuota,,",
)
NOT_UTF8 = Code(
    "T065",
    "A glossary isn't UTF-8",
    Severity.ERROR,
    "Its letters can't be read for certain, so none of it is used.",
    "Save it as “CSV UTF-8” in the spreadsheet program.",
    "(a file in Windows-1252 or UTF-16)",
    "(the same in UTF-8)",
)
QUOTE = Code(
    "T066",
    "A quotation mark in a glossary is not closed, or more follows it",
    Severity.ERROR,
    "All that follows would be one cell, so the lines from here on are left out.",
    'Close the cell with ". Write a quotation mark inside a quoted cell twice: "".',
    'fee,,"tarifa,,',
    'fee,,"tarifa",,',
)
EXTRA_CELL = Code(
    "T067",
    "A line of a glossary has more cells than the header",
    Severity.WARNING,
    "Mostly a comma inside a form or a note: what stands after it is lost.",
    'Put the cell in double quotes: "a, b".',
    "fee,,tarifa,say it so, always,maria",
    'fee,,tarifa,"say it so, always",maria',
)
SIGN = Code(
    "T068",
    "An invisible sign stands in a glossary",
    Severity.WARNING,
    "A control character or a mark of direction would get into translations, so the line is left "
    "out.",
    "Type the words anew instead of pasting them.",
    "fee,,tari\\u202efa,,",
    "fee,,tarifa,,",
)

TOO_LONG = Code(
    "T073",
    "A glossary is too long",
    Severity.ERROR,
    "Nobody keeps so many terms right, and each text is held against all of them. What stands "
    "after the last line that is read isn't used.",
    "Keep the terms of public service that readers must meet again, and take out common words.",
    "(a dictionary of 50,000 lines)",
    "(up to 5,000 terms)",
)

GLOSSARY_CODES = (
    HEADER,
    RULE,
    EMPTY,
    DOUBLED,
    NO_VARIANT,
    NOT_UTF8,
    QUOTE,
    EXTRA_CELL,
    SIGN,
    TOO_LONG,
)
