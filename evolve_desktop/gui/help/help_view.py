"""The guide, one page from top to bottom: steps, storage, shortcuts, a problem report, sources, and about."""

import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from evolve_desktop.content.app_text import GuidePart
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.sources import list_sources
from evolve_desktop.gui.help import HelpTopic
from evolve_desktop.gui.help.about_panel import AboutPanel
from evolve_desktop.gui.help.problem_report import ProblemReport, ProblemReportPanel
from evolve_desktop.gui.help.shortcuts_table import ShortcutsTable
from evolve_desktop.gui.services.actions import Shortcut
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.widgets.accessibility import make_group
from evolve_desktop.gui.widgets.announcements import focus_and_say
from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column
from evolve_desktop.gui.widgets.labels import heading, label, link_button
from evolve_desktop.gui.widgets.scroll_page import ScrollPage
from evolve_desktop.settings import Preferences

_WIDEST = 76


class HelpView(QWidget):
    """Shows nothing private; `closed` follows *Back* and Escape.

    `shortcuts` are each menu's title with its shortcuts; `has_vault` says whether there is a vault, for the report.
    """

    closed = Signal()

    def __init__(  # noqa: PLR0913  (what the report is made from)
        self,
        pack: Pack,
        window: QMainWindow,
        *,
        shortcuts: Sequence[tuple[str, Sequence[Shortcut]]],
        preferences: Preferences,
        autosave: Autosave,
        has_vault: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._pack = pack
        self._page = ScrollPage(pack.guide.title, _WIDEST)
        self._page.setObjectName("guide")
        report = ProblemReport(
            window, pack.about.language, preferences=preferences, autosave=autosave, has_vault=has_vault
        )
        self._report = ProblemReportPanel(report, preferences, autosave)
        self._add_top()
        self._add_parts(shortcuts)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self, self.closed.emit)
        column(self, self._page)

    def show_topic(self, topic: HelpTopic) -> None:
        """Go to a topic, with the focus, so that a screen reader begins there; the top has it on the way back."""
        self._report.refresh()
        if topic is HelpTopic.START:
            focus_and_say(self._back, self._title.text())
            self._page.go_to_start()
        elif topic is HelpTopic.REPORT:
            focus_and_say(self._report, self._report_title.text())
            self._page.reveal(self._report_title)
        else:
            self._go_to(self._about_title)

    def _add_top(self) -> None:
        links = QWidget()
        self._contents = FlowLayout(links)
        make_group(links, self.tr("On this page"))
        self._title = heading(self._pack.guide.title, "title", level=1, selectable=True)
        self._title.setObjectName("guide-title")
        self._back = link_button(self.tr("Back"), "guide-back", self.closed.emit)
        self._page.add(self._back, self._title, links)

    def _add_parts(self, shortcuts: Sequence[tuple[str, Sequence[Shortcut]]]) -> None:
        text, body = self._pack.guide, self._page.body
        self._add("steps", text.steps, _numbered(text.steps.lines))
        self._add("kept", text.kept, _all_about_keeping(self._pack))
        menus = () if sys.platform == "darwin" else (text.keys.menus,)
        self._add("keys", text.keys, (*text.keys.lines, *menus))
        body.addWidget(ShortcutsTable(text.keys, shortcuts))
        self._add("ease", text.ease, text.ease.lines)
        self._report_title = self._add("report", text.report, text.report.lines)
        body.addWidget(self._report)
        self._add("sources", text.sources, text.sources.lines)
        for number, group in enumerate(list_sources(self._pack), start=1):
            body.addWidget(Disclosure(f"guide-sources-{number}", group.title, group.sources))
        self._about_title = self._add("about", text.about, ())
        body.addWidget(AboutPanel(self._pack))
        body.addStretch(1)

    def _add(self, name: str, part: GuidePart, paragraphs: Sequence[str]) -> QLabel:
        """Add a heading with its paragraphs, and a link to it at the top."""
        title = heading(part.title, selectable=True)
        title.setObjectName(f"guide-{name}")
        self._page.body.addSpacing(10)
        self._page.body.addWidget(title)
        for paragraph in paragraphs:
            self._page.body.addWidget(label(paragraph, selectable=True))
        self._contents.addWidget(link_button(part.title, f"guide-to-{name}", partial(self._go_to, title)))
        return title

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus()
        self._page.reveal(widget)


def _numbered(lines: Sequence[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, start=1)]


def _all_about_keeping(pack: Pack) -> tuple[str, ...]:
    """Return what the guide says about keeping, with the sentences of the storage page."""
    guide, text = pack.guide.kept, pack.keeping
    return (guide.before, *text.what, text.open_file, *guide.lines, text.hide, text.watched, text.shared)
