"""The rule of danger in the window: no widget of any page, hidden or not, holds what may not be said."""

from collections.abc import Iterator
from itertools import cycle

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin import red_flag_guidance
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.red_flag_guidance import Caution, decide_guidance
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.widgets import announcements
from tests.conftest import LONG
from tests.gui.person import Person
from tests.to_therapist import every_combination, forbidden, offenders
from tools.window_tour import Tour

pytestmark = pytest.mark.one_window


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of what is announced, or said as the description of the focus."""
    heard: list[str] = []
    monkeypatch.setattr(announcements, "announce", lambda _, sentence: heard.append(sentence))
    monkeypatch.setattr(announcements, "describe_for_now", lambda _, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def whole_window(desktop: RunningApp, tour: Tour, person: Person) -> QWidget:
    """Return the window with every tab and every part built, My page being typeset included."""
    tabs = desktop.window.findChild(MainTabs)
    assert isinstance(tabs, MainTabs)
    for tab in Tab:
        tabs.show_tab(tab)
        tour.settle()
    tabs.show_tab(Tab.RED_FLAGS)
    for part in ("show-part-2", "show-part-3"):
        person.click(part)
    tour.settle()
    return desktop.window


def texts(widgets: list[QWidget]) -> Iterator[str]:
    """Yield what each of these widgets shows or tells a screen reader, whether it can be seen or not."""
    for widget in widgets:
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit):
            yield from (widget.toPlainText(), widget.placeholderText())


def tree(widgets: list[QWidget]) -> Iterator[str]:
    """Yield what the accessible tree says of each of these widgets that is visible."""
    for widget in widgets:
        told = QAccessible.queryAccessibleInterface(widget) if widget.isVisible() else None
        if told is not None:
            yield from (told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Description))


def parts(window: QWidget) -> list[QWidget]:
    """Return every widget, whether it can be seen or not, but none that is about to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as the loop of the app does
    return window.findChildren(QWidget)


@pytest.fixture(scope="module")
def different(pack: Pack) -> list[CheckIn]:
    """Return one check-in for each guidance that there is, what is ticked for the page included."""
    found = {repr(decide_guidance(pack.red_flags, one)): one for one in every_combination(pack, picks=(True,))}
    return list(found.values())


@pytest.fixture(scope="module")
def extremes(pack: Pack, different: list[CheckIn]) -> list[CheckIn]:
    """Return those with the least and the most raised, of each warning and each meaning of "unsafe".

    Each pair follows one without a warning, in which everything is suggested that the pair may leave nothing of.
    """
    kinds: dict[tuple[Caution, UnsafeMeaning | None], list[CheckIn]] = {}
    for one in different:
        kinds.setdefault((decide_guidance(pack.red_flags, one).caution, one.unsafe), []).append(one)
    calm = cycle(max(many, key=_raised) for (caution, _), many in kinds.items() if caution is Caution.NONE)
    warned = [many for (caution, _), many in kinds.items() if caution is not Caution.NONE]
    return [one for many in warned for one in (next(calm), min(many, key=_raised), max(many, key=_raised))]


def _raised(check_in: CheckIn) -> int:
    return sum(check_in.is_raised(flag_id) for flag_id in check_in.flags)


@pytest.mark.parametrize("is_extreme", [True, pytest.param(False, marks=LONG)])
def test_no_widget_and_no_announcement_suggests_a_word_with_the_therapist_after_a_warning(  # noqa: PLR0913, PLR0917  (fixtures)
    whole_window: QWidget,
    desktop: RunningApp,
    pack: Pack,
    said: list[str],
    different: list[CheckIn],
    extremes: list[CheckIn],
    is_extreme: bool,  # noqa: FBT001  (a parameter of the test)
) -> None:
    others = (one for one in different if one not in extremes and forbidden(pack, one))
    for check_in in extremes if is_extreme else others:
        said.clear()
        desktop.session.start_new(check_in)
        if forbidden(pack, check_in):
            words = "\n".join((*texts(parts(whole_window)), *said))
            assert not offenders(pack, check_in, words), decide_guidance(pack.red_flags, check_in)


def test_no_page_says_it_when_it_is_shown(  # noqa: PLR0913, PLR0917  (fixtures)
    whole_window: QWidget, desktop: RunningApp, pack: Pack, tour: Tour, said: list[str], different: list[CheckIn]
) -> None:
    calm, *_, afraid = sorted(different, key=lambda one: decide_guidance(pack.red_flags, one).caution)
    tabs = whole_window.findChild(MainTabs)
    assert isinstance(tabs, MainTabs)
    desktop.session.start_new(calm)
    for tab in Tab:
        tabs.show_tab(tab)
        desktop.session.start_new(afraid)
        tour.settle()
        for shown in Tab:
            tabs.show_tab(shown)
            tour.settle()
            widgets = parts(whole_window)
            words = "\n".join((*texts(widgets), *tree(widgets), *said))
            assert not offenders(pack, afraid, words), (tab, shown)
        desktop.session.undo()
        said.clear()


def test_without_the_rule_the_window_would_say_it(  # noqa: PLR0913, PLR0917  (fixtures)
    whole_window: QWidget,
    desktop: RunningApp,
    pack: Pack,
    said: list[str],
    different: list[CheckIn],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    afraid = next(one for one in different if one.is_raised("R01") and one.is_raised("X04"))
    monkeypatch.setattr(red_flag_guidance, "_caution", lambda *_: Caution.NONE)
    desktop.session.start_new(afraid)
    assert pack.red_flags.parts[0].what_next.intro in offenders(pack, afraid, "\n".join(texts(parts(whole_window))))
    assert [sentence for sentence in said if offenders(pack, afraid, sentence)]
