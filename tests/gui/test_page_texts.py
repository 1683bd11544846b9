"""All that is read on each page is what tests/gui/expected says; `--update-expected` writes that anew."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from evolve_desktop.app import RunningApp
from evolve_desktop.gui.help.welcome_view import WelcomeView
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.page_stack import PageStack
from evolve_desktop.gui.shell.reading_pane import ReadingPane
from tests.gui.app_runs import menu_line
from tests.gui.conftest import shown_window
from tests.gui.page_text import page_text
from tests.gui.person import Answers, Person
from tests.gui.vault_steps import PASSPHRASE
from tools.window_tour import Tour, answer_some

EXPECTED = Path(__file__).parent / "expected"
VERSION = re.compile(r"\d+\.\d+(\.\d+)+")
TABS = ("check-in", "red-flags", "my-page", "earlier")
PAGES = (
    "welcome",
    *TABS,
    "help-lines",
    *(f"{tab}-answered" for tab in TABS[:3]),
    "storage-off",
    "storage-on",
    "earlier-saved",
    "guide",
    "unlock",
)


class Walk:
    """A walk through every page of one window, in which a person answers, keeps and locks."""

    def __init__(self, app: QApplication, desktop: RunningApp) -> None:
        self.desktop = desktop
        self.person = Person(desktop.window)
        self.tour = Tour(app, desktop)
        self.opened: set[str] = set()

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield each page's name with its text."""
        self.desktop.window.start()
        self.tour.settle()
        yield "welcome", page_text(_there(self.desktop.window.findChild(WelcomeView)))
        self.person.click("start")
        for tab in TABS:
            yield tab, self.tab(tab)
        self.person.click("to-help-lines")
        self.tour.wait(lambda: self.person.sees("anywhere"))
        yield "help-lines", self.page()
        self.person.click("help-back")
        answer_some(self.desktop.session)
        for tab in TABS[:3]:
            yield f"{tab}-answered", self.tab(tab)
        yield from self.storage()
        self.choose("Guide and keys")
        yield "guide", VERSION.sub("N", self.page())
        self.person.click("guide-back")
        QTest.keyClick(self.desktop.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self.tour.wait(lambda: self.person.sees("unlock-secret"))
        yield "unlock", self.page()

    def storage(self) -> Iterator[tuple[str, str]]:
        """Keep with a passphrase."""
        self.person.click("keeping-more")
        yield "storage-off", self.page()
        for name in ("keep-passphrase-first", "keep-passphrase-second"):
            self.person.type(name, PASSPHRASE)
        self.person.click("keep-passphrase-with-code")
        self.person.click("keep-locked")
        self.tour.wait(lambda: self.person.sees("new-passphrase-more") and self.person.sees("erase"))
        yield "storage-on", self.page()
        self.person.click("keeping-back")
        yield "earlier-saved", self.tab("earlier")

    def tab(self, name: str) -> str:
        """Go to a tab, open its parts the first time, and read all but the article."""
        bar = self.person.find("tab-bar")
        assert isinstance(bar, QTabBar)
        bar.setCurrentIndex(TABS.index(name))
        self.tour.settle()
        for part in ("show-part-2", "show-part-3", "show-left-out"):
            if self.person.sees(part) and part not in self.opened:
                self.opened.add(part)
                self.person.click(part)
        self.tour.settle()
        tabs = self.person.find("tabs")
        assert isinstance(tabs, MainTabs)
        return "".join(page_text(pane) for pane in tabs.panes if not isinstance(pane, ReadingPane) or pane.shows_paper)

    def page(self) -> str:
        """Read the page in front of the tabs."""
        self.tour.settle()
        stack = self.desktop.window.findChild(PageStack)
        assert isinstance(stack, PageStack)
        return page_text(_there(stack.currentWidget()))

    def choose(self, text: str) -> None:
        """Choose an item of the menus."""
        menu_line(self.desktop.window, text).trigger()


def _there(widget: QWidget | None) -> QWidget:
    assert widget is not None
    return widget


@pytest.fixture(scope="module")
def texts(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Return the text of each page, where dates are written as in Britain."""
    usual = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    with shown_window(qapp, Answers(), tmp_path_factory.mktemp("window")) as desktop:
        yield dict(Walk(qapp, desktop).pages())
    QLocale.setDefault(usual)


@pytest.mark.skipif(sys.platform != "linux", reason="keys and fields are called otherwise elsewhere")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_reads_as_expected(texts: dict[str, str], page: str, request: pytest.FixtureRequest) -> None:
    path = EXPECTED / f"{page}.txt"
    if request.config.getoption("--update-expected"):
        EXPECTED.mkdir(exist_ok=True)
        path.write_text(texts[page], encoding="utf-8")
    assert texts[page] == path.read_text(encoding="utf-8")


def test_every_page_that_is_expected_is_read(texts: dict[str, str]) -> None:
    assert sorted(texts) == sorted(PAGES) == sorted(path.stem for path in EXPECTED.glob("*.txt"))
