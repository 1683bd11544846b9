"""What is said at the focus: the sentences of one moment are joined, and none is said twice in it."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.widgets.announcements import describe_for_now


def test_a_sentence_is_described_once_in_a_moment_in_a_window_that_is_active_and_in_one_that_is_not(
    qtbot: QtBot,
) -> None:
    window, button = QWidget(), QPushButton("Go on")
    qtbot.addWidget(window)
    QHBoxLayout(window).addWidget(button)
    for sentence in ("Two of 17 answered.", "Two of 17 answered.", "Something else."):
        describe_for_now(button, sentence)
    assert button.accessibleDescription() == "Two of 17 answered. Something else."
    window.show()
    assert QTest.qWaitForWindowActive(window)
    button.setFocus()
    for sentence in ("Kept.", "Kept."):
        describe_for_now(button, sentence)
    qtbot.waitUntil(lambda: button.accessibleDescription() == "Kept.")
