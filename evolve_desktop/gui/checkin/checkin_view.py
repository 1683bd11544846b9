"""The checklist beside the article, grouped by the article's sections."""

from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.article import Section
from evolve_desktop.content.checklist import Item, Part
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.sources import item_sources
from evolve_desktop.gui.checkin.item_row import ItemRow
from evolve_desktop.gui.checkin.last_time import LastTimeCard
from evolve_desktop.gui.checkin.reflection_panel import ReflectionPanel, reflection_of
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.page_picks import PagePicks
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column, set_margins
from evolve_desktop.gui.widgets.focus import focus_first, is_written_in
from evolve_desktop.gui.widgets.labels import heading, label, quiet_button, set_property, set_role
from evolve_desktop.gui.widgets.linked_hint import LinkedHint
from evolve_desktop.gui.widgets.pair_layout import title_line
from evolve_desktop.gui.widgets.row_keys import add_row_keys
from evolve_desktop.gui.widgets.scroll_page import ScrollPage
from evolve_desktop.gui.widgets.text_layout import text_column


class CheckinView(QWidget):
    """The items by section; `section_requested` is emitted by *Read this part*, for `requested_section`.

    `section` is the one that is marked. `section_entered` follows the focus into it, and each answer there.
    `red_flags_requested` is emitted by the quiet links to the red flags, `history_requested` by the one to *Earlier*,
    `one_line_requested` by the one to the lines one at a time. `last_time` stands on top.
    """

    section_requested = Signal()
    section_entered = Signal()
    history_requested = Signal()
    red_flags_requested = Signal()
    one_line_requested = Signal()

    def __init__(self, pack: Pack, session: Session, signals: SessionSignals, autosave: Autosave) -> None:
        super().__init__()
        self._pack = pack
        self._session = session
        self.requested_section = self.section = ""
        self._rows: list[ItemRow] = []
        self._groups: dict[str, QFrame] = {}
        self._picks = PagePicks(pack, session)
        self._column = ScrollPage(pack.checklist.title)
        self._column.body.setSpacing(2)
        self._apart = self._make_hint()
        self.last_time = LastTimeCard(pack.page, session, autosave)
        self._one_line = quiet_button(self.tr("One line at a time"), "one-line", self.one_line_requested)
        self._add_title()
        for section in pack.article.sections:
            items = [item for item in pack.checklist.items if item.section == section.id]
            if items:
                self._column.add(self._group(section, items))
        self._reflection = ReflectionPanel(pack.checklist, self.red_flags_requested.emit)
        self._column.add(self._reflection)
        self._column.body.addStretch(1)
        add_row_keys(self._column)
        column(self, self._column)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        signals.refresh_when_seen(self, self._refresh)
        self._refresh()

    def begin(self) -> None:
        """Go to the first line without an answer, which in a new check-in is at the top, with the focus on it."""
        check_in = self._session.check_in
        unanswered = (row for row in self._rows if check_in.answer(row.item_id).reply is None)
        row = next(unanswered, self._rows[0])
        focus_first(row)
        if row is self._rows[0]:
            self._column.go_to_start()
        else:
            self._column.bring_near(row, 0)

    def offer_one_line(self, *, offered: bool) -> None:
        """Offer the lines one at a time, or leave that to the menu."""
        self._one_line.setVisible(offered)

    def follow(self, section_id: str) -> None:
        """Mark the group of the section being read, if any, and bring it into view unless somebody writes here."""
        self._mark(section_id)
        if section_id in self._groups and not is_written_in(self):
            self._column.show_start(self._groups[section_id])

    def show_reflection(self) -> bool:
        """Bring what the check-in says back into view; return False if nothing is answered yet."""
        if self._reflection.isHidden():
            return False
        self._column.reveal(self._reflection)
        return True

    def _mark(self, section_id: str) -> None:
        self.section = section_id
        for other, group in self._groups.items():
            set_property(group, "marked", other == section_id)

    def _on_focus(self, _former: QWidget | None, focus: QWidget | None) -> None:
        """Mark the section of the line that has the focus now, and have the article follow."""
        if focus is None or not self.isAncestorOf(focus):
            return
        entered = next((name for name, group in self._groups.items() if group.isAncestorOf(focus)), "")
        if entered:
            self._enter(entered)

    def _enter(self, section_id: str) -> None:
        self._mark(section_id)
        self.section_entered.emit()

    def _add_title(self) -> None:
        """Begin with one line; the rest waits behind *About this list*, for words come after work."""
        checklist, about = self._pack.checklist, self._pack.about
        words = (checklist.frame, about.disclaimer, about.adults)
        more = Disclosure("about-list", self.tr("About this list"), words, apart=True)
        titles = _beside(heading(checklist.title, "title", level=1), label(checklist.lead, "small"), spacing=10)
        top = title_line(titles, self._one_line, more.button)
        self._column.add(top, more, self._apart, self.last_time)

    def _make_hint(self) -> LinkedHint:
        return LinkedHint(
            self.tr("Some answers were given to lines in other words. They stand under “Earlier”, as they were."),
            self.tr("Show them under “Earlier”"),
            "answers-apart",
            self.history_requested,
        )

    def _refresh(self) -> None:
        check_in = self._session.check_in
        self._apart.setVisible(any(other.reply is not None or other.note for other in check_in.older))
        self.last_time.refresh()
        may_suggest = self._picks.guidance.may_suggest_therapist
        for row in self._rows:
            row.refresh(may_suggest=may_suggest)
        reflection = reflection_of(self._pack, self._session, self._picks)
        self._reflection.show_reflection(reflection, self._picks.to_work_on())

    def _group(self, section: Section, items: list[Item]) -> QFrame:
        """Return the lines of a section below its heading, with the ways to where they come from."""
        group = QFrame()
        set_role(group, "section")
        self._groups[section.id] = group
        about = self._pack.about
        lines = item_sources(tuple(items), about)
        sources = Disclosure(f"sources-{section.id}", about.where_from, lines, about=section.heading, apart=True)
        parts = [(part, list(found)) for part, found in groupby(items, key=lambda item: item.part)]
        layout = text_column(group, self._head(section, parts[0][0], sources), sources, spacing=0)
        for place, (part, of_part) in enumerate(parts):
            if place:
                layout.addWidget(_beside(self._part_title(part)))  # at the side where one reads from
            for item in of_part:
                layout.addWidget(self._row(item))
        set_margins(layout, start=4)
        return group

    def _part_title(self, part: Part) -> QLabel:
        return heading(self._pack.checklist.part(part).title, "part-name", level=3)

    def _head(self, section: Section, part: Part, sources: Disclosure) -> QWidget:
        """Return the heading of a section, the title of its first part, and the ways on."""
        read = quiet_button(self.tr("Read this part"), f"read-{section.id}", lambda: self._on_read(section.id))
        read.setAccessibleName(f"{read.text()}: {section.heading}")
        titles = _beside(heading(section.heading, "section-title"), self._part_title(part))
        return title_line(titles, sources.button, read)

    def _row(self, item: Item) -> ItemRow:
        row = ItemRow(item, self._pack.checklist, self._session)
        row.red_flags_requested.connect(self.red_flags_requested)
        row.answered.connect(lambda: self._enter(item.section))
        self._rows.append(row)
        return row

    def _on_read(self, section_id: str) -> None:
        self.requested_section = section_id
        self.section_requested.emit()


def _beside(*titles: QLabel, spacing: int = 4) -> QWidget:
    """Return titles in a row, which wraps in a narrow window."""
    holder = QWidget()
    flow = FlowLayout(holder, spacing=spacing)
    for title in titles:
        flow.addWidget(title)
    return holder
