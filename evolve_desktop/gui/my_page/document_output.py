"""Confirms, then prints, saves or copies a document."""

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


def save_pdf(document: RenderedDocument, path: Path) -> bool:
    """Write the PDF and return whether it meets the standards; raises PageError if it cannot be written.

    An older file at the path stays until the new one is complete.
    """
    pdf = document.pdf()
    file = QSaveFile(str(path))
    is_written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(pdf.data) == len(pdf.data) and file.commit()
    if not is_written:
        msg = translate(
            "DocumentOutput", "The page was not saved: {reason}. Your answers are still here. Choose another place."
        )
        raise PageError(msg.format(reason=file.errorString()))
    return pdf.is_standard


def copy_text(document: RenderedDocument) -> None:
    """Put the text of the document on the clipboard."""
    QGuiApplication.clipboard().setText(document.text)


def clear_copied(text: str) -> None:
    """Empty the clipboard if it still holds this text, or something else that was copied in this app.

    X11 has a second clipboard, which holds whatever is merely selected.
    """
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() or (text and clipboard.text() == text):
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


class DocumentOutput(QObject):
    """Prints, saves and copies; each returns a sentence that says what was done, empty if the person cancelled.

    Dialogs stand before `window`. A failure is told in a dialog, and every answer stays as it is.
    """

    def __init__(
        self, window: QWidget, text: PageText, session: Session, documents: Documents, dialogs: Dialogs
    ) -> None:
        super().__init__(window)
        self._window = window
        self._text = text
        self._session = session
        self._documents = documents
        self._dialogs = dialogs
        self._copied = ""

    def print_out(self, kind: DocumentKind) -> str:
        """Ask, then open the system's print dialog for the document."""

        def hand_over(document: RenderedDocument) -> str:
            from evolve_desktop.gui.my_page.printing import print_document  # noqa: PLC0415  (loads what asks for printers)

            is_sent = print_document(self._window, document, self._session.check_in.plan.paper)
            return self.tr("Sent to the printer.") if is_sent else ""

        return self._try(kind, self.tr("Print now?"), self.tr("Print…"), hand_over)

    def print_code(self, code: str) -> None:
        """Print a recovery code; it is never written to a file, which would lie beside the vault it opens."""
        from evolve_desktop.gui.my_page.printing import print_document  # noqa: PLC0415  (loads what asks for printers)

        try:
            print_document(self._window, self._documents.recovery_code(code), self._session.check_in.plan.paper)
        except PageError as error:
            self._dialogs.tell(self._window, str(error))

    def save(self, kind: DocumentKind) -> str:
        """Ask, then write the PDF where the person says."""
        return self._try(kind, self.tr("Save now?"), self.tr("Save…"), lambda document: self._write(kind, document))

    def save_before_leaving(self) -> bool:
        """Save My page without a second question; return whether it was written."""
        return bool(
            self._try(DocumentKind.MY_PAGE, "", "", lambda document: self._write(DocumentKind.MY_PAGE, document))
        )

    def copy(self, kind: DocumentKind) -> str:
        """Put the text of the document on the clipboard."""

        def to_clipboard(document: RenderedDocument) -> str:
            copy_text(document)
            self._copied = document.text
            return self.tr("Copied. You can paste the words where you need them.")

        return self._try(kind, "", "", to_clipboard)

    def forget(self) -> None:
        """Remove from the clipboard what was copied in this app."""
        clear_copied(self._copied)
        self._copied = ""

    def _try(self, kind: DocumentKind, question: str, action: str, do: Callable[[RenderedDocument], str]) -> str:
        try:
            document = self._documents.render_job(kind)()
            if question and not self._dialogs.confirm_output(
                self._window, self._question(kind, document, question), action
            ):
                return ""
            return do(document)
        except PageError as error:
            self._dialogs.tell(self._window, str(error))
            return ""

    def _question(self, kind: DocumentKind, document: RenderedDocument, question: str) -> str:
        """Return the sentences to read before the document leaves the window, then the question."""
        sentences = [f"{self._text.before_print} {question}"]
        if self._documents.is_too_long(kind, document):
            sides = self.tr("This takes %n sides of paper. Nothing is cut.", "", len(document.pages))
            sentences.insert(0, sides)
        if kind is DocumentKind.MY_PAGE:
            sentences.append(self._text.before_hand_over)
        return "\n\n".join(sentences)

    def _write(self, kind: DocumentKind, document: RenderedDocument) -> str:
        path = self._dialogs.pdf_path(self._window, self._documents.file_name(kind))
        if path is None:
            return ""
        if save_pdf(document, path):
            return self.tr("Saved as {name}.").format(name=path.name)
        return self.tr(
            "Saved as {name}. A character on it has no font here: screen readers may stumble over it."
        ).format(name=path.name)
