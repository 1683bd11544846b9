"""The kinds of documents the window can print, and how each is ordered from the renderer."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.comparison import previous_check_in
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.services.ports import RenderedDocument, RendererPort
from evolve_desktop.settings import Preferences


class DocumentKind(Enum):
    """What can be printed."""

    MY_PAGE = "my page"
    FOR_ME = "for me only"
    WALLET_CARD = "wallet card"
    EMPTY_FORM = "empty form"


translate = QCoreApplication.translate


class Documents:
    """Orders a document with the answers and settings of the moment.

    `renderer` loads the renderer when it is first called; `diary` returns the diary as it is then.
    """

    def __init__(
        self,
        renderer: Callable[[], RendererPort],
        session: Session,
        preferences: Preferences,
        diary: Callable[[], Diary],
    ) -> None:
        self._load = renderer
        self._loaded: RendererPort | None = None
        self._session = session
        self._preferences = preferences
        self._diary = diary

    @property
    def earlier(self) -> CheckIn | None:
        """The check-in before the open one, for *since last time*; None if there is none."""
        return previous_check_in(self._session.whole, self._diary().check_ins)

    def render_job(self, kind: DocumentKind) -> Callable[[], RenderedDocument]:
        """Return a function that renders the document, in any thread; it raises PageError if that fails.

        It holds the present answers as a frozen value: later changes do not reach it.
        """
        check_in = self._session.check_in
        if kind in {DocumentKind.FOR_ME, DocumentKind.WALLET_CARD}:
            renderer, country = self._renderer(), self._preferences.settings.country
            render = renderer.for_me_only if kind is DocumentKind.FOR_ME else renderer.wallet_card
            return partial(render, check_in, country, self._diary().contacts)
        if kind is DocumentKind.EMPTY_FORM:
            return partial(self._renderer().empty_form, check_in.plan)
        return partial(self._renderer().my_page, self._session.whole, self.earlier)

    def recovery_code(self, code: str) -> RenderedDocument:
        """Render a recovery code on the paper of the moment; raises PageError if that fails."""
        return self._renderer().recovery_code(code, self._session.check_in.plan)

    def is_too_long(self, kind: DocumentKind, document: RenderedDocument) -> bool:
        """Whether it takes more sides than usual and the person has not agreed to that."""
        plan = self._session.check_in.plan
        return kind is DocumentKind.MY_PAGE and len(document.pages) > document.usual_pages and not plan.more_pages

    def forget(self) -> None:
        """Have the renderer forget every document, in any thread; does nothing before the first one."""
        if self._loaded is not None:
            self._loaded.forget()

    def _renderer(self) -> RendererPort:
        self._loaded = self._load()
        return self._loaded

    def file_name(self, kind: DocumentKind) -> str:
        """Return a file name that does not give away its subject."""
        name = {
            DocumentKind.MY_PAGE: translate("Documents", "Notes {day}"),
            DocumentKind.FOR_ME: translate("Documents", "Notes {day} for me"),
            DocumentKind.WALLET_CARD: translate("Documents", "Notes card"),
            DocumentKind.EMPTY_FORM: translate("Documents", "Notes form"),
        }[kind]
        return name.format(day=self._session.check_in.started.isoformat()) + ".pdf"
