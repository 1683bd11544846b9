"""The sheet goes to a printer as vectors, through the system's own dialog."""

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


def print_sheet(parent: QWidget, sheet: RenderedDocument, paper: Paper) -> bool:
    """Ask for a printer and print; return whether the person did not cancel. PageError where printing cannot start.

    The printer is made only here, since making one asks the system's print service.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Notes")
    if not QPrintDialog(printer, parent).exec():
        return False
    draw(printer, sheet, paper)
    return True


def draw(printer: QPrinter, sheet: RenderedDocument, paper: Paper) -> None:
    """Draw every page of the sheet on the printer; PageError where printing cannot start."""
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
    for index, page in enumerate(sheet.pages):
        if index:
            printer.newPage()
        QSvgRenderer(QByteArray(page)).render(painter, QRectF(printer.pageRect(QPrinter.Unit.DevicePixel)))
    painter.end()
