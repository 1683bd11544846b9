"""One earlier check-in in the list: its day, its topic, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.gui.services.locale import written_day
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import box, breakable, heading, label, show_text


class EarlierCard(QWidget):
    """Shows a check-in and calls back; the same card shows it again after it has changed."""

    def __init__(self, check_in: CheckIn, open_it: Callable[[], None], delete_it: Callable[[], None]) -> None:
        """Take the check-in, and what its two buttons do."""
        super().__init__()
        frame, body = box("card")
        day = written_day(check_in.started)
        body.addWidget(heading(day))
        self._about = label()
        self._topic = label("", "muted")
        body.addWidget(self._about)
        body.addWidget(self._topic)
        buttons = FlowLayout()
        self._open = self._button(self.tr("Open"), f"open-{check_in.id}", open_it)
        self._delete = self._button(self.tr("Delete"), f"delete-{check_in.id}", delete_it)
        for button, form in ((self._open, self.tr("Open: {day}")), (self._delete, self.tr("Delete: {day}"))):
            button.setAccessibleName(form.format(day=day))
            buttons.addWidget(button)
        body.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_check_in(self, check_in: CheckIn, total: int, *, is_open: bool) -> None:
        """Make the card equal to a check-in, of so many lines in all."""
        looked_at = self.tr("{seen} of {total} looked at").format(seen=check_in.looked_at, total=total)
        self._about.setText(" · ".join([looked_at, self.tr("open now")] if is_open else [looked_at]))
        show_text(self._topic, breakable(check_in.plan.main_topic.partition("\n")[0]))
        self._open.setEnabled(not is_open)

    def _button(self, text: str, name: str, on_click: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(on_click)
        return button
