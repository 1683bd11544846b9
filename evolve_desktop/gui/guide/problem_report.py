"""What may be told of the app and the computer when something is wrong: nothing that the person said, no name."""

import platform

import PySide6
from PySide6.QtCore import QObject, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from evolve_desktop import __version__
from evolve_desktop.gui.services.autosave import Keeping
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.services.crash_handler import Mishap


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
        if self._needs.keeper.state is not Keeping.NOTHING:
            return self.tr("yes")
        return self.tr("yes, but not opened") if self._needs.is_kept() else self.tr("no")

    def _error(self) -> str:
        mishap = self._window.findChild(Mishap)
        last = mishap.last if isinstance(mishap, Mishap) else ""
        return last or self.tr("none since the app was started")
