"""The window: its pages, the row above them, and what ties them to each other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from evolve_desktop import __version__
from evolve_desktop.gui.bridge import Bridge
from evolve_desktop.gui.cover import Cover
from evolve_desktop.gui.keeper import Keeping
from evolve_desktop.gui.keeping.keeping_bar import KeepingBar
from evolve_desktop.gui.keeping.parts import KeepingParts
from evolve_desktop.gui.leaving import Leaving
from evolve_desktop.gui.needs import Needs
from evolve_desktop.gui.outlet import Outlet
from evolve_desktop.gui.pages import Pages
from evolve_desktop.gui.rooms import Room, Rooms
from evolve_desktop.gui.sheets import SheetKind
from evolve_desktop.gui.shelter import Shelter
from evolve_desktop.gui.top_row import TopRow
from evolve_desktop.gui.views import Views
from evolve_desktop.gui.widgets.later import Later
from evolve_desktop.gui.wishes import Wishes

if TYPE_CHECKING:
    from evolve_desktop.gui.keeping.keeping_view import KeepingView
    from evolve_desktop.gui.keeping.locked_view import LockedView
    from evolve_desktop.gui.page_view import PageView


class MainWindow(QMainWindow):
    """Ties its parts to each other; holds no answer itself. `kept` follows every save from the first one on."""

    kept = Signal()

    def __init__(self, needs: Needs) -> None:
        """Build the parts; `show` and `start` come after it."""
        super().__init__()
        self._needs = needs
        self._outlet = Outlet(self, needs.pack.page, needs.session, needs.sheets, needs.prompts)
        self._leaving = Leaving(self, needs, self._outlet)
        self._parts = KeepingParts(self, needs)
        self._rooms = Rooms(Views(needs=needs, bridge=Bridge(needs.session, self), outlet=self._outlet))
        bar, cover = KeepingBar(needs.keeper), Cover(needs.pack.keeping.cover)
        keeping, locked = Later(self._keeping_view), Later(self._locked_view)
        self._pages = Pages(self._rooms, bar, keeping, locked, cover)
        self._shelter = Shelter(self, self._pages, self._parts, needs.watch, self._forget)
        self._connect(bar, cover)
        self.setWindowTitle(self.tr("Evolve"))
        complaints = needs.pack.red_flags.complaints_title
        row = TopRow(self._rooms, needs.session, needs.preferences, self._wishes(), complaints)
        self.setMenuWidget(row)  # before the pages, as Tab goes
        self.setCentralWidget(self._pages)
        self.resize(1280, 800)

    def start(self) -> None:
        """Open what is kept; where a passphrase locks it, ask for that first."""
        self._shelter.start()

    def come_forward(self) -> None:
        """Show the window above the others."""
        self.showNormal()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask, once, before anything that is not on disk is let go."""
        event.setAccepted(self._leaving.may_leave())

    def changeEvent(self, event: QEvent) -> None:
        """Save what was typed last when the person turns to another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._needs.keeper.save_now()

    def _connect(self, bar: KeepingBar, cover: Cover) -> None:
        needs = self._needs
        needs.keeper.changed.connect(self._on_keeper)
        self._rooms.entered.connect(self._pages.show_rooms)
        self._rooms.entered.connect(needs.keeper.save_now)
        self._rooms.keep_wanted.connect(self._pages.show_keeping)
        self._rooms.new_wanted.connect(self._start_new)
        bar.more_wanted.connect(self._pages.show_keeping)
        cover.back_wanted.connect(self._shelter.back)
        needs.watch.rest_after(needs.preferences.settings.lock_after)
        needs.preferences.subscribe(lambda: needs.watch.rest_after(needs.preferences.settings.lock_after))

    def _wishes(self) -> Wishes:
        page = self._shown_page
        return Wishes(
            new_check_in=self._on_new,
            print_out=lambda: page().print_out(),
            save_pdf=lambda: page().save(),
            copy_text=lambda: page().copy(),
            keep=self._pages.show_keeping,
            lock=self._shelter.lock,
            hide=self._shelter.hide,
            about=self._on_about,
            leave=self.close,
        )

    def _keeping_view(self) -> "KeepingView":
        from evolve_desktop.gui.keeping.keeping_view import KeepingView  # noqa: PLC0415  (not for the first window)

        view = KeepingView(self._needs.pack.keeping, self._needs.keeper, self._parts)
        view.left.connect(self._pages.show_rooms)
        view.print_wanted.connect(lambda: self._outlet.print_code(self._parts.keys.code))
        return view

    def _locked_view(self) -> "LockedView":
        from evolve_desktop.gui.keeping.locked_view import LockedView  # noqa: PLC0415  (not for the first window)

        view = LockedView(self._needs.pack.keeping, self._parts)
        view.left.connect(self._shelter.go_on)
        return view

    def _shown_page(self) -> "PageView":
        """Show first what is about to go out: never a sheet that was looked at some time before."""
        if not self._rooms.page.isVisible():
            self._rooms.show_sheet(SheetKind.MY_PAGE)
        return self._rooms.page

    def _forget(self) -> None:
        self._rooms.forget()
        self._outlet.forget()

    def _on_keeper(self) -> None:
        if self._needs.keeper.state is Keeping.KEPT:
            self.kept.emit()

    def _on_new(self) -> None:
        if self._leaving.may_leave():
            self._start_new()
            self._rooms.show_room(Room.CHECK_IN)

    def _start_new(self) -> None:
        """Begin another check-in on the same paper."""
        session = self._needs.session
        session.start_new(self._needs.new_check_in().with_plan(session.check_in.plan.layout_only()))

    def _on_about(self) -> None:
        about = self._needs.pack.about
        lines = (
            f"Evolve Desktop {__version__}",
            self.tr("The article “{title}” is by {publisher}.").format(title=about.title, publisher=about.publisher),
            about.disclaimer,
            self._needs.pack.keeping.hide,
            self.tr("Built with Qt for Python, under the LGPL. The licences are in the file NOTICE."),
        )
        self._needs.prompts.tell(self, "\n\n".join(lines))
