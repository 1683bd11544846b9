"""Seals content as a file and back: authenticated encryption, or in plain mode a checksum."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

import nacl.bindings
import nacl.exceptions
import nacl.secret
import nacl.utils

from evolve_desktop.errors import (
    DamagedVaultError,
    PassphraseNeededError,
    Sentence,
    VaultError,
    WrongPassphraseError,
)
from evolve_desktop.vault.credentials import Secret, SecretKind
from evolve_desktop.vault.diary_json import MAX_BYTES
from evolve_desktop.vault.file_header import FORMAT, MAX_HEADER, Header, Mode, split, to_prefix
from evolve_desktop.vault.key_slots import KEY_BYTES, KdfCost, unwrap_key, wrap_key

BLOCK = 4096
MAX_FILE = MAX_HEADER + MAX_BYTES + 2 * BLOCK
_DIGEST_BYTES = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Sealing:
    """How one vault's files are sealed: `prefix` stands before their content; plain files have no data key."""

    prefix: bytes
    data_key: bytes | None = field(default=None, repr=False)

    @classmethod
    def plain(cls) -> Self:
        """Return the sealing of files without encryption."""
        return cls(to_prefix(Header(format=FORMAT, mode=Mode.PLAIN, slots=())))

    @classmethod
    def new(cls, secrets: Sequence[Secret], cost: KdfCost) -> Self:
        """Return a sealing with a new data key that each of the secrets opens."""
        data_key = nacl.utils.random(KEY_BYTES)
        slots = tuple(wrap_key(data_key, secret, cost) for secret in secrets)
        return cls(to_prefix(Header(format=FORMAT, mode=Mode.SEALED, slots=slots)), data_key)

    @classmethod
    def of(cls, data: bytes, *secrets: Secret) -> Self:
        """Return the sealing of a file, opened by one of the secrets if it is encrypted; the content is not read yet.

        If none of them opens it, the error is that of the first.
        """
        header, prefix, _ = split(data)
        if header.mode is Mode.PLAIN:
            return cls(prefix)
        if not secrets:
            raise PassphraseNeededError("Your check-ins are locked. Please type your passphrase.")
        errors = []
        for secret in secrets:
            try:
                return cls(prefix, _data_key(header, secret))
            except WrongPassphraseError as error:
                errors.append(error)
        raise errors[0]

    def seal(self, content: bytes, limit: int = MAX_BYTES) -> bytes:
        """Return a file with this content; raises VaultError if the content is larger than the limit."""
        if len(content) > limit:
            raise VaultError(
                "Your check-ins are larger than the {size} MB that one file holds, and were not kept. "
                "Please export them, then delete some.",
                size=MAX_BYTES // 1024**2,
            )
        padded = b"".join((content, b"\x80", bytes(-(len(content) + 1) % BLOCK)))  # as sodium_pad, in one copy
        if self.data_key is None:
            return self.prefix + hashlib.sha256(self.prefix + padded).digest() + padded
        nonce = nacl.utils.random(nacl.secret.Aead.NONCE_SIZE)
        seal = nacl.bindings.crypto_aead_xchacha20poly1305_ietf_encrypt  # as Aead.encrypt, in fewer copies
        return b"".join((self.prefix, nonce, seal(padded, self.prefix, nonce, self.data_key)))

    def unseal(self, data: bytes, limit: int = MAX_FILE) -> bytes:
        """Decrypt and unpad a file of this sealing; raises DamagedVaultError if any bit changed."""
        if len(data) > limit or not data.startswith(self.prefix):
            raise DamagedVaultError(self._damage)
        sealed = data[len(self.prefix) :]
        try:
            return nacl.bindings.sodium_unpad(self._padded(sealed), BLOCK)
        except (nacl.exceptions.CryptoError, ValueError) as error:
            raise DamagedVaultError(self._damage) from error

    @property
    def _damage(self) -> str:
        if self.data_key is None:
            return Sentence(
                "The file with your check-ins is damaged. It was left as it is. Please choose an earlier copy."
            )
        return Sentence(
            "Your passphrase is right, but the content of the file is damaged. It was left as it is. "
            "Please choose an earlier copy."
        )

    def _padded(self, sealed: bytes) -> bytes:
        """Return the padded content; raises CryptoError or ValueError if it changed."""
        if self.data_key is not None:
            return nacl.secret.Aead(self.data_key).decrypt(sealed, aad=self.prefix)
        digest, padded = sealed[:_DIGEST_BYTES], sealed[_DIGEST_BYTES:]
        if digest != hashlib.sha256(self.prefix + padded).digest() or len(padded) % BLOCK:
            raise ValueError("the checksum does not match")
        return padded


_WITHOUT = {
    SecretKind.PASSPHRASE: Sentence(
        "This file was kept without a passphrase. Nothing was changed. Please try the other way."
    ),
    SecretKind.RECOVERY_CODE: Sentence(
        "This file was kept without a recovery code. Nothing was changed. Please try the other way."
    ),
}


def _data_key(header: Header, secret: Secret) -> bytes:
    for slot in header.slots:
        if slot.kind is secret.kind:
            return unwrap_key(slot, secret)
    raise WrongPassphraseError(_WITHOUT[secret.kind])
