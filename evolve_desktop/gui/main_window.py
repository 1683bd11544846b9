"""The window: the rooms, the menus above them, and the question before it closes."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenuBar, QPushButton, QWidget

from evolve_desktop import __version__
from evolve_desktop.checkin.answers import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui import editing
from evolve_desktop.gui.bridge import Bridge
from evolve_desktop.gui.menus import Entry, fill, fill_choices
from evolve_desktop.gui.outlet import Outlet
from evolve_desktop.gui.press import Press
from evolve_desktop.gui.prompts import Leaving, Prompts
from evolve_desktop.gui.rooms import Room, Rooms
from evolve_desktop.gui.sheets import SheetKind, Sheets
from evolve_desktop.gui.widgets.texts import set_kind
from evolve_desktop.settings import TEXT_SIZES, Preferences, Theme

if TYPE_CHECKING:
    from evolve_desktop.gui.page_view import PageView

_Key = QKeySequence.StandardKey


class MainWindow(QMainWindow):
    """Ties the menus to the rooms, the session and the way out; holds no answer itself."""

    def __init__(  # noqa: PLR0913  (all that the window can touch, by name)
        self,
        *,
        pack: Pack,
        session: Session,
        press: Press,
        preferences: Preferences,
        prompts: Prompts,
        new_check_in: Callable[[], CheckIn],
    ) -> None:
        """Build the rooms and the menus."""
        super().__init__()
        self._pack = pack
        self._session = session
        self._preferences = preferences
        self._prompts = prompts
        self._new_check_in = new_check_in
        sheets = Sheets(press, session, preferences)
        self._outlet = Outlet(self, pack.page, session, sheets, prompts)
        self._rooms = Rooms(pack, session, Bridge(session, self), sheets, self._outlet, preferences)
        self._rooms.article.larger_wanted.connect(self._on_larger)
        self._rooms.article.smaller_wanted.connect(self._on_smaller)
        self.setWindowTitle(self.tr("Evolve"))
        self.setCentralWidget(self._rooms)
        self._build_menus()
        self.resize(1280, 800)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask, once, before answers that are not kept are let go."""
        event.setAccepted(self._may_leave())

    def _build_menus(self) -> None:
        bar = QMenuBar()
        fill(bar.addMenu(self.tr("&File")), self._file_entries())
        fill(bar.addMenu(self.tr("&Edit")), self._edit_entries())
        view = bar.addMenu(self.tr("&View"))
        fill(view, self._view_entries())
        themes = [
            (Theme.SYSTEM, self.tr("As the system")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
        ]
        fill_choices(
            view.addMenu(self.tr("&Colours")),
            [Entry(text, partial(self._on_theme, theme)) for theme, text in themes],
            chosen=[theme for theme, _ in themes].index(self._preferences.settings.theme),
        )
        fill(bar.addMenu(self.tr("&Help")), self._help_entries())
        self.setMenuWidget(self._top_row(bar))

    def _top_row(self, bar: QMenuBar) -> QWidget:
        """Return the menus with what must be one step away from everywhere."""
        row = QWidget()
        set_kind(row, "column")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 4, 12, 2)
        layout.addWidget(bar, stretch=1)
        to_help = QPushButton(self.tr("Help lines"))
        to_help.setObjectName("to-help-lines")
        to_help.clicked.connect(self._rooms.show_help_lines)
        layout.addWidget(to_help)
        return row

    def _file_entries(self) -> list[Entry | None]:
        show = self._rooms.show_sheet
        return [
            Entry(self.tr("&New check-in"), self._on_new, _Key.New),
            None,
            Entry(self.tr("&Print…"), partial(self._on_sheet, lambda page: page.print_out()), _Key.Print),
            Entry(self.tr("&Save as PDF…"), partial(self._on_sheet, lambda page: page.save()), _Key.Save),
            Entry(self.tr("Copy as &text"), partial(self._on_sheet, lambda page: page.copy())),
            None,
            Entry(self.tr("&For me only"), partial(show, SheetKind.FOR_ME)),
            Entry(self.tr("&Empty form"), partial(show, SheetKind.EMPTY_FORM)),
            None,
            Entry(self.tr("&Quit"), self.close, _Key.Quit),
        ]

    def _edit_entries(self) -> list[Entry | None]:
        return [
            Entry(self.tr("&Undo"), self._session.undo, _Key.Undo),
            Entry(self.tr("&Redo"), self._session.redo, _Key.Redo),
            None,
            Entry(self.tr("Cu&t"), editing.cut, _Key.Cut),
            Entry(self.tr("&Copy"), editing.copy, _Key.Copy),
            Entry(self.tr("&Paste"), editing.paste, _Key.Paste),
            Entry(self.tr("Select &all"), editing.select_all, _Key.SelectAll),
            None,
            Entry(self.tr("&Find in the article…"), self._rooms.show_find, _Key.Find),
            Entry(self.tr("Find &next"), self._rooms.article.find_next, _Key.FindNext),
            Entry(self.tr("Find pre&vious"), self._rooms.article.find_previous, _Key.FindPrevious),
        ]

    def _view_entries(self) -> list[Entry | None]:
        rooms = [
            Entry(self._rooms.title(room), partial(self._rooms.show_room, room), f"Ctrl+{room + 1}") for room in Room
        ]
        return [
            *rooms,
            None,
            Entry(self.tr("&Larger text"), self._on_larger, _Key.ZoomIn),
            Entry(self.tr("&Smaller text"), self._on_smaller, _Key.ZoomOut),
            Entry(self.tr("&Usual text size"), self._on_usual, "Ctrl+0"),
        ]

    def _help_entries(self) -> list[Entry | None]:
        return [
            Entry(self.tr("&Help lines"), self._rooms.show_help_lines, _Key.HelpContents),
            Entry(self._pack.red_flags.complaints_title, self._rooms.show_complaints),
            None,
            Entry(self.tr("&About"), self._on_about),
            Entry(self.tr("About &Qt"), QApplication.aboutQt),
        ]

    def _on_sheet(self, do: Callable[["PageView"], None]) -> None:
        """Show first what is about to go out: never a sheet that was looked at some time before."""
        if not self._rooms.page.isVisible():
            self._rooms.show_sheet(SheetKind.MY_PAGE)
        do(self._rooms.page)

    def _on_new(self) -> None:
        if self._may_leave():
            layout = self._session.check_in.plan.layout_only()
            self._session.start_new(self._new_check_in().with_plan(layout))
            self._rooms.show_room(Room.CHECK_IN)

    def _may_leave(self) -> bool:
        if self._session.check_in.is_empty:
            return True
        choice = self._prompts.leaving(self, self._pack.page.before_print)
        return choice is Leaving.LET_GO or (choice is Leaving.SAVE and self._outlet.save_before_leaving())

    def _on_larger(self) -> None:
        settings = self._preferences.settings
        self._preferences.change(settings.with_text(settings.larger()))

    def _on_smaller(self) -> None:
        settings = self._preferences.settings
        self._preferences.change(settings.with_text(settings.smaller()))

    def _on_usual(self) -> None:
        self._preferences.change(self._preferences.settings.with_text(TEXT_SIZES[0]))

    def _on_theme(self, theme: Theme) -> None:
        self._preferences.change(self._preferences.settings.with_theme(theme))

    def _on_about(self) -> None:
        about = self._pack.about
        lines = (
            f"Evolve Desktop {__version__}",
            self.tr("The article “{title}” is by {publisher}.").format(title=about.title, publisher=about.publisher),
            about.disclaimer,
            self.tr("Built with Qt for Python, under the LGPL. The licences are in the file NOTICE."),
        )
        self._prompts.tell(self, "\n\n".join(lines))
