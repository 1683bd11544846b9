"""One line of the check-in, alone on the page: the sentence, large choices, a note, and *Bring*."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.checklist import Checklist, Item
from evolve_desktop.errors import PickLimitError
from evolve_desktop.gui.checkin.item_hints import ItemHints
from evolve_desktop.gui.checkin.item_tools import ItemTools
from evolve_desktop.gui.checkin.plan_steps import Step
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.announcements import say
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column
from evolve_desktop.gui.widgets.labels import heading, keep_place, label, quiet_button, show_text


class LineStep(Step):
    """Shows one item of the session and writes the answer there.

    *Bring* can be ticked before there is an answer, and then goes with it. `may_suggest` says whether *Try this next*
    may be shown; `red_flags_requested` is emitted by the quiet link beside some lines answered "Not yet".
    """

    red_flags_requested = Signal()

    def __init__(
        self, item: Item, section: str, checklist: Checklist, session: Session, *, may_suggest: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._item, self._session, self._may_suggest = item, session, may_suggest
        self._hints = ItemHints(item, checklist)
        self._brings_answer = False
        self._replies = ChoiceRow(
            item.id, item.text, [(reply, reply.called(checklist.replies)) for reply in Reply], apart=1, large=True
        )
        self._replies.chosen.connect(self._on_reply)
        self._hint = label()
        self._tools = ItemTools(item, session, self, note_lines=3, refresh=self.refresh)
        self._tools.bring_toggled.connect(self._on_bring)
        self._link = quiet_button(checklist.red_flag_link, f"{item.id}-red-flags", self.red_flags_requested)
        self._build(section, checklist.part(item.part).title)
        self.refresh()

    @property
    def start(self) -> QWidget:
        """The choice, or the first of them."""
        return self._replies.tab_stop

    @property
    def is_answered(self) -> bool:
        """Whether the line has a reply."""
        return self._session.check_in.answer(self._item.id).reply is not None

    def answer(self, index: int) -> bool:
        """Take a reply by its place; return False if it has a notice to read first."""
        self._replies.choose(index)
        return self._tools.problem.isHidden()

    def answer_next(self, by: int) -> None:
        """Take the next reply, or the one before for -1."""
        self._replies.choose_next(by)

    def open_note(self) -> None:
        """Show the note and go there."""
        self._tools.open_note()

    def toggle_bring(self) -> None:
        """Tick *Bring* or untick it, and say which."""
        self._tools.bring.toggle()
        if self._tools.problem.isHidden():
            say(self._tools.bring, self.tr("Bring: yes") if self._tools.bring.isChecked() else self.tr("Bring: no"))

    def refresh(self) -> None:
        """Show the session."""
        answer = self._session.check_in.answer(self._item.id)
        self._replies.show_value(answer.reply)
        self._tools.show_note(answer.note)
        self._tools.bring.setChecked(self._brings_answer or self._item.id in self._session.check_in.plan.bring)
        self._hint.setText(self._hints.after(answer.reply, may_suggest=self._may_suggest()))
        self._link.setVisible(answer.reply is Reply.NOT_YET and self._item.red_flag_link)
        show_text(self._tools.problem, "")

    def _build(self, section: str, part: str) -> None:
        sentence = heading(self._item.text, "sentence", level=2)
        set_buddy(sentence, self._replies)
        tools = QWidget()
        row = FlowLayout(tools, spacing=12)
        keep_place(self._link)
        for tool in (self._tools.note_button, self._tools.bring, self._replies.clear, self._link):
            row.addWidget(tool)
        where = label(f"{section} · {part}", "small")
        parts = (where, sentence, self._replies, tools, self._tools.note_place, self._tools.problem, self._hint)
        column(self, *parts, spacing=14)

    def _on_reply(self) -> None:
        value, before = self._replies.value, self._hint.text()
        self._session.reply(self._item.id, value if isinstance(value, Reply) else None)
        if self._brings_answer and value not in {None, Reply.NOT_FOR_ME}:
            self._brings_answer = False
            self._tools.bring_line(on=True)
        if self._hint.text() != before:
            say(self._hint, self._hint.text())

    def _on_bring(self) -> None:
        """Bring the line, or remember to do so with its answer."""
        on = self._tools.bring.isChecked()
        check_in = self._session.check_in
        if on == (self._brings_answer or self._item.id in check_in.plan.bring):
            return
        if self.is_answered:
            self._tools.bring_line(on=on)
            return
        try:
            check_in.plan.with_bring(self._item.id, on=on)
        except PickLimitError as error:
            self._tools.refuse(error)
            return
        self._brings_answer = on
        show_text(self._hint, self.tr("With your answer, this line goes on the page.") if on else "")
