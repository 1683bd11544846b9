"""The PDF as other programs see it: its standards, structure, words and type sizes."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from io import BytesIO

import msgspec
import pikepdf
import pytest

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.page_plan import PagePlan, Paper
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.forms import build_empty_form
from evolve_desktop.document.my_page import build_my_page
from evolve_desktop.document.private_page import build_private_page
from evolve_desktop.document.renderer import DocumentRenderer, Pdf
from tests.document.conftest import PdfOf
from tests.pdf import words_of

SIZES = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612.0, 792.0)}


@pytest.fixture(scope="module", params=["my page", "for me only", "empty form", "large print"])
def sheet(request: pytest.FixtureRequest, pack: Pack, pdf_of: PdfOf, full: CheckIn) -> Pdf:
    if request.param == "for me only":
        return pdf_of(build_private_page(pack, full, ""))
    if request.param == "empty form":
        return pdf_of(build_empty_form(pack, PagePlan()))
    if request.param == "large print":
        return pdf_of(build_my_page(pack, with_layout(full, large_print=True)))
    return pdf_of(build_my_page(pack, full))


def with_layout(check_in: CheckIn, **changes: Paper | bool) -> CheckIn:
    return check_in.with_plan(msgspec.structs.replace(check_in.plan, **changes))


def opened(sheet: Pdf) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(sheet.data))


def tags(element: pikepdf.Object | None) -> Iterator[str]:
    """Yield the structure of a PDF: the tag of each element in reading order."""
    if not isinstance(element, pikepdf.Dictionary):
        return
    if "/S" in element:
        yield str(element.S)
    below = element.get("/K")
    for child in below if isinstance(below, pikepdf.Array) else [below]:
        yield from tags(child)


def test_the_file_names_its_standards_title_and_language(sheet: Pdf) -> None:
    assert sheet.is_standard
    with opened(sheet) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] in {"Notes for my session", "For me only"}
        assert "dc:creator" not in metadata
        assert str(pdf.Root.Lang) == "en"
        assert "/Author" not in pdf.docinfo


def test_the_file_is_tagged_with_headings_and_lists(sheet: Pdf) -> None:
    with opened(sheet) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        found = list(tags(pdf.Root.StructTreeRoot))
    assert found[0] == "/Document"
    assert found.count("/H1") == 1
    assert found.count("/H2") >= 2
    assert {"/L", "/LI", "/Lbl", "/LBody", "/P"} <= set(found)


def test_each_part_of_my_page_is_a_heading(pack: Pack, pdf_of: PdfOf, full: CheckIn, one_line: CheckIn) -> None:
    for check_in, headings in ((full, 9), (one_line, 2)):
        with opened(pdf_of(build_my_page(pack, check_in))) as pdf:
            assert list(tags(pdf.Root.StructTreeRoot)).count("/H2") == headings


def test_every_font_is_embedded(sheet: Pdf) -> None:
    with opened(sheet) as pdf:
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                descriptor = font.DescendantFonts[0].FontDescriptor
                assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_no_type_is_smaller_than_eleven_points(sheet: Pdf) -> None:
    with opened(sheet) as pdf:
        for page in pdf.pages:
            steps = [(str(step.operator), list(step.operands)) for step in pikepdf.parse_content_stream(page)]
            scales = {abs(Decimal(str(numbers[3]))) for operator, numbers in steps if operator in {"cm", "Tm"}}
            assert scales == {1}
            assert min(Decimal(str(numbers[1])) for operator, numbers in steps if operator == "Tf") >= 11


@pytest.mark.parametrize("paper", list(Paper))
def test_every_side_has_the_size_of_the_paper(pack: Pack, pdf_of: PdfOf, full: CheckIn, paper: Paper) -> None:
    with opened(pdf_of(build_private_page(pack, with_layout(full, paper=paper), ""))) as pdf:
        assert len(pdf.pages) > 1
        for page in pdf.pages:
            assert tuple(float(number) for number in page.mediabox[2:]) == pytest.approx(SIZES[paper], abs=0.01)


@pytest.mark.parametrize("paper", list(Paper))
def test_a_full_but_ordinary_page_takes_one_side(renderer: DocumentRenderer, full: CheckIn, paper: Paper) -> None:
    sheet = renderer.my_page(with_layout(full, paper=paper))
    with opened(sheet.pdf()) as pdf:
        assert len(sheet.pages) == len(pdf.pages) == sheet.usual_pages == 1


@pytest.mark.parametrize("paper", list(Paper))
def test_large_print_takes_no_more_than_two_sides(renderer: DocumentRenderer, full: CheckIn, paper: Paper) -> None:
    sheet = renderer.my_page(with_layout(full, paper=paper, large_print=True))
    assert len(sheet.pages) <= sheet.usual_pages == 2


def test_the_file_holds_exactly_the_chosen_lines(
    pdf_of: PdfOf, pack: Pack, full: CheckIn, read_aloud: Callable[[bytes], str]
) -> None:
    words = read_aloud(pdf_of(build_my_page(pack, full)).data)
    plan = full.plan
    own = [plan.main_topic, plan.name, *plan.also, *plan.questions]
    notes = [full.answer(item_id).note for item_id in plan.notes]
    items = [pack.checklist.item(item_id).text for item_id in (*plan.bring, *plan.helping)]
    flags = [pack.red_flags.flag(flag_id).text for flag_id in plan.flags]
    assert not [text for text in (*own, *notes, *items, *flags) if text not in words]
    others = [item.text for item in pack.checklist.items if item.text not in items]
    others += [flag.text for part in pack.red_flags.parts for flag in part.flags if flag.text not in flags]
    assert not [text for text in (*others, full.answer("C05").note) if text in words]


def test_no_score_count_or_percentage_is_on_the_page(pack: Pack, pdf_of: PdfOf, full: CheckIn) -> None:
    for item_id in full.plan.notes:
        full = full.with_note(item_id, "a note")
    assert re.findall(r"[0-9]+|%", words_of(pdf_of(build_my_page(pack, full)).data)) == ["24", "2026"]


def test_a_text_that_does_not_fit_goes_on_overleaf_and_loses_no_word(renderer: DocumentRenderer, full: CheckIn) -> None:
    typed = [f"word{number}" for number in range(400)]
    sheet = renderer.my_page(full.with_plan(full.plan.with_main_topic(" ".join(typed))))
    assert len(sheet.pages) == 2
    assert sheet.usual_pages == 1
    words = words_of(sheet.pdf().data).split()
    assert [word for word in words if word in set(typed)] == typed
    assert " ".join(typed) in sheet.text


@pytest.mark.parametrize("letter", ["x", "W", "ب"])
def test_a_word_wider_than_the_paper_stays_on_it(
    pack: Pack, pdf_of: PdfOf, full: CheckIn, letter: str, poppler: Callable[..., str]
) -> None:
    check_in = full.with_note("C03", letter * 900)
    told = poppler(pdf_of(build_my_page(pack, check_in)).data, "pdftotext", "-bbox")
    ends = [float(end) for end in re.findall(r'xMax="([0-9.]+)"', told)]
    assert 500 < max(ends) < SIZES[Paper.A4][0] - 60
    assert told.count(letter) >= 900


BLANKS = [
    "\t",
    " ",
    "   ",
    "\xa0",
    "\u2003",
    "\u2009",
    "\u202f",
    "\u205f",
    "\u3000",
    "\u115f",
    "\u3164",
    "\uffa0",
    "\v",
    "\f",
]


def test_words_that_are_apart_on_the_screen_are_apart_on_paper_and_in_copied_text(
    renderer: DocumentRenderer, one_line: CheckIn, poppler: Callable[..., str]
) -> None:
    lines = [f"Monday{blank}bad{number}" for number, blank in enumerate(BLANKS)]
    document = renderer.my_page(one_line.with_plan(one_line.plan.with_main_topic("\n".join(lines))))
    for said in (poppler(document.pdf().data, "pdftotext", "-layout"), document.text):
        words = said.split()
        assert [word for word in words if word.startswith("bad")] == [f"bad{number}" for number in range(len(BLANKS))]
        assert words.count("Monday") == len(BLANKS)


def test_a_tab_takes_the_place_of_four_letters_on_the_printed_page(
    renderer: DocumentRenderer, one_line: CheckIn
) -> None:
    tabbed, spaced = (
        renderer.my_page(one_line.with_plan(one_line.plan.with_main_topic(f"Monday{blank}bad\nTuesday{blank}better")))
        for blank in ("\t", "    ")
    )
    assert tabbed.pages == spaced.pages
    assert "Monday    bad\nTuesday    better" in tabbed.text
