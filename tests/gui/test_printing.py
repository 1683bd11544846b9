from datetime import date
from pathlib import Path

import pikepdf
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from evolve_desktop import assets
from evolve_desktop.checkin.answers import CheckIn
from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.printing import draw
from evolve_desktop.page.press import Press


def test_a_printed_page_is_drawn_on_the_paper_chosen(qapp: QApplication, pack: Pack, tmp_path: Path) -> None:
    assert qapp is not None
    path = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    check_in = CheckIn(id="a", started=date(2026, 11, 24))
    check_in = check_in.with_plan(check_in.plan.with_main_topic("How we work together"))
    draw(printer, Press(pack, assets.resources() / "page").my_page(check_in), Paper.LETTER)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1
        width, height = (round(float(number)) for number in pdf.pages[0].mediabox[2:])
        assert (width, height) == (612, 792)
