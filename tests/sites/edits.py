"""What people do to a site between two builds, each as a function of a random number generator."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.sites.reviewing import accept_documents
from tests.sites.running import DAY
from tests.sites.small_site import CONTENT, DOG, PARKING, SETTINGS, SHELTER
from waypost.model.finding import BrokenSource, Failure
from waypost.pipeline.project import open_project
from waypost.pipeline.sync import sync_project
from waypost.pipeline.translate import EngineChoice, translate_project

Edit = Callable[[Path, Random], None]

_GUIDES = {"parking-permit": PARKING, "dog-license": DOG, "safe-place": SHELTER}
_EXEMPTION = "{code: T070, path: translations/es/*, reason: Ana reads it, until: 2027-03-01}"
_WORDS = ("form", "paper", "receipt", "car", "desk", "letter", "dog", "hearing")
_EXTRA = """\
---
title: Get a {name} pass
summary: One pass for the whole {name}.
topics: [{topic}]
agency: roads
who: [lives_here]
need: [photo_id]
cost: [{{amount: fee.dog_license}}]
ways: {{phone: agency}}
related: [{related}]
reviewed: {{on: 2026-10-01, by: street_team, next: 2027-05-01}}
---

## What to do

Ask at the desk. See [another guide]({related}).
"""


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")


def _pick_guide(root: Path, random: Random) -> Path:
    return random.choice(sorted((root / "content" / "guides").glob("*.md")))


def _pick_po(root: Path, random: Random, pattern: str = "**/*.po") -> Path | None:
    found = sorted((root / "translations").glob(pattern))
    return random.choice(found) if found else None


def change_a_sentence(root: Path, random: Random) -> None:
    path = _pick_guide(root, random)
    head, mark, body = path.read_text("utf-8").partition("\n---\n")
    found = [word for word in _WORDS if word in body]
    if found:
        body = body.replace(random.choice(found), f"thing {random.randrange(100)}", 1)
    path.write_text(head + mark + body, "utf-8")


def change_a_heading(root: Path, random: Random) -> None:
    path = _pick_guide(root, random)
    _change(path, "## What to do", random.choice(["## More", "## What to do\n\n### Then"]))


def change_a_title(root: Path, random: Random) -> None:
    path = _pick_guide(root, random)
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(
            r"^title: .*$", f"title: Title number {random.randrange(9)}", text, flags=re.MULTILINE
        ),
        "utf-8",
    )


def change_a_fee(root: Path, random: Random) -> None:
    path = root / "content" / "facts.yml"
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"money: \d+", f"money: {random.randrange(1, 90)}", text, count=1), "utf-8"
    )


def change_a_phone(root: Path, random: Random) -> None:
    path = root / "content" / "facts.yml"
    text = path.read_text("utf-8")
    number = f"phone: 505-555-01{random.randrange(10, 99)}"
    path.write_text(re.sub(r"phone: 505-555-01\d\d", number, text, count=1), "utf-8")


def add_a_guide(root: Path, random: Random) -> None:
    name = random.choice(["bus", "pool", "park"])
    others = sorted(path.stem for path in (root / "content" / "guides").glob("*.md"))
    text = _EXTRA.format(
        name=name, topic=random.choice(["family", "streets"]), related=random.choice(others)
    )
    (root / "content" / "guides" / f"{name}-pass.md").write_text(text, "utf-8")


def remove_a_guide(root: Path, random: Random) -> None:
    if len(list((root / "content" / "guides").glob("*.md"))) > 2:
        _pick_guide(root, random).unlink()


def bring_a_guide_back(root: Path, random: Random) -> None:
    name, text = random.choice(sorted(_GUIDES.items()))
    (root / "content" / "guides" / f"{name}.md").write_text(text, "utf-8")


def rename_a_guide(root: Path, random: Random) -> None:
    path = _pick_guide(root, random)
    path.rename(path.with_stem(f"renamed-{random.randrange(5)}"))


def turn_a_guide_into_a_page(root: Path, random: Random) -> None:
    path = _pick_guide(root, random)
    page = root / "content" / "pages" / path.name
    if len(list(path.parent.glob("*.md"))) > 2:
        path.unlink()
        page.write_text(f"---\ntitle: Plain {path.stem}\n---\n\nSome words.\n", "utf-8")


def change_an_alias(root: Path, random: Random) -> None:
    path = _pick_guide(root, random)
    text = re.sub(r"^aliases: .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    if random.random() < 0.6:
        text = text.replace(
            "summary:",
            f"aliases: [old-{random.randrange(3)}, old/way-{random.randrange(3)}]\nsummary:",
            1,
        )
    path.write_text(text, "utf-8")


def change_the_risk(root: Path, random: Random) -> None:
    path = _pick_guide(root, random)
    text = re.sub(r"^risk: .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    risk = random.choice(["low", "standard", "critical"])
    path.write_text(text.replace("summary:", f"risk: {risk}\nsummary:", 1), "utf-8")


def change_a_place(root: Path, random: Random) -> None:
    number = random.randrange(50)
    path = root / "content" / random.choice(["agencies/roads.yml", "offices/hall.yml"])
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^name: .*$", f"name: Place {number}", text), "utf-8")


def change_a_deadline(root: Path, random: Random) -> None:
    path = _pick_guide(root, random)
    text = re.sub(r"^deadlines: .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    if random.random() < 0.8:
        by = random.choice(["2027-01-31", "2026-12-24", "2027-07-01", "12-24"])
        more = random.choice(["", ", if_missed: You pay for each day.", ", if_missed: Call us."])
        text = text.replace("summary:", f"deadlines: [{{by: {by}{more}}}]\nsummary:", 1)
    path.write_text(text, "utf-8")


def change_the_hours(root: Path, random: Random) -> None:
    path = root / "content" / "offices" / "hall.yml"
    day = random.choice(["2026-11-23", "2026-11-26", "2027-07-02"])
    text = re.sub(r"on: [0-9-]+", f"on: {day}", path.read_text("utf-8"))
    hours = random.choice(["8:00-12:00", "9:00-17:00", "always"])
    path.write_text(re.sub(r"mon-fri: \".*?\"", f'mon-fri: "{hours}"', text), "utf-8")


def change_what_is_popular(root: Path, random: Random) -> None:
    path = root / "mkdocs.yml"
    text = re.sub(r"^ +(popular|time_zone): .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    guides = sorted(each.stem for each in (root / "content" / "guides").glob("*.md"))
    named = random.sample(guides, random.randint(1, 2))
    lines = f"      popular: [{', '.join(named)}]\n      time_zone: America/Denver\n"
    if random.random() < 0.7:
        text = text.replace("      languages:\n", f"{lines}      languages:\n", 1)
    path.write_text(text, "utf-8")


def change_the_alert(root: Path, random: Random) -> None:
    path = root / "content" / "alerts" / "closing.yml"
    if path.exists() and random.random() < 0.4:
        path.unlink()
    else:
        text = CONTENT["content/alerts/closing.yml"]
        path.write_text(text.replace("open", f"open {random.randrange(9)}"), "utf-8")


def change_a_topic(root: Path, random: Random) -> None:
    path = root / "content" / "topics.yml"
    text = path.read_text("utf-8")
    name = f"  name: Topic {random.randrange(9)}"
    path.write_text(re.sub(r"^  name: .*$", name, text, flags=re.MULTILINE), "utf-8")


def change_a_phrase(root: Path, random: Random) -> None:
    text = random.choice(["You live in this town.", "You have lived here for a while."])
    own = (
        f"lives_here:\n  text: {text}\n  risk: {random.choice(['low', 'critical'])}\n  group: who\n"
    )
    path = root / "content" / "phrases.yml"
    path.write_text(CONTENT["content/phrases.yml"] + own, "utf-8")


def edit_a_translation(root: Path, random: Random) -> None:
    _edit_translation(root, random, "**/*.po")


def edit_the_phrases(root: Path, random: Random) -> None:
    _edit_translation(root, random, "*/phrases.po")


def edit_the_interface(root: Path, random: Random) -> None:
    _edit_translation(root, random, "*/interface.po")


def _edit_translation(root: Path, random: Random, pattern: str) -> None:
    path = _pick_po(root, random, pattern)
    if path is None:
        return
    blocks = path.read_text("utf-8").split("\n\n")
    whole = [
        number
        for number, block in enumerate(blocks)
        if re.search(r'^msgstr "..', block, re.MULTILINE)
    ]
    if len(whole) > 1:
        number = random.choice(whole[1:])
        words = random.choice(["Palabras", "كلمات", "Słowa"])
        kept = " ".join(re.findall(r"\{[a-z_.]+\}", blocks[number]))
        blocks[number] = re.sub(
            r'^msgstr "[^\n]*"(\n"[^\n]*")*',
            lambda _: f'msgstr "{words} {random.randrange(99)} {kept}"',
            blocks[number],
            flags=re.MULTILINE,
        )
        path.write_text("\n\n".join(blocks), "utf-8")


def translate_a_title(root: Path, random: Random) -> None:
    path = _pick_po(root, random, "*/*/*.po")
    if path is not None:
        text = path.read_text("utf-8")
        new = rf'\1msgstr "Tytuł {random.randrange(99)}"'
        path.write_text(re.sub(r'(msgctxt "title"\nmsgid .*\n)msgstr ".*"', new, text), "utf-8")


def remove_a_translation(root: Path, random: Random) -> None:
    path = _pick_po(root, random)
    if path is not None:
        path.unlink()


def break_a_translation(root: Path, random: Random) -> None:
    path = _pick_po(root, random)
    if path is not None:
        path.write_bytes(path.read_bytes()[: random.randrange(1, 900)])


def sync(root: Path, random: Random) -> None:
    """As far as the content can be read: other edits may have broken it."""
    del random
    with suppress(BrokenSource):
        sync_project(open_project(root, DAY), (), dry_run=False)


def translate(root: Path, random: Random) -> None:
    language = random.choice(["es", "ar", "pl"])
    project = open_project(root, DAY)
    if language in {one.language.code for one in project.settings.targets}:
        with suppress(BrokenSource):
            translate_project(project, (language,), EngineChoice("pseudo", root), dry_run=False)


def review(root: Path, random: Random) -> None:
    """As far as Ana may: the list of reviewers or the languages may have changed."""
    del random
    with suppress(Failure):
        project = open_project(root, DAY)
        sync_project(project, ("es",), dry_run=False)
        accept_documents(project, "es", ["phrases", "topics"], addresses=(), handle="ana")


def change_the_reviewers(root: Path, random: Random) -> None:
    path = root / "translations" / "reviewers.yml"
    text = random.choice(
        [
            CONTENT["translations/reviewers.yml"],
            "- handle: ana\n  name: Ana Ortiz\n  languages: [ar]\n",
            "- handle: eve\n  name: Eve\n  languages: [es]\n",
        ]
    )
    path.write_text(text, "utf-8")


def change_the_settings(root: Path, random: Random) -> None:
    text = SETTINGS
    for old, new in random.sample(
        [
            ("Town of Alder", "Village of Alder"),
            ("https://alder.example/", "https://new.example/guides/"),
            ("        fr: {tier: card}\n", ""),
            ("pl: {tier: core}", "pl: {tier: card}"),
            ("ar: {tier: core, main: yes}", "ar: {tier: core}\n        vi: {tier: core}"),
            ("es: {tier: core, main: yes}", "es: {tier: full, main: yes}"),
            (
                "      languages:",
                "      policy: {critical: {draft: noted, machine: noted}}\n      languages:",
            ),
            (
                "      languages:",
                f"      exemptions:\n        - {_EXEMPTION}\n      languages:",
            ),
            ("contact: phone.help", "contact: phone.desk"),
            ("site_url: https://alder.example/\n", ""),
        ],
        random.randrange(3),
    ):
        text = text.replace(old, new)
    (root / "mkdocs.yml").write_text(text, "utf-8")


def switch_the_sheets(root: Path, random: Random) -> None:
    """Some sites do without sheets in two languages."""
    path = root / "mkdocs.yml"
    text = re.sub(r" +sheets: \w+\n", "", path.read_text("utf-8")).rstrip("\n")
    path.write_text(f"{text}\n      sheets: {random.choice(['yes', 'no'])}\n", "utf-8")


def change_the_words_people_use(root: Path, random: Random) -> None:
    path = root / "translations" / random.choice(["en", "es", "pl"]) / "search.yml"
    if path.exists() and random.random() < 0.3:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    page, word = random.choice([*_GUIDES, "roads"]), random.choice(_WORDS)
    synonym = f"{word} => {random.choice(_WORDS)} tag"
    text = f"keywords:\n  {page}: [{word}, lead]\nsynonyms:\n  - {synonym}\n"
    path.write_text(text, "utf-8")


def switch_the_search(root: Path, random: Random) -> None:
    path = root / "mkdocs.yml"
    text = re.sub(r" +search: \w+\n", "", path.read_text("utf-8")).rstrip("\n")
    path.write_text(f"{text}\n      search: {random.choice(['yes', 'yes', 'no'])}\n", "utf-8")


def change_an_asset(root: Path, random: Random) -> None:
    path = root / "content" / "files" / f"form-{random.randrange(2)}.txt"
    if path.exists() and random.random() < 0.5:
        path.unlink()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Form {random.randrange(99)}", "utf-8")


def touch(root: Path, random: Random) -> None:
    files = [path for name in ("content", "translations") for path in (root / name).rglob("*")]
    for path in random.sample(sorted(path for path in files if path.is_file()), 3):
        path.touch()


def date_a_file_back(root: Path, random: Random) -> None:
    """As `git checkout` or an archive may: other words, an older time stamp."""
    path = _pick_guide(root, random)
    _change(path, " the ", " this ")
    os.utime(path, ns=(10**18 + random.randrange(10**9), 10**18 + random.randrange(10**9)))


def swap_letters(root: Path, random: Random) -> None:
    """Another text of the same length."""
    path = _pick_guide(root, random)
    _change(path, random.choice(["form", "desk", "need"]), random.choice(["firm", "dusk", "heed"]))


def touch_an_output(root: Path, random: Random) -> None:
    """Somebody tampers with the built site."""
    files = sorted(path for path in (root / "build" / "site").rglob("*") if path.is_file())
    for path in random.sample(files, min(2, len(files))):
        if random.random() < 0.5:
            path.unlink()
        else:
            path.write_bytes(b"tampered")


def lose_a_cached_file(root: Path, random: Random) -> None:
    files = sorted(path for path in (root / "build" / ".cache").rglob("*") if path.is_file())
    if files:
        random.choice(files).unlink()


def break_a_cached_file(root: Path, random: Random) -> None:
    files = sorted(path for path in (root / "build" / ".cache").rglob("*") if path.is_file())
    if files:
        path = random.choice(files)
        path.write_bytes(path.read_bytes()[: random.randrange(40)])


EDITS: Sequence[Edit] = (
    change_a_sentence,
    change_a_heading,
    change_a_title,
    change_a_fee,
    change_a_phone,
    add_a_guide,
    remove_a_guide,
    bring_a_guide_back,
    rename_a_guide,
    turn_a_guide_into_a_page,
    change_an_alias,
    change_the_risk,
    change_a_place,
    change_a_deadline,
    change_the_hours,
    change_what_is_popular,
    change_the_alert,
    change_a_topic,
    change_a_phrase,
    edit_a_translation,
    edit_the_phrases,
    edit_the_interface,
    translate_a_title,
    remove_a_translation,
    break_a_translation,
    sync,
    translate,
    review,
    change_the_reviewers,
    change_the_settings,
    switch_the_sheets,
    change_the_words_people_use,
    switch_the_search,
    change_an_asset,
    touch,
    date_a_file_back,
    swap_letters,
    touch_an_output,
    lose_a_cached_file,
    break_a_cached_file,
)
