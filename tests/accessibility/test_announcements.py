"""What changes away from the focus is announced: once, in the words that are shown, and never at each keystroke."""

import shutil
from pathlib import Path

from evolve_desktop.content.pack import Pack
from tests.accessibility.bus import Bus
from tests.accessibility.conftest import Start
from tests.accessibility.keys import Keys
from tests.accessibility.reader import Reader

PAUSE = 0.8  # longer than the 0.6 s after the last key, when what was found is said


def keep(reader: Reader) -> None:
    """Keep without a passphrase, hear that it is so, and answer a line."""
    reader.press("keeping-more")
    reader.press("keep-open")
    assert reader.hears() == ["From now on your check-ins are kept on this computer."]
    reader.press("keeping-back")
    reader.toggle("C16-yes")


def test_what_is_announced_before_anything_is_kept(bus: Bus, start: Start, reader: Reader, pack: Pack) -> None:
    start()
    Keys(bus).turn_to("Evolve")
    progress_is_announced(reader)
    sources_are_heard_as_they_open(reader)
    guidance_that_opens_is_announced(reader, pack)
    what_is_found_is_said_when_typing_pauses_and_at_once_where_more_is_asked(Keys(bus), reader)
    a_limit_is_announced_where_it_is_met(reader)
    what_is_wrong_with_a_passphrase_is_told_with_its_field_which_has_the_focus(reader)


def progress_is_announced(reader: Reader) -> None:
    reader.toggle("C16-yes")
    assert reader.hears() == ["1 of 17 answered"]


def sources_are_heard_as_they_open(reader: Reader) -> None:
    reader.press("sources-give-it-time")
    assert reader.hears() == ["The article, step 2, “Give It Time”"]
    assert reader.tree(name="Hide: Where this comes from: 2. Give It Time").find("sources-give-it-time")
    reader.press("sources-give-it-time")
    assert reader.tree(name="Show: Where this comes from: 2. Give It Time").find("sources-give-it-time")
    assert reader.hears(least=0) == []


def guidance_that_opens_is_announced(reader: Reader, pack: Pack) -> None:
    item = next(item for item in pack.checklist.items if item.id == "C03")
    reader.toggle("C03-a-little")
    heard = reader.hears()
    assert [said for said in heard if item.prompt in said] == [f"{pack.checklist.try_label}: {item.prompt}"]
    assert len(heard) <= 2
    reader.choose("page tab", "Red flags")
    reader.toggle("R06-yes")
    part = pack.red_flags.parts[0]
    assert part.step_up is not None
    assert reader.hears(least=2) == [part.step_up.question, f"{part.what_next.title}. {part.what_next.intro}"]
    reader.toggle("R06-not-sure")
    assert reader.hears(least=0) == []
    reader.choose("page tab", "Check-in")


def what_is_found_is_said_when_typing_pauses_and_at_once_where_more_is_asked(keys: Keys, reader: Reader) -> None:
    reader.press("find")
    keys.type("past experiences")
    assert reader.hears(moment=PAUSE) == ["1 of 2"]
    keys.press("Return")
    assert reader.hears(moment=PAUSE) == ["2 of 2"]
    keys.type("q")
    keys.press("Return")
    assert reader.hears(moment=PAUSE) == ["Not found"]
    keys.press("Return")
    assert reader.hears() == ["Not found"]


def a_limit_is_announced_where_it_is_met(reader: Reader) -> None:
    for name in ("C16", "C01", "C10", "C02"):
        reader.toggle(f"{name}-yes")
        reader.hears(moment=0.1, least=0)
        reader.toggle(f"{name}-bring")
    (told,) = reader.hears()
    assert told in [node.name for node in reader.tree(id="tabs").walk() if node.role == "label"]


def what_is_wrong_with_a_passphrase_is_told_with_its_field_which_has_the_focus(reader: Reader) -> None:
    reader.press("keeping-more")
    reader.write("keep-passphrase-first", "one")
    reader.write("keep-passphrase-second", "two")
    reader.follows(least=0)
    reader.press("keep-locked")
    assert reader.follows()[-1] == "keep-passphrase-first"
    field = reader.tree(id="keep-passphrase-first")
    assert field.description == "The two passphrases differ. Please type the same one twice."
    assert reader.hears(least=0) == []  # a screen reader would say it twice


def test_what_is_announced_while_check_ins_are_kept(bus: Bus, start: Start, reader: Reader, tmp_path: Path) -> None:
    start()
    keep(reader)
    what_is_kept_is_announced_once(reader)
    typing_is_not_talked_over(reader)
    Keys(bus).turn_to("Evolve")
    what_is_found_earlier_is_said_when_typing_pauses(Keys(bus), reader)
    what_is_not_kept_is_announced_once(reader, tmp_path / "check-ins")


def what_is_kept_is_announced_once(reader: Reader) -> None:
    """Answer a line and open its note; only the answer is announced, and that it is kept."""
    reader.press("C16-add-note")
    reader.tree(id="C16-note")
    heard = reader.hears(least=2, moment=PAUSE)
    assert len([said for said in heard if said.startswith("Kept ")]) == 1
    assert len(heard) <= 2


def typing_is_not_talked_over(reader: Reader) -> None:
    for words in ("I", "I w", "I was", "I was heard"):
        reader.write("C16-note", words)
    assert [said for said in reader.hears(least=0, moment=PAUSE) if not said.startswith("Kept ")] == []


def what_is_found_earlier_is_said_when_typing_pauses(keys: Keys, reader: Reader) -> None:
    reader.write("C16-note", "the forms")
    reader.choose("page tab", "Earlier")
    reader.go_to("earlier-search")
    reader.hears(least=0, moment=PAUSE)
    keys.type("forms")
    assert [said for said in reader.hears(moment=PAUSE) if not said.startswith("Kept ")] == ["Found: 1"]
    keys.type("q")
    assert reader.hears(moment=PAUSE) == ["No check-in holds these words."]


def what_is_not_kept_is_announced_once(reader: Reader, folder: Path) -> None:
    shutil.rmtree(folder)
    folder.touch()
    reader.choose("page tab", "Check-in")
    reader.toggle("C16-mostly")
    assert len([said for said in reader.hears(moment=PAUSE) if said.startswith("Not kept: ")]) == 1
