"""What `waypost translate` doesn't write or promise: other languages, plurals, missing models."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import polib
import pytest

from tests.sites.drafted_site import SETTINGS, guide, lay_drafted_site, read_drafts
from tests.sites.running import DAY, lay_files, read_tree, run_waypost
from waypost.model.glossary import Glossary
from waypost.model.text import Role, Syntax
from waypost.pipeline.project import open_project
from waypost.pipeline.translate import EngineChoice, RunOptions, translate_project
from waypost.pipeline.translate_report import TranslateReport
from waypost.translation.engines.protocol import Engine
from waypost.translation.quality.judge import find_refusal
from waypost.translation.quality.pair import Pair

_EXAMPLE = Path(__file__).resolve().parent.parent.parent

_SAYS = {
    "pt": {
        "What to do in week": "O que fazer na semana",
        "Bring the letter of week": "Traga a carta da semana",
        "What to do": "O que fazer",
        "Call the office before you come, and ask for a form.": (
            "Ligue para o escritório antes de vir e peça um formulário."
        ),
        "You can apply online, by mail or in person with the form.": (
            "Você pode se inscrever pela internet, pelo correio ou em pessoa com o formulário."
        ),
        "The office is closed on Monday and on the days of a feast.": (
            "O escritório está fechado na segunda e nos dias de uma festa."
        ),
        "You get a letter in the mail when the card is ready.": (
            "Você recebe uma carta pelo correio quando o cartão está pronto."
        ),
    },
    "fr": {
        "What to do in week": "Ce que vous devez faire dans la semaine",
        "Bring the letter of week": "Apportez la lettre de la semaine",
        "What to do": "Ce que vous devez faire",
        "Call the office before you come, and ask for a form.": (
            "Appelez le bureau avant de venir, et demandez un formulaire à la personne."
        ),
        "You can apply online, by mail or in person with the form.": (
            "Vous pouvez faire la demande en ligne, par la poste ou au bureau avec le formulaire."
        ),
        "The office is closed on Monday and on the days of a feast.": (
            "Le bureau est fermé le lundi et dans les jours de la fête."
        ),
        "You get a letter in the mail when the card is ready.": (
            "Vous recevez une lettre par la poste quand la carte est prête pour vous."
        ),
    },
}
_BODY = tuple(list(_SAYS["pt"])[3:])
_GUIDES = {f"week-{number}": guide(number, *_BODY) for number in (1, 2)}
_PHRASES = """\
days_left:
  text: "{n, plural, one {# day is left} other {# days are left}}"
"""


class Phrasebook:
    """An engine that answers from a list, in the language that it was made with."""

    name = "phrasebook"
    version = "1"
    keeps_markup = False

    def __init__(self, language: str) -> None:
        self._says = _SAYS[language]
        self.asked: list[str] = []

    def stamp(self, source: str, target: str) -> str:
        return f"{self.name} {self.version} {source}_{target}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        self.asked += texts
        return [self._answer(text) for text in texts]

    def _answer(self, text: str) -> str:
        found = re.fullmatch(r"(.*?)( \d+)?(\.?)", text)
        if text in self._says or found is None:
            return self._says.get(text, "")
        words, number, end = found.groups("")
        return self._says.get(words, "") + number + end

    def close(self) -> None:
        pass


def _run(
    root: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch, *guides: str
) -> TranslateReport:
    def make(_choice: EngineChoice, _root: Path) -> Engine:
        return engine

    monkeypatch.setattr("waypost.pipeline.translate.make_engine", make)
    choice = EngineChoice("firefox", root / "packs")
    options = RunOptions(guides)
    return translate_project(
        open_project(root, DAY), ("pt",), choice, dry_run=False, options=options
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    lay_drafted_site(root, _GUIDES)
    return root


@pytest.mark.parametrize("save_every", [192, 1])
def test_a_document_in_a_third_language_is_not_written(
    save_every: int, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("waypost.pipeline.translate_run._SAVE_EVERY", save_every)
    monkeypatch.setattr("waypost.pipeline.translate_run._BATCH", 6)
    first = _run(site, Phrasebook("pt"), monkeypatch, "week-1")
    assert first.refused == 0
    before = read_drafts(site)
    assert len(before) == 6
    (site / "translations/pt/guides/week-1.po").unlink()
    report = _run(site, Phrasebook("fr"), monkeypatch, "week-1", "week-2")
    assert read_drafts(site) == {}
    assert report.ways == {}
    found = [one for one in report.findings if one.code == "T019"]
    assert len(found) == report.refused == 12
    assert all("T026 the page seems to be in “fr”" in one.message for one in found)
    assert {one.place.path for one in found} == {
        "translations/pt/guides/week-1.po",
        "translations/pt/guides/week-2.po",
    }
    again = _run(site, Phrasebook("pt"), monkeypatch, "week-1", "week-2")
    assert again.refused == 0
    assert before.items() < read_drafts(site).items()


def test_words_that_stand_already_outlive_a_page_in_another_language(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = site / "translations/pt/guides/week-1.po"
    text = path.read_text("utf-8")
    start = text.index('msgid "Bring the letter')
    mine = text[start:].replace('msgstr ""', 'msgstr "Traga a carta 1."', 1)
    path.write_text(text[:start] + mine, "utf-8")
    before = read_drafts(site)
    assert list(before.values()) == ["Traga a carta 1."]
    report = _run(site, Phrasebook("fr"), monkeypatch, "week-1")
    assert report.refused == 5
    assert read_drafts(site) == before


def test_a_phrase_with_plurals_is_for_people_and_not_announced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "site"
    lay_drafted_site(root, _GUIDES)
    lay_files(root, {"content/phrases.yml": _PHRASES})
    command = ("translate", "-l", "pt", "--guide", "phrases", "--dry-run", "--engine")
    counts = []
    for name in ("firefox", "pseudo"):  # the second keeps plural forms by itself
        dry = run_waypost(root, *command, name)
        assert dry.returncode == 0, dry.stderr
        counts.append(int(dry.stdout.split()[0]))
    engine = Phrasebook("pt")
    report = _run(root, engine, monkeypatch, "phrases")
    assert not any("plural" in text or "left" in text for text in engine.asked)
    found = [one for one in report.findings if "plural forms are not sent" in one.message]
    assert any("“days_left”" in one.message for one in found)
    assert {one.mend for one in found} == {
        "Translate it by hand; plural forms are not sent to engines."
    }
    assert counts[1] - counts[0] == len(found)


@pytest.mark.parametrize("engine", ["firefox", "argos", "apertium"])
def test_a_dry_run_promises_nothing_that_the_engine_can_not_do(engine: str, tmp_path: Path) -> None:
    root = tmp_path / "site"
    lay_drafted_site(root, _GUIDES, SETTINGS + "        so: {tier: core}\n")
    before = read_tree(root / "translations")
    command = ("translate", "-l", "so", "--engine", engine)
    dry, real = run_waypost(root, *command, "--dry-run"), run_waypost(root, *command)
    assert (dry.returncode, real.returncode) == (2, 2)
    assert dry.stderr == real.stderr
    assert dry.stderr
    assert "segments" not in dry.stdout
    assert read_tree(root / "translations") == before


def test_a_dry_run_over_all_languages_says_which_are_skipped_and_the_mend(tmp_path: Path) -> None:
    root = tmp_path / "site"
    lay_drafted_site(root, _GUIDES, SETTINGS + "        so: {tier: core}\n")
    dry = run_waypost(root, "translate", "--engine", "firefox", "--guide", "week-1", "--dry-run")
    assert dry.returncode == 0, dry.stderr
    assert dry.stdout.startswith("6 segments")
    assert "so was skipped: no Firefox model translates from en to so" in dry.stdout
    assert "Put one into" in dry.stdout


def test_no_text_of_an_engine_in_the_example_would_be_refused_today() -> None:
    checked = 0
    for path in sorted((_EXAMPLE / "translations").rglob("*.po")):
        code = path.relative_to(_EXAMPLE / "translations").parts[0]
        syntax = Syntax.MESSAGE if path.stem in {"phrases", "interface"} else Syntax.MARKUP
        for entry in polib.pofile(str(path)):
            if entry.msgstr and not entry.obsolete and "mt: " in entry.tcomment:
                texts = (entry.msgid, entry.msgstr, syntax, Role.PARAGRAPH, "en", code)
                assert find_refusal(Pair(*texts, Glossary(code))) is None, entry.msgctxt
                checked += 1
    assert checked > 500
