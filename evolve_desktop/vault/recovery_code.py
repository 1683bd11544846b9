"""A code of six times five characters to print and keep: it opens the check-ins when the passphrase is lost.

28 characters are random (140 bits), the last two check them. The check is a weighted sum modulo a prime that is larger
than any product in it, so that one wrong character, or two that changed places, can never pass.
"""

import secrets
from typing import NoReturn

from evolve_desktop.errors import MistypedCodeError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 30
_CHOSEN = LENGTH - 2
_GROUP = 5
_PRIME = 1021
_LOOK_ALIKES = str.maketrans("OILU", "011V")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212_.,"


def new() -> str:
    """Return a new code in groups of five, as it is shown and printed."""
    chosen = "".join(secrets.choice(ALPHABET) for _ in range(_CHOSEN))
    code = chosen + _check(chosen)
    return "-".join(code[start : start + _GROUP] for start in range(0, LENGTH, _GROUP))


def read(typed: str) -> str:
    """Return the code's 30 characters, however they were typed; MistypedCodeError says what cannot be right."""
    kept = (letter for letter in typed.upper() if not letter.isspace() and letter not in _DASHES)
    code = "".join(kept).translate(_LOOK_ALIKES)
    if len(code) != LENGTH:
        _mistyped(f"it has {LENGTH} characters, and here are {len(code)}")
    if not set(code) <= set(ALPHABET):
        _mistyped("it holds only letters and digits")
    if code[_CHOSEN:] != _check(code[:_CHOSEN]):
        _mistyped("one of its characters is another")
    return code


def _check(chosen: str) -> str:
    """Return the two characters that check the others."""
    total = sum(place * ALPHABET.index(letter) for place, letter in enumerate(chosen, start=1)) % _PRIME
    return ALPHABET[total // len(ALPHABET)] + ALPHABET[total % len(ALPHABET)]


def _mistyped(why: str) -> NoReturn:
    msg = f"This is not quite the recovery code: {why}. Please compare it with your paper once more."
    raise MistypedCodeError(msg)
