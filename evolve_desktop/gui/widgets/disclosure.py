"""A quiet button that shows and hides lines below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from evolve_desktop.gui.widgets.announcements import say
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import breakable, label, quiet_button

_FEW = 5
_INDENT = 4
_OPEN, _CLOSED, _CLOSED_RIGHT_TO_LEFT = "▾", "▸", "◂"


class Disclosure(QWidget):
    """Shows its lines when the button is pressed, and hides them again; a screen reader hears a few as they open.

    `name` is the object name of the button, `about` says to a screen reader what the lines belong to, `role` is the
    role of the lines in the style sheet. Where they are `apart`, the caller has a place for `button`.
    """

    def __init__(  # noqa: PLR0913  (what it says, and where its button is)
        self,
        name: str,
        title: str,
        lines: Sequence[str],
        *,
        about: str = "",
        role: str = "small",
        apart: bool = False,
    ) -> None:
        super().__init__()
        self._role = role
        self._title = title
        self._about = about
        self._lines = tuple(lines)
        self._shown: QWidget | None = None  # made when it is asked for: few are
        self.button = quiet_button("", name, self._on_pressed)
        self._body = column(self, *([] if apart else [self.button]), spacing=2)
        self._show_state()

    @property
    def is_open(self) -> bool:
        """Whether the lines are shown."""
        return self._shown is not None and not self._shown.isHidden()

    def _on_pressed(self) -> None:
        if self._shown is None:
            self._shown = self._make_lines()
            self._body.addWidget(self._shown)
        self._shown.setVisible(self._shown.isHidden())
        self._show_state()
        if self.is_open:
            say(self.button, " ".join(self._lines) if len(self._lines) <= _FEW else self.button.accessibleName())

    def _make_lines(self) -> QWidget:
        shown = QWidget()
        shown.setObjectName(f"{self.button.objectName()}-lines")
        shown.hide()
        column(shown, *(_line(text, self._role) for text in self._lines), spacing=4).setContentsMargins(
            _INDENT, 0, 0, 0
        )
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
