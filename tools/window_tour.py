"""A tour of every place in the window, in any theme, text size and window size, for screenshots and tests."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from evolve_desktop import resource_paths
from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.help import HelpTopic
from evolve_desktop.gui.services.theme import ThemeStyler
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.page_stack import PageStack
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.storage.unlock_view import UnlockForm, UnlockView
from evolve_desktop.settings import Preferences, Settings, Theme

PLACES = (
    *(room.name.lower().replace("_", "-") for room in Tab),
    "help-lines",
    "keeping",
    "welcome",
    "guide",
    "report",
    "lock",
    "cover",
)
_PATIENCE_MS = 5000
_STEPS_TO_REST = 5

Part = TypeVar("Part", bound=QWidget)


class Tour:
    """Sets theme and size of a shown window and goes through its places; the window's own preferences stay."""

    def __init__(self, app: QApplication, desktop: RunningApp) -> None:
        self.desktop = desktop
        self._app = app
        self._preferences = Preferences(Settings())
        self._styler = ThemeStyler(app, desktop.window, self._preferences, resource_paths.resources())

    def apply(self, theme: Theme = Theme.LIGHT, percent: int = 100) -> None:
        """Set a theme and a text size."""
        self._preferences.change(Settings(theme=theme, text_percent=percent))
        self._styler.apply()
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
        self._ways()[place]()
        self.settle()

    def _ways(self) -> dict[str, Callable[[], None]]:
        pages = self._part(PageStack)
        tabs = [partial(self._show_tab, tab) for tab in Tab]
        others = (
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
        rooms = self._part(MainTabs)
        self._part(PageStack).show_tabs()
        rooms.show_tab(tab)
        if tab is Tab.ARTICLE:
            rooms.show_find()
        else:
            rooms.article.forget()

    def keep(self) -> None:
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
        answer_some(session)
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
        before = self._places_of_all()
        self._app.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        return self._places_of_all() == before

    def _places_of_all(self) -> list[QRect]:
        return [widget.geometry() for widget in self.desktop.window.findChildren(QWidget)]

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
