import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.my_page import build_my_page
from evolve_desktop.document.renderer import Typesetter
from evolve_desktop.errors import PageError
from tests.pdf import words_of

HARD_TEXTS = {
    "emoji": "🙂 👩‍👩‍👧 ❤️ 🏳️‍🌈",
    "Arabic": "مرحبا بكم (2) في الجلسة today",
    "Hebrew": "שלום עולם, וגם English",
    "Chinese": "你好,我想谈谈信任",
    "Thai": "ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำ" * 40,
    "combining marks": "e\u0301\u0323 z" + "\u0336\u0300" * 300,
    "marks of Typst": '#let x = 1 *b* _e_ $x^2$ <l> @l `raw` \\\\ // /* [b] = - + ~ -- ... "q" https://x.org #emoji.a',
    "control characters": "a\x00b\x07c\x1b[0m",
    "lone surrogate": "a\ud800b\udfff",
    "private use": "\ue000",
    "byte order mark": "\ufeffa",
    "joiners and marks of direction": "\u0645\u06cc\u200c\u062e a\u200db \u200e\u200f \u00ad",
    "20,000 characters": "word and " * 2_222,
    "one long word": "x" * 20_000,
    "one long word of letters that join": "ببب" * 3_000,
    "many lines": "a\n" * 600,
}


SHOWN = ("Hebrew", "combining marks", "byte order mark", "lone surrogate", "control characters")
"""What the font of the page can show, or what is left out of it."""


def everywhere(check_in: CheckIn, text: str) -> CheckIn:
    """Return the check-in with this text in each kind of field, as another program's file may have it."""
    plan = msgspec.structs.replace(
        check_in.plan, main_topic=text, also=(text, ""), questions=(text, "", ""), name=text[:200]
    )
    return msgspec.structs.replace(check_in, plan=plan)


@pytest.mark.parametrize("name", HARD_TEXTS)
def test_whatever_a_person_types_can_be_printed_and_what_the_font_shows_meets_the_standards(
    typesetter: Typesetter, pack: Pack, empty: CheckIn, name: str
) -> None:
    page = build_my_page(pack, everywhere(empty, HARD_TEXTS[name]))
    assert all(b"</svg>" in side for side in typesetter.pages(page))
    pdf = typesetter.pdf(page)
    assert pdf.data.startswith(b"%PDF-1.7")
    assert pdf.is_standard or name not in SHOWN


@given(st.lists(st.text(st.characters(exclude_categories=())), min_size=3, max_size=3).map("\n".join))
@settings(max_examples=settings().max_examples // 3)
def test_any_text_at_all_can_be_printed(typesetter: Typesetter, pack: Pack, text: str) -> None:
    page = build_my_page(pack, everywhere(CheckIn(id="a", started=date(2026, 11, 24)), text))
    assert typesetter.pages(page)
    assert typesetter.pdf(page).data.startswith(b"%PDF-1.7")


def test_marks_of_typst_print_as_typed(typesetter: Typesetter, pack: Pack, empty: CheckIn) -> None:
    text = HARD_TEXTS["marks of Typst"]
    assert text in words_of(typesetter.pdf(build_my_page(pack, empty.with_plan(empty.plan.with_main_topic(text)))).data)


def test_a_character_without_a_font_gives_a_readable_pdf_outside_the_standards(
    typesetter: Typesetter, pack: Pack, empty: CheckIn
) -> None:
    pdf = typesetter.pdf(build_my_page(pack, empty.with_plan(empty.plan.with_main_topic("before \ue000 after"))))
    assert not pdf.is_standard
    words = words_of(pdf.data)
    assert "before" in words
    assert "after" in words


def test_the_same_words_give_the_same_bytes(pack: Pack, full: CheckIn) -> None:
    page = build_my_page(pack, full)
    one, other = (Typesetter(resource_paths.resources() / "page", resource_paths.fonts()) for _ in range(2))
    assert one.pdf(page) == other.pdf(page)
    assert one.pages(page) == other.pages(page)


def test_two_threads_can_ask_at_once(typesetter: Typesetter, pack: Pack, empty: CheckIn) -> None:
    pages = [build_my_page(pack, everywhere(empty, f"topic {number} " * 300)) for number in range(6)]
    made: dict[int, int] = {}
    threads = [
        threading.Thread(target=lambda at=at: made.update({at: len(typesetter.pages(pages[at]))})) for at in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == list(range(6))


def test_a_template_that_cannot_be_set_is_one_plain_sentence(pack: Pack, empty: CheckIn, tmp_path: Path) -> None:
    (tmp_path / "page.typ").write_text("#nonsense()", encoding="utf-8")
    broken = Typesetter(tmp_path, resource_paths.fonts())
    with pytest.raises(PageError, match="could not be laid out"):
        broken.pages(build_my_page(pack, empty))
    with pytest.raises(PageError, match="could not be laid out"):
        broken.pdf(build_my_page(pack, empty))


_ONE_PAGE = """
import datetime, sys
from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.content.loader import load_pack
from evolve_desktop.document.renderer import DocumentRenderer
pack = load_pack(resource_paths.content_pack())
renderer = DocumentRenderer(pack, resource_paths.resources() / "page", resource_paths.fonts())
print("typst" in sys.modules)
renderer.my_page(CheckIn(id="a", started=datetime.date(2026, 11, 24))).pdf()
print("typst" in sys.modules, "socket" in sys.modules, "ssl" in sys.modules)
"""


def test_typst_is_loaded_with_the_first_page_and_leaves_no_trace_on_disk(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    code = f"import sys; sys.path.insert(0, {str(resource_paths.resources().parent)!r})\n{_ONE_PAGE}"
    done = subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=tmp_path, env=home, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True", "False", "False"]
    assert not list(tmp_path.iterdir())
