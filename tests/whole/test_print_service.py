"""A print service that does not take a page is told, and one that takes it gets every copy."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import LONG
from tests.packaged.print_service import QUEUE, print_service, why_not

PRINT = """
import sys
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from evolve_desktop import resource_paths
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.content.loader import load_pack
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.errors import PageError
from evolve_desktop.gui.my_page.printing import print_pages

app = QApplication([])
pack = load_pack(resource_paths.content_pack())
renderer = DocumentRenderer(pack, resource_paths.resources() / "page", resource_paths.fonts())
pages = renderer.empty_form(PagePlan()).pages
for queue in sys.stdin:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(queue.strip())
    printer.setCopyCount(2)
    try:
        print(print_pages(printer, pages), flush=True)
    except PageError as error:
        print(error, flush=True)
"""

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "there is one")


@contextmanager
def printing(socket: str, folder: Path) -> Iterator[Callable[[], str]]:
    """Yield what prints an empty form twice, as the app does after its dialog, and returns what is said."""
    environment = {**os.environ, "CUPS_SERVER": socket, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", PRINT], env=environment, stdin=pipe, stdout=pipe, text=True) as app:
        assert app.stdin is not None
        assert app.stdout is not None
        asked, told = app.stdin, app.stdout

        def printed() -> str:
            asked.write(f"{QUEUE}\n")
            asked.flush()
            return told.readline().strip()

        yield printed
        asked.close()
        assert app.wait(timeout=60) == 0


@LONG
def test_a_queue_gets_every_copy_and_one_that_takes_no_pages_is_told(tmp_path: Path) -> None:
    with print_service() as service, printing(service.socket, tmp_path) as printed:
        assert printed() == "Printed(file=None, printer='Paper')"
        with pikepdf.open(service.printed()) as pdf:
            assert len(pdf.pages) == 4  # two sides each
        refuse = ["cupsreject", "-h", service.socket, QUEUE]
        subprocess.run(refuse, check=True, timeout=30)
        told = printed()
    assert told.startswith("The printer did not take the page: ")
    assert told.endswith("Your answers are still here. You can save the page as PDF.")
