"""Apertium where it is installed, what is said where it isn't, and programs that behave badly."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from waypost.model.finding import Failure
from waypost.translation.engines.apertium import ApertiumEngine, apertium_codes
from waypost.translation.engines.apertium_stream import parse_stream, render_stream
from waypost.translation.engines.protocol import EngineCrash, MissingPair
from waypost.translation.machine import translate_segments

# Says its version and pairs as Apertium does; `{action}` is what it does with texts.
PROGRAM = """#!{python}
import os, signal, sys, time
if sys.argv[1] == "-V":
    print("Apertium 3.9.9")
elif sys.argv[1] == "-l":
    print("  eng-spa\\n  spa-cat\\n  nonsense")
else:
    texts = sys.stdin.buffer.read().split(b"\\0")[:-1]
    {action}
"""


def _is_installed(pair: str = "eng-spa") -> bool:
    if shutil.which("apertium") is None:
        return False
    listed = subprocess.run(["apertium", "-l"], capture_output=True, text=True, check=False)
    return pair in listed.stdout.split()


def _program(folder: Path, action: str, patience: float = 30) -> ApertiumEngine:
    path = folder / "apertium"
    path.write_text(PROGRAM.format(python=sys.executable, action=action), "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return ApertiumEngine(str(path), patience)


def _echo(mark: str = "") -> str:
    return f"sys.stdout.buffer.write(b''.join(b'{mark}' + t + bytes(1) for t in texts) + bytes(9))"


def _said(texts: Sequence[str], *parts: str) -> list[str]:
    return parse_stream("\0".join([*parts, ""]).encode(), texts)


def test_the_installed_program_translates_or_says_how_to_install_it() -> None:
    engine = ApertiumEngine()
    texts = ["You can apply online.", "**You can** call {phone.desk}.", "Ask the xyzzyq office."]
    if not _is_installed():
        with pytest.raises(Failure) as caught:
            engine.translate(texts, "en", "es")
        assert "apt-get install apertium apertium-eng-spa" in caught.value.mend
        return
    online, _, unknown = engine.translate(texts, "en", "es")
    assert online == "Puedes aplicar on-line." or "línea" in online
    assert unknown == ""
    name, version, pair, digest = engine.stamp("en", "es").split()
    assert (name, pair) == ("apertium", "eng_spa")
    assert version[0].isdigit()
    assert len(digest) == 8
    first, second, third = (one.text for one in translate_segments(engine, texts, "en", "es"))
    assert first == online
    assert second is None or second.count("{phone.desk}") == 1
    assert third is None


def test_many_texts_keep_their_places_in_the_installed_program() -> None:
    if not _is_installed():
        with pytest.raises(Failure, match=r"Apertium isn't installed|no installed pair"):
            ApertiumEngine().stamp("en", "es")
        return
    numbers = range(1, 151)
    results = ApertiumEngine().translate([f"Bring form {n}" for n in numbers], "en", "es")
    assert [result.split()[-1] for result in results] == [str(n) for n in numbers]
    assert not any(result.endswith(".") for result in results)


def test_without_the_program_a_failure_says_how_to_install_it() -> None:
    engine = ApertiumEngine("no-such-apertium")
    with pytest.raises(Failure, match="Apertium isn't installed") as caught:
        engine.stamp("en", "es")
    assert "apt-get install" in caught.value.mend


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("en", ("eng", "en")),
        ("es", ("spa", "es")),
        ("pt-BR", ("por_BR", "pt_BR", "por", "pt")),
        ("zh-Hans", ("zho", "zh")),
        ("hmn", ("hmn",)),
    ],
)
def test_codes_of_apertium(code: str, codes: tuple[str, ...]) -> None:
    assert apertium_codes(code) == codes


def test_a_missing_pair_names_what_is_there(tmp_path: Path) -> None:
    with pytest.raises(MissingPair, match=r"from en to ht .*eng-spa, spa-cat"):
        _program(tmp_path, _echo()).translate(["Call us."], "en", "ht")


def test_texts_go_through_a_third_language_and_the_stamp_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "modes").mkdir()
    for mode in ("eng-spa", "spa-cat"):
        (tmp_path / f"{mode}.bin").write_text(mode, "utf-8")
        (tmp_path / "modes" / f"{mode}.mode").write_text(f"x '{tmp_path}/{mode}.bin'", "utf-8")
    monkeypatch.setenv("APERTIUM_DATADIR", str(tmp_path))
    engine = _program(tmp_path, _echo("<"))
    assert engine.translate(["Call us."], "en", "ca") == ["<<Call us."]
    words = engine.stamp("en", "ca").split()
    assert words[:3] == ["apertium", "3.9.9", "eng_spa"]
    assert words[4] == "spa_cat"
    first = engine.stamp("en", "es")
    (tmp_path / "eng-spa.bin").write_text("newer", "utf-8")
    assert engine.stamp("en", "es") != first
    (tmp_path / "eng-spa.bin").unlink()
    with pytest.raises(Failure, match="can't be read"):
        engine.stamp("en", "es")


@pytest.mark.parametrize(
    "text",
    [
        "Plain text.",
        "Brackets [0] and {1}, a^b$ 1/2 \\ <i> @home",
        "No 3 # of * them",
        "",
        "¿Sí?",
    ],
)
def test_what_goes_into_the_stream_comes_out_of_it(text: str) -> None:
    assert parse_stream(render_stream([text]), [text]) == [text]


def test_a_stop_is_added_for_the_tools_and_taken_away_again() -> None:
    assert render_stream(["Fees"]) == b"Fees.[]\0"
    assert _said(["Fees"], "Tasas.[]") == ["Tasas"]
    assert _said(["Fees."], "Tasas.[]") == ["Tasas."]


@pytest.mark.parametrize("part", ["Traiga *xyzzy", "Traiga @form", "Traiga #formulario", "a ^b$ c"])
def test_half_a_translation_is_none(part: str) -> None:
    assert _said(["Bring it."], part) == [""]


def test_a_name_may_stand_as_it_is() -> None:
    assert _said(["Call Alder."], "Llame a *Alder.[]") == ["Llame a Alder."]


def test_a_crash_is_survived_once(tmp_path: Path) -> None:
    count = tmp_path / "count"
    crash = (
        f"open({str(count)!r}, 'a').write('x'); os.path.getsize({str(count)!r}) > 1 or os._exit(3)"
    )
    action = f"{crash}; {_echo()}"
    assert _program(tmp_path, action).translate(["Call us."], "en", "es") == ["Call us."]
    assert count.read_text("utf-8") == "xx"


def test_a_second_crash_is_a_failure(tmp_path: Path) -> None:
    engine = _program(tmp_path, "sys.stderr.write('no memory'); sys.exit(3)")
    with pytest.raises(EngineCrash, match=r"failed twice .*exit code 3; no memory"):
        engine.translate(["Call us."], "en", "es")


def test_a_program_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    child = f"import time; time.sleep(3); open({str(alive)!r}, 'w')"
    action = (
        f"import subprocess; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(600)"
    )
    engine = _program(tmp_path, action, patience=1)
    started = time.monotonic()
    with pytest.raises(Failure, match="no answer") as caught:
        engine.translate(["Call us."], "en", "es")
    assert time.monotonic() - started < 15
    assert "run it again" in caught.value.mend
    time.sleep(max(0.0, 4.5 - (time.monotonic() - started)))
    assert not alive.exists()


@pytest.mark.parametrize(
    "action",
    ["pass", "sys.stdout.buffer.write(bytes([255, 0]))", "sys.stdout.write('one for all')"],
)
def test_nonsense_is_a_failure(tmp_path: Path, action: str) -> None:
    with pytest.raises(Failure, match="nonsense") as caught:
        _program(tmp_path, action).translate(["Call us.", "Pay now."], "en", "es")
    assert "Install the pair eng-spa anew" in caught.value.mend
