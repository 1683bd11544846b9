"""Reads a diary, or only the number of its check-ins, from the bytes of a vault file."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from evolve_desktop import files
from evolve_desktop.checkin.diary import VERSION, Diary
from evolve_desktop.errors import (
    DamagedVaultError,
    DiaryError,
    NewerDiaryError,
    NewerVaultError,
    Sentence,
    WrongPassphraseError,
)
from evolve_desktop.vault.credentials import Secret
from evolve_desktop.vault.diary_json import from_json
from evolve_desktop.vault.encryption import Sealing
from evolve_desktop.vault.file_header import MAX_PREFIX, NEWER, split

_NO_DIARY = Sentence(
    "The file opened, but its content is damaged. It was left as it is. Please choose an earlier copy."
)


class _Counted(msgspec.Struct, frozen=True):
    """The part of a diary that counting needs."""

    version: int
    check_ins: tuple[msgspec.Raw, ...] = ()


def count_check_ins(data: bytes, sealing: Sealing) -> int:
    """Return how many check-ins a file holds without parsing them; raises the errors of `read_diary`."""
    content = sealing.unseal(data)
    try:
        counted = msgspec.json.decode(content, type=_Counted)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedVaultError(_NO_DIARY) from error
    if counted.version > VERSION:
        raise NewerVaultError(NEWER)
    return len(counted.check_ins)


def read_diary(data: bytes, sealing: Sealing) -> Diary:
    """Return the diary in a file; raises DamagedVaultError or NewerVaultError."""
    content = sealing.unseal(data)
    try:
        return from_json(content)
    except NewerDiaryError as error:
        raise NewerVaultError(NEWER) from error
    except DiaryError as error:
        raise DamagedVaultError(_NO_DIARY) from error


def read_prefix(path: Path) -> bytes | None:
    """Return the bytes before a file's content; None if there is no file or it cannot be read."""
    try:
        return split(files.read(path, MAX_PREFIX))[1]
    except (OSError, DamagedVaultError, NewerVaultError):
        return None


def find_sealings(
    paths: Iterable[Path], known: Iterable[Sealing], secrets: Sequence[Secret]
) -> Mapping[bytes, Sealing]:
    """Return the known sealings and those that one of the secrets opens, each by its prefix."""
    sealings = {sealing.prefix: sealing for sealing in known}
    if not secrets:
        return sealings
    for prefix in {found for path in paths if (found := read_prefix(path))} - set(sealings):
        with suppress(WrongPassphraseError):
            sealings[prefix] = Sealing.of(prefix, *secrets)
    return sealings
