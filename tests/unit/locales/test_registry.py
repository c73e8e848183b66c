"""The list of languages is CLDR's and the supplement's, whole, current and quick to read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from babel import Locale

from waypost.locales.registry import all_languages, find_language, suggest_codes
from waypost.model.language import Direction, Language

ROOT = Path(__file__).resolve().parents[3]

# Languages in which public services of the United States publish: the notices of the federal
# health agencies, election offices under section 203, and state and city language-access lists.
PUBLIC_SERVICES = Path(__file__).with_name("public_services.txt").read_text("utf-8").split()


@pytest.mark.parametrize("code", PUBLIC_SERVICES)
def test_a_language_of_us_public_services_is_known(code: str) -> None:
    language = find_language(code)
    assert language is not None
    assert language.code == code
    assert language.autonym
    assert language.english


def test_there_are_more_than_130_of_them() -> None:
    assert len(set(PUBLIC_SERVICES)) == len(PUBLIC_SERVICES) > 200


def test_the_file_is_what_the_script_would_write_today() -> None:
    script = ROOT / "scripts" / "make-languages"
    done = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 0


def _supplement() -> dict[str, dict[str, str]]:
    text = (ROOT / "src/waypost/locales/supplement.yml").read_text(encoding="utf-8")
    return {entry["code"]: entry for entry in yaml.safe_load(text)["languages"]}


def test_every_name_is_cldrs_or_has_a_source() -> None:
    supplement = _supplement()
    sources = yaml.safe_load(
        (ROOT / "src/waypost/locales/supplement.yml").read_text(encoding="utf-8")
    )["sources"]
    for language in all_languages():
        if language.code in supplement:
            entry = supplement[language.code]
            assert language.autonym.casefold() == entry["autonym"].casefold()
            assert language.script == entry["script"]
            assert sources[entry["source"]]
            continue
        cldr = {"prs": "fa_AF", "kmr": "ku"}.get(language.code, language.code.replace("-", "_"))
        locale = Locale.parse(cldr)
        names = {locale.languages.get(cldr), locale.get_display_name(locale)}
        assert language.autonym.casefold() in {name.casefold() for name in names if name}
        if len(cldr) <= 3:
            assert language.direction == locale.text_direction, language.code


@pytest.mark.parametrize(
    ("code", "autonym", "direction", "script"),
    [
        ("es", "Español", "ltr", "Latn"),
        ("ru", "Русский", "ltr", "Cyrl"),
        ("hy", "Հայերեն", "ltr", "Armn"),
        ("ka", "ქართული", "ltr", "Geor"),  # Georgian has capitals, and does not use them here
        ("zu", "isiZulu", "ltr", "Latn"),
        ("zh-Hans", "简体中文", "ltr", "Hans"),
        ("zh-Hant", "繁體中文", "ltr", "Hant"),
        ("pt-BR", "Português (Brasil)", "ltr", "Latn"),
        ("ar", "العربية", "rtl", "Arab"),
        ("prs", "دری", "rtl", "Arab"),
        ("he", "עברית", "rtl", "Hebr"),
        ("aii", "ܣܘܪܝܬ", "rtl", "Syrc"),
        ("hmn", "Lus Hmoob", "ltr", "Latn"),
        ("om", "Afaan Oromoo", "ltr", "Latn"),
    ],
)
def test_a_name_stands_as_it_opens_an_item_of_a_list(
    code: str, autonym: str, direction: str, script: str
) -> None:
    language = find_language(code)
    assert language is not None
    assert (language.autonym, language.direction, language.script) == (autonym, direction, script)


def test_no_name_begins_with_a_small_letter_but_those_with_a_small_prefix() -> None:
    small = {each.code for each in all_languages() if each.autonym[0].islower()}
    small -= {"ka"}
    assert small == {"nd", "nr", "sn", "ss", "zu"}


def test_codes_are_sorted_and_unique() -> None:
    codes = [each.code for each in all_languages()]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("code", ["", "xx", "zh_Hans", "EN", "english"])
def test_an_unknown_code_gives_none(code: str) -> None:
    assert find_language(code) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PT-br", "pt-BR"),
        ("zh_hans", "zh-Hans"),
        ("es-US", "es"),
        ("vi_US", "vi"),
        ("Haitian", "ht"),
        ("español", "es"),
        ("Vietnamse", "vi"),
        ("zh-Hant-TW", "zh-Hant"),
        ("Kurdish", "ku"),
    ],
)
def test_a_slip_is_understood(text: str, code: str) -> None:
    assert suggest_codes(text)[0] == code


@pytest.mark.parametrize("text", ["", "qqqqqq"])
def test_nonsense_suggests_nothing(text: str) -> None:
    assert suggest_codes(text) == ()


def test_a_direction_is_a_direction() -> None:
    english = find_language("en")
    assert english == Language("en", "English", "English", Direction.LTR, "Latn")


def test_reading_the_list_imports_no_icu_and_no_babel() -> None:
    program = (
        "import sys, json\n"
        "from waypost.locales import registry\n"
        "registry.find_language('en')\n"
        "print(json.dumps(sorted({'icu', 'babel', 'yaml', 'pydantic'} & set(sys.modules))))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout) == []
