"""The top of the window: the menus, and the two buttons that must be one step away from everywhere."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QMenu, QMenuBar, QPushButton, QWidget

from evolve_desktop.gui.services.actions import Actions, Menu, plain_text
from evolve_desktop.gui.widgets.flow_layout import set_margins
from evolve_desktop.gui.widgets.labels import set_role

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class MenuBar(QWidget):
    """Shows the actions in their menus, and *Help lines* and *Hide* as buttons beside or below them."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        set_role(self, "column")
        self._bar = QMenuBar()
        for content in actions.menus:
            menu = self._bar.addMenu(content.title)
            _fill(menu, content, actions)
            if actions.cut in content.entries:
                menu.aboutToShow.connect(lambda: actions.enable_editing(QApplication.focusWidget()))
                menu.aboutToHide.connect(actions.enable_all_editing)
        actions.open_menu.triggered.connect(self._open_first)
        self._buttons = QHBoxLayout()
        for action, name in ((actions.show_help_lines, "to-help-lines"), (actions.hide, "hide")):
            self._buttons.addWidget(_button(action, name))
        self._layout = QBoxLayout(_BESIDE, self)
        set_margins(self._layout, start=0, top=4, end=12, bottom=2)
        self._layout.addWidget(self._bar, stretch=1)
        self._layout.addLayout(self._buttons)
        self._layout.setAlignment(self._buttons, Qt.AlignmentFlag.AlignRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the menus if both do not fit beside each other."""
        super().resizeEvent(event)
        margins, between = self._layout.contentsMargins(), self._layout.spacing()
        menus = QRect()
        for menu in self._bar.actions():
            menus = menus.united(self._bar.actionGeometry(menu))
        # not the bar's own hint: from right to left that is as wide as the bar
        before = self._bar.width() - 1 - menus.right() if self.isRightToLeft() else menus.left()
        wanted = before + menus.width() + self._buttons.sizeHint().width()
        fits = wanted + margins.left() + margins.right() + between <= self.width()
        self._layout.setDirection(_BESIDE if fits else _BELOW)

    def _open_first(self) -> None:
        """Open the first menu, from which the arrows lead to the others; not while the menus are hidden."""
        if self.isVisible():
            self._bar.setActiveAction(self._bar.actions()[0])


def _fill(menu: QMenu, content: Menu, actions: Actions) -> None:
    for entry in content.entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, Menu):
            _fill(menu.addMenu(entry.title), entry, actions)
        else:
            menu.addAction(entry)
    if set(content.entries) & set(actions.languages.values()):
        menu.aboutToShow.connect(actions.tell_reviews)


def _button(action: QAction, name: str) -> QPushButton:
    button = QPushButton(plain_text(action.text()))
    button.setAutoDefault(True)
    button.setObjectName(name)
    button.clicked.connect(action.trigger)
    return button
