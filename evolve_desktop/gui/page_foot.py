"""The foot of the preview: how many sides it takes, and the buttons that take it out of the window."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.widgets.announcements import announce, show_and_say
from evolve_desktop.gui.widgets.buttons import wrapped_check
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import box, label, set_kind


class PageFoot(QFrame):
    """Asks for what its buttons say, and tells what came of it."""

    print_wanted = Signal()
    save_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, before_hand_over: str, session: Session) -> None:
        """Take what to know before a page is handed over, and the session that holds the choice of more sides."""
        super().__init__()
        self._session = session
        set_kind(self, "foot")
        self._long, inside = box("notice")
        self._sides = label("", "strong")
        self._sides.setObjectName("sides")
        self._more = wrapped_check("more-pages", self.tr("That is fine: use more than one side."))
        self._more.clicked.connect(self._on_more)
        inside.addWidget(self._sides)
        inside.addWidget(self._more)
        self._hand_over = label(before_hand_over, "small")
        self._told = label("", "strong")
        self._told.setObjectName("told")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 12)
        for widget in (self._long, self._told, self._hand_over):
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        self._long.hide()
        self._told.hide()

    def tell(self, sentence: str) -> None:
        """Say what was done, or why it could not be; nothing for an empty sentence."""
        show_and_say(self._told, sentence)

    def show_hand_over(self, *, shown: bool) -> None:
        """Say what to know before handing over, beside the one sheet that is meant for that."""
        self._hand_over.setVisible(shown)

    def show_sides(self, count: int, *, is_long: bool) -> None:
        """Say how many sides there are where that is more than usual, and let the person choose."""
        self._sides.setText(
            self.tr("This takes %n sides of paper. Nothing is cut. A shorter page is easier to talk about.", "", count)
        )
        self._more.show_checked(checked=self._session.check_in.plan.more_pages)
        has_become_long = is_long and self._long.isHidden()
        self._long.setVisible(is_long)
        if has_become_long:
            announce(self._sides, self._sides.text())

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        for text, name, signal in (
            (self.tr("Save as PDF…"), "save-pdf", self.save_wanted),
            (self.tr("Print…"), "print", self.print_wanted),
            (self.tr("Copy as text"), "copy-text", self.copy_wanted),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setProperty("primary", name == "save-pdf")
            button.clicked.connect(signal)
            row.addWidget(button)
        return row

    def _on_more(self) -> None:
        plan = self._session.check_in.plan
        self._session.plan(msgspec.structs.replace(plan, more_pages=self._more.is_checked))
