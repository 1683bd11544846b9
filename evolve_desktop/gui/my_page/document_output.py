"""Prints, saves or copies a document, and asks first about the unusual."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget

from evolve_desktop import files
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.page_text import PageText
from evolve_desktop.errors import PageError
from evolve_desktop.gui.services.desktop import name_of_folder
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.documents import DocumentKind, Documents
from evolve_desktop.gui.services.ports import RenderedDocument
from evolve_desktop.gui.widgets.clipboard import put_on_clipboard
from evolve_desktop.gui.widgets.localized import localized

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
        raise PageError(msg.format(reason=localized(files.reason_of(error)))) from error
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


class Done(msgspec.Struct, frozen=True):
    """A sentence that says what was done, empty if the person cancelled, and the file that was written, if any."""

    sentence: str = ""
    file: Path | None = None


class DocumentOutput(QObject):
    """Prints, saves and copies at once; a question comes first where something unusual goes out.

    Dialogs stand before `window`. A dialog tells of a failure, and every answer stays as it is.
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

    def print_out(self, kind: DocumentKind) -> Done:
        """Open the system's print dialog for the document."""
        return self._try(kind, self.tr("Print now?"), self.tr("Print…"), self._print)

    def print_code(self, code: str) -> str:
        """Print a recovery code; the app offers no file for it, which would lie beside the vault it opens."""
        try:
            return self._print(self._documents.recovery_code(code)).sentence
        except PageError as error:
            self._dialogs.tell(self._window, localized(error))
            return ""

    def save(self, kind: DocumentKind) -> Done:
        """Write the PDF where the person says."""
        return self._try(kind, self.tr("Save now?"), self.tr("Save…"), lambda document: self._write(kind, document))

    def save_before_leaving(self) -> bool:
        """Save My page without a second question; return whether it was written."""
        kind = DocumentKind.MY_PAGE
        return self._try(kind, "", "", lambda document: self._write(kind, document)).file is not None

    def copy(self, kind: DocumentKind) -> Done:
        """Put the text of the document on the clipboard."""

        def to_clipboard(document: RenderedDocument) -> Done:
            copy_text(document)
            self._copied = document.text
            return Done(self.tr("Copied. You can paste the words where you need them."))

        return self._try(kind, "", "", to_clipboard)

    def forget(self) -> None:
        """Remove from the clipboard what was copied in this app."""
        clear_copied(self._copied)
        self._copied = ""

    def _try(self, kind: DocumentKind, question: str, action: str, do: Callable[[RenderedDocument], Done]) -> Done:
        try:
            document = self._documents.render_job(kind)()
            if question and not self._may_go_out(kind, document, question, action):
                return Done()
            return do(document)
        except PageError as error:
            self._dialogs.tell(self._window, localized(error))
            return Done()

    def _may_go_out(self, kind: DocumentKind, document: RenderedDocument, question: str, action: str) -> bool:
        """Ask about a document with something unusual in it, which includes all of *For me only* and own contacts."""
        is_mine = kind is DocumentKind.MY_PAGE
        unusual = self._unusual(document) if is_mine else []
        if not unusual and (is_mine or kind is DocumentKind.EMPTY_FORM):
            return True
        sentences = [*unusual, f"{self._text.before_print} {question}"]
        if is_mine:
            sentences.append(self._text.before_hand_over)
        return self._dialogs.confirm_output(self._window, "\n\n".join(sentences), action)

    def _unusual(self, document: RenderedDocument) -> list[str]:
        """Return a sentence for everything unusual that goes out with My page."""
        plan = self._session.whole.plan
        sentences = []
        if self._documents.is_too_long(DocumentKind.MY_PAGE, document):
            sentences.append(self.tr("This takes %n sides of paper. Nothing is cut.", "", len(document.pages)))
        if plan.notes:
            sentences.append(self.tr("What you wrote in a private note is on it."))
        if plan.flags and self._text.raise_flags in document.text:  # else they stay off the page
            sentences.append(self.tr("A red flag that you ticked is on it."))
        return sentences

    def _print(self, document: RenderedDocument) -> Done:
        from evolve_desktop.gui.my_page.printing import print_document  # noqa: PLC0415  (loads what asks for printers)

        printed = print_document(self._window, document, self._session.check_in.plan.paper)
        if printed is None:
            return Done()
        if printed.file:
            return Done(self._saved(printed.file), printed.file)
        if not printed.printer:
            return Done(self.tr("Sent to the printer."))
        return Done(self.tr("Sent to the printer {name}.").format(name=printed.printer))

    def _write(self, kind: DocumentKind, document: RenderedDocument) -> Done:
        path = self._dialogs.pdf_path(self._window, self._documents.file_name(kind))
        if path is None:
            return Done()
        saved = save_pdf(document, path)
        sentences = [self._saved(path)]
        if not saved:
            sentences.append(self.tr("A character on it has no font here: screen readers may stumble over it."))
        return Done(" ".join(sentences), path)

    def _saved(self, path: Path) -> str:
        return self.tr("Saved as {name} in {folder}.").format(name=path.name, folder=name_of_folder(path))
