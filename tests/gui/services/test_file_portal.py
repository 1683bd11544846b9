"""Whose file dialog is shown: the system's where it has one that answers, else Qt's."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from evolve_desktop.gui.services.file_portal import has_portal, is_dialog_the_systems, portal_theme

PORTAL = "dbus-1/services/org.freedesktop.portal.Desktop.service"


@pytest.fixture
def desktop(tmp_path: Path) -> dict[str, str]:
    """Return what the desktop of a person with a portal sets."""
    (tmp_path / PORTAL).parent.mkdir(parents=True)
    (tmp_path / PORTAL).touch()
    return {"XDG_DATA_DIRS": f"{tmp_path / 'none'}::{tmp_path}", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/bus"}


def test_a_desktop_with_a_portal_and_a_bus_has_one(desktop: dict[str, str], tmp_path: Path) -> None:
    assert has_portal(desktop)
    assert not has_portal({**desktop, "DBUS_SESSION_BUS_ADDRESS": ""})
    assert not has_portal({**desktop, "XDG_DATA_DIRS": str(tmp_path / "none")})


def test_a_theme_that_the_person_chose_is_left_to_them(desktop: dict[str, str]) -> None:
    assert not has_portal({**desktop, "QT_QPA_PLATFORMTHEME": "gtk3"})


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has portals")
def test_only_qt_learns_of_the_portal_and_no_program_that_is_started_later(
    desktop: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORMTHEME", raising=False)
    with portal_theme():
        without = os.environ.get("QT_QPA_PLATFORMTHEME")
    for name, value in desktop.items():
        monkeypatch.setenv(name, value)
    with portal_theme():
        inside = os.environ.get("QT_QPA_PLATFORMTHEME")
    assert inside == "xdgdesktopportal"
    assert "QT_QPA_PLATFORMTHEME" not in os.environ
    assert without in {None, inside}  # whatever this computer has


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have dialogs of their own")
def test_without_a_screen_of_the_desktop_the_dialog_is_qts(qapp: QApplication) -> None:
    assert qapp.platformName() == "offscreen"
    assert not is_dialog_the_systems()
