"""Two cards of the storage page: the recovery code, shown once, and *Erase everything*, asked twice."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.widgets.card import Card, button_row
from evolve_desktop.gui.widgets.labels import button, heading, label, show_text


class EraseCard(Card):
    """Asks twice, in one place, before everything is erased; `copies` returns the names of other programs' copies."""

    def __init__(self, text: KeepingText, erase: Callable[[], None], copies: Callable[[], str]) -> None:
        super().__init__()
        self._copies = copies
        self._named = label("", "body")
        self._named.setObjectName("erase-copies")
        self._ask = button(self.tr("Erase everything…"), "erase", self._on_ask)
        self._sure = Card("notice")
        self._sure.add(label(text.erase, "strong"), self._named)
        now, back = self.tr("Erase everything now"), self.tr("Go back")
        self._sure.body.addLayout(button_row([(now, "erase-now", erase), (back, "erase-back", self.reset)]))
        sentence = self.tr("Export what you want to have, then erase what is here.")
        self.add(heading(self.tr("Stop keeping")), label(sentence), self._ask, self._sure)
        self.reset()

    def reset(self) -> None:
        """Start again with the first question."""
        self._sure.hide()
        self._ask.show()

    def _on_ask(self) -> None:
        names = self._copies()
        words = self.tr("It removes copies too that another program made: {names}.")
        show_text(self._named, words.format(names=names) if names else "")
        self._ask.hide()
        self._sure.show()


class RecoveryCodeCard(Card):
    """Shows the code until the person has it, which `done` says; `print_requested` asks for a printed code."""

    print_requested = Signal()
    done = Signal()

    def __init__(self, text: KeepingText) -> None:
        super().__init__("notice")
        self._code = label("", "number", selectable=True)
        self._code.setObjectName("recovery-code")
        self._code.setAccessibleName(text.code_title)
        self.add(heading(text.code_title), label(text.code), self._code)
        printing, done = self.tr("Print…"), self.tr("I have it")
        buttons = [(printing, "print-code", self.print_requested.emit), (done, "have-code", self.done.emit)]
        self.body.addLayout(button_row(buttons))
        self.hide()

    def show_code(self, code: str) -> None:
        """Show a code; an empty one hides the card."""
        self._code.setText(code)
        self.setVisible(bool(code))
