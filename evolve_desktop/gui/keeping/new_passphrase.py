"""Choosing a passphrase: typed twice, with a hint in words about how hard it is to guess."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.buttons import CheckBox
from evolve_desktop.gui.widgets.labels import label, show_text
from evolve_desktop.gui.widgets.line_fields import SecretField

_SHORT = 10
_LONG = 18
_FEW_LETTERS = 5


class NewPassphrase(QWidget):
    """Two fields and the choice of a recovery code; `entered` follows Return in the second one."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        """Take the beginning of the object names."""
        super().__init__()
        self._first = SecretField(f"{name}-first", self.tr("Passphrase: a few words that only you would put together"))
        self._second = SecretField(f"{name}-second", self.tr("The same passphrase once more"))
        self._hint = label("", "muted")
        self._hint.setObjectName(f"{name}-hint")
        self._problem = label("", "strong")
        self._problem.setObjectName(f"{name}-problem")
        self._code = CheckBox(self.tr("Make a recovery code too"), f"{name}-with-code")
        self._code.setChecked(True)
        self._first.edited.connect(self._refresh)
        self._second.edited.connect(self._refresh)
        self._second.entered.connect(self.entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._first, self._second, self._hint, self._code, self._problem):
            layout.addWidget(widget)
        self._show("")
        self._refresh()

    @property
    def text(self) -> str:
        """The passphrase, where both fields say the same; else nothing."""
        return self._first.text if self._first.text == self._second.text else ""

    @property
    def with_code(self) -> bool:
        """Whether a recovery code is wanted."""
        return self._code.isChecked()

    def can_be_used(self) -> bool:
        """Return whether there is one to use; where something stands in the way, show it and go there."""
        if not self._first.text:
            self._show(self.tr("Please type a passphrase."))
        elif not self.text:
            self._show(self.tr("The two passphrases differ. Please type the same one twice."))
        else:
            self._show("")
        return bool(self.text)

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._second.clear()
        self._show("")

    def _show(self, problem: str) -> None:
        show_text(self._problem, problem)
        self._first.explain(problem)

    def _refresh(self) -> None:
        typed = self._first.text
        hint = self._strength(typed) if typed else ""
        if typed and self._second.text and not typed.startswith(self._second.text):
            hint = self.tr("The two passphrases differ.")
        show_text(self._hint, hint)

    def _strength(self, typed: str) -> str:
        if len(typed) < _SHORT or len(set(typed)) < _FEW_LETTERS:
            return self.tr("Short: somebody who tries for a while may guess it. It is your choice.")
        if len(typed) < _LONG:
            return self.tr("Fair. A few more words make it much harder to guess.")
        return self.tr("Long: hard to guess, if it is not a saying that others know.")
