"""Codes for `search.yml`: the words that residents type, as editors write them down."""

from __future__ import annotations

from waypost.model.finding import Code, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

UNKNOWN_PAGE = Code(
    "C090",
    "Words for a page that there isn't",
    _ERROR,
    "Who types these words would be led nowhere, and nobody would notice.",
    "Write the id of a page: the name of its file without the ending.",
    "keywords:\\n  food-halp: [EBT card]",
    "keywords:\\n  food-help: [EBT card]",
)
NO_WORD = Code(
    "C091",
    "A word for the search without a letter or digit",
    _ERROR,
    "A search compares letters and digits. What has none is never found.",
    "Write what people type, or remove it.",
    'keywords:\\n  food-help: [EBT card, "&"]',
    "keywords:\\n  food-help: [EBT card]",
)
TWICE = Code(
    "C092",
    "Words for the search that stand twice",
    _WARNING,
    "Once is enough. Who changes one of the two wonders why the other still holds.",
    "Remove one of them. Capital letters make no difference.",
    "keywords:\\n  food-help: [EBT card, ebt card]",
    "keywords:\\n  food-help: [EBT card]",
)
BAD_SYNONYM = Code(
    "C093",
    "A synonym in a form that can't be read",
    _ERROR,
    "Only the sign between the words tells which of them people type and which stand on pages.",
    "Write what people type, then =>, then what your pages say: dole => unemployment pay. Where "
    "each stands for the other, write = instead.",
    "synonyms:\\n  - unemployment pay <= dole",
    "synonyms:\\n  - dole => unemployment pay",
)
SAME_SIDES = Code(
    "C094",
    "A synonym that means itself",
    _WARNING,
    "The same words are found without it. Mostly another word was meant.",
    "Write other words on one side, or remove the line.",
    "synonyms:\\n  - Dole => dole",
    "synonyms:\\n  - dole => unemployment pay",
)
CONTRADICTION = Code(
    "C095",
    "Words for the search that contradict each other",
    _ERROR,
    "One line says something else than another, and only one of them can be meant.",
    "Keep one of the lines. Between two words, write = where each stands for the other, => where "
    "only the first stands for the second.",
    "synonyms:\\n  - dole => unemployment pay\\n  - unemployment pay => dole",
    "synonyms:\\n  - dole = unemployment pay",
)
TOO_MANY = Code(
    "C096",
    "More words than a search takes",
    _ERROR,
    "Every word makes the search slower for people with a slow phone, and a word that stands "
    "everywhere helps nobody to choose. What is over the limit isn't used.",
    "Keep the words that people really type.",
    "keywords:\\n  food-help: [(hundreds of words)]",
    "keywords:\\n  food-help: [EBT card, groceries]",
)
LEADS_NOWHERE = Code(
    "C097",
    "A synonym that leads to no page",
    _WARNING,
    "It stands for words that no title, other name, keyword, summary or heading has, so it finds "
    "nothing.",
    "Write words that your pages say after the sign; or give the page the word as a keyword.",
    "synonyms:\\n  - unemployment pay => dole   # pages say “unemployment pay”",
    "synonyms:\\n  - dole => unemployment pay",
)
NOT_OFFERED = Code(
    "C098",
    "Words for the search that nothing reads",
    _WARNING,
    "Somebody wrote them to be found by, and no search uses them.",
    "Name the file search.yml, in the folder of a language that mkdocs.yml offers.",
    "translations/es/search.yaml",
    "translations/es/search.yml",
)

SEARCH_CODES = (
    UNKNOWN_PAGE,
    NO_WORD,
    TWICE,
    BAD_SYNONYM,
    SAME_SIDES,
    CONTRADICTION,
    TOO_MANY,
    LEADS_NOWHERE,
    NOT_OFFERED,
)
