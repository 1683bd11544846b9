"""A key slot: the data key of a file, closed with a key that is derived from one secret."""

import hashlib
from dataclasses import dataclass
from typing import Annotated

import msgspec
import nacl.exceptions
import nacl.pwhash.argon2id
import nacl.secret
import nacl.utils

from evolve_desktop.errors import RefusedError, WrongPassphraseError
from evolve_desktop.vault.secret import Secret, SecretKind

KEY_BYTES = 32
MAX_PASSES = 10
MAX_MEMORY_KIB = 256 * 1024
_CHECK_BYTES = 8
_WRAPPED_BYTES = nacl.secret.Aead.NONCE_SIZE + KEY_BYTES + nacl.secret.Aead.MACBYTES


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try at a passphrase costs, in passes over so much memory; only tests ask for less than this."""

    passes: int = 3
    memory_kib: int = 64 * 1024


class Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Argon2id parameters, bounded before anybody uses them; `key` is nonce and closed data key.

    `check` is the start of a SHA-256 over the rest, so that damage is told from a wrong passphrase.
    """

    kind: SecretKind
    passes: Annotated[int, msgspec.Meta(ge=1, le=MAX_PASSES)]
    memory_kib: Annotated[int, msgspec.Meta(ge=8, le=MAX_MEMORY_KIB)]
    salt: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    key: Annotated[bytes, msgspec.Meta(min_length=_WRAPPED_BYTES, max_length=_WRAPPED_BYTES)]
    check: Annotated[bytes, msgspec.Meta(max_length=_CHECK_BYTES)] = b""

    @property
    def is_whole(self) -> bool:
        """Whether the slot is as it was written."""
        return self.check == _check_of(self)


def close_slot(data_key: bytes, secret: Secret, cost: Cost) -> Slot:
    """Return a slot from which this secret takes the data key."""
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


def open_slot(slot: Slot, secret: Secret) -> bytes:
    """Return the data key of a whole slot; WrongPassphraseError where the secret is another one."""
    derived = _derived(secret, slot.salt, slot.passes, slot.memory_kib)
    try:
        return nacl.secret.Aead(derived).decrypt(slot.key, aad=slot.kind.value.encode())
    except nacl.exceptions.CryptoError as error:
        msg = f"This {slot.kind.value} does not open your check-ins. Nothing was changed. Please try again."
        raise WrongPassphraseError(msg) from error


def _check_of(slot: Slot) -> bytes:
    rest = msgspec.json.encode(msgspec.structs.replace(slot, check=b""))
    return hashlib.sha256(rest).digest()[:_CHECK_BYTES]


def _derived(secret: Secret, salt: bytes, passes: int, memory_kib: int) -> bytes:
    try:
        return nacl.pwhash.argon2id.kdf(KEY_BYTES, secret.material, salt, opslimit=passes, memlimit=memory_kib * 1024)
    except nacl.exceptions.RuntimeError as error:  # libsodium could not have the memory
        reason = f"{memory_kib // 1024} MB of memory are not free"
        msg = f"Your passphrase could not be tried: {reason}. Please close other programs, then try again."
        raise RefusedError(msg, reason) from error
