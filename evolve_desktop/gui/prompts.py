"""The only modal dialogs."""

import os
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


class Leaving(Enum):
    """What to do with answers that are not kept."""

    SAVE = "save"
    LET_GO = "let go"
    STAY = "stay"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Prompts", text)


class Prompts:
    """Asks the person something, and tells them what could not be done."""

    def __init__(self) -> None:
        """Send the history that Qt's file dialog writes by itself to nowhere: which folders were used is private."""
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)

    def pdf_path(self, parent: QWidget, name: str) -> Path | None:
        """Ask where to save a PDF; None where they would rather not."""
        chosen, _ = QFileDialog.getSaveFileName(
            parent,
            _tr("Save as PDF"),
            str(Path.home() / name),
            _tr("PDF files (*.pdf)"),
            options=QFileDialog.Option.DontUseNativeDialog,
        )
        if not chosen:
            return None
        return Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")

    def leaving(self, parent: QWidget) -> Leaving:
        """Ask, once, about answers that are not kept."""
        box = QMessageBox(parent)
        box.setWindowTitle(_tr("Close"))
        box.setText(_tr("Your answers are not kept on this computer. They are gone when you go on."))
        save = box.addButton(_tr("Save the page as PDF…"), QMessageBox.ButtonRole.AcceptRole)
        let_go = box.addButton(_tr("Let them go"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(_tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        if box.clickedButton() is save:
            return Leaving.SAVE
        return Leaving.LET_GO if box.clickedButton() is let_go else Leaving.STAY

    def tell(self, parent: QWidget, sentence: str) -> None:
        """Say what happened."""
        QMessageBox.information(parent, _tr("Evolve"), sentence)
