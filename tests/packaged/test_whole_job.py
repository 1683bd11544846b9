"""The whole job in the built single file, from outside and unplugged: by what a screen reader is told, and by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accessibility.bus import what_is_missing
from tests.packaged.desk import Desk, can_unplug, network_of, sitting_at

pytestmark = [pytest.mark.packaged, pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing())]

NOTE = "I could say that I disagreed."
TOPIC = "What happens when I say no"
PASSPHRASE = "three green herons in the reeds"  # noqa: S105  (no one's)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with sitting_at(tmp_path) as sat:
        yield sat


def answer(desk: Desk) -> None:
    """Answer one line with a note, and say what the session should be about."""
    desk.reader.toggle("C03-a-little")
    desk.reader.press("C03-add-note")
    desk.reader.write("C03-note", NOTE)
    desk.reader.choose("page tab", "My page")
    desk.reader.write("main-topic", TOPIC)


def keep(desk: Desk) -> None:
    """Keep what was answered, locked with a passphrase."""
    desk.reader.press("keeping-more")
    for field in ("keep-passphrase-first", "keep-passphrase-second"):
        desk.reader.write(field, PASSPHRASE)
    desk.reader.press("keep-locked")
    desk.reader.tree(id="erase")  # what is kept can be erased
    desk.reader.press("keeping-back")
    desk.wait_for("keeping-state", lambda said: said.startswith("Kept "))


def test_answer_print_keep_quit_and_come_back(desk: Desk, tmp_path: Path) -> None:
    program = desk.start()
    assert network_of(program) == {"lo"} or not can_unplug()
    answer(desk)
    page = desk.save_page(tmp_path / "page.pdf")
    assert TOPIC in page
    assert NOTE not in page
    keep(desk)
    desk.quit(program)
    kept = [file for file in desk.folder.rglob("*") if file.is_file()]
    assert kept
    assert not [file for file in kept if NOTE.encode() in file.read_bytes() or TOPIC.encode() in file.read_bytes()]

    program = desk.start()
    desk.reader.write("unlock-secret", PASSPHRASE)
    desk.reader.press("unlock-open")
    desk.reader.choose("page tab", "Earlier")
    (opening,) = [node for node in desk.reader.tree(id="HistoryView").walk() if node.id.startswith("open-")]
    desk.reader.press(opening.id)
    assert desk.reader.tree(id="C03-note").text == NOTE
    desk.quit(program)
