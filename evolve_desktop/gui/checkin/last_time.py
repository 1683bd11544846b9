"""What was agreed after the check-in before the open one: in one row on top of the page."""

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.comparison import previous_check_in
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.page_text import PageText
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.localization import format_day
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.optional_text import OptionalText


class LastTimeCard(Card):
    """Belongs to the check-in before the open one; hidden while there is none.

    What was agreed is typed in here, and never taken over.
    """

    def __init__(self, text: PageText, session: Session, autosave: Autosave) -> None:
        super().__init__("hint")
        self.setObjectName("last-time")
        self.body.setContentsMargins(8, 1, 8, 1)
        self._session, self._autosave, self._text = session, autosave, text
        self._place: tuple[object, ...] = ()
        self._earlier_id = self._agreed = ""
        self._field = OptionalText(text.last_agreed, text.agreed_help, in_row=True)
        self._field.edited.connect(self._on_edited)
        self.add(self._field)
        autosave.changed.connect(self.refresh)
        self.hide()  # until it has its place

    def refresh(self) -> None:
        """Show what was agreed after the check-in before the open one."""
        earlier = self._earlier()
        self._agreed = earlier.agreed if earlier else ""
        if earlier is not None:
            day = format_day(earlier.started)
            self._field.set_title(f"{self._text.last_agreed} · {day}")
            self._field.set_name(f"agreed-{earlier.id}", f"{self._text.agreed}…", day)
        self._field.show_text(self._agreed)
        self.setVisible(earlier is not None)

    def _earlier(self) -> CheckIn | None:
        """Return the check-in before the open one, which is looked for anew when the open one is another."""
        check_ins, open_one = self._autosave.check_ins, self._session.whole
        place = (open_one.id, open_one.started, len(check_ins))
        if place != self._place:
            self._place = place
            earlier = previous_check_in(open_one, check_ins)
            self._earlier_id = earlier.id if earlier else ""
        return next((check_in for check_in in check_ins if check_in.id == self._earlier_id), None)

    def _on_edited(self) -> None:
        if self._field.text != self._agreed:
            self._session.agree(self._earlier_id, self._agreed, self._field.text)
