"""The sheet on a printer that writes a file: the system's real dialog, the paper, and a printer that does not start."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.errors import PageError
from evolve_desktop.gui.my_page.printing import draw, print_document
from evolve_desktop.gui.services.ports import RenderedDocument
from tests.gui.dialogs import on_dialog, press_button, press_key

SIZES = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}
only_qts_own_dialog = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has its own dialog")


@pytest.fixture
def sheet(pack: Pack) -> Callable[[str], RenderedDocument]:
    """Lay out a page with this main topic."""

    def lay_out(topic: str) -> RenderedDocument:
        check_in = CheckIn(id="a", started=date(2026, 11, 24))
        return DocumentRenderer(pack, resource_paths.resources() / "page").my_page(
            check_in.with_plan(check_in.plan.with_main_topic(topic))
        )

    return lay_out


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> QWidget:
    """Return a window on a computer that knows no printer at all."""
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:1")
    monkeypatch.setenv("HOME", str(tmp_path))
    built = QWidget()
    qtbot.addWidget(built)
    with qtbot.waitExposed(built):
        built.show()
    return built


def file_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def sizes_of(path: Path) -> list[tuple[int, ...]]:
    """Return the width and height of each page of a PDF, in points."""
    with pikepdf.open(path) as pdf:
        return [tuple(round(float(number)) for number in page.mediabox[2:]) for page in pdf.pages]


def print_to(path: Path) -> Callable[[QPrintDialog], None]:
    """Return what has the print dialog write a file."""

    def choose(dialog: QPrintDialog) -> None:
        printers = dialog.findChild(QComboBox, "printers")
        assert isinstance(printers, QComboBox)
        printers.setCurrentText("Print to File (PDF)")
        line = dialog.findChild(QLineEdit, "filename")
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, str(path))
        press_button("&Print")(dialog)

    return choose


@pytest.mark.parametrize("paper", list(Paper))
def test_a_printed_page_is_drawn_on_the_paper_chosen(
    qapp: QApplication, sheet: Callable[[str], RenderedDocument], tmp_path: Path, paper: Paper
) -> None:
    assert qapp is not None
    draw(file_printer(tmp_path / "printed.pdf"), sheet("How we work together"), paper)
    assert sizes_of(tmp_path / "printed.pdf") == [SIZES[paper]]


def test_every_side_of_a_long_page_is_printed(
    qapp: QApplication, sheet: Callable[[str], RenderedDocument], tmp_path: Path
) -> None:
    assert qapp is not None
    long = sheet("A long story.\n" * 60)
    draw(file_printer(tmp_path / "printed.pdf"), long, Paper.A4)
    assert sizes_of(tmp_path / "printed.pdf") == [SIZES[Paper.A4]] * len(long.pages)
    assert len(long.pages) > 1


@only_qts_own_dialog
@pytest.mark.parametrize("answer", [press_button("Cancel"), press_key(Qt.Key.Key_Escape), QWidget.close])
def test_nothing_is_printed_where_the_dialog_was_cancelled(
    window: QWidget, sheet: Callable[[str], RenderedDocument], tmp_path: Path, answer: Callable[[QWidget], None]
) -> None:
    on_dialog(QPrintDialog, answer)
    assert print_document(window, sheet("How we work together"), Paper.A4) is False
    assert list(tmp_path.iterdir()) == []


@only_qts_own_dialog
def test_without_any_printer_the_dialog_still_prints_to_a_file(
    window: QWidget, sheet: Callable[[str], RenderedDocument], tmp_path: Path
) -> None:
    on_dialog(QPrintDialog, print_to(tmp_path / "printed.pdf"))
    assert print_document(window, sheet("How we work together"), Paper.LETTER) is True
    assert sizes_of(tmp_path / "printed.pdf") == [SIZES[Paper.LETTER]]


@pytest.mark.qt_log_ignore("Cannot open|QPainter::begin|QPdf", extend=True)
def test_a_printer_that_does_not_start_is_told_with_what_to_do(
    qapp: QApplication, sheet: Callable[[str], RenderedDocument], tmp_path: Path
) -> None:
    assert qapp is not None
    printer = file_printer(tmp_path / "gone" / "printed.pdf")
    with pytest.raises(PageError) as told:
        draw(printer, sheet("How we work together"), Paper.A4)
    assert str(told.value) == (
        "The printer did not answer. Your answers are still here. You can save the page as PDF instead."
    )
