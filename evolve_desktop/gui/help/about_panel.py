"""Name, version, publisher and licences of the app."""

import platform

import nacl
import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QWidget

from evolve_desktop import __version__
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.widgets.card import Button, button_row
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import label


class AboutPanel(QWidget):
    """Shows the versions as the libraries themselves report them: an executable holds no other list."""

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        about = pack.about
        versions = self.tr("Built with Python {python}, Qt {qt}, PySide6 {pyside} and PyNaCl {pynacl}.").format(
            python=platform.python_version(), qt=qVersion(), pyside=PySide6.__version__, pynacl=nacl.__version__
        )
        article = self.tr("The article “{title}” is by {publisher}.").format(
            title=about.title, publisher=about.publisher
        )
        body = column(self, label(f"Evolve Desktop {__version__}", "strong", selectable=True))
        whose = [line for line in (about.translated, about.review) if line]
        for line in (versions, article, *whose, about.disclaimer, about.adults, *pack.guide.about.lines):
            body.addWidget(label(line, selectable=True))
        about_qt: Button = (self.tr("About Qt…"), "about-qt", QApplication.aboutQt)
        body.addLayout(button_row([about_qt]))
