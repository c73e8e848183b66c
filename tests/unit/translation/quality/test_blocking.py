"""What an engine gets dangerously wrong blocks; what is only different doesn't."""

from __future__ import annotations

from time import process_time

import pytest

from tests.unit.translation.quality.test_check_list import make_pair
from waypost.model.text import Role, Syntax
from waypost.translation.quality.judge import find_blocking, judge


@pytest.mark.parametrize(
    ("source", "target", "language", "id"),
    [
        ("Call us.", "  \n", "es", "T020"),
        ("Call us.", "…", "ar", "T020"),
        ("Pay 35 dollars.", "Pague dólares.", "es", "T015"),
        ("See our page.", "Vea https://example.com.", "es", "T021"),
        ("See our page.", "Vea example.org/pagina.", "es", "T021"),
        ("Write to us.", "Escriba a ayuda@oficina.example.", "es", "T021"),
        ("Write to us.", "请发邮件至help@oficina.example。", "zh-Hans", "T021"),
        ("See https://a.example/x.", "Vea https://a.com/x.", "es", "T021"),
        ("See county.gov.", "Vea nuestra página.", "es", "T021"),
        ("Pay 5 dollars.", "Pague 5 €.", "es", "T022"),
        ("Pay 5 dollars.", "Pague 5 euros.", "es", "T022"),
        ("Pay $5.", "Pague £5.", "es", "T022"),
        ("Bring form 5.", "Traiga $5.", "es", "T022"),
        ("About {benefit} a month.", "Cerca de US {benefit} por mês.", "pt-BR", "T022"),
        ("Up to {benefit}.", "Hasta {benefit} US$.", "es", "T022"),
        ("Up to {benefit}.", "Até R$ {benefit}.", "pt-BR", "T022"),
        ("Bring it.", "<b>Tráigalo.</b>", "es", "T023"),
        ("Bring it.", "Tr&aacute;igalo.", "es", "T023"),
        ("Bring it.", "Tráigalo <script>alert()</script>.", "es", "T023"),
        ("Bring it.", "[Tráigalo](javascript:x)", "es", "T003"),
        ("The file my_form.", "El archivo my form.", "es", "T028"),
        ("Bring it.", "Traiga la la la la la la.", "es", "T016"),
        ("Help", "la carta de la carta de la carta de la carta de", "es", "T016"),
        ("Help", "a" * 12, "es", "T016"),
        ("帮助", "信的信的信的信的信的信的信的信的信的信的信的信的信的", "zh-Hans", "T016"),
        ("Help", " ".join("abcdefghijklmnopqrstuvwxyz" * 3), "es", "T025"),
        ("You need the form today.", "You need the form today.", "ar", "T024"),
        ("Bring the form.", "请携带表格，谢谢您的配合。", "es", "T024"),
        ("Bring the form today.", "Принесите форму сегодня.", "ar", "T024"),
        ("You must pay at the county office.", "您必須在縣辦公室支付費用。", "zh-Hans", "T024"),
        ("Read [how]{1}.", "Lea []{1}.", "es", "T027"),
    ],
)
def test_a_dangerous_mistake_blocks(source: str, target: str, language: str, id: str) -> None:
    defect = find_blocking(make_pair(source, target, language))
    assert defect is not None
    assert defect.code.id == id
    assert defect.is_blocking


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Call us.", "Llámenos.", "es"),
        ("See https://a.example/x now.", "Vea ahora https://a.example/x.", "es"),
        ("See www.usa.gov.", "Vea usa.gov.", "es"),
        ("See ssa.gov/forms.", "Vea ssa.gov/espanol/forms.", "es"),
        ("Write to a.b@c.example.", "Escriba a a.b@c.example", "es"),
        ("Pay $5.", "Pague 5 dólares.", "es"),
        ("In the U.S. {fee} is due.", "En los US {fee} se debe.", "es"),
        ("Pay {fee} in dollars.", "Pague US$ {fee}.", "es"),
        ("Bring {form} to us.", "Traiga {form} a US Bank.", "es"),
        ("Pay 5 dollars.", "Pague $5.", "es"),
        ("Pay 5 pounds.", "Pague £5.", "es"),
        ("Leave the European Union.", "यूरोपीय संघ छोड़ें।", "hi"),
        ("Clearly.", "Si cad.", "so"),
        ("AT&T, R&D and 3 < 5", "AT&T, I&D y 3 < 5", "es"),
        ("Bye bye bye bye bye, we said", "Adiós adiós adiós adiós adiós, dijimos", "es"),
        ("Medicaid", "Medicaid", "ar"),
        ("Apply for Medicaid or SNAP.", "申请 Medicaid 或 SNAP。", "zh-Hans"),
        ("Go to Ballyhackamore.", "去Ballyhackamore。", "zh-Hans"),
        ("Yes", "Sí", "es"),
        ("ID", "Documento de identidad", "es"),
        ("Call {phone} now", "{phone}", "es"),
        ("SMS", "SMS", "xx"),
    ],
)
def test_what_is_only_different_does_not_block(source: str, target: str, language: str) -> None:
    defect = find_blocking(make_pair(source, target, language))
    is_blank = target == "{phone}"
    assert (defect is not None) is is_blank


def test_burmese_in_an_old_encoding_is_garbled_for_the_reader() -> None:
    zawgyi = "ေ၀လအမ်ိဳးသားညီလာခံ ကိုယ္စားလွယ္မ်ားသည္ ျဖစ္ေနမည္"
    (defect,) = [x for x in judge(make_pair("Members worry", zawgyi, "my")) if x.is_blocking]
    assert "Zawgyi" in defect.message
    assert find_blocking(make_pair("Call us.", "ကျွန်ုပ်တို့ကို ဖုန်းဆက်ပါ။", "my")) is None


def test_a_picture_may_have_no_words() -> None:
    pair = make_pair("[A map]{1} of the town", "[]{1} de la ciudad", role=Role.ALT)
    assert find_blocking(pair) is None


def test_a_message_is_judged_by_its_words() -> None:
    source = "{n, plural, one {# day} other {# days}}"
    right = "{n, plural, one {# día} other {# días}}"
    assert judge(make_pair(source, right, syntax=Syntax.MESSAGE)) == ()
    wrong = "{n, plural, one {# день} other {# дней и ещё}}"
    defects = judge(make_pair(source, wrong, syntax=Syntax.MESSAGE))
    assert [defect.code.id for defect in defects] == ["T024"]


@pytest.mark.parametrize(
    "text",
    [
        "xy" * 30_000,
        "a" * 100_000,
        "a." * 30_000,
        "a-" * 30_000,
        "a@" * 30_000,
        "a/" * 30_000,
        "<a" * 30_000,
        "不" * 30_000,
        "1 " * 30_000,
        "“" * 30_000,
        " ".join(f"palabra{number}" for number in range(8_000)),
    ],
)
def test_a_long_text_is_judged_in_time_that_grows_with_its_length(text: str) -> None:
    begun = process_time()
    judge(make_pair(text[:40], text, "es"))
    judge(make_pair(text, text + ".", "es"))
    judge(make_pair(text, text + "。", "zh-Hans"))
    assert process_time() - begun < 8
