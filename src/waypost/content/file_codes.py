"""Codes for files as such and for YAML: what keeps a text from being read at all."""

from __future__ import annotations

from waypost.model.finding import Code, Severity

_ERROR = Severity.ERROR

NOT_UTF8 = Code(
    "C001",
    "The file is not UTF-8",
    _ERROR,
    "Letters with accents and other scripts turn into nonsense when a file is in another encoding.",
    "Save the file as UTF-8. In Notepad: Save as, Encoding, UTF-8.",
    "caf\\xe9",
    "café",
)
CONTROL = Code(
    "C002",
    "The file holds an invisible control character",
    _ERROR,
    "Control characters come from copying out of other programs. Browsers, screen readers and "
    "translation files stumble over them, and some reverse the text around them.",
    "Delete the character; retype the word if you can't see it.",
    "Call\\x0b us",
    "Call us",
)
YAML_SYNTAX = Code(
    "C003",
    "The YAML can't be read",
    _ERROR,
    "Nothing of the fields can be used until their form is right.",
    "Put a space after each colon, line fields up under one another, and write a text that holds "
    "a colon or begins with a sign in quotes.",
    "title: Parking: permits",
    'title: "Parking: permits"',
)
TAB = Code(
    "C004",
    "A tab where YAML wants spaces",
    _ERROR,
    "YAML shows by spaces what belongs to what; a tab has no agreed width.",
    "Replace the tab with two spaces.",
    "need:\\n\\t- photo_id",
    "need:\\n  - photo_id",
)
DUPLICATE_KEY = Code(
    "C005",
    "A field stands twice",
    _ERROR,
    "Only one of the two can count, and a reader of the file can't tell which.",
    "Keep one of them, or put both values in one list.",
    "agency: taxes\\nagency: motor_vehicles",
    "agency: motor_vehicles",
)
UNQUOTED_BRACE = Code(
    "C006",
    "A value begins with an unquoted {",
    _ERROR,
    "YAML takes an unquoted { for the start of a mapping, and the text is lost.",
    "Write the whole value in quotes.",
    "text: {fee.license} a person",
    'text: "{fee.license} a person"',
)
ANCHOR = Code(
    "C007",
    "An anchor or alias of YAML",
    _ERROR,
    "Anchors (&name) and aliases (*name) hide where a value comes from, and can make a small file "
    "enormous.",
    "Write the value out, or define it once as a fact. A text that begins with & or * stands "
    "in quotes.",
    "phone: *desk",
    "phone: phone.license_desk",
)
TAG = Code(
    "C008",
    "A YAML tag",
    _ERROR,
    "Every value is read as the field wants it; a tag such as !!int has no meaning here.",
    "Remove the tag. A text that begins with ! stands in quotes.",
    "title: !important Read this",
    'title: "!important Read this"',
)
YAML_SHAPE = Code(
    "C009",
    "A form of YAML that isn't used here",
    _ERROR,
    "Fields are names with values, at most a few levels deep, in one document a file.",
    "Write plain fields: name, colon, value.",
    "? [a, b]\\n: value",
    "name: value",
)
NO_FRONT_MATTER = Code(
    "C010",
    "The file has no front matter",
    _ERROR,
    "The fields at the top say what the page is; without a title it can't be found.",
    "Begin the file with a line ---, then title: and summary:, then a line ---.",
    "# Renew your license",
    "---\\ntitle: Renew your license\\nsummary: Online, by mail or in person.\\n---",
)
OPEN_FRONT_MATTER = Code(
    "C011",
    "The front matter isn't closed",
    _ERROR,
    "Without its end nobody can tell where the fields stop and the text starts.",
    "Put a line with only --- after the last field.",
    "---\\ntitle: Renew\\n\\nGo to the office.",
    "---\\ntitle: Renew\\n---\\n\\nGo to the office.",
)
EMPTY_FILE = Code(
    "C012",
    "The file is empty",
    _ERROR,
    "An empty file is a page or list that somebody meant to write.",
    "Write it, or delete the file.",
    "",
    "title: Renew your license",
)
BAD_ID = Code(
    "C013",
    "A file name that can't be an id",
    _ERROR,
    "The file's name is the page's address in every language.",
    "Use at most 200 lower-case letters a–z, digits, - and _, and begin with a letter or digit.",
    "guides/Renew License.md",
    "guides/renew-license.md",
)
RESERVED_ID = Code(
    "C014",
    "A reserved id",
    _ERROR,
    "Waypost itself uses this address.",
    "Give the file another name.",
    "guides/search.md",
    "guides/search-for-records.md",
)
DUPLICATE_ID = Code(
    "C015",
    "An id or address that is used twice",
    _ERROR,
    "Every page has one address, whatever its kind; two can't share it.",
    "Rename one of the two files, or remove the alias.",
    "guides/parking.md and pages/parking.md",
    "guides/parking-permit.md and pages/parking.md",
)
MERGE_CONFLICT = Code(
    "C016",
    "A merge conflict that nobody solved",
    _ERROR,
    "Git marks where two people changed the same lines; until somebody chooses, both versions "
    "and the marks themselves stand in the file.",
    "Keep one version, or join the two, and delete the lines that begin with <<<<<<<, ======= and "
    ">>>>>>>.",
    "<<<<<<< HEAD\\ntitle: Renew\\n=======\\ntitle: Replace\\n>>>>>>> other",
    "title: Renew",
)
MISPLACED = Code(
    "C017",
    "A file that nothing reads",
    Severity.WARNING,
    "Somebody wrote it to be published, and no page shows it.",
    "Put pages as .md into guides, journeys or pages, and agencies, offices and alerts as .yml "
    "into their folders; folders in those aren't read.",
    "guides/driving/renew-license.md",
    "guides/renew-license.md",
)
OUTSIDE = Code(
    "C018",
    "A link leads out of the content",
    _ERROR,
    "Anybody can send a link in a change. Through it a page could show a file that is none of the "
    "site's, so it isn't read.",
    "Delete the link and put the file or folder itself there.",
    "guides/keys.md -> ../../../keys.md",
    "guides/keys.md   the file itself",
)
NO_FILE = Code(
    "C019",
    "A thing in the content is no file",
    _ERROR,
    "A pipe, socket or device can't be read like a file: the program would wait for ever.",
    "Delete it, and bring the file back with git.",
    "facts.yml   a named pipe",
    "facts.yml   a file",
)

FILE_CODES = (
    NOT_UTF8,
    CONTROL,
    YAML_SYNTAX,
    TAB,
    DUPLICATE_KEY,
    UNQUOTED_BRACE,
    ANCHOR,
    TAG,
    YAML_SHAPE,
    NO_FRONT_MATTER,
    OPEN_FRONT_MATTER,
    EMPTY_FILE,
    BAD_ID,
    RESERVED_ID,
    DUPLICATE_ID,
    MERGE_CONFLICT,
    MISPLACED,
    OUTSIDE,
    NO_FILE,
)
