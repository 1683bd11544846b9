"""The way out of the window: a sheet is asked about, then printed, saved or copied."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QObject, QSaveFile
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.page_text import PageText
from evolve_desktop.errors import PageError
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.documents import DocumentKind, Documents
from evolve_desktop.gui.services.ports import RenderedDocument

translate = QCoreApplication.translate


def save_pdf(sheet: RenderedDocument, path: Path) -> bool:
    """Write the PDF and return whether it meets the standards; PageError says why it could not be written.

    What stood at the path before stays until the new file is complete.
    """
    pdf = sheet.pdf()
    file = QSaveFile(str(path))
    is_written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(pdf.data) == len(pdf.data) and file.commit()
    if not is_written:
        msg = translate(
            "DocumentOutput", "The page was not saved: {reason}. Your answers are still here. Choose another place."
        )
        raise PageError(msg.format(reason=file.errorString()))
    return pdf.is_standard


def copy_text(sheet: RenderedDocument) -> None:
    """Put the words of the sheet on the clipboard."""
    QGuiApplication.clipboard().setText(sheet.text)


def clear_copied(text: str) -> None:
    """Empty the clipboard where it still holds this text, or something else that was copied in this app.

    X11 has a second one, which takes whatever is merely selected.
    """
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() or (text and clipboard.text() == text):
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


class DocumentOutput(QObject):
    """Each way returns a sentence that says what was done, empty where the person would rather not.

    A failure is told in a dialog, and every answer stays as it is.
    """

    def __init__(
        self, window: QWidget, text: PageText, session: Session, documents: Documents, dialogs: Dialogs
    ) -> None:
        """Take the window that dialogs stand before, and all that the sheets and the questions are made from."""
        super().__init__(window)
        self._window = window
        self._text = text
        self._session = session
        self._sheets = documents
        self._dialogs = dialogs
        self._copied = ""

    def print_out(self, kind: DocumentKind) -> str:
        """Ask, then hand the sheet to the system's print dialog."""

        def hand_over(sheet: RenderedDocument) -> str:
            from evolve_desktop.gui.my_page.printing import print_sheet  # noqa: PLC0415  (loads what asks for printers)

            is_sent = print_sheet(self._window, sheet, self._session.check_in.plan.paper)
            return self.tr("Sent to the printer.") if is_sent else ""

        return self._try(kind, self.tr("Print now?"), self.tr("Print…"), hand_over)

    def print_code(self, code: str) -> None:
        """Hand a recovery code to the system's print dialog; never a file, which would lie beside what it opens."""
        from evolve_desktop.gui.my_page.printing import print_sheet  # noqa: PLC0415  (loads what asks for printers)

        try:
            print_sheet(self._window, self._sheets.recovery_code(code), self._session.check_in.plan.paper)
        except PageError as error:
            self._dialogs.tell(self._window, str(error))

    def save(self, kind: DocumentKind) -> str:
        """Ask, then write the PDF where the person says."""
        return self._try(kind, self.tr("Save now?"), self.tr("Save…"), lambda sheet: self._write(kind, sheet))

    def save_before_leaving(self) -> bool:
        """Write the page to bring without a second question; return whether it was written."""
        return bool(self._try(DocumentKind.MY_PAGE, "", "", lambda sheet: self._write(DocumentKind.MY_PAGE, sheet)))

    def copy(self, kind: DocumentKind) -> str:
        """Put the words of the sheet on the clipboard."""

        def to_clipboard(sheet: RenderedDocument) -> str:
            copy_text(sheet)
            self._copied = sheet.text
            return self.tr("Copied. You can paste the words where you need them.")

        return self._try(kind, "", "", to_clipboard)

    def forget(self) -> None:
        """Leave nothing of ours on the clipboard."""
        clear_copied(self._copied)
        self._copied = ""

    def _try(self, kind: DocumentKind, question: str, action: str, do: Callable[[RenderedDocument], str]) -> str:
        try:
            sheet = self._sheets.order(kind)()
            if question and not self._dialogs.going_out(self._window, self._question(kind, sheet, question), action):
                return ""
            return do(sheet)
        except PageError as error:
            self._dialogs.tell(self._window, str(error))
            return ""

    def _question(self, kind: DocumentKind, sheet: RenderedDocument, question: str) -> str:
        """Return what there is to know before the sheet leaves the window, then the question."""
        sentences = [f"{self._text.before_print} {question}"]
        if self._sheets.is_too_long(kind, sheet):
            sides = self.tr("This takes %n sides of paper. Nothing is cut.", "", len(sheet.pages))
            sentences.insert(0, sides)
        if kind is DocumentKind.MY_PAGE:
            sentences.append(self._text.before_hand_over)
        return "\n\n".join(sentences)

    def _write(self, kind: DocumentKind, sheet: RenderedDocument) -> str:
        path = self._dialogs.pdf_path(self._window, self._sheets.file_name(kind))
        if path is None:
            return ""
        if save_pdf(sheet, path):
            return self.tr("Saved as {name}.").format(name=path.name)
        return self.tr(
            "Saved as {name}. A character on it has no font here: screen readers may stumble over it."
        ).format(name=path.name)
