"""Two cards of the storage page: the recovery code, shown once, and *Erase everything*, asked twice."""

import secrets
from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPushButton

from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.widgets.announcements import focus_and_say, show_and_say
from evolve_desktop.gui.widgets.card import Card, button_row
from evolve_desktop.gui.widgets.focus import ensure_visible
from evolve_desktop.gui.widgets.labels import button, heading, label, show_text

_MINUTE_MS = 60_000
_MARK = "application/x-evolve-recovery-code"
_NOT_TO_BE_LISTED = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
}
"""What programs that list everything copied look for, on Linux, macOS and Windows, to leave a secret out."""


class EraseCard(Card):
    """Asks twice, in one place, before everything is erased; `copies` returns the names of other programs' copies."""

    def __init__(self, text: KeepingText, erase: Callable[[], None], copies: Callable[[], str]) -> None:
        super().__init__()
        self._copies = copies
        self._named = label("", "body")
        self._named.setObjectName("erase-copies")
        self._ask = button(self.tr("Erase everything…"), "erase", self._on_ask, narrow=True)
        self._sure = Card("notice")
        self._warning = label(text.erase, "strong")
        self._sure.add(self._warning, self._named)
        now, back = self.tr("Erase everything now"), self.tr("Go back")
        self._sure.body.addLayout(button_row([(now, "erase-now", erase), (back, "erase-back", self._on_back)]))
        sentence = self.tr("Export what you want to have, then erase what is here.")
        self.add(heading(self.tr("Stop keeping")), label(sentence), self._ask, self._sure)
        self.reset()

    def reset(self) -> None:
        """Start again with the first question."""
        self._sure.hide()
        self._ask.show()

    def _on_ask(self) -> None:
        """Ask again, with the focus on the way back; a screen reader says the question there."""
        names = self._copies()
        words = self.tr("It removes copies too that another program made: {names}.")
        show_text(self._named, words.format(names=names) if names else "")
        self._sure.show()
        back = next(child for child in self._sure.findChildren(QPushButton) if child.objectName() == "erase-back")
        focus_and_say(back, self._warning.text())
        self._ask.hide()
        ensure_visible(self._sure)

    def _on_back(self) -> None:
        self.reset()
        self._ask.setFocus(Qt.FocusReason.OtherFocusReason)


class RecoveryCodeCard(Card):
    """Shows the code until the person has it, which `done` says; `print_requested` asks for a printed code.

    The code takes the focus, and its name is spelled, since it is shown once. A copy of it leaves the clipboard after
    `clipboard_ms`, and when the app ends.
    """

    print_requested = Signal()
    done = Signal()

    def __init__(self, text: KeepingText, clipboard_ms: int = _MINUTE_MS) -> None:
        super().__init__("notice")
        self._mark = b""
        self._title = text.code_title
        self._code = label("", "number", selectable=True)
        self._code.setObjectName("recovery-code")
        self._code.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._code)
        self._told = label("", "muted")
        self._told.setObjectName("code-told")
        self._minute = QTimer(self, singleShot=True, interval=clipboard_ms)
        self._minute.timeout.connect(self.forget_copy)
        QApplication.instance().aboutToQuit.connect(self.forget_copy)  # type: ignore[union-attr]  # there is one
        self.add(heading(text.code_title), label(text.code), self._code)
        copying, printing, done = self.tr("Copy"), self.tr("Print…"), self.tr("I have it")
        buttons = [
            (copying, "copy-code", self._on_copy),
            (printing, "print-code", self.print_requested.emit),
            (done, "have-code", self.done.emit),
        ]
        self.body.addLayout(button_row(buttons))
        self.add(self._told)
        self.hide()

    def show_code(self, code: str) -> None:
        """Show a code; an empty one hides the card."""
        if code != self._code.text():
            self._code.setText(code)
            self._code.setAccessibleName(f"{self._title}: {spelled(code)}")
            show_text(self._told, "")
        self.setVisible(bool(code))

    def tell(self, sentence: str) -> None:
        """Show and say what was done with the code."""
        show_and_say(self._told, sentence)

    def forget_copy(self) -> None:
        """Empty the clipboard if it holds the copied code."""
        if self._mark and QApplication.clipboard().mimeData().data(_MARK) == self._mark:
            QApplication.clipboard().clear()
        self._mark = b""
        self._minute.stop()
        show_text(self._told, "")

    def _on_copy(self) -> None:
        """Copy the code with a mark, by which it is known later without being kept here."""
        self._mark = secrets.token_bytes()
        data = QMimeData()
        data.setData(_MARK, self._mark)
        data.setText(self._code.text())
        for kind, value in _NOT_TO_BE_LISTED.items():
            data.setData(kind, value)
        QApplication.clipboard().setMimeData(data)
        self._minute.start()
        self.tell(self.tr("Copied. It leaves the clipboard in a minute."))


def spelled(code: str) -> str:
    """Return a code as a screen reader spells it: letter by letter, with a pause after each group."""
    return ", ".join(" ".join(group) for group in code.split("-"))
