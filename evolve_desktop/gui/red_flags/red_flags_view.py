"""The red flags page: part one at once, parts two and three behind a content note."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from evolve_desktop.checkin.red_flag_guidance import Guidance, decide_guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Tier
from evolve_desktop.gui.red_flags.flag_row import FlagRow
from evolve_desktop.gui.red_flags.guidance_panel import Collapsible, RedFlagNavigation
from evolve_desktop.gui.red_flags.open_rows import OpenRows
from evolve_desktop.gui.red_flags.part_section import FlagRows, PartSection
from evolve_desktop.gui.red_flags.reference_cards import ComplaintsCard, OrdinaryCard
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.focus import has_focus_inside
from evolve_desktop.gui.widgets.labels import button, heading, label
from evolve_desktop.gui.widgets.linked_hint import LinkedHint
from evolve_desktop.gui.widgets.pair_layout import title_line
from evolve_desktop.gui.widgets.refresh_when_seen import RefreshWhenSeen
from evolve_desktop.gui.widgets.row_keys import add_row_keys
from evolve_desktop.gui.widgets.scroll_page import ScrollPage
from evolve_desktop.settings import Preferences


class RedFlagsView(QWidget):
    """The three parts, the ordinary lines, and the complaint routes.

    `help_requested` asks for the help lines, `history_requested` for the page with answers to other words.
    """

    help_requested = Signal()
    history_requested = Signal()

    def __init__(self, pack: Pack, session: Session, signals: SessionSignals, preferences: Preferences) -> None:
        super().__init__()
        self._check = pack.red_flags
        self._session = session
        self._complaints_requested = False
        self._rows = OpenRows(self._check)
        self._opened: list[QWidget] = []
        rows = FlagRows(pack, session, preferences, rows=self._rows, navigation=self._make_navigation())
        self._parts = {part.tier: PartSection(part, pack, session, rows) for part in self._check.parts}
        self._ordinary = Collapsible(lambda _: OrdinaryCard(pack), lambda now: now.may_suggest_therapist or None)
        self._complaints = Collapsible(
            lambda _: ComplaintsCard(pack),
            lambda now: self._complaints_requested or now.may_show_complaints or None,
            lambda _: self._check.complaints_title,
        )
        self._complaints.setAccessibleName(self._check.complaints_title)
        self._apart = self._make_hint()
        self._column = ScrollPage(self._check.title)
        self._fill()
        add_row_keys(self._column)
        column(self, self._column)
        signals.refresh_when_seen(self, self._refresh)
        lazy = RefreshWhenSeen(self, self._refresh)
        preferences.subscribe(lazy.request)  # the numbers of another country
        self._refresh()

    def _make_navigation(self) -> RedFlagNavigation:
        return RedFlagNavigation(
            to_part=self.show_part,
            to_help=self.help_requested.emit,
            open_in=self._open_in,
            on_opened=self._opened.extend,
        )

    def _make_hint(self) -> LinkedHint:
        return LinkedHint(
            self.tr("Some answers were given to lines in other words. They stand under “Earlier”, as they were."),
            self.tr("Show them under “Earlier”"),
            "flags-apart",
            self.history_requested,
        )

    def show_part(self, tier: Tier) -> None:
        """Open a part and scroll to it."""
        self._parts[tier].open()
        self._reveal(self._parts[tier], self._parts[tier].button)

    def show_complaints(self) -> None:
        """Show the complaint routes, whatever was answered, and scroll to them."""
        self._complaints_requested = True
        self._refresh()
        self._reveal(self._complaints, self._complaints)

    def _refresh(self) -> None:
        check_in = self._session.check_in
        self._apart.setVisible(any(other.flag is not None or other.unsafe is not None for other in check_in.older))
        guidance = decide_guidance(self._check, check_in)
        self._rows.follow(guidance, check_in)
        self._show(guidance)

    def _show(self, guidance: Guidance) -> None:
        """Show the guidance; the line in use stays where it is on the screen, and what opened in it comes into view."""
        self._opened.clear()
        scroll = self._column.hold_still(QApplication.focusWidget())
        for widget in (*self._parts.values(), self._ordinary, self._complaints):
            widget.refresh(guidance)
        if self.isVisible():
            row = next((row for row in self.findChildren(FlagRow) if has_focus_inside(row)), self)
            scroll([widget for widget in self._opened if row.isAncestorOf(widget)])

    def _open_in(self, flag_id: str) -> None:
        self._rows.open_in(flag_id)
        self._show(decide_guidance(self._check, self._session.check_in))

    def _fill(self) -> None:
        urgent = button(self._check.urgent_label, "urgent-help", self.help_requested, narrow=True)
        top = title_line(heading(self._check.title, "title", level=1), urgent)
        self._column.add(top, label(self._check.frame), self._apart)
        for tier, part in self._parts.items():
            self._column.add(part, *([self._ordinary] if tier is Tier.TALK else []))
        self._column.add(self._complaints)
        self._column.body.addStretch(1)

    def _reveal(self, widget: QWidget, control: QWidget) -> None:
        """Scroll to the widget once the page is laid out, and move the focus to the control in it."""
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, widget, partial(self._column.reveal, widget))
