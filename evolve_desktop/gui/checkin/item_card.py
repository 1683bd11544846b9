"""One checklist item with its reply, its private note and *Bring to therapy*."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from evolve_desktop.checkin.check_in import Answer, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.checklist import Checklist, Item
from evolve_desktop.errors import PickLimitError
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.announcements import say, show_and_say
from evolve_desktop.gui.widgets.buttons import CheckBox
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import button, label, link_button, show_text
from evolve_desktop.gui.widgets.text_field import TextField


class ItemCard(Card):
    """Shows one item of the session and writes the answer there; `badge` marks a line that goes beyond the article.

    While `may_suggest` is false, the card suggests nothing to try. `red_flags_requested` is emitted by the quiet link
    beside some lines answered "Not yet".
    """

    red_flags_requested = Signal()

    def __init__(
        self, item: Item, checklist: Checklist, badge: str, session: Session, *, may_suggest: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._item = item
        self._session = session
        self._may_suggest = may_suggest
        self._shown: tuple[Answer, bool, bool] | None = None
        self._help = checklist.part(item.part).not_yet
        self._not_for_me = checklist.not_for_me_help
        self._prompt = f"{checklist.try_label}: {item.prompt}" if item.prompt else ""
        self._replies = ChoiceRow(
            item.id, item.text, [(reply, reply.called(checklist.replies)) for reply in Reply], apart=1
        )
        self._replies.chosen.connect(self._on_reply)
        self._bring = CheckBox(self.tr("Bring to therapy"), f"{item.id}-bring")
        self._bring.setAccessibleName(f"{self._bring.text()}: {item.text}")
        self._bring.toggled.connect(self._on_bring)
        self._open_note = button(self.tr("Add a private note"), f"{item.id}-add-note", self._on_open_note)
        self._open_note.setAccessibleName(f"{self._open_note.text()}: {item.text}")
        self._note = TextField(f"{item.id}-note", self.tr("Private note: {item}").format(item=item.text), lines=2)
        self._note.edited.connect(lambda: session.note(item.id, self._note.text))
        self._note.hide()
        self._hint = label("", "body")
        self._link = link_button(checklist.red_flag_link, f"{item.id}-red-flags", self.red_flags_requested.emit)
        self._problem = label("", "strong")
        self._note.limit_reached.connect(lambda: show_and_say(self._problem, self._note.limit_sentence))
        self._build(badge)
        self.refresh()

    def refresh(self) -> None:
        """Make the card equal to the session; most cards stay as they are when one line is answered."""
        check_in = self._session.check_in
        answer = check_in.answer(self._item.id)
        shown = (answer, self._item.id in check_in.plan.bring, self._may_suggest())
        has_note = bool(answer.note) or self._note.hasFocus()
        if shown != self._shown or has_note is self._note.isHidden() or self._problem.text():
            self._shown = shown
            self._show(*shown[:2])
            self._note.setVisible(has_note)

    def _show(self, answer: Answer, is_brought: bool) -> None:  # noqa: FBT001  (as it is remembered)
        self._replies.show_value(answer.reply)
        self._note.show_text(answer.note)
        self._open_note.setVisible(not answer.note)
        self._bring.setChecked(is_brought)
        self._bring.setEnabled(answer.reply not in {None, Reply.NOT_FOR_ME})
        show_text(self._hint, "\n".join(self._hints(answer.reply)))
        self._link.setVisible(answer.reply is Reply.NOT_YET and self._item.red_flag_link)
        show_text(self._problem, "")

    def _hints(self, reply: Reply | None) -> list[str]:
        if reply is Reply.NOT_FOR_ME:
            return [self._not_for_me]
        help_line = self._help if reply is Reply.NOT_YET else ""
        may_try = reply in {Reply.NOT_YET, Reply.A_LITTLE} and self._may_suggest()
        return [hint for hint in (help_line, self._prompt if may_try else "") if hint]

    def _build(self, badge: str) -> None:
        text = label(self._item.text, "lead")
        set_buddy(text, self._replies)
        self.add(text, self._replies)
        row = FlowLayout()
        row.addWidget(self._open_note)
        row.addWidget(self._bring)
        self.body.addLayout(row)
        self.add(self._note, self._hint, self._link, self._problem)
        if badge:
            self.add(label(badge, "small"))

    def _on_reply(self) -> None:
        value = self._replies.value
        before = self._hint.text()
        self._session.reply(self._item.id, value if isinstance(value, Reply) else None)
        if self._hint.text() != before:
            say(self._hint, self._hint.text())

    def _on_bring(self) -> None:
        try:
            self._session.bring(self._item.id, on=self._bring.isChecked())
        except PickLimitError as error:
            self._shown = None  # the box is ticked, the session says otherwise
            self.refresh()
            show_and_say(self._problem, str(error))

    def _on_open_note(self) -> None:
        self._note.show()
        self._note.setFocus()
