"""Every word that a screen reader can find in a window, whether it shows or not."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_TEXTS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)


def accessible_words(window: QWidget) -> set[str]:
    """Return the names, descriptions and values of all that is told of below a window."""
    return set(_words(QAccessible.queryAccessibleInterface(window))) - {""}


def _words(part: QAccessibleInterface) -> Iterator[str]:
    yield from (part.text(kind) for kind in _TEXTS)
    for index in range(part.childCount()):
        child = part.child(index)
        if child is not None and child.isValid():
            yield from _words(child)
