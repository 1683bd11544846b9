"""The unencrypted start of a vault file: magic, version, length, and a JSON header with the mode and the key slots."""

import hashlib
import struct
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, NoReturn

import msgspec
import nacl.exceptions
import nacl.pwhash.argon2id
import nacl.secret
import nacl.utils

from evolve_desktop.errors import DamagedVaultError, NewerVaultError, RefusedError, Sentence, WrongPassphraseError
from evolve_desktop.vault.credentials import Secret, SecretKind

KEY_BYTES = 32
MAX_PASSES = 10
MAX_MEMORY_KIB = 256 * 1024
_CHECK_BYTES = 8
_WRAPPED_BYTES = nacl.secret.Aead.NONCE_SIZE + KEY_BYTES + nacl.secret.Aead.MACBYTES


@dataclass(frozen=True, slots=True)
class KdfCost:
    """The cost of deriving a key from a passphrase, by Argon2id; only tests ask for less than this."""

    passes: int = 3
    memory_kib: int = 64 * 1024


class Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Argon2id parameters, with bounds checked before they are used; `key` is a nonce and the encrypted data key.

    `check` is the start of a SHA-256 of the rest: it tells damage from a wrong passphrase.
    """

    kind: SecretKind
    passes: Annotated[int, msgspec.Meta(ge=1, le=MAX_PASSES)]
    memory_kib: Annotated[int, msgspec.Meta(ge=8, le=MAX_MEMORY_KIB)]
    salt: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    key: Annotated[bytes, msgspec.Meta(min_length=_WRAPPED_BYTES, max_length=_WRAPPED_BYTES)]
    check: Annotated[bytes, msgspec.Meta(max_length=_CHECK_BYTES)] = b""

    @property
    def is_whole(self) -> bool:
        """Whether the slot is undamaged."""
        return self.check == _check_of(self)


def close_slot(data_key: bytes, secret: Secret, cost: KdfCost) -> Slot:
    """Return a slot that holds the data key, encrypted with this secret."""
    salt = nacl.utils.random(nacl.pwhash.argon2id.SALTBYTES)
    derived = _derived(secret, salt, cost.passes, cost.memory_kib)
    slot = Slot(
        kind=secret.kind,
        passes=cost.passes,
        memory_kib=cost.memory_kib,
        salt=salt,
        key=bytes(nacl.secret.Aead(derived).encrypt(data_key, aad=secret.kind.value.encode())),
    )
    return msgspec.structs.replace(slot, check=_check_of(slot))


_WRONG = {
    SecretKind.PASSPHRASE: Sentence(
        "This passphrase does not open your check-ins. Nothing was changed. Please try again."
    ),
    SecretKind.RECOVERY_CODE: Sentence(
        "This recovery code does not open your check-ins. Nothing was changed. Please try again."
    ),
}


def open_slot(slot: Slot, secret: Secret) -> bytes:
    """Return the data key of an undamaged slot; raises WrongPassphraseError if the secret is not the slot's."""
    derived = _derived(secret, slot.salt, slot.passes, slot.memory_kib)
    try:
        return nacl.secret.Aead(derived).decrypt(slot.key, aad=slot.kind.value.encode())
    except nacl.exceptions.CryptoError as error:
        raise WrongPassphraseError(_WRONG[slot.kind]) from error


def _check_of(slot: Slot) -> bytes:
    rest = msgspec.json.encode(msgspec.structs.replace(slot, check=b""))
    return hashlib.sha256(rest).digest()[:_CHECK_BYTES]


def _derived(secret: Secret, salt: bytes, passes: int, memory_kib: int) -> bytes:
    try:
        return nacl.pwhash.argon2id.kdf(KEY_BYTES, secret.material, salt, opslimit=passes, memlimit=memory_kib * 1024)
    except nacl.exceptions.RuntimeError as error:  # libsodium did not get the memory
        raise RefusedError(
            "Your passphrase could not be tried: {reason}. Please close other programs, then try again.",
            Sentence("{size} MB of memory are not free", size=memory_kib // 1024),
        ) from error


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
    slots: Annotated[tuple[Slot, ...], msgspec.Meta(max_length=2)]

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
