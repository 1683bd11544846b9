"""The day of the open check-in; a click changes it: it was begun after midnight, or the clock was wrong."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.check_in_names import name_of
from evolve_desktop.gui.widgets.announcements import show_and_announce_once
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column
from evolve_desktop.gui.widgets.labels import label, quiet_button


class DayField(QDateEdit):
    """A day as the system writes it in short, with all of its year; undo is left to the session."""

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setObjectName("day-field")
        self.setAccessibleName(accessible_name)
        form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(form if "yyyy" in form else form.replace("yy", "yyyy"))
        self.setKeyboardTracking(False)  # half a year is no day
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCalendarPopup(True)  # two arrows above each other are too small to hit

    def sizeHint(self) -> QSize:
        """Return a height that a shaking hand hits."""
        hint = super().sizeHint()
        return QSize(hint.width() + self.fontMetrics().height(), 2 * self.fontMetrics().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll; a turn of the wheel above the field changes no day."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Leave the undo keys to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoing = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in undoing):
                event.ignore()
                return False
        return super().event(event)


class DayRow(QWidget):
    """Names the day, with the time where it has several check-ins, and offers another.

    A day in the future is taken, with a notice; from a day gone by, `today_requested` leads back.
    """

    today_requested = Signal()

    def __init__(self, session: Session, autosave: Autosave, today: Callable[[], date]) -> None:
        super().__init__()
        self._session, self._autosave, self._today = session, autosave, today
        self._shown_id = ""
        name = self.tr("Day of this check-in")
        self.setObjectName("day")
        self.setAccessibleName(name)
        self._change = quiet_button("", "change-day", self._on_change)
        self._change.setToolTip(self.tr("Change the day"))
        self._field: DayField | None = None  # made when it is asked for: few days are wrong
        self._future = label("", "strong")
        self._future.setObjectName("day-to-come")
        self._row = FlowLayout()
        self._row.addWidget(self._change)
        self._back = quiet_button(self.tr("Back to today"), "back-to-today", self.today_requested)
        self._row.addWidget(self._back)
        body = column(self)
        body.addLayout(self._row)
        body.addWidget(self._future)
        self.refresh()

    def refresh(self) -> None:
        """Show the session."""
        check_in = self._session.check_in
        day, today = check_in.started, self._today()
        name = name_of(self._session.whole, self._autosave.check_ins)
        self._change.setText(name)
        self._change.setAccessibleName(self.tr("{day}. Change the day").format(day=name))
        self._back.setVisible(day < today)
        if self._field is not None and check_in.id != self._shown_id:
            self._field.hide()
            self._change.show()
        self._shown_id = check_in.id
        if self._field is not None and not self._field.isHidden():
            self._field.setDate(QDate(day.year, day.month, day.day))
        to_come = self.tr("This day is still to come. If that is wrong, change it here.")
        show_and_announce_once(self._future, to_come if day > today else "")

    def _on_change(self) -> None:
        """Show the field in the place of the button."""
        if self._field is None:
            self._field = DayField(self.accessibleName())
            self._field.dateChanged.connect(self._on_day)
            self._row.addWidget(self._field)
            QWidget.setTabOrder(self._change, self._field)
        self._field.show()
        self._field.setFocus()
        self._change.hide()
        self.refresh()

    def _on_day(self, day: QDate) -> None:
        self._session.set_day(date(day.year(), day.month(), day.day()))
