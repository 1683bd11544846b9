"""The preview of the sheet finds its place at every size, and can be read to its end."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.my_page.page_preview import PagePreview
from tools.window_tour import LayoutRequests

_A4 = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210" height="297"/>'


@pytest.mark.parametrize("sides", [1, 2])
def test_where_a_scroll_bar_just_comes_or_goes_the_sheet_comes_to_rest_and_nothing_of_it_is_cut(
    qapp: QApplication, qtbot: QtBot, sides: int
) -> None:
    preview = PagePreview()
    qtbot.addWidget(preview)
    preview.show_pages((_A4,) * sides, "words")
    preview.resize(400, 500 * sides)
    with qtbot.waitExposed(preview):
        preview.show()
    with_bar: set[bool] = set()
    for height in range(500 * sides, 600 * sides, 3):
        preview.resize(400, height)
        for _ in range(5):
            qapp.processEvents()
        requests = LayoutRequests(qapp)
        for _ in range(5):
            qapp.processEvents()
        assert requests.count == 0, height
        sheets, bar = preview.widget(), preview.verticalScrollBar()
        assert isinstance(sheets, QWidget)
        assert preview.viewport().width() - bar.width() <= sheets.width() <= preview.viewport().width()
        assert sheets.height() >= sheets.heightForWidth(sheets.width()), height
        assert bar.maximum() == sheets.height() - preview.viewport().height()
        with_bar.add(bar.isVisible())
    assert with_bar == {True, False}
