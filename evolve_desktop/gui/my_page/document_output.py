"""Confirms, then prints, saves or copies a document."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget

from evolve_desktop import files
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.page_text import PageText
from evolve_desktop.errors import PageError
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.documents import DocumentKind, Documents
from evolve_desktop.gui.services.ports import RenderedDocument
from evolve_desktop.gui.widgets.clipboard import put_on_clipboard

translate = QCoreApplication.translate


def save_pdf(document: RenderedDocument, path: Path) -> bool:
    """Write the PDF, private, and return whether it meets the standards; raises PageError if it cannot be written.

    An older file at the path stays until the new one is complete.
    """
    pdf = document.pdf()
    try:
        files.write_atomically(path, pdf.data)
    except OSError as error:
        msg = translate(
            "DocumentOutput", "The page was not saved: {reason}. Your answers are still here. Choose another place."
        )
        raise PageError(msg.format(reason=error.strerror or type(error).__name__)) from error
    return pdf.is_standard


def copy_text(document: RenderedDocument) -> None:
    """Put the text of the document on the clipboard; raises PageError if it does not get there."""
    if not put_on_clipboard(document.text):
        raise PageError(
            translate(
                "DocumentOutput",
                "The words were not copied: another program is busy with the clipboard. Please try again in a moment.",
            )
        )


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
        return self._try(kind, self.tr("Print now?"), self.tr("Print…"), self._print)

    def print_code(self, code: str) -> str:
        """Print a recovery code; the app offers no file for it, which would lie beside the vault it opens."""
        try:
            return self._print(self._documents.recovery_code(code))
        except PageError as error:
            self._dialogs.tell(self._window, str(error))
            return ""

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

    def _print(self, document: RenderedDocument) -> str:
        from evolve_desktop.gui.my_page.printing import print_document  # noqa: PLC0415  (loads what asks for printers)

        printed = print_document(self._window, document, self._session.check_in.plan.paper)
        if printed is None:
            return ""
        return self._saved(printed.file) if printed.file else self.tr("Sent to the printer.")

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
            return self._saved(path)
        return self.tr(
            "Saved as {name}. A character on it has no font here: screen readers may stumble over it."
        ).format(name=path.name)

    def _saved(self, path: Path) -> str:
        return self.tr("Saved as {name}.").format(name=path.name)
