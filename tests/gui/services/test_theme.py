import re

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop import resource_paths
from evolve_desktop.gui.services.theme import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    Colours,
    ThemeStyler,
    colours,
    lacks_letters,
    system_colours,
)
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import set_role
from evolve_desktop.settings import Preferences, Settings, Theme

_COLOUR = re.compile(r"#[0-9a-f]{6}\b|-(light|dark|contrast)(?=\.svg)")


def dressed(app: QApplication, percent: int, theme: Theme = Theme.LIGHT) -> float:
    preferences = Preferences(Settings(text_percent=percent, theme=theme))
    ThemeStyler(app, QWidget(), preferences, resource_paths.resources(), views=list).apply()
    return app.font().pointSizeF()


def test_the_text_size_is_system_colourss_font_however_often_it_was_scaled(qapp: QApplication) -> None:
    usual = dressed(qapp, 100)
    assert dressed(qapp, 200) == 2 * usual
    assert dressed(qapp, 100) == usual


def test_high_contrast_can_be_chosen(qapp: QApplication) -> None:
    dressed(qapp, 100, Theme.HIGH_CONTRAST)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == HIGH_CONTRAST.ground
    dressed(qapp, 100)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.ground


def test_a_theme_changes_nothing_but_colours_so_that_what_fits_in_one_fits_in_all(qapp: QApplication) -> None:
    for percent in (100, 200):
        sheets = {theme: sheet_of(qapp, percent, theme) for theme in Theme if theme is not Theme.SYSTEM}
        assert len(set(sheets.values())) == 3
        assert len({_COLOUR.sub("", sheet) for sheet in sheets.values()}) == 1
    icons = {
        path.stem: path.read_text(encoding="utf-8")
        for path in (resource_paths.resources() / "icons").glob("*-light.svg")
    }
    assert len(icons) > 8
    for name, light in icons.items():
        for kind in ("dark", "contrast"):
            other = resource_paths.resources() / "icons" / f"{name.removesuffix('light')}{kind}.svg"
            assert _COLOUR.sub("", other.read_text(encoding="utf-8")) == _COLOUR.sub("", light), other.name


def sheet_of(app: QApplication, percent: int, theme: Theme) -> str:
    window = QWidget()
    ThemeStyler(
        app,
        window,
        Preferences(Settings(text_percent=percent, theme=theme)),
        resource_paths.resources(),
        views=list,
    ).apply()
    return window.styleSheet()


def test_a_chosen_theme_needs_no_system() -> None:
    chosen = {theme: colours(theme) for theme in Theme if theme is not Theme.SYSTEM}
    assert chosen == {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.HIGH_CONTRAST: HIGH_CONTRAST}


@pytest.mark.parametrize(
    ("scheme", "contrast", "expected"),
    [
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, LIGHT),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, LIGHT),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, DARK),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, HIGH_CONTRAST),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, HIGH_CONTRAST),
    ],
)
def test_the_system_is_followed_and_its_wish_for_contrast_first(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, expected: Colours
) -> None:
    assert system_colours(scheme, contrast) is expected


def test_every_icon_of_the_style_sheet_is_there_for_every_theme() -> None:
    resources = resource_paths.resources()
    sheet = (resources / "styles" / "evolve.qss").read_text(encoding="utf-8")
    names = {part.split("$kind")[0] for part in sheet.split("$icons/")[1:]}
    assert "check-on-" in names
    names |= {f"{part.split('_icon')[0]}-" for part in sheet.split("qproperty-icon: $")[1:]}
    assert "phone-" in names
    for name in names:
        for kind in (LIGHT.kind, DARK.kind, HIGH_CONTRAST.kind):
            assert (resources / "icons" / f"{name}{kind}.svg").is_file(), name


def test_letters_that_no_typeface_shows_are_noticed(qapp: QApplication) -> None:
    assert qapp is not None
    assert not lacks_letters("Why Trust Matters, “¿Por qué?” 123 لماذا")
    assert lacks_letters("\U00010a00")


def test_the_looks_are_mirrored_from_right_to_left(qapp: QApplication) -> None:
    sheets = {}
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        window = QWidget()
        window.setLayoutDirection(direction)
        ThemeStyler(qapp, window, Preferences(Settings()), resource_paths.resources(), views=list).apply()
        sheets[direction] = window.styleSheet()
    left, right = sheets.values()
    assert "border-left-color" in left
    assert "border-left-color" not in right
    assert left.count("padding-right") == right.count("padding-left") > 0


def size_now(control: QWidget) -> QSize:
    """Return the size that a control asks for as it is now: Qt remembers an earlier one until its style changes."""
    QApplication.sendEvent(control, QEvent(QEvent.Type.StyleChange))
    return control.sizeHint()


def test_no_control_is_larger_or_smaller_for_the_focus_at_any_text_size(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    free, chosen = QRadioButton("Mostly"), QRadioButton("Not yet")
    controls: list[QWidget] = [QPushButton("Hide"), free, chosen, QLineEdit(), QComboBox()]
    for role in ("primary", "flat-link", "quiet"):
        controls.append(button := QPushButton("Start"))
        set_role(button, role)
    for radio in (free, chosen):
        set_role(radio, "segment")
    column(window, *controls, elsewhere := QLineEdit())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for percent in (100, 125, 150, 200):
        preferences = Preferences(Settings(text_percent=percent, theme=Theme.LIGHT))
        ThemeStyler(qapp, window, preferences, resource_paths.resources(), views=list).apply()
        chosen.setChecked(True)
        for control in controls:
            elsewhere.setFocus()
            usual = size_now(control)
            control.setFocus()
            assert control.hasFocus()
            assert size_now(control) == usual, (percent, control)
    dressed(qapp, 100)
