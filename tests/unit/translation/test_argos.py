"""Argos Translate as it is: a real pack, a real process, and what happens when either fails."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packs.sentences import FIXED, training_pairs
from waypost.model.finding import Failure
from waypost.model.text import Syntax
from waypost.translation.engines.argos import ArgosEngine
from waypost.translation.machine import translate_segments

PACK = "translate-en_es-0_1.argosmodel"

# What a broken worker does with each question; `{count}` is a file that counts the starts.
BROKEN_WORKER = """
import json, os, pathlib, sys, time
count = pathlib.Path({count!r})
starts = int(count.read_text()) + 1 if count.exists() else 1
count.write_text(str(starts))
for line in sys.stdin:
    texts = json.loads(line)["texts"]
    {action}
    print(json.dumps({{"texts": [text.upper() for text in texts]}}), flush=True)
"""


@pytest.fixture(scope="module")
def packs(project: Path) -> Path:
    return project / "tests" / "packs"


@pytest.fixture(scope="module")
def argos(packs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArgosEngine]:
    with ArgosEngine(packs, cache=tmp_path_factory.mktemp("cache")) as engine:
        yield engine


def _broken(
    packs: Path, folder: Path, action: str, patience: float = 30
) -> tuple[ArgosEngine, Path]:
    """An engine whose worker does `action` for each question, and the file with its starts."""
    count, script = folder / "count", folder / "worker.py"
    script.write_text(BROKEN_WORKER.format(count=str(count), action=action), "utf-8")
    command = (sys.executable, str(script))
    return ArgosEngine(packs, cache=folder, patience=patience, command=command), count


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("Bring your photo ID.", "Traiga su identificación con foto."),
        ("You must apply by mail.", "Debe hacer la solicitud por correo."),
        ("Call the office.", "Llame a la oficina."),
        (
            "Call the office. You must apply by mail.",
            "Llame a la oficina. Debe hacer la solicitud por correo.",
        ),
        ("", ""),
    ],
)
def test_the_tiny_pack_translates_its_sentences(
    argos: ArgosEngine, english: str, spanish: str
) -> None:
    assert argos.translate([english], "en", "es") == [spanish]


def test_it_also_knows_sentences_that_it_was_not_trained_on(argos: ArgosEngine) -> None:
    _, held_out = training_pairs()
    results = argos.translate([english for english, _ in held_out], "en", "es")
    right = sum(result == spanish for result, (_, spanish) in zip(results, held_out, strict=True))
    assert right >= 0.9 * len(held_out)


def test_it_is_wrong_about_everything_else(argos: ArgosEngine) -> None:
    (result,) = argos.translate(["The moon was made of green cheese."], "en", "es")
    assert "luna" not in result.lower()


def test_markup_survives_a_real_model(argos: ArgosEngine) -> None:
    segments = [
        "Bring **your photo ID**.",
        "Do **not** send the form.",
        "You need [the form]{1}.",
        "Call {office.phone}.\nCall the office.",
        "You must pay {fee.license} by {date.due}.",
    ]
    results = translate_segments(argos, segments, "en", "es")
    assert [one.text for one in results] == [
        "Traiga **su identificación con foto**.",
        "**No** envíe el formulario.",
        "Necesita [el formulario]{1}.",
        "Llame al {office.phone}.\nLlame a la oficina.",
        "Debe pagar {fee.license} antes del {date.due}.",
    ]


def test_messages_keep_their_arguments(argos: ArgosEngine) -> None:
    messages = ["You are {age, number} or older.", "{n, plural, one {# day} other {# days}}"]
    results = translate_segments(argos, messages, "en", "es", syntax=Syntax.MESSAGE)
    assert [one.text for one in results] == ["Usted tiene {age, number} años o más.", None]


def test_results_stay_in_order_over_many_batches(argos: ArgosEngine) -> None:
    pairs = [pair for pair in FIXED if "[" not in pair[0]] * 3
    texts = [f"{english} {number}" for number, (english, _) in enumerate(pairs)]
    sentences = [english for english, _ in pairs]
    alone = {text: argos.translate([text], "en", "es")[0] for text in dict.fromkeys(sentences)}
    assert argos.translate(sentences, "en", "es") == [alone[text] for text in sentences]
    assert len(argos.translate(texts, "en", "es")) == len(texts)


def test_a_sentence_too_long_for_the_model_costs_only_itself(argos: ArgosEngine) -> None:
    long = "the form " * 400
    results = argos.translate(["Call the office.", long], "en", "es")
    assert results == ["Llame a la oficina.", ""]
    assert translate_segments(argos, [long], "en", "es")[0].text is None


def test_the_stamp_names_versions_and_pair(argos: ArgosEngine) -> None:
    assert argos.stamp("en", "es") == f"argos {argos.version} en_es 0.1"
    assert argos.stamp("en-US", "es-MX") == argos.stamp("en", "es")


def test_all_batches_are_one_process(argos: ArgosEngine) -> None:
    argos.translate(["Call the office."], "en", "es")
    first = argos.pid
    argos.translate([english for english, _ in FIXED], "en", "es")
    assert argos.pid == first


def test_a_process_that_is_killed_is_started_again(packs: Path, tmp_path: Path) -> None:
    with ArgosEngine(packs, cache=tmp_path) as engine:
        engine.translate(["Call the office."], "en", "es")
        first = engine.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        assert engine.translate(["Call the office."], "en", "es") == ["Llame a la oficina."]
        assert engine.pid not in {first, None}


def test_close_ends_the_process_and_a_later_call_starts_another(
    packs: Path, tmp_path: Path
) -> None:
    engine = ArgosEngine(packs, cache=tmp_path)
    engine.translate(["Call the office."], "en", "es")
    pid = engine.pid
    assert pid is not None
    engine.close()
    engine.close()
    assert not _is_running(pid)
    assert engine.translate(["Call the office."], "en", "es") == ["Llame a la oficina."]
    engine.close()


def test_ctrl_c_does_not_reach_the_model(packs: Path, tmp_path: Path) -> None:
    with ArgosEngine(packs, cache=tmp_path) as engine:
        engine.translate(["Call the office."], "en", "es")
        pid = engine.pid
        assert pid is not None
        os.kill(pid, signal.SIGINT)
        assert engine.translate(["Call the county."], "en", "es") == ["Llame al condado."]
        assert engine.pid == pid


def test_the_process_ends_when_its_parent_is_killed(packs: Path, tmp_path: Path) -> None:
    code = (
        "import os, pathlib, sys, time\n"
        "from waypost.translation.engines.argos import ArgosEngine\n"
        f"packs, cache = pathlib.Path({str(packs)!r}), pathlib.Path({str(tmp_path)!r})\n"
        "engine = ArgosEngine(packs, cache=cache)\n"
        "engine.translate(['Call the office.'], 'en', 'es')\n"
        "print(engine.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        assert _is_running(worker)
        parent.kill()
    deadline = time.monotonic() + 10
    while _is_running(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_running(worker)


def test_nothing_of_the_user_is_read_or_written(
    packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "trap").mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR"):
        monkeypatch.setenv(name, str(home / "trap"))
    monkeypatch.setenv("ARGOS_CHUNK_TYPE", "NONE")
    monkeypatch.setenv("ARGOS_MODEL_PROVIDER", "OPENAI")
    # A module of this name beside the user's files must not be taken for the library's.
    (tmp_path / "ctranslate2.py").write_text("raise SystemExit", "utf-8")
    monkeypatch.chdir(tmp_path)
    with ArgosEngine(packs, cache=tmp_path / "cache") as engine:
        assert engine.translate(["Call the office."], "en", "es") == ["Llame a la oficina."]
    assert sorted(path.name for path in home.rglob("*")) == ["trap"]


def test_without_a_cache_nothing_stays(
    packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with ArgosEngine(packs) as engine:
        assert engine.translate(["Call the office."], "en", "es") == ["Llame a la oficina."]
        assert list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []


def test_two_packs_lead_through_a_third_language_and_the_stamp_says_so(
    packs: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "packs"
    folder.mkdir()
    shutil.unpack_archive(packs / PACK, folder, "zip")
    (first,) = folder.iterdir()
    metadata = (first / "metadata.json").read_text("utf-8")
    second = folder / "second"
    shutil.copytree(first, second)
    (second / "metadata.json").write_text(
        metadata.replace('"en"', '"xx"').replace('"es"', '"gl"').replace('"xx"', '"es"'), "utf-8"
    )
    with ArgosEngine(folder, cache=tmp_path / "cache") as engine:
        assert engine.stamp("en", "gl") == f"argos {engine.version} en_es 0.1 es_gl 0.1"
        (result,) = engine.translate(["Call the office."], "en", "gl")
        assert result
        assert engine.translate(["Call the office."], "en", "es") == ["Llame a la oficina."]


def test_a_missing_pair_names_what_is_there(argos: ArgosEngine) -> None:
    with pytest.raises(Failure, match="from en to ht") as caught:
        argos.translate(["Call the office."], "en", "ht")
    assert "en_es 0.1" in caught.value.message
    assert "*.argosmodel" in caught.value.mend


def test_a_pack_with_a_broken_model_is_a_failure(packs: Path, tmp_path: Path) -> None:
    folder = tmp_path / "packs"
    folder.mkdir()
    shutil.unpack_archive(packs / PACK, folder, "zip")
    next(folder.glob("*/model/model.bin")).write_bytes(b"nothing")
    with (
        ArgosEngine(folder, cache=tmp_path / "cache") as engine,
        pytest.raises(Failure, match="could not use the pack") as caught,
    ):
        engine.translate(["Call the office."], "en", "es")
    assert "Download the pack again" in caught.value.mend


def test_argos_not_installed_says_how_to_install_it(
    packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("waypost.translation.engines.argos._DISTRIBUTIONS", ("no-such-thing",))
    engine = ArgosEngine(packs, cache=tmp_path)
    for call in (lambda: engine.stamp("en", "es"), lambda: engine.translate(["a"], "en", "es")):
        with pytest.raises(Failure, match="isn't installed") as caught:
            call()
        assert caught.value.mend == "Run: pip install 'waypost[argos]'"


def test_a_crash_is_survived_once(packs: Path, tmp_path: Path) -> None:
    engine, count = _broken(packs, tmp_path, "if starts == 1: os._exit(3)")
    assert engine.translate(["Call us."], "en", "es") == ["CALL US."]
    assert count.read_text("utf-8") == "2"
    engine.close()


def test_a_second_crash_is_a_failure(packs: Path, tmp_path: Path) -> None:
    engine, count = _broken(
        packs, tmp_path, "sys.stderr.write('first\\nno memory'); sys.stderr.flush(); os._exit(3)"
    )
    with pytest.raises(Failure, match=r"crashed twice.*exit code 3; no memory"):
        engine.translate(["Call us."], "en", "es")
    assert count.read_text("utf-8") == "2"
    assert engine.pid is None


def test_a_process_that_hangs_is_killed(packs: Path, tmp_path: Path) -> None:
    engine, count = _broken(packs, tmp_path, "time.sleep(600)", patience=1)
    started = time.monotonic()
    with pytest.raises(Failure, match="no answer for 1 seconds") as caught:
        engine.translate(["Call us."], "en", "es")
    assert time.monotonic() - started < 20
    assert "run it again" in caught.value.mend
    assert count.read_text("utf-8") == "1"
    assert engine.pid is None


def test_a_process_that_stops_answering_is_killed_for_real(packs: Path, tmp_path: Path) -> None:
    with ArgosEngine(packs, cache=tmp_path, patience=60) as engine:
        engine.translate(["Call the office."], "en", "es")
        pid = engine.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        engine._model.patience = 0.5
        with pytest.raises(Failure, match="no answer"):
            engine.translate(["Call the county."], "en", "es")
        assert not _is_running(pid)
        engine._model.patience = 60
        assert engine.translate(["Call the office."], "en", "es") == ["Llame a la oficina."]


@pytest.mark.parametrize(
    "action",
    [
        "print('hello', flush=True)",
        "print('[]', flush=True)",
        "print('{\"texts\": []}', flush=True)",
        "print('{\"texts\": [5]}', flush=True)",
        'print(\'{"text": ["a"]}\', flush=True)',
    ],
)
def test_nonsense_is_a_failure(packs: Path, tmp_path: Path, action: str) -> None:
    engine, _ = _broken(packs, tmp_path, action)
    with pytest.raises(Failure, match="nonsense"):
        engine.translate(["Call us."], "en", "es")
    engine.close()


def test_after_a_nonsensical_answer_no_later_answer_is_taken_for_another(
    packs: Path, tmp_path: Path
) -> None:
    engine, count = _broken(packs, tmp_path, "if starts == 1: print('{\"texts\": []}', flush=True)")
    with pytest.raises(Failure, match="nonsense"):
        engine.translate(["Call us."], "en", "es")
    assert engine.translate(["Pay now."], "en", "es") == ["PAY NOW."]
    assert count.read_text("utf-8") == "2"
    engine.close()


def test_an_interrupted_question_is_never_answered_to_a_later_one(
    packs: Path, tmp_path: Path
) -> None:
    engine, count = _broken(packs, tmp_path, "if starts == 1: time.sleep(2)")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.5)
        with pytest.raises(KeyboardInterrupt):
            engine.translate(["Call us."], "en", "es")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert engine.translate(["Pay now."], "en", "es") == ["PAY NOW."]
    assert count.read_text("utf-8") == "2"
    engine.close()


def test_a_library_that_cannot_be_loaded_says_how_to_mend_it(packs: Path, tmp_path: Path) -> None:
    answer = '{"error": "ModuleNotFoundError: No module named ctranslate2"}'
    engine, _ = _broken(packs, tmp_path, f"print({answer!r}, flush=True); continue")
    with pytest.raises(Failure, match="can't be loaded"):
        engine.translate(["Call us."], "en", "es")
    engine.close()


def test_the_parent_never_imports_argos(packs: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from waypost.translation.engines.argos import ArgosEngine\n"
        "from waypost.translation.machine import translate_segments\n"
        f"with ArgosEngine(pathlib.Path({str(packs)!r})) as engine:\n"
        "    print(translate_segments(engine, ['Call the office.'], 'en', 'es')[0].text)\n"
        "print({'argostranslate', 'ctranslate2', 'sentencepiece', 'numpy'} & set(sys.modules))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines() == ["Llame a la oficina.", "set()"]


def test_argos_is_imported_in_one_function_of_one_module(project: Path) -> None:
    importers = [
        (path.name, getattr(outer, "name", "module"))
        for path in (project / "src").rglob("*.py")
        for outer in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(outer, ast.Module | ast.FunctionDef)
        for node in outer.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("argostranslate")
    ]
    assert importers == [("argos_worker.py", "open_pack")]
