"""What leaves the vault, and what comes back: JSON with its schema, and text to read."""

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evolve_desktop.checkin.check_in import Answer, CheckIn, FlagReply, OtherAnswer, Reply
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.text_cleaning import MAX_TEXT, clean
from evolve_desktop.checkin.wording import wording_of
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.errors import DiaryError, RefusedError, VaultError
from evolve_desktop.vault import export
from evolve_desktop.vault.diary_json import MAX_BYTES, MAX_EXPORT, DiaryEncoder, from_json, to_json
from evolve_desktop.vault.vault import Vault
from tests.conftest import LONG
from tests.wordings import FIRST, reworded, translated
from tools.fault_injection.vault_workload import diary as numbered

DAY = date(2026, 11, 24)
TOO_MUCH = "x" * (MAX_TEXT + 1)
ANSWERED = CheckIn(id="a", started=DAY).with_reply("C01", Reply.YES)
OLDER = OtherAnswer(line="C01", wording=FIRST, note=TOO_MUCH)
TOO_LONG = reworded(FIRST, C01=TOO_MUCH)


def test_exported_json_is_the_diary_and_comes_back(tmp_path: Path, diary: Diary) -> None:
    export.write_json(diary, tmp_path / "answers.json")
    assert (tmp_path / "answers.json").read_bytes() == to_json(diary)
    assert export.read_json(tmp_path / "answers.json") == diary


def test_exports_and_imports_change_nothing_in_the_vault(
    vault: Vault, folder: Path, tmp_path: Path, pack: Pack
) -> None:
    vault.create(numbered(1), "rain")
    vault.save(numbered(2))
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    vault.export_json(numbered(2), tmp_path / "answers.json")
    vault.export_text(numbered(2), pack, tmp_path / "answers.txt")
    assert vault.import_json(Diary(), tmp_path / "answers.json") == numbered(2)
    assert (tmp_path / "answers.txt").read_text(encoding="utf-8") == export.diary_text(numbered(2), pack)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before


def test_the_schema_names_every_field_and_reply() -> None:
    schema = json.loads(export.schema())
    assert schema["$schema"].endswith("2020-12/schema")
    described = schema["$defs"]
    assert set(described) >= {"DiaryFile", "CheckIn", "Answer", "PagePlan", "Contact", "OtherAnswer", "PackWords"}
    assert set(described["CheckIn"]["properties"]) == set(CheckIn.__struct_fields__)
    assert set(described["Reply"]["enum"]) == {reply.value for reply in Reply}


def test_the_text_has_the_persons_words_under_the_lines_they_belong_to(
    diary: Diary, pack: Pack, tmp_path: Path
) -> None:
    export.write_text(diary, pack, tmp_path / "answers.txt")
    text = (tmp_path / "answers.txt").read_text(encoding="utf-8")
    own, _, rest = text.partition("\n\n\n")
    assert own == f"{pack.help_lines.own_title}\n  Dr Example, after six: 555-0100"
    assert rest.startswith(f"2026-11-24\n\n{pack.page.main_topic}\n  How we choose what to talk about.\n\n")
    item = pack.checklist.item("C03")
    note = "I nodded about the homework, and had not understood it.\n  This note is private."
    assert f"{item.text}\n  Not yet\n  {note}" in text
    assert f"{pack.red_flags.flag('R02').text}\n  Not sure" in text
    first, _, third, *_ = pack.page.what_would_help
    assert f"{pack.page.would_help}\n  {first.text}\n  {third.text}" in text
    assert pack.page.questions in text


def test_the_text_has_what_unsafe_means_the_step_up_and_lines_the_pack_does_not_know(
    check_in: CheckIn, pack: Pack
) -> None:
    data = to_json(Diary(check_ins=(check_in.with_note("C01", "only a note").with_reply("X99", Reply.YES),)))
    known = from_json(data).check_ins[0].with_unsafe(UnsafeMeaning.DANGER)
    step_up = next(part.step_up for part in pack.red_flags.parts if part.step_up)
    named = msgspec.structs.replace(known, flags={step_up.id: FlagReply.YES}, plan=known.plan.with_name("J. M."))
    text = export.diary_text(Diary(check_ins=(named, msgspec.structs.replace(check_in, id="two"))), pack)
    label = next(choice.label for choice in pack.red_flags.unsafe.choices if choice.meaning is UnsafeMeaning.DANGER)
    assert "2026-11-24 · J. M.\n" in text
    assert f"{pack.checklist.item('C01').text}\n  only a note\n" in text
    assert "X99\n  Yes\n" in text
    assert f"{pack.red_flags.unsafe.question}\n  {label}" in text
    assert text.endswith("\n\n\n2026-11-24\n")


def test_the_text_begins_with_the_own_contacts(check_in: CheckIn, pack: Pack) -> None:
    doctor = Contact.written("My doctor", "555 0100")
    diary = Diary(check_ins=(check_in, msgspec.structs.replace(check_in, id="two")), contacts=(doctor,))
    assert export.diary_text(diary, pack).startswith(pack.help_lines.own_title)


def test_the_text_is_in_the_order_of_the_days(check_in: CheckIn, pack: Pack) -> None:
    late, early = check_in.with_day(date(2026, 11, 24)), msgspec.structs.replace(check_in, id="two")
    text = export.diary_text(Diary(check_ins=(late, early.with_day(date(2026, 11, 3)))), pack)
    assert text.index("2026-11-03") < text.index("2026-11-24")


def test_imported_check_ins_are_added_and_none_is_replaced(check_in: CheckIn) -> None:
    changed = check_in.with_reply("C01", Reply.YES)
    other = msgspec.structs.replace(check_in, id="two")
    mine = Diary(check_ins=(check_in,))
    both = export.with_import(mine, Diary(check_ins=(changed, other)))
    assert both.check_ins[0] == check_in
    assert both.check_ins[2] == other
    assert len(both.check_ins) == 3
    assert both.check_ins[1].answers == changed.answers
    assert both.check_ins[1].id not in {"one", "two"}
    assert from_json(to_json(both)) == both
    assert (
        export.with_import(export.with_import(both, Diary(check_ins=(changed,))), Diary(check_ins=(check_in,))) == both
    )
    assert export.with_import(Diary(), both) == both
    alike = Diary(check_ins=(check_in, other))
    assert export.with_import(Diary(), alike) == alike


def test_imported_contacts_join_those_that_are_here_and_none_is_doubled_or_lost(doctor: Contact) -> None:
    moved = Contact.written(doctor.name, "555-0199")
    friend = Contact.written("Ann", "555-0101")
    mine = Diary(contacts=(friend, doctor))
    both = export.with_import(mine, Diary(contacts=(moved, doctor)))
    assert both.contacts == (friend, doctor, moved)
    assert export.with_import(both, mine) == both
    assert export.with_import(Diary(), both) == both


def test_an_export_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"^The export was not written: .*\. Your check-ins are still here\."):
        export.write_json(Diary(), tmp_path)


def test_an_import_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="This file could not be read: No such file or directory"):
        export.read_json(tmp_path / "answers.json")
    (tmp_path / "large.json").write_bytes(b" " * (MAX_EXPORT + 1))
    with pytest.raises(DiaryError, match="larger than 64 MB"):
        export.read_json(tmp_path / "large.json")


def test_of_two_check_ins_alike_under_two_new_ids_both_stay_and_a_changed_one_is_added_once(check_in: CheckIn) -> None:
    changed = [
        msgspec.structs.replace(check_in.with_reply("C01", Reply.YES), id=other) for other in ("one", "two", "three")
    ]
    both = export.with_import(Diary(check_ins=(check_in,)), Diary(check_ins=tuple(changed)))
    assert len(both.check_ins) == 4
    assert export.with_import(both, Diary(check_ins=tuple(changed))) == both


def test_a_changed_check_in_that_the_file_holds_under_a_new_id_too_is_added_once(check_in: CheckIn) -> None:
    changed = check_in.with_reply("C01", Reply.YES)
    copied = msgspec.structs.replace(changed, id="copied")
    both = export.with_import(Diary(check_ins=(check_in,)), Diary(check_ins=(copied, changed)))
    assert both.check_ins == (check_in, copied)


def test_thousands_of_check_ins_are_joined_once(sitting: CheckIn) -> None:
    mine = Diary(check_ins=tuple(msgspec.structs.replace(sitting, id=f"n{number}") for number in range(4_000)))
    theirs = Diary(
        check_ins=tuple(other.with_note("C01", f"other {place}") for place, other in enumerate(mine.check_ins))
    )
    both = export.with_import(mine, theirs)
    assert len(both.check_ins) == 8_000
    assert export.with_import(both, theirs) == both


@pytest.mark.parametrize(
    ("field", "check_in"),
    [
        ("check_ins[0].answers.C01.note", CheckIn(id="a", started=DAY).with_note("C01", TOO_MUCH)),
        ("check_ins[0].plan.main_topic", CheckIn(id="a", started=DAY, plan=PagePlan(main_topic=TOO_MUCH))),
        ("check_ins[0].plan.also[1]", CheckIn(id="a", started=DAY, plan=PagePlan(also=("", TOO_MUCH)))),
        ("check_ins[0].plan.questions[2]", CheckIn(id="a", started=DAY, plan=PagePlan(questions=("", "", TOO_MUCH)))),
        ("check_ins[0].plan.name", CheckIn(id="a", started=DAY, plan=PagePlan(name=TOO_MUCH))),
        ("check_ins[0].flags", CheckIn(id="a", started=DAY, flags={TOO_MUCH: FlagReply.NO})),
        ("check_ins[0].id", CheckIn(id=TOO_MUCH, started=DAY)),
        ("check_ins[0].agreed", CheckIn(id="a", started=DAY, agreed=TOO_MUCH)),
        ("check_ins[0].older[0].note", msgspec.structs.replace(ANSWERED, older=(OLDER,))),
        (f"wordings.{TOO_LONG.key}.lines.C01", msgspec.structs.replace(ANSWERED, wording=TOO_LONG)),
    ],
)
def test_a_text_that_no_field_takes_is_refused_with_its_place(tmp_path: Path, field: str, check_in: CheckIn) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(to_json(Diary(check_ins=(check_in,))))
    with pytest.raises(DiaryError) as refused:
        export.read_json(path)
    assert str(refused.value) == (
        f"These answers cannot be read: {field} has more than the 20,000 characters that one text can have. "
        "Nothing was changed. Please shorten it there, or choose another copy."
    )
    assert from_json(path.read_bytes()).check_ins == (check_in,)  # a vault that holds it already still opens


def test_the_place_of_such_a_text_counts_the_short_check_ins_before_it(tmp_path: Path) -> None:
    others = (ANSWERED, msgspec.structs.replace(ANSWERED, id="b").with_note("C02", TOO_MUCH))
    export.write_json(Diary(check_ins=others), tmp_path / "answers.json")
    with pytest.raises(DiaryError, match=r"check_ins\[1\]\.answers\.C02\.note has more than"):
        export.read_json(tmp_path / "answers.json")


def test_the_longest_text_that_a_field_takes_is_imported(tmp_path: Path) -> None:
    longest = Diary(check_ins=(CheckIn(id="a", started=DAY).with_note("C01", TOO_MUCH[:MAX_TEXT]),))
    export.write_json(longest, tmp_path / "answers.json")
    assert export.read_json(tmp_path / "answers.json") == longest


IDS = st.text("ab1-", min_size=1, max_size=3)
PLANS = st.builds(
    PagePlan,
    main_topic=st.text(max_size=5).map(clean),
    bring=st.lists(IDS, max_size=3).map(tuple),
    would_help=st.lists(IDS, max_size=40).map(tuple),
)
CHECK_INS = st.builds(
    CheckIn,
    id=IDS,
    started=st.dates(),
    answers=st.dictionaries(IDS, st.builds(Answer, reply=st.sampled_from(Reply), note=st.text(max_size=3).map(clean))),
    flags=st.dictionaries(IDS, st.sampled_from(FlagReply)),
    plan=PLANS,
)


@settings(deadline=None, max_examples=40)
@given(st.lists(CHECK_INS, max_size=4, unique_by=lambda check_in: check_in.id))
def test_an_export_is_at_most_four_times_what_the_vault_holds(check_ins: list[CheckIn]) -> None:
    diary = Diary(check_ins=tuple(check_ins))
    held = len(DiaryEncoder().encode(diary))
    assert len(to_json(diary)) <= held * MAX_EXPORT // MAX_BYTES
    assert len(DiaryEncoder().encode(from_json(to_json(diary)))) <= held


@LONG
def test_a_vault_that_is_full_to_the_bound_is_exported_and_comes_back(vault: Vault, tmp_path: Path) -> None:
    answers = {f"C{line:02}": Answer(reply=Reply.MOSTLY, note="Ü" * 9) for line in range(17)}
    flags = {f"R{line:02}": FlagReply.NO for line in range(17)}
    one = CheckIn(id="10000", started=DAY, answers=answers, flags=flags)
    count = MAX_BYTES // (len(msgspec.json.encode(one)) + 1) - 1
    diary = Diary(check_ins=tuple(msgspec.structs.replace(one, id=f"{10_000 + place}") for place in range(count)))
    vault.create(diary)
    vault.export_json(diary, tmp_path / "answers.json")
    assert MAX_BYTES < (tmp_path / "answers.json").stat().st_size <= MAX_EXPORT
    again = vault.import_json(Diary(), tmp_path / "answers.json")
    assert again == diary
    vault.save(again)  # and what came back is no larger than it was


def test_what_one_file_does_not_hold_is_not_joined(vault: Vault, tmp_path: Path) -> None:
    long = CheckIn(id="a", started=DAY).with_note("C01", "x" * MAX_TEXT)
    nearly_full = Diary(
        check_ins=tuple(msgspec.structs.replace(long, id=f"{place}") for place in range(MAX_BYTES // 20_100))
    )
    vault.create(nearly_full)
    more = tuple(msgspec.structs.replace(long, id=f"more-{place}") for place in range(10))
    export.write_json(Diary(check_ins=more[:1]), tmp_path / "one.json")
    export.write_json(Diary(check_ins=more), tmp_path / "ten.json")
    vault.save(vault.import_json(nearly_full, tmp_path / "one.json"))
    with pytest.raises(VaultError, match="Together they would be larger than the 16 MB that one file holds"):
        vault.import_json(nearly_full, tmp_path / "ten.json")


def test_the_schema_says_how_words_are_named() -> None:
    described = json.loads(export.schema())["$defs"]
    key = {"type": "string", "description": "a key of `wordings`"}
    assert described["CheckIn"]["properties"]["other_wordings"]["additionalProperties"] == key
    assert set(described["PackWords"]["properties"]) == set(FIRST.words.__struct_fields__)
    assert set(described["DiaryFile"]["properties"]) == {"version", "check_ins", "contacts", "wordings"}


def test_the_text_has_each_answer_under_its_own_words_with_where_they_are_from(pack: Pack, check_in: CheckIn) -> None:
    old = reworded(FIRST, C01="An older line.", R03="An older flag.", H1="an older kind", unsafe="An older question?")
    session = Session(check_in, old)
    session.reply("C01", Reply.YES)
    session.note("C01", "a note")
    session.flag("R03", FlagReply.NOT_SURE)
    session.unsafe(UnsafeMeaning.DANGER)
    session.plan(msgspec.structs.replace(session.check_in.plan, would_help=("H1",)))
    again = Session(session.whole, wording_of(pack))
    again.reply("C01", Reply.NOT_YET)
    text = export.diary_text(Diary(check_ins=(again.whole,)), pack)
    origin = f"From “{FIRST.words.title}”, 2026-11-24"
    assert f"An older line.\n{origin}\n  Yes\n  a note\n" in text
    assert f"An older flag.\n{origin}\n  Not sure\n" in text
    assert f"An older question?\n{origin}\n  {FIRST.words.lines['unsafe-danger']}\n" in text
    assert f"{pack.page.would_help}\n  an older kind\n  {origin}\n" in text
    assert f"{pack.checklist.item('C01').text}\n  Not yet\n" in text


def test_the_text_has_answers_of_another_language_in_that_language(pack: Pack, check_in: CheckIn) -> None:
    spanish = translated(wording_of(pack))
    session = Session(check_in, spanish)
    session.reply("C03", Reply.NOT_YET)
    text = export.diary_text(Diary(check_ins=(session.whole,)), pack)
    assert f"[es] {pack.checklist.item('C03').text}\nFrom “Por qué importa”, 2026-11-24\n  Todavía no\n" in text


def test_the_text_has_what_was_agreed(pack: Pack, check_in: CheckIn) -> None:
    text = export.diary_text(Diary(check_ins=(check_in.with_agreed("We go slower.\nAnd rest."),)), pack)
    assert text == "2026-11-24\n\nWhat we agreed\n  We go slower.\n  And rest.\n"


def test_the_same_answers_under_other_words_are_another_check_in(check_in: CheckIn) -> None:
    mine = msgspec.structs.replace(check_in.with_reply("C01", Reply.YES), wording=FIRST)
    theirs = msgspec.structs.replace(mine, wording=reworded(FIRST, C01="Other words."))
    both = export.with_import(Diary(check_ins=(mine,)), Diary(check_ins=(theirs,)))
    assert [one.wording for one in both.check_ins] == [mine.wording, theirs.wording]
    assert export.with_import(both, Diary(check_ins=(theirs,))) == both
    agreed = export.with_import(Diary(check_ins=(mine,)), Diary(check_ins=(mine.with_agreed("slower"),)))
    assert [one.agreed for one in agreed.check_ins] == ["", "slower"]
