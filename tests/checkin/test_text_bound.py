"""No text is longer than a field takes; a longer one of an older version is divided, and nothing of it is lost."""

from datetime import date

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import Answer, CheckIn, FlagReply, OtherAnswer, Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.checkin.text_cleaning import MAX_TEXT
from evolve_desktop.checkin.wording import wording_of
from evolve_desktop.content.loader import load_pack
from tests.wordings import reworded

WORDING = wording_of(load_pack(resource_paths.content_pack()))
OTHER = reworded(WORDING, C02="Other.", C03="Other.")
LENGTHS = st.sampled_from([0, 1, MAX_TEXT - 1, MAX_TEXT, MAX_TEXT + 1, 2 * MAX_TEXT, 2 * MAX_TEXT + 7])


WHOLE = "".join(f"{number:06}" for number in range(MAX_TEXT))


def counted(length: int) -> str:
    """Return a text in which every place can be told from every other."""
    return WHOLE[:length]


def texts(check_in: CheckIn) -> dict[str, str]:
    notes = {item_id: answer.note for item_id, answer in check_in.answers.items()}
    notes |= {f"older {answer.line}": answer.note for answer in check_in.older} | {"agreed": check_in.agreed}
    return notes | {str(place): text for place, text in enumerate(check_in.plan.texts)}


@settings(deadline=None, max_examples=60)
@given(note=LENGTHS, topic=LENGTHS, name=LENGTHS)
def test_all_pieces_together_are_the_whole(note: int, topic: int, name: int) -> None:
    plan = PagePlan(main_topic=counted(topic), questions=("", "", counted(note)), name=counted(name), bring=("C01",))
    check_in = CheckIn(
        id="a",
        started=date(2026, 11, 24),
        answers={"C01": Answer(reply=Reply.NOT_YET, note=counted(note)), "C02": Answer(reply=Reply.YES)},
        flags={"R02": FlagReply.YES},
        plan=plan,
        agreed=counted(topic),
        wording=WORDING,
        other_wordings={"C02": OTHER},
        older=(OtherAnswer(line="C03", wording=OTHER, reply=Reply.YES, note=counted(name)),),
    )
    pieces = check_in.in_pieces()
    assert len(pieces) == max(1, *(-(-length // MAX_TEXT) for length in (note, topic, name)))
    together: dict[str, str] = {}
    for piece in pieces:
        assert all(len(text) <= MAX_TEXT for text in texts(piece).values())
        assert piece.started == check_in.started
        together |= {place: together.get(place, "") + text for place, text in texts(piece).items()}
    assert together == texts(check_in)
    first, *rests = pieces
    assert (first.answer("C01").reply, first.flags, first.plan.bring) == (Reply.NOT_YET, check_in.flags, ("C01",))
    assert first.older[0].reply is Reply.YES
    assert all(piece == piece.tidied() for piece in pieces)
    assert all(piece.wording == WORDING for piece in pieces if piece.answers)
    assert all(older.reply is None for rest in rests for older in rest.older)
    assert all(not (rest.flags or rest.answered_count or rest.plan.bring or rest.is_empty) for rest in rests)


def test_a_diary_within_the_bound_stays_the_same_value() -> None:
    check_in = CheckIn(id="a", started=date(2026, 11, 24)).with_note("C01", counted(MAX_TEXT))
    diary = Diary(check_ins=(check_in,))
    assert diary.in_bounds() is diary


def test_pieces_follow_their_check_in_and_every_id_is_unique() -> None:
    long = CheckIn(id="a", started=date(2026, 11, 24)).with_note("C01", counted(3 * MAX_TEXT))
    others = [msgspec.structs.replace(long.with_note("C01", "short"), id=other) for other in ("a-2", "a-2-1")]
    bounded = Diary(check_ins=(long, *others)).in_bounds()
    assert [check_in.id for check_in in bounded.check_ins] == ["a", "a-2-1-1", "a-3", "a-2", "a-2-1"]
    assert bounded.in_bounds() is bounded
