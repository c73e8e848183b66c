"""Warnings are raised where a reader would stumble, and not where languages differ."""

from __future__ import annotations

import pytest

from tests.unit.translation.quality.test_check_list import make_pair
from waypost.model.glossary import Term, TermRule
from waypost.translation.quality.judge import judge


def codes(source: str, target: str, language: str = "es", *terms: Term) -> set[str]:
    return {defect.code.id for defect in judge(make_pair(source, target, language, terms=terms))}


REQUIRED = Term("driver's license", TermRule.REQUIRED, ("licencia de conducir", "licencia"))
KEPT = Term("Medicaid", TermRule.KEPT, ())
FORBIDDEN = Term("apply", TermRule.FORBIDDEN, ("aplicar",), "say solicitar")


@pytest.mark.parametrize(
    ("source", "target", "language", "term", "is_missing"),
    [
        ("Your driver's license", "Su licencia de conducir", "es", REQUIRED, False),
        ("Two driver’s licenses", "Dos licencias de conducir", "es", REQUIRED, False),
        ("Your driver's license", "Su carné", "es", REQUIRED, True),
        ("Your card", "Su tarjeta", "es", REQUIRED, False),
        ("The county", "县里", "zh-Hans", Term("county", TermRule.REQUIRED, ("县",)), False),
        ("The county", "镇里", "zh-Hans", Term("county", TermRule.REQUIRED, ("县",)), True),
        ("The office", "في المكتب", "ar", Term("office", TermRule.REQUIRED, ("مكتب",)), False),
        ("At offices", "ofislerde", "tr", Term("office", TermRule.REQUIRED, ("ofis",)), False),
        ("A fee", "плату", "ru", Term("fee", TermRule.REQUIRED, ("плата",)), False),
        ("A fee", "una tarífa", "es", Term("fee", TermRule.REQUIRED, ("tarifa",)), False),
    ],
)
def test_a_required_term_counts_in_any_form(
    source: str, target: str, language: str, term: Term, is_missing: bool
) -> None:
    assert ("T029" in codes(source, target, language, term)) is is_missing


def test_a_kept_name_stands_as_it_is() -> None:
    assert "T031" in codes("Apply for Medicaid.", "Solicite ayuda médica.", "es", KEPT)
    assert "T031" not in codes("Apply for Medicaid.", "Solicite Medicaid.", "es", KEPT)
    own = Term("Medicaid", TermRule.KEPT, ("Medicayd",))
    assert "T031" not in codes("Apply for Medicaid.", "Codso Medicayd.", "so", own)


def test_a_forbidden_word_is_found_as_itself_only() -> None:
    assert "T030" in codes("Apply now.", "Puede aplicar ya.", "es", FORBIDDEN)
    assert "T030" not in codes("Apply now.", "Es aplicable ya.", "es", FORBIDDEN)
    assert "T030" not in codes("Paint now.", "Puede aplicar ya.", "es", FORBIDDEN)


@pytest.mark.parametrize(
    ("source", "target", "language", "is_lost"),
    [
        ("Do not send money.", "Envíe dinero.", "es", True),
        ("Do not send money.", "No envíe dinero.", "es", False),
        ("You don't need it.", "Вам это нужно.", "ru", True),
        ("You don't need it.", "Вам это не нужно.", "ru", False),
        ("You do not need it.", "您需要它。", "zh-Hans", True),
        ("You do not need it.", "您不需要它。", "zh-Hans", False),
        ("You do not need it.", "Quý vị cần nó.", "vi", True),
        ("You do not need it.", "Quý vị không cần nó.", "vi", False),
        ("You do not need it.", "Waad u baahan tahay.", "so", True),
        ("You do not need it.", "Uma baahnid.", "so", False),
        ("You do not need it.", "Unahitaji.", "sw", True),
        ("You do not need it.", "Huhitaji.", "sw", False),
        ("You do not need it.", "आपको इसकी ज़रूरत है।", "hi", True),
        ("You do not need it.", "आपको इसकी ज़रूरत नहीं है।", "hi", False),
        ("It found no barriers.", "अवरोधहरू भेटिए।", "ne", True),
        ("It found no barriers.", "कुनै अवरोध भेटिएन।", "ne", False),
        ("They do not ask.", "கேட்பார்கள்.", "ta", True),
        ("They do not ask.", "கேட்க மாட்டார்கள்.", "ta", False),
        ("It is not translated.", "மொழிபெயர்க்கப்பட்டுள்ளது.", "ta", True),
        ("It is not translated.", "மொழிபெயர்க்கப்படவில்லை.", "ta", False),
        ("If you do not have it:", "Sizde varsa:", "tr", True),
        ("If you do not have it:", "Sizde yoksa:", "tr", False),
        ("You may not need it.", "کېدای شي اړتیا ولرئ.", "ps", True),
        ("You may not need it.", "کېدای شي اړتیا ونه لرئ.", "ps", False),
        ("You cannot apply.", "يمكنك التقديم.", "ar", True),
        ("You cannot apply.", "لا يمكنك التقديم.", "ar", False),
        ("Come without papers.", "신분증을 가지고 오세요.", "ko", True),
        ("Come without papers.", "서류 없이 오세요.", "ko", False),
        ("Ou pa bezwen li.", "You need it.", "en", False),
        ("No later than May.", "A más tardar en mayo.", "es", False),
        ("Whether or not you pay.", "Pague usted o deje de pagar.", "es", False),
        ("You are not eligible.", "Es inelegible.", "es", False),
        ("Do not pay.", "Anything.", "tlh", False),
    ],
)
def test_a_lost_no_is_found(source: str, target: str, language: str, is_lost: bool) -> None:
    assert ("T034" in codes(source, target, language)) is is_lost


@pytest.mark.parametrize(
    ("source", "target", "language", "is_odd"),
    [
        ("Do you need help?", "Necesita ayuda.", "es", True),
        ("Do you need help?", "¿Necesita ayuda?", "es", False),
        ("Do you need help?", "هل تحتاج إلى مساعدة؟", "ar", False),
        ("Do you need help?", "តើអ្នកត្រូវការជំនួយទេ", "km", False),
        ("Pay here.", "Pague aquí", "es", True),
        ("Pay here", "Pague aquí.", "es", True),
        ("Pay here.", "यहाँ भुगतान करें।", "hi", False),
        ("Pay here.", "እዚህ ይክፈሉ።", "am", False),
        ("Pay here.", "እዚህ ይክፈሉ፡፡", "am", False),
        ("Pay here.", "请在此付款。", "zh-Hans", False),
        ("Pay here.", "จ่ายที่นี่", "th", False),
        ("Pay here.", "Վճարեք այստեղ:", "hy", False),
        ("Bring this form:", "Բերեք այս ձևաթուղթը՝", "hy", False),
        ("Pay here!", "Pague aquí.", "es", False),
        ("Bring:", "Apportez :", "fr", False),
        ("Open at 9 a.m.", "Abierto a las 9", "es", False),
        ("Copy of {date}.", "Дата копии: {date}", "ru", False),
    ],
)
def test_the_end_is_of_the_same_kind(source: str, target: str, language: str, is_odd: bool) -> None:
    assert ("T035" in codes(source, target, language)) is is_odd


@pytest.mark.parametrize(
    ("target", "language", "is_doubled"),
    [
        ("Vaya a la la oficina.", "es", True),
        ("Vous vous appelez comment", "fr", False),
        ("Tembea pole pole hapa.", "sw", False),
        ("Fasax dheer dheer qaado.", "so", False),
        ("他们在办公室在办公室等。", "zh-Hans", True),
        ("看看这个，谢谢。", "zh-Hans", False),
        ("Trump Trump gelir.", "tr", True),
    ],
)
def test_a_word_that_stands_twice_by_mistake(target: str, language: str, is_doubled: bool) -> None:
    assert ("T037" in codes("Go to the office slowly.", target, language)) is is_doubled


@pytest.mark.parametrize(
    ("target", "language", "is_odd"),
    [
        ("li\u200bcencia", "es", True),
        ("licen\u00adcia", "es", True),
        ("می\u200cروم", "fa", False),
        ("ខ្ញុំ\u200bទៅ", "km", False),
        ("שלום\u200f", "he", False),
        ("licencia\u200f", "es", True),
        ("क्\u200dष", "hi", False),
    ],
)
def test_an_invisible_sign_is_found_where_no_script_needs_it(
    target: str, language: str, is_odd: bool
) -> None:
    assert ("T038" in codes("License", target, language)) is is_odd


@pytest.mark.parametrize(
    ("source", "target", "language", "is_odd"),
    [
        ("You are 18.", "Tiene ١٨.", "es", True),
        ("You are 18.", "عمرك ١٨.", "ar", False),
        ("18 or 19", "١٨ أو 19", "ar", True),
        ("You are 18.", "عمرك १८.", "ar", True),
        ("Pay {fee} in 30 days.", "{fee} را ظرف ۳۰ روز بپردازید.", "fa", True),
        ("You are 18.", "Tiene 18.", "es", False),
    ],
)
def test_digits_of_one_set(source: str, target: str, language: str, is_odd: bool) -> None:
    assert ("T039" in codes(source, target, language)) is is_odd


@pytest.mark.parametrize(
    ("source", "target", "language", "is_left"),
    [
        ("Bring it to the office.", "Tráigalo to the office.", "es", True),
        ("Bring it to the office today.", "Bring it to the office today.", "es", True),
        ("Bring it to the office.", "请 bring it to the office。", "zh-Hans", True),
        ("Go to the Bank of America.", "Vaya al Bank of America.", "es", False),
        ("See the “Guide to the city”.", "Vea la “Guide to the city”.", "es", False),
        ("Your email", "Su email", "es", False),
        ("The hospital, no fee", "El hospital, no cobra", "es", False),
        ("Medicaid", "Medicaid", "es", False),
        ("Open my_form.pdf now.", "Abra my_form.pdf ahora.", "es", False),
    ],
)
def test_words_of_the_source_that_were_left(
    source: str, target: str, language: str, is_left: bool
) -> None:
    assert ("T033" in codes(source, target, language)) is is_left


def test_a_length_is_judged_by_the_language() -> None:
    source = "Bring your photo ID, proof of address and the fee to any office in the county."
    assert "T032" in codes(source, "Traiga su tarjeta.", "es")
    assert "T032" not in codes(
        source, "请携带照片身份证、住址证明和费用到县内任何办公室。", "zh-Hans"
    )
    whole = "Traiga a cualquier oficina su identificación, prueba de domicilio y la tarifa."
    assert "T032" not in codes(source, whole, "es")
    assert "T032" in codes(source, f"{whole} {whole} {whole}"[:230], "es")
    assert "T032" not in codes("Help", "Ayuda para usted", "es")
