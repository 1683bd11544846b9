"""Menus from a list of entries: what an entry says, its key, and what it does; and back again to a list of keys."""

from collections.abc import Callable, Iterable, Iterator

import msgspec
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar


class Entry(msgspec.Struct, frozen=True):
    """One line of a menu; its key is one of the standard ones, or written out, or none."""

    text: str
    do: Callable[[], object]
    key: QKeySequence.StandardKey | str | None = None


class Keys(msgspec.Struct, frozen=True):
    """What is done, and what to press for it."""

    does: str
    press: str


def keys_of(bar: QMenuBar) -> list[tuple[str, list[Keys]]]:
    """Return each menu's title with the keys of its lines, the first where a line has several, as they are by now."""
    found = [(_plain(title.text()), list(_keys(title))) for title in bar.actions()]
    return [(title, keys) for title, keys in found if keys]


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


def _keys(action: QAction) -> Iterator[Keys]:
    """Yield the key of a line, or those of the menu that it opens."""
    menu = action.menu()
    if isinstance(menu, QMenu):
        for line in menu.actions():
            yield from _keys(line)
    elif not action.shortcut().isEmpty():
        yield Keys(_plain(action.text()), action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))


def _plain(text: str) -> str:
    """Return what is read of a line: without the marks of its letter."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))
