"""One of the person's own contacts: who it is, how to reach them, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.reach import Reach
from evolve_desktop.gui.widgets.texts import box, label, link_button

_GAP = 8


class ContactCard(QWidget):
    """Shows a contact as large as a help line, and calls back."""

    def __init__(self, contact: Contact, name: str, *, change: Callable[[], None], remove: Callable[[], None]) -> None:
        """Take the contact, the object name, and what the two buttons do."""
        super().__init__()
        frame, body = box("card")
        self.reach = Reach(contact.reach, f"{name}-reach", f"{contact.name}: {contact.reach}")
        body.addWidget(_as_wide_as_the_card(label(contact.name, "strong")))
        body.addWidget(_as_wide_as_the_card(self.reach))
        buttons = FlowLayout()
        for words, what, do, form in (
            (self.tr("Change"), "change", change, self.tr("Change: {name}")),
            (self.tr("Remove"), "remove", remove, self.tr("Remove: {name}")),
        ):
            button = link_button(words, f"{name}-{what}", do)
            button.setAccessibleName(form.format(name=contact.name))
            buttons.addWidget(button)
        body.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, _GAP)
        outer.addWidget(frame)


def _as_wide_as_the_card(words: QLabel) -> QLabel:
    """Have a word without end, as somebody may paste it, widen no page."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    words.setSizePolicy(policy)
    return words
