"""Key slots: the key of the content, encrypted with one that is derived from a passphrase or a recovery code."""

import hashlib
from dataclasses import dataclass
from typing import Annotated

import msgspec
import nacl.exceptions
import nacl.pwhash.argon2id
import nacl.secret
import nacl.utils

from evolve_desktop.errors import RefusedError, Sentence, WrongPassphraseError
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


class KeySlot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
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


def wrap_key(data_key: bytes, secret: Secret, cost: KdfCost) -> KeySlot:
    """Return a slot that holds the data key, encrypted with this secret."""
    salt = nacl.utils.random(nacl.pwhash.argon2id.SALTBYTES)
    derived = _derive_key(secret, salt, cost.passes, cost.memory_kib)
    slot = KeySlot(
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


def unwrap_key(slot: KeySlot, secret: Secret) -> bytes:
    """Return the data key of an undamaged slot; raises WrongPassphraseError if the secret is not the slot's."""
    derived = _derive_key(secret, slot.salt, slot.passes, slot.memory_kib)
    try:
        return nacl.secret.Aead(derived).decrypt(slot.key, aad=slot.kind.value.encode())
    except nacl.exceptions.CryptoError as error:
        raise WrongPassphraseError(_WRONG[slot.kind]) from error


def _check_of(slot: KeySlot) -> bytes:
    rest = msgspec.json.encode(msgspec.structs.replace(slot, check=b""))
    return hashlib.sha256(rest).digest()[:_CHECK_BYTES]


def _derive_key(secret: Secret, salt: bytes, passes: int, memory_kib: int) -> bytes:
    try:
        return nacl.pwhash.argon2id.kdf(KEY_BYTES, secret.material, salt, opslimit=passes, memlimit=memory_kib * 1024)
    except nacl.exceptions.RuntimeError as error:  # libsodium did not get the memory
        raise RefusedError(
            "Your passphrase could not be tried: {reason}. Please close other programs, then try again.",
            Sentence("{size} MB of memory are not free", size=memory_kib // 1024),
        ) from error
