"""Sentences are split where they end, not at abbreviations, and put together they are the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.locales.sentences import split_sentences

# Each list is one text: joined with spaces it must come apart as it is written here.
TEXTS = [
    ("en", ["See Dr. Smith in Rm. 5.", "Bring an ID."]),
    ("en", ["Go to 12 Main St. and wait.", "The office is at 7 Oak St.", "Bring an ID."]),
    ("en", ["St. Mary Hospital is open."]),
    ("en", ["The U.S. Department of Labor pays.", "You must live in the U.S.", "You can apply."]),
    ("en", ["Bring a photo ID, e.g. Passport, i.e. Your own."]),
    ("en", ["Send Form No. 7.", "No.", "You can't."]),
    ("en", ["Come by 9 a.m. Monday.", "We close at 5 p.m.", "Call before that."]),
    ("en", ["Ask John F. Kennedy.", "Take vitamin C.", "Then rest."]),
    ("en", ["1. Fill in the form.", "2) Sign it."]),
    ("en", ["Pay $3.50 at dmv.example.", "Is it late?", "Don’t worry!", "“Call us.”", "We help."]),
    ("en", ["Dr. Smith (Dept. of Health) helps.", "Call (see below).", "Next."]),
    ("en", ["😀 Done.", "😀 Next, Dr. Smith."]),
    ("es", ["Vea al Sr. López en EE. UU. de noche.", "Usted puede llamar."]),
    ("es", ["Viva en EE. UU.", "Usted debe pagar.", "Lleve, p. ej. Una foto.", "¿Cómo?", "¡Sí!"]),
    ("es", ["Llame al núm. 7.", "Dra. Ruiz atiende."]),
    ("fr", ["M. Dupont est là.", "Appelez le tél. 5.", "Merci."]),
    ("de", ["Am 1. Januar ist frei.", "Nr. 5 ist z. B. Hier.", "Gut."]),
    ("pl", ["Idź na ul. Długą.", "Zadzwoń."]),
    ("ru", ["Это ул. Ленина.", "Звоните."]),
    ("vi", ["Ở TP. Hồ Chí Minh.", "Gọi đi."]),
    ("ht", ["Ale wè Dr. Jean.", "Pote kat ou."]),
    ("ar", ["د. أحمد هنا.", "هل هذا صحيح؟", "نعم."]),
    ("hi", ["नमस्ते।", "ठीक है।"]),
    ("my", ["သွားပါ။", "လာပါ။"]),
    ("km", ["សួស្តី។", "លា។"]),
    ("hmn", ["Hu rau peb.", "Nws yog dawb.", "Mus ntsib Dr. Vang."]),
    ("en", ["Mail it to P.O. Box 40.", "Write to Attn. Records.", "Read p. 7 and pp. 9-10."]),
    ("en", ["See Art. 5, Sec. 8 or Fig. 2.", "Section 1.2.3 applies.", "Wait . . . then call."]),
    ("en", ["We open at 8 a.m. Monday.", "We close at 5 p.m.", "You can wait inside."]),
    ("en", ["Wait… Then call.", "(See below.)", "Is it free?!", "Yes."]),
    ("es", ["Abre a las 8 a. m. y cierra a las 5 p. m. los viernes.", "Vea la pág. 3."]),
    ("es", ["Vaya al col. Centro, C.P. 06000.", "El 3 de sept. 2027 cierra.", "Ud. debe firmar."]),
    ("fr", ["Le 1 janv. 2027 est férié.", "Lisez l’art. 5, p. ex. La page 2.", "C’est libre ?"]),
    ("pt", ["Ligue para a Sra. Silva.", "Veja o art. 5 de 3 de jan. 2027.", "É grátis."]),
    ("de", ["Bringen Sie u. a. Ihren Pass mit.", "Siehe Abs. 2 bzw. Seite 3."]),
    ("it", ["Chiami il sig. Rossi in p.za Roma, cfr. Art. 2.", "È gratis?", "Sì."]),
    ("nl", ["Vraag dhr. Jansen.", "Neem bijv. Uw paspoort mee.", "Het is gratis."]),
    ("ro", ["Mergeți la dl. Popescu, nr. 5.", "E gratuit."]),
    ("el", ["Δείτε τον κ. Παππά.", "Είναι δωρεάν;", "Ναι."]),
    ("id", ["Temui Bpk. Budi di Jl. Merdeka No. 5.", "Gratis."]),
    ("tl", ["Makipagkita kay Gng. Cruz.", "Libre ito."]),
    ("sw", ["Muone Dk. Juma, S.L.P. 40.", "Ni bure."]),
    ("so", ["U tag Dr. Cali.", "Waa bilaash."]),
    ("tr", ["1. kata çıkın.", "Dr. Yılmaz sizi bekliyor.", "Örn. Pasaport."]),
    ("uk", ["Зверніться на вул. Шевченка.", "Це безкоштовно."]),
    ("he", ['פנו לד"ר כהן.', "ת.ד. 40 ברח. הרצל.", "כן."]),
    ("fa", ["با ما تماس بگیرید.", "آیا رایگان است؟", "بله."]),
    ("ur", ["ہمیں فون کریں۔", "کیا یہ مفت ہے؟", "جی ہاں۔"]),
    ("hi", ["डॉ. शर्मा से मिलें।", "कमरा नं. 5 में आएँ।"]),
    ("bn", ["ডা. রহমানের কাছে যান।", "মো. আলী আসবেন।"]),
    ("ne", ["डा. थापालाई भेट्नुहोस्।", "यो निःशुल्क हो।"]),
    ("pa", ["ਡਾ. ਸਿੰਘ ਨੂੰ ਮਿਲੋ।", "ਇਹ ਮੁਫ਼ਤ ਹੈ।"]),
    ("am", ["ይደውሉልን።", "ነፃ ነው?", "አዎ።", "መታወቂያ ይዘው ይምጡ፡፡", "ይጠብቁ፡፡"]),
    ("ti", ["ደውሉልና፡፡", "መንነት ወረቐት ኣምጽኡ።"]),
    ("hy", ["Զանգահարեք մեզ։", "Դա անվճար է:", "Ժամը 9:00-ին բերեք. փաստաթղթերը:", "Այո։"]),
    ("km", ["យកលិខិត សំបុត្រ ។ល។", "មក។", "តើឥតគិតថ្លៃទេ?", "បាទ៕"]),
    ("my", ["ဖုန်းဆက်ပါ။", "အခမဲ့လား။"]),
    ("lo", ["ໂທຫາພວກເຮົາ.", "ເອົາບັດມາ."]),
    ("bo", ["ང་ཚོར་ཁ་པར་གཏོང་རོགས།", "ཐོབ་ཐང་ཡོད།"]),
    ("ko", ["김 박사를 만나세요.", "무료인가요?", "네."]),
]


@pytest.mark.parametrize(("code", "sentences"), TEXTS)
def test_sentences_end_where_they_end(code: str, sentences: list[str]) -> None:
    parts = split_sentences(" ".join(sentences), code)
    assert [part.rstrip() for part in parts] == sentences


@pytest.mark.parametrize("code", ["zh-Hans", "zh-Hant", "ja"])
def test_scripts_without_spaces(code: str) -> None:
    assert split_sentences("你好。请来！好吗？", code) == ["你好。", "请来！", "好吗？"]


def test_a_line_break_ends_a_sentence() -> None:
    assert split_sentences("See Dr.\nSmith", "en") == ["See Dr.\n", "Smith"]


def test_thai_has_no_sign_for_the_end_and_stays_whole() -> None:
    assert split_sentences("โทรหาเรา นำบัตรประชาชนมาด้วย", "th") == ["โทรหาเรา นำบัตรประชาชนมาด้วย"]


def test_quotes_in_scripts_without_spaces() -> None:
    text = "お電話ください。「無料です。」身分証をお持ちください。"
    parts = ["お電話ください。", "「無料です。」", "身分証をお持ちください。"]
    assert split_sentences(text, "ja") == parts


def test_an_empty_text_has_none() -> None:
    assert split_sentences("", "en") == []


CODES = st.sampled_from(
    ["en", "es", "pt-BR", "de", "ar", "am", "hy", "km", "bo", "tl", "zh-Hans", "th", "hmn", "xx"]
)
PIECES = st.sampled_from(
    [
        "Dr. ",
        "U.S. ",
        "No. ",
        "7 ",
        "You ",
        "Go. ",
        "1. ",
        "😀",
        "«",
        "”",
        "\n",
        "。",
        "p. ",
        "ej. ",
        "፡፡",
        "է: Բ",
        "។ល។",
        "། ",
        "art. ",
        "「",
        "（",
    ]
)


@given(st.text() | st.lists(PIECES).map("".join), CODES)
def test_put_together_the_sentences_are_the_text(text: str, code: str) -> None:
    parts = split_sentences(text, code)
    assert "".join(parts) == text
    assert all(parts)
