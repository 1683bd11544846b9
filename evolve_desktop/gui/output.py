"""The finished sheet leaves the window: as a file that is written whole or not at all, or as text."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile
from PySide6.QtGui import QClipboard, QGuiApplication

from evolve_desktop.errors import PageError
from evolve_desktop.gui.services.ports import Sheet

translate = QCoreApplication.translate


def save_pdf(sheet: Sheet, path: Path) -> bool:
    """Write the PDF and return whether it meets the standards; PageError says why it could not be written.

    What stood at the path before stays until the new file is complete.
    """
    pdf = sheet.pdf()
    file = QSaveFile(str(path))
    is_written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(pdf.data) == len(pdf.data) and file.commit()
    if not is_written:
        msg = translate(
            "Output", "The page was not saved: {reason}. Your answers are still here. Choose another place."
        )
        raise PageError(msg.format(reason=file.errorString()))
    return pdf.is_standard


def copy_text(sheet: Sheet) -> None:
    """Put the words of the sheet on the clipboard."""
    QGuiApplication.clipboard().setText(sheet.text)


def clear_copied(text: str) -> None:
    """Empty the clipboard where it still holds this text, or something else that was copied in this app.

    X11 has a second one, which takes whatever is merely selected.
    """
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() or (text and clipboard.text() == text):
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
