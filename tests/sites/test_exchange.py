"""Texts travel to vendors and back: by the real commands, on whole sites, without a byte lost."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from translate.storage.xliff2 import Xliff2File

from tests.sites.running import DAY, copy_sources, find_segment, read_tree, run_waypost
from tests.unit.exchange.xliff_rules import find_breaches
from waypost.model.review_unit import ReviewUnit
from waypost.model.translation import Freshness, Origin
from waypost.pipeline.catalogs import choose_languages
from waypost.pipeline.documents import read_texts
from waypost.pipeline.exchange import FILTERS
from waypost.pipeline.project import open_project
from waypost.pipeline.review_units import review_units
from waypost.translation.soundness import has_words

PROJECT = Path(__file__).parents[2]
CORPUS = PROJECT.parent / "shared" / "corpora" / "benefits"
FORMATS = {"xliff": "xlf", "xlsx": "xlsx", "csv": "csv", "json": "json"}
GUIDE = "translations/es/guides/parking-permit.po"
LANGUAGES = ("es", "ar", "zh-Hans", "so")
# The collection of real guides is tried wherever it lies beside the checkout.
SITES = ["example", "benefits"] if CORPUS.is_dir() else ["example"]


@pytest.fixture(scope="module", params=SITES)
def real_site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A synced site with people's and machines' texts in many languages."""
    root = tmp_path_factory.mktemp("exchange") / "site"
    if request.param == "example":
        copy_sources(PROJECT, root)
    else:
        from scripts.real_sites.benefits import convert_benefits

        convert_benefits(CORPUS, root)
    assert run_waypost(root, "sync").returncode == 0
    yield root
    shutil.rmtree(root)


def _units(root: Path, language: str = "es") -> list[ReviewUnit]:
    project = open_project(root, DAY)
    (offered,) = choose_languages(project.settings, (language,))
    units = review_units(project, read_texts(project), offered, with_doubts=False)
    return [unit for unit in units if has_words(unit.source, unit.syntax)]


def _find_faulty(root: Path) -> set[tuple[str, str]]:
    """The texts of people, in a collection of real ones, that a check would refuse."""
    project = open_project(root, DAY)
    (offered,) = choose_languages(project.settings, ("es",))
    units = review_units(project, read_texts(project), offered)
    return {
        (unit.document, unit.address)
        for unit in units
        if unit.translation is not None and any(doubt.is_blocking for doubt in unit.doubts)
    }


_States = dict[tuple[str, str], tuple[str, Origin]]


def _states(root: Path) -> _States:
    return {
        (unit.document, unit.address): (unit.translation.text, unit.translation.origin)
        for unit in _units(root)
        if unit.translation is not None
    }


@pytest.fixture(scope="module")
def real_states(real_site: Path) -> tuple[_States, set[tuple[str, str]]]:
    """The translated texts of the site, and which of them a check would refuse."""
    return _states(real_site), _find_faulty(real_site)


def _export(root: Path, kind: str, *arguments: str) -> Path:
    done = run_waypost(root, "export", kind, "-l", "es", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "build" / "exchange" / f"es.{FORMATS[kind]}"


def _import(root: Path, *arguments: str, code: int = 0) -> str:
    done = run_waypost(root, "review", "import", "--date", DAY.isoformat(), *arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def _forget_marks(path: Path) -> None:
    """The file as it would be if nobody had noted what was given: all its texts are new."""
    if path.suffix == ".xlf":
        text = path.read_text("utf-8")
        path.write_text(re.sub(r' *<note category="waypost:mark">.*\n', "", text), "utf-8")
    elif path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        sheet.delete_cols(sheet.max_column)
        book.save(path)
    elif path.suffix == ".csv":
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
        out = io.StringIO(newline="")
        csv.writer(out).writerows(row[:-1] for row in rows)
        path.write_bytes(out.getvalue().encode("utf-8"))
    else:
        path.write_text(re.sub(r'"mark": "\w+"', '"mark": ""', path.read_text("utf-8")), "utf-8")


def _save_elsewhere(path: Path) -> bool:
    """Whether another program has opened and saved the file, in its own way of writing."""
    was = path.read_bytes()
    if path.suffix == ".xlf":
        toolkit: Any = Xliff2File  # its methods have no types
        store = toolkit.parsestring(was)
        for unit in store.units:
            if unit.target:
                unit.target = unit.target
        out = io.BytesIO()
        store.serialize(out)
        path.write_bytes(out.getvalue())
    elif path.suffix == ".xlsx":
        openpyxl.load_workbook(path).save(path)
    return path.read_bytes() != was


@pytest.mark.parametrize("kind", FORMATS)
def test_what_comes_back_untouched_changes_no_byte(real_site: Path, kind: str) -> None:
    before = read_tree(real_site / "translations")
    languages = [code for code in LANGUAGES if (real_site / "translations" / code).is_dir()]
    chosen = [word for code in languages for word in ("-l", code)]
    done = run_waypost(real_site, "export", kind, *chosen)
    assert done.returncode == 0, done.stdout + done.stderr
    files = sorted((real_site / "build" / "exchange").glob(f"*.{FORMATS[kind]}"))
    assert [path.stem for path in files] == sorted(languages) != []
    paths = [str(path) for path in files]
    assert _import(real_site, *paths).startswith("0 translations taken in, ")
    assert read_tree(real_site / "translations") == before
    if kind == "xliff":
        assert [find_breaches(path.read_bytes()) for path in files] == [[]] * len(files)
    spanish = real_site / "build" / "exchange" / f"es.{FORMATS[kind]}"
    if _save_elsewhere(spanish):
        assert _import(real_site, str(spanish)).startswith("0 translations taken in, ")
        assert read_tree(real_site / "translations") == before


@pytest.mark.parametrize("kind", FORMATS)
def test_every_text_survives_the_loss_of_all_others(
    real_site: Path,
    real_states: tuple[_States, set[tuple[str, str]]],
    tmp_path: Path,
    kind: str,
) -> None:
    root = copy_sources(real_site, tmp_path / "site")
    sync = ("sync", "-l", "es")
    before, faulty = real_states
    assert len(before) > 500
    assert len(faulty) < 10
    path = _export(root, kind)
    _forget_marks(path)
    shutil.rmtree(root / "translations" / "es")
    assert run_waypost(root, *sync).returncode == 0
    interface = {key for key in _states(root) if key[0] == "interface"}
    output = _import(root, str(path), code=1 if faulty else 0)
    assert output.count(": error: ") == output.count("; the text isn't taken") >= len(faulty)
    after = _states(root)
    assert {key: text for key, (text, _) in after.items()} == {
        key: text for key, (text, _) in before.items() if key not in faulty
    }
    assert {after[key][1] for key in after.keys() - interface} == {Origin.HUMAN}
    assert f"{len(before) - len(faulty) - len(interface)} translations taken in" in output
    # A sync adds hints beside what is still missing; from then on nothing moves any more.
    assert run_waypost(root, *sync).returncode == 0
    now = read_tree(root / "translations")
    _import(root, str(path), code=1 if faulty else 0)
    assert run_waypost(root, *sync).returncode == 0
    assert read_tree(root / "translations") == now


class TestOneSite:
    """A small town and its vendor."""

    def _replace(self, path: Path, old: str, new: str) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def _target(self, root: Path, address: str) -> str:
        text = (root / GUIDE).read_text("utf-8")
        begin, end = find_segment(text, address)
        return text[begin:end]

    def test_a_vendor_corrects_and_a_reviewer_accepts(self, site: Path) -> None:
        path = _export(site, "xliff", "guides/parking-permit")
        text = path.read_text("utf-8")
        unit = text[text.index('name="title"') :]
        unit = unit[: unit.index("</unit>")]
        new = re.sub(r"<target>.*</target>", "<target>Permiso de estacionamiento</target>", unit)
        new = new.replace('state="initial" subState="waypost:machine"', 'state="final"')
        path.write_text(text.replace(unit, new), "utf-8")
        was = read_tree(site / "translations")
        dry = _import(site, str(path), "--dry-run")
        assert dry.endswith("1 PO file would change.\n")
        assert read_tree(site / "translations") == was
        output = _import(site, str(path))
        assert output.startswith("1 translation taken in, ")
        entry = self._target(site, "title")
        assert 'msgstr "Permiso de estacionamiento"' in entry
        assert "# human: src=" in entry
        assert "fuzzy" not in entry
        now = read_tree(site / "translations")
        changed = [name for name in now if now[name] != was[name]]
        assert changed == ["es/guides/parking-permit.po"]
        assert run_waypost(site, "sync").returncode == 0
        now = read_tree(site / "translations")
        _import(site, str(path))
        assert run_waypost(site, "sync").returncode == 0
        assert read_tree(site / "translations") == now
        assert "1 accepted" in _import(site, str(path), "--accept-as", "ana")
        assert f"# reviewed: ana {DAY.isoformat()} src=" in self._target(site, "title")

    def test_who_may_not_stamp_writes_nothing(self, site: Path) -> None:
        path = _export(site, "xliff")
        before = read_tree(site / "translations")
        done = run_waypost(site, "review", "import", str(path), "--accept-as", "eve")
        assert done.returncode == 2
        assert "“eve” may not stamp in es" in done.stderr
        assert read_tree(site / "translations") == before

    def test_the_good_ones_are_taken_and_the_rest_is_told(self, site: Path) -> None:
        items = [
            (
                "guides/parking-permit",
                "summary",
                "A permit lets you park on your own street.",
                "Sí",
            ),
            ("guides/parking-permit", "title", "Get a parking permit", "x\u202ey"),
            (
                "guides/parking-permit",
                "body/what-to-do/li-1",
                "Fill in the form. Pay the fee of {fee.parking_permit}.",
                "Pague.",
            ),
            ("guides/parking-permit", "sumary", "Never written", "Nunca"),
            ("guides/parking", "summary", "Never written", "Nunca"),
            ("guides/../../../x", "summary", "Never written", "Nunca"),
            ("guides/parking-permit", "body/gone/p-1", "Every dog in town needs a license", "Pan"),
            ("guides/dog-license", "title", "Get a dog license", "Otra cosa"),
            ("guides/parking-permit", "need/2/text", "Proof that the car was yours", "Prueba"),
        ]
        rows = [
            dict(zip(("document", "address", "source", "target"), item, strict=True))
            for item in items
        ]
        head = {"waypost": "corrections", "version": 1, "language": "es", "by": "Luz"}
        path = site / "corrections.json"
        path.write_text(json.dumps({**head, "corrections": rows}), "utf-8")
        output = _import(site, "corrections.json", code=1)
        codes = re.findall(r"\[(X\d+)\]", output)
        assert sorted(codes) == ["X004"] * 4 + ["X005", "X005", "X008", "X018"]
        assert "Did you mean the address summary?" in output
        assert "Did you mean the document guides/parking-permit?" in output
        assert "U+202E" in output
        assert "{fee.parking_permit} is lost" in output
        assert "Put {fee.parking_permit} into the translation" in output
        assert "Delete the sign" in output
        assert "the source in this file was changed" in output
        assert output.count("Put ") == 1
        assert "1 translation taken in, 0 unchanged, 8 not taken" in output
        assert 'msgstr "Sí"' in self._target(site, "summary")
        assert "Prueba" not in (site / GUIDE).read_text("utf-8")
        assert not list(site.parent.rglob("x.po"))
        as_json = run_waypost(site, "review", "import", "corrections.json", "--format", "json")
        assert len(json.loads(as_json.stdout)) == 8

    def _rows(self, path: Path) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))

    def _save_rows(self, path: Path, rows: list[dict[str, str]]) -> None:
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        path.write_bytes(out.getvalue().encode("utf-8-sig"))

    @pytest.mark.parametrize("marked", [True, False])
    @pytest.mark.parametrize("more", [(), ("--replace",)])
    def test_a_column_that_slipped_by_a_row_is_not_taken(
        self, site: Path, more: tuple[str, ...], *, marked: bool
    ) -> None:
        path = _export(site, "csv", "guides/parking-permit")
        rows = self._rows(path)
        assert len(rows) > 8
        for row, below in pairwise(rows):
            row["translation"] = below["translation"]
        for row in () if marked else rows:
            row["mark"] = ""
        self._save_rows(path, rows)
        before = read_tree(site / "translations")
        output = _import(site, str(path), *more, code=1)
        assert read_tree(site / "translations") == before
        assert output.count("[X016]") > 8
        assert re.search(r"/es.csv:2:1: error: .*this is the translation of ", output)
        assert output.count("a column has slipped") == 1
        assert "\n0 translations taken in, " in output

    def test_one_text_that_is_anothers_is_told_alone(self, site: Path) -> None:
        path = _export(site, "csv", "guides/parking-permit")
        rows = self._rows(path)
        rows[0]["translation"] = rows[1]["translation"]
        rows[2]["translation"] = "Un texto nuevo"
        self._save_rows(path, rows)
        output = _import(site, str(path), code=1)
        assert output.count("[X016]") == 1
        assert f"the translation of guides/parking-permit, {rows[1]['address']}: has" in output

    def test_what_the_checks_say_stands_at_the_row(self, site: Path) -> None:
        path = _export(site, "csv", "guides/parking-permit")
        rows = {row["address"]: row for row in self._rows(path)}
        rows["title"]["translation"] = "Llame a www.example.com"
        rows["summary"]["translation"] = rows["summary"]["source"]
        steps = rows["body/what-to-do/li-1"]
        steps["translation"] = "Rellene the form. Pay the fee of {fee.parking_permit}."
        self._save_rows(path, list(rows.values()))
        before = self._target(site, "title")
        output = _import(site, str(path), code=1)
        lines = {code: line for line, code in re.findall(r"csv:(\d+):1: .*\[(\w+)\]", output)}
        order = list(rows)
        assert lines["T021"] == str(order.index("title") + 2)
        assert lines["X017"] == str(order.index("summary") + 2)
        assert lines["T033"] == str(order.index("body/what-to-do/li-1") + 2)
        assert (
            "the address “example.com” isn't in the source; the text isn't taken [T021]" in output
        )
        assert "1 translation taken in" in output
        assert self._target(site, "title") == before

    def test_a_wrong_address_is_told(self, site: Path) -> None:
        path = _export(site, "csv", "guides/parking-permit")
        rows = {row["address"]: row for row in self._rows(path)}
        rows["title"] |= {"address": "body/gone/p-9", "translation": "Permiso para estacionar"}
        self._save_rows(path, list(rows.values()))
        output = _import(site, str(path))
        assert (
            "warning: guides/parking-permit, body/gone/p-9 has another source or none: " in output
        )
        assert "taken in at title" in output
        assert 'msgstr "Permiso para estacionar"' in self._target(site, "title")

    def test_codes_that_a_tool_has_lost_make_no_older_source(self, site: Path) -> None:
        path = _export(site, "xliff", "guides/parking-permit")
        text = path.read_text("utf-8")
        begin, end = text.index('name="body/what-to-do/li-1"'), len(text)
        end = text.index("</unit>", begin)
        unit = re.sub(r"<ph\b[^>]*/>", "", text[begin:end])
        unit = unit.replace("<target>", "<target>Nuevo: ")
        assert unit != text[begin:end]
        path.write_text(text[:begin] + unit + text[end:], "utf-8")
        before = read_tree(site / "translations")
        output = _import(site, str(path), code=1)
        assert re.findall(r"\[(X\d+)\]", output) == ["X018"]
        assert read_tree(site / "translations") == before

    def test_a_source_that_the_project_knows_is_an_older_one(self, site: Path) -> None:
        path = _export(site, "csv", "guides/parking-permit")
        rows = {row["address"]: row for row in self._rows(path)}
        rows["title"]["translation"] = "Permiso para estacionar"
        self._save_rows(path, list(rows.values()))
        guide = site / "content/guides/parking-permit.md"
        self._replace(guide, "Get a parking permit", "Renew a parking permit")
        assert run_waypost(site, "sync").returncode == 0
        assert "[X010]" in _import(site, str(path))
        assert '#~ msgstr "Permiso para estacionar"' in (site / GUIDE).read_text("utf-8")

    def test_a_reviewed_text_gives_way_only_where_that_is_asked_for(self, site: Path) -> None:
        path = _export(site, "csv", "guides/dog-license")
        self._replace(path, *self._new_title(site))
        before = read_tree(site / "translations")
        assert "[X008]" in _import(site, str(path), code=1)
        assert read_tree(site / "translations") == before
        _import(site, str(path), "--replace")
        text = (site / "translations/es/guides/dog-license.po").read_text("utf-8")
        assert 'msgstr "Licencia para perros"' in text
        assert "#~ # reviewed: ana" in text or re.search(r"# reviewed: ana .*\n#~ msgctxt", text)

    def _new_title(self, root: Path) -> tuple[str, str]:
        (unit,) = (
            unit
            for unit in _units(root)
            if (unit.document, unit.address) == ("guides/dog-license", "title")
        )
        assert unit.translation is not None
        return (f'"{unit.translation.text}"', '"Licencia para perros"')

    def test_who_edits_meanwhile_is_not_written_over(self, site: Path) -> None:
        path = _export(site, "xlsx", "guides/parking-permit")
        entry = self._target(site, "summary")
        line = next(x for x in entry.splitlines() if x.startswith("msgstr"))
        self._replace(site / GUIDE, entry, entry.replace(line, 'msgstr "De María"'))
        book = openpyxl.load_workbook(path)
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        for row in sheet.iter_rows(min_row=2):
            if row[1].value == "summary":
                row[4].value = "De la agencia"
        book.save(path)
        assert "[X009]" in _import(site, str(path), code=1)
        assert 'msgstr "De María"' in self._target(site, "summary")

    def test_two_files_contradict_each_other(self, site: Path) -> None:
        rows = {"document": "guides/parking-permit", "address": "title"}
        head = {"waypost": "corrections", "version": 1, "language": "es", "by": ""}
        for name, target in (("a.json", "Uno"), ("b.json", "Dos")):
            item = {**rows, "source": "Get a parking permit", "target": target}
            (site / name).write_text(json.dumps({**head, "corrections": [item]}), "utf-8")
        before = read_tree(site / "translations")
        output = _import(site, "a.json", "b.json", code=1)
        assert output.count("[X012]") == 2
        assert "b.json:1:1" in output
        assert read_tree(site / "translations") == before
        _import(site, "a.json", "a.json")
        assert 'msgstr "Uno"' in self._target(site, "title")

    def test_a_language_that_the_site_has_not_got(self, site: Path) -> None:
        path = _export(site, "xliff")
        self._replace(path, 'trgLang="es"', 'trgLang="de"')
        output = _import(site, str(path), code=1)
        assert output.count("[X003]") == 1
        self._replace(path, 'trgLang="de"', 'trgLang="ES"')
        _import(site, str(path))

    def test_files_that_are_made_to_harm_are_refused_in_words(self, site: Path) -> None:
        lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
        xml = f'<!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><xliff>&l9;</xliff>'
        header = "document,address,source,translation,language\n"
        row = "../../../../etc/cron.d/x,title,Yes,Sí,es\n"
        for name, content in [
            ("laughs.xlf", xml),
            ("rows.csv", header + "\n" * 1_048_576),
            ("path.csv", header + row),
            ("nothing.xlsx", ""),
        ]:
            (site / name).write_text(content, "utf-8")
        before = read_tree(site)
        output = _import(site, "laughs.xlf", "rows.csv", "path.csv", "nothing.xlsx", code=1)
        codes = re.findall(r"^(\S+?):.*\[(X\d+)\]$", output, re.MULTILINE)
        assert codes == [
            ("laughs.xlf", "X001"),
            ("nothing.xlsx", "X001"),
            ("path.csv", "X004"),
            ("rows.csv", "X002"),
        ]
        assert read_tree(site) == before

    def test_a_broken_po_file_is_left_alone(self, site: Path) -> None:
        path = _export(site, "json")
        self._replace(site / GUIDE, 'msgctxt "title"', 'msgctxt title"')
        before = read_tree(site / "translations")
        assert "[T013]" in _import(site, str(path), code=1)
        assert read_tree(site / "translations") == before

    @pytest.mark.parametrize("name", FILTERS)
    def test_only_some_texts_are_sent(self, site: Path, name: str) -> None:
        guide = site / "content/guides/dog-license.md"
        self._replace(guide, "Get a dog license", "Get a tag")
        guide.write_text(guide.read_text("utf-8") + "\nNobody has translated this.\n", "utf-8")
        path = _export(site, "csv", "--only", name)
        rows = csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
        sent = {(row["document"], row["address"]) for row in rows}
        fitting = {(unit.document, unit.address) for unit in _units(site) if FILTERS[name](unit)}
        assert sent == fitting != set()
        assert len(sent) < len(_units(site))

    def test_wishes_that_can_not_be_fulfilled(self, site: Path) -> None:
        for arguments, message in [
            (("xliff", "guides/nothing"), "There is no document guides/nothing"),
            (("xliff", "-l", "de"), "The site doesn't translate into de"),
            (("pot", "--only", "stale"), "no translations to choose by"),
        ]:
            done = run_waypost(site, "export", *arguments)
            assert (done.returncode, done.stdout) == (2, "")
            assert message in done.stderr
        done = run_waypost(site, "export", "xliff", "guides/safe-place", "--only", "stale")
        assert done.stdout.startswith("Nothing to export")

    def test_files_go_where_they_are_asked_to(self, site: Path, tmp_path: Path) -> None:
        done = run_waypost(site, "export", "xlsx", "-l", "ar", "-o", str(tmp_path / "out"))
        assert f"{tmp_path / 'out' / 'ar.xlsx'}: " in done.stdout
        assert (tmp_path / "out" / "ar.xlsx").is_file()


def test_stale_texts_are_exported_as_such(site: Path) -> None:
    guide = site / "content/guides/dog-license.md"
    guide.write_text(guide.read_text("utf-8").replace("Get a dog license", "Get a tag", 1), "utf-8")
    stale = [
        unit
        for unit in _units(site)
        if unit.translation is not None and unit.translation.freshness is Freshness.STALE
    ]
    assert [unit.address for unit in stale] == ["title"]
    text = _export(site, "xliff", "guides/dog-license").read_text("utf-8")
    assert 'subState="waypost:reviewed-stale"' in text
    assert "Translated when the source was: Get a dog license</note>" in text
