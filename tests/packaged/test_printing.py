"""A page printed from the built single file comes out of a real print queue, word for word as it was saved."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.accessibility.bus import what_is_missing
from tests.packaged.desk import sitting_at
from tests.packaged.print_service import QUEUE, print_service, why_not
from tests.packaged.program import SECONDS
from tests.pdf import picture_of

WHY_NOT = what_is_missing() or why_not() or ("" if shutil.which("tesseract") else "not installed here: tesseract-ocr")

pytestmark = [pytest.mark.packaged, pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)]

TOPIC = "What happens when I say no"


def read(pdf: Path, folder: Path) -> str:
    """Read the page as an eye does: printed letters are drawn, not written."""
    picture = folder / f"{pdf.stem}.png"
    picture_of(pdf, 200).save(picture)
    seeing: list[str | Path] = ["tesseract", picture, "-", "--psm", "4"]
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # its threads wait for each other by spinning
    seen = subprocess.run(seeing, env=alone, capture_output=True, text=True, check=True, timeout=SECONDS)
    return " ".join(seen.stdout.split())


def test_what_the_printer_gives_out_reads_as_what_was_saved(tmp_path: Path) -> None:
    saved = tmp_path / "saved.pdf"
    with print_service() as service, sitting_at(tmp_path) as desk:
        program = desk.start(CUPS_SERVER=service.socket)
        desk.reader.choose("page tab", "My page")
        desk.reader.write("main-topic", TOPIC)
        words = desk.save_page(saved)
        desk.reader.press("print")
        desk.reader.answer("Print")
        desk.wait_for("told", lambda said: said == f"Sent to the printer {QUEUE}.")
        printed = service.printed().rename(tmp_path / "printed.pdf")
        program.terminate()
        program.communicate(timeout=SECONDS)
    assert program.returncode == 0
    assert TOPIC in words
    on_paper = read(printed, tmp_path)
    assert TOPIC in on_paper
    assert on_paper == read(saved, tmp_path)
