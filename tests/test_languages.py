"""Which language the app speaks, and that the command line speaks it too."""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from evolve_desktop import cli, languages, resource_paths, terminal_words
from evolve_desktop.languages import first_of, of_the_environment

SHIPPED = ("ar", "en", "es")


def test_every_folder_with_a_pack_is_a_language() -> None:
    assert languages.shipped() == SHIPPED


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["es-MX", "en"], "es"),
        (["fr-FR", "ar_EG", "es"], "ar"),
        (["EN-GB", "es"], "en"),
        (["fr", "de"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_wanted_language_that_there_is_is_spoken(wanted: list[str], language: str) -> None:
    assert first_of(wanted, SHIPPED) == language


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({"LANG": "es_MX.UTF-8"}, ["es_MX"]),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "ar:es"}, ["ar", "es", "en_US"]),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ar_EG@euro"}, ["ar_EG"]),
        ({"LC_ALL": "C", "LANGUAGE": "es"}, []),
        ({}, []),
    ],
)
def test_a_terminal_names_its_languages_as_for_gettext(environment: Mapping[str, str], found: list[str]) -> None:
    assert of_the_environment(environment) == found


def test_an_option_comes_before_the_terminal_s_language() -> None:
    terminal = {"LANG": "ar_EG.UTF-8"}
    assert terminal_words.language_of(["--language", "es", "page"], terminal) == "es"
    assert terminal_words.language_of(["--language=es"], terminal) == "es"
    assert terminal_words.language_of(["--self-check"], terminal) == "ar"


def test_bad_input_is_refused_in_the_language_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    assert cli.main(["page", str(tmp_path / "none"), "--pdf", "x"]) == 2
    assert capsys.readouterr().err == f"evolve-desktop: {tmp_path / 'none'}: no es un archivo\n"


def test_a_pack_without_faults_is_told_so_in_the_language_that_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    assert cli.main(["new-pack", str(folder)]) == 0
    capsys.readouterr()
    assert cli.main(["--language", "es", "check-content", str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder}: sin errores\n"


def test_whoever_stops_reading_the_lines_is_not_told_of_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as closed:
        monkeypatch.setattr("sys.stdout", closed)
        assert cli.main(["check-content", str(resource_paths.content_pack())]) == 1


def test_a_language_that_does_not_ship_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--language", "fr", "--self-check"]) == 2
    assert capsys.readouterr().err == "evolve-desktop: fr: is not a language of this app. There are: ar, en, es.\n"


def test_words_that_cannot_be_read_leave_the_command_line_in_english(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("evolve_desktop.resource_paths.content_packs", lambda: tmp_path)
    assert terminal_words.words_in("es")("a") == "a"
    (tmp_path / "es").mkdir()
    (tmp_path / "es" / "window.toml").write_text("a = 1")
    assert terminal_words.words_in("es")("a") == "a"


def test_a_page_is_typeset_in_the_language_that_is_named(tmp_path: Path) -> None:
    answers, pdf = tmp_path / "answers.json", tmp_path / "page.pdf"
    check_in = {"id": "a", "started": "2026-11-24", "plan": {"main_topic": "Heron"}}
    answers.write_text(json.dumps({"version": 1, "check_ins": [check_in]}))
    assert cli.main(["page", "--language", "es", str(answers), "--pdf", str(pdf)]) == 0
    assert b"/Lang(es" in pdf.read_bytes().replace(b" ", b"")


def test_a_fault_of_a_pack_is_told_in_the_language_that_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(resource_paths.content_pack(), pack)
    (pack / "article.md").write_text("No title\n")
    own = pack / "pack.toml"
    own.write_text(own.read_text(encoding="utf-8").replace('language = "en"', "language = 1"), encoding="utf-8")
    assert cli.main(["--language", "es", "check-content", str(pack)]) == 1
    told = capsys.readouterr().out
    assert "pack.toml: about.language: tiene que ser una etiqueta de idioma, como 'en', no 1\n" in told
    assert "article.md: línea 1: el artículo empieza con su título, marcado con `#`\n" in told
