"""Two cards of the storage page: the recovery code, shown once, and *Erase everything*, asked twice."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.widgets.card import button_row
from evolve_desktop.gui.widgets.labels import card_frame, heading, label


class EraseCard(QWidget):
    """Asks twice, in one place, before everything is erased."""

    def __init__(self, text: KeepingText, erase: Callable[[], None]) -> None:
        super().__init__()
        self._ask = QPushButton(self.tr("Erase everything…"))
        self._ask.setObjectName("erase")
        self._ask.clicked.connect(self._on_ask)
        self._sure, inside = card_frame("notice")
        inside.addWidget(label(text.erase, "strong"))
        now, back = self.tr("Erase everything now"), self.tr("Go back")
        inside.addLayout(button_row([(now, "erase-now", erase), (back, "erase-back", self.reset)]))
        frame, body = card_frame("card")
        body.addWidget(heading(self.tr("Stop keeping")))
        body.addWidget(label(self.tr("Export what you want to have, then erase what is here.")))
        body.addWidget(self._ask)
        body.addWidget(self._sure)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.reset()

    def reset(self) -> None:
        """Start again with the first question."""
        self._sure.hide()
        self._ask.show()

    def _on_ask(self) -> None:
        self._ask.hide()
        self._sure.show()


class RecoveryCodeCard(QWidget):
    """Shows the code until the person has it, which `done` says; `print_requested` asks for a printed code."""

    print_requested = Signal()
    done = Signal()

    def __init__(self, text: KeepingText) -> None:
        super().__init__()
        self._code = label("", "number", selectable=True)
        self._code.setObjectName("recovery-code")
        self._code.setAccessibleName(text.code_title)
        frame, body = card_frame("notice")
        for widget in (heading(text.code_title), label(text.code), self._code):
            body.addWidget(widget)
        printing, done = self.tr("Print…"), self.tr("I have it")
        buttons = [(printing, "print-code", self.print_requested.emit), (done, "have-code", self.done.emit)]
        body.addLayout(button_row(buttons))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.hide()

    def show_code(self, code: str) -> None:
        """Show a code; an empty one hides the card."""
        self._code.setText(code)
        self.setVisible(bool(code))
