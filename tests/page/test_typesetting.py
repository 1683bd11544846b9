import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evolve_desktop import assets
from evolve_desktop.checkin.answers import CheckIn
from evolve_desktop.content.pack import Pack
from evolve_desktop.page.summary import summary
from evolve_desktop.page.typesetting import Typesetter

HARD_TEXTS = {
    "emoji": "🙂 👩‍👩‍👧 ❤️ 🏳️‍🌈",
    "Arabic": "مرحبا بكم (2) في الجلسة today",
    "Hebrew": "שלום עולם, וגם English",
    "Chinese": "你好,我想谈谈信任",
    "Thai": "ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำ" * 40,
    "combining marks": "e\u0301\u0323 z" + "\u0336\u0300" * 300,
    "marks of Typst": "#let x = 1 *b* _e_ $x^2$ <l> @l `raw` \\ // /* [b] = - + ~ -- ... \"q\" 'q' https://x.org #emoji.a",
    "control characters": "a\x00b\x07c\x1b[0m",
    "lone surrogate": "a\ud800b\udfff",
    "private use": "\ue000",
    "byte order mark": "\ufeffa",
    "joiners and marks of direction": "می\u200cخواهم a\u200db \u200e\u200f \u00ad",
    "20,000 characters": "word and " * 2_222,
    "one long word": "x" * 20_000,
    "one long word of letters that join": "ببب" * 3_000,
    "many lines": "a\n" * 600,
}


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(assets.resources() / "page")


def everywhere(check_in: CheckIn, text: str) -> CheckIn:
    """Return the check-in with this text in every field, as a file from elsewhere may hold it."""
    plan = msgspec.structs.replace(
        check_in.plan, main_topic=text, also=(text, text), questions=(text, text, text), name=text[:200]
    )
    return msgspec.structs.replace(check_in, plan=plan)


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_whatever_a_person_types_can_be_printed(typesetter: Typesetter, pack: Pack, empty: CheckIn, text: str) -> None:
    page = summary(pack, everywhere(empty, text))
    assert all(b"</svg>" in side for side in typesetter.pages(page))
    assert typesetter.pdf(page).data.startswith(b"%PDF-1.7")


@given(st.text(st.characters(exclude_categories=())))
@settings(max_examples=100, deadline=None)
def test_any_text_at_all_can_be_printed(typesetter: Typesetter, pack: Pack, text: str) -> None:
    page = summary(pack, everywhere(CheckIn(id="a", started=_DAY), text))
    assert typesetter.pages(page)
    assert typesetter.pdf(page).data.startswith(b"%PDF-1.7")
