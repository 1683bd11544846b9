"""The recovery code, shown once: to write down or to print."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.widgets.card import button_row
from evolve_desktop.gui.widgets.labels import box, heading, label


class CodeBox(QWidget):
    """Shows the code until the person says that they have it; `print_wanted` asks for paper."""

    print_wanted = Signal()
    done = Signal()

    def __init__(self, text: KeepingText) -> None:
        """Take the words that stand beside it."""
        super().__init__()
        self._code = label("", "number", selectable=True)
        self._code.setObjectName("recovery-code")
        self._code.setAccessibleName(text.code_title)
        frame, body = box("notice")
        for widget in (heading(text.code_title), label(text.code), self._code):
            body.addWidget(widget)
        printing, done = self.tr("Print…"), self.tr("I have it")
        buttons = [(printing, "print-code", self.print_wanted.emit), (done, "have-code", self.done.emit)]
        body.addLayout(button_row(buttons))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.hide()

    @property
    def code(self) -> str:
        """The code that is shown."""
        return self._code.text()

    def show_code(self, code: str) -> None:
        """Show a code; an empty one takes the box away."""
        self._code.setText(code)
        self.setVisible(bool(code))
