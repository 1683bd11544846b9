"""The guide, one page from top to bottom: how it goes, what is kept, the keys, a report of a problem, and about."""

import sys
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QMainWindow, QMenuBar, QVBoxLayout, QWidget

from evolve_desktop.content.app_text import GuidePart
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.help import HelpTopic
from evolve_desktop.gui.help.about_panel import AboutPanel
from evolve_desktop.gui.help.problem_report import ProblemReportPanel
from evolve_desktop.gui.help.shortcuts_table import ShortcutsTable
from evolve_desktop.gui.services.actions import shortcuts_of
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.widgets.accessibility import make_group
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import heading, label, link_button
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

_WIDEST = 76


class HelpView(QWidget):
    """Needs nothing of the person's; `left` follows *Back* and Escape."""

    left = Signal()

    def __init__(self, needs: Needs, window: QMainWindow) -> None:
        """Take the words, and the window whose menus have the keys."""
        super().__init__()
        text = needs.pack.guide
        self._column = ScrollPage(text.title, _WIDEST)
        self._column.setObjectName("guide")
        links = QWidget()
        self._contents = FlowLayout(links)
        make_group(links, self.tr("On this page"))
        body = self._column.body
        body.addWidget(link_button(self.tr("Back"), "guide-back", self.left.emit))
        self._title = heading(text.title, "title", level=1, selectable=True)
        self._title.setObjectName("guide-title")
        body.addWidget(self._title)
        body.addWidget(links)
        self._add("steps", text.steps, _numbered(text.steps.lines))
        self._add("kept", text.kept, _all_about_keeping(needs.pack))
        menus = () if sys.platform == "darwin" else (text.keys.menus,)
        self._add("keys", text.keys, (*text.keys.lines, *menus))
        bar = window.findChild(QMenuBar)
        body.addWidget(ShortcutsTable(text.keys, shortcuts_of(bar) if isinstance(bar, QMenuBar) else []))
        self._add("ease", text.ease, text.ease.lines)
        self._report_title = self._add("report", text.report, text.report.lines)
        self._report = ProblemReportPanel(needs, window)
        body.addWidget(self._report)
        self._about_title = self._add("about", text.about, ())
        body.addWidget(AboutPanel(needs.pack))
        body.addStretch(1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self, self.left.emit)
        self._lay_out()

    def show_place(self, place: HelpTopic) -> None:
        """Go to a place, with the focus, so that a screen reader begins to read there."""
        self._report.refresh()
        if place is HelpTopic.START:
            self._title.setFocus()  # with the way back still in sight above it
            self._column.go_to_start()
        else:
            self._go_to(self._report_title if place is HelpTopic.REPORT else self._about_title)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def _add(self, name: str, part: GuidePart, paragraphs: Sequence[str]) -> QLabel:
        """Add a heading with its paragraphs, and a link to it at the top."""
        title = heading(part.title, selectable=True)
        title.setObjectName(f"guide-{name}")
        self._column.body.addSpacing(10)
        self._column.body.addWidget(title)
        for paragraph in paragraphs:
            self._column.body.addWidget(label(paragraph, selectable=True))
        self._contents.addWidget(link_button(part.title, f"guide-to-{name}", partial(self._go_to, title)))
        return title

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus()
        self._column.reveal(widget)


def _numbered(lines: Sequence[str]) -> list[str]:
    """Return the lines, each with its number before it."""
    return [f"{number}. {line}" for number, line in enumerate(lines, start=1)]


def _all_about_keeping(pack: Pack) -> tuple[str, ...]:
    """Return what the guide says of keeping, and what the page about keeping says of it too."""
    guide, text = pack.guide.kept, pack.keeping
    return (guide.before, *text.what, text.open_file, *guide.lines, text.hide, text.watched, text.shared)
