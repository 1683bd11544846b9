"""Labels that a screen reader takes for headings, with their level, so that it can go from one to the next."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel
from shiboken6 import Shiboken

from evolve_desktop.gui.widgets.describing import install
from evolve_desktop.gui.widgets.texts import label

_LEVEL = "level"
_INSTALLED = "headings-installed"


def heading(text: str, role: str = "heading", *, level: int = 2, selectable: bool = False) -> QLabel:
    """Return a label that is a heading of a level, 1 the highest; `role` is a name from the style sheet."""
    install(_INSTALLED, _describe)
    widget = label("", role, selectable=selectable)
    widget.setProperty(_LEVEL, level)  # before it has words: a screen reader asks as soon as there are some
    widget.setText(text)
    return widget


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
    """What a screen reader is told about a heading."""

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


def _describe(_class_name: str, asked: QObject) -> QAccessibleWidget | None:
    """Answer Qt's question how to describe an object; None leaves it to Qt."""
    if not isinstance(asked, QLabel):
        return None
    level = asked.property(_LEVEL)
    return _Heading(asked, level) if isinstance(level, int) else None
