"""How a window is left, so that the one that replaces it can show the same: nobody has to find their way back."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from evolve_desktop.gui.widgets.combo_box import ComboBox
from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.gui.widgets.focus import scroll_area_around
from evolve_desktop.gui.widgets.lazy_view import LazyView
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from evolve_desktop.gui.red_flags.part_section import PartSection

_OPENERS = (
    (re.compile(r"(.+)-add-note"), r"\1-note"),
    (re.compile(r"write-(.+)"), r"\1"),
    (re.compile(r"find"), "find-bar"),
    (re.compile(r"own-add"), "own-name"),
    (re.compile(r"show-copies"), "copies"),
)
"""The buttons that show something once they are pressed, and the names of what they show."""

_TIMES = 4  # one thing that is opened may hold another


class ViewState(msgspec.Struct, frozen=True):
    """All that is built, open, typed and scrolled in a window, by the names of its widgets: no language changes them.

    `changing` is which of the person's contacts is being changed, -1 for none. `scrolled` is the index of the widget at
    the top of a page, and its share that is scrolled out; `cursor` is the position in the field with the focus, and
    `is_seen` whether the widget with the focus was in view.
    """

    built: frozenset[str]
    opened: frozenset[str]
    changing: int
    typed: Mapping[str, str]
    ticked: frozenset[str]
    chosen: Mapping[str, str]
    scrolled: Mapping[str, tuple[int, float]]
    focus: str
    is_seen: bool
    cursor: int


def view_state_of(window: QWidget) -> ViewState:
    """Return how a window is left."""
    focus = window.focusWidget()
    opened = {part.button.objectName() for part in _parts(window) if part.is_open}
    return ViewState(
        built=frozenset(view.objectName() for view in window.findChildren(LazyView) if view.is_built),
        opened=frozenset(opened | {button.objectName() for button, is_open in _openers(window) if is_open}),
        changing=_changing(window),
        typed={field.objectName(): _text(field) for field in _fields(window)},
        ticked=frozenset(button.objectName() for button in _marks(window) if button.isChecked()),
        chosen={chooser.objectName(): chooser.chosen for chooser in window.findChildren(ComboBox)},
        scrolled={name: top for name, page in _pages(window) if (top := _top_of(page)) is not None},
        focus=focus.objectName() if focus else "",
        is_seen=focus is not None and not focus.visibleRegion().isEmpty(),
        cursor=_cursor(focus),
    )


def build_views(window: QWidget, state: ViewState) -> None:
    """Build the views that were built, so that each of them can be as it was, also one that is not in front."""
    for view in window.findChildren(LazyView):
        if view.objectName() in state.built:
            _ = view.widget


def open_parts(window: QWidget, state: ViewState) -> None:
    """Open again all that was open, then type and choose the same; the session's own values are there already."""
    for _ in range(_TIMES):
        if not _open_once(window, state):
            break
    if state.changing >= 0:
        _change(window, state.changing)
    for field in _fields(window):
        text = state.typed.get(field.objectName(), "")
        if text and text != _text(field):
            _write(field, text)
    for button in _marks(window):
        if not button.isChecked() and button.objectName() in state.ticked:
            button.click()
    for chooser in window.findChildren(ComboBox):
        chooser.choose(state.chosen.get(chooser.objectName(), ""))


def _open_once(window: QWidget, state: ViewState) -> bool:
    """Open all that was open and is closed now; return whether anything was opened."""
    closed = [part for part in _parts(window) if part.button.objectName() in state.opened and not part.is_open]
    for part in closed:
        part.open()
    buttons = [button for button, is_open in _openers(window) if not is_open and button.objectName() in state.opened]
    for button in buttons:
        button.click()
    return bool(closed or buttons)


def scroll_and_focus(window: QWidget, state: ViewState) -> None:
    """Scroll every page, and focus the widget, as it was."""
    for name, page in _pages(window):
        if name in state.scrolled:
            index, share = state.scrolled[name]
            item = page.body.itemAt(index)
            if (widget := item.widget() if item else None) is not None:
                page.go_to(widget, share)
    focus = next((widget for widget in window.findChildren(QWidget, state.focus) if widget.isVisible()), None)
    if state.focus and focus is not None:
        focus.setFocus()
        _set_cursor(focus, state.cursor)
        area = scroll_area_around(focus)
        if area is not None and state.is_seen:
            area.ensureWidgetVisible(focus)


def _parts(window: QWidget) -> "Iterator[Disclosure | PartSection]":
    """Yield the parts that have a button of their own to open and close them."""
    from evolve_desktop.gui.red_flags.part_section import PartSection  # noqa: PLC0415  (not for the first window)

    yield from window.findChildren(Disclosure)
    yield from window.findChildren(PartSection)


def _openers(window: QWidget) -> Iterator[tuple[QAbstractButton, bool]]:
    """Yield each button that shows something, and whether that is shown."""
    for button in window.findChildren(QAbstractButton):
        for form, target in _OPENERS:
            if found := form.fullmatch(button.objectName()):
                shown = window.findChild(QWidget, found.expand(target))  # None: it is made when it is asked for
                yield button, shown is not None and _is_shown_beside(shown, button)


def _is_shown_beside(shown: QWidget, button: QAbstractButton) -> bool:
    """Whether this would be seen where the button would be seen."""
    around: QWidget | None = shown
    while around is not None and not around.isAncestorOf(button):
        if around.isHidden():
            return False
        around = around.parentWidget()
    return True


def _marks(window: QWidget) -> Iterator[QAbstractButton]:
    """Yield each button that can be ticked by itself."""
    for button in window.findChildren(QAbstractButton):
        if button.isCheckable() and button.objectName() and button.isEnabled():
            yield button


def _changing(window: QWidget) -> int:
    from evolve_desktop.gui.help_lines.contacts_panel import ContactsPanel  # noqa: PLC0415  (not for the first window)

    return max((panel.changing for panel in window.findChildren(ContactsPanel)), default=-1)


def _change(window: QWidget, contact: int) -> None:
    from evolve_desktop.gui.help_lines.contacts_panel import ContactsPanel  # noqa: PLC0415  (not for the first window)

    for panel in window.findChildren(ContactsPanel):
        panel.change(contact)


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


def _set_cursor(focus: QWidget, position: int) -> None:
    if isinstance(focus, QLineEdit):
        focus.setCursorPosition(position)
    elif isinstance(focus, QPlainTextEdit):
        cursor = focus.textCursor()
        cursor.setPosition(min(position, len(focus.toPlainText())))
        focus.setTextCursor(cursor)
