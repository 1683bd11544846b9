"""My page: its form, the exact preview that is read beside it, and printing, saving and copying."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.my_page.document_output import DocumentOutput, Done
from evolve_desktop.gui.my_page.page_bar import PageBar
from evolve_desktop.gui.my_page.page_form import PageForm, UseForm
from evolve_desktop.gui.my_page.page_preview import PagePreview
from evolve_desktop.gui.my_page.paper_form import PaperForm
from evolve_desktop.gui.my_page.preview_renderer import PreviewRenderer
from evolve_desktop.gui.my_page.sheet_links import SheetLinks
from evolve_desktop.gui.services.documents import DocumentKind, Documents
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.focus import focus_first
from evolve_desktop.gui.widgets.labels import label, show_text
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

_PAUSE_MS = 150


class PageView(QWidget):
    """Prints, saves or copies one of the documents; while it or its preview is seen, that follows each change.

    The preview with its paper, and the bar, stand elsewhere in the window, which shows them.
    """

    def __init__(
        self, pack: Pack, session: Session, signals: SessionSignals, documents: Documents, output: DocumentOutput
    ) -> None:
        super().__init__()
        self._kind = DocumentKind.MY_PAGE
        self._documents = documents
        self._output = output
        self.bar = PageBar(f"{pack.page.before_hand_over} {pack.page.before_print}", session)
        self.bar.print_requested.connect(self.print_out)
        self.bar.save_requested.connect(self.save)
        self.bar.copy_requested.connect(self.copy)
        self._notices = {
            DocumentKind.FOR_ME: pack.page.for_me.notice,
            DocumentKind.WALLET_CARD: pack.help_lines.card_notice,
            DocumentKind.EMPTY_FORM: self.tr("An empty page to print once and fill in by hand, with no app."),
        }
        self._form = PageForm(pack, session)
        self._use = UseForm(pack.page, session)
        self.paper = PaperForm(session)
        self._notice = label()
        self.preview = PagePreview()
        self._renderer = PreviewRenderer()
        self._renderer.done.connect(self._on_rendered)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._render)
        self._links = SheetLinks(self.show_kind)
        self._build(pack.page.title)
        signals.refresh_when_seen(self, self._on_changed)
        signals.refresh_when_seen(self.preview, self._pause.start)
        self._refresh()

    @property
    def kind(self) -> DocumentKind:
        """The document that is shown."""
        return self._kind

    def show_kind(self, kind: DocumentKind) -> None:
        """Show another of the documents, with the focus on the way back; a screen reader says its notice there."""
        former, self._kind = self._kind, kind
        self.bar.tell("")
        self._refresh()
        self._render()
        if kind is not former and self.isVisible():
            self._links.focus_way_from(former, self._notices.get(kind, ""))

    def take_focus(self) -> None:
        """Focus the first field of My page, or the way back to it."""
        if self._kind is DocumentKind.MY_PAGE:
            focus_first(self._form)
        else:
            focus_first(self._links)

    def forget(self) -> None:
        """Empty the preview."""
        self._renderer.cancel()
        self.preview.show_pages((), "")
        self.bar.tell("")

    def print_out(self) -> None:
        """Print the document shown, and say whether it was printed."""
        self._tell(self._output.print_out(self._kind))

    def save(self) -> None:
        """Save the document shown as PDF, and say so."""
        self._tell(self._output.save(self._kind))

    def copy(self) -> None:
        """Copy the text of the document shown, and say so."""
        self._tell(self._output.copy(self._kind))

    def showEvent(self, event: QShowEvent) -> None:
        """Render the document when it is seen."""
        super().showEvent(event)
        self._render()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no work in the other thread."""
        self._pause.stop()
        self._renderer.cancel()
        super().hideEvent(event)

    def _tell(self, done: Done) -> None:
        self.bar.tell(done.sentence, done.file)

    def _build(self, title: str) -> None:
        form = ScrollPage(title)
        form.add(self._links, self._notice, self._form, self._use)
        form.body.addStretch(1)
        column(self, form)

    def _refresh(self) -> None:
        is_mine = self._kind is DocumentKind.MY_PAGE
        self._links.show_kind(self._kind)
        self.bar.show_sharing_advice(shown=is_mine)
        show_text(self._notice, self._notices.get(self._kind, ""))
        for part in (self._form, self._use):
            part.setVisible(is_mine)
        self._form.refresh()
        self._use.refresh(self._documents.earlier)
        self.paper.refresh()

    def _render(self) -> None:
        self._pause.stop()
        if self.isVisible() or self.preview.isVisible():
            self._renderer.render(self._documents.render_job(self._kind))

    def _on_changed(self) -> None:
        self.bar.tell("")
        if not self.isVisible():  # what was last seen may be what may not be shown any more
            self.forget()
        self._refresh()

    def _on_rendered(self) -> None:
        document = self._renderer.document
        if self._renderer.problem or document is None:
            self.bar.tell(self._renderer.problem)
            return
        self.preview.show_pages(document.pages, document.text)
        is_long = len(document.pages) > document.usual_pages and self._kind is DocumentKind.MY_PAGE
        self.bar.show_sides(len(document.pages), is_long=is_long)
