from PySide6.QtWidgets import QApplication

from evolve_desktop import assets
from evolve_desktop.gui.theme import Wardrobe
from evolve_desktop.settings import Preferences, Settings


def dressed(app: QApplication, percent: int) -> float:
    preferences = Preferences(Settings(text_percent=percent))
    resources = assets.resources()
    Wardrobe(app, preferences, resources / "styles" / "evolve.qss", resources / "icons").dress()
    return app.font().pointSizeF()


def test_the_text_size_is_of_the_systems_font_however_often_it_was_scaled(qapp: QApplication) -> None:
    usual = dressed(qapp, 100)
    assert dressed(qapp, 200) == 2 * usual
    assert dressed(qapp, 100) == usual
