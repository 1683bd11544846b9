"""Errors that are no bugs; each says in a sentence what the person can do. And how an error is printed."""

import contextlib
import sys
from pathlib import Path


def print_error(text: str) -> None:
    """Print this after the name of the program on standard error, if there is one and it takes it.

    A program that was started by an icon may have none, or one that is a file on a full disk.
    """
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"evolve-desktop: {text}", file=sys.stderr)  # noqa: T201  (this is what standard error is for)


class UserFacingError(Exception):
    """An error to show to the person: what happened and what to do. Any other exception is a bug."""

    def __str__(self) -> str:
        """Return the sentence, with neither a class name nor a traceback."""
        return str(self.args[0])


class ContentError(UserFacingError):
    """A content pack that cannot be shown; `faults` has a line for every fault in it: file, field, what is wrong."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class DiaryError(UserFacingError):
    """Check-ins that cannot be read: damaged, too large, or made by a newer version."""


class NewerDiaryError(DiaryError):
    """Check-ins that a newer version of the app wrote; they are undamaged, and are left untouched."""


class PickLimitError(UserFacingError):
    """A pick more than My page has room for."""


class PageError(UserFacingError):
    """A document that could not be typeset or written."""


class UsageError(UserFacingError):
    """A command line, a file or a folder that the app cannot work with."""


class VaultError(UserFacingError):
    """Check-ins that could not be opened, saved or changed."""


class PassphraseNeededError(VaultError):
    """Locked check-ins: a passphrase or a recovery code is needed."""


class WrongPassphraseError(VaultError):
    """A passphrase or recovery code that does not open the file; the file stays as it was."""


class MistypedCodeError(VaultError):
    """A recovery code with a typing mistake, found before anything is tried."""


class DamagedVaultError(VaultError):
    """A file whose content changed by damage; it is never shown as good, and never overwritten."""


class NewerVaultError(VaultError):
    """A file that a newer version of the app wrote; it is undamaged, and is left untouched."""


class RefusedError(VaultError):
    """The system refused to read or write; `reason` is the system's own, and part of the sentence."""

    def __init__(self, sentence: str, reason: str) -> None:
        super().__init__(sentence)
        self.reason = reason


class ChangedBehindError(VaultError):
    """Another program changed the file: theirs stays, and the check-ins of this one were written to `beside`."""

    def __init__(self, sentence: str, beside: Path) -> None:
        super().__init__(sentence)
        self.beside = beside
