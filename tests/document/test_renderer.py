import dataclasses

import pytest

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.page_plan import PagePlan, Paper
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.errors import PageError
from evolve_desktop.gui.services import ports as wanted


def test_the_press_is_what_the_window_asks_for(press: DocumentRenderer, full: CheckIn) -> None:
    asked: wanted.DocumentRenderer = press
    for sheet in (asked.my_page(full), asked.for_me_only(full, "gb"), asked.empty_form(PagePlan())):
        assert sheet.pages
        assert all(side.startswith(b"<svg") for side in sheet.pages)
        assert sheet.text
        assert sheet.pdf().is_standard


def test_a_recovery_code_stands_on_paper_with_what_it_is_for_and_nothing_else(
    press: DocumentRenderer, pack: Pack
) -> None:
    sheet = press.recovery_code("ABCDE-FGHJK", PagePlan(paper=Paper.LETTER))
    assert sheet.text == f"{pack.keeping.code_title}\n\nABCDE-FGHJK\n\n{pack.keeping.code}\n"
    assert sheet.pdf().is_standard


def test_my_page_has_one_usual_side_and_large_print_two(press: DocumentRenderer, one_line: CheckIn) -> None:
    assert press.my_page(one_line).usual_pages == 1
    assert press.empty_form(PagePlan(large_print=True)).usual_pages == 2


def test_the_sheet_for_me_may_have_as_many_sides_as_it_takes(press: DocumentRenderer, full: CheckIn) -> None:
    sheet = press.for_me_only(full, "")
    assert sheet.usual_pages == len(sheet.pages) > 2


def test_a_page_that_cannot_be_made_is_said_at_once(press: DocumentRenderer, one_line: CheckIn) -> None:
    with pytest.raises(PageError, match="H99"):
        press.my_page(one_line.with_plan(one_line.plan.with_would_help("H99", on=True)))


def test_a_sheet_cannot_be_changed(press: DocumentRenderer, one_line: CheckIn) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        press.my_page(one_line).usual_pages = 9  # type: ignore[misc]  # that is what is refused
