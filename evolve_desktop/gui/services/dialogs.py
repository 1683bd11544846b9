"""The only modal dialogs: file dialogs, questions and messages."""

import os
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QSettings, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QMessageBox, QWidget

from evolve_desktop.gui.services.file_portal import is_dialog_the_systems

translate = QCoreApplication.translate
_UNSEEN_MS = 500  # Qt takes a dialog that the desktop refuses for one that was closed
_EDGES = 80  # pixels of a message box beside its buttons, and of the frame around it


class UnsavedChoice(Enum):
    """What to do with answers that are not on disk."""

    KEEP = "keep"
    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


class Dialogs:
    """Asks the person something, and tells them what could not be done; each method returns when they have answered."""

    def __init__(self) -> None:
        self._neutral_title = ""
        self._held: list[tuple[QWidget, str]] = []
        # Qt's file dialog writes a history by itself; which folders were used is private
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)

    def set_neutral_title(self, title: str) -> None:
        """Tell nothing while the privacy screen is shown, and ask only what a window of this title might ask.

        An empty title ends this; `tell_held` tells what was held meanwhile.
        """
        self._neutral_title = title

    def tell_held(self) -> None:
        """Tell what had to wait for the end of the privacy screen, unless it is shown again."""
        while self._held and not self._neutral_title:
            self.tell(*self._held.pop(0))

    def pdf_path(self, parent: QWidget, name: str) -> Path | None:
        """Ask where to save a PDF; returns None if the person cancels."""
        while chosen := self.save_path(
            parent, translate("Dialogs", "Save as PDF"), name, translate("Dialogs", "PDF files (*.pdf)")
        ):
            path = chosen if chosen.suffix.lower() == ".pdf" else chosen.with_name(f"{chosen.name}.pdf")
            if path == chosen or not path.exists():
                return path
            name = str(path)  # the dialog has asked about replacing what was typed, not about this
        return None

    def save_path(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        """Ask where to write a file; returns None if the person cancels."""
        first = str(Path.home() / name)
        return self._path_by(
            lambda options: QFileDialog.getSaveFileName(parent, title, first, kinds, options=options)[0]
        )

    def open_path(self, parent: QWidget, title: str) -> Path | None:
        """Ask for an existing file; returns None if the person cancels."""
        home = str(Path.home())
        return self._path_by(lambda options: QFileDialog.getOpenFileName(parent, title, home, options=options)[0])

    def open_folder(self, parent: QWidget, title: str) -> Path | None:
        """Ask for an existing folder; returns None if the person cancels."""
        home, folders = str(Path.home()), QFileDialog.Option.ShowDirsOnly
        return self._path_by(lambda options: QFileDialog.getExistingDirectory(parent, title, home, options | folders))

    def confirm_output(self, parent: QWidget, question: str, action: str) -> bool:
        """Ask before a document leaves the window; `action` is the text of the button that goes on."""
        return self.confirm(parent, translate("Dialogs", "Before it goes out"), question, action)

    def confirm(self, parent: QWidget, title: str, question: str, action: str) -> bool:
        """Ask before something is done; `action` is the text of the button that goes on."""
        box = _message_box(parent, title, question)
        go_on = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(translate("Dialogs", "Go back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go_on)
        show_until_answered(box)
        return box.clickedButton() is go_on

    def confirm_restore(self, parent: QWidget, name: str, *, is_replacing: bool) -> bool:
        """Ask before a backup is restored that the person opened outside of the window."""
        question = translate("Dialogs", "Bring back {name}?").format(name=name)
        if is_replacing:
            then = translate(
                "Dialogs",
                "It takes the place of what is kept on this computer. What was kept before stays as an earlier copy.",
            )
        else:
            then = translate("Dialogs", "What is in it is kept on this computer from then on.")
        box = _message_box(parent, translate("Dialogs", "Restore from a backup"), f"{question} {then}")
        restore = box.addButton(translate("Dialogs", "Bring it back"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(translate("Dialogs", "Go back"), QMessageBox.ButtonRole.RejectRole))
        show_until_answered(box)
        return box.clickedButton() is restore

    def ask_before_discarding(self, parent: QWidget, before_save: str) -> UnsavedChoice:
        """Ask, once, about answers that are not kept; `before_save` says what to know before saving."""
        if self._neutral_title:
            return self._ask_neutrally(parent)
        sentence = translate("Dialogs", "Your answers are not kept on this computer. They are gone when you go on.")
        box = _message_box(parent, translate("Dialogs", "Close"), f"{sentence}\n\n{before_save}")
        ways = {
            UnsavedChoice.KEEP: translate("Dialogs", "Keep them…"),
            UnsavedChoice.SAVE: translate("Dialogs", "Save the page as PDF…"),
        }
        return _ask_unsaved(box, ways, translate("Dialogs", "Let them go"))

    def ask_after_failed_save(self, parent: QWidget, reason: str) -> UnsavedChoice:
        """Ask about answers that could not be saved; `reason` says why."""
        if self._neutral_title:
            return self._ask_neutrally(parent)
        sentence = translate("Dialogs", "Your last answers are not kept. {reason}").format(reason=reason)
        box = _message_box(parent, translate("Dialogs", "Not kept"), sentence)
        ways = {UnsavedChoice.SAVE: translate("Dialogs", "Save elsewhere…")}
        return _ask_unsaved(box, ways, translate("Dialogs", "Close without them"))

    def confirm_discard_contact(self, parent: QWidget) -> bool:
        """Ask about a contact that is not saved yet; return whether to go on without it."""
        if self._neutral_title:
            return self._ask_neutrally(parent) is UnsavedChoice.DISCARD
        sentence = translate("Dialogs", "What you wrote under Help lines, Your own contacts, is not kept.")
        box = _message_box(parent, translate("Dialogs", "Not kept yet"), sentence)
        drop = box.addButton(translate("Dialogs", "Go on without it"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(translate("Dialogs", "Go back"), QMessageBox.ButtonRole.RejectRole))
        show_until_answered(box)
        return box.clickedButton() is drop

    def tell(self, parent: QWidget, sentence: str) -> None:
        """Show a message, at once or after the privacy screen."""
        if self._neutral_title:
            self._held.append((parent, sentence))
            return
        box = _message_box(parent, translate("Dialogs", "Please note"), sentence)
        box.setIcon(QMessageBox.Icon.Information)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        show_until_answered(box)

    def _path_by(self, ask: Callable[[QFileDialog.Option], str]) -> Path | None:
        """Ask by the system's dialog if it has one, and by Qt's if that one ended before anybody could have seen it."""
        if is_dialog_the_systems():
            asked = QElapsedTimer()
            asked.start()
            chosen = ask(QFileDialog.Option(0))
            if chosen or self._neutral_title or asked.hasExpired(_UNSEEN_MS):
                return Path(chosen) if chosen else None
        chosen = ask(QFileDialog.Option.DontUseNativeDialog)
        return Path(chosen) if chosen else None

    def _ask_neutrally(self, parent: QWidget) -> UnsavedChoice:
        """Ask in words that say nothing about the app."""
        box = _message_box(
            parent, self._neutral_title, translate("Dialogs", "This is not saved. If you close it, it is gone.")
        )
        close = box.addButton(translate("Dialogs", "Close it"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(translate("Dialogs", "Go back"), QMessageBox.ButtonRole.RejectRole))
        show_until_answered(box)
        return UnsavedChoice.DISCARD if box.clickedButton() is close else UnsavedChoice.STAY


def show_until_answered(dialog: QDialog) -> int:
    """Return how a dialog was answered; it is deleted soon: a window keeps its dialogs, and what was chosen in them."""
    answer = dialog.exec()
    dialog.deleteLater()
    return answer


def _message_box(parent: QWidget, title: str, text: str) -> QMessageBox:
    """Return a message box with plain text: the text may come from a file or from the system."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def _ask_unsaved(box: QMessageBox, ways: Mapping[UnsavedChoice, str], discard_text: str) -> UnsavedChoice:
    """Ask with these ways on, a way to let everything go, and *Go back* as the default."""
    buttons = {box.addButton(text, QMessageBox.ButtonRole.AcceptRole): choice for choice, text in ways.items()}
    buttons[box.addButton(discard_text, QMessageBox.ButtonRole.DestructiveRole)] = UnsavedChoice.DISCARD
    box.setDefaultButton(box.addButton(translate("Dialogs", "Go back"), QMessageBox.ButtonRole.RejectRole))
    _stack_buttons(box)
    show_until_answered(box)
    return next((choice for button, choice in buttons.items() if box.clickedButton() is button), UnsavedChoice.STAY)


def _stack_buttons(box: QMessageBox) -> None:
    """Put the buttons below each other if the screen has no room for them in a row, where Qt would cut their words."""
    row = box.findChild(QDialogButtonBox)
    for button in box.buttons():
        button.ensurePolished()
    if isinstance(row, QDialogButtonBox) and row.sizeHint().width() + _EDGES > box.screen().availableGeometry().width():
        row.setOrientation(Qt.Orientation.Vertical)
