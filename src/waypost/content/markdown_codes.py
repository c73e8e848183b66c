"""Codes for the body: Markdown that a page can't show, or not in every language."""

from __future__ import annotations

from waypost.model.finding import Code, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

RAW_HTML = Code(
    "C070",
    "HTML in the text",
    _ERROR,
    "HTML can break the page for a screen reader, in translations and in print, and a script in "
    "it could harm residents.",
    "Write it in Markdown, or remove the tag.",
    "<b>Bring your ID.</b>",
    "**Bring your ID.**",
)
FIRST_LEVEL = Code(
    "C071",
    "A heading of the first level",
    _ERROR,
    "The page's title is its only first-level heading; a second one confuses screen readers.",
    "Use ## for a section.",
    "# What to do",
    "## What to do",
)
DEEP_HEADING = Code(
    "C072",
    "A heading of the fifth or sixth level",
    _ERROR,
    "A guide with five levels can't be followed by ear.",
    "Use ####, or make a section of its own.",
    "##### Details",
    "#### Details",
)
CODE_BLOCK = Code(
    "C073",
    "A block or word of code",
    _ERROR,
    "Lines indented by four spaces, or between back-quotes, become code in small letters.",
    "Remove the spaces in front of the line, or the back-quotes.",
    "    Bring your ID.",
    "Bring your ID.",
)
RULE_LINE = Code(
    "C074",
    "A line across the page",
    _WARNING,
    "A line says nothing to somebody who listens; a heading does.",
    "Remove the line, or put a heading in its place.",
    "---",
    "## If you are refused",
)
FOOTNOTE = Code(
    "C075",
    "A footnote",
    _ERROR,
    "Footnotes send the reader away from the sentence and aren't known here.",
    "Write the note where it belongs, in the text.",
    "Bring your ID.[^1]",
    "Bring your ID. A library card is no ID.",
)
NESTED_EMPHASIS = Code(
    "C076",
    "Strong and emphasis in one another",
    _WARNING,
    "Not every script has both; a translator can keep only one of them.",
    "Use **strong** or *emphasis*, not both.",
    "***Never*** send cash.",
    "**Never** send cash.",
)
UNKNOWN_NOTE = Code(
    "C077",
    "An unknown kind of note",
    _ERROR,
    "Notes are [!note], or [!critical] for what no reader may misunderstand.",
    "Write [!note] or [!critical].",
    "> [!hint]\\n> Come early.",
    "> [!note]\\n> Come early.",
)
DUPLICATE_ANCHOR = Code(
    "C078",
    "A heading's id that stands twice",
    _ERROR,
    "A link to the id can reach only one of them.",
    "Give one of the headings another id.",
    "## Fees {#fees}\\n## Late fees {#fees}",
    "## Fees {#fees}\\n## Late fees {#late-fees}",
)
HEADING_INSIDE = Code(
    "C079",
    "A heading in a list or quotation",
    _ERROR,
    "Headings divide the page; inside of a list they make its outline wrong.",
    "Use **strong** words, or end the list before the heading.",
    "- ## Online",
    "- **Online**",
)
UNSAFE_LINK = Code(
    "C080",
    "A link that isn't safe",
    _ERROR,
    "Only https, mailto and tel addresses, pages and files of the site can be linked.",
    "Link an https address or the id of a page.",
    "[Apply](javascript:apply())",
    "[Apply for food help](food-help)",
)
HTTP_LINK = Code(
    "C081",
    "A link without encryption",
    _WARNING,
    "On http anybody in between can read and change the page; many browsers warn.",
    "Write https://, and try whether the page opens.",
    "[Food bank](http://food.example)",
    "[Food bank](https://food.example)",
)
IMAGE_IN_LINK = Code(
    "C082",
    "An image in a link",
    _ERROR,
    "A picture as a link is hard to name in every language.",
    "Write the link's words, and put the image on a line of its own.",
    "[![Map](map.png)](offices)",
    "[Find an office](offices)",
)
SHOWN_RAW = Code(
    "C083",
    "Signs that the page would show as they are",
    _WARNING,
    "They look like a heading, a list or a mark to their author; on the page they stand as signs "
    "in a running text.",
    "Write headings as ## and a space, and lists as - and a space.",
    "##What to do",
    "## What to do",
)

MARKDOWN_CODES = (
    RAW_HTML,
    FIRST_LEVEL,
    DEEP_HEADING,
    CODE_BLOCK,
    RULE_LINE,
    FOOTNOTE,
    NESTED_EMPHASIS,
    UNKNOWN_NOTE,
    DUPLICATE_ANCHOR,
    HEADING_INSIDE,
    UNSAFE_LINK,
    HTTP_LINK,
    IMAGE_IN_LINK,
    SHOWN_RAW,
)
