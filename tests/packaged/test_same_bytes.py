"""A second build of the same source gives the same bytes, down to the packages that are made from it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaged.program import DIST
from tools.release import linux_files

pytestmark = [pytest.mark.packaged, pytest.mark.skipif(sys.platform != "linux", reason="tried on Linux only")]

ROOT = DIST.parent


def times(folder: Path) -> dict[str, float]:
    """Return what stands on each file and folder inside."""
    return {str(path.relative_to(folder)): path.lstat().st_mtime for path in folder.rglob("*")}


def test_a_second_build_elsewhere_gives_the_same_bytes(tmp_path: Path) -> None:
    moment = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],  # noqa: S607  (as make asks it)
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    settled = {"SOURCE_DATE_EPOCH": moment.stdout.strip(), "PYTHONHASHSEED": "0"}
    environment = {**os.environ, **settled, "PYINSTALLER_CONFIG_DIR": str(tmp_path / "cache")}
    places = ["--distpath", str(tmp_path / "dist"), "--workpath", str(tmp_path / "work")]
    build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, "build.spec"]
    subprocess.run(build, cwd=ROOT, env=environment, check=True, capture_output=True)
    for name in ("manifest.txt", "evolve-desktop"):
        assert (tmp_path / "dist" / name).read_bytes() == (DIST / name).read_bytes(), name


def test_every_file_of_a_package_carries_the_same_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    linux_files.copy_folder(DIST, tmp_path / "lib")
    linux_files.share(tmp_path / "share")
    linux_files.settle(tmp_path)
    assert set(times(tmp_path).values()) == {1800000000}
