from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.translation.sample import by_machine, catalog
from waypost.model.finding import Failure
from waypost.translation.reviewers import load_reviewers
from waypost.translation.store import (
    catalog_path,
    list_catalogs,
    load_catalog,
    load_data,
    save_catalog,
)

ENTRY = by_machine("title", "Renew", "Renovar")


def test_a_catalogue_lies_where_its_document_does() -> None:
    assert catalog_path("zh-Hans", "guides/renew") == "translations/zh-Hans/guides/renew.po"
    assert catalog_path("es", "phrases") == "translations/es/phrases.po"


@pytest.mark.parametrize(
    ("language", "document"),
    [
        ("es", "../../secret"),
        ("../es", "phrases"),
        ("es", "/etc/passwd"),
        ("es", "guides/../x"),
        ("", "phrases"),
        ("es", ""),
        ("e/s", "phrases"),
        ("es", "a/b/c"),
        ("es", "Phrases\x00"),
    ],
)
def test_no_name_leads_out_of_the_folder(language: str, document: str) -> None:
    with pytest.raises(Failure):
        catalog_path(language, document)


def test_what_is_saved_is_loaded_and_an_equal_file_is_left_alone(tmp_path: Path) -> None:
    assert load_catalog(tmp_path, "es", "guides/renew") is None
    assert save_catalog(tmp_path, "guides/renew", catalog(ENTRY))
    assert not save_catalog(tmp_path, "guides/renew", catalog(ENTRY))
    reading = load_catalog(tmp_path, "es", "guides/renew")
    assert reading is not None
    assert reading.catalog == catalog(ENTRY)
    assert load_data(tmp_path, "es", "phrases") is None


def test_all_catalogues_are_listed(tmp_path: Path) -> None:
    save_catalog(tmp_path, "phrases", catalog(ENTRY))
    save_catalog(tmp_path, "guides/renew", catalog(ENTRY))
    (tmp_path / "translations" / "stray.po").write_text("", "utf-8")
    (tmp_path / "translations" / "es" / "glossary.csv").write_text("", "utf-8")
    assert list(list_catalogs(tmp_path)) == [("es", "guides/renew"), ("es", "phrases")]
    assert list(list_catalogs(tmp_path / "empty")) == []


def test_a_folder_in_place_of_the_file_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "translations" / "es" / "phrases.po").mkdir(parents=True)
    with pytest.raises(Failure, match=r"phrases\.po can't be read"):
        load_catalog(tmp_path, "es", "phrases")


def test_reviewers_are_loaded_from_their_file(tmp_path: Path) -> None:
    assert load_reviewers(tmp_path).reviewers.people == ()
    (tmp_path / "translations").mkdir()
    text = "- {handle: ana, languages: [es]}\n"
    (tmp_path / "translations" / "reviewers.yml").write_text(text, "utf-8")
    assert load_reviewers(tmp_path).reviewers.handles_for("es") == {"ana"}
