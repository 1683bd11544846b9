"""Begins a check-in, or goes back to today's; undo leads back to the one before."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.check_in_names import name_of
from evolve_desktop.gui.shell.main_tabs import MainTabs


class CheckInStarter(QObject):
    """Opens another check-in at its top, and says so; `may_leave` asks before unsaved words are discarded."""

    def __init__(
        self,
        session: Session,
        tabs: MainTabs,
        *,
        autosave: Autosave,
        new_check_in: Callable[[], CheckIn],
        may_leave: Callable[[], bool],
    ) -> None:
        super().__init__(tabs)
        self._session, self._tabs, self._autosave = session, tabs, autosave
        self._new_check_in, self._may_leave = new_check_in, may_leave
        tabs.new_requested.connect(self._replace)
        tabs.start_requested.connect(self.start)

    def start(self) -> None:
        """Begin another check-in with the same page layout, and go there."""
        if self._may_leave():
            self._open(self._new(), self.tr("A new check-in: {day}. Undo leads back."))

    def go_to_today(self) -> None:
        """Go on with today's newest check-in that is kept, or begin one."""
        today = self._new_check_in().started
        kept = (check_in for check_in in self._autosave.check_ins if check_in.started == today)
        newest = max(kept, key=lambda check_in: check_in.order, default=None)
        if newest is None:
            self.start()
        else:
            self._open(newest, self.tr("Back to {day}. Undo leads to the earlier one."))

    def _replace(self) -> None:
        """Begin another check-in in the place of one that is to be deleted, without leaving that page."""
        self._session.start_new(self._new())

    def _new(self) -> CheckIn:
        return self._new_check_in().with_plan(self._session.check_in.plan.layout_only())

    def _open(self, check_in: CheckIn, sentence: str) -> None:
        self._session.start_new(check_in)
        self._tabs.begin()
        self._tabs.tell(sentence.format(day=name_of(check_in, self._autosave.check_ins)))
