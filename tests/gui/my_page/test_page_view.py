"""My page by clicks and keys: what can be ticked for it, what is offered, and what its preview then says."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QClipboard, QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.gui.my_page.document_output import DocumentOutput
from evolve_desktop.gui.my_page.page_view import PageView
from evolve_desktop.gui.services.documents import DocumentKind, Documents
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.settings import Preferences, Settings
from tests.gui.dialogs import on_dialog, print_to
from tests.gui.person import Answers, Person
from tests.gui.shared_window import SharedView, shared_page, unanswered
from tests.limits import no_file_larger_than

EARLIER = CheckIn(id="before", started=date(2026, 11, 1)).with_reply("C03", Reply.A_LITTLE)
SIZE = (1000, 800)
NOTE = "I did not ask about the homework."


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(unanswered())


@pytest.fixture(scope="module")
def shared_view(
    request: pytest.FixtureRequest, pack: Pack, session: Session, shared_answers: Answers, renderer: DocumentRenderer
) -> Iterator[SharedView]:
    request.getfixturevalue("qapp")
    signals = SessionSignals(session)
    documents = Documents(
        lambda: renderer, session, Preferences(Settings(country="nz")), lambda: Diary(check_ins=(EARLIER,))
    )
    window = QMainWindow()
    signals.setParent(window)
    output = DocumentOutput(window, pack.page, session, documents, shared_answers)
    view = PageView(pack, session, signals, documents, output)
    whole = QWidget()
    column(whole, view.paper, view.preview, view, view.bar).setStretchFactor(view, 1)
    window.setCentralWidget(whole)
    window.resize(*SIZE)
    window.show()
    QtBot(request).waitUntil(lambda: bool(view.preview.accessibleDescription()))  # it is typeset in another thread
    with shared_page(window, *SIZE) as shared:
        yield shared


@pytest.fixture
def answers(shared_answers: Answers) -> Answers:
    vars(shared_answers).update(vars(Answers()))
    return shared_answers


@pytest.fixture
def page(shared_view: SharedView, session: Session, answers: Answers, qtbot: QtBot) -> Person:
    """Return the person before My page, on which nothing stands yet."""
    del answers  # each test answers as it likes
    window = shared_view.view
    view = window.findChild(PageView)
    assert isinstance(view, PageView)

    def forget() -> None:
        if focus := window.focusWidget():
            focus.clearFocus()  # a field that was opened stays open as long as it has the focus
        window.resize(*SIZE)
        QApplication.clipboard().clear()
        session.close(unanswered())
        view.forget()
        view.show_kind(DocumentKind.MY_PAGE)
        qtbot.waitUntil(lambda: bool(view.preview.accessibleDescription()))

    shared_view.clear(forget)
    return Person(window)


@pytest.fixture
def previews(page: Person, qtbot: QtBot) -> Callable[[str], None]:
    """Wait until the preview says this."""
    return lambda words: qtbot.waitUntil(lambda: words in page.find("preview").accessibleDescription())


def test_the_main_topic_is_on_the_page_as_it_is_typed(
    page: Person, session: Session, previews: Callable[[str], None]
) -> None:
    page.type("main-topic", "How we work together")
    assert session.check_in.plan.main_topic == "How we work together"
    previews("How we work together")


def test_a_strength_is_ticked_as_helping_or_to_talk_about_never_both(page: Person, session: Session) -> None:
    session.reply("C16", Reply.YES)
    page.click("C16-helps")
    assert [*session.check_in.plan.helping] == ["C16"]
    assert not page.sees("C16-talk")
    session.bring("C16", on=True)
    assert page.is_ticked("C16-talk")
    assert not page.sees("C16-helps")
    assert [*session.check_in.plan.helping] == []
    assert [*session.check_in.to_talk_about] == ["C16"]


def test_a_strength_that_is_not_to_be_talked_about_stays_to_be_picked_again(page: Person, session: Session) -> None:
    session.reply("C16", Reply.MOSTLY)
    session.bring("C16", on=True)
    box = page.find("C16-talk")
    box.setFocus()
    page.click("C16-talk")
    assert [*session.check_in.plan.bring] == []
    assert not page.is_ticked("C16-talk")
    assert page.find("C16-talk").hasFocus()
    assert page.sees("C16-helps")
    page.click("C16-talk")
    assert [*session.check_in.plan.bring] == ["C16"]
    session.start_new(CheckIn(id="new", started=date(2026, 11, 25)).with_reply("C16", Reply.MOSTLY))
    assert not page.sees("C16-talk")


@pytest.mark.parametrize(
    ("reply", "suffix"),
    [
        (Reply.NOT_YET, "work-on"),
        (Reply.A_LITTLE, "work-on"),
        (Reply.MOSTLY, "talk"),
        (Reply.YES, "talk"),
    ],
)
def test_the_form_and_the_preview_say_the_reply_of_a_line_under_the_same_heading(  # noqa: PLR0913, PLR0917  (fixtures)
    page: Person, session: Session, pack: Pack, previews: Callable[[str], None], reply: Reply, suffix: str
) -> None:
    session.reply("C10", reply)
    session.bring("C10", on=True)
    said = f"{pack.checklist.item('C10').text} ({reply.called(pack.checklist.replies)})"
    title = {"work-on": pack.page.work_on, "talk": pack.page.talk_about}[suffix]
    assert page.is_ticked(f"C10-{suffix}")
    shown = page.reads().splitlines()
    assert shown.index(title) < shown.index(said)
    assert page.find(f"C10-{suffix}").accessibleName() == said
    previews(f"{title}\n- {said}")


def test_a_fifth_strength_is_refused_with_a_sentence(page: Person, session: Session) -> None:
    for item_id in ("C01", "C02", "C03", "C04", "C05"):
        session.reply(item_id, Reply.MOSTLY)
        page.click(f"{item_id}-helps")
    assert not page.is_ticked("C05-helps")
    assert "There is room for four lines that help." in page.reads()
    page.click("C01-helps")
    assert "There is room for four" not in page.reads()


def test_a_note_is_printed_only_once_it_is_ticked(
    page: Person, session: Session, previews: Callable[[str], None]
) -> None:
    session.reply("C03", Reply.NOT_YET)
    session.note("C03", NOTE)
    assert not page.sees("C03-print-note")
    page.click("C03-work-on")
    previews("I ask when I don't understand")
    assert NOTE not in page.find("preview").accessibleDescription()
    assert not page.is_ticked("C03-print-note")
    page.click("C03-print-note")
    previews(NOTE)


def test_the_note_that_can_be_ticked_is_the_note_as_it_is_now(page: Person, session: Session) -> None:
    session.reply("C03", Reply.NOT_YET)
    session.note("C03", "the forms")
    page.click("C03-work-on")
    assert "“the forms”" in page.reads()
    session.note("C03", "the forms, and the bill")
    assert "“the forms, and the bill”" in page.reads()
    assert "“the forms”" not in page.reads()


def test_a_red_flag_of_part_one_is_offered_and_off_until_it_is_ticked(page: Person, session: Session) -> None:
    session.flag("R06", FlagReply.NOT_SURE)
    assert not page.is_ticked("R06-raise")
    page.click("R06-raise")
    assert session.check_in.plan.flags == ("R06",)


def test_a_red_flag_of_part_two_is_offered_only_to_someone_who_wants_to_raise_it(
    page: Person, session: Session
) -> None:
    session.flag("S07", FlagReply.YES)
    assert not page.sees("S07-raise")
    page.click("raise-second")
    page.click("S07-raise")
    assert session.check_in.plan.flags == ("S07",)
    assert not page.sees("raise-second")


def test_part_three_is_never_offered_and_takes_the_other_offers_away(page: Person, session: Session) -> None:
    session.flag("R06", FlagReply.YES)
    session.flag("R07", FlagReply.YES)
    page.click("R06-raise")
    assert not page.sees("flags-withheld")
    session.flag("X01", FlagReply.YES)
    assert not [name for name in ("X01-raise", "R06-raise", "R07-raise") if page.sees(name)]
    assert page.sees("flags-withheld")
    session.undo()
    assert page.is_ticked("R06-raise")


def test_after_a_warning_no_first_sentence_is_offered(page: Person, session: Session) -> None:
    session.reply("C01", Reply.NOT_YET)
    session.reply("C12", Reply.NOT_YET)
    for waiting in ("first-words", "ask-words"):
        page.click(waiting)
    starters = ("starter-script", "starter-C01", "starter-C12")
    assert all(map(page.sees, starters))
    session.flag("R03", FlagReply.YES)
    session.unsafe(UnsafeMeaning.NOT_SAYING)
    assert [page.sees(name) for name in starters] == [False, True, True]
    session.unsafe(UnsafeMeaning.THERAPIST)
    assert not any(map(page.sees, (*starters, "first-words", "ask-words")))


def test_a_first_sentence_is_taken_over_and_not_offered_again(page: Person, session: Session) -> None:
    session.reply("C01", Reply.NOT_YET)
    page.type("main-topic", "Hello.")
    assert not page.sees("starter-C01")
    page.click("first-words")
    page.click("starter-C01")
    assert session.check_in.plan.main_topic == "Hello.\nPart of me feels nervous about being here."
    assert page.find("main-topic").hasFocus()
    assert not page.sees("starter-C01")
    session.undo()
    assert session.check_in.plan.main_topic == "Hello."
    assert page.sees("starter-C01")


def test_a_question_that_is_offered_goes_into_the_first_empty_field(page: Person, session: Session) -> None:
    for item_id in ("C03", "C11", "C12", "C13"):
        session.reply(item_id, Reply.NOT_YET)
    page.type("question-1", "Mine?")
    page.click("ask-words")
    page.click("starter-C12")
    assert session.check_in.plan.questions[:2] == (
        "Mine?",
        "What do you keep private? When would you have to tell someone?",
    )
    page.click("starter-C03")
    assert not page.sees("starter-C11")


def test_what_would_help_and_how_to_use_the_page_are_ticked(page: Person, session: Session) -> None:
    page.click("would-help-H7")
    page.click("use-first-point")
    assert session.check_in.plan.would_help == ("H7",)
    assert session.check_in.plan.use is PageUse.FIRST_POINT
    page.click("use-clear")
    assert session.check_in.plan.use is None


def test_a_name_is_printed_only_where_one_is_typed(
    page: Person, session: Session, previews: Callable[[str], None]
) -> None:
    previews("Notes for my session · 24 November 2026")
    assert not page.sees("name")
    page.click("write-name")
    assert page.find("name").hasFocus()
    page.type("name", "J. M.")
    previews("Notes for my session · J. M. · 24 November 2026")
    assert session.check_in.plan.name == "J. M."


def test_paper_print_and_lines_to_write_on_are_switched(page: Person, session: Session) -> None:
    page.find("paper").setFocus()
    QTest.keyClick(page.find("paper"), Qt.Key.Key_Down)
    page.click("large-print")
    page.click("agreed-lines")
    plan = session.check_in.plan
    assert (plan.paper, plan.large_print, plan.agreed_lines) == (Paper.LETTER, True, False)


def test_what_changed_since_last_time_is_printed_where_it_is_ticked(
    page: Person, session: Session, previews: Callable[[str], None]
) -> None:
    session.reply("C03", Reply.MOSTLY)
    previews("Notes for my session")
    assert "A little" not in page.find("preview").accessibleDescription()
    page.click("since")
    previews("A little → Mostly")


def test_a_page_that_is_too_long_is_told_and_the_person_chooses(page: Person, session: Session, qtbot: QtBot) -> None:
    session.plan(session.check_in.plan.with_main_topic("A long story.\n" * 60))
    qtbot.waitUntil(lambda: page.sees("sides"))
    assert "This takes 2 sides of paper. Nothing is cut." in page.reads()
    page.click("more-pages")
    assert session.check_in.plan.more_pages


def test_the_sheet_for_me_only_has_the_chosen_country_and_no_switches_of_the_page(
    page: Person, pack: Pack, previews: Callable[[str], None]
) -> None:
    page.click("sheet-for-me")
    previews("New Zealand")
    assert "Australia" not in page.find("preview").accessibleDescription()
    assert pack.page.for_me.notice in page.reads()
    assert pack.page.before_hand_over not in page.reads()
    assert not page.sees("main-topic")
    assert page.sees("large-print")
    assert page.find("sheet-title").property("text") == "For me only"


@pytest.mark.parametrize("name", ["sheet-for-me", "sheet-wallet-card", "sheet-empty-form"])
def test_a_link_leads_to_a_sheet_and_the_focus_says_which_on_the_way_back(page: Person, name: str) -> None:
    title = str(page.find(name).property("text"))
    page.find(name).setFocus()
    QTest.keyClick(page.find(name), Qt.Key.Key_Space)
    assert page.find("sheet-title").property("text") == title
    assert not page.sees(name)
    back = page.find("sheet-my-page")
    assert back.hasFocus()
    assert back.accessibleDescription().startswith(f"{title}. ")
    QTest.keyClick(back, Qt.Key.Key_Space)
    assert page.find("sheet-title").property("text") == "My page"
    assert page.find(name).hasFocus()
    assert page.sees("main-topic")
    assert not page.sees("sheet-my-page")


def test_an_empty_field_more_comes_once_the_one_before_has_words(page: Person) -> None:
    assert [page.sees(name) for name in ("also-1", "also-2")] == [True, False]
    page.type("also-1", "The forms")
    assert page.sees("also-2")
    assert [page.sees(f"question-{number}") for number in (1, 2, 3)] == [True, False, False]
    page.type("question-1", "Why?")
    page.type("question-2", "When?")
    assert page.sees("question-3")
    page.find("question-1").setFocus()
    for _ in "Why?":
        QTest.keyClick(page.find("question-1"), Qt.Key.Key_Backspace)
    assert [page.sees(f"question-{number}") for number in (1, 2, 3)] == [True, True, False]


def test_what_helps_stands_beside_what_is_to_work_on_where_there_is_room(
    page: Person, session: Session, qtbot: QtBot
) -> None:
    session.reply("C16", Reply.YES)
    session.reply("C03", Reply.NOT_YET)

    def place(name: str) -> QPoint:
        return page.find(name).mapTo(page.window, QPoint())

    page.window.resize(1000, 900)
    qtbot.waitUntil(lambda: place("C16-helps").y() == place("C03-work-on").y())
    assert place("C16-helps").x() < place("C03-work-on").x()
    page.window.resize(380, 900)
    qtbot.waitUntil(lambda: place("C16-helps").y() < place("C03-work-on").y())
    assert place("C16-helps").x() == place("C03-work-on").x()


def test_the_empty_form_is_shown_and_my_page_comes_back(page: Person, previews: Callable[[str], None]) -> None:
    page.type("main-topic", "Something of mine")
    page.click("sheet-empty-form")
    previews("________")
    assert "Something of mine" not in page.find("preview").accessibleDescription()
    page.click("sheet-my-page")
    previews("Something of mine")


def test_a_page_is_saved_at_once_and_its_name_and_folder_are_told(
    page: Person, answers: Answers, tmp_path: Path
) -> None:
    answers.path = tmp_path / "mine.pdf"
    page.type("main-topic", "How we work together")
    page.find("save-pdf").setFocus()
    QTest.keyClick(page.find("save-pdf"), Qt.Key.Key_Space)
    assert answers.path.read_bytes().startswith(b"%PDF")
    assert answers.asked == ["Notes 2026-11-24.pdf"]
    told = f"Saved as mine.pdf in {tmp_path.name}."
    assert told in page.reads()
    said = page.find("save-pdf")
    assert said.hasFocus()
    QTest.qWait(0)
    if sys.platform == "linux":  # elsewhere it is announced
        assert said.accessibleDescription() == told


def test_who_may_see_a_page_is_said_before_anything_goes_out(page: Person, pack: Pack) -> None:
    assert pack.page.before_hand_over in page.reads()
    assert pack.page.before_print in page.reads()


def test_nothing_is_saved_where_the_person_would_rather_not(
    page: Person, session: Session, answers: Answers, tmp_path: Path
) -> None:
    answers.path = tmp_path / "mine.pdf"
    answers.goes_out = False
    with_a_note(session)
    page.click("save-pdf")
    assert not answers.path.exists()
    answers.goes_out = True
    answers.path = None
    page.click("save-pdf")
    assert list(tmp_path.iterdir()) == []
    assert "Saved" not in page.reads()
    assert not page.sees("open-saved")


def with_a_note(session: Session) -> None:
    session.reply("C03", Reply.NOT_YET)
    session.note("C03", NOTE)
    session.bring("C03", on=True)
    session.plan(session.check_in.plan.with_note("C03", on=True))


def with_a_flag(session: Session) -> None:
    session.flag("R06", FlagReply.YES)
    session.plan(session.check_in.plan.with_flag("R06", on=True))


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (with_a_note, "What you wrote in a private note is on it."),
        (with_a_flag, "A red flag that you ticked is on it."),
    ],
)
def test_a_question_comes_first_where_something_private_goes_out(  # noqa: PLR0913, PLR0917  (fixtures)
    page: Person, session: Session, pack: Pack, answers: Answers, prepare: Callable[[Session], None], said: str
) -> None:
    prepare(session)
    page.click("save-pdf")
    question, _ = answers.asked
    assert question == "\n\n".join([said, f"{pack.page.before_print} Save now?", pack.page.before_hand_over])


def test_a_red_flag_that_stays_off_the_page_is_not_asked_about(
    page: Person, session: Session, answers: Answers
) -> None:
    with_a_flag(session)
    session.flag("X01", FlagReply.YES)
    page.click("save-pdf")
    assert answers.asked == ["Notes 2026-11-24.pdf"]


@pytest.mark.parametrize(
    ("sheet", "is_asked"), [("sheet-for-me", True), ("sheet-wallet-card", True), ("sheet-empty-form", False)]
)
def test_what_names_help_lines_and_own_contacts_is_asked_about_and_an_empty_form_is_not(
    page: Person, pack: Pack, answers: Answers, *, sheet: str, is_asked: bool
) -> None:
    page.click(sheet)
    page.click("save-pdf")
    assert answers.asked[:-1] == ([f"{pack.page.before_print} Save now?"] if is_asked else [])


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return what the desktop is asked to open, which it then does."""
    found: list[Path] = []

    def open_url(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


@pytest.fixture
def saved(page: Person, answers: Answers, tmp_path: Path) -> Path:
    answers.path = tmp_path / "mine.pdf"
    page.click("save-pdf")
    return answers.path


def test_what_was_saved_is_opened_by_the_desktop_or_shown_in_its_folder(
    page: Person, opened: list[Path], saved: Path
) -> None:
    page.click("open-saved")
    page.click("show-saved")
    assert opened == [saved, saved.parent]


def test_what_was_opened_is_not_remembered(page: Person, saved: Path) -> None:
    assert saved.exists()
    assert page.sees("open-saved")
    page.type("main-topic", "M")
    assert not page.sees("open-saved")
    assert not page.sees("show-saved")
    assert "Saved as" not in page.reads()


def test_a_desktop_that_opens_nothing_is_told_with_the_folder(
    page: Person, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page.click("open-saved")
    assert f"This computer has no program here that opens mine.pdf. It is in {saved.parent}." in page.reads()
    page.click("show-saved")
    assert f"This computer did not show the folder. It is {saved.parent}." in page.reads()
    assert page.sees("open-saved")


def test_a_saved_page_that_is_gone_is_told_and_not_opened(page: Person, opened: list[Path], saved: Path) -> None:
    saved.unlink()
    page.click("open-saved")
    assert f"mine.pdf is not in {saved.parent.name} any more." in page.reads()
    assert opened == []


def test_each_sheet_proposes_a_name_that_tells_nothing(page: Person, answers: Answers) -> None:
    for name in ("sheet-for-me", "sheet-empty-form", "sheet-wallet-card"):
        page.click(name)
        page.click("save-pdf")
    assert [asked for asked in answers.asked if asked.endswith(".pdf")] == [
        "Notes 2026-11-24 for me.pdf",
        "Notes form.pdf",
        "Notes card.pdf",
    ]


def test_the_question_before_it_goes_out_says_how_many_sides_unless_that_is_fine(
    page: Person, session: Session, answers: Answers, qtbot: QtBot
) -> None:
    session.plan(session.check_in.plan.with_main_topic("A long story.\n" * 60))
    qtbot.waitUntil(lambda: page.sees("more-pages"))
    page.click("save-pdf")
    assert answers.asked[0].startswith("This takes 2 sides of paper. Nothing is cut.")
    answers.asked.clear()
    page.click("more-pages")
    page.click("save-pdf")
    assert answers.asked == ["Notes 2026-11-24.pdf"]


def test_the_words_of_the_page_are_copied(page: Person, qapp: QApplication) -> None:
    page.type("main-topic", "How we work together")
    page.click("copy-text")
    assert "How we work together" in qapp.clipboard().text()
    assert "Copied." in page.reads()


def test_words_that_do_not_get_onto_the_clipboard_are_told(
    page: Person, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "setText", lambda *_: None)  # as where another program keeps it to itself
    page.click("copy-text")
    assert answers.told == [
        "The words were not copied: another program is busy with the clipboard. Please try again in a moment."
    ]
    assert "Copied." not in page.reads()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has its own dialog")
def test_a_sheet_printed_to_a_file_says_so_and_not_that_a_printer_has_it(
    page: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:1")
    on_dialog(QPrintDialog, print_to(tmp_path / "mine.pdf"))
    page.click("print")
    assert f"Saved as mine.pdf in {tmp_path.name}." in page.reads()
    assert page.sees("open-saved")
    assert "Sent to the printer." not in page.reads()


def test_a_folder_that_cannot_be_written_is_told_and_everything_stays(
    page: Person, session: Session, answers: Answers, tmp_path: Path
) -> None:
    answers.path = tmp_path / "gone" / "mine.pdf"
    page.type("main-topic", "How we work together")
    page.click("save-pdf")
    (told,) = answers.told
    assert told.startswith("The page was not saved: ")
    assert told.endswith("Your answers are still here. Choose another place.")
    assert session.check_in.plan.main_topic == "How we work together"
    assert page.find("main-topic").isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_person_may_read_a_saved_page(page: Person, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "mine.pdf"
    answers.path.write_bytes(b"from before")
    answers.path.chmod(0o644)
    page.click("save-pdf")
    assert answers.path.read_bytes().startswith(b"%PDF")
    assert answers.path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [answers.path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_told_and_the_file_from_before_stays(page: Person, answers: Answers, tmp_path: Path) -> None:
    before = tmp_path / "mine.pdf"
    before.write_bytes(b"from before")
    answers.path = before
    with no_file_larger_than(1000):
        page.click("save-pdf")
    assert answers.told[0].startswith("The page was not saved: ")
    assert before.read_bytes() == b"from before"
    assert list(tmp_path.iterdir()) == [before]
