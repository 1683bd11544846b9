"""The only modal dialogs."""

import os
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

translate = QCoreApplication.translate


class UnsavedChoice(Enum):
    """What to do with answers that are not kept."""

    SAVE = "save"
    DISCARD = "let go"
    STAY = "stay"


class Dialogs:
    """Asks the person something, and tells them what could not be done."""

    def __init__(self) -> None:
        """Send the history that Qt's file dialog writes by itself to nowhere: which folders were used is private."""
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)

    def pdf_path(self, parent: QWidget, name: str) -> Path | None:
        """Ask where to save a PDF; None where they would rather not."""
        while chosen := self.save_path(
            parent, translate("Dialogs", "Save as PDF"), name, translate("Dialogs", "PDF files (*.pdf)")
        ):
            path = chosen if chosen.suffix.lower() == ".pdf" else chosen.with_name(f"{chosen.name}.pdf")
            if path == chosen or not path.exists():
                return path
            name = str(path)  # the dialog has asked about replacing what was typed, not about this
        return None

    def save_path(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        """Ask where to write a file; None where they would rather not."""
        plain = QFileDialog.Option.DontUseNativeDialog
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds, options=plain)
        return Path(chosen) if chosen else None

    def open_path(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a file that is there; None where they would rather not."""
        plain = QFileDialog.Option.DontUseNativeDialog
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), options=plain)
        return Path(chosen) if chosen else None

    def going_out(self, parent: QWidget, question: str, action: str) -> bool:
        """Ask before a sheet leaves the window; `action` is what the button says that goes on."""
        box = _box(parent, translate("Dialogs", "Before it goes out"), question)
        go_on = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(translate("Dialogs", "Go back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go_on)
        box.exec()
        return box.clickedButton() is go_on

    def leaving(self, parent: QWidget, before_save: str) -> UnsavedChoice:
        """Ask, once, about answers that are not kept; `before_save` is what to know before saving."""
        sentence = translate("Dialogs", "Your answers are not kept on this computer. They are gone when you go on.")
        box = _box(parent, translate("Dialogs", "Close"), f"{sentence}\n\n{before_save}")
        return _leave(box, translate("Dialogs", "Save the page as PDF…"), translate("Dialogs", "Let them go"))

    def unkept(self, parent: QWidget, reason: str) -> UnsavedChoice:
        """Ask about answers that should be kept and could not be; `reason` says why."""
        sentence = translate("Dialogs", "Your last answers are not kept. {reason}").format(reason=reason)
        box = _box(parent, translate("Dialogs", "Not kept"), sentence)
        return _leave(box, translate("Dialogs", "Save elsewhere…"), translate("Dialogs", "Close without them"))

    def dropping(self, parent: QWidget) -> bool:
        """Ask about a contact that was begun; return whether to go on without it."""
        sentence = translate("Dialogs", "What you are writing under Help lines, Your own contacts, is not kept yet.")
        box = _box(parent, translate("Dialogs", "Not kept yet"), sentence)
        drop = box.addButton(translate("Dialogs", "Go on without it"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(translate("Dialogs", "Go back"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is drop

    def tell(self, parent: QWidget, sentence: str) -> None:
        """Say what happened."""
        box = _box(parent, translate("Dialogs", "Please note"), sentence)
        box.setIcon(QMessageBox.Icon.Information)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.exec()


def _box(parent: QWidget, title: str, text: str) -> QMessageBox:
    """Return a box whose text is plain: what stands in it may be from a file, or from the system."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def _leave(box: QMessageBox, save_words: str, let_go_words: str) -> UnsavedChoice:
    """Ask with two ways on and, chosen beforehand, the way back."""
    save = box.addButton(save_words, QMessageBox.ButtonRole.AcceptRole)
    stop = box.addButton(let_go_words, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(translate("Dialogs", "Go back"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    if box.clickedButton() is save:
        return UnsavedChoice.SAVE
    return UnsavedChoice.DISCARD if box.clickedButton() is stop else UnsavedChoice.STAY
