"""The Makefile offers what README and CONTRIBUTING promise, and says plainly what it lacks."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TARGETS = (
    "run",
    "test",
    "lint",
    "check",
    "build",
    "deb",
    "release",
    "bench",
    "torture",
    "screenshots",
    "translations",
    "requirements",
    "hooks",
    "clean",
    "help",
)

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")


def make(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run make as from a plain shell, not as the child of the make that runs these tests."""
    unwanted = ("MAKE", "MFLAGS", "FAULTS", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHON", "VENV")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
    return subprocess.run(
        ["make", *arguments],  # noqa: S607  (the make that the person has)
        cwd=folder,
        env={**environment, **more},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def bare(checkout: Path, tmp_path: Path) -> Path:
    """Return a checkout without a .venv: of the project only what make looks at, which needs nothing of the system."""
    shutil.copy(checkout / "Makefile", tmp_path)
    shutil.copy(checkout / "pyproject.toml", tmp_path)
    shutil.copytree(checkout / "requirements", tmp_path / "requirements")
    for folder in ("tools", "resources"):
        (tmp_path / folder).mkdir()
    shutil.copy(checkout / "tools" / "prepare_system.sh", tmp_path / "tools")
    (tmp_path / "resources" / "system_packages.txt").touch()
    return tmp_path


def executable(path: Path, script: str) -> Path:
    """Write a stand-in for an interpreter."""
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_make_alone_lists_every_target(checkout: Path) -> None:
    listed = make(checkout).stdout
    assert [line.split()[1] for line in listed.splitlines()] == ["help", *TARGETS[:-1]]


def test_check_runs_every_tool(bare: Path) -> None:
    steps = make(bare, "--dry-run", "check").stdout
    for step in (
        "ruff format --check",
        "ruff check",
        "bin/mypy",
        "lint-imports",
        "zizmor --offline",
        "pytest --numprocesses auto",
        "tests/vault/ --cov",
    ):
        assert step in steps
    assert "QT_QPA_PLATFORM=offscreen" in steps
    assert "--faults long" in make(bare, "--dry-run", "check", "FAULTS=long").stdout


def test_each_hook_of_a_commit_is_a_part_of_the_check(checkout: Path) -> None:
    hooks = re.findall(r"entry: \.venv/bin/(\S+)", (checkout / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    steps = make(checkout, "--dry-run", "check").stdout
    assert len(hooks) == 3
    assert all(hook in steps for hook in hooks)


def test_check_runs_every_test_once(checkout: Path) -> None:
    steps = make(checkout, "--dry-run", "check").stdout.splitlines()
    runs = [line.split("--faults short")[1].split() for line in steps if "-m pytest" in line]
    paths = [path for run in runs for path in run if path != "--cov"]
    tested = {path.relative_to(checkout).parts[:2] for path in (checkout / "tests").rglob("test_*.py")}
    assert {"/".join(parts) for parts in tested} <= {path.rstrip("/") for path in paths}
    assert len(paths) == len(set(paths))


def test_nothing_is_installed_without_a_hash(bare: Path) -> None:
    for target in ("run", "test"):
        steps = make(bare, "--dry-run", target).stdout.splitlines()
        installs = [step for step in steps if "pip install" in step]
        assert installs
        assert all("--require-hashes" in step or "--no-deps" in step for step in installs)


def test_where_uv_finds_no_package_pip_installs_them(bare: Path) -> None:
    (bare / ".venv" / "bin").mkdir(parents=True)
    (bare / ".venv" / ".created").touch()
    asked = bare / "asked"
    executable(bare / ".venv" / "bin" / "python", f'echo "$@" >> {asked}')
    by_pip = "--require-hashes --no-deps --requirement requirements/dev.txt"
    for end, is_left_to_pip in ((0, False), (2, True)):
        executable(bare / ".venv" / "bin" / "uv", f"exit {end}")
        assert make(bare, "installed").returncode == 0
        assert (by_pip in asked.read_text(encoding="utf-8")) is is_left_to_pip
        (bare / ".venv" / ".dev-installed").unlink()
    pinned = (bare / ".venv" / "uv.txt").read_text(encoding="utf-8").splitlines()
    assert pinned[0].startswith("uv==")
    assert len(pinned) > 1
    assert all(line.strip().startswith("--hash=") for line in pinned[1:])


def test_what_is_installed_is_not_installed_again(bare: Path) -> None:
    (bare / ".venv").mkdir()
    for stamp in (".created", ".run-installed", ".dev-installed"):
        (bare / ".venv" / stamp).touch()
    assert "pip" not in make(bare, "--dry-run", "run").stdout
    assert "pip" not in make(bare, "--dry-run", "test").stdout
    later = (bare / ".venv" / ".run-installed").stat().st_mtime + 60
    os.utime(bare / "requirements" / "run.txt", (later, later))
    assert "pip" in make(bare, "--dry-run", "run").stdout


def test_an_old_python_is_told_in_one_line(bare: Path) -> None:
    old = executable(bare / "old-python", "exit 1")
    told = make(bare, "run", f"PYTHON={old}", DISPLAY=":0")
    assert told.returncode != 0
    assert told.stdout == ""
    assert [line for line in told.stderr.splitlines() if not line.startswith("make")] == [
        "Evolve Desktop needs Python 3.11 or newer. Install it, or name one: make run PYTHON=python3.12"
    ]


def test_a_missing_venv_module_is_told_in_one_line(bare: Path) -> None:
    halved = executable(bare / "halved-python", 'case "$*" in *ensurepip*) exit 1 ;; esac')
    told = make(bare, "run", f"PYTHON={halved}", DISPLAY=":0")
    assert told.returncode != 0
    assert [line for line in told.stderr.splitlines() if not line.startswith("make")] == [
        "Python cannot make its own folder of packages here. On Debian: apt install python3-venv"
    ]
    assert not (bare / ".venv").exists()


def test_a_window_that_did_not_come_is_no_success(bare: Path) -> None:
    (bare / ".venv" / "bin").mkdir(parents=True)
    for stamp in (".created", ".run-installed"):
        (bare / ".venv" / stamp).touch()
    python = executable(bare / ".venv" / "bin" / "python", "echo why not >&2; exit 2")
    told = make(bare, "run", DISPLAY=":0")
    assert told.returncode != 0
    assert told.stderr.startswith("why not\n")
    executable(python, "exit 0")
    assert make(bare, "run", DISPLAY=":0").returncode == 0


def test_without_a_screen_nothing_is_downloaded(bare: Path) -> None:
    told = make(bare, "run", XDG_RUNTIME_DIR=str(bare))
    assert told.returncode != 0
    assert told.stdout == ""
    assert "no screen" in told.stderr
    assert not (bare / ".venv").exists()


def test_what_the_system_lacks_is_asked_first_by_whatever_needs_it(bare: Path) -> None:
    for target, job in (("run", "run"), ("test", "test"), ("check", "test"), ("build", "build")):
        steps = make(bare, "--dry-run", target).stdout.splitlines()
        assert steps[0] == f"PYTHON=python3 VENV=.venv tools/prepare_system.sh {job}"


def test_another_python_has_its_folder_beside_the_usual_one(bare: Path) -> None:
    steps = make(bare, "--dry-run", "test", f"PYTHON={sys.executable}").stdout
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"{sys.executable} -m venv .venv-{version}\n" in steps
