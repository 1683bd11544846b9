"""What the window needs of the page room, which it never imports: app.py hands it over."""

from typing import Protocol

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts
from evolve_desktop.checkin.page_plan import PagePlan


class Pdf(Protocol):
    """A finished file; `is_standard` is false where a character no font can show made PDF/A and PDF/UA impossible."""

    @property
    def data(self) -> bytes:
        """The bytes of the file."""

    @property
    def is_standard(self) -> bool:
        """Whether it meets PDF/A-2a and PDF/UA-1."""


class Sheet(Protocol):
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


class Press(Protocol):
    """Makes the sheets; PageError where one cannot be typeset."""

    def my_page(self, check_in: CheckIn, earlier: CheckIn | None = None) -> Sheet:
        """Lay out the page to bring to therapy, after an `earlier` check-in if there is one."""

    def for_me_only(self, check_in: CheckIn, country_id: str, contacts: Contacts = ()) -> Sheet:
        """Lay out own contacts, help lines and next steps, for nobody else; an empty country prints all of them."""

    def empty_form(self, layout: PagePlan) -> Sheet:
        """Lay out the page with empty lines, to fill in by hand; of the plan only paper and print size count."""

    def recovery_code(self, code: str, layout: PagePlan) -> Sheet:
        """Lay out a recovery code; of the plan only paper and print size count."""
