"""What only the executables of Windows and macOS carry, as far as it can be looked at here."""

import ast
import shutil
import subprocess
from pathlib import Path

import pytest

from evolve_desktop import __version__
from tools.release import bundle, icons, windows
from tools.release.bundle import Entry

pytestmark = pytest.mark.packaged

CORE = ("PySide6/QtCore.pyd", "QtCore.pyd", "EXTENSION")
PICTURES = ("PySide6/plugins/imageformats/qjpeg.dll", "qjpeg.dll", "BINARY")
SCREEN = ("PySide6/plugins/platforms/qwindows.dll", "qwindows.dll", "BINARY")
PYTHON = ("python311.dll", "python311.dll", "BINARY")
QT = ("PySide6/Qt6Core.dll", "Qt6Core.dll", "BINARY")
SOFTWARE_OPENGL = ("PySide6/opengl32sw.dll", "opengl32sw.dll", "BINARY")


QT_WORDS = ("qtbase_ar", "qtbase_de", "qtbase_en", "qtbase_es", "qt_help_es", "designer_ar")


def framework(name: str) -> tuple[Entry, list[Entry]]:
    """Return the binary of a framework of macOS as PyInstaller lists it, and beside it the data and links."""
    there = f"PySide6/Qt/lib/{name}.framework"
    data = [
        (f"{there}/Versions/A/Resources/Info.plist", f"wheel/{name}/Info.plist", "DATA"),
        (f"{there}/Versions/Current", "A", "SYMLINK"),
        (f"{there}/{name}", f"Versions/Current/{name}", "SYMLINK"),
        (f"{there}/Resources", "Versions/Current/Resources", "SYMLINK"),
        (name, f"{there}/Versions/A/{name}", "SYMLINK"),
    ]
    return (f"{there}/Versions/A/{name}", f"wheel/{name}", "BINARY"), data


def test_the_properties_of_the_windows_executable_tell_name_and_version(tmp_path: Path) -> None:
    text = Path(windows.version_resource(tmp_path)).read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    strings = [node for node in calls if isinstance(node.func, ast.Name) and node.func.id == "StringStruct"]
    told = {ast.literal_eval(node.args[0]): ast.literal_eval(node.args[1]) for node in strings}
    assert told["ProductName"] == "Evolve Desktop"
    assert told["ProductVersion"] == __version__


@pytest.mark.skipif(shutil.which("makensis") is None, reason="not installed here: makensis")
def test_the_installer_can_be_made_of_what_was_built(tmp_path: Path) -> None:
    for file in ("evolve/evolve-desktop.exe", "evolve/_internal/python3.dll", "release/before"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    script = Path(__file__).parents[2] / "packaging" / "windows" / "installer.nsi"
    making: list[str | Path] = ["makensis", "-V2", "-WX", f"-DDIST={tmp_path}", "-DVERSION=1.2.3", script]
    made = subprocess.run(making, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")
    assert (tmp_path / "release" / "evolve-desktop-1.2.3-windows-setup.exe").is_file()


def test_of_windows_libraries_only_what_is_linked_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    links = {"QtCore.pyd": {"qt6core.dll", "kernel32.dll"}, "qwindows.dll": {"qt6core.dll"}}
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(bundle, "linked_by", lambda files: set().union(*(links.get(file, set()) for file in files)))
    found = [CORE, PICTURES, SCREEN, PYTHON, QT, SOFTWARE_OPENGL]
    assert bundle.kept_binaries(found) == [CORE, SCREEN, PYTHON, QT]


def test_a_framework_keeps_its_links_and_its_description_or_goes_whole() -> None:
    core, core_data = framework("QtCore")
    _, network_data = framework("QtNetwork")
    ours = ("evolve_desktop/resources/icons/app.svg", "resources/icons/app.svg", "DATA")
    words = ("PySide6/Qt/translations/qtbase_de.qm", "wheel/qtbase_de.qm", "DATA")
    assert bundle.kept_data([*core_data, ours, *network_data, words], [core]) == [*core_data, ours]


def test_qt_s_own_words_stay_in_the_languages_that_ship() -> None:
    words = [(f"PySide6/Qt/translations/{name}.qm", f"wheel/{name}.qm", "DATA") for name in QT_WORDS]
    kept = [place for place, _, _ in bundle.kept_data(words, [])]
    assert kept == ["PySide6/Qt/translations/qtbase_ar.qm", "PySide6/Qt/translations/qtbase_es.qm"]


def test_the_links_of_a_kept_framework_lead_to_files(tmp_path: Path) -> None:
    core, core_data = framework("QtCore")
    for place, source, kind in [core, *bundle.kept_data(core_data, [core])]:
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(source) if kind == "SYMLINK" else path.touch()
    links = [path for path in tmp_path.rglob("*") if path.is_symlink()]
    assert len(links) == 4
    assert all(link.exists() for link in links)
    assert (tmp_path / "PySide6/Qt/lib/QtCore.framework/Resources/Info.plist").is_file()


def test_the_icon_for_the_executable_is_drawn_large_enough(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert icons.for_the_executable(tmp_path) is None
    monkeypatch.setattr("sys.platform", "darwin")
    drawn = icons.for_the_executable(tmp_path)
    assert drawn is not None
    assert int.from_bytes(Path(drawn).read_bytes()[16:20]) == 1024
