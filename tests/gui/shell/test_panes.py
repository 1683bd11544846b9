"""The pane in use leads and the other follows, on every page; and nothing jumps from one page to the next."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QScrollArea, QSplitter, QWidget

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import FlagReply, Reply
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.widgets.bottom_bar import BottomBar
from evolve_desktop.gui.widgets.focus import scroll_area_around
from tests.conftest import LONG
from tests.gui.person import Person
from tools.window_tour import Tour

pytestmark = pytest.mark.one_window

PAGES = [tab for tab in Tab if tab is not Tab.ARTICLE]
LINES = ["C16", "C01", "C03", "C10", "C15"]
STEPS = {"short": 80, "long": 40}
"""How many pixels the article is scrolled by at a time, with each `--faults`."""


@pytest.fixture(scope="module")
def desktop(shared_desktop: RunningApp) -> RunningApp:
    return shared_desktop


@pytest.fixture
def step(request: pytest.FixtureRequest) -> int:
    return STEPS[request.config.getoption("--faults")]


@pytest.fixture
def tour(qapp: QApplication, desktop: RunningApp) -> Iterator[Tour]:
    """Return the tour, the window at its usual size and before the check-in, with nothing answered."""
    tour = Tour(qapp, desktop)
    tour.apply()
    tour.resize(1280, 800)
    tabs(desktop).show_tab(Tab.CHECK_IN)
    tour.settle()
    before = desktop.session.whole
    yield tour
    desktop.session.close(before)


def tabs(desktop: RunningApp) -> MainTabs:
    found = desktop.window.findChild(MainTabs)
    assert isinstance(found, MainTabs)
    return found


def splitter(desktop: RunningApp) -> QSplitter:
    return tabs(desktop).splitter


def drag(panes: QSplitter, by: int) -> None:
    """Drag the line between the panes."""
    handle = panes.handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(by, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)


def show(tour: Tour, tab: Tab) -> None:
    tabs(tour.desktop).show_tab(tab)
    tour.settle()


def article(desktop: RunningApp) -> QScrollArea:
    found = Person(desktop.window).find("article")
    assert isinstance(found, QScrollArea)
    return found


def page(desktop: RunningApp, within: str) -> QScrollArea:
    """Return the page that scrolls, of the pane in which this control stands."""
    found = scroll_area_around(Person(desktop.window).find(within))
    assert found is not None
    return found


def scroll_by_hand(area: QScrollArea, value: int) -> None:
    """Scroll as wheel, keys and bar do, which trigger an action."""
    bar = area.verticalScrollBar()
    bar.setSliderPosition(value)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderMove)


def is_seen(widget: QWidget) -> bool:
    """Whether the first line of a widget is in view."""
    return widget.visibleRegion().contains(QRect(0, 0, widget.width(), widget.fontMetrics().height()).center())


def marked(desktop: RunningApp) -> list[str]:
    """Return the sections that are marked in the article."""
    frames = article(desktop).findChildren(QFrame)
    return [frame.objectName() for frame in frames if frame.property("marked")]


def heading_is_seen(desktop: RunningApp, section_id: str) -> bool:
    return is_seen(Person(desktop.window).find(f"section-{section_id}"))


def section_of(pack: Pack, item_id: str) -> str:
    return pack.checklist.item(item_id).section


def bring_into_view(control: QWidget) -> None:
    area = scroll_area_around(control)
    assert area is not None
    area.ensureWidgetVisible(control)


def far_from(desktop: RunningApp, section_id: str) -> int:
    """Return where the article must stand for this section to be out of sight."""
    bar = article(desktop).verticalScrollBar()
    at = Person(desktop.window).find(f"section-{section_id}").y()
    return 0 if at > bar.maximum() // 2 + article(desktop).height() // 2 else bar.maximum()


@pytest.mark.parametrize("way", ["answer", "focus", pytest.param("answer again", marks=LONG)])
def test_the_article_follows_the_line_in_use_and_the_check_in_stays(
    desktop: RunningApp, tour: Tour, pack: Pack, way: str
) -> None:
    person = Person(desktop.window)
    for item in pack.checklist.items:
        control = person.find(f"{item.id}-not-yet")
        if way == "answer again":  # the focus is there already, and the reader was elsewhere meanwhile
            control.setFocus()
        article(desktop).verticalScrollBar().setValue(far_from(desktop, item.section))
        bring_into_view(control)
        tour.settle()
        before = page(desktop, control.objectName()).verticalScrollBar().value()
        if way == "focus":
            control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            person.click(control.objectName())
        tour.settle()
        assert marked(desktop) == [f"section-{item.section}"]
        assert heading_is_seen(desktop, item.section), item.id
        assert page(desktop, control.objectName()).verticalScrollBar().value() == before


def test_the_check_in_follows_the_article_which_stays(desktop: RunningApp, tour: Tour, pack: Pack, step: int) -> None:
    groups = {item.section for item in pack.checklist.items}
    person = Person(desktop.window)
    bar = article(desktop).verticalScrollBar()
    met = set()
    for place in [*range(0, bar.maximum(), step), *range(bar.maximum(), 0, -step)]:
        scroll_by_hand(article(desktop), place)
        tour.settle()
        assert bar.value() == place
        (name,) = marked(desktop) or [""]
        section = name.removeprefix("section-")
        if section in groups:
            met.add(section)
            assert is_seen(person.find(f"read-{section}")), section
    assert met == groups


def test_the_check_in_stays_while_somebody_writes_in_it(desktop: RunningApp, tour: Tour) -> None:
    person = Person(desktop.window)
    person.click("C16-add-note")
    before = page(desktop, "C16-note").verticalScrollBar().value()
    scroll_by_hand(article(desktop), article(desktop).verticalScrollBar().maximum())
    tour.settle()
    assert page(desktop, "C16-note").verticalScrollBar().value() == before
    assert person.find("C16-note").hasFocus()


def test_beside_the_red_flags_stands_their_step_whatever_is_answered(
    desktop: RunningApp, tour: Tour, pack: Pack
) -> None:
    section = pack.red_flags.section
    show(tour, Tab.RED_FLAGS)
    assert marked(desktop) == [f"section-{section}"]
    assert heading_is_seen(desktop, section)
    person = Person(desktop.window)
    for name, focuses in product(("R01-no", "R02-skip", "R05-no", "R01-yes"), (True, False)):
        control = person.find(name)
        control.setFocus()
        bring_into_view(control)
        person.find("hide").setFocus()
        scroll_by_hand(article(desktop), 0)
        tour.settle()
        assert marked(desktop) != [f"section-{section}"]
        top = control.mapTo(desktop.window, QPoint()).y()
        if focuses:
            control.setFocus()
        else:
            person.click(name)
        tour.settle()
        assert marked(desktop) == [f"section-{section}"]
        assert heading_is_seen(desktop, section)
        opens = name == "R01-yes" and not focuses  # what it opens comes into view
        assert opens or control.mapTo(desktop.window, QPoint()).y() == top, name


def test_back_from_the_red_flags_the_article_is_at_the_line_again(desktop: RunningApp, tour: Tour, pack: Pack) -> None:
    person = Person(desktop.window)
    person.click("C16-yes")
    show(tour, Tab.RED_FLAGS)
    bar = person.tabs
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    tour.settle()
    assert marked(desktop) == [f"section-{section_of(pack, 'C16')}"]
    assert heading_is_seen(desktop, section_of(pack, "C16"))


@pytest.fixture
def on_my_page(desktop: RunningApp, tour: Tour) -> Person:
    """Return the person before My page, some lines on it, with the article beside."""
    for name in LINES:
        desktop.session.reply(name, Reply.NOT_YET)
    desktop.session.flag("R01", FlagReply.YES)
    show(tour, Tab.MY_PAGE)
    person = Person(desktop.window)
    person.click("reading-switch-article")
    tour.settle()
    return person


def test_on_my_page_the_article_follows_the_line_in_use_and_the_page_stays(
    desktop: RunningApp, tour: Tour, pack: Pack, on_my_page: Person
) -> None:
    person = on_my_page
    for name, focuses in product(LINES, (True, False)):
        section = section_of(pack, name)
        control = person.find(f"{name}-work-on")
        person.find("main-topic").setFocus()
        article(desktop).verticalScrollBar().setValue(far_from(desktop, section))
        bring_into_view(control)
        tour.settle()
        before = page(desktop, f"{name}-work-on").verticalScrollBar().value()
        if focuses:
            control.setFocus()
        else:
            person.click(f"{name}-work-on")
        tour.settle()
        assert marked(desktop) == [f"section-{section}"]
        assert heading_is_seen(desktop, section), name
        assert page(desktop, f"{name}-work-on").verticalScrollBar().value() == before


def test_on_my_page_its_lines_follow_the_article(
    desktop: RunningApp, tour: Tour, pack: Pack, step: int, on_my_page: Person
) -> None:
    person = on_my_page
    person.find("sheet-for-me").setFocus()
    bar = article(desktop).verticalScrollBar()
    for place in range(0, bar.maximum(), step):
        page(desktop, "main-topic").verticalScrollBar().setValue(0)
        scroll_by_hand(article(desktop), 0)
        scroll_by_hand(article(desktop), place)
        tour.settle()
        assert bar.value() == place
        (section,) = marked(desktop)
        here = [name for name in LINES if f"section-{section_of(pack, name)}" == section]
        assert not here or any(is_seen(person.find(f"{name}-work-on")) for name in here), section


def test_the_switch_shows_the_section_of_the_line_that_was_used_before_the_paper(
    desktop: RunningApp, tour: Tour, pack: Pack, on_my_page: Person
) -> None:
    person = on_my_page
    person.click("reading-switch-paper")
    person.find("C15-work-on").setFocus()
    tour.settle()
    person.click("reading-switch-article")
    tour.settle()
    assert marked(desktop) == [f"section-{section_of(pack, 'C15')}"]
    assert heading_is_seen(desktop, section_of(pack, "C15"))


def places(desktop: RunningApp) -> dict[str, QRect]:
    """Return where the tabs, the panes and the bar below stand in the window."""
    person = Person(desktop.window)
    (bar,) = [found for found in desktop.window.findChildren(BottomBar) if found.isVisible()]
    parts = {"tabs": person.tabs, "splitter": splitter(desktop), "bar": bar}
    return {name: QRect(part.mapTo(desktop.window, QPoint()), part.size()) for name, part in parts.items()}


def test_nothing_jumps_from_page_to_page(desktop: RunningApp, tour: Tour) -> None:
    show(tour, Tab.CHECK_IN)
    before, sizes = places(desktop), splitter(desktop).sizes()
    for tab in (*PAGES, *reversed(PAGES)):
        show(tour, tab)
        assert places(desktop) == before, tab
        assert splitter(desktop).sizes() == sizes


@pytest.mark.parametrize(
    ("width", "percent"), [pytest.param(1280, 150, marks=LONG), (1280, 200), pytest.param(720, 100, marks=LONG)]
)
def test_the_tabs_stand_in_one_place_in_a_narrow_window_too(
    desktop: RunningApp, tour: Tour, width: int, percent: int
) -> None:
    tour.apply(percent=percent)
    tour.resize(width, 800)
    found = []
    for tab in Tab:
        show(tour, tab)
        here = places(desktop)
        found.append((here["tabs"], here["splitter"].topLeft()))
    assert found == found[:1] * len(found)


def test_the_panes_share_the_window_as_before_after_it_was_narrow(desktop: RunningApp, tour: Tour) -> None:
    at_first = splitter(desktop).sizes()
    drag(splitter(desktop), -120)
    before = splitter(desktop).sizes()
    assert before[0] == at_first[0] - 120
    for width in (1100, 720, 1000, 1280):
        tour.resize(width, 800)
    assert splitter(desktop).sizes() == before
    drag(splitter(desktop), 120)


def test_what_is_read_stays_in_sight_when_the_window_becomes_narrow_and_wide_again(
    desktop: RunningApp, tour: Tour
) -> None:
    person = Person(desktop.window)
    show(tour, Tab.RED_FLAGS)
    for name, front in (("article", "Red flags"), ("preview", "My page")):
        if name == "preview":
            show(tour, Tab.MY_PAGE)
            person.click("reading-switch-paper")
        person.find(name).setFocus()
        tour.resize(720, 800)
        assert person.tab == "Article"
        assert person.find(name).hasFocus()
        tour.resize(1280, 800)
        assert person.tab == front
        assert person.find(name).hasFocus()


def test_in_a_narrow_window_a_button_shows_the_paper_and_the_tab_the_article(desktop: RunningApp, tour: Tour) -> None:
    person = Person(desktop.window)
    tour.resize(720, 800)
    show(tour, Tab.MY_PAGE)
    person.click("see-paper")
    tour.settle()
    assert person.find("preview").hasFocus()
    assert person.is_ticked("reading-switch-paper")
    person.click("article-back")
    assert person.tab == "My page"
    bar = person.tabs
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    assert person.sees("article")
    assert not person.sees("preview")
    tour.resize(1280, 800)
    assert not person.sees("see-paper")
