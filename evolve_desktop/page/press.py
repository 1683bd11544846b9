"""Makes the sheets for whoever shows and prints them: the page to bring, *For me only*, the form, a recovery code."""

from dataclasses import dataclass
from pathlib import Path

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.content.pack import Pack
from evolve_desktop.page.code_sheet import code_sheet
from evolve_desktop.page.empty_form import empty_form
from evolve_desktop.page.for_me import for_me_only
from evolve_desktop.page.plain_text import as_text
from evolve_desktop.page.summary import Summary, summary
from evolve_desktop.page.typesetting import Pdf, Typesetter


@dataclass(frozen=True, slots=True)
class Sheet:
    """One thing to print: an SVG document per side, and how many sides it may take before the person is asked."""

    summary: Summary
    typesetter: Typesetter
    pages: tuple[bytes, ...]
    usual_pages: int

    @property
    def text(self) -> str:
        """The same as plain text."""
        return as_text(self.summary)

    def pdf(self) -> Pdf:
        """Typeset the file; PageError where that fails."""
        return self.typesetter.pdf(self.summary)


class Press:
    """Lays out sheets with one pack and one template; PageError where a sheet cannot be made.

    Nothing is ever shrunk or cut to fit: a long sheet has more pages.
    """

    def __init__(self, pack: Pack, template_folder: Path) -> None:
        """Take the words, and the folder of the Typst template."""
        self._pack = pack
        self._typesetter = Typesetter(template_folder)

    def my_page(self, check_in: CheckIn, earlier: CheckIn | None = None) -> Sheet:
        """Lay out the page to bring to therapy: only what was written or ticked for it.

        `earlier` is the check-in before this one, if there is one.
        """
        return self._sheet(summary(self._pack, check_in, earlier))

    def empty_form(self, layout: PagePlan) -> Sheet:
        """Lay out the page with empty lines, to fill in by hand; of the plan only paper and print size count."""
        return self._sheet(empty_form(self._pack, layout))

    def recovery_code(self, code: str, layout: PagePlan) -> Sheet:
        """Lay out a recovery code; of the plan only paper and print size count."""
        return self._sheet(code_sheet(self._pack, code, layout))

    def for_me_only(self, check_in: CheckIn, country_id: str, contacts: Contacts = ()) -> Sheet:
        """Lay out own contacts, help lines and next steps, for nobody else; as many pages as they take."""
        words = for_me_only(self._pack, check_in, country_id, contacts)
        pages = self._typesetter.pages(words)
        return Sheet(words, self._typesetter, pages, usual_pages=len(pages))

    def _sheet(self, words: Summary) -> Sheet:
        return Sheet(words, self._typesetter, self._typesetter.pages(words), usual_pages=2 if words.large_print else 1)
