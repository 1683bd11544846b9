"""The words of a pack: what they hold, when two of them are equal, and when a line is the same line."""

import msgspec
import pytest

from evolve_desktop.checkin.wording import UNSAFE, Wording, is_same_line, meaning_line, wording_of
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Tier, UnsafeMeaning
from tests.wordings import FIRST, reworded


def test_every_line_that_can_be_answered_has_its_words(pack: Pack, wording: Wording) -> None:
    lines = wording.words.lines
    flags = [flag for part in pack.red_flags.parts for flag in part.flags]
    step_ups = {part.step_up.id: part.step_up.question for part in pack.red_flags.parts if part.step_up}
    choices = {meaning_line(choice.meaning): choice.label for choice in pack.red_flags.unsafe.choices}
    expected = {line.id: line.text for line in (*pack.checklist.items, *flags)}
    expected |= {option.id: option.text for option in pack.page.what_would_help}
    assert dict(lines) == expected | step_ups | choices | {UNSAFE: pack.red_flags.unsafe.question}
    assert wording.words.stop == tuple(flag.id for flag in pack.red_flags.part(Tier.STOP).flags)
    assert wording.words.replies == pack.checklist.replies


def test_they_name_the_pack_its_version_and_its_language(pack: Pack, wording: Wording) -> None:
    words, about = wording.words, pack.about
    assert (words.pack, words.title, words.version, words.language) == (
        about.id,
        about.title,
        about.version,
        about.language,
    )


def test_equal_words_are_one_value_and_any_other_word_makes_another(pack: Pack, wording: Wording) -> None:
    again = wording_of(pack)
    assert (again, hash(again), again.key) == (wording, hash(wording), wording.key)
    assert wording != reworded(wording, C01="Other words.")
    assert wording.key != reworded(wording, C01="Other words.").key
    assert wording != wording.key
    assert repr(wording.words.version) in repr(wording)


@pytest.mark.parametrize("name", ["pack", "title", "version", "language"])
def test_words_of_another_pack_version_or_language_are_others(wording: Wording, name: str) -> None:
    assert Wording(msgspec.structs.replace(wording.words, **{name: "fr"})) != wording


def test_words_from_another_program_are_one_clean_line_each(wording: Wording) -> None:
    replies = msgspec.structs.replace(wording.words.replies, yes="Y\x1bes\n")
    words = msgspec.structs.replace(
        wording.words, title="A\ttitle\u202e", version=" 1\n", replies=replies, lines={"C01": "one\r\ntwo\x00"}
    )
    cleaned = Wording(words).words
    assert (cleaned.title, cleaned.version, cleaned.replies.yes, cleaned.lines) == (
        "A title",
        "1",
        "Yes",
        {"C01": "one two"},
    )
    assert Wording(cleaned).words == cleaned


def test_a_line_is_the_same_in_the_same_words_whatever_pack_and_version(wording: Wording, changed: Wording) -> None:
    other = Wording(msgspec.structs.replace(changed.words, pack="another", language="fr"))
    assert is_same_line("C01", wording, wording)
    assert is_same_line("C01", wording, changed)
    assert is_same_line("C01", wording, other)
    assert not is_same_line("C03", wording, changed)
    assert not is_same_line("C03", changed, wording)


def test_a_line_is_the_same_in_another_language_of_the_same_version_of_the_same_pack(
    wording: Wording, spanish: Wording
) -> None:
    assert is_same_line("C03", wording, spanish)
    later = Wording(msgspec.structs.replace(spanish.words, version="another"))
    other_pack = Wording(msgspec.structs.replace(spanish.words, pack="another"))
    same_language = Wording(msgspec.structs.replace(spanish.words, language=wording.words.language))
    for other in (later, other_pack, same_language):
        assert not is_same_line("C03", wording, other)


def test_a_line_without_words_on_one_side_is_not_the_same(wording: Wording, spanish: Wording) -> None:
    without = reworded(wording, C03="")
    assert not is_same_line("C03", wording, without)
    assert not is_same_line("C03", without, spanish)
    assert not is_same_line("Z99", wording, spanish)


def test_unknown_words_count_as_the_same(wording: Wording) -> None:
    assert is_same_line("C03", None, wording)
    assert is_same_line("C03", wording, None)


@pytest.mark.parametrize("meaning", UnsafeMeaning)
def test_each_meaning_of_unsafe_is_a_line(wording: Wording, meaning: UnsafeMeaning) -> None:
    assert wording.words.lines[meaning_line(meaning)]


def test_the_words_of_the_first_version_stay_as_they_were() -> None:
    assert (FIRST.words.pack, FIRST.words.version, FIRST.key) == ("evolve-why-trust-matters", "1", "f7461eee1c355f8f")
    assert FIRST.words.lines["C16"] == "I can be myself in the room. I don't have to hide or act fine."


def test_the_present_pack_says_that_it_is_another_version(pack: Pack) -> None:
    assert pack.about.id == FIRST.words.pack
    assert pack.about.version != FIRST.words.version
