"""What is in the executables, and above all what is not: anything that could reach a network."""

import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]  # it ships no types

from evolve_desktop.content.compiled import read_compiled
from tests.packaged.program import DIST, FOLDER

pytestmark = pytest.mark.packaged

INSIDE = FOLDER / "_internal"
NETWORK = {"QtNetwork", "_socket", "_ssl", "asyncio", "http", "libQt6Network", "libcrypto", "libssl", "socket", "ssl"}
UNUSED = {"QtQml", "QtQuick", "libQt6Qml", "libQt6Quick", "libcups", "libgtk-3", "networkinformation", "tkinter", "tls"}


def modules(executable: Path) -> list[str]:
    """Return the names of the Python modules packed into an executable."""
    return list(CArchiveReader(str(executable)).open_embedded_archive("PYZ.pyz").toc)


def packed_files() -> list[str]:
    """Return the places of the files packed into the single file."""
    return list(CArchiveReader(str(DIST / "evolve-desktop")).toc)


def files() -> list[str]:
    """Return the places of the files in the folder, as they are called there."""
    return [str(file.relative_to(INSIDE)) for file in INSIDE.rglob("*") if not file.is_dir()]


def parts(names: list[str]) -> Iterator[str]:
    """Yield each word of the names between slashes and dots."""
    for name in names:
        yield from re.split(r"[/.]", name)


@pytest.fixture(params=["folder", "single file"])
def content(request: pytest.FixtureRequest) -> list[str]:
    with zipfile.ZipFile(INSIDE / "base_library.zip") as base:
        always = base.namelist()
    if request.param == "folder":
        return [*always, *files(), *modules(FOLDER / "evolve-desktop")]
    return [*always, *packed_files(), *modules(DIST / "evolve-desktop")]


def test_nothing_that_could_reach_a_network_is_inside(content: list[str]) -> None:
    assert NETWORK.intersection(parts(content)) == set()


def test_nothing_that_merely_came_along_is_inside(content: list[str]) -> None:
    assert UNUSED.intersection(parts(content)) == set()


def test_the_app_its_resources_and_all_licenses_are_inside(content: list[str]) -> None:
    root = Path(__file__).parents[2]
    resources = [file for file in (root / "resources").rglob("*") if file.is_file()]
    assert {f"evolve_desktop/{file.relative_to(root)}" for file in resources} <= set(content)
    assert {f"evolve_desktop/resources/compiled/{language}.msgpack" for language in ("en", "es", "ar")} <= set(content)
    assert {"LICENSE", "NOTICE", "licenses/LGPL-3.0.txt", "licenses/GPL-3.0.txt"} <= set(content)
    assert {"licenses/source-serif-pro/LICENSE.txt", "licenses/lato/LICENSE-Lato.txt"} <= set(content)
    assert "licenses/ibm-plex-sans-arabic/LICENSE-IBMPlexSansArabic.txt" in content
    assert "licenses/amiri/LICENSE-Amiri.txt" in content
    assert {"evolve_desktop.app", "evolve_desktop.gui.shell.main_window", "nacl", "typst"} <= set(content)
    for library in ("cffi", "msgspec", "platformdirs", "pynacl", "typst"):
        assert f"licenses/{library}/LICENSE" in content


def test_the_quick_copies_fit_the_packs() -> None:
    inside = INSIDE / "evolve_desktop" / "resources"
    for language in ("en", "es", "ar"):
        assert read_compiled(inside / "compiled" / f"{language}.msgpack", inside / "content" / language)


def test_both_executables_hold_the_same(content: list[str]) -> None:
    del content
    places = {place for place in packed_files() if "/" in place or place.startswith("lib")}
    assert places <= set(files())
    assert sorted(modules(FOLDER / "evolve-desktop")) == sorted(modules(DIST / "evolve-desktop"))


@pytest.mark.skipif(sys.platform != "linux", reason="names the plugins of Linux")
def test_each_kind_of_screen_and_printer_has_its_plugin() -> None:
    plugins = INSIDE / "PySide6" / "Qt" / "plugins"
    found = {f"{file.parent.name}/{file.stem}" for file in plugins.rglob("*.so")}
    assert {
        "platforms/libqxcb",
        "platforms/libqwayland",
        "platforms/libqoffscreen",
        "platformthemes/libqxdgdesktopportal",
        "printsupport/libcupsprintersupport",
        "imageformats/libqsvg",
        "iconengines/libqsvgicon",
        "wayland-shell-integration/libxdg-shell",
        "platforminputcontexts/libcomposeplatforminputcontextplugin",
    } <= found
