"""A table of texts shows all its columns, whatever the size and the direction of the text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop import resource_paths
from evolve_desktop.gui.services.theme import ThemeStyler
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.reading_table import ReadingTable
from evolve_desktop.settings import Preferences, Settings
from tests.gui.fits import cuts

DAYS = ("الثلاثاء، 17 نوفمبر 2026", "الثلاثاء، 24 نوفمبر 2026")


@pytest.fixture(autouse=True)
def _arabic(qapp: QApplication) -> Iterator[None]:
    """Have Arabic typefaces, whose widest letter is wider than a column."""
    font, locale = qapp.font(), QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Arabic))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.setFont(font)
    QLocale.setDefault(locale)


def test_in_the_largest_text_the_last_column_is_not_pushed_out(qapp: QApplication, qtbot: QtBot) -> None:
    window, table = QWidget(), ReadingTable("مقارنة يومين", "comparison")
    qtbot.addWidget(window)
    column(window, table)
    ThemeStyler(qapp, window, Preferences(Settings(text_percent=200)), resource_paths.resources(), views=list).apply()
    table.show_rows(("العبارة", *DAYS), [("أقول ذلك عندما أشعر بالتوتر أو الحيرة من العلاج.", "ليس بعد", "غالباً")])
    window.resize(640, 600)
    with qtbot.waitExposed(window):
        window.show()
    assert table.columnCount() == 3
    assert cuts(window) == []
