"""A tour of every place in the window, in any theme, text size and window size, for screenshots and tests."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QObject, QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.help import HelpTopic
from evolve_desktop.gui.services.documents import DocumentKind
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.page_stack import PageStack
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.storage.unlock_view import UnlockForm, UnlockView
from evolve_desktop.gui.widgets.focus import scroll_area_around
from evolve_desktop.settings import Theme

PLACES = (
    *(tab.name.lower().replace("_", "-") for tab in Tab),
    "one-line",
    "help-lines",
    "keeping",
    "welcome",
    "guide",
    "report",
    "lock",
    "privacy-screen",
)
MORE_PLACES = (
    "says-back",
    "red-flags-all",
    "red-flags-danger",
    "for-me",
    "wallet-card",
    "empty-form",
    "saved",
    "earlier-below",
)
"""What the pages show besides, further down or after an action."""

_PATIENCE_MS = 5000
_STEPS_TO_REST = 5
_NEAR = 60  # pixels

Part = TypeVar("Part", bound=QWidget)


class LayoutRequests(QObject):
    """Counts the layouts that are asked to lay out their widgets anew."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.count = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count an event that asks for it."""
        self.count += event.type() is QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


class Tour:
    """Sets theme and size of a shown window, in its own preferences, and goes through its places."""

    def __init__(self, app: QApplication, desktop: RunningApp) -> None:
        self.desktop = desktop
        self._app = app

    def apply(self, theme: Theme = Theme.LIGHT, percent: int = 100) -> None:
        """Set a theme and a text size."""
        preferences = self.desktop.preferences
        preferences.change(preferences.settings.with_theme(theme).with_text(percent))
        self.settle()

    def resize(self, width: int, height: int) -> None:
        """Make the window this large, or as small as it can be."""
        for _ in range(2):  # once the article is a tab, the window can be narrower still
            self.desktop.window.resize(width, height)
            self.settle()

    def places(self) -> Iterator[str]:
        """Show each place, one after the other; yield the name of each, and end before the tabs."""
        pages = self._part(PageStack)
        pages.show_tabs()
        for place in PLACES:
            self.show(place)
            yield place
        pages.show_tabs()
        pages.close_privacy_screen()

    def show(self, place: str) -> None:
        """Show one of `PLACES`: a tab, the article with its search open, or another page."""
        self._leave()
        self._ways()[place]()
        self.settle()

    def _ways(self) -> dict[str, Callable[[], None]]:
        pages = self._part(PageStack)
        tabs = [partial(self._show_tab, tab) for tab in Tab]
        others = (
            self._show_one_line,
            pages.show_help_lines,
            pages.show_storage,
            self._part(MainTabs).show_welcome,
            partial(pages.show_help, HelpTopic.START),
            partial(pages.show_help, HelpTopic.REPORT),
            self._show_lock,
            pages.show_privacy_screen,
        )
        return dict(zip(PLACES, (*tabs, *others), strict=True))

    def _show_tab(self, tab: Tab) -> None:
        tabs = self._part(MainTabs)
        self._part(PageStack).show_tabs()
        tabs.show_tab(tab)
        if tab is Tab.ARTICLE:
            tabs.show_find()
        else:
            tabs.article.forget()

    def more_places(self) -> Iterator[str]:
        """Show what the pages have besides; yield the name of each. Danger is named for one of them."""
        self._leave()
        tabs, session = self._part(MainTabs), self.desktop.session
        shown: tuple[Callable[[], object], ...] = (
            partial(self._click, "to-reflection"),
            self._open_red_flags,
            self._name_danger,
            partial(tabs.show_document, DocumentKind.FOR_ME),
            partial(tabs.show_document, DocumentKind.WALLET_CARD),
            partial(tabs.show_document, DocumentKind.EMPTY_FORM),
            self._show_saved,
            self._show_end_of_earlier,
        )
        for place, show in zip(MORE_PLACES, shown, strict=True):
            show()
            self.settle()
            yield place
            if place == "red-flags-danger":
                session.flag("X08", None)
        tabs.show_tab(Tab.CHECK_IN)
        self._scroll_to("C16-not-yet", above=1000)

    def keep(self, answer: Callable[[Session], None] | None = None) -> None:
        """Start saving without a passphrase, add a contact, and begin a second check-in a week after the first."""
        pages = self._part(PageStack)
        pages.show_storage()
        self.settle()
        keep = self._click("keep-open")
        self.wait(lambda: not keep.isVisible())
        pages.show_tabs()
        pages.show_help_lines()
        self.settle()
        self._click("own-add")
        self._line("own-name").setText("The clinic, after hours")
        self._line("own-reach").setText("555 0100")
        self._click("own-save")
        session = self.desktop.session
        today = session.check_in.started
        session.set_day(today - timedelta(days=7))
        session.start_new(CheckIn(id="another", started=today))
        (answer or answer_some)(session)
        session.reply("C01", Reply.MOSTLY)

    def settle(self) -> None:
        """Wait until the layouts are settled: a width changes a height, which may change a width again.

        What a worker or a timer changes with the last of these steps is not laid out yet, so that is waited for too.
        """
        for _ in range(_STEPS_TO_REST):
            self._app.processEvents()
        self.wait(self._is_laid_out)

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Process events until the condition is true; raise TimeoutError if that takes too long."""
        end = QDeadlineTimer(_PATIENCE_MS)
        while not is_so():
            if end.hasExpired():
                raise TimeoutError("the window did not come to rest")
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def _is_laid_out(self) -> bool:
        requests = LayoutRequests(self._app)
        self._app.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._app.removeEventFilter(requests)
        return requests.count == 0

    def _show_one_line(self) -> None:
        tabs = self._part(MainTabs)
        tabs.show_tab(Tab.CHECK_IN)
        tabs.checkin.show_one_line()

    def _leave(self) -> None:
        """Leave what would stand in the way of the next place: one line at a time, and the welcome."""
        if self._part(MainTabs).checkin.is_one_line:
            self._click("all-lines")
        start = self.desktop.window.findChild(QAbstractButton, "start")
        if isinstance(start, QAbstractButton) and start.isVisible():
            start.click()

    def _open_red_flags(self) -> None:
        self._part(MainTabs).show_tab(Tab.RED_FLAGS)
        for name, line in (("show-part-2", "S01-no"), ("show-part-3", "X01-no")):
            found = self.desktop.window.findChild(QWidget, line)
            if not isinstance(found, QWidget) or not found.isVisible():
                self._click(name)
        self._scroll_to("S09-no")

    def _name_danger(self) -> None:
        self.desktop.session.flag("X08", FlagReply.YES)
        self._scroll_to("X07-no")

    def _scroll_to(self, name: str, above: int = _NEAR) -> None:
        """Scroll a page until this control is so many pixels below its top, if the page is long enough."""
        self.settle()
        control = self.desktop.window.findChild(QWidget, name)
        assert isinstance(control, QWidget)  # noqa: S101  (otherwise there is no such control)
        area = scroll_area_around(control)
        assert area is not None  # noqa: S101  (otherwise the page does not scroll)
        top = control.mapTo(area.viewport(), QPoint()).y()
        area.verticalScrollBar().setValue(area.verticalScrollBar().value() + top - above)

    def _show_saved(self) -> None:
        tabs = self._part(MainTabs)
        tabs.show_document(DocumentKind.MY_PAGE)
        told = QCoreApplication.translate("DocumentOutput", "Saved as {name} in {folder}.")
        path = Path("Documents", "Notes 2026-11-24.pdf")
        tabs.page.bar.tell(told.format(name=path.name, folder=path.parent), path)

    def _show_end_of_earlier(self) -> None:
        self._part(MainTabs).show_tab(Tab.EARLIER)
        self._scroll_to("compare-earlier")

    def _show_lock(self) -> None:
        """Show the unlock page as for a vault with a passphrase, without locking anything."""
        self._part(PageStack).show_unlock()
        told = self._part(UnlockView).findChild(QLabel, "locked-told")
        box = self._part(UnlockView).findChild(UnlockForm)
        assert isinstance(told, QLabel)  # noqa: S101  (otherwise no message is shown)
        assert isinstance(box, UnlockForm)  # noqa: S101  (otherwise there is no passphrase form)
        told.hide()
        box.show()

    def _click(self, name: str) -> QAbstractButton:
        button = self.desktop.window.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)  # noqa: S101  (otherwise there is no such button)
        button.click()
        return button

    def _line(self, name: str) -> QLineEdit:
        line = self.desktop.window.findChild(QLineEdit, name)
        assert isinstance(line, QLineEdit)  # noqa: S101  (otherwise there is no such field)
        return line

    def _part(self, kind: type[Part]) -> Part:
        found = self.desktop.window.findChild(kind)
        assert isinstance(found, kind)  # noqa: S101  (otherwise the window has changed)
        return found


def answer_typically(session: Session) -> None:
    """Answer as one evening may go: some lines, three to bring, a note, two red flags, and the texts of My page."""
    replies = {
        **dict.fromkeys(("C16", "C02", "C13"), Reply.YES),
        **dict.fromkeys(("C01", "C11", "C04"), Reply.MOSTLY),
        **dict.fromkeys(("C10", "C12"), Reply.A_LITTLE),
        **dict.fromkeys(("C03", "C05"), Reply.NOT_YET),
    }
    for item_id, reply in replies.items():
        session.reply(item_id, reply)
    session.note("C12", "I would like to know who reads what is written down.")
    for item_id in ("C03", "C10", "C05"):
        session.bring(item_id, on=True)
    for item_id in ("C16", "C02"):
        session.helping(item_id, on=True)
    for flag_id in ("R01", "R04"):
        session.flag(flag_id, FlagReply.NOT_SURE)
    plan = session.check_in.plan.with_main_topic("How we work together. I often leave with questions.")
    session.plan(
        plan.with_also(0, "The holidays").with_question(0, "What should I do when I feel stuck between sessions?")
    )


def answer_some(session: Session) -> None:
    """Answer so that hints, links, notes and guidance are visible."""
    replies = {"C16": Reply.YES, "C01": Reply.NOT_YET, "C12": Reply.A_LITTLE, "C15": Reply.NOT_FOR_ME}
    for item_id, reply in replies.items():
        session.reply(item_id, reply)
    session.note("C12", "What I want to say about it, in so many words that they take more than one line.")
    session.bring("C16", on=True)
    session.bring("C01", on=True)
    for flag_id, seen in (("R06", FlagReply.NOT_SURE), ("S07", FlagReply.YES), ("X08", FlagReply.YES)):
        session.flag(flag_id, seen)
    session.plan(session.check_in.plan.with_main_topic("How we work together. I often leave with questions."))
