"""The app runs as people install what is written in Python: by pipx, by uvx, and by `uv run` in a checkout."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.packaged.hands import press, wait_for_window
from tests.packaged.program import SECONDS

UV = Path(sys.executable).with_name("uv")

pytestmark = [pytest.mark.packaged, pytest.mark.skipif(sys.platform != "linux", reason="tried on Linux only")]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to start the app: the command, and where it runs."""

    command: list[str | Path]
    folder: Path

    def run(self, *arguments: str) -> str:
        """Run the app to its end and return what it says."""
        done = subprocess.run([*self.command, *arguments], cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout


def by_uvx(wheel: Path, _checkout: Path, folder: Path) -> Way:
    return Way([UV, "tool", "run", "--quiet", "--no-python-downloads", "--from", wheel, "evolve-desktop"], folder)


def by_pipx(wheel: Path, _checkout: Path, folder: Path) -> Way:
    install: list[str | Path] = [UV, "tool", "run", "--quiet", "--no-python-downloads", "pipx", "install", wheel]
    subprocess.run(install, cwd=folder, check=True, capture_output=True)
    return Way([folder / "bin" / "evolve-desktop"], folder)


def by_uv_run(_wheel: Path, checkout: Path, folder: Path) -> Way:
    clone: list[str | Path] = ["git", "clone", "--quiet", checkout, folder / "clone"]
    subprocess.run(clone, check=True)
    return Way([UV, "run", "--quiet", "--no-python-downloads", "evolve-desktop"], folder / "clone")


@pytest.fixture(scope="module", params=[by_uvx, by_pipx, by_uv_run])
def way(
    request: pytest.FixtureRequest, wheel: Path, checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Way]:
    """Install the app in one of the ways; what it depends on comes from the index of packages."""
    folder = tmp_path_factory.mktemp("way")
    install: Callable[[Path, Path, Path], Way] = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("VIRTUAL_ENV", raising=False)
        for name, place in (("PIPX_HOME", "pipx"), ("PIPX_BIN_DIR", "bin"), ("XDG_DATA_HOME", "share")):
            patch.setenv(name, str(folder / place))
        yield install(wheel, checkout, folder)


def test_it_checks_itself(way: Way) -> None:
    lines = way.run("--self-check").splitlines()
    assert len(lines) == 4
    assert all(line.startswith("ok ") for line in lines), lines


def test_its_window_opens_and_quits(way: Way, screen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", screen)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    with subprocess.Popen([*way.command, "--data-dir", tmp_path], cwd=way.folder) as started:
        wait_for_window(screen)
        press(screen, "ctrl+q")
        assert started.wait(SECONDS) == 0


def test_it_comes_into_the_menu_and_goes_again(way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    way.run("--install-desktop-entry")
    (entry,) = tmp_path.rglob("*.desktop")
    (line,) = [line for line in entry.read_text(encoding="utf-8").splitlines() if line.startswith("Exec=")]
    assert subprocess.run(f"{line.removeprefix('Exec=')} --version", shell=True, check=True).returncode == 0  # noqa: S602  (as a desktop does)
    way.run("--remove-desktop-entry")
    assert list(tmp_path.rglob("*.desktop")) == []
