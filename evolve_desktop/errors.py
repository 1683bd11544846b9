"""What can go wrong through no fault of ours, said in a sentence the person can act on."""

from pathlib import Path


class UserFacingError(Exception):
    """A problem to tell the person about: what happened, and what to do; anything else is a bug."""

    def __str__(self) -> str:
        """Return the sentence, with neither a class name nor a traceback."""
        return str(self.args[0])


class ContentError(UserFacingError):
    """A content pack that cannot be shown; `faults` holds a line each: file, field, what is wrong."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        """Take every fault that was found, so that a pack can be mended in one go."""
        super().__init__("\n".join(faults))
        self.faults = faults


class DiaryError(UserFacingError):
    """Check-ins that cannot be read: damaged, too large, or made by a newer version."""


class NewerDiaryError(DiaryError):
    """Check-ins that a newer version of the app has written; they are whole, and are left untouched."""


class PickLimitError(UserFacingError):
    """One line more than the page has room for."""


class PageError(UserFacingError):
    """A page that could not be typeset or written."""


class UsageError(UserFacingError):
    """A command line, a file or a folder that the app cannot work with."""


class VaultError(UserFacingError):
    """Check-ins that could not be opened, kept or changed."""


class PassphraseNeededError(VaultError):
    """Check-ins that are locked: a passphrase or a recovery code comes first."""


class WrongPassphraseError(VaultError):
    """A passphrase or recovery code that opens nothing here; the file stays as it was."""


class MistypedCodeError(VaultError):
    """Something that cannot be a recovery code: a slip of the fingers, told before anything is tried."""


class DamagedVaultError(VaultError):
    """A file whose content is not what was written; it is never shown as good, and never overwritten."""


class NewerVaultError(VaultError):
    """A file that a newer version of the app has written; it is whole, and is left untouched."""


class RefusedError(VaultError):
    """The system would not read or write; `reason` is its own word for why."""

    def __init__(self, sentence: str, reason: str) -> None:
        """Take the whole sentence, and the reason that stands in it."""
        super().__init__(sentence)
        self.reason = reason


class ChangedBehindError(VaultError):
    """Somebody else changed the file: theirs stays, and ours was written `beside` it."""

    def __init__(self, sentence: str, beside: Path) -> None:
        """Take the sentence, and where our check-ins are."""
        super().__init__(sentence)
        self.beside = beside
