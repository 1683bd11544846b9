"""One line of the checklist: the sentence beside its replies, and below them what to try, its note, *Bring*."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from evolve_desktop.checkin.check_in import Answer, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.checklist import Checklist, Item
from evolve_desktop.gui.checkin.item_hints import ItemHints
from evolve_desktop.gui.checkin.item_tools import ItemTools
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.announcements import say
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import keep_place, label, quiet_button, set_role, show_text
from evolve_desktop.gui.widgets.row_layout import RowLayout


class ItemRow(QFrame):
    """Shows one item of the session and writes the answer there.

    It is empty until `refresh` is called. `answered` follows each reply; `red_flags_requested` is
    emitted by the quiet link beside some lines answered "Not yet".
    """

    answered = Signal()
    red_flags_requested = Signal()

    def __init__(self, item: Item, checklist: Checklist, session: Session) -> None:
        super().__init__()
        set_role(self, "row")
        self.setObjectName(f"row-{item.id}")
        self._item = item
        self.item_id = item.id
        self._session = session
        self._shown: tuple[Answer, bool, bool] | None = None
        self._hints = ItemHints(item, checklist)
        self._replies = ChoiceRow(
            item.id, item.text, [(reply, reply.called(checklist.replies)) for reply in Reply], apart=1, joined=True
        )
        self._replies.chosen.connect(self._on_reply)
        self._hint = label("", "small")
        self._tools = ItemTools(item, session, self, note_lines=2, refresh=self._show_anew)
        self._tools.bring_toggled.connect(lambda: self._tools.bring_line(on=self._tools.bring.isChecked()))
        self._link = quiet_button(self.tr("Red flags"), f"{item.id}-red-flags", self.red_flags_requested.emit)
        self._link.setAccessibleName(checklist.red_flag_link)
        self._build()

    def refresh(self, *, may_suggest: bool) -> None:
        """Make the row equal to the session; most rows stay as they are when one line is answered.

        *Try this next* is shown only if that may be suggested.
        """
        check_in = self._session.check_in
        answer = check_in.answer(self._item.id)
        shown = (answer, self._item.id in check_in.plan.bring, may_suggest)
        has_note = bool(answer.note) or self._tools.is_note_used
        if shown != self._shown or has_note is not self._tools.is_note_shown or self._tools.problem.text():
            self._shown = shown
            self._show(*shown)

    def _show(self, answer: Answer, is_brought: bool, may_suggest: bool) -> None:  # noqa: FBT001  (as it is remembered)
        self._replies.show_value(answer.reply)
        self._tools.show_note(answer.note)
        self._tools.bring.setChecked(is_brought)
        self._hint.setText(self._hints.after(answer.reply, may_suggest=may_suggest))
        self._link.setVisible(answer.reply is Reply.NOT_YET and self._item.red_flag_link)
        show_text(self._tools.problem, "")

    def _build(self) -> None:
        sentence = label(self._item.text, "lead")
        set_buddy(sentence, self._replies)
        tools = QWidget()
        row = FlowLayout(tools, spacing=6)
        if self._item.red_flag_link:
            keep_place(self._link)
            row.addWidget(self._link)
        for tool in (self._tools.note_button, self._tools.bring, self._replies.clear):
            row.addWidget(tool)
        layout = RowLayout(self, lambda: [self._hints.after(reply) for reply in Reply])
        for part in (sentence, self._replies, self._hint, tools, self._tools.note_place, self._tools.problem):
            layout.addWidget(part)

    def _on_reply(self) -> None:
        value = self._replies.value
        before = self._hint.text()
        self._session.reply(self._item.id, value if isinstance(value, Reply) else None)
        if self._hint.text() != before:
            say(self._hint, self._hint.text())
        self.answered.emit()

    def _show_anew(self) -> None:
        """Show the session, which says otherwise than the box."""
        if self._shown is not None:
            self._show(*self._shown)
