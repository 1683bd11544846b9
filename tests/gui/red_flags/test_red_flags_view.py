"""The red flags by clicks and keys: what each answer opens, and what never stands there."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import FlagReply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Tier, UnsafeMeaning
from evolve_desktop.gui.red_flags.flag_row import FlagRow
from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.settings import Preferences, Settings
from tests.gui.person import Person, focused
from tests.gui.shared_window import SharedView, shared_page_about, unanswered

ADVICE = ("next-1", "next-2", "next-3")

Click = Callable[[str], None]
Shown = Callable[[str], bool]
Said = Callable[[], str]


@dataclass(frozen=True)
class SharedPage:
    """The red flags in a window of their own, which the tests of this module share."""

    session: Session
    preferences: Preferences
    window: SharedView

    def clear(self) -> RedFlagsView:
        """Take back all that was answered and set, and return the view."""
        self.preferences.change(Settings())
        self.window.clear(lambda: self.session.close(unanswered()))
        assert isinstance(self.window.view, RedFlagsView)
        return self.window.view


@contextmanager
def red_flags_page(pack: Pack, parts: Sequence[Tier] = ()) -> Iterator[SharedPage]:
    """Show the red flags with these parts open besides the first."""
    session, preferences = Session(unanswered()), Preferences(Settings())

    def build(signals: SessionSignals, _: Autosave) -> RedFlagsView:
        view = RedFlagsView(pack, session, signals, preferences)
        for tier in parts:
            view.show_part(tier)
        return view

    with shared_page_about(session, build, 700, 400) as shared:
        yield SharedPage(session, preferences, shared)


@pytest.fixture(scope="module")
def usual_page(qapp: QApplication, pack: Pack) -> Iterator[SharedPage]:
    assert qapp is not None
    with red_flags_page(pack) as page:
        yield page


@pytest.fixture(scope="module")
def opened_page(qapp: QApplication, pack: Pack) -> Iterator[SharedPage]:
    assert qapp is not None
    with red_flags_page(pack, (Tier.SECOND_OPINION, Tier.STOP)) as page:
        yield page


@pytest.fixture
def parts_open() -> None:
    """Have parts two and three open from the start, for a test that does not ask how they open."""


@pytest.fixture
def page(request: pytest.FixtureRequest) -> SharedPage:
    found: SharedPage = request.getfixturevalue("opened_page" if "parts_open" in request.fixturenames else "usual_page")
    return found


@pytest.fixture
def session(page: SharedPage) -> Session:
    return page.session


@pytest.fixture
def view(page: SharedPage) -> RedFlagsView:
    """Return the red flags with nothing answered."""
    return page.clear()


@pytest.fixture
def click(view: RedFlagsView) -> Click:
    def press(name: str) -> None:
        QApplication.processEvents()  # a person clicks what has found its place
        widget = named(view, name)
        assert widget.isVisible(), name
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(10, widget.height() // 2))

    return press


@pytest.fixture
def shown(view: RedFlagsView) -> Shown:
    def look(name: str) -> bool:
        widget = view.findChild(QWidget, name)
        return isinstance(widget, QWidget) and widget.isVisible()

    return look


@pytest.fixture
def said(view: RedFlagsView) -> Said:
    """Return every word that is shown."""

    def read() -> str:
        return "\n".join(line.text() for line in view.findChildren(QLabel) if line.isVisible())

    return read


def named(view: QWidget, name: str) -> QWidget:
    widget = view.findChild(QWidget, name)
    assert isinstance(widget, QWidget), name
    return widget


def box_of(button: QWidget) -> QWidget:
    box = button.parentWidget()
    assert box is not None
    return box


def row_of(view: RedFlagsView, name: str) -> str:
    """Return the red flag inside whose card a widget stands."""
    around: QWidget = named(view, name)
    while not isinstance(around, FlagRow):
        around = box_of(around)
    row = around.findChild(ChoiceRow)  # the first one made is the flag's own
    assert isinstance(row, ChoiceRow)
    return row.objectName()


def stands_at_the_top(view: RedFlagsView, widget: QWidget) -> bool:
    """Whether a widget is seen at the top, or as near to it as the end of the page allows."""
    column = view.findChild(QScrollArea)
    assert isinstance(column, QScrollArea)
    top, bar = widget.mapTo(column.viewport(), QPoint(0, 0)).y(), column.verticalScrollBar()
    return 0 <= top < 40 or (bar.value() == bar.maximum() > 0 and 0 <= top < column.height())


def test_where_the_lines_of_a_part_come_from_is_shown_once_a_part_when_asked_for(
    pack: Pack, click: Click, said: Said
) -> None:
    judged = "I feel judged by my therapist. From the article: step 4, “judged”"
    flags = pack.red_flags.part(Tier.TALK).flags
    assert all(flag.text in said() for flag in flags)
    assert not [flag.source for flag in flags if flag.source in said()]
    click("sources-1")
    assert judged in said()
    assert all(flag.source in said() for flag in flags)
    assert "Beyond the article: NASW Code of Ethics 1.06(e)-(h)" not in said()
    click("sources-ordinary")
    assert "Beyond the article: NASW Code of Ethics 1.06(e)-(h)" in said()
    assert all(line.source in said() for line in pack.red_flags.ordinary)
    click("sources-1")
    assert judged not in said()


@pytest.mark.parametrize("tier", [Tier.SECOND_OPINION, Tier.STOP])
def test_a_part_opens_behind_its_content_note_and_can_be_hidden_again(
    tier: Tier, pack: Pack, click: Click, said: Said, shown: Shown
) -> None:
    part = pack.red_flags.part(tier)
    lines = [text for flag in part.flags for text in (flag.text, flag.note)]
    assert part.content_note in said()
    assert not any(flag.text in said() for flag in part.flags)
    assert not shown(f"sources-{tier.value}")
    click(f"show-part-{tier.value}")
    assert part.content_note in said()
    assert all(line in said() for line in lines)
    click(f"sources-{tier.value}")
    assert all(flag.source in said() for flag in part.flags)
    click(f"show-part-{tier.value}")
    assert not any(text in said() for flag in part.flags for text in (flag.text, flag.source))


def test_the_button_of_a_part_says_what_it_does_and_of_which_part(view: RedFlagsView, click: Click) -> None:
    button = view.findChild(QPushButton, "show-part-3")
    assert button is not None
    assert (button.text(), button.accessibleName()) == ("Show part three", "Show part three: Stop and get help now")
    click("show-part-3")
    assert (button.text(), button.accessibleName()) == ("Hide this part", "Hide this part: Stop and get help now")


def test_part_one_stands_open_and_can_be_hidden(click: Click, shown: Shown) -> None:
    assert shown("R01")
    click("show-part-1")
    assert not shown("R01")
    click("show-part-1")
    assert shown("R01")


def test_a_hidden_part_keeps_its_answers(session: Session, click: Click, shown: Shown) -> None:
    click("show-part-2")
    click("S01-yes")
    click("show-part-2")
    assert session.check_in.flags == {"S01": FlagReply.YES}
    assert not shown("S01")
    click("show-part-2")
    assert shown("next-2")


def test_each_reply_is_one_click_and_undone_by_undo(session: Session, click: Click, shown: Shown) -> None:
    for reply in (FlagReply.NO, FlagReply.NOT_SURE, FlagReply.YES, FlagReply.SKIP):
        click(f"R01-{reply.name.lower().replace('_', '-')}")
        assert session.check_in.flags == {"R01": reply}
        assert shown("R01-clear"), reply
        session.undo()
        assert not shown("R01-clear"), reply
        assert not shown("next-1"), reply


def test_a_raised_line_opens_what_to_do_next_and_the_others_do_not(click: Click, shown: Shown) -> None:
    for reply in ("yes", "not-sure"):
        for other in ("no", "skip"):
            click(f"R01-{other}")
            assert not shown("next-1"), other
            assert not shown("R01-next"), other
        click(f"R01-{reply}")
        assert shown("next-1"), reply


def test_next_steps_stand_inside_the_row_that_opened_them(view: RedFlagsView, click: Click) -> None:
    click("R04-yes")
    names = ("R04", "U1", "next-1", "R05")
    heights = [named(view, name).mapTo(view, QPoint(0, 0)).y() for name in names]
    assert heights == sorted(heights)
    assert row_of(view, "next-1") == "R04"


@pytest.mark.usefixtures("parts_open")
def test_next_steps_stay_in_the_first_row_until_another_asks_for_them(
    view: RedFlagsView, click: Click, shown: Shown
) -> None:
    click("X02-yes")
    click("X03-yes")
    assert not shown("X02-next")
    assert row_of(view, "next-3") == "X02"
    click("X03-next")
    assert focused() is named(view, "X03-yes")
    assert shown("X02-next")
    assert not shown("X03-next")
    assert row_of(view, "next-3") == "X03"


@pytest.mark.usefixtures("parts_open")
def test_the_gravest_answer_takes_the_next_steps_into_its_own_row(
    view: RedFlagsView, session: Session, click: Click, shown: Shown
) -> None:
    for name in ("R01-yes", "S01-yes", "U2-yes"):
        click(name)
    assert [shown(name) for name in ADVICE] == [False, False, True]
    assert (row_of(view, "next-3"), shown("R01-next")) == ("S01", True)
    click("X05-yes")
    assert row_of(view, "next-3") == "X05"
    click("R03-yes")
    click("unsafe-danger")
    assert row_of(view, "next-3") == "R03"
    click("R01-next")
    assert row_of(view, "next-3") == "R01"
    session.flag("R01", None)
    assert row_of(view, "next-3") == "R03"


def test_after_a_start_next_steps_stand_in_the_gravest_row(meet: Callable[[QWidget], Person], pack: Pack) -> None:
    session = Session(unanswered())
    for flag_id in ("R01", "S01", "X04"):
        session.flag(flag_id, FlagReply.YES)
    later = RedFlagsView(pack, session, SessionSignals(session), Preferences(Settings()))
    person = meet(later)
    person.click("show-part-3")
    assert row_of(later, "next-3") == "X04"


@pytest.mark.usefixtures("parts_open")
def test_steps_for_later_and_sources_wait_behind_links(click: Click, said: Said, pack: Pack) -> None:
    click("X04-yes")
    later = [step.text for step in pack.red_flags.part(Tier.STOP).what_next.steps if step.later]
    assert not [text for text in later if text in said()]
    click("next-3-later")
    assert all(text in said() for text in later)
    click("next-3-later")
    assert not [text for text in later if text in said()]
    source = "Beyond the article: The Therapy Exploitation Link Line (TELL) does not recommend"
    assert source not in said()
    click("next-3-sources")
    assert source in said()


@pytest.mark.usefixtures("parts_open")
def test_the_number_to_call_stands_in_part_three_and_follows_the_country(
    page: SharedPage, view: RedFlagsView, pack: Pack
) -> None:
    session, preferences, person = page.session, page.preferences, Person(view)
    session.flag("X04", FlagReply.YES)
    assert pack.help_lines.anywhere.no_emergency in person.reads()
    assert "sexual-assault line" not in person.reads()
    preferences.change(preferences.settings.with_country("us"))
    assert "Emergency 911" in person.reads()
    assert "or a sexual-assault line: RAINN sexual assault hotline · Call 800-656-4673" in person.reads()
    session.flag("R03", FlagReply.YES)
    session.unsafe(UnsafeMeaning.DANGER)
    assert "988 Suicide & Crisis Lifeline · Call 988 · Text 988 · Online: 988lifeline.org" in person.reads()


@pytest.mark.usefixtures("parts_open")
def test_medicine_and_feelings_are_spoken_of_where_they_belong(click: Click, said: Said) -> None:
    click("X09-yes")
    words = said()
    assert words.index("Don't stop or change medicine because of this app.") < words.index("If this is happening")
    assert "even if you had feelings" not in words
    click("X02-yes")
    assert "even if you had feelings" in said()


def test_words_for_a_talk_wait_to_be_asked_for_by_who_would_rather_not_say(
    pack: Pack, click: Click, said: Said
) -> None:
    scripts = [script.text for script in pack.red_flags.part(Tier.TALK).what_next.scripts]
    for name in ("R01-yes", "R03-yes", "unsafe-not-saying"):
        click(name)
    assert not [text for text in scripts if text in said()]
    click("unsafe-not-saying-words")
    assert all(said().count(text) == 1 for text in scripts)
    click("next-1-words")
    assert all(said().count(text) == 2 for text in scripts)


@pytest.mark.usefixtures("parts_open")
def test_what_the_therapist_does_brings_the_words_for_stopping_and_no_others(
    click: Click, shown: Shown, said: Said
) -> None:
    for name in ("R01-yes", "R03-yes", "unsafe-therapist", "S01-yes"):
        click(name)
    assert [shown(name) for name in (*ADVICE, "U1", "ordinary")] == [False, True, False, False, False]
    assert said().count("To stop: “I've decided to stop.") == 2
    assert "If it feels safe:" not in said()


@pytest.mark.usefixtures("parts_open")
def test_what_comes_and_goes_above_moves_no_line_in_use(view: RedFlagsView, click: Click) -> None:
    click("R01-yes")
    column = view.findChild(QScrollArea)
    assert isinstance(column, QScrollArea)
    reply = named(view, "X01-yes")
    for _ in range(6):
        QApplication.processEvents()
    column.ensureWidgetVisible(reply, 0, 300)
    before = reply.mapTo(view, QPoint(0, 0)).y()
    click("X01-no")  # nothing opens, nothing moves
    assert reply.mapTo(view, QPoint(0, 0)).y() == before
    click("X01-yes")  # the ordinary lines above go
    QApplication.processEvents()
    top = named(view, "next-3").mapTo(column.viewport(), QPoint(0, 0)).y()
    assert reply.mapTo(view, QPoint(0, 0)).y() <= before
    assert 0 < top <= before + reply.height() + 40
    now = reply.mapTo(view, QPoint(0, 0)).y()
    click("X01-no")  # they come back, and so do the next steps of part one
    assert reply.mapTo(view, QPoint(0, 0)).y() == now


def test_a_step_that_goes_beyond_the_article_says_where_it_comes_from(click: Click, said: Said) -> None:
    click("R01-yes")
    click("next-1-sources")
    assert "Beyond the article: Mental Health America, “I don't like my therapist”" in said()


def test_the_question_whether_to_read_on_is_asked_and_can_be_answered_and_skipped(
    session: Session, click: Click, shown: Shown, said: Said
) -> None:
    assert not shown("U1")
    click("R01-yes")
    assert "Has it gone on after you raised it?" in said()
    for reply in ("no", "skip"):
        click(f"U1-{reply}")
        assert not shown("U1-onward")
    click("U1-yes")
    assert session.check_in.flags["U1"] is FlagReply.YES
    assert "Then it can help to read part two" in said()
    click("U1-clear")
    assert not shown("U1-onward")
    click("R01-no")
    assert not shown("U1")


def test_the_question_leads_to_the_next_part(qtbot: QtBot, view: RedFlagsView, click: Click, shown: Shown) -> None:
    click("R01-yes")
    click("U1-not-sure")
    click("U1-onward")
    assert shown("S01")
    button = named(view, "show-part-2")
    qtbot.waitUntil(lambda: stands_at_the_top(view, box_of(button)))
    assert button.hasFocus()


@pytest.mark.usefixtures("parts_open")
def test_the_question_stays_while_its_answer_counts(session: Session, click: Click, shown: Shown) -> None:
    click("S01-yes")
    click("U2-yes")
    session.flag("X01", FlagReply.YES)
    assert not shown("next-2")
    assert shown("U2-onward")


@pytest.mark.usefixtures("parts_open")
def test_once_part_three_is_raised_no_advice_suggests_the_therapist(
    pack: Pack, session: Session, click: Click, shown: Shown, said: Said
) -> None:
    for name in ("R01-yes", "R03-yes", "unsafe-hard-feelings", "S01-yes"):
        click(name)
    assert [shown(name) for name in ADVICE] == [True, True, False]
    click("X01-not-sure")
    assert [shown(name) for name in ADVICE] == [False, False, True]
    suggesting = [line.text for part in pack.red_flags.parts for line in part.what_next.lines if line.to_therapist]
    suggesting += [text.text for choice in pack.red_flags.unsafe.choices for text in choice.texts if text.to_therapist]
    suggesting += [pack.red_flags.part(Tier.TALK).what_next.intro, pack.red_flags.ordinary_close, "say so"]
    assert not [text for text in suggesting if text in said()]
    assert not shown("ordinary")
    session.undo()
    assert [shown(name) for name in ADVICE] == [True, True, False]
    assert shown("ordinary")


@pytest.mark.usefixtures("parts_open")
@pytest.mark.parametrize("meaning", ["hard-feelings", "not-saying"])
def test_under_unsafe_nothing_suggests_the_therapist_once_part_three_is_raised(
    meaning: str, click: Click, said: Said
) -> None:
    click("R03-yes")
    click(f"unsafe-{meaning}")
    assert "slow down" in said()
    assert "If it lasts or gets worse, say so" in said()
    click("X01-yes")
    assert "slow down" not in said()
    assert "say so" not in said()
    assert "This app can't see you or call anyone." in said()


@pytest.mark.usefixtures("parts_open")
def test_who_is_afraid_reads_what_now_in_place_of_the_steps_of_part_two(pack: Pack, click: Click, said: Said) -> None:
    click("S01-yes")
    lines = pack.red_flags.part(Tier.SECOND_OPINION).what_next.lines
    assert all(line.text in said() for line in lines)
    click("U2-not-sure")
    assert pack.red_flags.part(Tier.STOP).what_next.intro in said()
    assert [line.text for line in lines if line.text in said()] == ["You can complain now, later, or never."]
    click("U2-no")
    assert all(line.text in said() for line in lines)


def test_the_four_choices_stand_directly_under_the_line_about_feeling_unsafe(
    pack: Pack, view: RedFlagsView, click: Click, shown: Shown, said: Said
) -> None:
    unsafe = pack.red_flags.unsafe
    assert not shown("unsafe")
    click("R03-not-sure")
    for words in (unsafe.intro, unsafe.question, unsafe.always, unsafe.closing, *(c.label for c in unsafe.choices)):
        assert words in said()
    rows = [view.findChild(QWidget, name) for name in ("R03", "unsafe", "R04")]
    heights = [row.mapTo(view, QPoint(0, 0)).y() for row in rows if row]
    assert heights == sorted(heights)
    click("R03-skip")
    assert not shown("unsafe")


def test_each_choice_shows_its_own_words_and_can_be_cleared(
    pack: Pack, session: Session, click: Click, said: Said
) -> None:
    choices = pack.red_flags.unsafe.choices
    click("R03-yes")
    for meaning in UnsafeMeaning:
        click(f"unsafe-{meaning.name.lower().replace('_', '-')}")
        assert session.check_in.unsafe is meaning
        words = said()
        for choice in choices:
            shown = [text.text in words for text in choice.texts]
            assert all(shown) if choice.meaning is meaning else not any(shown), (meaning, choice.meaning)
        click("unsafe-clear")
        assert session.check_in.unsafe is None
        words = said()
        assert not [text for choice in choices for text in choice.texts if text.text in words], meaning


def test_the_question_what_unsafe_means_comes_again_after_it_was_taken_back(
    pack: Pack, session: Session, click: Click, said: Said
) -> None:
    ways: tuple[Callable[[], None], ...] = (lambda: click("R03-no"), lambda: session.start_new(unanswered()))
    for take_back in (*ways, *ways[:1]):
        for name in ("R03-yes", "unsafe-danger"):
            click(name)
        assert "Please reach out now." in said()
        take_back()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as the loop of the app does
        assert pack.red_flags.unsafe.question not in said()


def test_hard_feelings_come_with_the_ordinary_line_and_its_note(click: Click, said: Said) -> None:
    line = "I feel sad, tired, or stirred up after some sessions, and it eases. If it lasts or gets worse, say so"
    before = said().count(line)
    click("R03-yes")
    click("unsafe-hard-feelings")
    assert said().count(line) == before + 1


@pytest.mark.parametrize("tier", [2, 3])
def test_a_choice_leads_to_the_parts_it_names(
    tier: int, qtbot: QtBot, view: RedFlagsView, click: Click, shown: Shown
) -> None:
    click("R03-yes")
    click("unsafe-therapist")
    click(f"unsafe-therapist-part-{tier}")
    button = named(view, f"show-part-{tier}")
    qtbot.waitUntil(lambda: stands_at_the_top(view, box_of(button)))
    assert shown({2: "S01", 3: "X01"}[tier])


def test_danger_shows_the_numbers_to_call_and_what_now_in_its_row(
    pack: Pack, view: RedFlagsView, click: Click, said: Said
) -> None:
    click("R03-yes")
    click("unsafe-danger")
    words = said()
    in_order = ("Please reach out now.", pack.help_lines.anywhere.no_emergency, "If this is happening")
    places = [words.index(text) for text in in_order]
    assert places == sorted(places)
    assert row_of(view, "next-3") == "R03"
    assert focused() is named(view, "unsafe-danger")


@pytest.mark.usefixtures("parts_open")
def test_help_is_one_click_away(qtbot: QtBot, view: RedFlagsView, click: Click) -> None:
    for before, ways in (
        ("R03-yes", ("urgent-help", "unsafe-help")),
        ("unsafe-danger", ("danger-help",)),
        ("X01-yes", ("next-3-help",)),
    ):
        click(before)
        for name in ways:
            with qtbot.waitSignal(view.help_requested):
                click(name)


@pytest.mark.usefixtures("parts_open")
@pytest.mark.parametrize("line", ["S01", "X01"])
def test_complaint_routes_stand_there_once_part_two_or_three_is_raised(
    line: str, pack: Pack, click: Click, said: Said
) -> None:
    click("R01-yes")
    assert pack.red_flags.complaints_title not in said()
    click(f"{line}-yes")
    for route in pack.red_flags.complaints:
        assert all(text in said() for text in (route.place, route.route, route.source))
    click(f"{line}-no")
    assert pack.red_flags.complaints_title not in said()


def test_complaint_routes_can_be_shown_at_any_time(qtbot: QtBot, meet: Callable[[QWidget], Person], pack: Pack) -> None:
    session = Session(unanswered())
    view = RedFlagsView(pack, session, SessionSignals(session), Preferences(Settings()))
    person = meet(view)
    view.resize(700, 800)
    view.show_complaints()
    routes = named(view, "complaints")
    qtbot.waitUntil(lambda: stands_at_the_top(view, routes))
    session.flag("R01", FlagReply.YES)
    assert person.sees("complaints")


@pytest.mark.parametrize("tier", list(Tier))
def test_a_part_can_be_asked_for(tier: Tier, qtbot: QtBot, view: RedFlagsView, session: Session, shown: Shown) -> None:
    view.show_part(tier)
    button = named(view, f"show-part-{tier.value}")
    qtbot.waitUntil(lambda: stands_at_the_top(view, box_of(button)))
    assert shown({1: "R01", 2: "S01", 3: "X01"}[tier.value])
    assert session.check_in.is_empty


def tabbed(times: int) -> list[str]:
    """Return the names of what the Tab key comes to, one after the other."""
    names = []
    for _ in range(times):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        names.append(focused().objectName())
    return names


def test_the_tab_key_comes_to_what_opened_late_where_it_stands(qtbot: QtBot, view: RedFlagsView, click: Click) -> None:
    for name in ("show-part-3", "show-part-2", "R03-yes", "unsafe-therapist", "S12-yes", "R01-yes"):
        click(name)
    start = named(view, "R03-yes")
    start.setFocus()
    qtbot.waitUntil(start.hasFocus)
    assert tabbed(1) == ["R03-clear"]
    assert tabbed(1)[0].startswith("unsafe-")
    ways = ["unsafe-therapist-part-2", "unsafe-therapist-part-3", "unsafe-help"]
    assert tabbed(5) == ["unsafe-clear", *ways, "R10-no"]
    numbers = ("01", "02", "03", "04", "05", "06", "07", "08", "11", "09", "10")
    lines = [*(f"S{number}-no" for number in numbers), "S12-yes", "S12-clear", "U2-no"]
    assert tabbed(23)[6:] == ["sources-2", "show-part-2", *lines, "next-2-sources"]
    assert tabbed(3) == ["sources-3", "show-part-3", "X01-no"]


def test_keys_alone_answer_a_line_and_go_on(qtbot: QtBot, view: RedFlagsView, session: Session) -> None:
    view.show_part(Tier.SECOND_OPINION)
    button = named(view, "show-part-2")
    qtbot.waitUntil(button.hasFocus)
    assert tabbed(1) == ["S01-no"]
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert session.check_in.flags == {"S01": FlagReply.NOT_SURE}
    assert tabbed(3) == ["S01-clear", "U2-no", "next-2-sources"]
