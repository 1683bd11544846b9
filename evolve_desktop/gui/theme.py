"""The one place for colours and sizes: a palette, a type scale and a style sheet made from both."""

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from evolve_desktop.settings import Preferences, Theme


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours, as `#rrggbb`; text on every ground is at least 4.5:1, lines around controls 3:1."""

    ground: str
    surface: str
    text: str
    muted: str
    line: str
    control: str
    accent: str
    on_accent: str
    accent_text: str
    marked: str
    pressed: str
    notice: str


LIGHT = Colours(
    ground="#f6f3ee",
    surface="#ffffff",
    text="#22292d",
    muted="#55616a",
    line="#dcd6cb",
    control="#6d7880",
    accent="#1d6b68",
    on_accent="#ffffff",
    accent_text="#185a57",
    marked="#e6f0ee",
    pressed="#d5e6e3",
    notice="#fbf1d9",
)
DARK = Colours(
    ground="#1b2023",
    surface="#252b2f",
    text="#e8e6e1",
    muted="#a9b3b8",
    line="#3a4348",
    control="#8e9aa1",
    accent="#7cc4bd",
    on_accent="#12201f",
    accent_text="#93d2cb",
    marked="#23393a",
    pressed="#2d4a4a",
    notice="#3d3624",
)

_BASE_POINTS = 11.0
_LARGEST_SYSTEM_POINTS = 24.0
_SCALE = {"small": 0.9, "body": 1.0, "lead": 1.12, "heading": 1.25, "number": 1.5, "title": 1.7}


def colours(theme: Theme) -> Colours:
    """Return the colours of a theme; the system's choice where the person made none."""
    if theme is Theme.LIGHT:
        return LIGHT
    if theme is Theme.DARK:
        return DARK
    is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if is_dark else LIGHT


def _palette(chosen: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(chosen.surface), QColor(chosen.ground))
    by_role = {
        role.WindowText: chosen.text,
        role.Text: chosen.text,
        role.ButtonText: chosen.text,
        role.Base: chosen.surface,
        role.AlternateBase: chosen.marked,
        role.Button: chosen.surface,
        role.ToolTipBase: chosen.surface,
        role.ToolTipText: chosen.text,
        role.PlaceholderText: chosen.muted,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.on_accent,
        role.Link: chosen.accent_text,
        role.Accent: chosen.accent,
    }
    for colour_role, value in by_role.items():
        palette.setColor(colour_role, QColor(value))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(chosen.muted))
    return palette


def _system_font() -> QFont:
    """Return the font of the system: the application's own may have been scaled already."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


class Wardrobe:
    """Dresses the application in the chosen theme and text size, again whenever either changes."""

    def __init__(self, app: QApplication, preferences: Preferences, style_sheet: Path, icons: Path) -> None:
        """Read the style sheet's template and follow the preferences and the system's colour scheme."""
        self._app = app
        self._preferences = preferences
        self._template = Template(style_sheet.read_text(encoding="utf-8"))
        self._icons = icons
        self._system_points = min(max(_system_font().pointSizeF(), _BASE_POINTS), _LARGEST_SYSTEM_POINTS)
        app.setStyle("Fusion")
        preferences.subscribe(self.dress)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.dress)

    def dress(self) -> None:
        """Set palette, font and style sheet; does nothing more where they are the same already."""
        settings = self._preferences.settings
        chosen = colours(settings.theme)
        points = self._system_points * settings.text_percent / 100
        sheet = self._template.substitute(self._values(chosen, points))
        if sheet == self._app.styleSheet():
            return
        font = _system_font()
        font.setPointSizeF(points)
        self._app.setFont(font)
        self._app.setPalette(_palette(chosen))
        self._app.setStyleSheet(sheet)

    def _values(self, chosen: Colours, points: float) -> dict[str, str]:
        sizes = {name: f"{points * factor:.1f}pt" for name, factor in _SCALE.items()}
        unit = points / _BASE_POINTS
        lengths = {f"px{length}": f"{round(length * unit)}px" for length in (1, 2, 4, 6, 8, 10, 16, 18, 20, 24)}
        kind = "dark" if chosen is DARK else "light"
        return asdict(chosen) | sizes | lengths | {"icons": self._icons.as_posix(), "kind": kind}
