from __future__ import annotations

from datetime import date

from waypost.content.exemptions import Exemption, apply_exemptions
from waypost.model.finding import Finding, Place

_DAY = date(2026, 11, 21)
_SETTINGS = Place("mkdocs.yml", 40, 7)
_FINDING = Finding(Place("content/guides/tax.md", 3), "C030", "hard", "Mend it.")
_OTHER = Finding(Place("content/guides/tax.md", 4), "C029", "long", "Mend it.")


def _exempt(code: str, path: str, until: date = _DAY) -> Exemption:
    return Exemption(code, path, "being rewritten", until, _SETTINGS)


def test_an_exemption_hides_its_finding_until_its_last_day() -> None:
    exemption = _exempt("C030", "content/guides/tax.md")
    assert apply_exemptions([_FINDING, _OTHER], [exemption], _DAY) == (_OTHER,)


def test_an_exemption_may_name_a_folder() -> None:
    assert apply_exemptions([_FINDING], [_exempt("C030", "content/guides/*")], _DAY) == ()


def test_an_exemption_hides_nothing_else() -> None:
    exemptions = [_exempt("C029", "content/pages/*"), _exempt("C031", "content/guides/tax.md")]
    assert apply_exemptions([_FINDING, _OTHER], exemptions, _DAY) == (_FINDING, _OTHER)


def test_an_exemption_that_has_ended_is_a_finding_itself() -> None:
    exemption = _exempt("C030", "content/guides/tax.md", date(2026, 11, 20))
    left = apply_exemptions([_FINDING], [exemption], _DAY)
    assert [(one.code, one.place) for one in left] == [
        ("C030", _FINDING.place),
        ("C040", _SETTINGS),
    ]
