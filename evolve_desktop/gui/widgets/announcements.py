"""Has a screen reader say what has just changed: where the focus is, if it is near, otherwise by an announcement."""

import sys

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from evolve_desktop.gui.widgets.focus import scroll_area_around
from evolve_desktop.gui.widgets.labels import show_text


def announce(widget: QWidget, sentence: str) -> None:
    """Announce a sentence that belongs to a widget, unless it is empty or the widget cannot be seen.

    A view whose updates are off is being filled before it is painted, which is not news.
    """
    if sentence and widget.isVisible() and widget.updatesEnabled():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def say(widget: QWidget, sentence: str, near: QWidget | None = None) -> None:
    """Say a sentence that belongs to a widget, as `announce` does, or as the description of the focus on its page.

    What is said of the whole window is `near` every control of it, wherever the widget is.

    Orca speaks no announcements, but a description that changes at the focus; other screen readers speak both.
    """
    focus = _focus_after_key()
    page = near or scroll_area_around(widget) or widget.parentWidget()
    is_near = focus is not None and page is not None and page.isAncestorOf(focus)
    if focus is None or not is_near or sys.platform != "linux":
        announce(widget, sentence)
    elif sentence and widget.isVisible() and widget.updatesEnabled():
        describe_for_now(focus, sentence)


def _focus_after_key() -> QWidget | None:
    """Return the focus; while an arrow key goes through a row of choices, the choice, which has the focus next."""
    focus = QApplication.focusWidget()
    group = focus.group() if isinstance(focus, QAbstractButton) else None
    chosen = group.checkedButton() if group is not None and group.exclusive() else None
    return chosen or focus


def describe_for_now(control: QWidget, sentence: str) -> None:
    """Describe a control by a sentence until the focus leaves it; sentences of the same moment are joined."""
    found = next((child for child in control.children() if isinstance(child, _Description)), None)
    (found or _Description(control)).add(sentence)


def focus_and_say(control: QWidget, sentence: str) -> None:
    """Give the focus to a control and say a sentence there, as `say` does."""
    if sys.platform == "linux":
        describe_for_now(control, sentence)
    control.setFocus(Qt.FocusReason.OtherFocusReason)
    if sys.platform != "linux":
        announce(control, sentence)


class _Description(QObject):
    """The passing description of a control, which has its own one back when the focus leaves it."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        self._control = control
        self._own = self._given = ""
        self._sentences: list[str] = []
        self._is_shown = False
        self._moment = QTimer(self, singleShot=True, interval=0)  # each change of a description is spoken
        self._moment.timeout.connect(self._show)

    def add(self, sentence: str) -> None:
        """Add a sentence to those of this moment, or begin anew after it; each is said once in it."""
        if not self._is_shown:
            self._own = self._given = self._control.accessibleDescription()
            self._control.installEventFilter(self)
        self._is_shown = True
        if sentence not in self._sentences:
            self._sentences.append(sentence)
        if self._control.hasFocus():
            self._moment.start()
        else:  # it is about to have it, and is then spoken with its description
            self._describe(" ".join(self._sentences))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the control its own description back when the focus leaves it."""
        if event.type() == QEvent.Type.FocusIn and watched is self._control:
            self._sentences = []
        if event.type() == QEvent.Type.FocusOut and watched is self._control:
            self._moment.stop()
            self._is_shown = False
            self._sentences = []
            self._control.removeEventFilter(self)
            if self._control.accessibleDescription() == self._given:  # else it has a new one of its own
                self._control.setAccessibleDescription(self._own)
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        """Describe the control by the sentences of this moment."""
        description, self._sentences = " ".join(self._sentences), []
        self._describe("")  # so that the same sentence is spoken again
        self._describe(description)

    def _describe(self, description: str) -> None:
        self._given = description
        self._control.setAccessibleDescription(description)


def show_and_say(widget: QLabel, sentence: str) -> None:
    """Show and say a sentence; hide the label if it is empty."""
    show_text(widget, sentence)
    say(widget, sentence)


def show_and_announce_once(widget: QLabel, sentence: str) -> None:
    """Show a sentence, and announce it unless it was shown already."""
    if _show_anew(widget, sentence):
        announce(widget, sentence)


def show_and_say_once(widget: QLabel, sentence: str) -> None:
    """Show a sentence, and say it unless it was shown already."""
    if _show_anew(widget, sentence):
        say(widget, sentence)


def _show_anew(widget: QLabel, sentence: str) -> bool:
    """Show a sentence, and return whether it was not shown already."""
    is_new = sentence != widget.text()
    show_text(widget, sentence)
    return is_new
