"""Wrong values of settings, closures, deadlines and the audit: one run tells of every one."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.sites.running import DAY, copy_sources, lay_files, run_waypost
from tests.sites.small_site import SETTINGS

_OWN = """\
      colour: {light: blue, dark: "#12", middle: "#fff"}
      color: "#000"
      logo: seal.gif
      sheets: maybe
      host: apache
      popular: [nothere]
      time_zone: Mars/Base
      emergency: phone.nobody
      contact_email: [a]
"""
_GUIDE = """\
---
title: Get a wrong permit
summary: Nothing is right here.
topics: [streets]
agency: roads
who: [lives_here]
need: [photo_id]
cost: [{amount: free}]
ways:
  in_person: {offices: [town-hall], appointment: sometime, completes: perhaps}
  online: {url: "http://a.example/", account: mybe}
  phone: {number: agency, completes: 1}
sensitive: very
deadlines:
  - {by: 2027-02-30}
  - {by: 30/02/2027}
aliases: ["../../etc/nginx", "a;return 200", "LONG"]
reviewed: {on: 2026-10-01, by: street_team, next: 2027-05-01}
---

## What to do

Ask us.
"""
_AUDIT = """\
{"date": "2026-02-30",
 "tools": [{"name": "axe"}, "x", {"name": {}, "version": ""}],
 "pages": -3,
 "problems": [{"criterion": "9.9.9", "pages": "many"}],
 "extra": 1}
"""
_NAME = "n" * 201
_TOLD = (
    ("mkdocs.yml:1:12", "S003", "site_name"),
    ("mkdocs.yml:2:11", "S003", "site_url"),
    ("mkdocs.yml:11:23", "S003", "blue"),
    ("mkdocs.yml:11:35", "S003", "#12"),
    ("mkdocs.yml:11:42", "S003", "middle"),
    ("mkdocs.yml:12:7", "S003", "color"),
    ("mkdocs.yml:13:13", "S009", "seal.gif"),
    ("mkdocs.yml:14:15", "S003", "sheets"),
    ("mkdocs.yml:15:13", "S003", "host"),
    ("mkdocs.yml:16:16", "S003", "nothere"),
    ("mkdocs.yml:17:18", "S003", "Mars/Base"),
    ("mkdocs.yml:18:18", "S003", "phone.nobody"),
    ("mkdocs.yml:19:22", "S003", "contact_email"),
    ("content/guides/wrong.md:10:50", "C054", "sometime"),
    ("content/guides/wrong.md:10:71", "C054", "perhaps"),
    ("content/guides/wrong.md:11:17", "C058", "http://a.example/"),
    ("content/guides/wrong.md:11:47", "C054", "mybe"),
    ("content/guides/wrong.md:12:38", "C054", "“1”"),
    ("content/guides/wrong.md:13:12", "C054", "very"),
    ("content/guides/wrong.md:15:10", "C055", "2027-02-30"),
    ("content/guides/wrong.md:16:10", "C055", "30/02/2027"),
    ("content/guides/wrong.md:17:11", "C058", "../../etc/nginx"),
    ("content/guides/wrong.md:17:30", "C058", "a;return 200"),
    ("content/guides/wrong.md:17:46", "C058", "xxxx"),
    (f"content/guides/{_NAME}.md:1:1", "C013", "id"),
    ("content/offices/odd.yml:4:14", "C056", "13:00-9:00"),
    ("content/offices/odd.yml:6:31", "C061", "2027-01-10"),
    ("content/offices/odd.yml:7:13", "C055", "2026-13-24"),
    ("audit.json:1:10", "S010", "date"),
    ("audit.json:2:12", "S010", "version"),
    ("audit.json:2:29", "S010", "a tool"),
    ("audit.json:2:43", "S010", "texts"),
    ("audit.json:3:11", "S010", "pages"),
    ("audit.json:4:29", "S010", "criterion"),
    ("audit.json:5:2", "S010", "extra"),
)


@pytest.fixture(scope="module")
def checked(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[str]]:
    """The exit code of one run of `waypost check`, and the lines that it says."""
    root = copy_sources(small_site, tmp_path_factory.mktemp("wrong") / "site")
    head = SETTINGS.replace("Town of Alder", '"  "').replace(
        "https://alder.example/", "https://u:p@[alder/?q=1#x"
    )
    lines = {
        "mkdocs.yml": head.replace("      source: en\n", f"{_OWN}      source: en\n"),
        "content/guides/wrong.md": _GUIDE.replace("LONG", "x" * 300),
        f"content/guides/{_NAME}.md": _GUIDE.partition("aliases")[0] + "---\n",
        "content/offices/odd.yml": (
            "name: Wrong Office\nagency: roads\nphone: phone.help\n"
            'hours: {mon: "13:00-9:00"}\nclosures:\n'
            "  - {first: 2027-01-16, last: 2027-01-10, reason: Training}\n"
            "  - {first: 2026-13-24, last: 2027-01-01, reason: Winter}\n"
        ),
        "audit.json": _AUDIT,
    }
    lay_files(root, lines)
    run: subprocess.CompletedProcess[str] = run_waypost(root, "check", "--date", str(DAY))
    assert "Traceback" not in run.stderr
    return run.returncode, run.stdout.splitlines()


def test_mistakes_end_with_1(checked: tuple[int, list[str]]) -> None:
    assert checked[0] == 1


@pytest.mark.parametrize(("place", "code", "said"), _TOLD, ids=[one[2] for one in _TOLD])
def test_every_wrong_value_is_told_with_its_place_and_mend(
    place: str, code: str, said: str, checked: tuple[int, list[str]]
) -> None:
    lines = checked[1]
    wanted = re.compile(rf"{re.escape(place)}: error: .*{re.escape(said)}.* \[{code}\]")
    near = [line for line in lines if line.startswith(place.partition(":")[0])]
    at = [number for number, line in enumerate(lines) if wanted.fullmatch(line)]
    assert at, "\n".join(near)
    assert lines[at[0] + 1].startswith("    ")
    assert lines[at[0] + 1].strip()
