"""The two secrets that open a sealed file, passphrase and recovery code, and the wait after wrong ones."""

import re
import secrets
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NoReturn, Self

from evolve_desktop.checkin.text_cleaning import visible
from evolve_desktop.errors import MistypedCodeError, Sentence, VaultError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 30
_CHOSEN = LENGTH - 2
_GROUP = 5
_PRIME = 1021
_LOOK_ALIKES = str.maketrans("OILU", "011V")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212_.,"
_SIX_GROUPS = re.compile(rf"\w{{5}}(?:[\s{_DASHES[1:]}-]+\w{{5}}){{5}}")


def new_recovery_code() -> str:
    """Return a new random code in groups of five."""
    chosen = "".join(secrets.choice(ALPHABET) for _ in range(_CHOSEN))
    code = chosen + _check(chosen)
    return "-".join(code[start : start + _GROUP] for start in range(0, LENGTH, _GROUP))


def read_recovery_code(typed: str) -> str:
    """Return the code's 30 characters from any spelling; raises MistypedCodeError if they cannot be a code."""
    letters = (letter for letter in visible(typed).upper() if not letter.isspace() and letter not in _DASHES)
    code = "".join(letters).translate(_LOOK_ALIKES)
    if len(code) != LENGTH:
        _mistyped(Sentence("it has {length} characters, and here are {count}", length=LENGTH, count=len(code)))
    if not set(code) <= set(ALPHABET):
        _mistyped(Sentence("it holds only letters and digits"))
    if code[_CHOSEN:] != _check(code[:_CHOSEN]):
        _mistyped(Sentence("one of its characters is another"))
    return code


def _check(chosen: str) -> str:
    """Return the two check characters."""
    total = sum(place * ALPHABET.index(letter) for place, letter in enumerate(chosen, start=1)) % _PRIME
    return ALPHABET[total // len(ALPHABET)] + ALPHABET[total % len(ALPHABET)]


def _mistyped(why: str) -> NoReturn:
    raise MistypedCodeError(
        "This is not quite the recovery code: {why}. Please compare it with your paper once more.", why=why
    )


MAX_PASSPHRASE = 1024
_PASTED_ENDS = ("\n", " ")  # what older versions took along with a pasted passphrase and made part of the key


class SecretKind(Enum):
    """The two kinds of secret; a file has at most one slot of each."""

    PASSPHRASE = "passphrase"  # noqa: S105  (the kind's name, not a passphrase)
    RECOVERY_CODE = "recovery code"


@dataclass(frozen=True, slots=True)
class Secret:
    """The bytes that a key is derived from; `repr` and so every message leaves them out."""

    kind: SecretKind
    material: bytes = field(repr=False)

    @classmethod
    def typed(cls, secret: str, *, is_code: bool = False) -> tuple[Self, ...]:
        """Return all that the typed text may stand for, the likeliest first; nothing if it is an empty passphrase.

        A passphrase that is a whole recovery code is taken for one first. Older versions sealed a passphrase with its
        invisible characters: the text as typed is tried too, and with the ends that were pasted along.
        """
        if is_code:
            return (cls.recovery_code(secret),)
        if len(secret) > MAX_PASSPHRASE:
            _too_long()
        shown = visible(secret)
        spellings = (shown, secret, *(shown + end for end in _PASTED_ENDS if shown))
        passphrases = tuple(
            dict.fromkeys(cls.passphrase(spelling) for spelling in spellings if 0 < len(spelling) <= MAX_PASSPHRASE)
        )
        return (cls.recovery_code(secret), *passphrases) if is_recovery_code(secret) else passphrases

    @classmethod
    def chosen(cls, typed: str) -> Self:
        """Return the secret of a new passphrase, without what nobody sees in it."""
        if len(typed) > MAX_PASSPHRASE:
            _too_long()
        return cls.passphrase(visible(typed))

    @classmethod
    def passphrase(cls, typed: str) -> Self:
        """Return the secret of this very text in the form NFKC, in which two spellings of one letter are equal."""
        if not typed:
            raise VaultError("Please type a passphrase.")
        if len(typed) > MAX_PASSPHRASE:
            _too_long()
        return cls(SecretKind.PASSPHRASE, unicodedata.normalize("NFKC", typed).encode("utf-8", "surrogatepass"))

    @classmethod
    def recovery_code(cls, typed: str) -> Self:
        """Return the secret of a recovery code; raises MistypedCodeError if it was copied with a slip."""
        return cls(SecretKind.RECOVERY_CODE, read_recovery_code(typed).encode())


def is_recovery_code(typed: str) -> bool:
    """Whether the text is a recovery code, as its check characters prove."""
    try:
        read_recovery_code(typed)
    except MistypedCodeError:
        return False
    return True


def require_no_slip(tried: Sequence[Secret]) -> None:
    """Raise MistypedCodeError if a passphrase that opened nothing looks like a recovery code with a slip in it."""
    text = tried[0].material.decode(errors="replace") if tried else ""
    if tried and tried[0].kind is SecretKind.PASSPHRASE and _SIX_GROUPS.fullmatch(text):
        read_recovery_code(text)


def _too_long() -> NoReturn:
    raise VaultError(
        "A passphrase can be {limit} characters long at most. Please choose a shorter one.", limit=MAX_PASSPHRASE
    )


_FREE = 2
_LONGEST_S = 30.0


class PassphraseThrottle:
    """Counts wrong tries since the last right one; `ticks` is a clock in seconds that only runs forward."""

    def __init__(self, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._wrong = 0
        self._until = ticks()

    @property
    def wait(self) -> float:
        """Seconds to wait before the next try; 0 for none."""
        return max(0.0, self._until - self._ticks())

    def count(self, *, right: bool) -> None:
        """Count one try: two wrong ones are free, then the wait doubles, up to half a minute."""
        self._wrong = 0 if right else self._wrong + 1
        slow = self._wrong - _FREE
        self._until = self._ticks() + (min(2.0 ** (slow - 1), _LONGEST_S) if slow > 0 else 0.0)
