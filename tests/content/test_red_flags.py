"""The red flags: none lost, each with its source, and part three never sends anyone back to the therapist."""

import re

import msgspec
import pytest

from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Tier, UnsafeMeaning
from evolve_desktop.content.schema import Origin
from evolve_desktop.content.validation import iter_texts
from tests.content.conftest import Change, Faults

IDS = {
    Tier.TALK: ["R01", "R02", "R03", "R10", *(f"R{number:02}" for number in range(4, 10))],
    Tier.SECOND_OPINION: [*(f"S{number:02}" for number in range(1, 9)), "S11", "S09", "S10", "S12"],
    Tier.STOP: [f"X{number:02}" for number in range(1, 12)],
}


def said(pack: Pack, tier: Tier) -> str:
    """Return every text of a part."""
    place = f"red_flags.toml: parts[{tier - 1}]."
    return "\n".join(text for where, text in iter_texts(pack) if where.startswith(place))


@pytest.mark.parametrize(("tier", "ids"), IDS.items())
def test_every_part_has_all_its_lines_in_order(tier: Tier, ids: list[str], pack: Pack) -> None:
    assert [flag.id for flag in pack.red_flags.part(tier).flags] == ids


def test_ten_lines_are_no_red_flag_on_their_own(pack: Pack) -> None:
    assert [line.id for line in pack.red_flags.ordinary] == [f"N{number:02}" for number in range(1, 11)]


def test_the_feelings_the_article_names_are_from_the_article(pack: Pack) -> None:
    flags = [flag for part in pack.red_flags.parts for flag in part.flags]
    assert [flag.id for flag in flags if flag.origin is Origin.ARTICLE] == ["R01", "R02", "R03", "R10"]


def test_sources_are_written_out_rather_than_as_keys(pack: Pack) -> None:
    lines = [*(flag for part in pack.red_flags.parts for flag in part.flags), *pack.red_flags.ordinary]
    for line in lines:
        assert not re.search(r"\b(ART|AOP|CA|CAB|MHA|RET|MOU|PSA|TELL)\b", line.source), line.id


def test_lines_that_are_easily_misread_carry_their_note(pack: Pack) -> None:
    flags = [flag for part in pack.red_flags.parts for flag in part.flags]
    assert [flag.id for flag in flags if flag.note] == ["S03", "S04", "S12", "X01", "X04", "X06", "X07", "X10"]
    assert [line.id for line in pack.red_flags.ordinary if line.note] == ["N04"]


def test_a_content_note_stands_before_parts_two_and_three_only(pack: Pack) -> None:
    assert [bool(part.content_note) for part in pack.red_flags.parts] == [False, True, True]
    assert "sexual, physical and money abuse" in pack.red_flags.part(Tier.STOP).content_note


def test_parts_one_and_two_ask_whether_to_read_on_and_part_three_does_not(pack: Pack) -> None:
    asked = [part.step_up and (part.step_up.id, part.step_up.question) for part in pack.red_flags.parts]
    assert asked == [
        ("U1", "Has it gone on after you raised it?"),
        ("U2", "Are you afraid, or were you told to keep quiet?"),
        None,
    ]


def test_only_feeling_unsafe_opens_the_four_gentle_choices(pack: Pack) -> None:
    flags = [flag for part in pack.red_flags.parts for flag in part.flags]
    assert [flag.id for flag in flags if flag.unsafe] == ["R03"]
    assert [choice.meaning for choice in pack.red_flags.unsafe.choices] == list(UnsafeMeaning)


def test_no_line_asks_two_things_that_may_be_answered_apart(pack: Pack) -> None:
    texts = {flag.id: flag.text for part in pack.red_flags.parts for flag in part.flags}
    assert texts["R03"] == "I feel unsafe with my therapist."
    assert texts["R10"] == "Something feels off, and I can't say what."
    assert texts["S08"] == "My therapist wants big gifts or favors."
    assert texts["S11"] == "My therapist charges me for things we never agreed on."
    assert texts["S10"] == "My therapist does things they do not seem trained for."
    assert texts["S12"] == "I can't find my therapist on any list of licensed or registered therapists."


def test_each_choice_opens_what_belongs_to_it(pack: Pack) -> None:
    opened = {c.meaning: (c.parts, c.ordinary, c.help_lines) for c in pack.red_flags.unsafe.choices}
    assert opened == {
        UnsafeMeaning.HARD_FEELINGS: ((), "N04", False),
        UnsafeMeaning.THERAPIST: ((Tier.SECOND_OPINION, Tier.STOP), "", False),
        UnsafeMeaning.DANGER: ((), "", True),
        UnsafeMeaning.NOT_SAYING: ((Tier.SECOND_OPINION, Tier.STOP), "N04", False),
    }


def test_part_one_leaves_both_doors_open(pack: Pack) -> None:
    intro = pack.red_flags.part(Tier.TALK).what_next.intro
    assert "You could talk about it, or you could choose a new therapist. Both are okay." in intro


def test_part_three_never_suggests_raising_it_with_the_therapist(pack: Pack) -> None:
    words = said(pack, Tier.STOP).replace("You don't have to tell your therapist why.", "")
    assert "Do not confront the therapist, alone or in writing." in words
    assert not re.search(
        r"\brais(e|ing)\b|talk (to|with) (your|the) therapist|bring (it|this) up|tell (your|the) ther", words
    )


def test_part_three_has_no_words_to_say_to_the_therapist(pack: Pack) -> None:
    what_next = pack.red_flags.part(Tier.STOP).what_next
    assert (what_next.scripts, what_next.scripts_label, what_next.signs) == ((), "", ())


def test_every_line_that_sends_to_the_therapist_is_marked(pack: Pack) -> None:
    parts = pack.red_flags.parts
    assert [part.what_next.to_therapist for part in parts] == [True, False, False]
    assert [line.text for part in parts for line in part.what_next.lines if line.to_therapist] == [
        "You may ask the therapist, if it feels safe.",
        "If it feels safe: “I want to understand why ______. I'd like an answer before we go on.”",
    ]
    for choice in pack.red_flags.unsafe.choices:
        for text in choice.texts:
            sends = re.search(r"slow down|Something I'd like to talk about", text.text)
            assert text.to_therapist is bool(sends), text.text


def test_a_part_three_that_sends_anyone_to_the_therapist_is_refused(change: Change, faults: Faults) -> None:
    change("red_flags.toml", 'title = "What now"\n', 'title = "What now"\nto_therapist = true\n')
    assert faults() == ("red_flags.toml: parts[2].what_next: part three sends nobody to the therapist",)


def test_a_single_step_of_part_three_that_does_so_is_refused(change: Change, faults: Faults) -> None:
    step = 'text = "Tell one person you trust."\n'
    change("red_flags.toml", step, f"{step}to_therapist = true\n")
    assert faults() == ("red_flags.toml: parts[2].what_next: part three sends nobody to the therapist",)


def test_a_choice_that_could_be_left_without_a_word_is_refused(change: Change, faults: Faults) -> None:
    text = '{ text = "You can stop seeing them while you decide."'
    change("red_flags.toml", text, f"{text}, to_therapist = true")
    assert faults() == (
        "red_flags.toml: unsafe.choices[1].texts: needs a line without to_therapist",
        "red_flags.toml: unsafe.choices[1]: 'my therapist' sends nobody to the therapist",
    )


def test_a_choice_that_warns_and_offers_words_for_a_talk_is_refused(change: Change, faults: Faults) -> None:
    change("red_flags.toml", "help_lines = true\n", "help_lines = true\ntalk_words = true\n")
    assert faults() == ("red_flags.toml: unsafe.choices[2]: 'danger' sends nobody to the therapist",)


def test_a_sentence_that_follows_an_unknown_line_is_refused(change: Change, faults: Faults) -> None:
    change("red_flags.toml", 'after = ["X01", "X02", "X03"]', 'after = ["X01", "R01"]')
    assert faults() == ("red_flags.toml: parts[2].what_next.added[0].after: the part has no red flag 'R01'",)


def test_a_step_that_has_no_place_for_the_help_line_is_refused(change: Change, faults: Faults) -> None:
    change("red_flags.toml", "sexual-assault line: {line}", "sexual-assault line")
    assert faults() == (
        "red_flags.toml: parts[2].what_next.steps[1].line_form: needs {line} once, and no other braces",
    )


def test_steps_for_later_without_a_label_are_refused(change: Change, faults: Faults) -> None:
    change("red_flags.toml", 'later_label = "When you are ready"\n', "")
    assert faults() == ("red_flags.toml: parts[2].what_next.later_label: is missing",)


def test_what_a_frightened_person_reads_first_is_not_left_for_later(pack: Pack) -> None:
    steps = pack.red_flags.part(Tier.STOP).what_next.steps
    assert [step.later for step in steps] == [False] * 4 + [True] * 3
    assert "clinic or sexual-assault service" in steps[3].text


def test_part_three_begins_with_what_the_person_is_owed(pack: Pack) -> None:
    what_next = pack.red_flags.part(Tier.STOP).what_next
    assert what_next.intro == (
        "If this is happening, it is not your fault. You don't have to go back. "
        "You don't have to tell your therapist why."
    )
    assert what_next.intro_after(["X04"]) == what_next.intro
    assert all("even if you had feelings" in what_next.intro_after([flag_id]) for flag_id in ("X01", "X02", "X03"))


def test_stopping_medicine_always_comes_with_asking_a_doctor(pack: Pack) -> None:
    assert pack.red_flags.flag("X09").first == (
        "Don't stop or change medicine because of this app. Ask your doctor or pharmacist."
    )


def test_a_place_whose_route_was_not_verified_gets_only_the_search(pack: Pack) -> None:
    unverified = [route for route in pack.red_flags.complaints if not route.verified]
    assert [route.place for route in unverified] == ["Ireland, India, South Africa, Singapore, and other places"]
    assert [route.route for route in unverified] == ["Search for where to complain about a therapist in your country."]
    assert not any(character.isdigit() for route in unverified for character in route.route)


def test_no_body_that_withdrew_is_named_as_signing_against_conversion_therapy(pack: Pack) -> None:
    assert "UKCP" not in pack.red_flags.flag("S03").source


def test_a_sexual_assault_line_is_named_only_where_the_country_has_one(pack: Pack) -> None:
    step = pack.red_flags.part(Tier.STOP).what_next.steps[1]
    assert step.with_line("") == "Tell one person you trust."
    assert step.with_line("Call 1") == "Tell one person you trust, or a sexual-assault line: Call 1"
    assert pack.red_flags.part(Tier.STOP).what_next.steps[0].with_line("Call 1").startswith("In danger now?")


def test_flags_and_parts_are_found_by_their_ids(pack: Pack) -> None:
    assert pack.red_flags.flag("X11").id == "X11"
    with pytest.raises(KeyError):
        pack.red_flags.flag("N01")
    with pytest.raises(KeyError):
        msgspec.structs.replace(pack.red_flags, parts=()).part(Tier.TALK)
