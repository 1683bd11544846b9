"""Widgets that show what the red-flag answers open, built when they are first needed."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.checkin.guidance import Guidance
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.focus import put_in_tab_order


class Guided(QWidget):
    """A part of the red flags page."""

    def refresh(self, guidance: Guidance) -> None:
        """Make the widget equal to the session; for most, the guidance says all that is needed."""

    def hold(self, *widgets: QWidget, spacing: int = 14) -> None:
        """Take these, under each other."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing)
        for widget in widgets:
            layout.addWidget(widget)


class Drawer(Guided):
    """Holds one widget, built when the drawer is first open; the Tab key finds it where it stands."""

    def __init__(self, build: Callable[[], Guided], is_open: Callable[[Guidance], bool], spoken: str = "") -> None:
        """Take how to build what is inside, when to show it, and what a screen reader then says."""
        super().__init__()
        self._build = build
        self._is_open = is_open
        self._spoken = spoken
        self._content: Guided | None = None
        self.hide()

    def refresh(self, guidance: Guidance) -> None:
        """Show what is inside, or hide it."""
        is_open = self._is_open(guidance)
        if is_open and self._content is None:
            self._content = self._build()
            self.hold(self._content)
            put_in_tab_order(self)
        if self._content is not None:
            self._content.refresh(guidance)
        has_opened = is_open and self.isHidden()
        self.setVisible(is_open)
        if has_opened:
            announce(self, self._spoken)
