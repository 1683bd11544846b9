"""The wheel holds the app and its resources, and runs from wherever it was installed."""

import os
import subprocess
import sys
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

from evolve_desktop import __version__


def run(installed: Path, elsewhere: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command that finds the installed wheel first, in a folder where no checkout lies."""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def test_the_wheel_holds_every_resource_and_nothing_beside_the_app(wheel: Path, checkout: Path) -> None:
    resources = checkout / "resources"
    expected = {f"evolve_desktop/{file.relative_to(checkout)}" for file in resources.rglob("*") if file.is_file()}
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert expected
    assert expected <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"evolve_desktop"}


def test_the_wheel_says_its_version_and_whose_words_it_holds(metadata: Message) -> None:
    assert metadata["Name"] == "evolve-desktop"
    assert metadata["Version"] == __version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    assert metadata.get_all("License-File") == ["LICENSE", "NOTICE"]


def test_an_installed_wheel_reads_its_resources_from_inside_the_package(
    installed: Path, checkout: Path, tmp_path: Path
) -> None:
    code = "from evolve_desktop import resource_paths; print(resource_paths.content_pack() / 'article.md')"
    article = Path(run(installed, tmp_path, sys.executable, "-c", code).stdout.strip())
    assert article.is_relative_to(installed)
    assert article.read_bytes() == (checkout / "resources" / "content" / "en" / "article.md").read_bytes()


def test_an_installed_wheel_tells_its_version(installed: Path, tmp_path: Path) -> None:
    told = run(installed, tmp_path, sys.executable, "-m", "evolve_desktop", "--version")
    assert (told.returncode, told.stdout, told.stderr) == (0, f"{__version__}\n", "")


def test_the_installed_command_checks_itself_without_a_screen(installed: Path, tmp_path: Path) -> None:
    checked = run(installed, tmp_path, str(installed / "bin" / "evolve-desktop"), "--self-check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert len(checked.stdout.splitlines()) >= 4
    assert "FAILED" not in checked.stdout
