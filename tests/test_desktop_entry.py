"""An app that no package of the system brought puts itself into the menu if it is asked to, and out again."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evolve_desktop.cli import main

CHECKOUT = Path(__file__).parents[1]
ENTRY, ICON = Path("applications/evolve-desktop.desktop"), Path("icons/hicolor/scalable/apps/evolve-desktop.svg")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have other menus")


def start(option: str, share: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Start the app by a command, or as a module of the checkout, with a menu of the tests' own."""
    return subprocess.run(
        [*(command or (sys.executable, "-m", "evolve_desktop")), option],
        cwd=CHECKOUT,
        env={**os.environ, "XDG_DATA_HOME": str(share)},
        capture_output=True,
        text=True,
        check=False,
    )


def exec_of(entry: Path) -> str:
    (line,) = [line for line in entry.read_text(encoding="utf-8").splitlines() if line.startswith("Exec=")]
    return line.removeprefix("Exec=")


def test_the_entry_comes_with_its_icon_and_goes_without_a_trace(tmp_path: Path) -> None:
    kept = tmp_path / "evolve-desktop" / "check-ins"
    kept.mkdir(parents=True)
    told = start("--install-desktop-entry", tmp_path)
    assert (told.returncode, told.stderr, told.stdout.count("\n")) == (0, "", 1)
    assert "--remove-desktop-entry" in told.stdout
    assert exec_of(tmp_path / ENTRY).startswith(f'"{sys.executable}" "-m" "evolve_desktop"')
    assert "\nComment[es]=" in (tmp_path / ENTRY).read_text(encoding="utf-8")
    assert (tmp_path / ICON).read_bytes() == (CHECKOUT / "resources" / "icons" / "app.svg").read_bytes()
    told = start("--remove-desktop-entry", tmp_path)
    assert (told.returncode, told.stderr, told.stdout.count("\n")) == (0, "", 1)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert kept.is_dir()


def test_an_entry_that_is_not_there_can_be_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["--remove-desktop-entry"]) == 0
    assert list(tmp_path.iterdir()) == []


def test_the_command_in_the_entry_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / 'a "b" $c 100%'
    folder.mkdir()
    program = folder / "evolve-desktop"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(CHECKOUT)!r})\n"
        "from evolve_desktop.cli import main\nsys.exit(main())\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    assert start("--install-desktop-entry", tmp_path, str(program)).returncode == 0
    named = str(program).replace("$", r"\\$").replace('"', r"\\" + '"').replace("%", "%%")
    assert exec_of(tmp_path / ENTRY).startswith(f'"{named}"')


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed here: desktop-file-utils")
def test_the_entry_is_one_that_desktops_take(tmp_path: Path) -> None:
    start("--install-desktop-entry", tmp_path)
    told = subprocess.run(
        ["desktop-file-validate", tmp_path / ENTRY],  # noqa: S607  (the one that the system has)
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


def test_a_menu_that_may_not_be_changed_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "applications").write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["--install-desktop-entry"]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert "the menu could not be changed" in told.err
