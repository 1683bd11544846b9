"""Prints a document as vectors, through the system's print dialog."""

from PySide6.QtCore import QByteArray, QCoreApplication, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.errors import PageError
from evolve_desktop.gui.services.ports import RenderedDocument

translate = QCoreApplication.translate
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def print_document(parent: QWidget, document: RenderedDocument, paper: Paper) -> bool:
    """Ask for a printer and print; return False if the person cancels. Raises PageError if printing cannot start.

    The printer is made only here, because making one asks the system's print service.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Notes")
    if not QPrintDialog(printer, parent).exec():
        return False
    draw(printer, document, paper)
    return True


def draw(printer: QPrinter, document: RenderedDocument, paper: Paper) -> None:
    """Draw every page of the document on the printer; raises PageError if printing cannot start."""
    layout = QPageLayout(QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    printer.setFullPage(True)
    printer.setPageLayout(layout)
    painter = QPainter()
    if not painter.begin(printer):
        raise PageError(
            translate(
                "Printing",
                "The printer did not answer. Your answers are still here. You can save the page as PDF instead.",
            )
        )
    for index, page in enumerate(document.pages):
        if index:
            printer.newPage()
        QSvgRenderer(QByteArray(page)).render(painter, QRectF(printer.pageRect(QPrinter.Unit.DevicePixel)))
    painter.end()
