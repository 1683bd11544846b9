"""Exports of the diary as JSON with its schema and as text to read, and imports of that JSON."""

import secrets
from collections.abc import Hashable, Mapping
from pathlib import Path

import msgspec

from evolve_desktop import files
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contact, merge
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.content.pack import Pack
from evolve_desktop.vault.diary_json import MAX_EXPORT, from_export, to_json

_NOT_WRITTEN = ("The export was not written", "Your check-ins are still here. Please choose another place.")
_NOT_READ = ("This file could not be read", "Nothing was changed. Please choose another file.")


def schema() -> bytes:
    """Return the JSON Schema of an export."""
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Diary)}
    return msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n"


def write_json(diary: Diary, path: Path) -> None:
    """Write the diary as JSON, completely or not at all; raises RefusedError."""
    _write(path, to_json(diary))


def write_text(diary: Diary, pack: Pack, path: Path) -> None:
    """Write the diary as text, completely or not at all; raises RefusedError."""
    _write(path, as_text(diary, pack).encode())


def read_json(path: Path) -> Diary:
    """Return the diary that `write_json` wrote; raises DiaryError or RefusedError."""
    with files.as_refused_error(*_NOT_READ):
        data = files.read(path, MAX_EXPORT, follow_links=True)
    return from_export(data)


def merged(diary: Diary, imported: Diary) -> Diary:
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


def as_text(diary: Diary, pack: Pack) -> str:
    """Return contacts and check-ins as text, oldest first; items without an answer are left out."""
    by_day = sorted(diary.check_ins, key=lambda check_in: check_in.order)
    parts = ["\n\n".join(_check_in(check_in, pack)) for check_in in by_day]
    if diary.contacts:
        parts.insert(0, "\n".join([pack.help_lines.own_title, *map(_contact, diary.contacts)]))
    return "\n\n\n".join(parts) + "\n"


def _contact(contact: Contact) -> str:
    return _indented(f"{contact.name}: {contact.reach}")


def _check_in(check_in: CheckIn, pack: Pack) -> list[str]:
    plan, page = check_in.plan, pack.page
    own_words = (
        (page.main_topic, (plan.main_topic,)),
        (page.also, plan.also),
        (page.questions, plan.questions),
        (page.would_help, [option.text for option in page.what_would_help if option.id in plan.would_help]),
    )
    parts = [check_in.started.isoformat() + (f" · {plan.name}" if plan.name else "")]
    for heading, words in own_words:
        if any(words):
            parts.append("\n".join([heading, *(_indented(text) for text in words if text)]))
    texts = _texts(pack)
    for item_id, answer in check_in.answers.items():
        reply = "" if answer.reply is None else getattr(pack.checklist.replies, answer.reply.name.lower())
        parts.append(
            "\n".join([texts.get(item_id, item_id), *(_indented(text) for text in (reply, answer.note) if text)])
        )
    for flag_id, flag_reply in check_in.flags.items():
        parts.append(f"{texts.get(flag_id, flag_id)}\n{_indented(flag_reply.value.capitalize())}")
    if check_in.unsafe is not None:
        unsafe = pack.red_flags.unsafe
        labels = [choice.label for choice in unsafe.choices if choice.meaning is check_in.unsafe]
        parts.append("\n".join([unsafe.question, *map(_indented, labels)]))
    return parts


def _texts(pack: Pack) -> dict[str, str]:
    """Return the text of each item and red flag by its id."""
    texts = {item.id: item.text for item in pack.checklist.items}
    for part in pack.red_flags.parts:
        texts |= {flag.id: flag.text for flag in part.flags}
        if part.step_up is not None:
            texts[part.step_up.id] = part.step_up.question
    return texts


def _content(check_in: CheckIn) -> Hashable:
    """Return a value that is equal for check-ins that differ at most in their ids."""
    fields = msgspec.structs.asdict(check_in) | {"id": ""}
    return tuple(frozenset(value.items()) if isinstance(value, Mapping) else value for value in fields.values())


def _indented(text: str) -> str:
    return "  " + clean(text).strip().replace("\n", "\n  ")


def _write(path: Path, data: bytes) -> None:
    with files.as_refused_error(*_NOT_WRITTEN):
        files.write_atomically(path, data)
