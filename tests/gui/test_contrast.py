"""In every theme each text can be read on its ground, each line can be seen, and each button can be hit."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import asdict, replace
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.gui.services.theme import DARK, HIGH_CONTRAST, LIGHT, Colours
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.settings import Theme
from tests.conftest import LONG
from tests.gui.contrast import Rule, line_pairs, open_grounds, ratio, rules, text_pairs
from tests.gui.fits import shown
from tests.gui.person import Person
from tools.window_tour import Tour, answer_some

COLOURS = {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}
THEMES = {"light": Theme.LIGHT, "dark": Theme.DARK, "high contrast": Theme.HIGH_CONTRAST}
CONTROLS = (
    "QPushButton",
    "QToolButton",
    "QRadioButton",
    "QCheckBox",
    "QLineEdit",
    "QPlainTextEdit",
    "QComboBox",
    "QMenu",
)
BUTTONS = (QPushButton, QCheckBox, QRadioButton, QToolButton)
IN_ONE_THEME = pytest.mark.parametrize(
    "theme",
    ["light", pytest.param("dark", marks=LONG), pytest.param("high contrast", marks=LONG)],
    indirect=True,
    scope="module",
)
"""What stands on what, and how large it is, is the same in all: tests/gui/services/test_theme.py."""
EDGE = 16  # pixels
LINE = 3.0
GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
Role = QPalette.ColorRole
PALETTE_PAIRS = (
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.PlaceholderText, Role.Base),
    (Role.HighlightedText, Role.Highlight),
    (Role.Link, Role.Base),
    (Role.Link, Role.Window),
    (Role.LinkVisited, Role.Base),
    (Role.LinkVisited, Role.Window),
)


@pytest.fixture(scope="module", params=COLOURS)
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def dressed(shared_tour: Tour, theme: str) -> Tour:
    """Return the tour through one window in the colours of a theme."""
    shared_tour.apply(THEMES[theme])
    return shared_tour


def wanted(theme: str) -> float:
    """Return the contrast that text must have."""
    return 7.0 if theme == "high contrast" else 4.5


@pytest.fixture(scope="module")
def sheet() -> list[Rule]:
    return rules(resource_paths.resources() / "styles" / "evolve.qss")


def too_faint(colours: Colours, pairs: set[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    by_name = {name: QColor(value) for name, value in asdict(colours).items()}
    ratios = {(one, other): ratio(by_name[one], by_name[other]) for one, other in pairs}
    return {pair: round(found, 2) for pair, found in ratios.items() if found < least}


def test_contrast_is_what_wcag_says_it_is() -> None:
    assert ratio(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert ratio(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_the_pairs_are_those_of_the_style_sheet(sheet: list[Rule]) -> None:
    assert open_grounds(sheet) == {"ground", "surface", "marked", "pressed", "notice"}
    texts = {text for text, _ in text_pairs(sheet)}
    assert texts == {"text", "muted", "accent_text", "on_accent"}
    assert {("text", "notice"), ("muted", "marked"), ("on_accent", "accent")} <= text_pairs(sheet)
    assert ("on_accent", "ground") not in text_pairs(sheet)


def test_every_text_can_be_read_on_every_ground_it_can_stand_on(theme: str, sheet: list[Rule]) -> None:
    assert too_faint(COLOURS[theme], text_pairs(sheet), wanted(theme)) == {}


def test_every_line_of_a_control_and_every_focus_ring_can_be_seen(theme: str, sheet: list[Rule]) -> None:
    assert ("control", "surface") in line_pairs(sheet)
    assert ("accent", "marked") in line_pairs(sheet)
    assert too_faint(COLOURS[theme], line_pairs(sheet), LINE) == {}


def test_what_moves_and_what_is_chosen_in_a_menu_can_be_seen(theme: str) -> None:
    pairs = {("control", "ground"), ("control", "surface"), ("accent", "ground"), ("accent", "surface")}
    assert too_faint(COLOURS[theme], pairs, LINE) == {}


def test_no_control_has_a_line_that_is_only_there_for_beauty(sheet: list[Rule]) -> None:
    faint = [rule.selectors for rule in sheet if "line" in rule.lines()]
    assert [selectors for selectors in faint if any(control in selectors for control in CONTROLS)] == []


def test_what_has_the_focus_has_a_ring(sheet: list[Rule]) -> None:
    ringed = " ".join(rule.selectors for rule in sheet if ":focus" in rule.selectors and "accent" in rule.lines())
    for widget in ("QPushButton", "QToolButton", "QRadioButton", "QCheckBox", "QLabel", "QTabBar::tab"):
        assert f"{widget}:focus" in ringed, widget
    for widget in ("QPlainTextEdit", "QLineEdit", "QComboBox"):
        assert f"{widget}:focus" in ringed, widget


@pytest.mark.parametrize("filled", ['QPushButton[role="primary"]', 'QRadioButton[role="segment"]:checked'])
def test_the_ring_on_what_is_filled_stands_out_from_its_own_ground(theme: str, sheet: list[Rule], filled: str) -> None:
    (ground,) = {rule.ground for rule in sheet if rule.selectors == filled}
    (ring,) = (rule for rule in sheet if rule.selectors == f"{filled}:focus")
    assert too_faint(COLOURS[theme], {(line, ground) for line in ring.lines()}, LINE) == {}
    assert ring.is_double  # its own ground shows between two lines, on whatever it stands


def test_in_high_contrast_even_the_lines_for_beauty_can_be_seen(sheet: list[Rule]) -> None:
    pairs = {("line", ground) for ground in ("ground", "surface")}
    assert open_grounds(sheet) >= {"ground", "surface"}
    assert too_faint(HIGH_CONTRAST, pairs, LINE) == {}


def test_the_palette_can_be_read_where_the_style_sheet_says_nothing(theme: str, dressed: Tour) -> None:
    assert dressed
    palette = QApplication.palette()
    for group in GROUPS:
        for text, ground in PALETTE_PAIRS:
            found = ratio(palette.color(group, text), palette.color(group, ground))
            assert found >= wanted(theme), (group, text, ground)


@pytest.mark.parametrize("shape", ["check", "radio"])
def test_a_box_can_be_seen_and_so_can_its_mark(theme: str, shape: str) -> None:
    colours = COLOURS[theme]
    grounds = [QColor(ground) for ground in (colours.ground, colours.surface, colours.marked)]
    off = colours_of(f"{shape}-off-{colours.kind}")
    on = colours_of(f"{shape}-on-{colours.kind}")
    assert set(off) == {colours.surface, colours.control}
    assert set(on) <= {colours.surface, colours.accent, colours.on_accent}
    for line in (off[-1], on[1]):
        assert all(ratio(QColor(line), ground) >= LINE for ground in grounds), line
    assert ratio(QColor(on[0]), QColor(on[-1])) >= LINE


def test_the_arrow_of_a_list_can_be_seen(theme: str) -> None:
    colours = COLOURS[theme]
    (arrow,) = colours_of(f"down-{colours.kind}")
    assert arrow in asdict(colours).values()
    assert ratio(QColor(arrow), QColor(colours.surface)) >= LINE


def colours_of(icon: str) -> list[str]:
    """Return the colours of an icon in the order of drawing."""
    path: Path = resource_paths.resources() / "icons" / f"{icon}.svg"
    return re.findall(r"#[0-9a-f]{6}", path.read_text(encoding="utf-8"))


@IN_ONE_THEME
def test_in_every_place_each_painted_text_can_be_read_and_each_button_is_large_enough_to_hit(
    theme: str, dressed: Tour
) -> None:
    seen = buttons = 0
    for place in every_place(dressed):
        if focus := QApplication.focusWidget():
            focus.clearFocus()  # the colours of what has it are those of the style sheet, not of its palette
        window = dressed.desktop.window
        widgets = list(shown(window))
        picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        for widget, text, ground in painted(window, widgets, picture):
            seen += 1
            assert ratio(text, ground) >= wanted(theme), (place, widget, text.name(), ground.name())
        for button in clickable(widgets):
            buttons += 1
            assert min(button.width(), button.height()) >= 24, (place, button.objectName())
    assert seen > 100
    assert buttons > 100


def every_place(tour: Tour) -> Iterator[str]:
    """Show the pages to answer on as they are found, then every place with answers and what they bring."""
    for place in ("check-in", "red-flags", "my-page"):
        tour.show(place)
        yield f"{place}, at first"
    answer_some(tour.desktop.session)
    yield from tour.places()


def clickable(widgets: list[QWidget]) -> Iterator[QWidget]:
    """Yield the buttons and boxes among these; the tabs have arrows of their own."""
    for widget in widgets:
        if isinstance(widget, BUTTONS) and not isinstance(widget.parent(), QTabBar):
            yield widget


@IN_ONE_THEME
def test_a_reply_takes_a_click_up_to_its_corners(dressed: Tour) -> None:
    session = dressed.desktop.session
    tabs = dressed.desktop.window.findChild(MainTabs)
    assert isinstance(tabs, MainTabs)
    tabs.show_tab(Tab.CHECK_IN)
    dressed.settle()
    for reply in Reply:
        choice = Person(dressed.desktop.window).find(f"C16-{reply.value.replace(' ', '-')}")
        inside = choice.rect().adjusted(2, 2, -2, -2)
        for corner in (inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight()):
            session.reply("C16", None)
            QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=corner)
            assert session.check_in.answer("C16").reply is reply, corner


def painted(window: QWidget, widgets: list[QWidget], picture: QImage) -> Iterator[tuple[str, QColor, QColor]]:
    """Yield each text that is in sight with its colour and the colour of most of what is around it."""
    for widget in widgets:
        if not isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
            continue
        place = widget.visibleRegion().boundingRect()
        if place.height() <= EDGE or isinstance(widget.parent(), QTabBar):
            continue  # of what is scrolled out but for its edge, no letter need be seen
        area = QRect(widget.mapTo(window, place.topLeft()), place.size())
        ground = ground_of(picture, area)
        if widget.property("role") == "segment" and isinstance(widget, QRadioButton) and widget.isChecked():
            yield f"taken {widget.objectName()}", text_in(picture, area, ground), ground  # its palette is as of others
            continue
        roles = [widget.foregroundRole()]
        if isinstance(widget, QLineEdit):
            roles.append(Role.PlaceholderText)
        for role in roles:
            yield f"{type(widget).__name__} {widget.objectName()}", over(colour_of(widget, role), ground), ground


def colour_of(widget: QWidget, role: QPalette.ColorRole) -> QColor:
    return widget.palette().color(role)


def over(text: QColor, ground: QColor) -> QColor:
    """Return a colour that lets its ground through as the eye sees it."""
    share = text.alphaF()
    fore, back = (text.red(), text.green(), text.blue()), (ground.red(), ground.green(), ground.blue())
    parts = zip(fore, back, strict=True)
    return QColor(*(round(one * share + other * (1 - share)) for one, other in parts))


def ground_of(picture: QImage, place: QRect) -> QColor:
    """Return the colour that most of a place has."""
    ((most, _),) = Counter(pixels(picture, place, 3)).most_common(1)
    return QColor.fromRgb(most)


def pixels(picture: QImage, place: QRect, step: int) -> Iterator[int]:
    """Yield the colours inside a place of a picture with four bytes a pixel, at every so many pixels."""
    inside, width = place & picture.rect(), picture.bytesPerLine() // 4
    colours = memoryview(picture.constBits()).cast("I")
    for row in range(inside.top(), inside.bottom() + 1, step):
        yield from colours[row * width + inside.left() : row * width + inside.right() + 1 : step]


def text_in(picture: QImage, place: QRect, ground: QColor) -> QColor:
    """Return the colour in the midst of a place that stands out most from its ground."""
    colours = set(pixels(picture, (place & picture.rect()).adjusted(4, 4, -4, -4), 1))
    return max((QColor.fromRgb(colour) for colour in colours), key=lambda colour: ratio(colour, ground), default=ground)


def test_a_fainter_colour_would_be_found(sheet: list[Rule]) -> None:
    faint = replace(LIGHT, muted="#8a939a")
    assert too_faint(faint, text_pairs(sheet), 4.5)
