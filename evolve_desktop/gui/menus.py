"""Menus from a list of entries: what an entry says, its key, and what it does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu; its key is one of the standard ones, or written out, or none."""

    text: str
    do: Callable[[], object]
    key: QKeySequence.StandardKey | str | None = None


def fill(menu: QMenu, entries: Iterable[Entry | None]) -> None:
    """Add entries to a menu; None stands for a line between them."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        else:
            _add(menu, entry)


def fill_choices(menu: QMenu, entries: Iterable[Entry], chosen: int) -> None:
    """Add entries of which one is always chosen, at first the one at this index."""
    group = QActionGroup(menu)
    for index, entry in enumerate(entries):
        action = _add(menu, entry)
        action.setCheckable(True)
        action.setChecked(index == chosen)
        group.addAction(action)


def _add(menu: QMenu, entry: Entry) -> QAction:
    action = menu.addAction(entry.text)
    if isinstance(entry.key, QKeySequence.StandardKey):
        action.setShortcuts(entry.key)  # all that the system has for it
    elif entry.key is not None:
        action.setShortcut(QKeySequence(entry.key))
    action.triggered.connect(lambda _checked=False: entry.do())
    return action
