"""Tells screen readers about groups, headings and the labels of controls, for which Qt has no property."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QLabel, QStackedWidget, QWidget
from shiboken6 import Shiboken

_INSTALLED, _GROUP, _LEVEL = "accessibility-installed", "group", "level"
_SHOWN_ONLY, _MAY_BE_SHOWN_ONLY = "shown-only", "may-be-shown-only"


def _install() -> None:
    """Have Qt ask `_describe` about each widget, once for each application: it keeps the factory until it ends."""
    app = QApplication.instance()
    if app is not None and not app.property(_INSTALLED):
        app.setProperty(_INSTALLED, True)  # noqa: FBT003  (Qt's own order)
        QAccessible.installFactory(_describe)


def silence_stacked_widgets() -> None:
    """Have stacks of pages described as mere containers."""
    _install()


def make_group(widget: QWidget, name: str) -> None:
    """Make a widget a group, whose name is said when the focus comes in from outside."""
    _install()
    widget.setProperty(_GROUP, True)  # noqa: FBT003  (Qt's own order)
    widget.setAccessibleName(name)  # last: a screen reader that hears of it asks for the role


def can_tell_only_what_shows(widget: QWidget) -> None:
    """Let `tell_only_what_shows` be used with a window or a stack of pages, before a screen reader asks about it."""
    _install()
    widget.setProperty(_MAY_BE_SHOWN_ONLY, True)  # noqa: FBT003  (Qt's own order)


def tell_only_what_shows(widget: QWidget, *, is_so: bool) -> None:
    """Leave out of a widget's children those that are hidden; otherwise they are told of, as hidden."""
    widget.setProperty(_SHOWN_ONLY, is_so)


def make_heading(widget: QLabel, level: int) -> None:
    """Make a label a heading, level 1 the highest, before it has a text: a screen reader asks as soon as it has one."""
    _install()
    widget.setProperty(_LEVEL, level)


def set_buddy(words: QLabel, control: QWidget) -> None:
    """Make a label the name of a control, so that it is not read a second time beside it.

    Qt takes an ampersand in such a label for a shortcut, so a label with one gets no buddy.
    """
    if "&" not in words.text():
        words.setBuddy(control)


def _describe(_class_name: str, asked: QObject) -> QAccessibleWidget | None:
    """Answer Qt's question how to describe an object; None leaves it to Qt."""
    if isinstance(asked, QLabel):
        level = asked.property(_LEVEL)
        return _Heading(asked, level) if isinstance(level, int) else None
    if isinstance(asked, QWidget) and asked.property(_MAY_BE_SHOWN_ONLY):
        return _MaybeShownOnly(asked, QAccessible.Role.Window if asked.isWindow() else QAccessible.Role.Client)
    if isinstance(asked, QWidget) and asked.property(_GROUP):
        return QAccessibleWidget(asked, QAccessible.Role.Grouping)
    if isinstance(asked, QStackedWidget):  # ours, and those in tabs and dialogs: nothing to say but the page in it
        return QAccessibleWidget(asked, QAccessible.Role.Client)
    return None


class _MaybeShownOnly(QAccessibleWidget):
    """Describes a window or a stack of pages, which may leave out its hidden children."""

    def childCount(self) -> int:  # noqa: N802  (Qt's name)
        return len(self._shown()) if self._is_shown_only() else super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        if not self._is_shown_only():
            return super().child(index)
        shown = self._shown()
        # Qt expects None for a child that does not exist, which the stub does not know
        return shown[index] if 0 <= index < len(shown) else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802  (Qt's name)
        if not self._is_shown_only():
            return super().indexOfChild(child)
        objects = [shown.object() for shown in self._shown()]
        return objects.index(child.object()) if child.object() in objects else -1

    def _is_shown_only(self) -> bool:
        return bool(self.widget().property(_SHOWN_ONLY))

    def _shown(self) -> list[QAccessibleInterface]:
        children = (super(_MaybeShownOnly, self).child(index) for index in range(super().childCount()))
        return [child for child in children if not child.state().invisible]


class _Level(QAccessibleAttributesInterface):
    """Says the level of a heading."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:  # noqa: N802  (Qt's name)
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> int | None:  # noqa: N802  (Qt's name)
        return self._level if key is QAccessible.Attribute.Level else None


class _Heading(QAccessibleWidget):
    """Describes a heading."""

    def __init__(self, widget: QLabel, level: int) -> None:
        super().__init__(widget, QAccessible.Role.Heading)
        self._level = _Level(level)

    def text(self, t: QAccessible.Text) -> str:
        widget = self.widget()
        if t is QAccessible.Text.Name and isinstance(widget, QLabel):
            return widget.accessibleName() or widget.text()
        return super().text(t)

    def interface_cast(self, t: QAccessible.InterfaceType) -> int:
        pointer: object = super().interface_cast(t)
        if t is QAccessible.InterfaceType.AttributesInterface:
            pointer = Shiboken.VoidPtr(Shiboken.getCppPointer(self._level)[0])
        # a plain int, as the stub has it, is lost, and the None that Qt's own class has for none ends the process
        return Shiboken.VoidPtr(0) if pointer is None else pointer  # type: ignore[return-value]
