"""The checklist beside the article, grouped by the article's sections."""

from collections.abc import Callable
from datetime import date
from itertools import groupby

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evolve_desktop.checkin.reflection import Reflection, reflect
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.article import Section
from evolve_desktop.content.checklist import Item
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.sources import item_sources
from evolve_desktop.gui.checkin.day_row import DayRow
from evolve_desktop.gui.checkin.item_card import ItemCard
from evolve_desktop.gui.checkin.last_time import LastTimeCard
from evolve_desktop.gui.checkin.reflection_panel import ReflectionPanel
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.page_picks import PagePicks
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.announcements import show_and_announce_once
from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import heading, label, link_button, set_property, set_style_class
from evolve_desktop.gui.widgets.linked_hint import LinkedHint
from evolve_desktop.gui.widgets.scroll_page import ScrollPage


class CheckinView(QWidget):
    """The items by section; `section_requested` is emitted by *Read this part*, for `requested_section`.

    `red_flags_requested` is emitted by the quiet links to the red flags, `history_requested` by the one to *Earlier*.
    """

    section_requested = Signal()
    history_requested = Signal()
    red_flags_requested = Signal()

    def __init__(
        self, pack: Pack, session: Session, signals: SessionSignals, *, autosave: Autosave, today: Callable[[], date]
    ) -> None:
        super().__init__()
        self._pack = pack
        self._session = session
        self.requested_section = ""
        self._cards: list[ItemCard] = []
        self._groups: dict[str, QFrame] = {}
        self._picks = PagePicks(pack, session)
        self._column = ScrollPage(pack.checklist.title)
        self._day = DayRow(session, today)
        self._apart = self._make_hint()
        self._last_time = LastTimeCard(pack.page, session, autosave)
        self._add_head()
        for section in pack.article.sections:
            items = [item for item in pack.checklist.items if item.section == section.id]
            if items:
                self._column.add(self._group(section, items))
        self._reflection = ReflectionPanel(pack.checklist, self.red_flags_requested.emit)
        self._column.add(self._reflection)
        self._column.body.addStretch(1)
        self._progress = label("", "muted")
        self._progress.setContentsMargins(20, 8, 20, 8)
        column(self, self._column, self._progress)
        signals.refresh_when_seen(self, self._refresh)
        self._refresh()

    def mark_section(self, section_id: str) -> None:
        """Mark the group of the section being read, and scroll to it unless the focus is here."""
        for other, group in self._groups.items():
            set_property(group, "marked", other == section_id)
        focus = QApplication.focusWidget()
        is_busy = focus is not None and self.isAncestorOf(focus)
        if section_id in self._groups and not is_busy:
            self._column.reveal(self._groups[section_id])

    def _add_head(self) -> None:
        title, about = self._pack.checklist.title, self._pack.about
        self._column.add(heading(title, "title", level=1), self._day, self._apart, self._last_time)
        self._column.add(label(self._pack.checklist.frame))
        self._column.add(*(label(sentence, "small") for sentence in (about.disclaimer, about.adults)))

    def _make_hint(self) -> LinkedHint:
        return LinkedHint(
            self.tr("Some answers were given to lines in other words. They stand under “Earlier”, as they were."),
            self.tr("Show them under “Earlier”"),
            "answers-apart",
            self.history_requested,
        )

    def _refresh(self) -> None:
        check_in = self._session.check_in
        self._day.refresh()
        self._apart.setVisible(any(other.reply is not None or other.note for other in check_in.older))
        self._last_time.refresh()
        for card in self._cards:
            card.refresh()
        self._reflection.show_reflection(self._reflect(), self._picks.to_work_on())
        seen, total = check_in.answered_count, len(self._pack.checklist.items)
        words = self.tr("{seen} of {total} looked at").format(seen=seen, total=total)
        show_and_announce_once(self._progress, words)

    def _may_suggest(self) -> bool:
        """Whether a line may suggest what to say to the therapist."""
        return self._picks.guidance.may_suggest_therapist

    def _reflect(self) -> Reflection:
        """Return the reflection; "you could tell your therapist" is left out after a warning."""
        reflection = reflect(self._pack.checklist, self._session.check_in)
        may_tell = reflection.is_all_yes and self._picks.guidance.may_suggest_therapist
        return msgspec.structs.replace(reflection, is_all_yes=may_tell)

    def _group(self, section: Section, items: list[Item]) -> QFrame:
        group = QFrame()
        set_style_class(group, "section")
        self._groups[section.id] = group
        layout = QVBoxLayout(group)
        head = QHBoxLayout()
        head.addWidget(heading(section.heading), stretch=1)
        read = link_button(self.tr("Read this part"), f"read-{section.id}", lambda: self._on_read(section.id))
        read.setAccessibleName(f"{read.text()}: {section.heading}")
        head.addWidget(read)
        layout.addLayout(head)
        for part, lines in groupby(items, key=lambda item: item.part):
            layout.addWidget(heading(self._pack.checklist.part(part).title, "quiet-heading", level=3))
            for item in lines:
                layout.addWidget(self._card(item))
        about = self._pack.about
        sources = item_sources(tuple(items), about)
        layout.addWidget(Disclosure(f"sources-{section.id}", about.where_from, sources, about=section.heading))
        return group

    def _card(self, item: Item) -> ItemCard:
        about = self._pack.about
        badge = f"{about.from_article} · {about.beyond_article}" if item.beyond else ""
        card = ItemCard(item, self._pack.checklist, badge, self._session, may_suggest=self._may_suggest)
        card.red_flags_requested.connect(self.red_flags_requested)
        self._cards.append(card)
        return card

    def _on_read(self, section_id: str) -> None:
        self.requested_section = section_id
        self.section_requested.emit()
