"""Exports of the diary as JSON with its schema and as text to read, and imports of that JSON."""

import secrets
from collections.abc import Hashable, Mapping
from datetime import date
from pathlib import Path

import msgspec

from evolve_desktop import files
from evolve_desktop.checkin.answered_wording import answers_in
from evolve_desktop.checkin.check_in import CheckIn, OtherAnswer
from evolve_desktop.checkin.comparison import text_of
from evolve_desktop.checkin.contacts import Contact, merge
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.checkin.wording import Wording, meaning_line, wording_of
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageText
from evolve_desktop.errors import Sentence
from evolve_desktop.vault.diary_json import MAX_EXPORT, DiaryFile, from_export, to_json

_NOT_WRITTEN = (
    Sentence("The export was not written"),
    Sentence("Your check-ins are still here. Please choose another place."),
)
_NOT_READ = (Sentence("This file could not be read"), Sentence("Nothing was changed. Please choose another file."))


def schema() -> bytes:
    """Return the JSON Schema of an export."""
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **msgspec.json.schema(DiaryFile, schema_hook=_key_schema),
    }
    return msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n"


def _key_schema(_kind: type) -> dict[str, object]:
    """Describe what stands for a wording: its key."""
    return {"type": "string", "description": "a key of `wordings`"}


def write_json(diary: Diary, path: Path) -> None:
    """Write the diary as JSON, completely or not at all; raises RefusedError."""
    _write(path, to_json(diary))


def write_text(diary: Diary, pack: Pack, path: Path) -> None:
    """Write the diary as text, completely or not at all; raises RefusedError."""
    _write(path, diary_text(diary, pack).encode())


def read_json(path: Path) -> Diary:
    """Return the diary that `write_json` wrote; raises DiaryError or RefusedError."""
    with files.as_refused_error(*_NOT_READ):
        data = files.read(path, MAX_EXPORT, follow_links=True)
    return from_export(data)


def with_import(diary: Diary, imported: Diary) -> Diary:
    """Return the diary with the imported one added; two different check-ins with one id both stay."""
    by_id = {check_in.id: check_in for check_in in diary.check_ins}
    contents = set(map(_content, diary.check_ins))
    for check_in in imported.check_ins:
        content = _content(check_in)
        if check_in.id not in by_id:
            by_id[check_in.id] = check_in
        elif content not in contents:
            new_id = secrets.token_hex(8)
            by_id[new_id] = msgspec.structs.replace(check_in, id=new_id)
        contents.add(content)
    contacts = merge(diary.contacts, imported.contacts)
    return msgspec.structs.replace(diary, check_ins=tuple(by_id.values()), contacts=contacts)


def diary_text(diary: Diary, pack: Pack) -> str:
    """Return contacts and check-ins as text, oldest first, each answer under its own words."""
    by_day = sorted(diary.check_ins, key=lambda check_in: check_in.order)
    present = wording_of(pack)
    parts = ["\n\n".join(_check_in(check_in, pack.page, present)) for check_in in by_day]
    if diary.contacts:
        parts.insert(0, "\n".join([pack.help_lines.own_title, *map(_contact, diary.contacts)]))
    return "\n\n\n".join(parts) + "\n"


def _contact(contact: Contact) -> str:
    return _indented(f"{contact.name}: {contact.reach}")


def _check_in(check_in: CheckIn, page: PageText, present: Wording) -> list[str]:
    plan, day = check_in.plan, check_in.started
    options = (_line(page, option, check_in.wording_of(option), present, day) for option in plan.would_help)
    written = (
        (page.main_topic, (plan.main_topic,)),
        (page.also, plan.also),
        (page.questions, plan.questions),
        (page.would_help, tuple(options)),
        (page.agreed, (check_in.agreed,)),
    )
    parts = [check_in.started.isoformat() + (f" · {plan.name}" if plan.name else "")]
    for heading, words in written:
        if any(words):
            parts.append("\n".join([heading, *(_indented(text) for text in words if text)]))
    parts += (_answer(page, answer, present, day) for answer in answers_in(check_in, present))
    return parts


def _answer(page: PageText, answer: OtherAnswer, present: Wording, day: date) -> str:
    """Return a line in its own words, with the reply to it and the note."""
    own = answer.wording
    reply = "" if answer.reply is None else answer.reply.called(own.words.replies)
    flag = "" if answer.flag is None else answer.flag.value.capitalize()
    unsafe = "" if answer.unsafe is None else text_of(meaning_line(answer.unsafe), own)
    texts = (reply, flag, unsafe, answer.note)
    return "\n".join([_line(page, answer.line, own, present, day), *(_indented(text) for text in texts if text)])


def _line(page: PageText, line_id: str, own: Wording | None, present: Wording, day: date) -> str:
    """Return the words of a line, with where they are from if they are no present ones."""
    text = text_of(line_id, own or present)
    if own is None or text == text_of(line_id, present):
        return text
    return f"{text}\n{page.origin_of(own.words.title, day.isoformat())}"


def _content(check_in: CheckIn) -> Hashable:
    """Return a value that is equal for check-ins that differ at most in their ids."""
    fields = msgspec.structs.asdict(check_in) | {"id": ""}
    return tuple(frozenset(value.items()) if isinstance(value, Mapping) else value for value in fields.values())


def _indented(text: str) -> str:
    return "  " + clean(text).strip().replace("\n", "\n  ")


def _write(path: Path, data: bytes) -> None:
    with files.as_refused_error(*_NOT_WRITTEN):
        files.write_atomically(path, data)
