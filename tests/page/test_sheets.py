import dataclasses
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import msgspec
import pikepdf
import pytest

from evolve_desktop import assets
from evolve_desktop.checkin.answers import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.page_plan import PagePlan, Paper
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.errors import PageError
from evolve_desktop.page.press import Press, Sheet

HARD_TEXTS = (
    "🙂 👩‍👩‍👧",
    "مرحبا بكم",
    "שלום עולם",
    "你好",
    "e\u0301\u0323",
    "# * _ $ @ < > ` \\ // [b] #let x = 1",
    "a\x07b",
    "\ue000",
    "x" * 20_000,
    "word and " * 2_222,
    "first\nsecond",
)


@pytest.fixture(scope="module")
def press(pack: Pack) -> Press:
    return Press(pack, assets.resources() / "page")


@pytest.fixture
def full() -> CheckIn:
    check_in = CheckIn(id="a", started=date(2026, 11, 24))
    for item_id, reply in (("C16", Reply.YES), ("C10", Reply.MOSTLY), ("C03", Reply.NOT_YET), ("C01", Reply.A_LITTLE)):
        check_in = check_in.with_reply(item_id, reply)
    check_in = check_in.with_note("C03", "Shown note").with_note("C01", "Zebra note")
    for flag_id in ("R06", "R01", "X01"):
        check_in = check_in.with_flag(flag_id, FlagReply.YES)
    for item_id in ("C03", "C01", "C16"):
        check_in = check_in.with_bring(item_id, on=True)
    check_in = check_in.with_helping("C10", on=True)
    plan = check_in.plan.with_note("C03", on=True).with_flag("R06", on=True).with_would_help("H1", on=True)
    plan = plan.with_main_topic("How we work").with_also(0, "The letter").with_question(0, "Why?").with_name("J.")
    return check_in.with_plan(msgspec.structs.replace(plan, use=PageUse.READ_ALOUD))


def words(sheet: Sheet, folder: Path) -> str:
    path = folder / "page.pdf"
    path.write_bytes(sheet.pdf().data)
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)  # noqa: S607
    return " ".join(done.stdout.split())


def test_the_pdf_holds_the_chosen_lines_and_nothing_private(press: Press, full: CheckIn, tmp_path: Path) -> None:
    sheet = press.my_page(full)
    text = words(sheet, tmp_path)
    for chosen in (
        "How we work",
        "The letter",
        "often late",
        "Shown note",
        "Why?",
        "slow down",
        "24 November 2026",
        "J.",
    ):
        assert chosen in text
        assert chosen in sheet.text
    for private in ("Zebra", "judged", "sexual"):
        assert private not in text
        assert private not in sheet.text
    assert len(sheet.pages) == sheet.usual_pages == 1


def test_a_red_flag_of_part_three_is_never_printed_whatever_the_plan_says(press: Press, full: CheckIn) -> None:
    forced = full.with_plan(full.plan.with_flag("X01", on=True))
    assert "sexual" not in press.my_page(forced).text


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_the_pdf_can_be_read_by_screen_readers(
    press: Press, full: CheckIn, paper: Paper, size: tuple[int, int]
) -> None:
    pdf = press.my_page(full.with_plan(msgspec.structs.replace(full.plan, paper=paper))).pdf()
    assert pdf.is_standard
    with pikepdf.open(BytesIO(pdf.data)) as opened:
        assert len(opened.pages) == 1
        assert tuple(round(float(number)) for number in opened.pages[0].mediabox[2:]) == size
        assert str(opened.Root.Lang).startswith("en")
        assert bool(opened.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in opened.Root
        with opened.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Notes for my session"


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_whatever_a_person_types_can_be_printed(press: Press, text: str) -> None:
    check_in = CheckIn(id="a", started=date(2026, 11, 24))
    sheet = press.my_page(check_in.with_plan(check_in.plan.with_main_topic(text)))
    assert sheet.pages
    assert sheet.pdf().data.startswith(b"%PDF-")


def test_a_character_that_no_font_has_is_printed_without_the_standard_and_said(press: Press) -> None:
    check_in = CheckIn(id="a", started=date(2026, 11, 24))
    assert not press.my_page(check_in.with_plan(check_in.plan.with_main_topic("\ue000"))).pdf().is_standard


@pytest.mark.parametrize("paper", list(Paper))
def test_the_empty_form_fits_one_side(press: Press, paper: Paper) -> None:
    sheet = press.empty_form(PagePlan(paper=paper))
    assert len(sheet.pages) == 1
    assert "The one thing I most want to talk about" in sheet.text


def test_for_me_only_never_suggests_a_word_to_the_therapist_once_part_three_is_raised(
    press: Press, full: CheckIn
) -> None:
    text = press.for_me_only(full, "gb").text
    assert "not your fault" in text
    assert "You could talk about it" not in text
    assert "999" in text
    assert "988" not in text


def test_for_me_only_shows_every_country_when_none_is_chosen(press: Press) -> None:
    text = press.for_me_only(CheckIn(id="a", started=date(2026, 11, 24)).with_flag("S07", FlagReply.YES), "").text
    assert "I've decided to stop" in text
    for number in ("988", "116 123", "14416", "SHOUT"):
        assert number in text


def test_a_help_line_says_when_it_was_checked_and_when_that_is_long_ago(pack: Pack) -> None:
    line = msgspec.structs.replace(
        pack.help_lines.countries[0].lines[0], checked_on="2026-01-02", checked_by="us", review_by="2026-07-02"
    )
    country = msgspec.structs.replace(pack.help_lines.countries[0], lines=(line,))
    lines = msgspec.structs.replace(pack.help_lines, countries=(country,))
    press = Press(msgspec.structs.replace(pack, help_lines=lines), assets.resources() / "page")
    assert "Checked on 2026-01-02" in press.for_me_only(CheckIn(id="a", started=date(2026, 3, 1)), "us").text
    assert "may be out of date" in press.for_me_only(CheckIn(id="a", started=date(2026, 11, 24)), "us").text


def test_a_pick_that_the_content_does_not_know_is_named(press: Press) -> None:
    check_in = CheckIn(id="a", started=date(2026, 11, 24)).with_reply("C99", Reply.YES).with_bring("C99", on=True)
    with pytest.raises(PageError, match="C99"):
        press.my_page(check_in)


def test_a_template_that_cannot_be_set_is_one_plain_sentence(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "page.typ").write_text("#nonsense()", encoding="utf-8")
    broken = Press(pack, tmp_path)
    with pytest.raises(PageError, match="still here"):
        broken.my_page(CheckIn(id="a", started=date(2026, 11, 24)))


def test_a_sheet_cannot_be_changed(press: Press, full: CheckIn) -> None:
    sheet = press.my_page(full)
    with pytest.raises(dataclasses.FrozenInstanceError):
        sheet.usual_pages = 9  # type: ignore[misc]  # that is what is refused
