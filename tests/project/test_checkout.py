"""The checkout runs as it lies there: its resources are found, and the command is installed beside it."""

import subprocess
import sys
from pathlib import Path

from evolve_desktop import __version__, resource_paths


def test_the_checkout_reads_its_resources_from_beside_the_package(checkout: Path) -> None:
    assert resource_paths.resources() == checkout / "resources"
    assert (resource_paths.content_pack() / "article.md").is_file()


def test_the_installed_command_of_a_checkout_uses_the_checkout(checkout: Path, tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("evolve-desktop")
    told = subprocess.run([command, "--version"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == __version__
    code = "from evolve_desktop import resource_paths; print(resource_paths.resources())"
    found = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(found.stdout.strip()) == checkout / "resources"
