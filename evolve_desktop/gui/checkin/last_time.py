"""What there is of last time, on top of a check-in: the way back to it, and what was agreed after it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.comparison import previous_check_in
from evolve_desktop.checkin.own_words import seen_under
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.check_in_names import name_of
from evolve_desktop.gui.services.locale import format_day
from evolve_desktop.gui.widgets.announcements import focus_and_say
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import button, keep_place, label, quiet_button
from evolve_desktop.gui.widgets.optional_text import OptionalText


class LastTimeCard(Card):
    """Belongs to the check-in before the open one; hidden while there is none.

    Until the person has said or chosen something, the newest one kept is named, with its answers counted, and can be
    gone on with; `new_requested` asks for a new one, and `gone_on` follows. Once they have answered, these words keep
    their place until the card is seen again, so that nothing moves. What was agreed is typed in here, and never taken
    over.
    """

    new_requested = Signal()
    gone_on = Signal()

    def __init__(self, pack: Pack, session: Session, autosave: Autosave) -> None:
        super().__init__("hint")
        self.setObjectName("last-time")
        self._session, self._autosave, self._text = session, autosave, pack.page
        self._total = len(pack.checklist.items)
        self._place: tuple[object, ...] = ()
        self._earlier_id = self._agreed = self._offered_in = self._kept_words = ""
        self._words = label("", "strong")
        self._words.setWordWrap(False)
        self._words.setObjectName("last-time-words")
        self._go_on = button(self.tr("Go on with it"), "go-on", self._on_go_on)
        self._new = quiet_button(self.tr("Start a new one"), "start-new", self.new_requested)
        self._offer = QWidget()
        row = FlowLayout(self._offer)
        for part in (self._words, self._go_on, self._new):
            row.addWidget(part)
        for way in (self._go_on, self._new):
            keep_place(way)
        self._field = OptionalText(self._text.last_agreed, self._text.agreed_help)
        self._field.edited.connect(self._on_edited)
        self.add(self._offer, self._field)
        autosave.changed.connect(self.refresh)
        self.hide()  # until it has its place
        self._offer.hide()

    @property
    def offers(self) -> bool:
        """Whether the newest check-in is offered to go on with."""
        return self._offered() is not None

    def take_focus(self) -> None:
        """Focus the button that goes on, and say what with."""
        focus_and_say(self._go_on, self._words.text())

    def refresh(self) -> None:
        """Show what was agreed after the check-in before the open one, and whether that can be gone on with."""
        earlier, offered = self._earlier(), self._offered()
        self._show_offer(offered)
        self._agreed = earlier.agreed if earlier else ""
        if earlier is not None:
            day = format_day(earlier.started)
            title = self._text.last_agreed
            self._field.set_title(title if offered else f"{title} · {day}")  # the day stands above it then
            self._field.set_name(f"agreed-{earlier.id}", f"{self._text.agreed} · {day}…")
        self._field.show_text(self._agreed)
        has_offer = not self._offer.isHidden()
        self._field.setVisible(earlier is not None and (bool(self._agreed) or not has_offer))
        self.setVisible(has_offer or earlier is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """Leave out what had only kept its place."""
        super().showEvent(event)
        if not self.offers:
            self._offered_in = ""
            self.refresh()

    def _show_offer(self, offered: CheckIn | None) -> None:
        open_one = self._session.whole
        if offered is not None:
            self._offered_in = open_one.id
            name = name_of(offered, self._autosave.check_ins)
            count = seen_under(offered, self._session.wording).answered_count
            words = self.tr("{day}: {count} of {total} answered")
            self._words.setText(words.format(day=name, count=count, total=self._total))
            self._kept_words = self.tr("{day} is kept under Earlier.").format(day=name)
        elif self._offered_in == open_one.id:
            self._words.setText(self._kept_words)
        for way in (self._go_on, self._new):
            way.setVisible(offered is not None)
        self._offer.setVisible(self._offered_in == open_one.id)

    def _offered(self) -> CheckIn | None:
        """Return the newest check-in that is kept, while the open one is empty and nothing was done since the start."""
        session = self._session
        if not session.whole.is_empty or session.can_undo or session.can_redo:
            return None
        return max(self._autosave.check_ins, key=lambda check_in: check_in.order, default=None)

    def _earlier(self) -> CheckIn | None:
        """Return the check-in before the open one, which is looked for anew when the open one is another."""
        check_ins, open_one = self._autosave.check_ins, self._session.whole
        place = (open_one.id, open_one.started, len(check_ins))
        if place != self._place:
            self._place = place
            earlier = previous_check_in(open_one, check_ins)
            self._earlier_id = earlier.id if earlier else ""
        return next((check_in for check_in in check_ins if check_in.id == self._earlier_id), None)

    def _on_go_on(self) -> None:
        offered = self._offered()
        if offered is not None:
            self._offered_in = ""
            self._session.start_new(offered)
            self.gone_on.emit()

    def _on_edited(self) -> None:
        if self._field.text != self._agreed:
            self._session.agree(self._earlier_id, self._agreed, self._field.text)
