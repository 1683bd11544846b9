"""The packages below the window work where there is no Qt, and bring in nothing that could reach a network."""

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]

PROGRAM = """
import importlib, importlib.abc, pkgutil, sys

class NoQt(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} is blocked here")

sys.meta_path.insert(0, NoQt())
names = ["evolve_desktop.errors", "evolve_desktop.resource_paths", "evolve_desktop.settings"]
for name in ("content", "checkin", "vault", "document"):
    package = importlib.import_module(f"evolve_desktop.{name}")
    names += [module.name for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
for name in names:
    importlib.import_module(name)
unwanted = {"socket", "ssl", "_ssl", "http.client", "urllib.request", "PySide6", "shiboken6"} & set(sys.modules)
if unwanted:
    sys.exit(f"imported: {sorted(unwanted)}")
print("\\n".join(names))
"""


def run(program: str) -> subprocess.CompletedProcess[str]:
    with_path = f"import sys; sys.path.insert(0, {str(CHECKOUT)!r})\n{program}"
    command = [sys.executable, "-I", "-c", with_path]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def modules_of(name: str) -> set[str]:
    files = (CHECKOUT / "evolve_desktop" / name).rglob("*.py")
    return {f"evolve_desktop.{name}.{file.stem}" for file in files if file.stem != "__init__"}


def test_every_room_below_the_window_imports_without_qt_and_without_a_socket() -> None:
    done = run(PROGRAM)
    assert done.returncode == 0, done.stderr
    packages = modules_of("content") | modules_of("checkin") | modules_of("vault") | modules_of("document")
    assert packages <= set(done.stdout.split())
    assert len(packages) > 20


def test_the_block_itself_works() -> None:
    blocked = PROGRAM.replace('names = ["evolve_desktop.errors"', 'names = ["PySide6.QtCore", "evolve_desktop.errors"')
    done = run(blocked)
    assert done.returncode != 0
    assert "PySide6 is blocked here" in done.stderr
