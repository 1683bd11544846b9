"""About says how a translation was made, and who has checked it or that nobody has."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QWidget

from evolve_desktop import resource_paths
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.help.about_panel import AboutPanel
from tests.gui.person import Person


def lines(panel: AboutPanel) -> list[str]:
    return [line.text() for line in panel.findChildren(QLabel)]


@pytest.mark.parametrize("language", ["es", "ar"])
def test_a_translation_says_how_it_was_made_and_that_nobody_has_checked_it(
    meet: Callable[[QWidget], Person], language: str
) -> None:
    pack = load_pack(resource_paths.content_pack(language))
    panel = AboutPanel(pack)
    meet(panel)
    assert pack.about.translated in lines(panel)
    assert pack.about.unreviewed in lines(panel)


def test_who_has_checked_it_is_named(meet: Callable[[QWidget], Person], pack: Pack) -> None:
    about = msgspec.structs.replace(pack.about, reviewed_label="Checked by:", reviewed_by="Dr. Ada Example")
    panel = AboutPanel(msgspec.structs.replace(pack, about=about))
    meet(panel)
    assert "Checked by: Dr. Ada Example" in lines(panel)
    assert "" not in lines(panel)
