"""The sheet on a printer that writes a file: the system's real dialog, all it offers, and every step that can fail."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.errors import PageError
from evolve_desktop.gui.my_page.printing import Printed, print_document, print_pages
from evolve_desktop.gui.services.ports import Pdf, RenderedDocument
from tests.gui.dialogs import on_dialog, press_button, press_key, print_to
from tests.limits import no_file_larger_than
from tests.pdf import picture_of

LONG = "A long story.\n" * 100
SIZES = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}
only_qts_own_dialog = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has its own dialog")


@dataclass(frozen=True)
class Drawings:
    """A document with one line on each side, each at another height: to tell the sides apart takes no typesetting."""

    pages: tuple[bytes, ...]
    text: str = ""
    usual_pages: int = 1

    def pdf(self) -> Pdf:
        raise NotImplementedError


def side(height: int) -> bytes:
    """Return a side of paper with a line at this height."""
    line = f'<path d="M10 {height}H200" stroke="black"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297">{line}</svg>'.encode()


@pytest.fixture(scope="module")
def sheet(pack: Pack) -> Callable[[str], RenderedDocument]:
    """Lay out a page with this main topic, once."""
    renderer = DocumentRenderer(pack, resource_paths.resources() / "page", resource_paths.fonts())
    check_in = CheckIn(id="a", started=date(2026, 11, 24))
    return cache(lambda topic: renderer.my_page(check_in.with_plan(check_in.plan.with_main_topic(topic))))


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


def file_printer(path: Path, paper: QPageSize.PageSizeId, margin: float = 0) -> QPrinter:
    """Return a printer that writes a file, with this paper in it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    upright, edges = QPageLayout.Orientation.Portrait, QMarginsF(margin, margin, margin, margin)
    printer.setPageLayout(QPageLayout(QPageSize(paper), upright, edges, QPageLayout.Unit.Millimeter))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def choosing(choice: dict[str, int]) -> Callable[[QPrintDialog], None]:
    """Return what ticks boxes and sets numbers in the print dialog."""

    def choose(dialog: QPrintDialog) -> None:
        for name, value in choice.items():
            control = dialog.findChild(QWidget, name)
            assert isinstance(control, QAbstractButton | QSpinBox), name
            if isinstance(control, QSpinBox):
                control.setValue(value)
            else:
                control.setChecked(bool(value))

    return choose


def drawn(path: Path) -> list[int]:
    """Return a number for what is drawn on each page of a PDF: all of its lines and curves."""
    with pikepdf.open(path) as pdf:
        pages = [page.Contents.read_bytes().splitlines() for page in pdf.pages]
    return [hash(tuple(line for line in page if line.endswith((b" m", b" l", b" c")))) for page in pages]


def ink(path: Path) -> float:
    """Return the ink on the first page of a PDF, in black points of a picture of it."""
    return sum((255 - level) * points for level, points in enumerate(picture_of(path, 150).histogram())) / 255


def sizes_of(path: Path) -> list[tuple[int, ...]]:
    """Return the width and height of each page of a PDF, in points."""
    with pikepdf.open(path) as pdf:
        return [tuple(round(float(number)) for number in page.mediabox[2:]) for page in pdf.pages]


@only_qts_own_dialog
@pytest.mark.parametrize("paper", list(Paper))
def test_a_printed_page_is_drawn_on_the_paper_chosen(
    window: QWidget, sheet: Callable[[str], RenderedDocument], tmp_path: Path, paper: Paper
) -> None:
    on_dialog(QPrintDialog, print_to(tmp_path / "printed.pdf"))
    print_document(window, sheet("How we work together"), paper)
    assert sizes_of(tmp_path / "printed.pdf") == [SIZES[paper]]


@only_qts_own_dialog
def test_every_side_of_a_long_page_is_printed(
    window: QWidget, sheet: Callable[[str], RenderedDocument], tmp_path: Path
) -> None:
    long = sheet(LONG)
    on_dialog(QPrintDialog, print_to(tmp_path / "printed.pdf"))
    print_document(window, long, Paper.A4)
    assert sizes_of(tmp_path / "printed.pdf") == [SIZES[Paper.A4]] * len(long.pages)
    assert len(long.pages) > 1


@only_qts_own_dialog
@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"printRange": True, "from": 2, "to": 3}, [2, 3]),
        ({"copies": 2, "collate": True}, [1, 2, 3, 1, 2, 3]),
        ({"copies": 2, "collate": False}, [1, 1, 2, 2, 3, 3]),
        ({"reverse": True}, [3, 2, 1]),
        ({"printRange": True, "from": 1, "to": 2, "reverse": True, "copies": 2, "collate": True}, [2, 1, 2, 1]),
    ],
)
def test_range_copies_and_order_of_the_dialog_are_obeyed(
    window: QWidget, tmp_path: Path, choice: dict[str, int], expected: list[int]
) -> None:
    three = Drawings(tuple(map(side, (50, 150, 250))))
    print_pages(file_printer(tmp_path / "whole.pdf", QPageSize.PageSizeId.A4), three.pages)
    whole = drawn(tmp_path / "whole.pdf")
    assert len(set(whole)) == len(three.pages)
    on_dialog(QPrintDialog, print_to(tmp_path / "some.pdf", choosing(choice)))
    print_document(window, three, Paper.A4)
    assert [whole.index(page) + 1 for page in drawn(tmp_path / "some.pdf")] == expected


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A5, QPageSize.PageSizeId.Letter])
def test_other_paper_in_the_printer_is_used_and_nothing_is_cut(
    qapp: QApplication, sheet: Callable[[str], RenderedDocument], tmp_path: Path, size: QPageSize.PageSizeId
) -> None:
    assert qapp is not None
    print_pages(file_printer(tmp_path / "printed.pdf", size), sheet("How we work together").pages)
    (found,) = sizes_of(tmp_path / "printed.pdf")
    assert found == QPageSize(size).sizePoints().toTuple()


def test_wide_margins_of_the_dialog_make_the_sheet_smaller(
    qapp: QApplication, sheet: Callable[[str], RenderedDocument], tmp_path: Path
) -> None:
    assert qapp is not None
    pages, a4 = sheet("How we work together").pages, QPageSize.PageSizeId.A4
    for margin in (0, 3, 40):
        print_pages(file_printer(tmp_path / f"{margin}.pdf", a4, margin), pages)
    assert drawn(tmp_path / "3.pdf") == drawn(tmp_path / "0.pdf")
    assert drawn(tmp_path / "40.pdf") != drawn(tmp_path / "0.pdf")


@pytest.mark.parametrize("kind", ["my page", "empty form"])
def test_letters_and_lines_on_paper_are_as_thick_as_in_the_pdf(
    qapp: QApplication, renderer: DocumentRenderer, tmp_path: Path, kind: str
) -> None:
    assert qapp is not None
    check_in = CheckIn(id="a", started=date(2026, 11, 24))
    document = renderer.my_page(check_in) if kind == "my page" else renderer.empty_form(check_in.plan)
    print_pages(file_printer(tmp_path / "printed.pdf", QPageSize.PageSizeId.A4), document.pages)
    (tmp_path / "saved.pdf").write_bytes(document.pdf().data)
    assert ink(tmp_path / "printed.pdf") == pytest.approx(ink(tmp_path / "saved.pdf"), rel=0.1)


@only_qts_own_dialog
@pytest.mark.parametrize("answer", [press_button("Cancel"), press_key(Qt.Key.Key_Escape), QWidget.close])
def test_nothing_is_printed_where_the_dialog_was_cancelled(
    window: QWidget, sheet: Callable[[str], RenderedDocument], tmp_path: Path, answer: Callable[[QWidget], None]
) -> None:
    on_dialog(QPrintDialog, answer)
    assert print_document(window, sheet("How we work together"), Paper.A4) is None
    assert list(tmp_path.iterdir()) == []


@only_qts_own_dialog
def test_without_any_printer_the_dialog_still_prints_to_a_private_file(
    window: QWidget, sheet: Callable[[str], RenderedDocument], tmp_path: Path
) -> None:
    path = tmp_path / "printed.pdf"
    on_dialog(QPrintDialog, print_to(path))
    assert print_document(window, sheet("How we work together"), Paper.LETTER) == Printed(path)
    assert sizes_of(path) == [SIZES[Paper.LETTER]]
    assert path.stat().st_mode & 0o777 == 0o600


@only_qts_own_dialog
def test_a_full_disk_is_told_and_leaves_no_broken_file(
    window: QWidget, sheet: Callable[[str], RenderedDocument], tmp_path: Path
) -> None:
    on_dialog(QPrintDialog, print_to(tmp_path / "printed.pdf"))
    with no_file_larger_than(1000), pytest.raises(PageError) as told:
        print_document(window, sheet("How we work together"), Paper.A4)
    assert str(told.value).startswith("The page was not saved: ")
    assert str(told.value).endswith("Your answers are still here. Choose another place.")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_told_with_what_to_do(
    qapp: QApplication, sheet: Callable[[str], RenderedDocument], tmp_path: Path
) -> None:
    assert qapp is not None
    printer = file_printer(tmp_path / "gone" / "printed.pdf", QPageSize.PageSizeId.A4)
    with pytest.raises(PageError) as told:
        print_pages(printer, sheet("How we work together").pages)
    assert str(told.value).startswith("The page was not saved: ")


@pytest.mark.qt_log_ignore("QPainter|Cannot open|print", extend=True)
def test_a_printer_that_does_not_start_is_told_with_what_to_do(
    window: QWidget, sheet: Callable[[str], RenderedDocument]
) -> None:
    assert window.isVisible()
    printer = file_printer(Path(), QPageSize.PageSizeId.A4)
    printer.setOutputFileName("")  # there is no printer here, and no file either
    with pytest.raises(PageError) as told:
        print_pages(printer, sheet("How we work together").pages)
    assert str(told.value) == (
        "The printer did not answer. Your answers are still here. You can save the page as PDF instead."
    )


def test_a_range_without_pages_is_told(qapp: QApplication, sheet: Callable[[str], RenderedDocument]) -> None:
    assert qapp is not None
    printer = file_printer(Path("never.pdf"), QPageSize.PageSizeId.A4)
    printer.setFromTo(7, 9)
    with pytest.raises(PageError, match="There are no such pages, so nothing was printed"):
        print_pages(printer, sheet("How we work together").pages)
