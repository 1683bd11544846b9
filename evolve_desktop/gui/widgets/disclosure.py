"""A quiet button that shows and hides lines below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from evolve_desktop.gui.widgets.announcements import say
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.focus import put_in_tab_order
from evolve_desktop.gui.widgets.labels import label, link_button

_OPEN, _CLOSED, _CLOSED_RIGHT_TO_LEFT = "▾", "▸", "◂"


class Disclosure(QWidget):
    """Shows its lines when the button is pressed, and hides them again; a screen reader hears them as they open.

    `name` is the object name of the button, `about` says to a screen reader what the lines belong to.
    """

    def __init__(self, name: str, title: str, lines: Sequence[str], *, about: str = "") -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._lines = tuple(lines)
        self._text: QLabel | None = None  # made when it is asked for: few are
        self._button = link_button("", name, self._on_pressed)
        self._body = column(self, self._button, spacing=2)
        self._show_state()

    @property
    def is_open(self) -> bool:
        """Whether the lines are shown."""
        return self._text is not None and not self._text.isHidden()

    def _on_pressed(self) -> None:
        if self._text is None:
            self._text = label("\n".join(f"• {line}" for line in self._lines), "small", selectable=True)
            self._text.setObjectName(f"{self._button.objectName()}-lines")
            self._text.hide()
            self._body.addWidget(self._text)
            put_in_tab_order(self)
        self._text.setVisible(self._text.isHidden())
        self._show_state()
        if self.is_open:
            say(self._button, " ".join(self._lines))

    def _show_state(self) -> None:
        """Say the state beside the title: by an arrow to be seen, in words to be heard."""
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        arrow = _OPEN if self.is_open else _CLOSED_RIGHT_TO_LEFT if is_mirrored else _CLOSED
        self._button.setText(f"{self._title} {arrow}")
        form = self.tr("Hide: {title}") if self.is_open else self.tr("Show: {title}")
        spoken = form.format(title=self._title)
        self._button.setAccessibleName(f"{spoken}: {self._about}" if self._about else spoken)
