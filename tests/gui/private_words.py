"""Every text that any part of a window holds, seen or not."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_TEXTS = ("text", "plainText", "placeholderText", "accessibleName", "accessibleDescription", "toolTip", "windowTitle")


def private_words(window: QWidget, word: str) -> list[str]:
    """Return the texts with this word, whatever its case."""
    return [text for text in _texts_in(window) if word in text.lower()]


def _texts_in(window: QObject) -> Iterator[str]:
    for part in [window, *window.findChildren(QObject)]:
        for name in _TEXTS:
            value = part.property(name)
            if isinstance(value, str):
                yield value
        if isinstance(part, QPlainTextEdit):
            yield part.toPlainText()
