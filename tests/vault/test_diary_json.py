"""The JSON form: what was written comes back, and equal diaries are written alike."""

import json
import time
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin.answered_wording import answered_text
from evolve_desktop.checkin.check_in import Answer, CheckIn, FlagReply, OtherAnswer, Reply
from evolve_desktop.checkin.contacts import MAX_NAME, MAX_REACH, Contact
from evolve_desktop.checkin.diary import VERSION, Diary
from evolve_desktop.checkin.page_plan import PagePlan, Paper
from evolve_desktop.checkin.wording import Wording
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.errors import DiaryError
from evolve_desktop.vault.diary_json import DiaryEncoder, Plain, from_json, to_json, upgraded
from tests.wordings import FIRST

SAMPLE = Path(__file__).parents[1] / "data" / "answers.json"

TEXTS = st.text(st.characters(exclude_categories=()), max_size=20)
IDS = st.text("ACR0129-", min_size=1, max_size=3)
FEW_IDS = st.lists(IDS, max_size=3).map(tuple)
PLANS = st.builds(
    PagePlan,
    main_topic=TEXTS,
    also=st.tuples(TEXTS, TEXTS),
    helping=FEW_IDS,
    bring=FEW_IDS,
    notes=FEW_IDS,
    flags=FEW_IDS,
    questions=st.tuples(TEXTS, TEXTS, TEXTS),
    would_help=FEW_IDS,
    use=st.none() | st.sampled_from(PageUse),
    name=TEXTS,
    agreed_lines=st.booleans(),
    paper=st.sampled_from(Paper),
    large_print=st.booleans(),
    more_pages=st.booleans(),
    since=st.booleans(),
    last_agreed=st.booleans(),
)
LINES = st.dictionaries(IDS, TEXTS, max_size=4)
WORDINGS = LINES.map(lambda lines: Wording(msgspec.structs.replace(FIRST.words, title="Other words", lines=lines)))
OLDER = st.builds(
    OtherAnswer,
    line=IDS,
    wording=WORDINGS,
    reply=st.none() | st.sampled_from(Reply),
    note=TEXTS,
    flag=st.none() | st.sampled_from(FlagReply),
    unsafe=st.none() | st.sampled_from(UnsafeMeaning),
)
CHECK_INS = st.builds(
    CheckIn,
    id=IDS,
    started=st.dates(),
    answers=st.dictionaries(IDS, st.builds(Answer, reply=st.none() | st.sampled_from(Reply), note=TEXTS), max_size=4),
    flags=st.dictionaries(IDS, st.sampled_from(FlagReply), max_size=4),
    unsafe=st.none() | st.sampled_from(UnsafeMeaning),
    plan=PLANS,
    agreed=TEXTS,
    wording=st.none() | WORDINGS,
    other_wordings=st.dictionaries(IDS, WORDINGS, max_size=3),
    older=st.lists(OLDER, max_size=2).map(tuple),
).map(CheckIn.cleaned)
CONTACTS = st.builds(Contact.written, TEXTS.map(lambda text: text[:MAX_NAME]), TEXTS.map(lambda text: text[:MAX_REACH]))
DIARIES = st.builds(
    Diary,
    check_ins=st.lists(CHECK_INS, max_size=3, unique_by=lambda check_in: check_in.id).map(tuple),
    contacts=st.lists(CONTACTS.filter(lambda contact: contact.is_whole), max_size=3, unique=True).map(tuple),
)


def test_the_order_of_clicks_does_not_show_in_the_file(check_in: CheckIn) -> None:
    one = check_in.with_reply("C01", Reply.YES).with_reply("C02", Reply.NOT_YET).with_flag("R02", FlagReply.NO)
    other = check_in.with_flag("R02", FlagReply.NO).with_reply("C02", Reply.NOT_YET).with_reply("C01", Reply.YES)
    assert to_json(Diary(check_ins=(one,))) == to_json(Diary(check_ins=(other,)))


def test_an_empty_diary_is_its_version_and_nothing_else() -> None:
    assert json.loads(to_json(Diary())) == {"version": 3, "check_ins": [], "contacts": [], "wordings": {}}
    assert from_json(b'{"version": 1}') == from_json(b'{"version": 2}') == from_json(b'{"version": 3}') == Diary()


def test_only_what_was_said_is_written(check_in: CheckIn) -> None:
    written = json.loads(to_json(Diary(check_ins=(check_in.with_reply("C01", Reply.NOT_YET),))))
    plan = written["check_ins"][0].pop("plan", {})
    assert written["check_ins"] == [{"id": "one", "started": "2026-11-24", "answers": {"C01": {"reply": "not yet"}}}]
    assert not any(any(value) if isinstance(value, list) else value for value in plan.values())


@pytest.mark.parametrize(
    "text",
    [
        "👩🏽‍⚕️ 🏳️‍🌈",
        "مَرْحَبًا",
        "שָׁלוֹם\u200f",
        "中文 한국어",
        "e\u0301\u0323",
        '"quoted" \\ #let $x$',
        "\ttab\nline",
        "x" * 20_000,
    ],
)
def test_a_note_in_any_script_comes_back_whole(check_in: CheckIn, text: str) -> None:
    diary = Diary(check_ins=(check_in.with_note("C01", text),))
    assert from_json(to_json(diary)).check_ins[0].answer("C01").note == text


def test_hidden_characters_in_texts_are_cleaned_away_and_the_rest_is_kept(check_in: CheckIn) -> None:
    plain = {
        "version": 1,
        "check_ins": [
            {
                "id": "one",
                "started": "2026-11-24",
                "answers": {"C01": {"note": "a\x00b\ud800\r\nc"}, "C02": {"note": "\x1b"}},
                "plan": {"main_topic": "sleep\u202e", "questions": ["", "\x07Why?", ""]},
            }
        ],
    }
    check_in = msgspec.structs.replace(check_in.with_note("C01", "ab\nc"), wording=FIRST)
    plan = PagePlan(main_topic="sleep", questions=("", "Why?", ""))
    assert from_json(json.dumps(plain).encode()).check_ins == (check_in.with_plan(plan),)


def test_contacts_from_elsewhere_are_cleaned_and_neither_doubled_nor_lost() -> None:
    names = ["Ann", " A\x00nn\u2028", "Anne\nMarie", "", "\x1b"]
    contacts = [{"name": name, "reach": "555 0100" if name.strip("\x1b") else ""} for name in names]
    found = from_json(json.dumps({"version": 2, "contacts": contacts}).encode()).contacts
    assert [contact.name for contact in found] == ["Ann", "Anne Marie"]


def test_what_version_1_did_not_know_is_not_dropped_from_it() -> None:
    found = from_json(b'{"version": 1, "contacts": [{"name": "Ann", "reach": "555 0100"}]}')
    assert found.contacts == (Contact(name="Ann", reach="555 0100"),)


def test_a_pick_that_cannot_stand_on_the_page_is_left_out_and_the_rest_is_kept() -> None:
    text = b"""{"version": 1, "check_ins": [{"id": "one", "started": "2026-11-24",
        "answers": {"C01": {"reply": "not for me"}, "C02": {"reply": "not yet"}}, "flags": {"R01": "no"},
        "plan": {"bring": ["C01", "C02", "C03"], "helping": ["C02"], "notes": ["C02"], "flags": ["R01"]}}]}"""
    assert from_json(text).check_ins[0].plan == PagePlan(bring=("C02",))


def test_each_older_version_is_led_through_the_steps_it_lacks() -> None:
    def second(plain: Plain) -> Plain:
        return {**plain, "version": 2, "seen": ["2"]}

    def third(plain: Plain) -> Plain:
        return {**plain, "version": 3, "last": "3"}

    steps = (second, third)
    assert upgraded({"version": 1}, 1, steps) == {"version": 3, "seen": ["2"], "last": "3"}
    assert upgraded({"version": 2}, 2, steps) == {"version": 3, "last": "3"}
    assert upgraded({"version": 3}, 3, steps) == {"version": 3}


def test_the_present_version_needs_no_step() -> None:
    assert upgraded({"version": VERSION}, VERSION) == {"version": VERSION}


def test_the_sample_is_what_the_code_writes(diary: Diary, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-expected"):
        SAMPLE.write_bytes(to_json(diary))
    assert SAMPLE.read_bytes() == to_json(diary)
    assert from_json(SAMPLE.read_bytes()) == diary


def test_the_sample_fits_the_content_that_ships(diary: Diary, pack: Pack) -> None:
    check_in = diary.check_ins[0]
    flags = {flag.id for part in pack.red_flags.parts for flag in part.flags}
    assert check_in.answers.keys() <= {item.id for item in pack.checklist.items}
    assert check_in.flags.keys() <= flags
    assert set(check_in.plan.would_help) <= {option.id for option in pack.page.what_would_help}
    assert (check_in.answered_count, len(check_in.plan.bring)) == (8, 3)


def test_a_thousand_check_ins_are_read_without_a_noticeable_wait(sitting: CheckIn) -> None:
    many = tuple(
        CheckIn(
            id=str(number), started=date(2026, 1, 1), answers=sitting.answers, flags=sitting.flags, plan=sitting.plan
        )
        for number in range(1000)
    )
    data = to_json(Diary(check_ins=many))
    start = time.perf_counter()
    assert len(from_json(data).check_ins) == 1000
    assert time.perf_counter() - start < 2


def test_the_example_in_the_description_of_the_form_can_be_read() -> None:
    text = (Path(__file__).parents[2] / "docs" / "answers-format.md").read_text(encoding="utf-8")
    example = text.partition("```json\n")[2].partition("```")[0]
    check_in = from_json(example.encode()).check_ins[0]
    assert answered_text(check_in, "C03") == "I ask when I don't understand something we do or say."
    assert check_in.agreed == "We go more slowly."
    assert check_in.plan == PagePlan(main_topic="We go too fast for me.", bring=("C03",), paper=Paper.LETTER)


@given(DIARIES, st.data())
def test_what_is_written_is_what_is_read_and_checked_like_any_other_json_whatever_byte_of_it_changed(
    diary: Diary, draw: st.DataObject
) -> None:
    data = to_json(diary)
    assert from_json(data) == diary, "an export"
    assert to_json(from_json(data)) == data, "an export, to the byte"
    written = DiaryEncoder().encode(diary)
    assert from_json(written) == diary, "the vault's own"
    place = draw.draw(st.integers(0, len(written) - 1))
    changed = (
        written[:place]
        + draw.draw(st.sampled_from((b"", b" ", b"0", b'"', b"\x01", b"\xff", b"a")))
        + written[place + 1 :]
    )
    assert outcome(changed) == outcome(changed + b"\n")  # which the vault never writes


def outcome(data: bytes) -> Diary | None:
    """Return the diary, or None if it is refused: the sentence may name another column."""
    try:
        return from_json(data)
    except DiaryError:
        return None


def test_what_the_vault_wrote_is_read_without_a_python_object_for_each_of_its_parts(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_ins = tuple(
        msgspec.structs.replace(one.with_reply("C01", Reply.YES), wording=FIRST) for one in diary.check_ins
    )
    written = DiaryEncoder().encode(msgspec.structs.replace(diary, check_ins=check_ins))
    monkeypatch.setattr(json, "loads", None)
    assert from_json(written).check_ins == check_ins
    with pytest.raises(TypeError):
        from_json(to_json(diary))


@pytest.mark.parametrize(
    ("part", "repeated"),
    [
        (b'"version":3,', b'"version":3,"version":3,'),
        (b'"check_ins":', b'"check_ins":[],"check_ins":'),
        (b'"id":"one"', b'"id":"two","id":"one"'),
    ],
)
def test_no_field_of_a_file_stands_there_twice(part: bytes, repeated: bytes) -> None:
    written = DiaryEncoder().encode(Diary(check_ins=(CheckIn(id="one", started=date(2026, 1, 1)),)))
    assert part in written
    with pytest.raises(DiaryError, match="stands there twice"):
        from_json(written.replace(part, repeated))


def test_compact_json_is_the_same_diary_in_fewer_bytes(diary: Diary) -> None:
    compact = DiaryEncoder().encode(diary)
    assert from_json(compact) == diary
    assert len(compact) < len(to_json(diary))
    assert b"\n" not in compact


def test_the_words_stand_once_whatever_number_of_check_ins_was_answered_under_them(check_in: CheckIn) -> None:
    answered = msgspec.structs.replace(check_in.with_reply("C01", Reply.YES), wording=FIRST)
    many = tuple(msgspec.structs.replace(answered, id=f"n{number}") for number in range(50))
    for data in (to_json(Diary(check_ins=many)), DiaryEncoder().encode(Diary(check_ins=many))):
        assert data.count(FIRST.words.lines["C01"].encode()) == 1
        assert from_json(data).check_ins == many
        assert len({id(one.wording) for one in from_json(data).check_ins}) == 1


def test_words_that_no_check_in_names_any_more_are_not_written(check_in: CheckIn) -> None:
    answered = msgspec.structs.replace(check_in.with_reply("C01", Reply.YES), wording=FIRST)
    encoder = DiaryEncoder()
    assert FIRST.key.encode() in encoder.encode(Diary(check_ins=(answered,)))
    assert FIRST.key.encode() not in encoder.encode(Diary(check_ins=(check_in,)))


@pytest.mark.parametrize("version", [1, 2])
def test_answers_of_older_versions_have_the_words_of_the_pack_of_their_time(version: int) -> None:
    entry = {"id": "one", "started": "2026-11-24", "answers": {"C01": {"reply": "yes"}}, "flags": {"R03": "yes"}}
    empty = {"id": "two", "started": "2026-11-24"}
    one, two = from_json(json.dumps({"version": version, "check_ins": [entry, empty]}).encode()).check_ins
    assert one.wording == FIRST
    assert answered_text(one, "R03") == "I feel unsafe with my therapist, or something feels off."
    assert two.wording is None


def test_words_from_another_program_are_cleaned(check_in: CheckIn) -> None:
    answered = msgspec.structs.replace(check_in.with_reply("C01", Reply.YES), wording=FIRST)
    plain = json.loads(to_json(Diary(check_ins=(answered,))))
    plain["wordings"][FIRST.key]["lines"]["C01"] = "Other\u0000 words\n\u202e"
    assert answered_text(from_json(json.dumps(plain).encode()).check_ins[0], "C01") == "Other words"
