"""What opens a sealed file: the person's passphrase, or the recovery code they printed."""

import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from typing import Self

from evolve_desktop.errors import VaultError
from evolve_desktop.vault import recovery_code

MAX_PASSPHRASE = 1024


class SecretKind(Enum):
    """The two kinds of secret; each has one slot at most in a file."""

    PASSPHRASE = "passphrase"  # noqa: S105  (what it is called, not one)
    RECOVERY_CODE = "recovery code"


@dataclass(frozen=True, slots=True)
class Secret:
    """One secret in the form that the key is derived from; it never shows itself in a message."""

    kind: SecretKind
    material: bytes = field(repr=False)

    @classmethod
    def passphrase(cls, typed: str) -> Self:
        """Take a passphrase; keyboards that spell one letter in two ways give the same one (NFKC)."""
        if not typed:
            msg = "Please type a passphrase."
            raise VaultError(msg)
        if len(typed) > MAX_PASSPHRASE:
            msg = f"A passphrase can be {MAX_PASSPHRASE} characters long at most. Please choose a shorter one."
            raise VaultError(msg)
        return cls(SecretKind.PASSPHRASE, unicodedata.normalize("NFKC", typed).encode("utf-8", "surrogatepass"))

    @classmethod
    def recovery_code(cls, typed: str) -> Self:
        """Take a recovery code as somebody copied it from paper; MistypedCodeError tells a slip apart."""
        return cls(SecretKind.RECOVERY_CODE, recovery_code.read(typed).encode())
