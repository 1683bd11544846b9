"""A text that may be written: a quiet button until there is one, then a field with its title and a line of help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.widgets.announcements import show_and_say
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column
from evolve_desktop.gui.widgets.labels import label, link_button, show_text
from evolve_desktop.gui.widgets.pair_layout import LabelledLayout
from evolve_desktop.gui.widgets.text_field import TextField

_FEWEST = 24  # characters of a line of the field beside its title; with less room it stands below


class OptionalText(QWidget):
    """Shows the field while it has a text or the focus, otherwise the button that leads to it.

    The line of help stands below an empty field, and goes once somebody has written there and left. `edited` is emitted
    at every change of the text, also by `show_text`. A field `in_row` stands beside its title if both fit, and
    its button beside what it is about.
    """

    edited = Signal()

    def __init__(self, title: str, help_text: str, *, in_row: bool = False) -> None:
        super().__init__()
        self._title = label(title, "quiet-heading" if in_row else "strong")
        self._field = TextField("", title, slim=in_row)
        self._title.setBuddy(self._field)
        self._help = label(help_text, "muted")
        self._problem = label("", "strong")
        self._write = link_button("", "", self._on_write)
        self._about = label("", "muted")
        self._way, self._is_in_row = QWidget(), in_row
        self._field.edited.connect(self._on_edited)
        self._field.limit_reached.connect(lambda: show_and_say(self._problem, self._field.limit_sentence))
        titled = self._beside() if in_row else (self._title, self._field)
        self._parts = {self._title, self._field, *titled}
        way = FlowLayout(self._way)
        way.addWidget(self._write)
        way.addWidget(self._about)
        column(self, *titled, self._help, self._problem, self._way, spacing=2 if in_row else 4)
        self._problem.hide()
        self.show_text("")

    @property
    def text(self) -> str:
        """The text of the field."""
        return self._field.text

    def set_name(self, name: str, button_text: str, about: str = "") -> None:
        """Name the field and its button; `about` tells them from others with the same title."""
        self._field.setObjectName(name)
        self._write.setObjectName(f"write-{name}")
        self._write.setText(button_text)
        show_text(self._about, about if self._is_in_row else "")
        self._field.setAccessibleName(": ".join(part for part in (self._title.text(), about) if part))
        self._write.setAccessibleName(" ".join(part for part in (button_text, about) if part))

    def set_title(self, title: str) -> None:
        """Show another title."""
        if self._title.text() != title:
            self._title.setText(title)

    def show_text(self, text: str) -> None:
        """Show this text; an empty field stays only while somebody is in it."""
        self._field.show_text(text)
        self._show_field(shown=bool(text) or self._field.hasFocus())

    def _beside(self) -> tuple[QWidget]:
        row = QWidget()
        layout = LabelledLayout(row, lambda: _FEWEST * row.fontMetrics().averageCharWidth())
        layout.addWidget(self._title)
        layout.addWidget(self._field)
        return (row,)

    def _show_field(self, *, shown: bool) -> None:
        for widget in self._parts:
            widget.setVisible(shown)
        is_in_use = self._field.hasFocus() and not self._help.isHidden()
        self._help.setVisible(shown and (is_in_use or not self.text))
        self._way.setVisible(not shown)

    def _on_edited(self) -> None:
        show_text(self._problem, "")
        self.edited.emit()

    def _on_write(self) -> None:
        self._show_field(shown=True)
        self._field.setFocus()
