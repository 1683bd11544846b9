"""The problem report: facts about the app and the computer, nothing that the person said, and no name."""

import platform
from collections.abc import Callable

import PySide6
from PySide6.QtCore import QObject, QSysInfo, Qt, qVersion
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from evolve_desktop import __version__
from evolve_desktop.errors import Sentence
from evolve_desktop.gui.services.actions import theme_names
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.crash_handler import CrashHandler
from evolve_desktop.gui.widgets.announcements import show_and_say
from evolve_desktop.gui.widgets.clipboard import put_on_clipboard
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import button, label, show_text
from evolve_desktop.gui.widgets.localized import localized
from evolve_desktop.gui.widgets.text_field import TextField
from evolve_desktop.settings import Preferences

_LINES = 9


class ProblemReport(QObject):
    """Knows of the vault only whether there is one, and of the last error its type and its place in our code."""

    def __init__(
        self,
        window: QMainWindow,
        language: str,
        *,
        preferences: Preferences,
        autosave: Autosave,
        has_vault: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._language = language
        self._preferences = preferences
        self._autosave = autosave
        self._has_vault = has_vault

    def text(self) -> str:
        """Return the report, a line for each fact."""
        settings, window = self._preferences.settings, self._window
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
            self.tr("Colors: {theme}").format(theme=theme_names()[settings.theme]),
            self.tr("Language: {language}").format(language=f"{localized(Sentence('English'))} ({self._language})"),
            self.tr("Check-ins are kept: {kept}").format(kept=self._kept()),
            self.tr("Last error: {error}").format(error=self._error()),
        )
        return "\n".join(lines)

    def _kept(self) -> str:
        if self._autosave.state is not SaveState.OFF:
            return self.tr("yes")
        return self.tr("yes, but not opened") if self._has_vault() else self.tr("no")

    def _error(self) -> str:
        handler = self._window.findChild(CrashHandler, options=Qt.FindChildOption.FindDirectChildrenOnly)
        last = handler.last_error if isinstance(handler, CrashHandler) else ""
        return last or self.tr("none since the app was started")


class ProblemReportPanel(QWidget):
    """Shows the report in full, to be copied by the person; nothing else is copied, and nothing is sent."""

    def __init__(self, report: ProblemReport, preferences: Preferences, autosave: Autosave) -> None:
        super().__init__()
        self._report = report
        self._field = TextField("report-text", self.tr("Text of the report"), _LINES)
        self._field.setReadOnly(True)
        self._copied = label("", "muted")
        self._copied.setObjectName("report-told")
        copy = button(self.tr("Copy this text"), "report-copy", self._on_copy, narrow=True)
        self.setFocusProxy(copy)
        column(self, self._field, copy, self._copied)
        preferences.subscribe(self._on_changed)
        autosave.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the present facts; after a change, *Copied* is no longer true."""
        text = self._report.text()
        if self._field.text != text:
            self._field.show_text(text)
            show_text(self._copied, "")

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while the page was hidden."""
        self.refresh()
        super().showEvent(event)

    def _on_copy(self) -> None:
        is_copied = put_on_clipboard(self._field.text)
        copied = self.tr("Copied. You can paste the words where you need them.")
        refused = self.tr("Not copied: another program is busy with the clipboard. Please try again in a moment.")
        show_and_say(self._copied, copied if is_copied else refused)
