"""A bar below the check-in that offers, after a start or an unlock, to go on with the newest one that is kept."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton

from evolve_desktop.checkin.answered_wording import seen_under
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.check_in_names import name_of
from evolve_desktop.gui.widgets.announcements import focus_and_say
from evolve_desktop.gui.widgets.bottom_bar import BottomBar
from evolve_desktop.gui.widgets.card import Button
from evolve_desktop.gui.widgets.labels import set_property


class OfferBar(BottomBar):
    """Names the newest check-in that is kept, with its answers counted, until the person has said or chosen something.

    The usual way on is then to go on with it, which `gone_on` follows; `new_requested` asks for a new one. Once the
    person has answered instead, the bar says where the kept one is, until it is seen again. Nothing on the page moves.
    The last `staying` ways of the page are not replaced by the offer.
    """

    new_requested = Signal()
    gone_on = Signal()

    def __init__(self, total: int, session: Session, autosave: Autosave, *, staying: int = 0) -> None:
        super().__init__()
        self._staying = staying
        self._total = total
        self._session, self._autosave = session, autosave
        self._offered_in = self._kept_words = self._place = ""
        self._usual_ways: list[QPushButton] = []
        autosave.changed.connect(self._show)

    @property
    def offers(self) -> bool:
        """Whether the newest check-in is offered to go on with."""
        return self._offered() is not None

    def take_focus(self) -> None:
        """Focus the button that goes on, and say what with."""
        focus_and_say(self._go_on, self._offer_words())

    def add_ways(self, quiet: Sequence[Button], usual: Sequence[Button]) -> list[QPushButton]:
        """Add the ways of this page, and the two that stand in their place while an earlier check-in is offered."""
        self._usual_ways = super().add_ways(quiet, usual)
        new = (self.tr("Start a new one"), "start-new", self.new_requested)
        self._new, self._go_on = super().add_ways([new], [(self.tr("Go on with it"), "go-on", self._on_go_on)])
        for way in (self._new, self._go_on):
            way.hide()
        return self._usual_ways

    def show_place(self, words: str) -> None:
        """Show the progress in words, unless an offer stands in their place."""
        self._place = words
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Leave out where the kept check-in is, which was said once."""
        super().showEvent(event)
        if not self.offers:
            self._offered_in = ""
            self._show()

    def _show(self) -> None:
        offered = self._offered()
        if offered is not None:
            self._offered_in = self._session.whole.id
            day = name_of(offered, self._autosave.check_ins)
            self._kept_words = self.tr("{day} is kept under Earlier.").format(day=day)
        is_kept_apart = offered is None and self._offered_in == self._session.whole.id
        after = self._kept_words if is_kept_apart else ""
        self.show_words(self._offer_words() or "\n".join(filter(None, (self._place, after))))
        for way in (self._new, self._go_on):
            way.setVisible(offered is not None)
        replaced = len(self._usual_ways) - self._staying
        for way in self._usual_ways[:replaced]:
            way.setVisible(offered is None)
        set_property(self._usual_ways[-1], "primary", offered is None)

    def _offer_words(self) -> str:
        offered = self._offered()
        if offered is None:
            return ""
        count = seen_under(offered, self._session.wording).answered_count
        day = name_of(offered, self._autosave.check_ins)
        return self.tr("{day}: {count} of {total} answered").format(day=day, count=count, total=self._total)

    def _offered(self) -> CheckIn | None:
        """Return the newest check-in that is kept, while the open one is empty and nothing was done since the start."""
        session = self._session
        if not session.whole.is_empty or session.can_undo or session.can_redo:
            return None
        return max(self._autosave.check_ins, key=lambda check_in: check_in.order, default=None)

    def _on_go_on(self) -> None:
        offered = self._offered()
        if offered is not None:
            self._offered_in = ""
            self._session.start_new(offered)
            self.gone_on.emit()
