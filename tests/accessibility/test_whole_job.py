"""The whole job by what the accessibility bus offers alone: answer, write, save the PDF, keep, come back."""

from pathlib import Path

from tests.accessibility import rules
from tests.accessibility.conftest import Start
from tests.accessibility.reader import Reader, ended
from tests.pdf import words_of

TOPIC = "Heron: how we work together"
NOTE = "Zebra: I did not ask about the homework."
WORDS = "four small blue boats"


def answer(reader: Reader) -> None:
    for name in ("C16-yes", "C03-not-yet", "C12-a-little", "C12-bring"):
        reader.toggle(name)
    reader.press("C03-add-note")
    reader.write("C03-note", NOTE)
    reader.choose("page tab", "Red flags")
    for name in ("R02-no", "R06-yes"):
        reader.toggle(name)


def save_page(reader: Reader, path: Path) -> None:
    reader.choose("page tab", "My page")
    reader.write("main-topic", TOPIC)
    reader.toggle("R06-raise")
    reader.press("save-pdf")
    reader.choose("push button", "Save…")
    reader.write("fileNameEdit", str(path))
    reader.choose("push button", "Save")
    reader.waits_until_gone(id="fileNameEdit")


def leave(reader: Reader) -> None:
    reader.show_menu("File")
    reader.choose("menu item", "Quit")


def test_the_whole_job_is_done_by_ear_alone(start: Start, reader: Reader, tmp_path: Path) -> None:
    app = start()
    answer(reader)
    path = tmp_path / "mine.pdf"
    reader.hears(least=0)
    save_page(reader, path)
    assert reader.hears()[-1] == f"Saved as mine.pdf in {tmp_path.name}."
    words = words_of(path)
    assert TOPIC in words
    assert "often late" in words
    assert "Zebra" not in words
    reader.press("keeping-more")
    reader.write("keep-passphrase-first", WORDS)
    reader.write("keep-passphrase-second", WORDS)
    reader.press("keep-locked")
    assert reader.hears() == ["From now on your check-ins are kept on this computer."]
    leave(reader)
    assert ended(app) == (0, "")
    app = start()
    locked = reader.tree(id="UnlockView")
    assert [rules.without_a_name(locked), rules.called_the_same(locked), rules.read_twice(locked)] == [[], [], []]
    reader.write("unlock-secret", WORDS)
    reader.press("unlock-open")
    reader.choose("page tab", "Earlier")
    (kept,) = [node.id for node in reader.tree(id="HistoryView").walk() if node.id.startswith("open-")]
    reader.press(kept)
    assert reader.tree(id="C03-note").text == NOTE
    assert "checked" in reader.tree(id="C16-yes").states
    leave(reader)
    assert ended(app) == (0, "")
