"""What the running app writes is private, also what Qt writes for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PRINTS = """
import os, sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from evolve_desktop import app, cli, resource_paths
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.content.loader import load_pack
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.gui.my_page.printing import print_pages

make_application = app.application

def print_to_file():
    pack = load_pack(resource_paths.content_pack())
    renderer = DocumentRenderer(pack, resource_paths.resources() / "page", resource_paths.fonts())
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(Path(sys.argv[2]) / "mine.pdf"))
    print_pages(printer, renderer.my_page(CheckIn(id="a", started=date(2026, 11, 24))).pages)
    QApplication.exit(0)

def application():
    made = make_application()
    QTimer.singleShot(0, print_to_file)
    return made

app.application = application
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_page_that_is_printed_to_a_file_is_private(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PRINTS, "--data-dir", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    printed = subprocess.run(
        command, env=environment, capture_output=True, text=True, umask=0o022, check=False, timeout=60
    )
    assert printed.returncode == 0, printed.stderr
    assert {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {"mine.pdf": 0o600}
