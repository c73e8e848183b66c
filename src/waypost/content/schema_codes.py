"""Codes for fields: what is written in one, and in which form."""

from __future__ import annotations

from waypost.model.finding import Code, Severity

_ERROR = Severity.ERROR

UNKNOWN_FIELD = Code(
    "C050",
    "An unknown field",
    _ERROR,
    "A field with a typing mistake in its name would be dropped, and nobody would notice.",
    "Correct the name, or remove the field.",
    "titel: Renew your license",
    "title: Renew your license",
)
MISSING_FIELD = Code(
    "C051",
    "A field that must be there is missing",
    _ERROR,
    "The page can't be made, or can't be found, without it.",
    "Add the field.",
    "summary: Online, by mail or in person.",
    "title: Renew your license\\nsummary: Online, by mail or in person.",
)
WRONG_SHAPE = Code(
    "C052",
    "A text, a list or a group of fields in the place of another",
    _ERROR,
    "Each field is one text, a list, or names with values.",
    "Write the field in the form that the message names.",
    "topics: driving",
    "topics: [driving]",
)
EMPTY_FIELD = Code(
    "C053",
    "An empty field",
    _ERROR,
    "A name without a value says nothing, and a reader of the file waits for it.",
    "Write a value, or remove the line.",
    "agency:",
    "agency: motor_vehicles",
)
BAD_CHOICE = Code(
    "C054",
    "A word that this field doesn't know",
    _ERROR,
    "The page shows one of a few sentences for this field; other words have no sentence.",
    "Use one of the words that the message names.",
    "risk: high",
    "risk: critical",
)
BAD_DATE = Code(
    "C055",
    "A date that can't be read",
    _ERROR,
    "Dates are written in every language's own way; so they must be certain here.",
    "Write year-month-day: 2027-01-31. A day that comes every year: 01-31.",
    "until: June 30, 2027",
    "until: 2027-06-30",
)
BAD_VALUE = Code(
    "C056",
    "A value that doesn't fit its type",
    _ERROR,
    "A typed value is formatted for each language; a text can't be.",
    "Write the value as its type wants it.",
    "fee: {money: about 30}",
    "fee: {money: 25 to 35}",
)
BAD_NAME = Code(
    "C057",
    "An id in a form that ids don't have",
    _ERROR,
    "Ids are part of addresses and of texts such as {fee.license}.",
    "Use lower-case letters a–z, digits, and _ (in facts also dots).",
    "Fee-License: {money: 32}",
    "fee.license: {money: 32}",
)
BAD_ADDRESS = Code(
    "C058",
    "An address that can't be used",
    _ERROR,
    "Residents must get there, and safely: over https, or to a real mailbox.",
    "Write the whole address with https://, or the e-mail address alone.",
    "url: www.dmv.example",
    'url: "https://www.dmv.example"',
)
BAD_MARKUP = Code(
    "C059",
    "Markup that a field can't hold",
    _ERROR,
    "A field holds plain words, **strong** and *emphasis*, and facts; links stand in the body.",
    "Write the text without the link, or move it below the front matter.",
    'summary: "See [fees](fees)."',
    'summary: "Fees depend on your vehicle."',
)
BAD_STATEMENT = Code(
    "C060",
    "A sentence in a form that can't be read",
    _ERROR,
    "A sentence is a phrase of the phrase bank, a phrase with values, or your own text.",
    "Write - lives_here, or - age_at_least: 18, or - text: Your own sentence.",
    "who:\\n  - Anyone over 18",
    "who:\\n  - age_at_least: 18",
)
BAD_ORDER = Code(
    "C061",
    "An end before its beginning",
    _ERROR,
    "Something that ends before it begins is never shown, or always.",
    "Exchange the two, or correct one.",
    "start: 2027-02-01\\nend: 2027-01-01",
    "start: 2027-01-01\\nend: 2027-02-01",
)

SCHEMA_CODES = (
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_SHAPE,
    EMPTY_FIELD,
    BAD_CHOICE,
    BAD_DATE,
    BAD_VALUE,
    BAD_NAME,
    BAD_ADDRESS,
    BAD_MARKUP,
    BAD_STATEMENT,
    BAD_ORDER,
)
