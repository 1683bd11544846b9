"""Diaries encoded one after the other: always the whole, and never the same work twice."""

import time
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin.check_in import CheckIn, OtherAnswer, Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.vault.diary_json import DiaryEncoder, from_json
from tests.wordings import FIRST, reworded

POOL = (
    CheckIn(id="a", started=date(2026, 11, 24)),
    *(
        CheckIn(id=name, started=date(2026, 11, 24), wording=wording, older=older).with_note("C01", note)
        for name, wording, older in zip(
            "abcd",
            (None, FIRST, reworded(FIRST, C01="I ask for tea."), FIRST),
            ((), (), (), (OtherAnswer(line="C02", wording=reworded(FIRST, C02="I ask for milk."), note="It was."),)),
            strict=True,
        )
        for note in ("one", "two")
    ),
)
DIARIES = st.lists(st.sampled_from(POOL), unique_by=lambda check_in: check_in.id, max_size=4).map(
    lambda check_ins: Diary(check_ins=tuple(check_ins))
)


@given(st.lists(DIARIES, max_size=5))
def test_whatever_was_encoded_before_the_diary_comes_back_as_it_is(diaries: list[Diary]) -> None:
    encoder = DiaryEncoder()
    for diary in diaries:
        data = encoder.encode(diary)
        assert from_json(data) == diary
        assert data == DiaryEncoder().encode(diary)


def test_after_one_change_only_that_is_encoded() -> None:
    answered = POOL[1]
    for number in range(1, 17):
        answered = answered.with_reply(f"C{number:02}", Reply.MOSTLY)
    many = tuple(CheckIn(id=str(number), started=answered.started, answers=answered.answers) for number in range(4000))
    encoder = DiaryEncoder()
    took = []
    for number in range(6):
        diary = Diary(check_ins=many).with_check_in(many[7].with_note("C02", str(number)))
        start = time.perf_counter()
        encoder.encode(diary)
        took.append(time.perf_counter() - start)
    assert min(took[1:]) * 2 < took[0]
