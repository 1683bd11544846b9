"""A quiet button that shows and hides what stands below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from evolve_desktop.gui.widgets.announcements import say
from evolve_desktop.gui.widgets.flow_layout import column, set_margins
from evolve_desktop.gui.widgets.labels import breakable, label, quiet_button

_FEW = 5
_INDENT = 4
_OPEN, _CLOSED, _CLOSED_RIGHT_TO_LEFT = "▾", "▸", "◂"


class Disclosure(QWidget):
    """Shows its lines when the button is pressed, and hides them again; a screen reader hears a few as they open.

    In their place it may be given a widget, whose controls are then to be found behind the button.
    `name` is the object name of the button, `about` says to a screen reader what the lines belong to, `role` is the
    role of the lines in the style sheet. Where they are `apart`, the caller has a place for `button`.
    """

    def __init__(  # noqa: PLR0913  (what it says, and where its button is)
        self,
        name: str,
        title: str,
        lines: Sequence[str] | QWidget,
        *,
        about: str = "",
        role: str = "small",
        apart: bool = False,
    ) -> None:
        super().__init__()
        self._role = role
        self._title = title
        self._about = about
        self._content = lines if isinstance(lines, QWidget) else None
        self._lines = () if isinstance(lines, QWidget) else tuple(lines)
        self._shown: QWidget | None = None  # made when it is asked for: few are
        self.button = quiet_button("", name, self._on_pressed)
        self._body = column(self, *([] if apart else [self.button]), spacing=2)
        if self._content is not None:
            self._add_shown()
        self._show_state()

    @property
    def is_open(self) -> bool:
        """Whether the lines are shown."""
        return self._shown is not None and not self._shown.isHidden()

    def _on_pressed(self) -> None:
        shown = self._shown or self._add_shown()
        shown.setVisible(shown.isHidden())
        self._show_state()
        if self.is_open:
            say(self.button, " ".join(self._lines) if 0 < len(self._lines) <= _FEW else self.button.accessibleName())

    def open(self) -> None:
        """Show the lines, and say nothing of it."""
        (self._shown or self._add_shown()).show()
        self._show_state()

    def fold(self) -> None:
        """Hide the lines."""
        if self._shown is not None:
            self._shown.hide()
            self._show_state()

    def set_title(self, title: str) -> None:
        """Give the button another title."""
        self._title = title
        self._show_state()

    def _add_shown(self) -> QWidget:
        self._shown = self._make_shown()
        self._body.addWidget(self._shown)
        return self._shown

    def _make_shown(self) -> QWidget:
        shown = QWidget()
        shown.setObjectName(f"{self.button.objectName()}-lines")
        shown.hide()
        inside = [_line(text, self._role) for text in self._lines] if self._content is None else [self._content]
        set_margins(column(shown, *inside, spacing=4), start=_INDENT)
        return shown

    def _show_state(self) -> None:
        """Say the state beside the title: by an arrow to be seen, in words to be heard."""
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        arrow = _OPEN if self.is_open else _CLOSED_RIGHT_TO_LEFT if is_mirrored else _CLOSED
        self.button.setText(f"{self._title} {arrow}")
        form = self.tr("Hide: {title}") if self.is_open else self.tr("Show: {title}")
        spoken = form.format(title=self._title)
        self.button.setAccessibleName(f"{spoken}: {self._about}" if self._about else spoken)


def _line(text: str, role: str) -> QLabel:
    """Return a line to be selected, unless it holds places to break: those are never to be copied."""
    shown = breakable(text)
    return label(shown, role, selectable=shown == text)
