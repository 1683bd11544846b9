"""The window: the article on the left, the self-check on the right, the menus above."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QTabWidget

from evolve_desktop.checkin.answers import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.errors import UserFacingError
from evolve_desktop.gui.article_view import ArticleView
from evolve_desktop.gui.bridge import Bridge
from evolve_desktop.gui.checkin_view import CheckinView
from evolve_desktop.gui.help_lines_view import HelpLinesView
from evolve_desktop.gui.output import copy_text, save_pdf
from evolve_desktop.gui.page_view import PageView
from evolve_desktop.gui.press import Press
from evolve_desktop.gui.printing import print_sheet
from evolve_desktop.gui.prompts import Leaving, Prompts
from evolve_desktop.gui.red_flags_view import RedFlagsView
from evolve_desktop.settings import Preferences


class MainWindow(QMainWindow):
    """Ties the views to each other and the menus to the session; holds no answer itself."""

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
        """Build the views and tie them together."""
        super().__init__()
        self._session = session
        self._press = press
        self._preferences = preferences
        self._prompts = prompts
        self._new_check_in = new_check_in
        self._bridge = Bridge(session)
        self.setWindowTitle(self.tr("Evolve"))
        self._article = ArticleView(pack.article, pack.about.publisher)
        self._checkin = CheckinView(pack, session, self._bridge)
        self._red_flags = RedFlagsView(pack, session, self._bridge)
        self._page = PageView(pack.page, session, self._bridge, press)
        self._help = HelpLinesView(pack.help_lines, session.check_in.started)
        self._tabs = self._build_tabs()
        self.setCentralWidget(self._build_splitter())
        self._connect()
        self._build_menus()
        self.resize(1280, 800)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask, once, before answers that are not kept are let go."""
        if not self._may_leave():
            event.ignore()
            return
        event.accept()

    def _build_tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setObjectName("tabs")
        tabs.setDocumentMode(True)
        for view, title in (
            (self._checkin, self.tr("Check-in")),
            (self._red_flags, self.tr("Red flags")),
            (self._page, self.tr("My page")),
            (self._help, self.tr("Help lines")),
        ):
            tabs.addTab(view, title)
        return tabs

    def _build_splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._article)
        splitter.addWidget(self._tabs)
        splitter.setSizes([440, 840])
        return splitter

    def _connect(self) -> None:
        self._checkin.section_wanted.connect(lambda: self._article.show_section(self._checkin.wanted))
        self._article.section_reached.connect(lambda: self._checkin.mark_section(self._article.section))
        self._red_flags.help_wanted.connect(lambda: self._tabs.setCurrentWidget(self._help))
        self._page.print_wanted.connect(self._on_print)
        self._page.save_wanted.connect(self._on_save)
        self._page.copy_wanted.connect(self._on_copy)
        self._tabs.currentChanged.connect(self._on_tab)

    def _build_menus(self) -> None:
        key = QKeySequence.StandardKey
        file = self.menuBar().addMenu(self.tr("&File"))
        _add(file, self.tr("&New check-in"), key.New, self._on_new)
        _add(file, self.tr("&Print…"), key.Print, self._on_print)
        _add(file, self.tr("&Save as PDF…"), key.Save, self._on_save)
        _add(file, self.tr("&Copy as text"), None, self._on_copy)
        file.addSeparator()
        _add(file, self.tr("&Quit"), key.Quit, self.close)
        edit = self.menuBar().addMenu(self.tr("&Edit"))
        _add(edit, self.tr("&Undo"), key.Undo, self._session.undo)
        _add(edit, self.tr("&Redo"), key.Redo, self._session.redo)
        view = self.menuBar().addMenu(self.tr("&View"))
        _add(view, self.tr("&Larger text"), key.ZoomIn, lambda: self._on_zoom(self._preferences.settings.larger()))
        _add(view, self.tr("&Smaller text"), key.ZoomOut, lambda: self._on_zoom(self._preferences.settings.smaller()))
        view.addSeparator()
        for index in range(self._tabs.count()):
            title = self._tabs.tabText(index)
            _add(view, title, f"Ctrl+{index + 1}", partial(self._tabs.setCurrentIndex, index))

    def _on_tab(self) -> None:
        is_page = self._tabs.currentWidget() is self._page
        self._article.setVisible(not is_page)
        if is_page:
            self._page.show_preview()

    def _on_zoom(self, percent: int) -> None:
        self._preferences.change(self._preferences.settings.with_text(percent))

    def _on_new(self) -> None:
        if self._may_leave():
            self._session.start_new(self._new_check_in())

    def _may_leave(self) -> bool:
        if self._session.check_in.is_empty:
            return True
        choice = self._prompts.leaving(self)
        return choice is Leaving.LET_GO or (choice is Leaving.SAVE and self._save())

    def _on_save(self) -> None:
        self._save()

    def _save(self) -> bool:
        day: date = self._session.check_in.started
        path = self._prompts.pdf_path(self, f"Notes {day.isoformat()}.pdf")
        if path is None:
            return False
        try:
            is_standard = save_pdf(self._press.my_page(self._session.check_in), path)
        except UserFacingError as error:
            self._prompts.tell(self, str(error))
            return False
        if not is_standard:
            sentence = self.tr(
                "Saved. A character on the page has no font here, so screen readers may stumble over it."
            )
            self._prompts.tell(self, sentence)
        return True

    def _on_print(self) -> None:
        try:
            print_sheet(self, self._press.my_page(self._session.check_in), self._session.check_in.plan.paper)
        except UserFacingError as error:
            self._prompts.tell(self, str(error))

    def _on_copy(self) -> None:
        try:
            copy_text(self._press.my_page(self._session.check_in))
        except UserFacingError as error:
            self._prompts.tell(self, str(error))


def _add(menu: QMenu, text: str, key: QKeySequence.StandardKey | str | None, on_trigger: Callable[[], object]) -> None:
    action = menu.addAction(text)
    if key is not None:
        action.setShortcut(QKeySequence(key))
    action.triggered.connect(lambda _checked=False: on_trigger())
