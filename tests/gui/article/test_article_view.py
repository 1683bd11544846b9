"""The article as it is read: sections, contents, find in page, text size, and what a screen reader is told."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from evolve_desktop.content.article import Article, ArticleBlock, BlockKind, Section
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.article.article_view import ArticleView
from evolve_desktop.gui.widgets.labels import heading
from tests.gui.shared_window import SharedView, shared_page

SIZE = (440, 600)
SMILE = "\U0001f600"


@pytest.fixture(scope="module")
def shared_view(qapp: QApplication, pack: Pack) -> Iterator[SharedView]:
    assert qapp is not None
    with shared_page(ArticleView(pack.article, pack.about.publisher), *SIZE) as shared:
        yield shared


@pytest.fixture
def view(shared_view: SharedView, pack: Pack) -> ArticleView:
    """Return the article at its start, in which nothing was looked for yet."""
    found = shared_view.view
    assert isinstance(found, ArticleView)

    def forget() -> None:
        found.resize(*SIZE)
        found.forget()
        found.show_section(pack.article.sections[0].id)

    shared_view.clear(forget)
    return found


@pytest.fixture
def told(view: ArticleView) -> Iterator[list[str]]:
    """Return each section that is told from now on."""
    sections: list[str] = []

    def tell() -> None:
        sections.append(view.section)

    view.section_changed.connect(tell)
    yield sections
    view.section_changed.disconnect(tell)


def shown(qtbot: QtBot, view: ArticleView) -> ArticleView:
    qtbot.addWidget(view)
    view.resize(*SIZE)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


def small_article(*texts: str, lead: str = "") -> Article:
    blocks = tuple(ArticleBlock(kind=BlockKind.BULLET, text=text, lead=lead) for text in texts)
    return Article(sections=(Section(id="only", level=1, title="Title", blocks=blocks),))


def child(view: QWidget, name: str) -> QWidget:
    found = view.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def click(view: QWidget, name: str) -> None:
    button = child(view, name)
    assert button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words_field(view: QWidget) -> QLineEdit:
    field = view.findChild(QLineEdit, "find-words")
    assert isinstance(field, QLineEdit)
    return field


def look_for(view: ArticleView, words: str) -> None:
    view.show_find()
    words_field(view).clear()
    QTest.keyClicks(words_field(view), words)


def result(view: QWidget) -> str:
    shown_result = child(view, "find-result")
    assert isinstance(shown_result, QLabel)
    return shown_result.text()


def selected(view: QWidget) -> list[str]:
    return [text.selectedText() for text in view.findChildren(QLabel) if text.hasSelectedText()]


def marked(view: QWidget) -> list[str]:
    return [frame.objectName() for frame in view.findChildren(QFrame) if frame.property("marked") is True]


def page(view: QWidget) -> QScrollArea:
    found = view.findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    return found


def has_highlight_in_sight(view: ArticleView) -> bool:
    """Look at the pixels of the part of the page that is in sight."""
    picture = page(view).viewport().grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)
    colours = {view.palette().color(group, QPalette.ColorRole.Highlight).rgb() for group in groups}
    return not colours.isdisjoint(memoryview(picture.constBits()).cast("B").cast("I"))


def top_of(view: ArticleView, section: str) -> int:
    frame = child(view, f"section-{section}")
    return frame.mapTo(page(view).viewport(), QPoint(0, 0)).y()


def wheel(view: ArticleView, notches: int) -> None:
    window = view.windowHandle()
    assert window is not None
    middle = page(view).viewport().mapTo(view, page(view).viewport().rect().center())
    QTest.wheelEvent(window, QPointF(middle), QPoint(0, -120 * notches))


def choose_in_contents(view: ArticleView, steps: int) -> None:
    """Open the contents with the mouse, go down with the arrow key, and press Enter."""

    def press_keys() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(steps):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(0, press_keys)
    click(view, "contents")


# Sections


def test_a_section_is_brought_to_the_top_and_marked(view: ArticleView) -> None:
    view.show_section("ask-questions")
    assert view.section == "ask-questions"
    assert marked(view) == ["section-ask-questions"]
    assert 0 <= top_of(view, "ask-questions") <= 20


def test_the_section_asked_for_is_marked_even_where_the_article_ends_too_soon(view: ArticleView, pack: Pack) -> None:
    for section in pack.article.sections:
        view.show_section(section.id)
        assert (view.section, marked(view)) == (section.id, [f"section-{section.id}"])
        assert not child(view, f"section-{section.id}").visibleRegion().isEmpty()
    view.resize(440, 2000)
    for section in pack.article.sections:
        view.show_section(section.id)
        assert (view.section, marked(view)) == (section.id, [f"section-{section.id}"])


def test_only_the_section_asked_for_is_told_not_those_on_the_way(
    view: ArticleView, told: list[str], qtbot: QtBot
) -> None:
    view.show_section("tips-if-youre-feeling-stuck")
    view.show_section("tips-if-youre-feeling-stuck")
    qtbot.waitUntil(lambda: told == ["tips-if-youre-feeling-stuck"])


def test_the_wheel_goes_on_into_the_next_sections(view: ArticleView, told: list[str], pack: Pack) -> None:
    for _ in range(60):
        wheel(view, 1)
    order = [section.id for section in pack.article.sections]
    assert len(told) > 4
    assert told[-1] == order[-1]
    assert told == [section for section in order if section in told]
    assert marked(view) == [f"section-{told[-1]}"]
    told.clear()
    for _ in range(60):
        wheel(view, -1)
    assert told[-1] == order[0]


def test_a_wheel_that_moves_nothing_changes_no_mark(view: ArticleView, pack: Pack) -> None:
    last_but_one = pack.article.sections[-2].id
    view.resize(440, 900)
    view.show_section(last_but_one)
    assert top_of(view, last_but_one) > 200
    wheel(view, 3)
    assert view.section == last_but_one


def test_one_step_from_the_top_and_back_is_at_the_first_section(view: ArticleView, pack: Pack) -> None:
    bar = page(view).verticalScrollBar()
    view.resize(440, bar.maximum() + page(view).viewport().height())
    assert 0 < bar.maximum() < 100
    wheel(view, 5)
    assert view.section == pack.article.sections[-1].id
    wheel(view, -5)
    assert bar.value() == 0
    assert view.section == pack.article.sections[0].id


def test_the_article_is_reached_with_tab_and_read_on_with_the_keys(view: ArticleView) -> None:
    child(view, "contents").setFocus()
    for _ in range(4):
        focus = view.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert page(view).hasFocus()
    QTest.keyClick(page(view), Qt.Key.Key_PageDown)
    assert page(view).verticalScrollBar().value() > 0
    QTest.keyClick(page(view), Qt.Key.Key_PageDown)
    assert view.section != "why-trust-matters-in-therapy"


@pytest.mark.parametrize("steps", [1, 6, 11])
def test_the_contents_lead_to_a_section(view: ArticleView, pack: Pack, steps: int) -> None:
    choose_in_contents(view, steps)
    chosen = pack.article.sections[steps - 1]
    assert marked(view) == [f"section-{chosen.id}"]
    assert not child(view, f"section-{chosen.id}").visibleRegion().isEmpty()
    assert view.focusWidget() is page(view)


def test_the_contents_name_every_section(view: ArticleView, pack: Pack) -> None:
    menu = view.findChild(QMenu, "contents-menu")
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [section.heading for section in pack.article.sections]


def test_a_section_asked_for_before_the_article_is_seen_is_there_when_it_is(qtbot: QtBot, pack: Pack) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    article = ArticleView(pack.article, pack.about.publisher)
    QVBoxLayout(window).addWidget(article)
    article.hide()
    window.resize(440, 600)
    with qtbot.waitExposed(window):
        window.show()
    article.show_section("ask-questions")
    article.show()
    qtbot.waitUntil(lambda: 0 <= top_of(article, "ask-questions") <= 20)
    assert marked(article) == ["section-ask-questions"]


# Text size


def test_smaller_and_larger_text_are_asked_for(view: ArticleView, qtbot: QtBot) -> None:
    for name, signal in (("smaller-text", view.smaller_requested), ("larger-text", view.larger_requested)):
        with qtbot.waitSignal(signal) as caught:
            click(view, name)
        assert caught.args == []


# Find in page


def test_find_is_closed_until_it_is_opened_and_then_takes_the_keys(view: ArticleView, qtbot: QtBot) -> None:
    assert not words_field(view).isVisible()
    click(view, "find")
    assert words_field(view).isVisible()
    qtbot.waitUntil(words_field(view).hasFocus)


def test_what_is_typed_is_found_counted_selected_and_in_sight(view: ArticleView) -> None:
    look_for(view, "mutual commitment")
    assert result(view) == "1 of 1"
    assert selected(view) == ["mutual commitment"]
    assert has_highlight_in_sight(view)
    assert view.section == "the-takeaway"


def test_enter_goes_on_shift_enter_back_and_both_go_round(view: ArticleView) -> None:
    look_for(view, "past experiences")
    seen = [result(view)]
    plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for key, modifier in ((Qt.Key.Key_Return, plain), (Qt.Key.Key_Enter, plain), (Qt.Key.Key_Return, shift)):
        QTest.keyClick(words_field(view), key, modifier)
        seen.append(result(view))
    assert seen == ["1 of 2", "2 of 2", "1 of 2", "2 of 2"]


def test_every_match_is_shown_alone_and_in_sight(view: ArticleView) -> None:
    look_for(view, "trust")
    total = int(result(view).split(" of ")[1])
    assert total > 10
    for number in range(1, total + 1):
        assert result(view) == f"{number} of {total}"
        assert [text.lower() for text in selected(view)] == ["trust"]
        assert has_highlight_in_sight(view)
        click(view, "find-next")
    assert result(view) == f"1 of {total}"
    click(view, "find-previous")
    assert result(view) == f"{total} of {total}"


def test_what_is_not_there_is_said_in_words_and_nothing_stays_selected(view: ArticleView) -> None:
    look_for(view, "trust")
    QTest.keyClicks(words_field(view), "qq")
    assert result(view) == "Not found"
    assert selected(view) == []
    view.step_find(1)
    assert result(view) == "Not found"
    words_field(view).clear()
    assert result(view) == ""


def test_typing_on_stays_at_the_place_where_it_fits_already(view: ArticleView) -> None:
    look_for(view, "t")
    QTest.keyClicks(words_field(view), "he takeaway")
    assert selected(view) == ["The Takeaway"]
    QTest.keyClick(words_field(view), Qt.Key.Key_Backspace)
    assert selected(view) == ["The Takeawa"]


def test_a_match_that_was_selected_by_mouse_before_is_no_second_selection(view: ArticleView) -> None:
    first = next(text for text in view.findChildren(QLabel) if text.text().startswith("Therapy is"))
    QTest.mouseDClick(first, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    assert selected(view) == ["Therapy"]
    look_for(view, "takeaway")
    assert selected(view) == ["Takeaway"]


def test_plain_quotes_and_dashes_find_the_typeset_ones(view: ArticleView) -> None:
    look_for(view, "doesn't develop")
    assert selected(view) == ["doesn\u2019t develop"]
    look_for(view, "honest-even")
    assert selected(view) == ["Honest\u2014Even"]


@pytest.mark.parametrize("close", ["escape", "button"])
def test_closing_leaves_no_selection_and_gives_the_focus_back(view: ArticleView, qtbot: QtBot, close: str) -> None:
    child(view, "larger-text").setFocus()
    look_for(view, "trust")
    qtbot.waitUntil(words_field(view).hasFocus)
    if close == "escape":
        QTest.keyClick(words_field(view), Qt.Key.Key_Escape)
    else:
        click(view, "find-close")
    assert not words_field(view).isVisible()
    assert selected(view) == []
    assert child(view, "larger-text").hasFocus()


def test_escape_in_the_text_closes_the_search_too(view: ArticleView) -> None:
    look_for(view, "trust")
    page(view).setFocus()
    QTest.keyClick(page(view), Qt.Key.Key_Escape)
    assert not words_field(view).isVisible()
    assert page(view).hasFocus()


def test_closing_takes_no_focus_from_where_it_went_meanwhile(view: ArticleView) -> None:
    look_for(view, "trust")
    child(view, "contents").setFocus()
    click(view, "find-close")
    assert child(view, "contents").hasFocus()


def test_a_search_closed_goes_on_with_the_same_words(view: ArticleView) -> None:
    look_for(view, "therapist")
    QTest.keyClick(words_field(view), Qt.Key.Key_Escape)
    view.step_find(1)
    assert words_field(view).isVisible()
    assert result(view).startswith("2 of ")
    view.step_find(-1)
    view.step_find(-1)
    total = result(view).split(" of ")[1]
    assert result(view) == f"{total} of {total}"


def test_undo_brings_back_no_words_that_were_searched_before_it_was_locked(view: ArticleView) -> None:
    view.show_find()
    field = words_field(view)
    QTest.keyClicks(field, "trust")
    view.forget()
    assert field.text() == ""
    assert not field.isUndoAvailable()


def test_after_a_search_was_forgotten_the_next_one_begins_at_the_start(view: ArticleView) -> None:
    look_for(view, "the takeaway")
    assert view.section == "the-takeaway"
    view.forget()
    look_for(view, "trust")
    assert result(view).startswith("1 of ")


def test_a_widget_gone_meanwhile_gets_no_focus(view: ArticleView) -> None:
    passing = QLineEdit(view)
    passing.show()
    passing.setFocus()
    look_for(view, "trust")
    passing.deleteLater()
    QApplication.sendPostedEvents(passing, QEvent.Type.DeferredDelete.value)
    QTest.keyClick(words_field(view), Qt.Key.Key_Escape)
    assert not words_field(view).isVisible()


def test_the_publishers_line_is_found(view: ArticleView, pack: Pack) -> None:
    look_for(view, pack.about.publisher)
    assert selected(view) == [pack.about.publisher]
    assert result(view).endswith("1 of 1")


def test_the_foot_of_the_article_stands_once_in_small_as_the_publishers_line(view: ArticleView) -> None:
    labels = [text for text in view.findChildren(QLabel) if "Posted in" in text.text() or "Evolve" in text.text()]
    assert [(text.text(), text.property("role")) for text in labels] == [("Posted in Evolve Psychology", "small")]
    assert child(view, "section-the-takeaway").findChildren(QLabel)[-1] is labels[0]


def test_the_publisher_is_named_below_an_article_without_a_foot(qtbot: QtBot) -> None:
    view = shown(qtbot, ArticleView(small_article("It ends."), "The Publisher"))
    assert [text.text() for text in view.findChildren(QLabel) if text.property("role") == "small"] == ["The Publisher"]


def test_letters_beyond_the_first_plane_shift_no_selection(qtbot: QtBot) -> None:
    article = small_article(f"{SMILE}{SMILE} trust {SMILE} end", lead=f"{SMILE} Lead:")
    view = shown(qtbot, ArticleView(article, ""))
    look_for(view, "trust")
    assert selected(view) == ["trust"]
    look_for(view, "end")
    assert selected(view) == ["end"]


# Bold leads


def test_a_lead_is_found_across_its_border_and_read_as_one_text(view: ArticleView) -> None:
    look_for(view, "space: trusting")
    assert selected(view) == ["Space: Trusting"]
    bullet = next(text for text in view.findChildren(QLabel) if text.hasSelectedText())
    name = QAccessible.queryAccessibleInterface(bullet).text(QAccessible.Text.Name)
    assert name.startswith("Safe Space: Trusting your therapist creates")


def test_what_looks_like_a_tag_is_shown_as_it_is(qtbot: QtBot) -> None:
    text = "a <img src='file:///etc/hostname'> & <i>b</i>   c"
    view = shown(qtbot, ArticleView(small_article(text, lead="<b>Lead:"), ""))
    look_for(view, "<b>lead: a <img src='file:///etc/hostname'> & <i>b</i> c")
    assert selected(view) == ["<b>Lead: a <img src='file:///etc/hostname'> & <i>b</i> c"]
    look_for(view, "c")
    assert selected(view)[0].lower() == "c"


# Screen readers


def test_headings_are_headings_with_their_words_and_levels(view: ArticleView, pack: Pack) -> None:
    found = [
        described
        for described in (QAccessible.queryAccessibleInterface(text) for text in view.findChildren(QLabel))
        if described.role() == QAccessible.Role.Heading
    ]
    assert [
        (
            described.text(QAccessible.Text.Name),
            described.attributesInterface().attributeValue(QAccessible.Attribute.Level),
        )
        for described in found
    ] == [(section.heading, section.level) for section in pack.article.sections]


def test_a_heading_follows_its_text_and_its_accessible_name(qtbot: QtBot) -> None:
    title = heading("Before", "title", level=1)
    qtbot.addWidget(title)
    described = QAccessible.queryAccessibleInterface(title)
    assert title.property("role") == "title"
    title.setText("After")
    assert described.text(QAccessible.Text.Name) == "After"
    assert described.text(QAccessible.Text.Description) == ""
    title.setAccessibleName("Spoken")
    assert described.text(QAccessible.Text.Name) == "Spoken"
    assert described.attributesInterface().attributeValue(QAccessible.Attribute.Locale) is None
    assert described.actionInterface() is not None


def test_labels_that_are_no_headings_stay_what_they_were(qtbot: QtBot) -> None:
    heading("Somewhere there is a heading").deleteLater()
    plain = QLabel("Text")
    qtbot.addWidget(plain)
    assert QAccessible.queryAccessibleInterface(plain).role() == QAccessible.Role.StaticText


def test_a_heading_can_go_while_a_screen_reader_knows_it(qapp: QApplication) -> None:
    for _ in range(50):
        title = heading("Gone soon")
        assert QAccessible.queryAccessibleInterface(title).role() == QAccessible.Role.Heading
        title.deleteLater()
        qapp.sendPostedEvents(title, QEvent.Type.DeferredDelete.value)
        del title


def test_every_control_has_a_name_to_be_spoken_and_one_to_be_found(view: ArticleView) -> None:
    view.show_find()
    controls: list[Callable[[], str]] = []
    for control in (*view.findChildren(QToolButton), *view.findChildren(QLineEdit), page(view)):
        assert control.objectName()
        controls.append(control.accessibleName)
    assert [name() for name in controls if not name()] == []
    assert [child(view, name).accessibleName() for name in ("smaller-text", "larger-text")] == [
        "Smaller text",
        "Larger text",
    ]
