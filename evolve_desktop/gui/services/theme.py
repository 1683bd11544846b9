"""The one place for colours and sizes: a palette, a type scale and a style sheet made from both."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from string import Template

import msgspec
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from evolve_desktop.gui.widgets.lazy_view import LazyView, unstyled_out_of_sight
from evolve_desktop.settings import Preferences, Theme


class Colours(msgspec.Struct, frozen=True):
    """One set of colours, as `#rrggbb`; `kind` is the last part of its icons' file names.

    Text on every ground is at least 4.5:1 (in high contrast 7:1), a line around a control 3:1.
    """

    kind: str
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
    kind="light",
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
    kind="dark",
    ground="#1b2023",
    surface="#252b2f",
    text="#e8e6e1",
    muted="#afb9be",
    line="#3a4348",
    control="#8e9aa1",
    accent="#7cc4bd",
    on_accent="#12201f",
    accent_text="#93d2cb",
    marked="#23393a",
    pressed="#2d4a4a",
    notice="#3d3624",
)
HIGH_CONTRAST = Colours(
    kind="contrast",
    ground="#000000",
    surface="#000000",
    text="#ffffff",
    muted="#d0d0d0",
    line="#8c8c8c",
    control="#ffffff",
    accent="#ffe600",
    on_accent="#000000",
    accent_text="#ffe600",
    marked="#262626",
    pressed="#333300",
    notice="#2b2400",
)

_SIDES = re.compile(r"\b(padding|margin|border)-(left|right)\b")
_OTHER_SIDE = {"left": "right", "right": "left"}
_CONTROLS, _READING = "Lato", "Source Serif Pro"
_BASE_POINTS = 11.0
_LARGEST_SYSTEM_POINTS = 24.0
_LARGEST_WITH_ICONS = 1.5  # of the usual text size
_SCALE = {"reading_size": 1.16, "small": 0.9, "body": 1.0, "lead": 1.12, "heading": 1.25, "number": 1.5, "title": 1.7}


def colours(theme: Theme) -> Colours:
    """Return the colours of a theme; the system decides if the person chose none."""
    chosen = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.HIGH_CONTRAST: HIGH_CONTRAST}
    hints = QGuiApplication.styleHints()
    return chosen.get(theme) or system_colours(hints.colorScheme(), hints.accessibility().contrastPreference())


def system_colours(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Colours:
    """Return the colours for the system's setting; high contrast comes before light or dark."""
    if contrast is Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


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
        role.Midlight: chosen.line,
        role.PlaceholderText: chosen.muted,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.on_accent,
        role.Link: chosen.accent_text,
        role.LinkVisited: chosen.accent_text,
        role.Accent: chosen.accent,
    }
    for colour_role, value in by_role.items():
        palette.setColor(colour_role, QColor(value))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(chosen.muted))
    return palette


@cache
def load_typefaces(fonts: Path) -> tuple[str, ...]:
    """Have Qt know the typefaces in a folder, once for all windows, and return their names.

    A letter that they lack comes from the system's.
    """
    names = [QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))) for path in _ttf(fonts)]
    return tuple(dict.fromkeys(name for family in names for name in family))


def lacks_letters(text: str) -> bool:
    """Return whether no typeface, bundled or the system's, shows a letter of the text."""
    metrics = QFontMetrics(QGuiApplication.font())
    return not all(metrics.inFontUcs4(ord(letter)) for letter in set(text) if letter.isalpha())


def _ttf(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.ttf"))


def _of_the_language(fonts: Path) -> tuple[str, ...]:
    """Return the names of the typefaces that the window's language has of its own, in a folder named after it."""
    return load_typefaces(fonts / QLocale.languageToCode(QLocale().language()))


def _system_font() -> QFont:
    """Return the system's font: the application's own may have been scaled already."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


class ThemeStyler:
    """Applies theme and text size, again after every change of either or of the system's colours.

    The style sheet belongs to the window, which hands it on to its dialogs and tool tips. A sheet of the application
    would style each part of a new page again wherever it is put. Hidden `views` are styled when they are next shown.
    """

    def __init__(
        self,
        app: QApplication,
        window: QWidget,
        preferences: Preferences,
        resources: Path,
        *,
        views: Callable[[], Iterable[LazyView[QWidget]]],
    ) -> None:
        self._app = app
        self._window = window
        self._preferences = preferences
        self._views = views
        self._template = Template((resources / "styles" / "evolve.qss").read_text(encoding="utf-8"))
        self._icons = resources / "icons"
        load_typefaces(resources / "fonts")
        own = _of_the_language(resources / "fonts")
        # first: Qt remembers by the first typeface of a size what stands in for the letters that it lacks
        self._controls, self._reading = (*own, _CONTROLS), (*own, _READING)
        self._system_points = min(max(_system_font().pointSizeF(), _BASE_POINTS), _LARGEST_SYSTEM_POINTS)
        self._unsubscribe = preferences.subscribe(self.apply)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        hints.accessibility().contrastPreferenceChanged.connect(self.apply)

    def stop(self) -> None:
        """Follow neither the system nor the settings any more: the window is going."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.disconnect(self.apply)
        hints.accessibility().contrastPreferenceChanged.disconnect(self.apply)
        self._unsubscribe()

    def apply(self) -> None:
        """Set palette, font and style sheet; does nothing if they are already set."""
        settings = self._preferences.settings
        chosen = colours(settings.theme)
        points = self._system_points * settings.text_percent / 100
        sheet = self._template.substitute(self._values(chosen, points))
        if self._window.isRightToLeft():
            sheet = _SIDES.sub(lambda side: f"{side[1]}-{_OTHER_SIDE[side[2]]}", sheet)  # Qt turns round all the rest
        if sheet == self._window.styleSheet():
            return
        font = _system_font()
        font.setFamilies([*self._controls, *font.families()])
        font.setPointSizeF(points)
        self._app.setFont(font)
        self._app.setPalette(_palette(chosen))
        self._window.ensurePolished()  # else Qt looks up the rules of the sheet, forgets them, and looks them up again
        self._window.setUpdatesEnabled(False)
        with unstyled_out_of_sight(self._views()):
            self._window.setStyleSheet(sheet)
        self._window.setUpdatesEnabled(True)

    def _values(self, chosen: Colours, points: float) -> dict[str, str]:
        sizes = {name: f"{points * factor:.1f}pt" for name, factor in _SCALE.items()}
        unit = points / _BASE_POINTS
        lengths = {f"px{length}": f"{round(length * unit)}px" for length in (2, 4, 6, 8, 10, 16, 18, 20, 24)}
        beside_border = {  # a padding that makes room for a border as much wider, at every size of the text
            f"px{length}_less_{wider}": f"{round(length * unit) - wider}px" for length in (6, 10) for wider in (1, 4, 5)
        }
        icons = {f"{name}_icon": self._icon(name, chosen, points) for name in ("phone", "hide", "save", "print")}
        return (
            msgspec.structs.asdict(chosen)
            | sizes
            | lengths
            | beside_border
            | icons
            | {"icons": self._icons.as_posix(), "controls": _listed(self._controls), "reading": _listed(self._reading)}
        )

    def _icon(self, name: str, chosen: Colours, points: float) -> str:
        """Return the icon beside the words of a main action; the words stand alone where large text needs the room."""
        is_large = points > _LARGEST_WITH_ICONS * self._system_points
        return "none" if is_large else f'url("{self._icons.as_posix()}/{name}-{chosen.kind}.svg")'


def _listed(families: Iterable[str]) -> str:
    return ", ".join(f'"{family}"' for family in families)
