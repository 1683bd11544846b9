"""The plan of the page: its limits, its lines and its texts."""

import pytest

from evolve_desktop.checkin.page_plan import MAX_BRING, MAX_HELPING, PagePlan, Paper
from evolve_desktop.errors import PickLimitError


def test_an_empty_plan_prints_nothing_of_the_persons_own() -> None:
    plan = PagePlan()
    assert (plan.main_topic, plan.bring, plan.helping, plan.notes, plan.flags, plan.name) == ("", (), (), (), (), "")
    assert plan.use is None


def test_picks_stay_in_the_order_in_which_they_were_picked() -> None:
    plan = PagePlan().with_bring("C05", on=True).with_bring("C01", on=True)
    assert plan.bring == ("C05", "C01")


def test_picking_twice_changes_nothing() -> None:
    plan = PagePlan().with_bring("C05", on=True)
    assert plan.with_bring("C05", on=True) == plan
    assert plan.with_bring("C09", on=False) == plan


def test_a_fourth_line_to_bring_is_refused_with_a_sentence() -> None:
    plan = PagePlan()
    for item_id in ("C01", "C02", "C03"):
        plan = plan.with_bring(item_id, on=True)
    with pytest.raises(PickLimitError) as refused:
        plan.with_bring("C04", on=True)
    assert str(refused.value) == "You can bring three lines. Untick one first, then pick this one."
    assert plan.with_bring("C02", on=False).with_bring("C04", on=True).bring == ("C01", "C03", "C04")


@pytest.mark.parametrize(
    "too_many",
    [
        {"bring": tuple("abcd")},
        {"helping": tuple("abcde")},
        {"also": ("one",)},
        {"questions": ("one", "two", "three", "four")},
    ],
)
def test_a_plan_that_no_window_could_make_is_refused(too_many: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(ValueError, match=r"more lines are picked|`also` holds two lines"):
        PagePlan(**too_many)  # type: ignore[arg-type]  # the parameters name fields of tuples only
    assert (MAX_BRING, MAX_HELPING) == (3, 4)


def test_further_topics_and_questions_are_written_line_by_line() -> None:
    plan = PagePlan().with_also(1, "sleep").with_question(0, "Why?").with_question(2, "When?")
    assert plan.also == ("", "sleep")
    assert plan.questions == ("Why?", "", "When?")


@pytest.mark.parametrize("index", [2, -1])
def test_there_is_no_third_further_topic(index: int) -> None:
    with pytest.raises(ValueError, match="`also` holds two lines"):
        PagePlan().with_also(index, "too much")


def test_every_text_is_cleaned_as_it_is_typed() -> None:
    bad = "a\x00b\r\n"
    plan = PagePlan().with_main_topic(bad).with_also(0, bad).with_question(1, bad).with_name(bad)
    assert plan == PagePlan(main_topic="ab\n", also=("ab\n", ""), questions=("", "ab\n", ""), name="ab\n")


def test_every_text_of_a_plan_from_elsewhere_can_be_cleaned() -> None:
    bad = PagePlan(main_topic="\x1bx", also=("\x1by", ""), questions=("", "", "\x1bz"), name="\x1bn", bring=("C01",))
    clean = PagePlan(main_topic="x", also=("y", ""), questions=("", "", "z"), name="n", bring=("C01",))
    assert bad.cleaned() == clean


def test_notes_flags_and_kinds_of_help_are_ticked_one_by_one() -> None:
    plan = PagePlan().with_note("C01", on=True).with_flag("R02", on=True).with_would_help("slow-down", on=True)
    assert (plan.notes, plan.flags, plan.would_help) == (("C01",), ("R02",), ("slow-down",))
    plan = plan.with_note("C01", on=False).with_flag("R02", on=False).with_would_help("slow-down", on=False)
    assert plan == PagePlan()


def test_only_paper_and_print_size_are_layout() -> None:
    plan = PagePlan(paper=Paper.LETTER, large_print=True, main_topic="mine", bring=("C01",))
    assert plan.layout_only() == PagePlan(paper=Paper.LETTER, large_print=True)
