"""The whole job in Spanish and in Arabic, by ear alone and by keys alone, to a tagged PDF in that language."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pytest

from evolve_desktop import resource_paths
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.actions import plain_text
from tests.accessibility.bus import Bus
from tests.accessibility.keys import Keys
from tests.accessibility.reader import Reader, ended
from tests.accessibility.rules import read_twice, without_a_name
from tests.conftest import LONG
from tools.translations import words_of

SAVE = {"es": "Guardar", "ar": "احفظ"}
"""What Qt's own file dialog calls its button."""


@contextmanager
def running(bus: Bus, folder: Path, language: str) -> "Iterator[subprocess.Popen[str]]":
    app = bus.start_app(folder, "--language", language)
    try:
        yield app
    finally:
        app.kill()
        app.communicate()


def said_in(language: str, section: str, english: str) -> str:
    return plain_text(words_of(language).say(section, english))


def letters(text: str) -> list[str]:
    """Return the letters of each word in no order: a reader of PDF may turn round two that are drawn as one."""
    return ["".join(sorted(filter(str.isalpha, word))) for word in text.split() if any(map(str.isalpha, word))]


def reads_in_order(pdf: Path, pack: Pack, *lines: str) -> bool:
    """Whether the texts of the sheet are read one after the other, as they stand on it."""
    told = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout  # noqa: S607
    words, place = letters(told), 0
    for line in (pack.page.title, pack.page.main_topic, *lines, pack.page.agreed):
        first, *_ = letters(line)
        if first not in words[place:]:
            return False
        place = words.index(first, place) + 1
    return True


def is_tagged_in(pdf: Path, language: str) -> bool:
    with pikepdf.open(pdf) as opened:
        return str(opened.Root.Lang) == language and bool(opened.Root.MarkInfo.Marked)


@LONG
@pytest.mark.parametrize("language", ["es", "ar"])
def test_the_whole_job_is_done_by_ear_alone(language: str, bus: Bus, reader: Reader, tmp_path: Path) -> None:
    pack = load_pack(resource_paths.content_pack(language))
    path = tmp_path / "mine.pdf"
    with running(bus, tmp_path, language) as app:
        reader.press("start")
        for name in ("C16-yes", "C03-not-yet", "C16-bring", "C03-bring"):
            reader.toggle(name)
        checkin = reader.tree(role="application")
        assert pack.checklist.item("C03").text in {node.name for node in checkin.walk()}
        assert [without_a_name(checkin), read_twice(checkin)] == [[], []]
        reader.choose("page tab", said_in(language, "MainTabs", "My page"))
        reader.write("main-topic", pack.checklist.item("C12").text)
        reader.press("save-pdf")
        reader.write("fileNameEdit", str(path))
        reader.choose("push button", SAVE[language])
        reader.waits_until_gone(id="fileNameEdit")
        form = said_in(language, "DocumentOutput", "Saved as {name} in {folder}.")
        assert reader.hears()[-1] == form.format(name="mine.pdf", folder=tmp_path.name)
        reader.show_menu(said_in(language, "Actions", "&File"))
        reader.choose("menu item", said_in(language, "Actions", "&Quit"))
        reader.choose("push button", said_in(language, "Dialogs", "Let them go"))
        assert ended(app)[0] == 0
    assert is_tagged_in(path, language)
    brought = (pack.page.work_on, pack.checklist.item("C03").text, pack.page.talk_about)
    assert reads_in_order(path, pack, pack.checklist.item("C12").text, *brought)


def test_the_whole_job_is_done_by_keys_alone_in_arabic(bus: Bus, reader: Reader, tmp_path: Path) -> None:
    pack = load_pack(resource_paths.content_pack("ar"))
    path = tmp_path / "mine.pdf"
    with running(bus, tmp_path, "ar"):
        keys = Keys(bus)
        reader.tree(id="start")
        keys.turn_to("Evolve")
        keys.press("Return")
        reader.tree(id="C16")
        reader.follows()
        keys.press(*["Tab"] * 4)
        assert reader.follows(least=4)[-1] == "C16-not-yet"
        keys.press("space", "Left", "Left", "Left")  # as the eye goes: the first choice is at the right
        reader.follows(least=3)
        assert "checked" in reader.tree(id="C16-yes").states
        keys.press("Tab", "Tab", "space", "ctrl+4")
        assert reader.follows(least=3)[-1] == "main-topic"
        keys.type("Heron")
        keys.press("ctrl+s")
        reader.tree(id="fileNameEdit")
        keys.type(str(path))
        keys.press("Return")
        reader.waits_until_gone(id="fileNameEdit")
    assert is_tagged_in(path, "ar")
    assert reads_in_order(path, pack, "Heron", pack.page.talk_about, pack.checklist.item("C16").text)
