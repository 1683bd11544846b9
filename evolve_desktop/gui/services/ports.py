"""All that the window asks of the vault and of the document renderer, which it never imports: app.py passes them in."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.content.pack import Pack


class Backup(Protocol):
    """An earlier version of the vault's file."""

    @property
    def name(self) -> str:
        """The name that `restore` takes."""

    @property
    def written(self) -> datetime:
        """When it was written."""

    @property
    def check_ins(self) -> int | None:
        """How many check-ins it holds; None if it cannot be read without the passphrase."""

    @property
    def is_copy(self) -> bool:
        """Whether another program made it, and chose its name."""

    @property
    def can_be_restored(self) -> bool:
        """Whether it can be restored; a damaged one, or one of a newer version, cannot."""


class DiaryWriter(Protocol):
    """Saves the diary; this may take a while, and raises a UserFacingError that says what to do."""

    def save(self, diary: Diary) -> None:
        """Replace the saved diary; the new one is on the disk when this returns."""


class VaultPort(DiaryWriter, Protocol):
    """Stores the diary. A call may take a while, and raises a UserFacingError that says what to do.

    A `secret` is a passphrase or a recovery code, as the person typed it; `is_code` says that it is no passphrase.
    Empty for none.
    """

    @property
    def exists(self) -> bool:
        """Whether there is a vault."""

    @property
    def is_sealed(self) -> bool:
        """Whether it opens only with a passphrase; the file says so, not a setting."""

    @property
    def has_recovery_code(self) -> bool:
        """Whether it opens with a recovery code too."""

    @property
    def copies(self) -> Sequence[str]:
        """The names of the copies that other programs made, such as those that sync folders."""

    @property
    def foreign_copies(self) -> Sequence[str]:
        """The names of the earlier versions and copies that have another key, and keep it when the key is changed."""

    @property
    def wait_before_next_try(self) -> float:
        """Seconds to wait before the next passphrase, after wrong ones."""

    def create(self, diary: Diary, passphrase: str = "", *, with_code: bool = False) -> str:
        """Create the vault, encrypted unless the passphrase is empty; return the recovery code or an empty string."""

    def open(self, secret: str = "", *, is_code: bool = False) -> Diary:
        """Return the diary."""

    @property
    def has_unsaved(self) -> bool:
        """Whether it holds, or `open` returned, changes that could not be saved and are not in the file yet."""

    @property
    def would_lose_unsaved(self) -> bool:
        """Whether such changes are held in memory only."""

    def hold(self, diary: Diary) -> None:
        """Seal and hold a diary that could not be saved; the next `open` returns it."""

    def write_unsaved(self) -> None:
        """Try once more to write a diary to the disk that is held in memory only."""

    def back_up_unsaved(self, path: Path) -> None:
        """Write the held diary as one file, locked like the vault."""

    def lock(self) -> None:
        """Forget the key; a held diary stays."""

    def set_passphrase(self, passphrase: str, *, with_code: bool = False) -> str:
        """Encrypt everything with a new key; return its recovery code or an empty string. An older code ends."""

    def remove_passphrase(self) -> None:
        """Rewrite everything without encryption."""

    def new_recovery_code(self, passphrase: str) -> str:
        """Return a new recovery code beside the same passphrase; the code before it opens nothing any more."""

    def backups(self, secret: str = "", *, is_code: bool = False) -> Sequence[Backup]:
        """Return the backups, newest first; a secret opens those that the present key does not."""

    def restore(self, name: str, secret: str = "", *, is_code: bool = False) -> Diary:
        """Put a backup in the place of the file, which becomes a backup itself; return its diary."""

    def back_up(self, path: Path) -> None:
        """Write one file that holds everything, locked like the vault."""

    def restore_from(self, path: Path, secret: str = "", *, is_code: bool = False) -> Diary:
        """Restore a file that `back_up` wrote; return its diary."""

    def export_json(self, diary: Diary, path: Path) -> None:
        """Write the diary as JSON; the vault does not change."""

    def export_text(self, diary: Diary, pack: Pack, path: Path) -> None:
        """Write the diary as text to read; the vault does not change."""

    def import_json(self, diary: Diary, path: Path) -> Diary:
        """Return the diary with an exported file's check-ins and contacts added."""

    def set_aside(self) -> None:
        """Give a file that cannot be opened another name, which makes room for a new one."""

    def erase(self) -> None:
        """Remove everything that was ever saved here."""


class Pdf(Protocol):
    """A finished file; `is_standard` is false if a character that no font can show made PDF/A and PDF/UA impossible."""

    @property
    def data(self) -> bytes:
        """The bytes of the file."""

    @property
    def is_standard(self) -> bool:
        """Whether it meets PDF/A-2a and PDF/UA-1."""


class RenderedDocument(Protocol):
    """A document with its pages as SVG, for the preview and the printer, and its words."""

    @property
    def pages(self) -> tuple[bytes, ...]:
        """One SVG document a side of paper."""

    @property
    def text(self) -> str:
        """The document as plain text."""

    @property
    def usual_pages(self) -> int:
        """How many sides it may take before the person is asked."""

    def pdf(self) -> Pdf:
        """Typeset the file; raises PageError if that fails."""


class RendererPort(Protocol):
    """Renders documents; raises PageError if one cannot be typeset."""

    def my_page(self, check_in: CheckIn, earlier: CheckIn | None = None) -> RenderedDocument:
        """Render the page to bring to therapy; `earlier` is the check-in before this one."""

    def for_me_only(self, check_in: CheckIn, country_id: str, contacts: Contacts = ()) -> RenderedDocument:
        """Render contacts, help lines and next steps for the person alone; an empty country prints every country."""

    def wallet_card(self, check_in: CheckIn, country_id: str, contacts: Contacts = ()) -> RenderedDocument:
        """Render cards of help lines and contacts to cut out; of the check-in only its day and its paper count."""

    def forget(self) -> None:
        """Forget every document laid out so far."""

    def empty_form(self, layout: PagePlan) -> RenderedDocument:
        """Render the page with empty lines, to fill in by hand; only paper and print size of the plan count."""

    def recovery_code(self, code: str, layout: PagePlan) -> RenderedDocument:
        """Render a recovery code; only paper and print size of the plan count."""
