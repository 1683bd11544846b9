"""A phone number or address in large type, to be selected and copied whole."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy

from evolve_desktop.gui.widgets.labels import label, set_property, set_role
from evolve_desktop.gui.widgets.reading_order import numbers_in_order

_ROLES = ("number", "strong", "small")
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class PhoneLabel(QLabel):
    """Tab and a double click select the whole text, never a few of its digits.

    It is aligned with the layout's direction, and a number in it reads from left to right in every window.
    """

    def __init__(self, text: str, name: str, accessible_name: str) -> None:
        super().__init__(numbers_in_order(text))
        begins_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAlignment((Qt.AlignmentFlag.AlignRight if begins_right else Qt.AlignmentFlag.AlignLeft) | _MIDDLE)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        set_role(self, "number")
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        """Select all where Qt would put the caret at the start, or select one word."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.setSelection(0, len(self.text()))
            return True
        is_handled = super().event(event)
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setSelection(0, len(self.text()))
        return is_handled


class ShrinkingLabel(PhoneLabel):
    """Takes a smaller font if a word is too wide: it cannot be broken, for it is to be copied whole."""

    def __init__(self, text: str, name: str, accessible_name: str) -> None:
        super().__init__(text, name, accessible_name)
        # a long word, as it may be pasted, must not widen the page
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the font again for this width, or for another text size, which changes the height."""
        super().resizeEvent(event)
        for role in _ROLES:
            set_property(self, "role", role)
            longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split(" ")), default=0)
            if longest <= self.contentsRect().width():
                break


def way_row(before: str, reach: PhoneLabel, after: str) -> QHBoxLayout:
    """Return a number or address in a row with the words before and after it."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.setContentsMargins(0, 0, 0, 0)
    if before.strip():
        row.addWidget(label(before.strip()))
    row.addWidget(reach, stretch=0 if after.strip() else 1)
    if after.strip():
        row.addWidget(label(after.strip()), stretch=1)
    return row
