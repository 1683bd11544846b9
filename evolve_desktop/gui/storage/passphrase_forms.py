"""The forms that ask for a passphrase: a new one, typed twice, to create a vault or change its key; or one to try."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.text_cleaning import visible
from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.widgets.buttons import CheckBox
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import button, heading, label, link_button, set_role, show_text
from evolve_desktop.gui.widgets.secret_field import SecretField
from evolve_desktop.gui.widgets.steady_label import SteadyLabel

_SHORT = 10
_LONG = 18
_FEW_LETTERS = 5
_SHORTEST_WAIT_S = 0.2


class NewPassphraseForm(QWidget):
    """Two fields, a hint how hard the passphrase is to guess, and the choice of a recovery code.

    `entered` follows Return in the second field. `name` begins the object names.
    """

    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._first = SecretField(f"{name}-first", self.tr("Passphrase: a few words that only you would put together"))
        self._second = SecretField(f"{name}-second", self.tr("The same passphrase once more"))
        self._short = self.tr("Short: somebody who tries for a while may guess it. It is your choice.")
        self._fair = self.tr("Fair. A few more words make it much harder to guess.")
        self._long = self.tr("Long: hard to guess, if it is not a saying that others know.")
        self._differ = self.tr("The two passphrases differ.")
        self._hint = SteadyLabel("muted", f"{name}-hint", [self._short, self._fair, self._long, self._differ])
        self._problem = label("", "strong")
        self._problem.setObjectName(f"{name}-problem")
        self._code = CheckBox(self.tr("Make a recovery code too"), f"{name}-with-code")
        self._code.setChecked(True)
        self._first.edited.connect(self._refresh)
        self._second.edited.connect(self._refresh)
        self._second.entered.connect(self.entered)
        column(self, self._first, self._second, self._hint, self._code, self._problem)
        self._show_problem("")
        self._refresh()

    @property
    def text(self) -> str:
        """The passphrase; empty while the two fields differ, or nothing can be seen in them."""
        first = visible(self._first.text)
        return first if first == visible(self._second.text) else ""

    @property
    def with_code(self) -> bool:
        """Whether a recovery code is wanted."""
        return self._code.isChecked()

    def can_be_used(self) -> bool:
        """Return whether there is a passphrase; show the problem and focus the field if not."""
        if not visible(self._first.text):
            self._show_problem(self.tr("Please type a passphrase."))
        elif not self.text:
            self._show_problem(self.tr("The two passphrases differ. Please type the same one twice."))
        else:
            self._show_problem("")
        return bool(self.text)

    def clear(self) -> None:
        """Clear both fields."""
        self._first.clear()
        self._second.clear()
        self._show_problem("")

    def _show_problem(self, problem: str) -> None:
        show_text(self._problem, problem)
        self._first.explain(problem)

    def _refresh(self) -> None:
        typed = visible(self._first.text)
        hint = self._strength(typed) if typed else ""
        if typed and not typed.startswith(visible(self._second.text)):
            hint = self._differ
        show_text(self._hint, hint)

    def _strength(self, typed: str) -> str:
        if len(typed) < _SHORT or len(set(typed)) < _FEW_LETTERS:
            return self._short
        return self._fair if len(typed) < _LONG else self._long


class CreateVaultForm(Card):
    """Says what keeping means, before there is a vault, and offers the two ways to begin.

    `create_requested` is emitted for both. `passphrase` is empty for a vault without one; `with_code` is True if the
    person wants a recovery code.
    """

    create_requested = Signal()

    def __init__(self, text: KeepingText) -> None:
        super().__init__()
        self.passphrase = ""
        self._new = NewPassphraseForm("keep-passphrase")
        self._new.entered.connect(self._on_create)
        create = button(self.tr("Keep, locked with this passphrase"), "keep-locked", self._on_create)
        set_role(create, "primary")
        self.add(*(label(f"• {sentence}") for sentence in text.what), label(text.lost, "strong"))
        self.add(label(text.shared, "muted"), label(text.watched, "muted"), self._new, create)
        self.add(label(text.open_file, "muted"))
        self.add(link_button(self.tr("Keep without a passphrase"), "keep-open", self._on_create_unencrypted))

    @property
    def with_code(self) -> bool:
        """Whether a recovery code is wanted."""
        return bool(self.passphrase) and self._new.with_code

    def clear(self) -> None:
        """Clear the fields."""
        self.passphrase = ""
        self._new.clear()

    def _on_create(self) -> None:
        if self._new.can_be_used():
            self.passphrase = self._new.text
            self.create_requested.emit()

    def _on_create_unencrypted(self) -> None:
        self.passphrase = ""
        self.create_requested.emit()


class ChangePassphraseForm(QWidget):
    """Sets, changes or removes the passphrase of a vault, and makes a new recovery code, each behind a button.

    `change` is called with the new passphrase and whether a recovery code is wanted, `remove` without, and `make_code`
    with the present passphrase.
    """

    def __init__(
        self, change: Callable[[str, bool], None], remove: Callable[[], None], make_code: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._change = change
        self._make_code = make_code
        self._new = NewPassphraseForm("new-passphrase")
        self._new.entered.connect(self._on_change)
        self._remove = link_button(self.tr("Keep without a passphrase from now on"), "remove-passphrase", remove)
        sentence = self.tr("A new passphrase takes the place of the old one, and of its recovery code.")
        use = button(self.tr("Use this passphrase from now on"), "change-passphrase", self._on_change)
        self._waiting = Disclosure("new-passphrase-more", "", _group(label(sentence), self._new, use))
        card = Card()
        card.add(heading(self.tr("Passphrase")), self._waiting, self._remove)
        self._code_form = SecretForm("new-code", self.tr("Your passphrase"), self.tr("Make a new recovery code"))
        self._code_form.submitted.connect(self._on_make_code)
        sentence = self.tr("A new recovery code takes the place of an old one. It is shown once.")
        self._code_card = Card()
        title = self.tr("Make a new recovery code")
        self._waiting_code = Disclosure("new-code-more", title, _group(label(sentence), self._code_form))
        self._code_card.add(heading(self.tr("Recovery code")), self._waiting_code)
        column(self, card, self._code_card)

    def show_sealed(self, *, is_sealed: bool) -> None:
        """Offer to remove the passphrase, and a new recovery code, only if there is a passphrase."""
        self._waiting.set_title(self.tr("Change the passphrase") if is_sealed else self.tr("Set a passphrase"))
        self._remove.setVisible(is_sealed)
        self._code_card.setVisible(is_sealed)

    def show_code_problem(self, sentence: str, wait_seconds: float) -> None:
        """Say why no recovery code was made, in the field that has to be typed again."""
        self._code_form.show_problem(sentence, wait_seconds)

    def clear(self) -> None:
        """Clear all fields, and put them away."""
        self._new.clear()
        self._code_form.clear()
        for waiting in (self._waiting, self._waiting_code):
            waiting.fold()

    def _on_change(self) -> None:
        if self._new.can_be_used():
            self._change(self._new.text, self._new.with_code)

    def _on_make_code(self) -> None:
        if self._code_form.secret:
            self._make_code(self._code_form.secret)
        else:
            self._code_form.show_problem(self.tr("Please type your passphrase."))


def _group(*widgets: QWidget) -> QWidget:
    """Return the widgets under each other, as one."""
    group = QWidget()
    column(group, *widgets)
    return group


class SecretForm(QWidget):
    """A secret to be tried; `submitted` follows Return or the button, which waits after wrong tries and says so.

    `name` begins the object names; the button's ends in `-open`.
    """

    submitted = Signal()

    def __init__(self, name: str, words: str, button_text: str) -> None:
        super().__init__()
        self._field = SecretField(f"{name}-secret", words)
        self._field.entered.connect(self._on_submit)
        self._problem = label("", "strong")
        self._problem.setObjectName(f"{name}-problem")
        self._button_text = button_text
        self._button = button(button_text, f"{name}-open", self._on_submit)
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._on_waited)
        self._layout = column(self, self._field, self._problem, self._button)
        self._problem.hide()
        self.setFocusProxy(self._field)

    @property
    def secret(self) -> str:
        """The typed secret."""
        return self._field.text

    def show_problem(self, sentence: str, wait_seconds: float = 0) -> None:
        """Say why it failed and go back to the field; the next try has to wait."""
        self._explain(sentence)
        if self.isVisible():  # there are several of these, and the person may have gone on
            self._field.setFocus()
        if wait_seconds > _SHORTEST_WAIT_S:
            self._button.setEnabled(False)
            self._button.setText(self.tr("Open again in {seconds} s").format(seconds=round(wait_seconds + 0.5)))
            self._wait.start(round(wait_seconds * 1000))

    def clear(self) -> None:
        """Clear the field and the problem."""
        self._field.clear()
        self._explain("")

    def _explain(self, problem: str) -> None:
        show_text(self._problem, problem)
        self._field.explain(problem)

    def _on_submit(self) -> None:
        if self._button.isEnabled():
            self.submitted.emit()

    def _on_waited(self) -> None:
        self._button.setEnabled(True)
        self._button.setText(self._button_text)
