"""The open part of a kept file: magic, version, length, and a JSON header with the mode and the key slots."""

import struct
from enum import Enum
from typing import Annotated, NoReturn

import msgspec

from evolve_desktop.errors import DamagedVaultError, NewerVaultError
from evolve_desktop.vault.slots import Slot

MAGIC = b"\x89EVOLVE\n"
FORMAT = 1
MAX_HEADER = 4096
_FIXED = struct.Struct("<8sHI")

NEWER = (
    "Your check-ins were kept by a newer version of this app. They were left untouched. "
    "Please use that version to open them."
)


class Mode(Enum):
    """Whether the content is encrypted: a fact of the file."""

    PLAIN = "plain"
    SEALED = "sealed"


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known about a file before it is opened."""

    format: int
    mode: Mode
    slots: Annotated[tuple[Slot, ...], msgspec.Meta(max_length=2)]

    def __post_init__(self) -> None:
        """Refuse what no version writes; ValueError says which rule is broken."""
        kinds = [slot.kind for slot in self.slots]
        if self.format != FORMAT or len(set(kinds)) != len(kinds) or bool(kinds) != (self.mode is Mode.SEALED):
            msg = "format, mode and slots do not fit together"
            raise ValueError(msg)


class _Later(msgspec.Struct, frozen=True):
    """The one field that every later header keeps."""

    format: int


def to_prefix(header: Header) -> bytes:
    """Return everything that stands before the content; each header has one spelling only."""
    plain = msgspec.json.encode(header)
    return _FIXED.pack(MAGIC, FORMAT, len(plain)) + plain


def split(data: bytes) -> tuple[Header, bytes, bytes]:
    """Return the header, its bytes with all before it, and the content after it.

    DamagedVaultError where they are not as written. NewerVaultError only where version and header name one newer
    format: a single damaged byte never passes for a newer file.
    """
    if len(data) < _FIXED.size or not data.startswith(MAGIC):
        _damaged("it does not begin like one of our files")
    _, version, length = _FIXED.unpack_from(data)
    end = _FIXED.size + length
    if length > MAX_HEADER or end > len(data):
        _damaged("its header is longer than it can be")
    plain = data[_FIXED.size : end]
    try:
        if version > FORMAT and msgspec.json.decode(plain, type=_Later).format == version:
            raise NewerVaultError(NEWER)
        header = msgspec.json.decode(plain, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        _damaged("its header cannot be read", error)
    prefix = data[:end]
    if to_prefix(header) != prefix:  # also where a key stands twice, or a number is spelt in another way
        _damaged("its header is not as it was written")
    if not all(slot.is_whole for slot in header.slots):
        _damaged("a key slot is not as it was written")
    return header, prefix, data[end:]


def _damaged(what: str, cause: Exception | None = None) -> NoReturn:
    """Raise the error; the reason is for whoever looks at the cause, the person reads one sentence."""
    msg = f"The file with your check-ins is damaged: {what}. It was left as it is. Please choose an earlier copy."
    raise DamagedVaultError(msg) from cause
