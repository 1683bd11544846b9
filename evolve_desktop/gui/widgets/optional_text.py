"""A text that may be written: a quiet button until there is one, then a field with its title and a line of help."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.widgets.announcements import show_and_say
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column
from evolve_desktop.gui.widgets.labels import label, link_button, show_text
from evolve_desktop.gui.widgets.pair_layout import LabelledLayout
from evolve_desktop.gui.widgets.text_field import TextField

_FEWEST = 24  # characters of a line of the field beside its title; with less room it stands below


class _TitledField(QWidget):
    """A field with its title, its line of help, and a line for what was wrong."""

    def __init__(self, help_text: str, *, in_row: bool, spacing: int) -> None:
        super().__init__()
        self._title = label("", "quiet-heading" if in_row else "strong")
        self._help = label(help_text, "muted")
        self._problem = label("", "strong")
        self.field = TextField("", "", slim=in_row)
        self._title.setBuddy(self.field)
        self.field.edited.connect(lambda: show_text(self._problem, ""))
        self.field.limit_reached.connect(lambda: show_and_say(self._problem, self.field.limit_sentence))
        titled = self._beside() if in_row else (self._title, self.field)
        column(self, *titled, self._help, self._problem, spacing=spacing)
        self._help.hide()
        self._problem.hide()

    def set_name(self, name: str, title: str, about: str) -> None:
        """Give the field its name, and show its title."""
        if self._title.text() != title:
            self._title.setText(title)
        self.field.setObjectName(name)
        self.field.setAccessibleName(": ".join(part for part in (title, about) if part))

    def show_field(self, *, shown: bool) -> None:
        """Show or hide all; the line of help goes once there is a text and the focus has left."""
        self.setVisible(shown)
        is_in_use = self.field.hasFocus() and not self._help.isHidden()
        self._help.setVisible(shown and (is_in_use or not self.field.text))

    def _beside(self) -> tuple[QWidget]:
        row = QWidget()
        layout = LabelledLayout(row, lambda: _FEWEST * row.fontMetrics().averageCharWidth())
        layout.addWidget(self._title)
        layout.addWidget(self.field)
        return (row,)


class OptionalText(QWidget):
    """Shows the field while it has a text or the focus, otherwise the button that leads to it.

    The field is made when it is first shown: among many check-ins, few have one. The line of help stands below an empty
    field, and goes once somebody has written there and left. `edited` is emitted at every change of the text, also by
    `show_text`. A field `in_row` stands beside its title if both fit, and its button beside what it is about.
    """

    edited = Signal()

    def __init__(self, title: str, help_text: str, *, in_row: bool = False) -> None:
        super().__init__()
        self._title, self._help_text, self._is_in_row = title, help_text, in_row
        self._name = self._about = ""
        self._write = link_button("", "", self._on_write)
        self._beside_write = label("", "muted") if in_row else None
        self._way = QWidget()
        way = FlowLayout(self._way)
        way.addWidget(self._write)
        if self._beside_write is not None:
            way.addWidget(self._beside_write)
        self._column = column(self, self._way, spacing=0)

    @cached_property
    def _titled(self) -> _TitledField:
        titled = _TitledField(self._help_text, in_row=self._is_in_row, spacing=2 if self._is_in_row else 4)
        titled.set_name(self._name, self._title, self._about)
        titled.field.edited.connect(self.edited)
        self._column.insertWidget(0, titled)
        self.setTabOrder(self._write, titled.field)
        return titled

    @property
    def _is_made(self) -> bool:
        return "_titled" in vars(self)

    @property
    def text(self) -> str:
        """The text of the field."""
        return self._titled.field.text if self._is_made else ""

    def set_name(self, name: str, button_text: str, about: str = "") -> None:
        """Name the field and its button; `about` tells them from others with the same title."""
        self._name, self._about = name, about
        self._write.setObjectName(f"write-{name}")
        self._write.setText(button_text)
        if self._beside_write is not None:
            show_text(self._beside_write, about)
        self._write.setAccessibleName(" ".join(part for part in (button_text, about) if part))
        self._name_field()

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title = title
        self._name_field()

    def show_text(self, text: str) -> None:
        """Show this text; an empty field stays only while somebody is in it."""
        if text or self._is_made:
            self._titled.field.show_text(text)
            self._show_field(shown=bool(text) or self._titled.field.hasFocus())

    def _name_field(self) -> None:
        if self._is_made:
            self._titled.set_name(self._name, self._title, self._about)

    def _show_field(self, *, shown: bool) -> None:
        self._titled.show_field(shown=shown)
        self._way.setVisible(not shown)

    def _on_write(self) -> None:
        self._show_field(shown=True)
        self._titled.field.setFocus()
