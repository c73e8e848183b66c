"""Pairs are put back where their words stand, and nowhere else."""

from __future__ import annotations

import pytest

from waypost.model.glossary import Glossary
from waypost.translation.literals import Depth, hide_literals
from waypost.translation.pieces import split_pieces
from waypost.translation.projection import list_pairs, place_pairs

HIDE = hide_literals(Glossary("es"), Depth.FIRM)


@pytest.mark.parametrize(
    ("unit", "plain", "inner", "text"),
    [
        # The inner words as the engine says them alone.
        ("Do **not** pay.", "No pague.", {"not": "no"}, "**No** pague."),
        ("Ask a *friend* now", "Pida a un amigo ya", {"friend": "amigo"}, "Pida a un *amigo* ya"),
        ("Get [the form]{1}.", "Pida el formulario.", {"the form": "El formulario."},
         "Pida [el formulario]{1}."),
        # Almost the same words.
        ("[Find offices]{1} near", "Encuentre oficinas cerca",
         {"Find offices": "Encuentra oficinas"}, "[Encuentre oficinas]{1} cerca"),
        # Whole sentences, a lead before a colon, all of the text, a fact alone.
        ("**Eye test.** Bring it.", "Examen de vista. Tráigalo.", {},
         "**Examen de vista.** Tráigalo."),
        ("Pay. **Bring it now.**", "Pague. Tráigalo ya.", {}, "Pague. **Tráigalo ya.**"),
        ("**By mail:** send it.", "Por correo: envíelo.", {}, "**Por correo:** envíelo."),
        ("**By mail**: send it.", "Por correo: envíelo.", {}, "**Por correo**: envíelo."),
        ("**Pay now.**", "Pague ya.", {}, "**Pague ya.**"),
        ("[Pay now]{1}.", "Pague ya.", {}, "[Pague ya]{1}."),
        ("Pay **{fee.a}** now", "Pague {fee.a} ya", {}, "Pague **{fee.a}** ya"),
        # Pairs in pairs, and beside one another in another order.
        ("Get [a **form**]{1}.", "Pida un formulario.",
         {"a form": "un formulario", "form": "formulario"}, "Pida [un **formulario**]{1}."),
        ("See [**it**]{1} here", "Véalo aquí", {"it": "Véalo"}, "[**Véalo**]{1} aquí"),
        ("*red* **car** now", "carro rojo ya", {"red": "rojo", "car": "carro"},
         "**carro** *rojo* ya"),
        ("[Pay {fee.a}]{1} now", "Pague {fee.a} ya", {"Pay {fee.a}": "Pague {fee.a}"},
         "[Pague {fee.a}]{1} ya"),
    ],
)  # fmt: skip
def test_where_a_pair_stands(unit: str, plain: str, inner: dict[str, str], text: str) -> None:
    result, lost = place_pairs(unit, plain, inner, ("en", "es"), HIDE)
    assert result == text
    assert lost == ()
    assert "".join(
        p.source for p in split_pieces(result) or () if p.kind is None or "{" in p.source
    )


@pytest.mark.parametrize(
    ("unit", "plain", "inner"),
    [
        # Not there, there twice, there twice in the source, or two places almost as good.
        ("See [the form]{1}.", "Véalo.", {"the form": "el formulario"}),
        ("Get [the form]{1}.", "El formulario, el formulario.", {"the form": "el formulario"}),
        ("the form, [the form]{1}.", "El formulario.", {"the form": "el formulario"}),
        ("[offices]{1} here", "oficinas y oficina aquí", {"offices": "oficinass"}),
        ("[an]{1} x", "una x", {"an": "un"}),
        # Crossed, no translation of the words, another number of sentences.
        ("[a friend]{1} [of friends]{2}", "amigos", {"a friend": "amigos", "of friends": "amigos"}),
        ("Get [the form]{1}.", "Pida el formulario.", {}),
        ("[Eye test.]{1} Bring it.", "Examen. De la vista. Tráigalo.", {}),
        # Inside a code.
        ("Send [the form]{1} DL-44", "Envíe DL-44", {"the form": "DL"}),
        ("Pay [{fee.a}]{1}, {fee.a}", "Pague {fee.a}, {fee.a}", {}),
    ],
)
def test_where_there_is_doubt_there_is_no_place(
    unit: str, plain: str, inner: dict[str, str]
) -> None:
    assert place_pairs(unit, plain, inner, ("en", "es"), HIDE)[0] is None


def test_an_emphasis_without_a_place_is_named() -> None:
    text, lost = place_pairs(
        "Do **not** pay [it]{1}", "Pague eso", {"it": "eso"}, ("en", "es"), HIDE
    )
    assert text == "Pague [eso]{1}"
    assert [pair.inner for pair in lost] == ["not"]


def test_pairs_are_listed_as_they_open() -> None:
    pieces = split_pieces("a [b **c** {d}]{1} *e*")
    assert pieces is not None
    assert [pair.inner for pair in list_pairs(pieces)] == ["b c {d}", "c", "e"]
