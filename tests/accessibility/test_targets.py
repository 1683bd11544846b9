"""What can be clicked takes the click wherever it is hit, up to its corners."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.widgets.buttons import CheckBox, wrapped_check
from evolve_desktop.gui.widgets.secret_field import SecretField

SMALLEST = 24
MAKERS: list[Callable[[], QWidget]] = [
    lambda: CheckBox("Words", "box"),
    lambda: wrapped_check("box", "Words that may wrap"),
    lambda: SecretField("field", "Passphrase"),
]


@pytest.mark.parametrize("make", MAKERS)
def test_a_check_box_takes_a_click_up_to_its_corners(
    qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    assert qapp is not None
    window = QWidget()
    QVBoxLayout(window).addWidget(make())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    (box,) = window.findChildren(QCheckBox)
    assert min(box.width(), box.height()) >= SMALLEST
    corners = [box.rect().topLeft(), box.rect().bottomLeft(), box.rect().center()]
    for clicks, corner in enumerate(corners, start=1):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(corner.x(), corner.y()))
        assert box.isChecked() is (clicks % 2 == 1)
