"""The built executables, started for real; `make build` comes first."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from evolve_desktop import __version__

ROOT = Path(__file__).parents[2]
SINGLE_FILE = ROOT / "dist" / "evolve-desktop"
FOLDER = ROOT / "dist" / "evolve"
pytestmark = pytest.mark.packaged


def started(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(SINGLE_FILE), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_the_single_file_says_its_version() -> None:
    assert started("--version").stdout.strip() == __version__


def test_every_part_of_the_single_file_works() -> None:
    done = started("--self-check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("ok ") == 4


def test_the_single_file_typesets_exported_answers(tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    check_in = {"id": "a", "started": "2026-11-24", "plan": {"main_topic": "How we work together"}}
    answers.write_text(json.dumps({"version": 1, "check_ins": [check_in]}), encoding="utf-8")
    done = started("page", str(answers), "--pdf", str(tmp_path / "page.pdf"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")


def test_the_window_opens_on_a_screen() -> None:
    assert shutil.which("xvfb-run"), "xvfb is needed: .ci/run installs it"
    wait = "timeout 60 xdotool search --sync --onlyvisible --name Evolve"
    script = f"{SINGLE_FILE} & pid=$!; {wait}; found=$?; kill $pid; exit $found"
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        ["xvfb-run", "-a", "bash", "-c", script],  # noqa: S607
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


def test_nothing_that_could_reach_a_network_is_bundled() -> None:
    names = [path.name.lower() for path in FOLDER.rglob("*")]
    assert names, "make build comes first"
    assert not [
        name for name in names if "qtnetwork" in name or "qt6network" in name or name.startswith(("_ssl", "_socket"))
    ]
