"""A sentence in a quiet card, with a link below it; hidden until it is shown."""

from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.labels import OnClick, label, link_button


class LinkedHint(Card):
    """Tells something that may be needed, and leads to it; `name` is the name of the link."""

    def __init__(self, sentence: str, link: str, name: str, on_click: OnClick) -> None:
        super().__init__("hint")
        self.add(label(sentence), link_button(link, name, on_click))
        self.hide()
