"""The top of the window: the menus, and what must be one step away from everywhere."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QMenuBar, QPushButton, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.services import actions
from evolve_desktop.gui.services.actions import Entry, Wishes, fill, fill_choices
from evolve_desktop.gui.services.documents import DocumentKind
from evolve_desktop.gui.shell.main_tabs import MainTabs, Tab
from evolve_desktop.gui.widgets.labels import set_style_class
from evolve_desktop.settings import LOCK_AFTER, TEXT_SIZES, Preferences, Settings, Theme

_Key = QKeySequence.StandardKey
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class MenuBar(QWidget):
    """Sends each wish to where it belongs: the rooms, the session, the preferences, or the window."""

    def __init__(
        self, rooms: MainTabs, session: Session, preferences: Preferences, wishes: Wishes, complaints: str
    ) -> None:
        """Build the menus; `complaints` is what the places to complain are called."""
        super().__init__()
        self._rooms = rooms
        self._session = session
        self._preferences = preferences
        self._wishes = wishes
        self._complaints = complaints
        set_style_class(self, "column")
        self._bar = self._menu_bar()
        self._buttons = QHBoxLayout()
        self._layout = QBoxLayout(_BESIDE, self)
        self._layout.setContentsMargins(0, 4, 12, 2)
        self._layout.addWidget(self._bar, stretch=1)
        self._layout.addLayout(self._buttons)
        self._layout.setAlignment(self._buttons, Qt.AlignmentFlag.AlignRight)
        for text, name, do in (
            (self.tr("Help lines"), "to-help-lines", rooms.show_help_lines),
            (self.tr("Hide"), "hide", wishes.hide),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(lambda _checked=False, do=do: do())
            self._buttons.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the menus where there is no room for both beside each other."""
        super().resizeEvent(event)
        margins, between = self._layout.contentsMargins(), self._layout.spacing()
        menus = QRect()
        for menu in self._bar.actions():
            menus = menus.united(self._bar.actionGeometry(menu))
        # not the bar's own hint: from right to left that is as wide as the bar
        before = self._bar.width() - 1 - menus.right() if self.isRightToLeft() else menus.left()
        wanted = before + menus.width() + self._buttons.sizeHint().width()
        has_room = wanted + margins.left() + margins.right() + between <= self.width()
        self._layout.setDirection(_BESIDE if has_room else _BELOW)

    def _menu_bar(self) -> QMenuBar:
        bar = QMenuBar()
        file = bar.addMenu(self.tr("&File"))
        fill(file, self._file_entries())
        fill(bar.addMenu(self.tr("&Edit")), self._edit_entries())
        view = bar.addMenu(self.tr("&View"))
        fill(view, self._view_entries())
        settings = self._preferences.settings
        themes = {
            Theme.SYSTEM: self.tr("As the system"),
            Theme.LIGHT: self.tr("Light"),
            Theme.DARK: self.tr("Dark"),
            Theme.HIGH_CONTRAST: self.tr("High contrast"),
        }
        entries = [Entry(text, self._setting(partial(_themed, theme))) for theme, text in themes.items()]
        fill_choices(view.addMenu(self.tr("&Colours")), entries, list(themes).index(settings.theme))
        rests = [
            self.tr("{count} min").format(count=minutes) if minutes else self.tr("Never") for minutes in LOCK_AFTER
        ]
        entries = [
            Entry(text, self._setting(partial(_resting, minutes)))
            for minutes, text in zip(LOCK_AFTER, rests, strict=True)
        ]
        fill_choices(view.addMenu(self.tr("Lock when &idle")), entries, LOCK_AFTER.index(settings.lock_after))
        view.addAction(self._wishes.remember)
        fill(bar.addMenu(self.tr("&Help")), self._help_entries())
        return bar

    def _file_entries(self) -> Sequence[Entry | None]:
        show, wishes = self._rooms.show_sheet, self._wishes
        return [
            Entry(self.tr("&New check-in"), wishes.new_check_in, _Key.New),
            None,
            Entry(self.tr("&Print…"), wishes.print_out, _Key.Print),
            Entry(self.tr("&Save as PDF…"), wishes.save_pdf, _Key.Save),
            Entry(self.tr("Copy as &text"), wishes.copy_text),
            None,
            Entry(self.tr("&For me only"), partial(show, DocumentKind.FOR_ME)),
            Entry(self.tr("&Empty form"), partial(show, DocumentKind.EMPTY_FORM)),
            None,
            Entry(self.tr("&Keep my check-ins…"), wishes.keep),
            Entry(self.tr("&Lock"), wishes.lock, "Ctrl+L"),
            Entry(self.tr("&Hide"), wishes.hide),
            None,
            Entry(self.tr("&Quit"), wishes.leave, "Ctrl+Q"),
        ]

    def _edit_entries(self) -> Sequence[Entry | None]:
        return [
            Entry(self.tr("&Undo"), self._session.undo, _Key.Undo),
            Entry(self.tr("&Redo"), self._session.redo, _Key.Redo),
            None,
            Entry(self.tr("Cu&t"), actions.cut, _Key.Cut),
            Entry(self.tr("&Copy"), actions.copy, _Key.Copy),
            Entry(self.tr("&Paste"), actions.paste, _Key.Paste),
            Entry(self.tr("Select &all"), actions.select_all, _Key.SelectAll),
            None,
            Entry(self.tr("&Find in the article…"), self._rooms.show_find, _Key.Find),
            Entry(self.tr("Find &next"), partial(self._rooms.step_find, 1), _Key.FindNext),
            Entry(self.tr("Find pre&vious"), partial(self._rooms.step_find, -1), _Key.FindPrevious),
        ]

    def _view_entries(self) -> Sequence[Entry | None]:
        rooms = [Entry(room.title, partial(self._rooms.show_tab, room), f"Ctrl+{room + 1}") for room in Tab]
        return [
            *rooms,
            None,
            Entry(self.tr("Next &pane"), self._wishes.next_pane, "F6"),
            Entry(self.tr("Pane &before"), self._wishes.previous_pane, "Shift+F6"),
            None,
            Entry(self.tr("&Larger text"), self._setting(Settings.with_larger_text), _Key.ZoomIn),
            Entry(self.tr("&Smaller text"), self._setting(Settings.with_smaller_text), _Key.ZoomOut),
            Entry(self.tr("&Usual text size"), self._setting(_usual), "Ctrl+0"),
        ]

    def _help_entries(self) -> Sequence[Entry | None]:
        return [
            Entry(self.tr("&Help lines"), self._rooms.show_help_lines, _Key.HelpContents),
            Entry(self._complaints, self._rooms.show_complaints),
            None,
            Entry(self.tr("&Welcome"), self._wishes.welcome),
            Entry(self.tr("&Guide and keys"), self._wishes.guide),
            Entry(self.tr("&Report a problem…"), self._wishes.report),
            None,
            Entry(self.tr("&About"), self._wishes.about),
            Entry(self.tr("About &Qt"), QApplication.aboutQt),
        ]

    def _rest(self, minutes: int) -> str:
        return self.tr("After {count} minutes").format(count=minutes) if minutes else self.tr("Never")

    def _setting(self, change: Callable[[Settings], Settings]) -> Callable[[], None]:
        """Return what changes the settings as they are then."""
        return lambda: self._preferences.change(change(self._preferences.settings))


def _usual(settings: Settings) -> Settings:
    return settings.with_text(TEXT_SIZES[0])


def _themed(theme: Theme, settings: Settings) -> Settings:
    return settings.with_theme(theme)


def _resting(minutes: int, settings: Settings) -> Settings:
    return settings.with_lock_after(minutes)
