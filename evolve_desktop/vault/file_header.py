"""The unencrypted start of a vault file: magic, version, length, and a JSON header with the mode and the key slots."""

import struct
from enum import Enum
from typing import Annotated, NoReturn

import msgspec

from evolve_desktop.errors import DamagedVaultError, NewerVaultError, Sentence
from evolve_desktop.vault.key_slots import KeySlot

MAGIC = b"\x89EVOLVE\n"
FORMAT = 1
MAX_HEADER = 4096
_FIXED = struct.Struct("<8sHI")
MAX_PREFIX = _FIXED.size + MAX_HEADER

NEWER = Sentence(
    "Your check-ins were kept by a newer version of this app. They were left untouched. "
    "Please use that version to open them."
)


class Mode(Enum):
    """Whether the content is encrypted."""

    PLAIN = "plain"
    SEALED = "sealed"


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The facts about a file that can be read without a secret."""

    format: int
    mode: Mode
    slots: Annotated[tuple[KeySlot, ...], msgspec.Meta(max_length=2)]

    def __post_init__(self) -> None:
        """Raise ValueError for a combination that no version writes."""
        kinds = [slot.kind for slot in self.slots]
        if self.format != FORMAT or len(set(kinds)) != len(kinds) or bool(kinds) != (self.mode is Mode.SEALED):
            raise ValueError("format, mode and slots do not fit together")


class _Later(msgspec.Struct, frozen=True):
    """The one field that the header of every later version keeps."""

    format: int


def to_prefix(header: Header) -> bytes:
    """Return all bytes before the content; each header has one spelling only."""
    plain = msgspec.json.encode(header)
    return _FIXED.pack(MAGIC, FORMAT, len(plain)) + plain


def split(data: bytes) -> tuple[Header, bytes, bytes]:
    """Return the header, all bytes up to its end, and the bytes after it.

    Raises DamagedVaultError if the header changed, and NewerVaultError only if version and header name the same newer
    format: a single damaged byte never makes a file look newer.
    """
    if len(data) < _FIXED.size or not data.startswith(MAGIC):
        _damaged(Sentence("it does not begin like one of our files"))
    _, version, length = _FIXED.unpack_from(data)
    end = _FIXED.size + length
    if length > MAX_HEADER or end > len(data):
        _damaged(Sentence("its header is longer than it can be"))
    plain = data[_FIXED.size : end]
    try:
        if version > FORMAT and msgspec.json.decode(plain, type=_Later).format == version:
            raise NewerVaultError(NEWER)
        header = msgspec.json.decode(plain, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        _damaged(Sentence("its header cannot be read"), error)
    prefix = data[:end]
    if to_prefix(header) != prefix:  # a key stands twice, or a number has another spelling
        _damaged(Sentence("its header is not as it was written"))
    if not all(slot.is_whole for slot in header.slots):
        _damaged(Sentence("a key slot is not as it was written"))
    return header, prefix, data[end:]


def _damaged(what: str, cause: Exception | None = None) -> NoReturn:
    """Raise DamagedVaultError, whose sentence names the damage."""
    raise DamagedVaultError(
        "The file with your check-ins is damaged: {what}. It was left as it is. Please choose an earlier copy.",
        what=what,
    ) from cause
