"""Every kind of broken input at once: one run tells of each, with its place and its mend."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from tests.sites.broken_site import ADDED, CONTENT_MISTAKES, TRANSLATION_MISTAKES, lay_broken_site
from tests.sites.running import (
    DAY,
    build,
    copy_sources,
    name_differences,
    read_site,
    read_tree,
    run_waypost,
)
from waypost.pipeline.check import check_project
from waypost.pipeline.codes import ALL_CODES
from waypost.pipeline.project import open_project
from waypost.pipeline.sync import sync_project

_PLACED = [(one.kind, f"{one.path}:{one.place}", one.code) for one in CONTENT_MISTAKES] + [
    (kind, f"{path}:{place}", code) for path, (_, at) in ADDED.items() for kind, place, code in at
]
_IN_FILE = [(kind, f"translations/{path}", code) for kind, path, code in TRANSLATION_MISTAKES]
_LINE = re.compile(r"(?P<place>\S.*?:\d+:\d+): (?:error|warning): .+ \[(?P<code>[A-Z]\d{3})\]")


@pytest.fixture(scope="module")
def broken(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_sources(small_site, tmp_path_factory.mktemp("broken") / "site")
    lay_broken_site(root)
    return root


@pytest.fixture(scope="module")
def checked(broken: Path) -> subprocess.CompletedProcess[str]:
    """One run of `waypost check`."""
    return run_waypost(broken, "check", "--date", str(DAY))


@pytest.fixture(scope="module")
def told(checked: subprocess.CompletedProcess[str]) -> set[tuple[str, str]]:
    """Place and code of every finding."""
    found = [_LINE.fullmatch(line) for line in checked.stdout.splitlines()]
    return {(one["place"], one["code"]) for one in found if one is not None}


def test_there_are_many_kinds() -> None:
    assert len(_PLACED) + len(_IN_FILE) >= 60
    assert len({code for _, _, code in (*_PLACED, *_IN_FILE)}) >= 40


@pytest.mark.parametrize(("kind", "place", "code"), _PLACED, ids=[kind for kind, _, _ in _PLACED])
def test_a_mistake_is_told_at_its_place(
    kind: str, place: str, code: str, told: set[tuple[str, str]]
) -> None:
    near = sorted(each for each in told if each[0].startswith(place.split(":", maxsplit=1)[0]))
    assert (place, code) in told, f"{kind}: told only {near}"


@pytest.mark.parametrize(("kind", "path", "code"), _IN_FILE, ids=[kind for kind, _, _ in _IN_FILE])
def test_a_mistake_of_a_translation_is_told(
    kind: str, path: str, code: str, told: set[tuple[str, str]]
) -> None:
    near = sorted(each for each in told if each[0].startswith(path))
    assert any(each[1] == code for each in near), f"{kind}: told only {near}"


def test_a_run_over_a_broken_site_ends_orderly(
    checked: subprocess.CompletedProcess[str], told: set[tuple[str, str]]
) -> None:
    assert checked.returncode == 1
    assert checked.stderr == ""
    *lines, count = checked.stdout.splitlines()
    assert re.fullmatch(r"\d+ errors and \d+ warnings\.", count)
    known = {code.id for code in ALL_CODES}
    # After each finding comes how to mend it, indented.
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if not line.startswith("    "):
            found = _LINE.fullmatch(line)
            assert found is not None, line
            assert found["code"] in known
            assert following.startswith("    "), line
            assert following.strip()
    assert len(told) >= 60


def test_a_mistake_tells_of_nothing_else(told: set[tuple[str, str]]) -> None:
    """A whole page beside broken ones gets no finding, and a broken one none about the rest."""
    files = {place.rsplit(":", 2)[0] for place, _ in told}
    named = {place.rsplit(":", 2)[0] for _, place, _ in _PLACED} | {path for _, path, _ in _IN_FILE}
    assert files == named
    for one in CONTENT_MISTAKES:
        codes = {code for place, code in told if place.startswith(f"{one.path}:")}
        extra = {"first-heading": {"C033"}, "image-words": {"C032"}}.get(one.kind, set[str]())
        assert codes == {one.code} | extra, one.kind


def test_the_same_findings_come_as_json(broken: Path, told: set[tuple[str, str]]) -> None:
    done = run_waypost(broken, "check", "--date", str(DAY), "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    rows = json.loads(done.stdout)
    assert {(f"{row['path']}:{row['line']}:{row['column']}", row["code"]) for row in rows} == told
    assert all(row["mend"].strip() and row["message"].strip() for row in rows)
    assert {row["severity"] for row in rows} == {"error", "warning"}


def test_the_same_findings_come_as_annotations(broken: Path, told: set[tuple[str, str]]) -> None:
    done = run_waypost(broken, "check", "--date", str(DAY), "--format", "github")
    assert (done.returncode, done.stderr) == (1, "")
    form = re.compile(
        r"::(?:error|warning) file=(?P<file>[^,]+),line=(?P<line>\d+),col=(?P<col>\d+),"
        r"title=(?P<code>[A-Z]\d{3})::.+"
    )
    found = [form.fullmatch(line) for line in done.stdout.splitlines()]
    assert all(found)
    assert {(f"{one['file']}:{one['line']}:{one['col']}", one["code"]) for one in found if one} == {
        *told
    }


def test_a_build_tells_the_same_of_the_content_and_writes_nothing(
    broken: Path, told: set[tuple[str, str]]
) -> None:
    done = run_waypost(broken, "build", "--date", str(DAY))
    assert (done.returncode, done.stderr) == (1, "")
    found = [_LINE.fullmatch(line) for line in done.stdout.splitlines()]
    content = {(one["place"], one["code"]) for one in found if one is not None}
    wanted = {each for each in told if not re.match(r"translations/[a-z]+/", each[0])}
    assert content == wanted
    assert "Errors stop publication" in done.stdout
    assert not (broken / "build" / "site").exists()


def test_a_preview_shows_what_can_be_shown(broken: Path) -> None:
    done = run_waypost(broken, "build", "--date", str(DAY), "--preview")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    files = read_site(broken)
    assert "en/dog-license/index.html" in files
    # Waypost's own scripts are files of the site; nothing that an author wrote is one.
    own = re.compile(rb'<script defer src="[./]*assets/[\w.-]+\.js">\s*')
    tags = set(re.findall(rb"<script[^>]*>[^<]*", b"".join(files.values())))
    assert [each for each in tags if not own.fullmatch(each)] == []
    assert b"alert(1)</script" not in b"".join(files.values())
    assert b"javascript:" not in b"".join(files.values())


def test_a_sync_leaves_files_alone_that_it_cannot_read(
    broken: Path, small_site: Path, tmp_path: Path
) -> None:
    root = copy_sources(small_site, tmp_path / "site")
    shutil.copytree(broken / "translations", root / "translations", dirs_exist_ok=True)
    before = read_tree(root / "translations")
    done = run_waypost(root, "sync")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    after = read_tree(root / "translations")
    for path in ("es/topics.po", "ar/topics.po"):
        assert f"translations/{path}:" in done.stdout
        assert after[path] == before[path]
    # What a person wrote is kept word for word, broken or not.
    text = after["es/guides/parking-permit.po"].decode()
    for words in ("Pague en la oficina.", "{otro} {form_fee}", "**Un permiso", "¿Tiene perro?"):
        assert f'msgstr "{words}"' in text


def test_what_is_broken_is_never_published(broken: Path, tmp_path: Path) -> None:
    """A translation that lost its fact, or whose markup is open, gives way to the source."""
    root = copy_sources(broken, tmp_path / "site")
    build(root, preview=True)
    page = read_site(root)["es/parking-permit/index.html"].decode()
    for words in ("Pague en la oficina.", "{otro}", "**Un permiso", "¿Tiene perro?"):
        assert words not in page
    assert "$35" in page
    assert "<bdi" in page


@pytest.mark.parametrize("tool", ["weblate", "poedit", "crlf", "bom"])
def test_files_of_other_tools_are_read_and_normalised(tool: str, site: Path) -> None:
    """Wrapped lines, other headers, time stamps and line ends change no page and no word."""
    build(site)
    pages, canonical = read_site(site), read_tree(site / "translations")
    findings = _summarise(site)
    for path in sorted((site / "translations").rglob("*.po")):
        _save_as(tool, path)
    assert read_tree(site / "translations") != canonical
    assert _summarise(site) == findings
    assert build(site).findings == ()
    assert name_differences(read_site(site), pages) == []
    assert sync_project(open_project(site, DAY), (), dry_run=False).findings == ()
    assert name_differences(read_tree(site / "translations"), canonical) == []


def _save_as(tool: str, path: Path) -> None:
    if tool in {"crlf", "bom"}:
        data = path.read_bytes()
        path.write_bytes(data.replace(b"\n", b"\r\n") if tool == "crlf" else b"\xef\xbb\xbf" + data)
        return
    catalogue = polib.pofile(str(path), wrapwidth=77 if tool == "weblate" else 60)
    catalogue.metadata["PO-Revision-Date"] = "2026-11-20 10:00+0000"
    catalogue.metadata["Last-Translator"] = "Ana Ortiz <ana@town.example>"
    catalogue.metadata["X-Generator"] = "Weblate 5.8" if tool == "weblate" else "Poedit 3.5"
    if tool == "weblate":
        catalogue.metadata["Plural-Forms"] = "nplurals=2; plural=n != 1;"
    catalogue.save(newline="\n")


def _summarise(site: Path) -> list[tuple[str, str, str]]:
    """The findings without their lines, which differ when texts are wrapped."""
    findings = check_project(open_project(site, DAY))
    return [(one.place.path, one.code, one.message) for one in findings]
