"""One of the person's own contacts: who it is, how to reach them, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import box, breakable, label, link_button, set_property
from evolve_desktop.gui.widgets.reach import Reach

_ROLES = ("number", "strong", "small")


class ContactCard(QWidget):
    """Shows a contact as large as a help line, and calls back."""

    def __init__(self, contact: Contact, name: str, *, change: Callable[[], None], remove: Callable[[], None]) -> None:
        """Take the contact, the object name, and what the two buttons do."""
        super().__init__()
        frame, body = box("card")
        self.reach = _OwnReach(contact.reach, f"{name}-reach", f"{contact.name}: {contact.reach}")
        body.addWidget(label(breakable(contact.name), "strong"))
        body.addWidget(self.reach)
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
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


class _OwnReach(Reach):
    """Is smaller where a word has too little room: it cannot be broken, for it is to be copied whole."""

    def __init__(self, text: str, name: str, accessible_name: str) -> None:
        """Take what any number takes; a word without end, as somebody may paste it, widens no page."""
        super().__init__(text, name, accessible_name)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See how it fits, in another width or, since that changes its height, in another text size."""
        super().resizeEvent(event)
        for role in _ROLES:
            set_property(self, "role", role)
            longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split(" ")), default=0)
            if longest <= self.contentsRect().width():
                break
