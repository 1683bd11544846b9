"""A summary becomes a PDF that screen readers can read, and SVG pages for the preview and the printer."""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.forms import code_sheet, empty_form
from evolve_desktop.document.model import Document
from evolve_desktop.document.my_page import summary
from evolve_desktop.document.private_page import for_me_only
from evolve_desktop.document.text import as_text
from evolve_desktop.errors import PageError

if TYPE_CHECKING:
    import typst


_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)  # PDF/A wants a date even of an empty form; today's would say too much


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file; `is_standard` says whether it meets PDF/A-2a and PDF/UA-1."""

    data: bytes
    is_standard: bool


class Typesetter:
    """Typesets with the Typst template in a folder; what a person typed reaches it as data, never as markup.

    The same words give the same bytes. Nothing is written, and beside the template and the fonts nothing is read.
    """

    def __init__(self, template_folder: Path) -> None:
        """Take the folder; it is read when the first sheet is typeset."""
        self._folder = template_folder
        self._one_at_a_time = threading.Lock()  # Typst's compiler refuses a second thread: "Already borrowed"

    def pages(self, summary: Document) -> tuple[bytes, ...]:
        """Return an SVG document per side of paper; PageError where the sheet cannot be laid out."""
        return self._typeset(summary, "svg")

    def pdf(self, summary: Document) -> Pdf:
        """Return the file, without the standards where they refuse a character; PageError where there can be none."""
        try:
            return Pdf(self._typeset(summary, "pdf", ["a-2a", "ua-1"])[0], is_standard=True)
        except PageError:
            return Pdf(self._typeset(summary, "pdf")[0], is_standard=False)

    def _typeset(
        self, summary: Document, form: Literal["pdf", "svg"], standards: "list[typst.PDFStandard] | None" = None
    ) -> tuple[bytes, ...]:
        import typst  # noqa: PLC0415  (30 ms and 68 MB that the first window can do without)

        started = summary.started
        try:
            with self._one_at_a_time:
                made = self._compiler.compile(
                    self._template,
                    format=form,
                    sys_inputs={"sheet": msgspec.json.encode(summary).decode()},
                    pdf_standards=standards or [],
                    timestamp=datetime.combine(started, time(), UTC) if started else _UNDATED,
                )
        except typst.TypstError as error:
            raise PageError(
                "The page could not be laid out. Your answers are still here. A shorter text may help."
            ) from error
        sides = made if isinstance(made, list) else [made]
        return tuple(side for side in sides if side is not None)  # None stands for "written to a file": never here

    @cached_property
    def _compiler(self) -> "typst.Compiler":
        import typst  # noqa: PLC0415  (see above)

        return typst.Compiler(root=self._folder)

    @cached_property
    def _template(self) -> bytes:
        return (self._folder / "page.typ").read_bytes()


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """One thing to print: an SVG document per side, and how many sides it may take before the person is asked."""

    summary: Document
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


class DocumentRenderer:
    """Lays out sheets with one pack and one template; PageError where a sheet cannot be made.

    Nothing is ever shrunk or cut to fit: a long sheet has more pages.
    """

    def __init__(self, pack: Pack, template_folder: Path) -> None:
        """Take the words, and the folder of the Typst template."""
        self._pack = pack
        self._typesetter = Typesetter(template_folder)

    def my_page(self, check_in: CheckIn, earlier: CheckIn | None = None) -> RenderedDocument:
        """Lay out the page to bring to therapy: only what was written or ticked for it.

        `earlier` is the check-in before this one, if there is one.
        """
        return self._sheet(summary(self._pack, check_in, earlier))

    def empty_form(self, layout: PagePlan) -> RenderedDocument:
        """Lay out the page with empty lines, to fill in by hand; of the plan only paper and print size count."""
        return self._sheet(empty_form(self._pack, layout))

    def recovery_code(self, code: str, layout: PagePlan) -> RenderedDocument:
        """Lay out a recovery code; of the plan only paper and print size count."""
        return self._sheet(code_sheet(self._pack, code, layout))

    def for_me_only(self, check_in: CheckIn, country_id: str, contacts: Contacts = ()) -> RenderedDocument:
        """Lay out own contacts, help lines and next steps, for nobody else; as many pages as they take."""
        words = for_me_only(self._pack, check_in, country_id, contacts)
        pages = self._typesetter.pages(words)
        return RenderedDocument(words, self._typesetter, pages, usual_pages=len(pages))

    def _sheet(self, words: Document) -> RenderedDocument:
        return RenderedDocument(
            words, self._typesetter, self._typesetter.pages(words), usual_pages=2 if words.large_print else 1
        )
