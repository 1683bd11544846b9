"""What the window needs of the vault room, which it never imports: app.py hands it over."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.page_plan import PagePlan


class Backup(Protocol):
    """An earlier copy of what is kept; `check_ins` is None where it cannot be counted without the passphrase."""

    @property
    def name(self) -> str:
        """What `restore` is told."""

    @property
    def written(self) -> datetime:
        """When it was written."""

    @property
    def check_ins(self) -> int | None:
        """How many check-ins it holds."""

    @property
    def can_be_restored(self) -> bool:
        """Whether it can come back; a damaged one, or one of a newer version, cannot."""


class DiaryWriter(Protocol):
    """What saves; it may take a while, and raises a UserFacingError that says what to do."""

    def save(self, kept: Diary) -> None:
        """Keep exactly this; it is on disk when it returns."""


class VaultPort(DiaryWriter, Protocol):
    """Where all that is kept is. A call may take a while, and raises a UserFacingError that says what to do.

    A `secret` is a passphrase, or a recovery code as somebody typed it from paper; empty for none.
    """

    @property
    def exists(self) -> bool:
        """Whether anything is kept."""

    @property
    def is_sealed(self) -> bool:
        """Whether it opens only with a passphrase; what the file says, not a setting."""

    @property
    def has_recovery_code(self) -> bool:
        """Whether it opens with a recovery code too."""

    @property
    def wait_before_next_try(self) -> float:
        """How many seconds the next passphrase should wait, after wrong ones."""

    def keep(self, kept: Diary, passphrase: str, *, with_code: bool) -> str:
        """Begin to keep, encrypted unless the passphrase is empty; return the recovery code, or nothing."""

    def open(self, secret: str, *, is_code: bool = False) -> Diary:
        """Return what is kept."""

    def lock(self) -> None:
        """Forget the key."""

    def set_passphrase(self, passphrase: str, *, with_code: bool) -> str:
        """Encrypt everything with a new key; return its recovery code, or nothing."""

    def remove_passphrase(self) -> None:
        """Keep without encryption from now on."""

    def new_recovery_code(self, passphrase: str) -> str:
        """Return a new recovery code; the one before opens nothing any more."""

    def backups(self, secret: str = "", *, is_code: bool = False) -> Sequence[Backup]:
        """Return the copies there are, the newest first."""

    def restore(self, name: str, secret: str = "", *, is_code: bool = False) -> Diary:
        """Put a listed copy in the place of what is kept, which stays as a copy itself; return what it holds."""

    def back_up(self, path: Path) -> None:
        """Write one file that holds everything, locked as it is here."""

    def restore_from(self, path: Path, secret: str, *, is_code: bool = False) -> Diary:
        """Take everything out of a backup; return what it holds."""

    def export_json(self, kept: Diary, path: Path) -> None:
        """Write it as JSON; nothing here changes."""

    def export_text(self, kept: Diary, path: Path) -> None:
        """Write it as text to read; nothing here changes."""

    def import_json(self, kept: Diary, path: Path) -> Diary:
        """Return it with what an exported file holds added."""

    def set_aside(self) -> None:
        """Give a file that nobody can open another name, so that there is room for a new one."""

    def erase(self) -> None:
        """Remove everything that was ever kept here."""


class Pdf(Protocol):
    """A finished file; `is_standard` is false where a character no font can show made PDF/A and PDF/UA impossible."""

    @property
    def data(self) -> bytes:
        """The bytes of the file."""

    @property
    def is_standard(self) -> bool:
        """Whether it meets PDF/A-2a and PDF/UA-1."""


class RenderedDocument(Protocol):
    """One thing to print: its pages as SVG for the preview and the printer, and its words."""

    @property
    def pages(self) -> tuple[bytes, ...]:
        """An SVG document per side of paper."""

    @property
    def text(self) -> str:
        """The same as plain text."""

    @property
    def usual_pages(self) -> int:
        """How many sides it may take before the person is asked."""

    def pdf(self) -> Pdf:
        """Typeset the file; PageError where that fails."""


class DocumentRenderer(Protocol):
    """Makes the sheets; PageError where one cannot be typeset."""

    def my_page(self, check_in: CheckIn, earlier: CheckIn | None = None) -> RenderedDocument:
        """Lay out the page to bring to therapy, after an `earlier` check-in if there is one."""

    def for_me_only(self, check_in: CheckIn, country_id: str, contacts: Contacts = ()) -> RenderedDocument:
        """Lay out own contacts, help lines and next steps, for nobody else; an empty country prints all of them."""

    def empty_form(self, layout: PagePlan) -> RenderedDocument:
        """Lay out the page with empty lines, to fill in by hand; of the plan only paper and print size count."""

    def recovery_code(self, code: str, layout: PagePlan) -> RenderedDocument:
        """Lay out a recovery code; of the plan only paper and print size count."""
