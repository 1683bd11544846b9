"""The page of the check-in: all lines, or one at a time, as the person has set it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.checkin.checkin_bar import CheckinBar
from evolve_desktop.gui.checkin.last_time import LastTimeCard
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.locale import format_day
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.bottom_bar import BottomBar
from evolve_desktop.gui.widgets.focus import focus_first, has_focus_inside
from evolve_desktop.gui.widgets.lazy_view import LazyView
from evolve_desktop.settings import TEXT_SIZES, Preferences

if TYPE_CHECKING:
    from evolve_desktop.gui.checkin.checkin_view import CheckinView
    from evolve_desktop.gui.checkin.one_line_view import OneLineView


class CheckinPages(QStackedWidget):
    """Builds both when they are first shown; `bar` belongs to the one in front, and `bar_changed` follows another.

    `section_entered` follows the way into a line of `section`, `section_requested` the wish to read
    `requested_section`; the other signals ask for another page, or for a new check-in.
    """

    bar_changed = Signal()
    section_entered = Signal()
    section_requested = Signal()
    red_flags_requested = Signal()
    history_requested = Signal()
    page_requested = Signal()
    new_requested = Signal()

    def __init__(
        self, pack: Pack, session: Session, signals: SessionSignals, autosave: Autosave, preferences: Preferences
    ) -> None:
        super().__init__()
        self._pack, self._session, self._signals = pack, session, signals
        self._autosave, self._preferences = autosave, preferences
        self.requested_section = ""
        self._list = LazyView(self._build_list, after_paint=True)
        self._one_line = LazyView(self._build_one_line)
        self._list_bar = self._build_bar()
        for view in (self._list, self._one_line):
            self.addWidget(view)
        preferences.subscribe(self._on_preferences)
        self._on_preferences()

    @property
    def is_one_line(self) -> bool:
        """Whether one line at a time is shown."""
        return self._preferences.settings.one_line

    @property
    def bar(self) -> BottomBar:
        """The bar of what is in front."""
        return self._one_line.widget.bar if self.is_one_line else self._list_bar

    @property
    def section(self) -> str:
        """The section of the line in use; empty if there is none yet."""
        if self.is_one_line:
            return self._one_line.widget.section
        return self._list.widget.section if self._list.is_built else ""

    @property
    def offers(self) -> bool:
        """Whether an earlier check-in is offered to go on with."""
        return self._card.offers

    def take_focus(self) -> None:
        """Focus the first control, or the one that goes on with an earlier check-in where that is offered."""
        if not has_focus_inside(self):
            self.focus_front()

    def focus_front(self) -> None:
        """Focus the first control of what is in front, wherever the focus was."""
        if self._card.offers and self._card.isVisible():
            self._card.take_focus()
        elif self.is_one_line:
            self._one_line.widget.take_focus()
        else:
            focus_first(self._list.widget)

    def begin(self) -> None:
        """Show the first line without an answer, with the focus on it: another check-in is open."""
        if self.is_one_line:
            self._one_line.widget.take_focus()
        else:
            self._list.widget.begin()

    def follow(self, section: str) -> None:
        """Show the lines of the section being read; one line at a time stays where it is."""
        if not self.is_one_line:
            self._list.widget.follow(section)

    def show_reflection(self) -> None:
        """Show what the check-in says back, or tell that nothing is answered yet."""
        if self.is_one_line:
            self._one_line.widget.show_reflection()
        elif not self._list.widget.show_reflection():
            self.bar.tell(self.tr("Nothing is answered yet."))

    def has_step(self, name: str) -> bool:
        """Whether lines come one at a time, and one of the steps has the control of this name."""
        return self.is_one_line and self._one_line.widget.has_step(name)

    def show_step(self, name: str) -> None:
        """Go to the step with the control of this name, where lines come one at a time."""
        if self.is_one_line:
            self._one_line.widget.show_step(name)

    @property
    def _card(self) -> LastTimeCard:
        """The card on top of what is in front."""
        return self._one_line.widget.last_time if self.is_one_line else self._list.widget.last_time

    def _on_preferences(self) -> None:
        """Show one line or all, with the focus where it was."""
        settings = self._preferences.settings
        if self._list.is_built:
            self._offer_one_line(self._list.widget)
        front = self._one_line if settings.one_line else self._list
        if front is self.currentWidget():
            return
        had_focus = has_focus_inside(self)
        self.setCurrentWidget(front)
        self.bar_changed.emit()
        if had_focus:
            self.focus_front()

    def _show_all(self) -> None:
        self._preferences.change(self._preferences.settings.with_one_line(on=False))
        self.focus_front()

    def show_one_line(self) -> None:
        """Show one line at a time from now on."""
        self._preferences.change(self._preferences.settings.with_one_line(on=True))

    def _build_bar(self) -> CheckinBar:
        bar = CheckinBar(len(self._pack.checklist.items), self._session, self._signals)
        bar.reflection_requested.connect(self.show_reflection)
        bar.red_flags_requested.connect(self.red_flags_requested)
        bar.page_requested.connect(self.page_requested)
        return bar

    def _build_list(self) -> "CheckinView":
        from evolve_desktop.gui.checkin.checkin_view import CheckinView  # noqa: PLC0415  (painted after the first window)

        view = CheckinView(self._pack, self._session, self._signals, self._autosave)
        self._connect_card(view.last_time)
        view.history_requested.connect(self.history_requested)
        view.red_flags_requested.connect(self.red_flags_requested)
        view.one_line_requested.connect(self.show_one_line)
        view.section_requested.connect(lambda: self._on_section_requested(view.requested_section))
        view.section_entered.connect(self.section_entered)
        self._offer_one_line(view)
        return view

    def _offer_one_line(self, view: "CheckinView") -> None:
        """Offer one line at a time where it helps most: in the largest text."""
        view.offer_one_line(offered=self._preferences.settings.text_percent == TEXT_SIZES[-1])

    def _build_one_line(self) -> "OneLineView":
        from evolve_desktop.gui.checkin.one_line_view import OneLineView  # noqa: PLC0415  (few show it)

        view = OneLineView(self._pack, self._session, self._signals, self._autosave)
        self._connect_card(view.last_time)
        view.red_flags_requested.connect(self.red_flags_requested)
        view.page_requested.connect(self.page_requested)
        view.list_requested.connect(self._show_all)
        view.section_entered.connect(self.section_entered)
        return view

    def _connect_card(self, card: LastTimeCard) -> None:
        card.new_requested.connect(self.new_requested)
        card.gone_on.connect(self._on_gone_on)

    def _on_gone_on(self) -> None:
        """Go to the place where it was left."""
        self.begin()
        day = format_day(self._session.check_in.started)
        self.bar.tell(self.tr("Open now: {day}").format(day=day))

    def _on_section_requested(self, section: str) -> None:
        self.requested_section = section
        self.section_requested.emit()
