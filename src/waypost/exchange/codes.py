"""Every code of a finding about files of other tools, as docs/findings.md prints it."""

from __future__ import annotations

from waypost.model.finding import Code, Finding, Place, Severity

FILE = Code(
    "X001",
    "A file can't be read",
    Severity.ERROR,
    "What isn't an XLIFF 2, XLSX, CSV or corrections file as Waypost knows it can't be taken in, "
    "and a file that tries to harm its reader (entities, a DTD, a bomb) is refused whole.",
    "Take the file that `waypost export` wrote, and save it in the same format.",
    '<!DOCTYPE xliff [<!ENTITY a "…">]>',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" …>',
)
TOO_LARGE = Code(
    "X002",
    "A file is too large",
    Severity.ERROR,
    "No person translates so much in one file; mostly a tool has filled empty rows, or the file "
    "is made to use up the memory.",
    "Delete empty rows below the last text, or export fewer documents in one file.",
    "1,048,576 rows",
    "waypost export xlsx -l es guides/renew-license",
)
LANGUAGE = Code(
    "X003",
    "A file is for a language that the site doesn't offer",
    Severity.ERROR,
    "Texts in the wrong language would be shown to readers of another.",
    "Correct the language in the file, or add it under languages in mkdocs.yml.",
    'trgLang="es-MX"',
    'trgLang="es"',
)
UNKNOWN = Code(
    "X004",
    "There is no text at the address of a translation",
    Severity.ERROR,
    "The guide has been changed or renamed since the export, or the tool has changed the address.",
    "Look for the text in `waypost export`, and write its document and address into the file.",
    "guides/renew-license, sumary",
    "guides/renew-license, summary",
)
BROKEN = Code(
    "X005",
    "A translation can't stand in a page",
    Severity.ERROR,
    "A fact, a link or a mark is lost, doubled or broken. The text isn't written.",
    "Put into the translation exactly what the source holds: each fact, link and mark, as often.",
    "Pay {fee.license}. → Pague.",
    "Pay {fee.license}. → Pague {fee.license}.",
)
DIVIDED = Code(
    "X006",
    "A tool has divided a text into several segments",
    Severity.ERROR,
    "Waypost's unit is the paragraph; how its parts belong together again isn't certain.",
    "Join the segments in the tool, or export again and switch off its segmentation.",
    "<unit …><segment>…</segment><segment>…</segment></unit>",
    '<unit … canResegment="no"><segment>…</segment></unit>',
)
FORMULA = Code(
    "X007",
    "A cell holds a formula",
    Severity.ERROR,
    "Waypost computes nothing that stands in a file of somebody else's.",
    "Write the text itself: choose the cell, press ' and type the words.",
    '=CONCAT("Pague ";B2)',
    "'Pague {fee.license}",
)
REVIEWED = Code(
    "X008",
    "A reviewed translation stands in the place of another",
    Severity.ERROR,
    "Somebody stands by the text that is there, and the source hasn't changed since.",
    "Ask the reviewer; then import again with --replace. The former text is kept as obsolete.",
    "waypost review import es.xlf",
    "waypost review import es.xlf --replace",
)
EDITED = Code(
    "X009",
    "A translation was edited after the export",
    Severity.ERROR,
    "Two people have corrected the same text, and the one in the file doesn't know of the other.",
    "Compare both; then write the better one, or import again with --replace.",
    "waypost review import es.xlsx",
    "waypost review import es.xlsx --replace",
)
OLDER_SOURCE = Code(
    "X010",
    "The source has changed after the export",
    Severity.WARNING,
    "The translation is right for what the source said then. It is kept beside the old source, and "
    "shown only where the policy shows stale texts.",
    "Export the text again, and correct the translation for what the source says now.",
    "The fee is due in March. → La tarifa vence en marzo.",
    "The fee is due in May. → La tarifa vence en mayo.",
)
INCOMPLETE = Code(
    "X011",
    "Something is missing in a file",
    Severity.ERROR,
    "Without document, address and source nobody can tell where a translation belongs.",
    "Bring the column or field back as `waypost export` wrote it.",
    "document,translation",
    "document,address,source,translation,…,language",
)
TWICE = Code(
    "X012",
    "A text has two different translations",
    Severity.ERROR,
    "Which of them is meant nobody can tell. Neither is written.",
    "Keep the right one and delete the other, or import the two files one after the other.",
    "summary → Renueve su licencia.\nsummary → Renovar la licencia.",
    "summary → Renueve su licencia.",
)
TOO_LONG = Code(
    "X013",
    "A text is too long for a cell",
    Severity.WARNING,
    "Excel cuts off what is longer than 32,767 characters. The text is left out of the file.",
    "Export it as XLIFF or CSV, or divide the paragraph in the guide.",
    "a paragraph of 40,000 characters",
    "waypost export xliff -l es guides/long-guide",
)
NOT_VOUCHED = Code(
    "X014",
    "A text can't be accepted",
    Severity.WARNING,
    "The file says that it is reviewed, but it isn't for what the source says now.",
    "Export the text again, and review it beside the new source.",
    '<segment state="final">, and the source has changed since',
    '<segment state="final">',
)

NO_TEXT = Code(
    "X015",
    "A cell holds no text",
    Severity.ERROR,
    "The spreadsheet has made a number, a date or TRUE of what was typed; what was meant is gone.",
    "Choose the cell, press ' and type the words.",
    "TRUE",
    "'Verdadero",
)
MISPLACED = Code(
    "X016",
    "A text is the translation of another",
    Severity.ERROR,
    "One cell that is deleted or inserted moves a whole column by a row: each text is sound then, "
    "and beside the wrong source. The text isn't written.",
    "Compare the columns with a fresh export. If the same words are right for both texts, write "
    "them into the PO file.",
    "Renew a license → Licencia para perros\nGet a dog license → Solicite un permiso",
    "Renew a license → Renueve una licencia\nGet a dog license → Licencia para perros",
)
UNTRANSLATED = Code(
    "X017",
    "The source was given back as its own translation",
    Severity.ERROR,
    "It would count as a person's translation, and nobody would look at it again.",
    "Translate the text, or leave the cell empty. If it is a name that is said so in every "
    "language, put it into the glossary as kept.",
    "Bring it to the office. → Bring it to the office.",
    "Bring it to the office. → Tráigalo a la oficina.",
)
OTHER_SOURCE = Code(
    "X018",
    "The source in a file was changed",
    Severity.ERROR,
    "What was translated is neither what the source says nor what it is known to have said: "
    "somebody has edited the source in the file, a tool has lost its codes, or the guide has "
    "changed since without ever being translated. The text isn't written.",
    "Export the text again, and put the translation beside its source there.",
    "Pay the fee in March. → …",
    "Pay {fee.license} in March. → …",
)
MOVED = Code(
    "X019",
    "A translation was taken in at another address",
    Severity.WARNING,
    "The address in the file has another source; the text went to where its source stands. So it "
    "is when a paragraph was moved after the export, or when a row has got a wrong address.",
    "Look whether the text is meant for that place; then export again.",
    "guides/renew-license, summary, Pay now.",
    "guides/renew-license, body/fees/p-1, Pay now.",
)

ALL_CODES = (
    FILE,
    TOO_LARGE,
    LANGUAGE,
    UNKNOWN,
    BROKEN,
    DIVIDED,
    FORMULA,
    REVIEWED,
    EDITED,
    OLDER_SOURCE,
    INCOMPLETE,
    TWICE,
    TOO_LONG,
    NOT_VOUCHED,
    NO_TEXT,
    MISPLACED,
    UNTRANSLATED,
    OTHER_SOURCE,
    MOVED,
)


def make_finding(code: Code, place: Place, message: str, mend: str = "") -> Finding:
    """The finding with the code's mend, unless a better one is known."""
    # Half a surrogate pair, as files of strangers may hold it, can't be printed.
    shown = message.encode("utf-8", "replace").decode("utf-8")
    return Finding(place, code.id, shown, mend or code.mend, code.severity)
