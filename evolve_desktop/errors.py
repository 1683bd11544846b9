"""What can go wrong through no fault of ours, said in a sentence the person can act on."""


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
