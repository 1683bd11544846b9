"""A small pack to begin with: it has no faults, says what to change, and is never written over anything."""

from pathlib import Path

import pytest

from evolve_desktop import resource_paths
from evolve_desktop.cli import main
from evolve_desktop.content.loader import load_pack, load_window_words
from evolve_desktop.document.missing_glyphs import find_missing_glyphs
from evolve_desktop.document.renderer import Typesetter


@pytest.mark.parametrize("language", ["en", "es", "ar", "es-MX", "fr"])
def test_a_new_pack_has_no_faults_and_says_what_to_do_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    folder = tmp_path / "Zoë's Clinic"
    assert main(["new-pack", str(folder), "--language", language]) == 0
    told = capsys.readouterr().out
    assert f'evolve-desktop check-content "{folder}"' in told
    pack = load_pack(folder)
    assert (pack.about.id, pack.about.language, pack.about.version) == ("zoe-s-clinic", language, "1")
    assert [item.id for item in pack.checklist.items] == ["L01", "L02", "L03"]
    assert pack.about.review == pack.about.unreviewed != ""
    assert main(["check-content", str(folder), "--today"]) == 0
    assert capsys.readouterr().out.startswith(f"{folder}: no faults\n")


def test_it_says_where_the_folder_is_whatever_name_was_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["new-pack", "mine"])
    told = capsys.readouterr().out
    assert told.startswith(f"{tmp_path / 'mine'}: ")
    assert "check-content mine\n" in told


def test_each_entry_of_a_new_pack_has_a_note(tmp_path: Path) -> None:
    main(["new-pack", str(tmp_path / "mine")])
    for name in ("pack.toml", "checklist.toml"):
        text = (tmp_path / "mine" / name).read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert text.count("\n# ") >= 6


def test_window_words_to_fill_in_come_only_with_a_language_that_is_not_built_in(tmp_path: Path) -> None:
    for language in ("es-MX", "pl"):
        main(["new-pack", str(tmp_path / language), "--language", language])
    assert not (tmp_path / "es-MX" / "window.toml").exists()
    words = load_window_words(tmp_path / "pl", "pl")
    template = load_window_words(resource_paths.content_pack(), "en")
    assert words is not None
    assert template is not None
    assert len(list(words.find_missing(template))) == len(list(template.entries()))


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert main(["new-pack", str(tmp_path)]) == 2
    assert "is not empty. Please name a new folder; nothing was written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    assert main(["new-pack", str(tmp_path / "letter.txt" / "below")]) == 2
    assert "could not be written" in capsys.readouterr().err
    assert main(["new-pack", str(tmp_path / "new"), "--language", "English"]) == 2
    assert "English: is not a language tag" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("name", "made"), [("…", "my-pack"), ("fr", "fr-pack"), ("Trust 2", "trust-2")])
def test_a_short_name_still_gives_an_id_of_its_own(tmp_path: Path, name: str, made: str) -> None:
    main(["new-pack", str(tmp_path / name)])
    assert load_pack(tmp_path / name).about.id == made


def test_a_character_that_no_typeface_shows_is_named_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new-pack", str(tmp_path / "mine")])
    checklist = tmp_path / "mine" / "checklist.toml"
    text = checklist.read_text(encoding="utf-8").replace("I take the time I need.", "I take time. \U0001f300\u0b85")
    checklist.write_text(text, encoding="utf-8")
    assert main(["check-content", str(tmp_path / "mine")]) == 0
    assert "checklist.toml: items[L02].text: no typeface here shows “\U0001f300” (U+1F300)" in capsys.readouterr().out


def test_characters_that_are_shown_are_not_named() -> None:
    typesetter = Typesetter(resource_paths.resources() / "page", resource_paths.fonts())
    assert find_missing_glyphs(["Señal de alerta: ¿dónde?", " \n"], typesetter) == ""
    assert find_missing_glyphs([], typesetter) == ""


def test_the_pack_that_was_handed_out_before_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("older", "mine"):
        main(["new-pack", str(tmp_path / name)])
    for path, old, new in (
        ("pack.toml", 'id = "mine"', 'id = "older"'),
        ("checklist.toml", "I say what", "I tell what"),
    ):
        file = tmp_path / "mine" / path
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert main(["check-content", str(tmp_path / "mine"), "--before", str(tmp_path / "older")]) == 0
    assert "L01: has other words than before, and the version is still 1." in capsys.readouterr().out
