"""The page of the check-in: all lines, or one at a time, as the person has set it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.checkin.checkin_bar import CheckinBar
from evolve_desktop.gui.checkin.offer_bar import OfferBar
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.localization import format_day
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.widgets.focus import focus_first, has_focus_inside
from evolve_desktop.gui.widgets.lazy_view import LazyView
from evolve_desktop.settings import TEXT_SIZES, Preferences

if TYPE_CHECKING:
    from evolve_desktop.gui.checkin.checkin_view import CheckinView
    from evolve_desktop.gui.checkin.one_line_view import OneLineView


class CheckinPages(QStackedWidget):
    """Builds both views when they are first shown; `bar` is that of the view in front, `bar_changed` a change of it.

    `show_tab` goes to another page, `start_new` begins a check-in, `follow_section` marks the section of a line in the
    article, and `read_section` goes to a section to read it.
    """

    bar_changed = Signal()

    def __init__(  # noqa: PLR0913  (what the views are made from, and where they lead)
        self,
        pack: Pack,
        session: Session,
        signals: SessionSignals,
        autosave: Autosave,
        preferences: Preferences,
        *,
        show_tab: Callable[[Tab], None],
        start_new: Callable[[], None],
        follow_section: Callable[[str], None],
        read_section: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._show_tab, self._start_new = show_tab, start_new
        self._follow_section, self._read_section = follow_section, read_section
        self._pack, self._session, self._signals = pack, session, signals
        self._autosave, self._preferences = autosave, preferences
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
    def lazy_views(self) -> "list[LazyView[QWidget]]":
        """Both views."""
        return [self._list, self._one_line]

    @property
    def bar(self) -> OfferBar:
        """The bar of the view in front."""
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
        return self.bar.offers

    def take_focus(self) -> None:
        """Focus the first control, or the button that goes on with an earlier check-in while that is offered."""
        if self.window().focusWidget() is self or not has_focus_inside(self):  # Qt gives it to a page that is shown
            self.focus_front()

    def focus_front(self) -> None:
        """Focus the first control of the view in front, wherever the focus was."""
        if self.bar.offers and self.bar.isVisible():
            self.bar.take_focus()
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
        """Show the reflection, or say that nothing is answered yet."""
        if self.is_one_line:
            self._one_line.widget.show_reflection()
        elif not self._list.widget.show_reflection():
            self.bar.tell(self.tr("Nothing is answered yet."))

    def has_step(self, name: str) -> bool:
        """Whether lines are shown one at a time, and one of the steps has the control with this name."""
        return self.is_one_line and self._one_line.widget.has_step(name)

    def show_step(self, name: str) -> None:
        """Go to the step that has the control with this name; does nothing in the list of all lines."""
        if self.is_one_line:
            self._one_line.widget.show_step(name)

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
        bar = CheckinBar(len(self._pack.checklist.items), self._session, self._signals, self._autosave)
        self._connect_bar(bar)
        bar.reflection_requested.connect(self.show_reflection)
        bar.red_flags_requested.connect(partial(self._show_tab, Tab.RED_FLAGS))
        bar.page_requested.connect(partial(self._show_tab, Tab.MY_PAGE))
        return bar

    def _build_list(self) -> "CheckinView":
        from evolve_desktop.gui.checkin.checkin_view import CheckinView  # noqa: PLC0415  (painted after the first window)

        view = CheckinView(self._pack, self._session, self._signals, self._autosave)
        view.history_requested.connect(partial(self._show_tab, Tab.EARLIER))
        view.red_flags_requested.connect(partial(self._show_tab, Tab.RED_FLAGS))
        view.one_line_requested.connect(self.show_one_line)
        view.section_requested.connect(lambda: self._read_section(view.requested_section))
        view.section_entered.connect(lambda: self._follow_section(view.section))
        self._offer_one_line(view)
        return view

    def _offer_one_line(self, view: "CheckinView") -> None:
        """Offer one line at a time where it helps most: in the largest text."""
        view.offer_one_line(offered=self._preferences.settings.text_percent == TEXT_SIZES[-1])

    def _build_one_line(self) -> "OneLineView":
        from evolve_desktop.gui.checkin.one_line_view import OneLineView  # noqa: PLC0415  (few show it)

        view = OneLineView(self._pack, self._session, self._signals, self._autosave)
        self._connect_bar(view.bar)
        view.red_flags_requested.connect(partial(self._show_tab, Tab.RED_FLAGS))
        view.page_requested.connect(partial(self._show_tab, Tab.MY_PAGE))
        view.list_requested.connect(self._show_all)
        view.section_entered.connect(lambda: self._follow_section(view.section))
        return view

    def _connect_bar(self, bar: OfferBar) -> None:
        bar.new_requested.connect(self._start_new)
        bar.gone_on.connect(self._on_gone_on)

    def _on_gone_on(self) -> None:
        """Go to the first unanswered line, and say which check-in is open."""
        self.begin()
        day = format_day(self._session.check_in.started)
        self.bar.tell(self.tr("Open now: {day}").format(day=day))
