"""A PDF as PDFium reads and draws it, which is in many browsers: another program than the one that made it."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it says nothing of types
from PIL.Image import Image


def words_of(pdf: Path | bytes) -> str:
    """Return the words of all pages, with single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    words = [word for page in document for word in page.get_textpage().get_text_range().split()]
    document.close()
    return " ".join(words)


def picture_of(pdf: Path, dots_per_inch: int) -> Image:
    """Return the first page in grey."""
    document = pypdfium2.PdfDocument(pdf)
    picture: Image = document[0].render(scale=dots_per_inch / 72, grayscale=True).to_pil()
    document.close()
    return picture
