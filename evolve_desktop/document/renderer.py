"""Lays out documents: as PDF that screen readers can read, and as SVG for the preview and the printer."""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from evolve_desktop import packed_library
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.forms import build_empty_form, build_recovery_code_sheet
from evolve_desktop.document.model import Document
from evolve_desktop.document.my_page import build_my_page
from evolve_desktop.document.private_page import build_private_page
from evolve_desktop.document.text import document_text
from evolve_desktop.document.wallet_card import build_wallet_cards
from evolve_desktop.errors import PageError

if TYPE_CHECKING:
    import typst

_LAYOUTS_TO_FORGET = 40  # Typst drops whatever the last ten did not use
_LAYOUTS_TO_OVERWRITE = 4
_NOTHING = b""
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)  # PDF/A needs a date even for an empty form; today's would say too much


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF file; `is_standard` is True if it meets PDF/A-2a and PDF/UA-1."""

    data: bytes
    is_standard: bool


class Typesetter:
    """Lays out documents with the Typst template in a folder; a person's text reaches Typst as data, never as markup.

    `fonts` is the folder of the bundled typeface; what it cannot show comes from Typst's own and the system's. Equal
    documents give equal bytes. Nothing is written, and only template and fonts are read, not before the first document.
    """

    def __init__(self, template_folder: Path, fonts: Path) -> None:
        self._folder = template_folder
        self._fonts = fonts
        self._one_at_a_time = threading.Lock()  # Typst's compiler refuses a second thread: "Already borrowed"

    def pages(self, document: Document) -> tuple[bytes, ...]:
        """Return an SVG image of each side of paper; raise PageError if the layout fails."""
        return self._typeset(document, "svg")

    def pdf(self, document: Document) -> Pdf:
        """Return the PDF, without the standards if they refuse a character; raise PageError if the layout fails."""
        try:
            return Pdf(self._typeset(document, "pdf", ["a-2a", "ua-1"])[0], is_standard=True)
        except PageError:
            return Pdf(self._typeset(document, "pdf")[0], is_standard=False)

    def _typeset(
        self, document: Document, form: Literal["pdf", "svg"], standards: "list[typst.PDFStandard] | None" = None
    ) -> tuple[bytes, ...]:
        with self._one_at_a_time:
            packed_library.provide()
        import typst  # noqa: PLC0415  (30 ms and 68 MB that the first window does not need)

        started = document.started
        try:
            with self._one_at_a_time:
                made = self._compiler.compile(
                    self._template,
                    format=form,
                    sys_inputs={"sheet": msgspec.json.encode(document).decode()},
                    pdf_standards=standards or [],
                    timestamp=datetime.combine(started, time(), UTC) if started else _UNDATED,
                )
        except typst.TypstError as error:
            raise PageError(
                "The page could not be laid out. Your answers are still here. A shorter text may help."
            ) from error
        sides = made if isinstance(made, list) else [made]
        return tuple(side for side in sides if side is not None)  # None stands for "written to a file": never here

    def forget(self, document: Document) -> None:
        """Forget all but this document: Typst remembers parts of the last layouts until many others have followed.

        Empty pages follow first, which take no time; then this document does, in the memory that has become free.
        """
        with self._one_at_a_time:
            self.__dict__.pop("_compiler", None)
            packed_library.provide()
            for _ in range(_LAYOUTS_TO_FORGET):
                self._compiler.compile(_NOTHING, format="svg")
        for _ in range(_LAYOUTS_TO_OVERWRITE):
            self._typeset(document, "svg")

    @cached_property
    def _compiler(self) -> "typst.Compiler":
        import typst  # noqa: PLC0415  (see above)

        return typst.Compiler(root=self._folder, font_paths=[self._fonts])

    @cached_property
    def _template(self) -> bytes:
        return (self._folder / "page.typ").read_bytes()


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """A document laid out: an SVG image of each side, and how many sides it may take before the person is asked."""

    document: Document
    typesetter: Typesetter
    pages: tuple[bytes, ...]
    usual_pages: int

    @property
    def text(self) -> str:
        """The document as plain text."""
        return document_text(self.document)

    def pdf(self) -> Pdf:
        """Lay out the PDF; raise PageError if that fails."""
        return self.typesetter.pdf(self.document)


class DocumentRenderer:
    """Builds and lays out every kind of document, with one pack and one Typst template; raises PageError on failure.

    Nothing is ever shrunk or cut to fit: a long document has more sides.
    """

    def __init__(self, pack: Pack, template_folder: Path, fonts: Path) -> None:
        self._pack = pack
        self._typesetter = Typesetter(template_folder, fonts)

    def my_page(self, check_in: CheckIn, earlier: CheckIn | None = None) -> RenderedDocument:
        """Lay out My page; `earlier` is the previous check-in, if any."""
        return self._render(build_my_page(self._pack, check_in, earlier))

    def empty_form(self, layout: PagePlan) -> RenderedDocument:
        """Lay out My page and the checklist, empty, to fill in by hand; only paper and print size of `layout` count."""
        return self._render_freely(build_empty_form(self._pack, layout))

    def recovery_code(self, code: str, layout: PagePlan) -> RenderedDocument:
        """Lay out a recovery code; only paper and print size of `layout` are used."""
        return self._render(build_recovery_code_sheet(self._pack, code, layout))

    def for_me_only(self, check_in: CheckIn, country_id: str, contacts: Contacts = ()) -> RenderedDocument:
        """Lay out *For me only*, on as many sides as it takes."""
        return self._render_freely(build_private_page(self._pack, check_in, country_id, contacts))

    def wallet_card(self, check_in: CheckIn, country_id: str, contacts: Contacts = ()) -> RenderedDocument:
        """Lay out the wallet cards, on as many sides as it takes; of the check-in only day, paper and print count."""
        return self._render_freely(build_wallet_cards(self._pack, check_in, country_id, contacts))

    def forget(self) -> None:
        """Forget every document laid out so far."""
        self._typesetter.forget(build_empty_form(self._pack, PagePlan()))

    def _render_freely(self, document: Document) -> RenderedDocument:
        """Lay out a document whose length the person does not choose: any number of sides is usual."""
        pages = self._typesetter.pages(document)
        return RenderedDocument(document, self._typesetter, pages, usual_pages=len(pages))

    def _render(self, document: Document) -> RenderedDocument:
        pages = self._typesetter.pages(document)
        return RenderedDocument(document, self._typesetter, pages, usual_pages=2 if document.large_print else 1)
