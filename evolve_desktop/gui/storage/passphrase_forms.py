"""Choosing a passphrase: typed twice, with a hint in words about how hard it is to guess."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.widgets.buttons import CheckBox
from evolve_desktop.gui.widgets.labels import card_frame, heading, label, link_button, show_text
from evolve_desktop.gui.widgets.line_fields import SecretField

_SHORT = 10
_LONG = 18
_FEW_LETTERS = 5


class NewPassphraseForm(QWidget):
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


class CreateVaultForm(QWidget):
    """`keep_wanted` follows either way; `passphrase` is empty for the one without, `with_code` asks for a code."""

    keep_requested = Signal()

    def __init__(self, text: KeepingText) -> None:
        """Take what is said about keeping."""
        super().__init__()
        self.passphrase = ""
        self._new = NewPassphraseForm("keep-passphrase")
        self._new.entered.connect(self._on_keep)
        keep = QPushButton(self.tr("Keep, locked with this passphrase"))
        keep.setObjectName("keep-locked")
        keep.setProperty("primary", True)  # noqa: FBT003  (Qt's own order)
        keep.clicked.connect(self._on_keep)
        frame, body = card_frame("card")
        for sentence in text.what:
            body.addWidget(label(f"• {sentence}"))
        body.addWidget(label(text.lost, "strong"))
        for sentence in (text.shared, text.watched):
            body.addWidget(label(sentence, "muted"))
        for widget in (self._new, keep):
            body.addWidget(widget)
        body.addWidget(label(text.open_file, "muted"))
        body.addWidget(link_button(self.tr("Keep without a passphrase"), "keep-open", self._on_keep_open))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    @property
    def with_code(self) -> bool:
        """Whether a recovery code is wanted."""
        return bool(self.passphrase) and self._new.with_code

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase = ""
        self._new.clear()

    def _on_keep(self) -> None:
        if self._new.can_be_used():
            self.passphrase = self._new.text
            self.keep_requested.emit()

    def _on_keep_open(self) -> None:
        self.passphrase = ""
        self.keep_requested.emit()


class ChangePassphraseForm(QWidget):
    """Sets or changes the passphrase; `change` is called with it and with whether a recovery code is wanted."""

    def __init__(self, change: Callable[[str, bool], None], remove: Callable[[], None]) -> None:
        """Take what the two buttons do."""
        super().__init__()
        self._change = change
        self._new = NewPassphraseForm("new-passphrase")
        self._new.entered.connect(self._on_change)
        self._remove = link_button(self.tr("Keep without a passphrase from now on"), "remove-passphrase", remove)
        button = QPushButton(self.tr("Use this passphrase from now on"))
        button.setObjectName("change-passphrase")
        button.clicked.connect(self._on_change)
        frame, body = card_frame("card")
        body.addWidget(heading(self.tr("Passphrase")))
        body.addWidget(label(self.tr("A new passphrase takes the place of the old one, and of its recovery code.")))
        for widget in (self._new, button, self._remove):
            body.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_sealed(self, *, is_sealed: bool) -> None:
        """Offer to remove the passphrase only where there is one."""
        self._remove.setVisible(is_sealed)

    def clear(self) -> None:
        """Forget what was typed."""
        self._new.clear()

    def _on_change(self) -> None:
        if self._new.can_be_used():
            self._change(self._new.text, self._new.with_code)
