"""A print service that does not take a page is told, and one that takes it gets every copy."""

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

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
printer = QPrinter(QPrinter.PrinterMode.HighResolution)
printer.setPrinterName(sys.argv[1])
printer.setCopyCount(2)
try:
    print(print_pages(printer, renderer.empty_form(PagePlan()).pages))
except PageError as error:
    print(error)
"""

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "there is one")


def printed(socket: str, folder: Path) -> str:
    """Print an empty form twice, as the app does after its dialog; return what is said."""
    environment = {**os.environ, "CUPS_SERVER": socket, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    command = [sys.executable, "-c", PRINT, QUEUE]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip()


def test_a_queue_gets_every_copy_and_one_that_takes_no_pages_is_told(tmp_path: Path) -> None:
    with print_service() as service:
        assert printed(service.socket, tmp_path) == "Printed(file=None, printer='Paper')"
        with pikepdf.open(service.printed()) as pdf:
            assert len(pdf.pages) == 4  # two sides each
        refuse = ["cupsreject", "-h", service.socket, QUEUE]
        subprocess.run(refuse, check=True, timeout=30)
        told = printed(service.socket, tmp_path)
    assert told.startswith("The printer did not take the page: ")
    assert told.endswith("Your answers are still here. You can save the page as PDF.")
