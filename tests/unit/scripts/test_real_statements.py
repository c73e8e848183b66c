"""Criteria become phrases, and a person's words stay as they are."""

from __future__ import annotations

from scripts.real_sites.statements import Criterion, PhraseBank, PhraseRef, join_values

_AGE = "applicant_date_of_birth"


def test_the_same_words_are_one_phrase() -> None:
    citizen = Criterion("citizen", "You are a citizen.", "Usted es ciudadano.")
    bank = PhraseBank([citizen, citizen])
    assert [(one.id, one.english) for one in bank.phrases] == [("citizen", "You are a citizen.")]
    assert bank.use(citizen) == PhraseRef("citizen", "")


def test_an_age_is_a_parameter() -> None:
    young = Criterion(_AGE, "You are at least 18 years old.", "Usted tiene al menos 18 años.")
    old = Criterion(_AGE, "You are at least 60 years old.", "Usted tiene al menos 60 años.")
    bank = PhraseBank([young, old])
    assert [one.english for one in bank.phrases] == ["You are at least {age} years old."]
    assert bank.use(old) == PhraseRef(_AGE, "60")


def test_another_number_in_spanish_is_kept_as_it_is() -> None:
    right = Criterion(_AGE, "You are at least 60 years old.", "Usted tiene al menos 60 años.")
    wrong = Criterion(_AGE, "You are at least 60 years old.", "Usted tiene al menos 65 años.")
    bank = PhraseBank([right, wrong])
    used = {one.id: one for one in bank.phrases}[bank.use(wrong).phrase]
    assert (used.english, used.spanish, used.has_age) == (wrong.english, wrong.spanish, False)


def test_two_translations_are_two_phrases() -> None:
    one = Criterion("status", "You are single.", "Usted es soltero.")
    two = Criterion("status", "You are single.", "Usted está soltera.")
    bank = PhraseBank([one, two])
    assert {bank.use(one).phrase, bank.use(two).phrase} == {"status", "status_2"}


def test_a_criterion_without_spanish_uses_the_phrase_that_others_have() -> None:
    translated = Criterion("citizen", "You are a citizen.", "Usted es ciudadano.")
    bare = Criterion("citizen", "You are a citizen.", "")
    bank = PhraseBank([bare, translated])
    assert bank.use(bare) == bank.use(translated)
    assert len(bank.phrases) == 1


def test_two_numbers_are_no_single_age() -> None:
    both = Criterion(_AGE, "You are between 18 and 64.", "Usted tiene entre 18 y 64 años.")
    assert [one.has_age for one in PhraseBank([both]).phrases] == [False]


def test_values_stand_behind_their_label() -> None:
    assert join_values("Your status is", ["widowed", "divorced"]) == (
        "Your status is widowed; divorced"
    )
    assert join_values("You are a citizen.", []) == "You are a citizen."
