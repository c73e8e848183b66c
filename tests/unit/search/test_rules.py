"""Every language that a site can switch on has rules."""

from __future__ import annotations

import Stemmer

from waypost.locales.registry import all_languages
from waypost.search.endings import TRIMMERS
from waypost.search.rules import Kind, rules_for


def test_every_language_has_rules() -> None:
    stemmers = {*Stemmer.algorithms(), *TRIMMERS, ""}
    for language in all_languages():
        rules = rules_for(language.code)
        assert rules.code == language.code
        assert rules.stemmer in stemmers


def test_a_script_or_region_does_not_change_the_kind() -> None:
    assert rules_for("zh-Hans").kind is rules_for("zh-Hant").kind is Kind.HAN
    assert rules_for("pt-BR").stemmer == rules_for("pt").stemmer == "portuguese"


def test_kinds_are_those_of_the_scripts() -> None:
    kinds = {"en": "space", "fr": "elision", "ja": "han", "km": "sea", "vi": "syllable"}
    assert {code: rules_for(code).kind for code in kinds} == kinds


def test_only_languages_in_which_a_mark_makes_another_letter_keep_them() -> None:
    assert rules_for("vi").keeps_marks
    assert rules_for("fi").keeps_marks
    assert not rules_for("es").keeps_marks
