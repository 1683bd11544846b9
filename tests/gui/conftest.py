"""What the view tests share: a session, the renderer, answers to every question, and a person before a window."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop import resource_paths
from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.session_signals import SessionSignals
from tests.gui.app_runs import AppRuns, close_window
from tests.gui.passphrase_window import PassphraseWindow
from tests.gui.person import Answers, Person
from tests.gui.shared_window import SharedWindow
from tests.launch import launch_options
from tests.short_pack import short_pack
from tools.window_tour import Tour

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_OWN_WINDOW = pytest.StashKey[Callable[[], QWidget | None]]()


@pytest.fixture(scope="session", autouse=True)
def _clipboard_is_empty_at_the_end() -> Iterator[None]:
    """Empty the clipboard as the app's end does: Qt deletes what is there after Python has ended."""
    yield
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of packs that are written once and changed by no test."""
    return tmp_path_factory.mktemp("packs")


@pytest.fixture(scope="session")
def content() -> Path:
    """Return the pack of the windows; a module that is about none of its lines has the `short` one."""
    return resource_paths.content_pack()


@pytest.fixture(scope="session")
def short(packs: Path) -> Path:
    return short_pack(packs / "short")


@pytest.fixture(scope="session", autouse=True)
def _content_is_read_once(packs: Path) -> Iterator[None]:
    """Read each pack that nothing changes once for all windows: it takes a tenth of building one."""
    load_once = cache(load_pack)

    def load(folder: Path) -> Pack:
        is_fixed = any(map(folder.is_relative_to, (resource_paths.resources(), packs)))
        return load_once(folder) if is_fixed else load_pack(folder)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("evolve_desktop.content.loader.load_pack", load)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Hide a test's own window once the test has passed, before pages are built and painted that nobody looks at."""
    yield
    find = item.stash.get(_OWN_WINDOW, lambda: None)
    if window := find():
        window.hide()


@pytest.fixture
def session() -> Session:
    return Session(CheckIn(id="a", started=date(2026, 11, 24)))


@pytest.fixture
def signals(qapp: QApplication, session: Session) -> SessionSignals:
    assert qapp is not None
    return SessionSignals(session)


@pytest.fixture
def autosave(session: Session, qapp: object) -> Iterator[Autosave]:
    assert qapp is not None
    built = Autosave(session, lambda: datetime(2026, 11, 24, 14, 2))  # noqa: DTZ001  (the clock on the wall)
    yield built
    built.flush()


@pytest.fixture(scope="session")
def renderer(pack: Pack) -> DocumentRenderer:
    return DocumentRenderer(pack, resource_paths.resources() / "page", resource_paths.fonts())


@pytest.fixture
def answers(request: pytest.FixtureRequest, qapp: QApplication) -> Answers:
    assert qapp is not None
    if not shares_window(request):
        return Answers()
    shared: Answers = request.getfixturevalue("shared_answers")
    return shared


@pytest.fixture
def meet(qtbot: QtBot) -> Callable[[QWidget], Person]:
    """Show a widget and return the person who looks at it."""

    def show(widget: QWidget) -> Person:
        qtbot.addWidget(widget)
        widget.resize(1000, 800)
        with qtbot.waitExposed(widget):
            widget.show()
        return Person(widget)

    return show


@contextmanager
def shown_window(
    app: QApplication, answers: Answers, folder: Path, language: str = "en", content: Path | None = None
) -> Iterator[RunningApp]:
    """Yield the whole window, shown, and its check-in built; then no other language than English is spoken."""
    font, usual, content = app.font(), QLocale(), content or resource_paths.content_pack(language)
    built = build_window(app, msgspec.structs.replace(launch_options(folder, answers), content=content))
    built.window.show()
    assert QTest.qWaitForWindowExposed(built.window)
    Tour(app, built).wait(lambda: built.window.findChild(QWidget, "C16") is not None)  # it follows the first paint
    yield built
    close_window(app, built, answers, font)
    built.speak_english()
    QLocale.setDefault(usual)


def shares_window(request: pytest.FixtureRequest) -> bool:
    """Whether the tests of this module share one window, which is cleared before each of them."""
    return request.node.get_closest_marker("one_window") is not None and "own_window" not in request.node.keywords


@pytest.fixture
def desktop(
    request: pytest.FixtureRequest, qapp: QApplication, answers: Answers, tmp_path: Path, content: Path
) -> Iterator[RunningApp]:
    if shares_window(request):
        shared: SharedWindow = request.getfixturevalue("shared_window")
        vars(answers).update(vars(Answers()))
        shared.clear()
        yield shared.desktop
        return
    with shown_window(qapp, answers, tmp_path, content=content) as built:
        request.node.stash[_OWN_WINDOW] = lambda: built.window
        yield built


@pytest.fixture
def person(desktop: RunningApp) -> Person:
    """Return the person before the whole window; a module about one view has a person of its own."""
    return Person(desktop.window)


@pytest.fixture(scope="module")
def shared_answers() -> Answers:
    return Answers()


@pytest.fixture(scope="module")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shared")


@pytest.fixture(scope="module")
def shared_desktop(
    qapp: QApplication, shared_answers: Answers, shared_folder: Path, content: Path
) -> Iterator[RunningApp]:
    """One window for all tests of a module that only look at it, or leave it as they found it."""
    with shown_window(qapp, shared_answers, shared_folder, content=content) as built:
        yield built


@pytest.fixture(scope="module")
def shared_window(shared_desktop: RunningApp, shared_tour: Tour, shared_folder: Path) -> SharedWindow:
    return SharedWindow(shared_desktop, shared_tour, shared_folder / "check-ins")


@pytest.fixture
def data_folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the folder in which the window of `desktop` keeps check-ins."""
    folder: Path = request.getfixturevalue("shared_folder") if shares_window(request) else tmp_path
    return folder / "check-ins"


@pytest.fixture
def runs(  # noqa: PLR0913, PLR0917  (what a run needs)
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, answers: Answers, tmp_path: Path, content: Path
) -> Iterator[AppRuns]:
    made = AppRuns(qapp, qtbot, tmp_path, answers, content)
    request.node.stash[_OWN_WINDOW] = lambda: made.desktop and made.desktop.window
    yield made
    made.close()


@pytest.fixture(scope="module")
def new_runs(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, content: Path
) -> Callable[[], AppRuns]:
    """Return what runs the app in a new folder, for what is made once for all tests of a module."""
    return lambda: AppRuns(qapp, QtBot(request), tmp_path_factory.mktemp("made"), Answers(), content)


@pytest.fixture(scope="module")
def passphrase_window(new_runs: Callable[[], AppRuns]) -> Iterator[PassphraseWindow]:
    """One window for the tests of a module, of somebody who keeps with a passphrase; each clears it first."""
    made = new_runs()
    yield PassphraseWindow(made)
    made.close()


@pytest.fixture
def tour(qapp: QApplication, desktop: RunningApp) -> Tour:
    return Tour(qapp, desktop)


@pytest.fixture(scope="module")
def shared_tour(qapp: QApplication, shared_desktop: RunningApp) -> Tour:
    """Return the tour through the shared window; each test dresses it as it needs."""
    return Tour(qapp, shared_desktop)
