"""What only the executables of Windows and macOS carry, as far as it can be looked at here."""

import ast
from pathlib import Path

import pytest

from evolve_desktop import __version__
from tools.release import bundle, icons, windows

pytestmark = pytest.mark.packaged

CORE = ("PySide6/QtCore.pyd", "QtCore.pyd", "EXTENSION")
PICTURES = ("PySide6/plugins/imageformats/qjpeg.dll", "qjpeg.dll", "BINARY")
SCREEN = ("PySide6/plugins/platforms/qwindows.dll", "qwindows.dll", "BINARY")
PYTHON = ("python311.dll", "python311.dll", "BINARY")
QT = ("PySide6/Qt6Core.dll", "Qt6Core.dll", "BINARY")
SOFTWARE_OPENGL = ("PySide6/opengl32sw.dll", "opengl32sw.dll", "BINARY")


def test_the_properties_of_the_windows_executable_tell_name_and_version(tmp_path: Path) -> None:
    text = Path(windows.version_resource(tmp_path)).read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    strings = [node for node in calls if isinstance(node.func, ast.Name) and node.func.id == "StringStruct"]
    told = {ast.literal_eval(node.args[0]): ast.literal_eval(node.args[1]) for node in strings}
    assert told["ProductName"] == "Evolve Desktop"
    assert told["ProductVersion"] == __version__


def test_of_windows_libraries_only_what_is_linked_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    links = {"QtCore.pyd": {"qt6core.dll", "kernel32.dll"}, "qwindows.dll": {"qt6core.dll"}}
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(bundle, "linked_by", lambda files: set().union(*(links.get(file, set()) for file in files)))
    found = [CORE, PICTURES, SCREEN, PYTHON, QT, SOFTWARE_OPENGL]
    assert bundle.kept_binaries(found) == [CORE, SCREEN, PYTHON, QT]


def test_the_icon_for_the_executable_is_drawn_large_enough(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert icons.for_the_executable(tmp_path) is None
    monkeypatch.setattr("sys.platform", "darwin")
    drawn = icons.for_the_executable(tmp_path)
    assert drawn is not None
    assert int.from_bytes(Path(drawn).read_bytes()[16:20]) == 1024
