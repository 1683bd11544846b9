"""Where a window was left, so that another one in its stead can be left the same way: nobody has to find back."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.gui.widgets.focus import scroll_area_around
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from evolve_desktop.gui.red_flags.part_section import PartSection

_NEW_CONTACT, _ADD_CONTACT = "own-name", "own-add"


class Place(msgspec.Struct, frozen=True):
    """What is open, typed and scrolled in a window, by the names of its widgets, which no language changes.

    `scrolled` is the place of the widget at the top of a page, and its share that is scrolled out; `cursor` is where in
    the field with the focus somebody writes, and `is_seen` whether the widget with the focus was in view.
    """

    opened: frozenset[str]
    typed: Mapping[str, str]
    scrolled: Mapping[str, tuple[int, float]]
    focus: str
    is_seen: bool
    cursor: int


def place_in(window: QWidget) -> Place:
    """Return the place that a window shows."""
    focus = window.focusWidget()
    return Place(
        opened=frozenset(part.button.objectName() for part in _parts(window) if part.is_open),
        typed={field.objectName(): _text(field) for field in _fields(window)},
        scrolled={name: top for name, page in _pages(window) if (top := _top_of(page)) is not None},
        focus=focus.objectName() if focus else "",
        is_seen=focus is not None and not focus.visibleRegion().isEmpty(),
        cursor=_cursor(focus),
    )


def open_parts(window: QWidget, place: Place) -> None:
    """Open what was open, and type again what was typed; what the session holds is there already."""
    for part in _parts(window):
        if part.button.objectName() in place.opened and not part.is_open:
            part.open()
    if place.typed.get(_NEW_CONTACT) and (add := window.findChild(QAbstractButton, _ADD_CONTACT)):
        add.click()
    for field in _fields(window):
        text = place.typed.get(field.objectName(), "")
        if text and text != _text(field):
            _write(field, text)


def go_to(window: QWidget, place: Place) -> None:
    """Scroll every page, and focus the widget, as it was."""
    for name, page in _pages(window):
        if name in place.scrolled:
            index, share = place.scrolled[name]
            item = page.body.itemAt(index)
            if (widget := item.widget() if item else None) is not None:
                page.go_to(widget, share)
    focus = next((widget for widget in window.findChildren(QWidget, place.focus) if widget.isVisible()), None)
    if place.focus and focus is not None:
        focus.setFocus()
        _set_cursor(focus, place.cursor)
        area = scroll_area_around(focus)
        if area is not None and place.is_seen:
            area.ensureWidgetVisible(focus)


def _parts(window: QWidget) -> "Iterator[Disclosure | PartSection]":
    """Yield what a button of its own opens and closes."""
    from evolve_desktop.gui.red_flags.part_section import PartSection  # noqa: PLC0415  (not for the first window)

    yield from window.findChildren(Disclosure)
    yield from window.findChildren(PartSection)


def _fields(window: QWidget) -> Iterator[QLineEdit | QPlainTextEdit]:
    for field in window.findChildren(QWidget):
        if isinstance(field, QLineEdit | QPlainTextEdit) and field.objectName() and not field.isReadOnly():
            yield field


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)


def _pages(window: QWidget) -> Iterator[tuple[str, ScrollPage]]:
    """Yield each page that scrolls with the name of the class that it belongs to."""
    for page in window.findChildren(ScrollPage):
        yield type(page.parentWidget()).__name__, page


def _top_of(page: ScrollPage) -> tuple[int, float] | None:
    top = page.at_top()
    return (page.body.indexOf(top[0]), top[1]) if top else None


def _cursor(focus: QWidget | None) -> int:
    if isinstance(focus, QLineEdit):
        return focus.cursorPosition()
    return focus.textCursor().position() if isinstance(focus, QPlainTextEdit) else 0


def _set_cursor(focus: QWidget, place: int) -> None:
    if isinstance(focus, QLineEdit):
        focus.setCursorPosition(place)
    elif isinstance(focus, QPlainTextEdit):
        cursor = focus.textCursor()
        cursor.setPosition(min(place, len(focus.toPlainText())))
        focus.setTextCursor(cursor)
