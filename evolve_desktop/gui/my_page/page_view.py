"""My page: its switches beside a preview of exactly what will be printed, and the ways onto paper."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.my_page.document_output import DocumentOutput
from evolve_desktop.gui.my_page.page_form import PageForm, PaperForm, UseForm
from evolve_desktop.gui.my_page.preview_pane import PagePreview, PreviewFooter, PreviewPane
from evolve_desktop.gui.my_page.preview_renderer import PreviewRenderer
from evolve_desktop.gui.services.documents import DocumentKind, Documents
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.labels import label, show_text
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

_PAUSE_MS = 150


class PageView(QWidget):
    """Shows one of the three sheets, and sends the one that is shown out of the window."""

    def __init__(
        self, pack: Pack, session: Session, signals: SessionSignals, documents: Documents, outlet: DocumentOutput
    ) -> None:
        """Build the switches; a sheet is laid out whenever it is seen."""
        super().__init__()
        self._kind = DocumentKind.MY_PAGE
        self._sheets = documents
        self._outlet = outlet
        self._foot = PreviewFooter(pack.page.before_hand_over, session)
        self._foot.print_requested.connect(self.print_out)
        self._foot.save_requested.connect(self.save)
        self._foot.copy_requested.connect(self.copy)
        self._abouts = {
            DocumentKind.FOR_ME: pack.page.for_me.notice,
            DocumentKind.EMPTY_FORM: self.tr("An empty page to print once and fill in by hand, with no app."),
        }
        self._form = PageForm(pack, session)
        self._ending = UseForm(pack.page, session)
        self._paper = PaperForm(session)
        self._about = label()
        self._preview = PagePreview()
        self._layouter = PreviewRenderer()
        self._layouter.done.connect(self._on_laid_out)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._lay_out)
        self._choice = self._kinds()
        self._build(pack.page.title)
        signals.refresh_when_seen(self, self._on_changed)
        self._refresh()

    def show_kind(self, kind: DocumentKind) -> None:
        """Show another of the three sheets."""
        self._kind = kind
        self._foot.tell("")
        self._refresh()
        self._lay_out()

    def forget(self) -> None:
        """Leave no word in the preview."""
        self._layouter.finish()
        self._preview.show_pages((), "")
        self._foot.tell("")

    def print_out(self) -> None:
        """Print the sheet that is shown, and say what came of it."""
        self._foot.tell(self._outlet.print_out(self._kind))

    def save(self) -> None:
        """Save the sheet that is shown as PDF, and say what came of it."""
        self._foot.tell(self._outlet.save(self._kind))

    def copy(self) -> None:
        """Copy the words of the sheet that is shown, and say so."""
        self._foot.tell(self._outlet.copy(self._kind))

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the sheet out when it is seen."""
        super().showEvent(event)
        self._lay_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no work behind in the other thread."""
        self._pause.stop()
        self._layouter.finish()
        super().hideEvent(event)

    def _kinds(self) -> ChoiceRow:
        kinds = [
            (DocumentKind.MY_PAGE, self.tr("My page")),
            (DocumentKind.FOR_ME, self.tr("For me only")),
            (DocumentKind.EMPTY_FORM, self.tr("Empty form")),
        ]
        row = ChoiceRow("sheet", self.tr("Which sheet"), kinds, can_clear=False)
        row.chosen.connect(self._on_kind)
        return row

    def _build(self, title: str) -> None:
        switches = ScrollPage(title)
        for widget in (self._choice, self._about, self._form, self._ending, self._paper):
            switches.body.addWidget(widget)
        switches.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PreviewPane(switches, self._preview, self._foot))

    def _refresh(self) -> None:
        is_mine = self._kind is DocumentKind.MY_PAGE
        self._choice.show_value(self._kind)
        self._foot.show_hand_over(shown=is_mine)
        show_text(self._about, self._abouts.get(self._kind, ""))
        for part in (self._form, self._ending):
            part.setVisible(is_mine)
        self._form.refresh()
        self._ending.refresh(has_earlier=self._sheets.earlier is not None)
        self._paper.refresh()

    def _lay_out(self) -> None:
        self._pause.stop()
        if self.isVisible():
            self._layouter.take(self._sheets.order(self._kind))

    def _on_changed(self) -> None:
        self._foot.tell("")
        self._refresh()
        self._pause.start()

    def _on_kind(self) -> None:
        kind = self._choice.value
        if isinstance(kind, DocumentKind):
            self.show_kind(kind)

    def _on_laid_out(self) -> None:
        sheet = self._layouter.sheet
        if self._layouter.problem or sheet is None:
            self._foot.tell(self._layouter.problem)
            return
        self._preview.show_pages(sheet.pages, sheet.text)
        is_long = len(sheet.pages) > sheet.usual_pages and self._kind is DocumentKind.MY_PAGE
        self._foot.show_sides(len(sheet.pages), is_long=is_long)
