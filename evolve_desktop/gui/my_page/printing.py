"""Prints a document as vectors, as the system's print dialog says, and checks every step of it."""

import ctypes
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from evolve_desktop import files
from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.errors import PageError
from evolve_desktop.gui.services.dialogs import show_until_answered
from evolve_desktop.gui.services.ports import RenderedDocument
from evolve_desktop.gui.widgets.localized import localized

translate = QCoreApplication.translate
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
_OWN_EDGE_MM = 16.0  # the sheet's own white edge: a margin up to that takes nothing away
_FAILED_STATES = {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}
_FIRST_IPP_ERROR = 0x400  # RFC 8011, appendix B.1


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a document went: to a printer, by its name if it has one, or into a file."""

    file: Path | None = None
    printer: str = ""


def print_document(parent: QWidget, document: RenderedDocument, paper: Paper) -> Printed | None:
    """Ask for a printer and print; return None if the person cancels. Raises PageError if a step of it fails.

    The printer is made only here, because making one asks the system's print service. Several pages on a side, both
    sides and margins of the device are the print service's work; the rest of what the dialog offers is done here.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(translate("Printing", "Notes"))
    printer.setPageLayout(_layout(QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(document.pages))
    several = QAbstractPrintDialog.PrintDialogOption.PrintPageRange
    dialog.setOption(several, len(document.pages) > 1)
    if not show_until_answered(dialog):
        return None
    return print_pages(printer, document.pages)


def print_pages(printer: QPrinter, pages: Sequence[bytes]) -> Printed:
    """Print SVG pages as the printer is set up; raises PageError if a step fails.

    A file is made in memory and replaces an older one once it is wholly on the disk: Qt would leave half of one.
    """
    chosen = _in_order(printer, _in_range(printer, pages))
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
        path = Path(printer.outputFileName())
        _write(path, _as_pdf(printer, chosen))
        return Printed(path)
    area = _area(printer)
    printer.setFullPage(True)
    printer.setPageLayout(_layout(printer.pageLayout().pageSize(), printer.pageLayout().orientation()))
    _draw(printer, chosen, area)
    if printer.printerState() in _FAILED_STATES:
        raise _no_answer()
    if reason := _refusal_by_cups():
        msg = translate(
            "Printing",
            "The printer did not take the page: {reason}. Your answers are still here. You can save the page as PDF.",
        )
        raise PageError(msg.format(reason=reason.rstrip(".")))
    return Printed(printer=printer.printerName())


def _refusal_by_cups() -> str:
    """Return why the print service did not take the last job, which Qt does not ask; empty if it did.

    Only Linux is asked: elsewhere the system tells the person itself. The library is the one Qt has just used.
    """
    if sys.platform != "linux":
        return ""
    try:
        cups = ctypes.CDLL("libcups.so.2")
    except OSError:
        return ""
    cups.cupsLastErrorString.restype = ctypes.c_char_p
    if cups.cupsLastError() < _FIRST_IPP_ERROR:
        return ""
    return (cups.cupsLastErrorString() or b"?").decode(errors="replace")


def _layout(size: QPageSize, orientation: QPageLayout.Orientation) -> QPageLayout:
    return QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0))


def _in_range(printer: QPrinter, pages: Sequence[bytes]) -> Sequence[bytes]:
    """Return the pages of the range that was asked for; raises PageError if there are none."""
    ranges = printer.pageRanges()
    found = [page for number, page in enumerate(pages, 1) if ranges.isEmpty() or ranges.contains(number)]
    if not found:
        raise PageError(
            translate(
                "Printing", "There are no such pages, so nothing was printed. Choose other pages, or all of them."
            )
        )
    return found


def _in_order(printer: QPrinter, pages: Sequence[bytes]) -> Sequence[bytes]:
    """Return the pages in the order asked for, as many times as asked for where the printer does not repeat them."""
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages = pages[::-1]
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return [page for _ in range(copies) for page in pages]
    return [page for page in pages for _ in range(copies)]


def _area(printer: QPrinter) -> QRect:
    """Return the place of the sheet in dots: the whole paper, or within margins wider than the sheet's own edge."""
    layout = printer.pageLayout()
    margins = layout.margins(QPageLayout.Unit.Millimeter)
    is_wide = max(margins.left(), margins.top(), margins.right(), margins.bottom()) > _OWN_EDGE_MM
    dots = printer.resolution()
    return layout.paintRectPixels(dots) if is_wide else layout.fullRectPixels(dots)


def _as_pdf(printer: QPrinter, pages: Sequence[bytes]) -> bytes:
    """Return the pages as a PDF set up like the printer; raises PageError if a step fails."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(translate("Printing", "Notes"))
    writer.setResolution(printer.resolution())
    writer.setPageLayout(_layout(printer.pageLayout().pageSize(), printer.pageLayout().orientation()))
    if printer.colorMode() is QPrinter.ColorMode.GrayScale:
        writer.setColorModel(QPdfWriter.ColorModel.Grayscale)
    _draw(writer, pages, _area(printer))
    return bytes(buffer.data().data())


def _write(path: Path, data: bytes) -> None:
    """Write the PDF, completely or not at all; raises PageError if the system refuses."""
    try:
        files.write_atomically(path, data)
    except OSError as error:
        msg = translate(
            "DocumentOutput", "The page was not saved: {reason}. Your answers are still here. Choose another place."
        )
        raise PageError(msg.format(reason=localized(files.reason_of(error)))) from error


def _draw(device: QPrinter | QPdfWriter, pages: Sequence[bytes], area: QRect) -> None:
    """Draw every page in the middle of the area, as large as fits; raises PageError if a step fails."""
    painter = QPainter()
    if not painter.begin(device):
        raise _no_answer()
    for index, page in enumerate(pages):
        sheet = QSvgRenderer(QByteArray(_without_outlines(page)))
        if not sheet.isValid() or (index and not device.newPage()):
            painter.end()
            raise _no_answer()
        sheet.render(painter, _middle(sheet.viewBoxF().size(), QRectF(area)))
    if not painter.end():
        raise _no_answer()


def _without_outlines(page: bytes) -> bytes:
    """Return the SVG page with every stroke marked as seen or unseen.

    Qt draws what has no stroke with a pen that has no brush: on paper, not on screen, that is a black edge of a point
    around every letter.
    """
    page = page.replace(b' stroke="none"', b"").replace(b' stroke="', b' stroke-opacity="1" stroke="')
    return page.replace(b"<svg ", b'<svg stroke-opacity="0" ', 1)


def _middle(size: QSizeF, area: QRectF) -> QRectF:
    size = size.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(area.center())
    return place


def _no_answer() -> PageError:
    return PageError(
        translate(
            "Printing", "The printer did not answer. Your answers are still here. You can save the page as PDF instead."
        )
    )
