"""The way out of the window: a sheet is asked about, then printed, saved or copied."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.page_text import PageText
from evolve_desktop.errors import PageError
from evolve_desktop.gui.output import clear_copied, copy_text, save_pdf
from evolve_desktop.gui.services.dialogs import Prompts
from evolve_desktop.gui.services.documents import SheetKind, Sheets
from evolve_desktop.gui.services.ports import Sheet


class Outlet(QObject):
    """Each way returns a sentence that says what was done, empty where the person would rather not.

    A failure is told in a dialog, and every answer stays as it is.
    """

    def __init__(self, window: QWidget, text: PageText, session: Session, sheets: Sheets, prompts: Prompts) -> None:
        """Take the window that dialogs stand before, and all that the sheets and the questions are made from."""
        super().__init__(window)
        self._window = window
        self._text = text
        self._session = session
        self._sheets = sheets
        self._prompts = prompts
        self._copied = ""

    def print_out(self, kind: SheetKind) -> str:
        """Ask, then hand the sheet to the system's print dialog."""

        def hand_over(sheet: Sheet) -> str:
            from evolve_desktop.gui.printing import print_sheet  # noqa: PLC0415  (loads what asks for printers)

            is_sent = print_sheet(self._window, sheet, self._session.check_in.plan.paper)
            return self.tr("Sent to the printer.") if is_sent else ""

        return self._try(kind, self.tr("Print now?"), self.tr("Print…"), hand_over)

    def print_code(self, code: str) -> None:
        """Hand a recovery code to the system's print dialog; never a file, which would lie beside what it opens."""
        from evolve_desktop.gui.printing import print_sheet  # noqa: PLC0415  (loads what asks for printers)

        try:
            print_sheet(self._window, self._sheets.recovery_code(code), self._session.check_in.plan.paper)
        except PageError as error:
            self._prompts.tell(self._window, str(error))

    def save(self, kind: SheetKind) -> str:
        """Ask, then write the PDF where the person says."""
        return self._try(kind, self.tr("Save now?"), self.tr("Save…"), lambda sheet: self._write(kind, sheet))

    def save_before_leaving(self) -> bool:
        """Write the page to bring without a second question; return whether it was written."""
        return bool(self._try(SheetKind.MY_PAGE, "", "", lambda sheet: self._write(SheetKind.MY_PAGE, sheet)))

    def copy(self, kind: SheetKind) -> str:
        """Put the words of the sheet on the clipboard."""

        def to_clipboard(sheet: Sheet) -> str:
            copy_text(sheet)
            self._copied = sheet.text
            return self.tr("Copied. You can paste the words where you need them.")

        return self._try(kind, "", "", to_clipboard)

    def forget(self) -> None:
        """Leave nothing of ours on the clipboard."""
        clear_copied(self._copied)
        self._copied = ""

    def _try(self, kind: SheetKind, question: str, action: str, do: Callable[[Sheet], str]) -> str:
        try:
            sheet = self._sheets.order(kind)()
            if question and not self._prompts.going_out(self._window, self._question(kind, sheet, question), action):
                return ""
            return do(sheet)
        except PageError as error:
            self._prompts.tell(self._window, str(error))
            return ""

    def _question(self, kind: SheetKind, sheet: Sheet, question: str) -> str:
        """Return what there is to know before the sheet leaves the window, then the question."""
        sentences = [f"{self._text.before_print} {question}"]
        if self._sheets.is_too_long(kind, sheet):
            sides = self.tr("This takes %n sides of paper. Nothing is cut.", "", len(sheet.pages))
            sentences.insert(0, sides)
        if kind is SheetKind.MY_PAGE:
            sentences.append(self._text.before_hand_over)
        return "\n\n".join(sentences)

    def _write(self, kind: SheetKind, sheet: Sheet) -> str:
        path = self._prompts.pdf_path(self._window, self._sheets.file_name(kind))
        if path is None:
            return ""
        if save_pdf(sheet, path):
            return self.tr("Saved as {name}.").format(name=path.name)
        return self.tr(
            "Saved as {name}. A character on it has no font here: screen readers may stumble over it."
        ).format(name=path.name)
