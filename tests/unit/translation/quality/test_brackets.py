"""A bracket or a quotation mark alone is refused from engines; languages keep their own marks."""

from __future__ import annotations

import pytest

from tests.unit.translation.quality.test_check_list import make_pair
from waypost.translation.quality.judge import find_blocking, find_refusal, judge

_SAY = "Say your language in English, such as “Somali” or “Spanish”."


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        (_SAY, 'Diga o idioma em inglês, como o "Somali) ou o espanhol.', "pt-BR"),
        (_SAY, 'Diga o idioma em inglês, como o "Somali ou o espanhol.', "pt-BR"),
        (_SAY, "Diga su idioma en inglés, como «somalí o español.", "es"),
        (_SAY, "用英语说出您的语言，如「索马里语或西班牙语。", "zh-Hans"),
        ("Bring a card (or a letter).", "Traiga una tarjeta (o una carta.", "es"),
        ("Bring a card (or a letter).", "请携带卡片（或信函。", "zh-Hans"),
        ("Bring a card.", "Traiga una tarjeta).", "es"),
        ("Bring **a card**.", "Traiga **\\[una tarjeta**.", "es"),
    ],
)
def test_a_mark_alone_is_found_and_refused(source: str, target: str, language: str) -> None:
    pair = make_pair(source, target, language)
    assert "T040" in {defect.code.id for defect in judge(pair)}
    refusal = find_refusal(pair)
    assert refusal is not None
    assert refusal.code.id == "T040"
    assert find_blocking(pair) is None  # a person may be right


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        (_SAY, "Nennen Sie Ihre Sprache, etwa „Somali“ oder „Spanish“.", "de"),
        (_SAY, "Säg ditt språk, till exempel ”Somali” eller ”Spanish”.", "sv"),
        (_SAY, "Sig dit sprog, fx »Somali« eller »Spanish«.", "da"),
        (_SAY, "Dites votre langue, par exemple « Somali » ou « Spanish ».", "fr"),
        (_SAY, "Diga su idioma, como ''Somali'' o \"Spanish\".", "es"),
        (_SAY, "言語を英語で、「Somali」または『Spanish』と言ってください。", "ja"),
        ("a) Bring it. b) Sign it.", "a) Tráigalo. b) Fírmelo.", "es"),
        ("First bring it, then sign it.", "1) Tráigalo, 2) fírmelo.", "es"),
        ("Well done!", "¡Muy bien! :)", "es"),
        ("It is 5 inches wide.", 'Mide 5" de ancho.', "es"),
        ("Go to the U.S. office.", 'לכו למשרד של ארה"ב.', "he"),
        ("Don't wait.", "N'attendez pas l'heure.", "fr"),
        ("Say “Somali.", "Diga “somalí.", "es"),
        ("Welcome to the county.", "Bienvenido(a) al condado.", "es"),
    ],
)
def test_the_marks_of_a_language_are_its_own(source: str, target: str, language: str) -> None:
    pair = make_pair(source, target, language)
    assert "T040" not in {defect.code.id for defect in judge(pair)}
    refusal = find_refusal(pair)
    assert refusal is None or refusal.code.id != "T040"


def test_a_short_text_of_an_engine_adds_no_brackets() -> None:
    pair = make_pair("e-books", "e-books (a)", "pt-BR")
    refusal = find_refusal(pair)
    assert refusal is not None
    assert refusal.message == "“(a)” isn't in the source"
    assert "T040" not in {defect.code.id for defect in judge(pair)}
    assert find_refusal(make_pair("e-books (all)", "libros (todos)")) is None
    # Where no spaces stand between words, a sentence looks as short as a word.
    number = "គេសួរលេខសន្តិសុខសង្គម (SSN) របស់អ្នក។"
    assert find_refusal(make_pair("They ask for your number (SSN).", number, "km")) is None
    assert find_refusal(make_pair("They ask for your SSN.", number, "km")) is None


@pytest.mark.parametrize(
    ("source", "target", "language", "is_lost"),
    [
        ("Your landlord may not change locks.", "Seu locador pode não trocar trancas.", "pt", True),
        ("Schools must not ask.", "As escolas podem não perguntar.", "pt-BR", True),
        ("Schools may not ask.", "Las escuelas pueden no preguntar.", "es", True),
        ("You can’t drive with it.", "Puede no conducir con él.", "es", True),
        ("Schools may not ask.", "Las escuelas no pueden preguntar.", "es", False),
        ("You may not need it.", "Você pode não precisar.", "pt", False),
        ("It may not be ready.", "Puede no estar listo.", "es", False),
        ("You cannot only look.", "Você pode não só olhar.", "pt", False),
        ("You can stay.", "Puede no salir.", "es", False),
        ("Schools may not ask.", "Les écoles peuvent ne pas demander.", "fr", False),
    ],
)
def test_a_ban_is_no_perhaps(source: str, target: str, language: str, *, is_lost: bool) -> None:
    pair = make_pair(source, target, language)
    assert ("T041" in {defect.code.id for defect in judge(pair)}) is is_lost
    refusal = find_refusal(pair)
    assert (refusal is not None and refusal.code.id == "T041") is is_lost
    assert find_blocking(pair) is None
