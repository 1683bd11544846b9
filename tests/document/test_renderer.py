import dataclasses

import pytest

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.page_plan import PagePlan, Paper
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.forms import build_empty_form
from evolve_desktop.document.renderer import DocumentRenderer, Typesetter
from evolve_desktop.errors import PageError
from evolve_desktop.gui.services import ports


def test_the_renderer_satisfies_the_port_of_the_window(renderer: DocumentRenderer, full: CheckIn) -> None:
    asked: ports.RendererPort = renderer
    for sheet in (asked.my_page(full), asked.for_me_only(full, "gb"), asked.empty_form(PagePlan())):
        assert sheet.pages
        assert all(side.startswith(b"<svg") for side in sheet.pages)
        assert sheet.text
        assert sheet.pdf().is_standard


def test_a_recovery_code_stands_on_paper_with_what_it_is_for_and_nothing_else(
    renderer: DocumentRenderer, pack: Pack
) -> None:
    sheet = renderer.recovery_code("ABCDE-FGHJK", PagePlan(paper=Paper.LETTER))
    assert sheet.text == f"{pack.keeping.code_title}\n\nABCDE-FGHJK\n\n{pack.keeping.code}\n"
    assert sheet.pdf().is_standard


def test_my_page_has_one_usual_side_and_large_print_two(renderer: DocumentRenderer, one_line: CheckIn) -> None:
    assert renderer.my_page(one_line).usual_pages == 1
    assert renderer.my_page(one_line.with_plan(PagePlan(large_print=True))).usual_pages == 2


def test_the_empty_form_has_my_page_on_one_side_and_the_checklist_on_the_other(renderer: DocumentRenderer) -> None:
    for paper in Paper:
        form = renderer.empty_form(PagePlan(paper=paper))
        assert form.usual_pages == len(form.pages) == 2
    large = renderer.empty_form(PagePlan(large_print=True))
    assert large.usual_pages == len(large.pages) == 4


@pytest.mark.parametrize("language", ["es", "ar"])
@pytest.mark.parametrize("paper", Paper)
def test_the_empty_form_has_two_sides_in_every_language(typesetter: Typesetter, language: str, paper: Paper) -> None:
    pack = load_pack(resource_paths.content_pack(language))
    assert len(typesetter.pages(build_empty_form(pack, PagePlan(paper=paper)))) == 2


def test_the_sheet_for_me_may_have_as_many_sides_as_it_takes(renderer: DocumentRenderer, full: CheckIn) -> None:
    sheet = renderer.for_me_only(full, "")
    assert sheet.usual_pages == len(sheet.pages) > 2


def test_a_page_that_cannot_be_made_raises_at_once(renderer: DocumentRenderer, one_line: CheckIn) -> None:
    with pytest.raises(PageError, match="H99"):
        renderer.my_page(one_line.with_plan(one_line.plan.with_would_help("H99", on=True)))


def test_a_sheet_cannot_be_changed(renderer: DocumentRenderer, one_line: CheckIn) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        renderer.my_page(one_line).usual_pages = 9  # type: ignore[misc]  # the assignment is refused


def test_a_renderer_that_has_forgotten_lays_out_the_same_page_again(renderer: DocumentRenderer, full: CheckIn) -> None:
    before = renderer.my_page(full).pages
    renderer.forget()
    assert renderer.my_page(full).pages == before
