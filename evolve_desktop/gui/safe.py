"""What the window needs of the vault room, which it never imports: app.py hands it over."""

from typing import Protocol

from evolve_desktop.checkin.answers import CheckIn


class Safe(Protocol):
    """Where check-ins are kept; every call may take a while, and may raise a UserFacingError that says what to do."""

    def save(self, check_ins: tuple[CheckIn, ...]) -> None:
        """Keep exactly these; they are on disk when it returns."""
