"""Keys that go from one row of choices to the next, past all that stands between them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.focus import ensure_visible, is_after


def add_row_keys(page: QWidget) -> None:
    """Let Ctrl+Down and Ctrl+Up go to the next row of choices in a page, and to the one before."""
    for key, by in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1)):
        shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(_go, page, by))


def _go(page: QWidget, by: int) -> None:
    """Focus the nearest row after the focus, or before it; do nothing if there is none."""
    focus = page.window().focusWidget()
    rows = [row for row in page.findChildren(ChoiceRow) if row.isVisible()]
    if focus is None:
        return
    others = [row for row in rows if not row.isAncestorOf(focus)]
    after = [row for row in others if is_after(row, focus, page)]
    before = [row for row in others if row not in after]
    found = after[:1] if by > 0 else before[-1:]
    for row in found:
        row.tab_stop.setFocus(Qt.FocusReason.TabFocusReason)
        ensure_visible(row)
