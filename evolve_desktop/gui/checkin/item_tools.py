"""What a line has besides its replies, in the list and one at a time: a private note, *Bring*, and why it must wait."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.checklist import Item
from evolve_desktop.errors import PickLimitError
from evolve_desktop.gui.widgets.announcements import show_and_say
from evolve_desktop.gui.widgets.buttons import CheckBox
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.focus import put_in_tab_order
from evolve_desktop.gui.widgets.labels import label, quiet_button
from evolve_desktop.gui.widgets.localized import localized
from evolve_desktop.gui.widgets.text_field import TextField


class ItemTools(QObject):
    """Makes the controls, which the caller lays out; the note goes to the session.

    `note_button` opens the note in `note_place`, `bring` is the box, whose `bring_toggled` the caller answers, and
    `problem` tells what could not be done, after `refresh` has shown the line as it is.
    """

    bring_toggled = Signal()

    def __init__(
        self, item: Item, session: Session, parent: QWidget, *, note_lines: int, refresh: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._item, self._session, self._refresh = item, session, refresh
        self.note_button = quiet_button(self.tr("Note"), f"{item.id}-add-note", self.open_note)
        self.note_button.setAccessibleName(self.tr("Add a private note: {item}").format(item=item.text))
        self.bring = CheckBox(self.tr("Bring"), f"{item.id}-bring")
        self.bring.setAccessibleName(self.tr("Bring to therapy: {item}").format(item=item.text))
        self.bring.toggled.connect(self.bring_toggled)
        self._note_lines = note_lines
        self._note: TextField | None = None  # made when there is one: most lines have none
        self.note_place = QWidget()
        self.note_place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._around_note = column(self.note_place)
        self.note_place.hide()
        self.problem = label("", "strong")

    @property
    def is_note_shown(self) -> bool:
        """Whether the note has its place."""
        return not self.note_place.isHidden()

    @property
    def is_note_used(self) -> bool:
        """Whether somebody writes in the note."""
        return self._note is not None and self._note.hasFocus()

    def show_note(self, text: str) -> None:
        """Show a note; without words it has its place only while somebody writes there."""
        if text or self._note is not None:
            note = self._note or self._make_note()
            note.show_text(text)
            self.note_place.setVisible(bool(text) or note.hasFocus())

    def open_note(self) -> None:
        """Show the note and go there."""
        note = self._note or self._make_note()
        self.note_place.show()
        note.setFocus()

    def _make_note(self) -> TextField:
        item, session = self._item, self._session
        name = self.tr("Private note: {item}").format(item=item.text)
        self._note = note = TextField(f"{item.id}-note", name, lines=self._note_lines)
        note.edited.connect(lambda: session.note(item.id, note.text))
        note.limit_reached.connect(lambda: show_and_say(self.problem, note.limit_sentence))
        self._around_note.addWidget(note)
        put_in_tab_order(self.note_place)
        return note

    def bring_line(self, *, on: bool) -> None:
        """Bring the line to the page or take it off, or tell why that cannot be."""
        try:
            self._session.bring(self._item.id, on=on)
        except PickLimitError as error:
            self.refuse(error)

    def refuse(self, error: PickLimitError) -> None:
        """Tell why the line cannot be brought."""
        self._refresh()
        show_and_say(self.problem, localized(error))
