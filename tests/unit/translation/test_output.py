"""What a machine gets dangerously wrong is seen; what is only different is let through."""

from __future__ import annotations

from time import process_time

import pytest

from waypost.translation.engines.output import find_fault


@pytest.mark.parametrize(
    ("source", "result", "target", "fault"),
    [
        ("Call us.", "  \n", "es", "blank"),
        ("You are 18 or older.", "Tiene 81 años o más.", "es", "digits"),
        ("Two forms.", "2 formularios.", "es", "digits"),
        ("Pay 35 dollars.", "Pague dólares.", "es", "digits"),
        ("See our page.", "Vea https://example.com.", "es", "addresses"),
        ("See our page.", "Vea example.org/pagina.", "es", "addresses"),
        ("Write to us.", "Escriba a ayuda@oficina.example.", "es", "addresses"),
        ("See https://a.example/x.", "Vea https://a.example/y.", "es", "addresses"),
        ("Pay 5 dollars.", "Pague 5 €.", "es", "currency"),
        ("Bring it.", "Tráigalo\x07.", "es", "unsafe"),
        ("Bring it.", "<b>Tráigalo.</b>", "es", "unsafe"),
        ("Bring it.", "Tr&aacute;igalo.", "es", "unsafe"),
        ("The file my_form.", "El archivo my form.", "es", "underscores"),
        ("Bring it.", "Traiga la la la la la la.", "es", "repetition"),
        ("Help", "la carta de la carta de la carta de la carta de", "es", "repetition"),
        ("Help", "a" * 12, "es", "repetition"),
        (
            "Help",
            "Una frase que no termina " + " ".join("abcdefghijklmnopqrstuvwxyz" * 2),
            "es",
            "length",
        ),
        ("You need the form today.", "You need the form today.", "ar", "script"),
        ("Bring the form.", "请携带表格，谢谢您的配合。", "es", "script"),
    ],
)
def test_what_is_faulty(source: str, result: str, target: str, fault: str) -> None:
    assert find_fault(source, result, target) == fault


@pytest.mark.parametrize(
    ("source", "result", "target"),
    [
        ("Call us.", "Llámenos.", "es"),
        ("It costs 1,250.50 and 18.", "Cuesta 18 y 1.250,50.", "es"),
        ("From 9:00 to 17:00", "De 9.00 a 17.00", "es"),
        ("You are 18 or older.", "عمرك ١٨ عامًا أو أكثر.", "ar"),
        ("See https://a.example/x now.", "Vea ahora https://a.example/x.", "es"),
        ("Write to a.b@c.example.", "Escriba a a.b@c.example", "es"),
        ("Pay $5.", "Pague $5.", "es"),
        ("AT&T, R&D and 3 < 5", "AT&T, I&D y 3 < 5", "es"),
        ("Bye bye bye bye bye, we said", "Adiós adiós adiós adiós adiós, dijimos", "es"),
        ("Number 10000000", "Número 10000000", "es"),
        ("Medicaid", "Medicaid", "ar"),
        ("Apply for Medicaid or SNAP.", "申请 Medicaid 或 SNAP。", "zh-Hans"),
        ("Yes", "Sí", "es"),
        ("ID", "Documento de identidad", "es"),
    ],
)
def test_what_is_fine(source: str, result: str, target: str) -> None:
    assert find_fault(source, result, target) is None


@pytest.mark.parametrize(
    "text",
    [
        "xy" * 30_000,
        "a" * 100_000,
        "a." * 30_000,
        "a-" * 30_000,
        "a@" * 30_000,
        "_" + "".join(map(chr, range(0x2200, 0x2C00))) * 4,
        " ".join(f"palabra{number}" for number in range(8_000)),
    ],
)
def test_a_long_text_is_judged_in_time_that_grows_with_its_length(text: str) -> None:
    begun = process_time()
    find_fault(text[:40], text, "es")
    find_fault(text, text + ".", "es")
    assert process_time() - begun < 4
