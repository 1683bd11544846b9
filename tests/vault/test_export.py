"""What leaves the vault, and what comes back: JSON with its schema, and text to read."""

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest

from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.errors import DiaryError, RefusedError
from evolve_desktop.vault import export
from evolve_desktop.vault.diary_json import MAX_BYTES, from_json, to_json
from evolve_desktop.vault.vault import Vault
from tools.fault_injection.vault_workload import diary as numbered


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
    assert (tmp_path / "answers.txt").read_text(encoding="utf-8") == export.as_text(numbered(2), pack)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before


def test_the_schema_names_every_field_and_reply() -> None:
    schema = json.loads(export.schema())
    assert schema["$schema"].endswith("2020-12/schema")
    described = schema["$defs"]
    assert set(described) >= {"Diary", "CheckIn", "Answer", "PagePlan", "Contact"}
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
    text = export.as_text(Diary(check_ins=(named, msgspec.structs.replace(check_in, id="two"))), pack)
    label = next(choice.label for choice in pack.red_flags.unsafe.choices if choice.meaning is UnsafeMeaning.DANGER)
    assert "2026-11-24 · J. M.\n" in text
    assert f"{pack.checklist.item('C01').text}\n  only a note\n" in text
    assert "X99\n  Yes\n" in text
    assert f"{pack.red_flags.unsafe.question}\n  {label}" in text
    assert text.endswith("\n\n\n2026-11-24\n")


def test_the_text_is_in_the_order_of_the_days(check_in: CheckIn, pack: Pack) -> None:
    late, early = check_in.with_day(date(2026, 11, 24)), msgspec.structs.replace(check_in, id="two")
    text = export.as_text(Diary(check_ins=(late, early.with_day(date(2026, 11, 3)))), pack)
    assert text.index("2026-11-03") < text.index("2026-11-24")


def test_imported_check_ins_are_added_and_none_is_replaced(check_in: CheckIn) -> None:
    changed = check_in.with_reply("C01", Reply.YES)
    other = msgspec.structs.replace(check_in, id="two")
    mine = Diary(check_ins=(check_in,))
    both = export.merged(mine, Diary(check_ins=(changed, other)))
    assert both.check_ins[0] == check_in
    assert both.check_ins[2] == other
    assert len(both.check_ins) == 3
    assert both.check_ins[1].answers == changed.answers
    assert both.check_ins[1].id not in {"one", "two"}
    assert from_json(to_json(both)) == both
    assert export.merged(export.merged(both, Diary(check_ins=(changed,))), Diary(check_ins=(check_in,))) == both
    assert export.merged(Diary(), both) == both
    alike = Diary(check_ins=(check_in, other))
    assert export.merged(Diary(), alike) == alike


def test_imported_contacts_join_those_that_are_here_and_none_is_doubled_or_lost(doctor: Contact) -> None:
    moved = Contact.written(doctor.name, "555-0199")
    friend = Contact.written("Ann", "555-0101")
    mine = Diary(contacts=(friend, doctor))
    both = export.merged(mine, Diary(contacts=(moved, doctor)))
    assert both.contacts == (friend, doctor, moved)
    assert export.merged(both, mine) == both
    assert export.merged(Diary(), both) == both


def test_an_export_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"^The export was not written: .*\. Your check-ins are still here\."):
        export.write_json(Diary(), tmp_path)


def test_an_import_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="This file could not be read: No such file or directory"):
        export.read_json(tmp_path / "answers.json")
    (tmp_path / "large.json").write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(DiaryError, match="larger than 16 MB"):
        export.read_json(tmp_path / "large.json")
