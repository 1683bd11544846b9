"""The text of a problem report, shown in full, to be copied by the person."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from evolve_desktop.gui.guide.problem_report import ProblemReport
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.widgets.announcements import show_and_say
from evolve_desktop.gui.widgets.card import Button, button_row
from evolve_desktop.gui.widgets.labels import label, show_text
from evolve_desktop.gui.widgets.text_field import TextField

_LINES = 9


class ReportBox(QWidget):
    """What stands in the field is all that is copied; nothing is sent."""

    def __init__(self, needs: Needs, window: QMainWindow) -> None:
        """Take what the report is made from."""
        super().__init__()
        self._report = ProblemReport(needs, window)
        self._field = TextField("report-text", self.tr("Text of the report"), _LINES)
        self._field.setReadOnly(True)
        self._told = label("", "muted")
        self._told.setObjectName("report-told")
        copy: Button = (self.tr("Copy this text"), "report-copy", self._on_copy)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._field)
        body.addLayout(button_row([copy]))
        body.addWidget(self._told)
        needs.preferences.subscribe(self.refresh)
        needs.keeper.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Say how it is now; nobody is told any more that something else was copied."""
        text = self._report.text()
        if self._field.text != text:
            self._field.show_text(text)
            show_text(self._told, "")

    def showEvent(self, event: QShowEvent) -> None:
        """Say how it is now: what happened while the page was hidden, too."""
        self.refresh()
        super().showEvent(event)

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._field.text)
        show_and_say(self._told, self.tr("Copied. You can paste the words where you need them."))
