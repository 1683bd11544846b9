"""Menus from a list of entries: what an entry says, its key, and what it does; and back again to a list of keys."""

from collections.abc import Callable, Iterable, Iterator

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QMenuBar, QPlainTextEdit


class Entry(msgspec.Struct, frozen=True):
    """One line of a menu; its key is one of the standard ones, or written out, or none."""

    text: str
    do: Callable[[], object]
    key: QKeySequence.StandardKey | str | None = None


class Shortcut(msgspec.Struct, frozen=True):
    """What is done, and what to press for it."""

    does: str
    press: str


def shortcuts_of(bar: QMenuBar) -> list[tuple[str, list[Shortcut]]]:
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


def _keys(action: QAction) -> Iterator[Shortcut]:
    """Yield the key of a line, or those of the menu that it opens."""
    menu = action.menu()
    if isinstance(menu, QMenu):
        for line in menu.actions():
            yield from _keys(line)
    elif not action.shortcut().isEmpty():
        yield Shortcut(_plain(action.text()), action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))


def _plain(text: str) -> str:
    """Return what is read of a line: without the marks of its letter."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


Wish = Callable[[], object]


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """A callable for each thing that more than one room has a part in, and the line that is ticked to remember."""

    new_check_in: Wish
    print_out: Wish
    save_pdf: Wish
    copy_text: Wish
    keep: Wish
    lock: Wish
    hide: Wish
    welcome: Wish
    guide: Wish
    report: Wish
    about: Wish
    next_pane: Wish
    previous_pane: Wish
    leave: Wish
    remember: QAction


_AS_TYPED = str.maketrans({"\N{PARAGRAPH SEPARATOR}": "\n", "\N{NO-BREAK SPACE}": " "})


def cut() -> None:
    """Cut what is selected in a field."""
    field = _field()
    if field is not None:
        field.cut()


def copy() -> None:
    """Copy what is selected in a field or in the article."""
    field = _field()
    focus = QApplication.focusWidget()
    if field is not None:
        field.copy()
    elif isinstance(focus, QLabel) and focus.hasSelectedText():
        QApplication.clipboard().setText(focus.selectedText().translate(_AS_TYPED))


def paste() -> None:
    """Paste into a field."""
    field = _field()
    if field is not None:
        field.paste()


def select_all() -> None:
    """Select all of a field, or of the paragraph that holds the focus."""
    field = _field()
    focus = QApplication.focusWidget()
    if field is not None:
        field.selectAll()
    elif isinstance(focus, QLabel):
        focus.setSelection(0, _length(focus))


def _field() -> QLineEdit | QPlainTextEdit | None:
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QPlainTextEdit) else None


def _length(paragraph: QLabel) -> int:
    """Return how many positions the words of a label take in Qt, its tags left out."""
    is_rich = paragraph.textFormat() is Qt.TextFormat.RichText
    words = QTextDocumentFragment.fromHtml(paragraph.text()).toPlainText() if is_rich else paragraph.text()
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
