"""The three sheets as the window knows them: what each is called, and how each is ordered from the press."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.comparison import previous_check_in
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.services.ports import DocumentRenderer, RenderedDocument
from evolve_desktop.settings import Preferences


class DocumentKind(Enum):
    """What can be printed."""

    MY_PAGE = "my page"
    FOR_ME = "for me only"
    EMPTY_FORM = "empty form"


class Documents:
    """Orders a sheet with the answers and the settings of the moment."""

    def __init__(
        self,
        press: Callable[[], DocumentRenderer],
        session: Session,
        preferences: Preferences,
        kept: Callable[[], Diary],
    ) -> None:
        """Take what loads the press, and what it prints from; `kept` returns what is kept by now."""
        self._press = press
        self._session = session
        self._preferences = preferences
        self._kept = kept

    @property
    def earlier(self) -> CheckIn | None:
        """The check-in before the open one, for *since last time*; None where there is none."""
        return previous_check_in(self._session.check_in, self._kept().check_ins)

    def order(self, kind: DocumentKind) -> Callable[[], RenderedDocument]:
        """Return what lays the sheet out, in any thread; PageError then says why it could not be.

        It holds the present answers as a frozen value: what is changed afterwards does not reach it.
        """
        check_in = self._session.check_in
        if kind is DocumentKind.FOR_ME:
            country, contacts = self._preferences.settings.country, self._kept().contacts
            return partial(self._press().for_me_only, check_in, country, contacts)
        if kind is DocumentKind.EMPTY_FORM:
            return partial(self._press().empty_form, check_in.plan)
        return partial(self._press().my_page, check_in, self.earlier)

    def recovery_code(self, code: str) -> RenderedDocument:
        """Lay out a recovery code on the paper of the moment; PageError where that fails."""
        return self._press().recovery_code(code, self._session.check_in.plan)

    def is_too_long(self, kind: DocumentKind, sheet: RenderedDocument) -> bool:
        """Whether it takes more sides than usual, and the person has not said that this is fine."""
        plan = self._session.check_in.plan
        return kind is DocumentKind.MY_PAGE and len(sheet.pages) > sheet.usual_pages and not plan.more_pages

    def file_name(self, kind: DocumentKind) -> str:
        """Return a name for the file that tells nobody what it is about."""
        if kind is DocumentKind.EMPTY_FORM:
            return "Notes form.pdf"
        day = self._session.check_in.started.isoformat()
        return f"Notes {day}.pdf" if kind is DocumentKind.MY_PAGE else f"Notes {day} for me.pdf"
