"""Puts words on the clipboard and looks whether they got there."""

from PySide6.QtGui import QGuiApplication


def put_on_clipboard(text: str) -> bool:
    """Copy a text; return False if the clipboard does not hold it: another program may keep it to itself."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(text)
    return clipboard.text().replace("\r\n", "\n") == text  # Windows keeps its own line ends
