"""How a script is set: height of lines, fonts, emphasis, breaking.

Sources. Heights: the metrics (hhea, head) of each script's Noto font, which Android has, so that
the marks above and below letters of two lines never meet. Fonts: Android, `data/fonts/fonts.xml`
of AOSP, where a page can't name the fonts and its `lang` chooses them; iOS and macOS, the cascade
list of Core Text and Apple's "System Fonts"; Windows, Microsoft's "Script and font support in
Windows"; the Noto names are what Debian, Fedora and ChromeOS install, so also kiosks. Emphasis,
underlines and breaking: the W3C's layout requirements and gap analyses of each script.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import msgspec

from waypost.model.language import Language

NASTALIQ: Final = "Aran"

# Urdu, Kashmiri, Punjabi in Shahmukhi, Khowar and Torwali are read in Nastaliq, for which ISO 15924
# has a code of its own; CLDR and BCP 47 tags write Arab. Sindhi, Pashto, Persian, Dari, Hazaragi,
# Balochi, Uyghur and Sorani are printed in Naskh (W3C, Urdu and Kashmiri orthography notes).
_IN_NASTALIQ = frozenset({"ur", "ks", "pa-Arab", "pnb", "khw", "trw"})


class Typography(msgspec.Struct, frozen=True):
    """What a script asks of a style sheet beside what Latin letters have."""

    line_height: float
    heading_height: float
    fonts: tuple[str, ...] = ()
    """Tried after the machine's own font, which lacks the script or leaves it to others."""
    first_fonts: tuple[str, ...] = ()
    """Tried before it: its letters for the script are in another style, or poor."""
    faces: tuple[tuple[str, ...], ...] = ()
    """Names of installed fonts that are taken for the script's own letters alone, first regular,
    then bold, as `local()` finds them: their digits are in a style that no one expects in a phone
    number, and the machine's font has the letters in another style."""
    face_range: str = ""
    """The letters of `faces`, as `unicode-range`."""
    has_italic: bool = False
    """Whether emphasis may slant; elsewhere it is set in heavier letters."""
    underline: str = ""
    """The distance of underlines, where letters reach below the line."""
    breaks: str = ""
    """How lines break: declarations of CSS for all text."""
    heading_breaks: str = ""


def _tall(line: float, heading: float, *fonts: str, underline: str = ".28em") -> Typography:
    return Typography(line, heading, fonts, underline=underline)


def _ideographs(*fonts: str, breaks: str = "", heading_breaks: str = "") -> Typography:
    return Typography(
        1.7, 1.4, fonts, underline=".25em", breaks=breaks, heading_breaks=heading_breaks
    )


_DEFAULT: Final = Typography(1.65, 1.4)
"""A script that Waypost knows nothing particular of: no slant, a little more air."""

_TYPOGRAPHY: Final = MappingProxyType(
    {
        # Scripts with capitals and slanted letters: the style sheet of all pages is made for them.
        "Latn": Typography(1.55, 1.25, has_italic=True),
        "Cyrl": Typography(1.55, 1.25, has_italic=True),
        "Grek": Typography(1.55, 1.25, has_italic=True),
        # No system font slants these; browsers would only skew them. DejaVu, the usual font of old
        # Linux kiosks, has the letters, poorly, so Noto's are asked for first.
        "Armn": Typography(1.6, 1.3, first_fonts=("Noto Sans Armenian",)),
        "Geor": Typography(1.6, 1.3, first_fonts=("Noto Sans Georgian",)),
        "Cher": Typography(1.6, 1.3, ("Noto Sans Cherokee", "Plantagenet Cherokee", "Gadugi")),
        "Cans": Typography(
            1.6, 1.3, ("Noto Sans Canadian Aboriginal", "Euphemia UCAS", "Gadugi", "Euphemia")
        ),
        # Marks above and below, no slant; underlines would cut dots and tails.
        "Arab": Typography(
            1.8,
            1.5,
            ("Geeza Pro", "Segoe UI", "Noto Naskh Arabic"),
            first_fonts=("Noto Sans Arabic",),
            underline=".35em",
        ),
        # Words fall from the upper right to the lower left: a line is two and a half times as high
        # as its letters. Android has no Nastaliq and shows Naskh.
        NASTALIQ: Typography(
            2.4,
            2.1,
            ("Geeza Pro",),
            underline=".4em",
            faces=(
                ("NotoNastaliqUrdu-Regular", "NotoNastaliqUrdu", "Urdu Typesetting"),
                ("NotoNastaliqUrdu-Bold", "Urdu Typesetting Bold"),
            ),
            face_range="U+600-6FF,U+750-77F,U+8A0-8FF,U+FB50-FDFF,U+FE70-FEFE",
        ),
        "Hebr": Typography(1.65, 1.35, first_fonts=("Noto Sans Hebrew",), underline=".25em"),
        "Syrc": _tall(1.8, 1.5, "Noto Sans Syriac", "Estrangelo Edessa"),
        "Thaa": _tall(1.75, 1.45, "Noto Sans Thaana", "MV Boli"),
        "Nkoo": _tall(1.75, 1.45, "Noto Sans NKo", "Ebrima"),
        "Adlm": _tall(1.75, 1.45, "Noto Sans Adlam", "Ebrima"),
        "Rohg": _tall(1.75, 1.45, "Noto Sans Hanifi Rohingya"),
        # Brahmic scripts: vowel signs above, joined letters below.
        "Deva": _tall(
            1.8, 1.5, "Noto Sans Devanagari", "Kohinoor Devanagari", "Nirmala UI", "Mangal"
        ),
        "Beng": _tall(1.7, 1.4, "Noto Sans Bengali", "Kohinoor Bangla", "Nirmala UI", "Vrinda"),
        "Gujr": _tall(1.7, 1.4, "Noto Sans Gujarati", "Kohinoor Gujarati", "Nirmala UI"),
        "Guru": _tall(1.7, 1.4, "Noto Sans Gurmukhi", "Mukta Mahee", "Nirmala UI"),
        "Orya": _tall(1.75, 1.45, "Noto Sans Oriya", "Nirmala UI"),
        "Taml": _tall(1.7, 1.4, "Noto Sans Tamil", "Tamil Sangam MN", "Nirmala UI"),
        "Telu": _tall(1.8, 1.5, "Noto Sans Telugu", "Kohinoor Telugu", "Nirmala UI"),
        "Knda": _tall(1.75, 1.45, "Noto Sans Kannada", "Nirmala UI"),
        "Mlym": _tall(1.7, 1.4, "Noto Sans Malayalam", "Malayalam Sangam MN", "Nirmala UI"),
        "Sinh": _tall(1.75, 1.45, "Noto Sans Sinhala", "Sinhala Sangam MN", "Nirmala UI"),
        "Cakm": _tall(1.9, 1.65, "Noto Sans Chakma"),
        "Olck": _tall(1.65, 1.4, "Noto Sans Ol Chiki", "Nirmala UI"),
        # Southeast Asia: stacks of two marks above and a letter below. Words have no spaces between
        # them, so lines break where the browser's dictionary says.
        "Khmr": _tall(
            1.95, 1.7, "Noto Sans Khmer", "Khmer Sangam MN", "Leelawadee UI", underline=".45em"
        ),
        "Mymr": _tall(
            2.0, 1.75, "Noto Sans Myanmar", "Myanmar Sangam MN", "Myanmar Text", underline=".45em"
        ),
        "Thai": _tall(1.75, 1.5, "Noto Sans Thai", "Thonburi", "Leelawadee UI"),
        "Laoo": Typography(
            1.8,
            1.55,
            ("Lao Sangam MN", "Leelawadee UI"),
            first_fonts=("Noto Sans Lao",),
            underline=".28em",
        ),
        "Tavt": _tall(1.8, 1.5, "Noto Sans Tai Viet"),
        # Letters are stacked downwards from the head line, up to four. Windows' font is small.
        "Tibt": _tall(
            2.1, 1.9, "Noto Serif Tibetan", "Kailasa", "Microsoft Himalaya", underline=".5em"
        ),
        # Ethiopic has its own word space and no slant.
        "Ethi": _tall(1.7, 1.4, "Noto Sans Ethiopic", "Kefa", "Ebrima", "Nyala"),
        "Tfng": _tall(1.65, 1.4, "Noto Sans Tifinagh", "Ebrima"),
        "Vaii": _tall(1.65, 1.4, "Noto Sans Vai", "Ebrima"),
        "Osge": _tall(1.65, 1.4, "Noto Sans Osage", "Ebrima"),
        "Hmnp": _tall(1.65, 1.4, "Noto Serif Nyiakeng Puachue Hmong"),
        "Yiii": _ideographs("Noto Sans Yi", "Microsoft Yi Baiti"),
        # East Asia: `lang` chooses the forms of Han letters, the names only help older systems.
        # Korean has spaces and breaks at them; Japanese never begins a line with a small kana.
        "Hans": _ideographs("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"),
        "Hant": _ideographs("PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC"),
        "Jpan": _ideographs(
            "Hiragino Sans",
            "Yu Gothic UI",
            "Meiryo",
            "Noto Sans CJK JP",
            breaks="line-break:strict",
            heading_breaks="word-break:auto-phrase",
        ),
        "Kore": _ideographs(
            "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", breaks="word-break:keep-all"
        ),
    }
)


def find_style_script(language: Language) -> str:
    """The script in whose style the language is set: ISO 15924, Aran for Nastaliq."""
    return NASTALIQ if language.code in _IN_NASTALIQ else language.script


def typography_of(language: Language) -> Typography:
    """How the language is set."""
    return _TYPOGRAPHY.get(find_style_script(language), _DEFAULT)
