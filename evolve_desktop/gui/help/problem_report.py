"""What may be told of the app and the computer when something is wrong: nothing that the person said, no name."""

import platform

import PySide6
from PySide6.QtCore import QObject, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from evolve_desktop import __version__
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.services.crash_handler import CrashHandler
from evolve_desktop.gui.widgets.announcements import show_and_announce
from evolve_desktop.gui.widgets.card import Button, button_row
from evolve_desktop.gui.widgets.labels import label, show_text
from evolve_desktop.gui.widgets.text_field import TextField


class ProblemReport(QObject):
    """Knows of the keeping only whether there is any, and of the last error its kind and its place in our code."""

    def __init__(self, needs: Needs, window: QMainWindow) -> None:
        """Take what is told of, and the window that it happens in."""
        super().__init__(window)
        self._needs = needs
        self._window = window

    def text(self) -> str:
        """Return the report, a line for each fact."""
        settings, window = self._needs.preferences.settings, self._window
        lines = (
            f"Evolve Desktop {__version__}",
            self.tr("System: {name}, {processor}").format(
                name=QSysInfo.prettyProductName(), processor=QSysInfo.currentCpuArchitecture()
            ),
            self.tr("Built with Python {python}, Qt {qt}, PySide6 {pyside}").format(
                python=platform.python_version(), qt=qVersion(), pyside=PySide6.__version__
            ),
            self.tr("Window: {platform}, {width} by {height}, scale {scale}").format(
                platform=QGuiApplication.platformName(),
                width=window.width(),
                height=window.height(),
                scale=f"{window.devicePixelRatioF():g}",
            ),
            self.tr("Text size: {percent} %").format(percent=settings.text_percent),
            self.tr("Colours: {theme}").format(theme=settings.theme.value),
            self.tr("Language: {language}").format(language=self._needs.pack.about.language),
            self.tr("Check-ins are kept: {kept}").format(kept=self._kept()),
            self.tr("Last error: {error}").format(error=self._error()),
        )
        return "\n".join(lines)

    def _kept(self) -> str:
        if self._needs.autosave.state is not SaveState.OFF:
            return self.tr("yes")
        return self.tr("yes, but not opened") if self._needs.is_kept() else self.tr("no")

    def _error(self) -> str:
        mishap = self._window.findChild(CrashHandler)
        last = mishap.last if isinstance(mishap, CrashHandler) else ""
        return last or self.tr("none since the app was started")


_LINES = 9


class ProblemReportPanel(QWidget):
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
        needs.autosave.changed.connect(self.refresh)

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
        show_and_announce(self._told, self.tr("Copied. You can paste the words where you need them."))
