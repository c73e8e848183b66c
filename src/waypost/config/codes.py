"""Codes of findings in the settings."""

from __future__ import annotations

from waypost.model.finding import Code, Severity

_ERROR = Severity.ERROR

NO_SETTINGS = Code(
    "S001",
    "The settings have no part for Waypost",
    _ERROR,
    "Waypost finds its languages and rules under plugins.waypost in mkdocs.yml.",
    "Add to mkdocs.yml:\nplugins:\n  - waypost:\n      languages: {en: {tier: full, main: yes}}",
    "plugins: []",
    "plugins:\\n  - waypost:\\n      languages: {en: {tier: full, main: yes}}",
)
UNKNOWN_SETTING = Code(
    "S002",
    "An unknown setting",
    _ERROR,
    "A misspelt setting would silently do nothing.",
    "Correct the name, or remove the line.",
    "langauges: {en: {}}",
    "languages: {en: {}}",
)
BAD_SETTING = Code(
    "S003",
    "A setting with a value that can't be used",
    _ERROR,
    "The site can't be built as its settings say.",
    "Write one of the values that the message names.",
    "tier: ful",
    "tier: full",
)
UNKNOWN_LANGUAGE = Code(
    "S004",
    "A language code that nobody registered",
    _ERROR,
    "Names, directions, plurals and formats come from CLDR by the language's BCP 47 code.",
    "Use a code such as es, zh-Hans or pt-BR; the handbook lists them all.",
    "languages: {spanish: {}}",
    "languages: {es: {}}",
)
EXPIRED_EXEMPTION = Code(
    "S005",
    "An exemption without end, or past its end",
    _ERROR,
    "An exemption is a promise to mend something; it ends on a date.",
    "Mend the finding and remove the exemption, or give it a new date and reason.",
    "{code: C030, path: guides/tax.md, reason: new fees, until: 2025-01-01}",
    "{code: C030, path: guides/tax.md, reason: new fees, until: 2027-01-01}",
)

UNKNOWN_CODE = Code(
    "S006",
    "An exemption of a code that doesn't exist",
    _ERROR,
    "It tolerates nothing, and whoever wrote it believes that it does.",
    "Write the code as the finding names it in square brackets.",
    "{code: T07, path: translations/so/*, reason: being reviewed, until: 2027-01-01}",
    "{code: T070, path: translations/so/*, reason: being reviewed, until: 2027-01-01}",
)
UNKNOWN_PATH = Code(
    "S007",
    "An exemption of a file that doesn't exist",
    Severity.WARNING,
    "It tolerates nothing: the file has another name, or is gone.",
    "Write the path as the finding names it, from the site's folder; `*` stands for anything.",
    "{code: C021, path: guides/tax.md, reason: history, until: 2027-01-01}",
    "{code: C021, path: content/guides/tax.md, reason: history, until: 2027-01-01}",
)
CONTRAST = Code(
    "S008",
    "A colour that can't be read",
    _ERROR,
    "Links, buttons and the lines around them take the site's colour. People with low vision, old "
    "screens or sun on them can't tell it from the page.",
    "Take the colour that the message names, or a darker one (in dark mode a lighter one).",
    'colour: "#ffcc00"',
    'colour: "#856800"',
)
BAD_LOGO = Code(
    "S009",
    "A logo that can't be used",
    _ERROR,
    "The logo stands on every page: it must be small, and hold a picture and nothing else.",
    "Save it as a plain SVG or PNG of at most 20 kB in the content's folder.",
    "logo: images/logo.bmp",
    "logo: images/logo.svg",
)
BAD_AUDIT = Code(
    "S010",
    "An audit report that can't be read",
    _ERROR,
    "The accessibility statement tells what the last audit found. It must not tell half of it.",
    "Let the audit write audit.json again, or take the file away: the statement then says that no "
    "audit is recorded.",
    '{"date": "yesterday", "problems": "none"}',
    '{"date": "2026-11-22", "tools": [], "pages": 96, "problems": []}',
)

CONFIG_CODES = (
    NO_SETTINGS,
    UNKNOWN_SETTING,
    BAD_SETTING,
    UNKNOWN_LANGUAGE,
    EXPIRED_EXEMPTION,
    UNKNOWN_CODE,
    UNKNOWN_PATH,
    CONTRAST,
    BAD_LOGO,
    BAD_AUDIT,
)
