"""The privacy screen, which looks like an empty page of notes and swallows whatever is pressed in surprise."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.services.localization import format_day
from evolve_desktop.gui.widgets.accessibility import make_group
from evolve_desktop.gui.widgets.labels import label, link_button, set_role

_QUIET_MS = 2000
_BACK_KEY = Qt.Key.Key_F9  # no other program's key for "close", "rename" or "go on", which a stranger might try
_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}
_WIDEST, _LINE_HEIGHT, _MARGIN = 90, 1.9, 3  # in letters, lines of text, and letters
_NEVER = -1  # no time of a key
_BORDER = 2  # of a label


class PrivacyScreen(QWidget):
    """Shows today's date on an empty sheet; `back_requested` follows F9, or a click on *All notes*.

    For two seconds after it is shown it does nothing at all, and later it listens to no other key: the next key pressed
    must not bring the words back. It has the focus itself, since a button with the focus could be pressed.
    """

    back_requested = Signal()

    def __init__(self, text: KeepingText, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._is_quiet = True
        self._released = _NEVER
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.setObjectName("privacy-screen-quiet")
        self._quiet.timeout.connect(self._on_quiet_end)
        self.setObjectName("privacy-screen")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, "column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        make_group(self, text.cover)
        self.setAccessibleDescription(text.way_back)
        self._back = link_button(self.tr("All notes"), "privacy-screen-back", self._on_back)
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._day = label("", "lead")
        self._build()

    def _build(self) -> None:
        page = QVBoxLayout()
        page.addWidget(self._back)
        page.addWidget(_Sheet(self._day), stretch=1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 0)
        layout.addStretch(1)
        layout.addLayout(page, stretch=100)
        layout.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin the two seconds, once the window reacts again: a save before the lock may take long."""
        super().showEvent(event)
        if event.spontaneous():  # the window was minimized meanwhile
            return
        self._day.setText(format_day(self._today()))
        self._set_quiet(is_quiet=True)
        self._quiet.stop()
        QTimer.singleShot(0, self._quiet, self._quiet.start)

    def event(self, event: QEvent) -> bool:
        """Swallow every key, shortcuts and Tab as well; only F9 leads back."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            event.accept()
            if event.key() == _BACK_KEY:
                self._on_back_key(event)
            return True
        return super().event(event)

    def _on_back_key(self, event: QKeyEvent) -> None:
        """Go back if the key is pressed alone and anew; a key held down is released and pressed in the same moment."""
        is_release = event.type() == QEvent.Type.KeyRelease
        is_held = event.isAutoRepeat() or event.timestamp() == self._released  # X does not always say the first
        if is_release:
            self._released = event.timestamp() or _NEVER
        elif not is_held and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._on_back()

    def _on_back(self) -> None:
        if not self._is_quiet:
            self.back_requested.emit()

    def _on_quiet_end(self) -> None:
        self._set_quiet(is_quiet=False)

    def _set_quiet(self, *, is_quiet: bool) -> None:
        self._is_quiet = is_quiet
        # a mouse button that is pressed now and released later must not be a click
        self._back.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, is_quiet)


class _Sheet(QFrame):
    """A sheet of ruled paper that goes on below the window, with the date on top."""

    def __init__(self, day: QWidget) -> None:
        super().__init__()
        self._day = day
        set_role(self, "sheet")
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(day)
        self._layout.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as its text size asks for."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            letter = self.fontMetrics().averageCharWidth()
            self.setMaximumWidth(_WIDEST * letter)
            self._layout.setContentsMargins(*[_MARGIN * letter] * 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines of the paper below the date."""
        super().paintEvent(event)
        step = round(self.fontMetrics().height() * _LINE_HEIGHT)
        below = self._day.geometry().adjusted(_BORDER, 0, -_BORDER, 0)
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.Midlight))
            for y in range(below.bottom() + step, self.height(), step):
                painter.drawLine(below.left(), y, below.right(), y)
