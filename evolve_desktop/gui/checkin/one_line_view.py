"""The check-in one line at a time: large, by keys alone if wanted, on to what it says back and the texts of My page."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.checkin.last_time import LastTimeCard
from evolve_desktop.gui.checkin.line_step import LineStep
from evolve_desktop.gui.checkin.offer_bar import OfferBar
from evolve_desktop.gui.checkin.plan_steps import (
    GO_ON,
    HelpingStep,
    ReflectionStep,
    Step,
    questions_step,
    topic_step,
)
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.page_picks import PagePicks
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.announcements import focus_and_say
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.focus import has_focus_inside
from evolve_desktop.gui.widgets.labels import label
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

translate = QCoreApplication.translate
_WIDEST = 78
_LINES = 3  # that one key scrolls
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_REFLECTION, _TOPIC, _HELPING, _QUESTIONS = "reflection", "main-topic", "helping", "questions"
_AFTER_LINES = (_REFLECTION, _TOPIC, _HELPING, _QUESTIONS)


class OneLineBar(OfferBar):
    """Says which line it is; leads back, and on or past it."""

    back_requested = Signal()
    next_requested = Signal()
    reflection_requested = Signal()
    list_requested = Signal()

    def __init__(self, total: int, session: Session, autosave: Autosave) -> None:
        super().__init__(total, session, autosave, staying=2)
        quiet = [
            (self.tr("All lines"), "all-lines", self.list_requested),
            (translate("CheckinBar", "What this says back"), "one-line-to-reflection", self.reflection_requested),
        ]
        usual = [
            (self.tr("Back"), "one-line-back", self.back_requested),
            (self.tr("Next"), "one-line-next", self.next_requested),
        ]
        *_, self.back, self.on = self.add_ways(quiet, usual)


class OneLineView(QWidget):
    """Shows one line of the session, or one of the steps after the lines; `bar` stands below, wherever it is put.

    `section_entered` follows the way into a line of `section`. `page_requested` follows the last step,
    `list_requested` the wish for all lines. `last_time` stands above the first line.
    """

    section_entered = Signal()
    page_requested = Signal()
    red_flags_requested = Signal()
    list_requested = Signal()

    def __init__(self, pack: Pack, session: Session, signals: SessionSignals, autosave: Autosave) -> None:
        super().__init__()
        self._pack, self._session = pack, session
        self._picks = PagePicks(pack, session)
        sections = pack.article.sections
        self._items = {
            item.id: item for section in sections for item in pack.checklist.items if item.section == section.id
        }
        self._headings = {section.id: section.heading for section in sections}
        self._steps = (*self._items, *_AFTER_LINES)
        self._shown_id, self._place = "", 0
        self.section = ""
        self.last_time = LastTimeCard(pack.page, session, autosave)
        self._top, self._sheet = QWidget(), Card()
        self._page = ScrollPage(pack.checklist.title, _WIDEST)
        self._keys = label(self._key_words(), "small")
        self._step = self._make_step(self._steps[0])
        self.bar = OneLineBar(len(self._items), session, autosave)
        self._build()
        self._add_keys()
        signals.refresh_when_seen(self, self._refresh)
        self._refresh()

    def take_focus(self) -> None:
        """Focus the choices of the line, or the first control of the step, and say where that is."""
        focus_and_say(self._step.start or self.bar.on, self._spoken())

    def show_reflection(self) -> None:
        """Go to what the check-in says back."""
        self._show(self._steps.index(_REFLECTION))
        self.take_focus()

    def has_step(self, name: str) -> bool:
        """Whether there is a step with the control of this name."""
        step = _step_of(name)
        return step in self._steps and (step != _HELPING or bool(self._picks.helping()))

    def show_step(self, name: str) -> None:
        """Go to the step with the control of this name, if there is one."""
        if self.has_step(name):
            self._show(self._steps.index(_step_of(name)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, and from a field back to the choices with Escape."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self._go(1)
        elif event.key() == Qt.Key.Key_Escape and self._step.start is not None:
            self._step.start.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column(self._top, self.last_time)
        self._sheet.add(self._step)
        self._page.add(self._top, self._sheet, self._keys)
        self._page.body.addStretch(1)
        column(self, self._page)
        self.bar.back_requested.connect(partial(self._go, -1))
        self.bar.next_requested.connect(partial(self._go, 1))
        self.bar.reflection_requested.connect(self.show_reflection)
        self.bar.list_requested.connect(self.list_requested)

    def _refresh(self) -> None:
        """Show the session; another check-in begins at its first line without an answer."""
        check_in = self._session.check_in
        if check_in.id != self._shown_id:
            self._shown_id = check_in.id
            had_focus = has_focus_inside(self)
            self._show(self._first_open())
            if had_focus:
                self.take_focus()
        self.last_time.refresh()
        self._step.refresh()
        self._show_bar()

    def _first_open(self) -> int:
        check_in = self._session.check_in
        open_lines = (line for line in self._items if check_in.answer(line).reply is None)
        return self._steps.index(next(open_lines, _REFLECTION))

    def _go(self, by: int) -> None:
        place = self._place + by
        if place < len(self._steps) and self._steps[place] == _HELPING and not self._picks.helping():
            place += by
        if place >= len(self._steps):
            self.page_requested.emit()
        elif place >= 0:
            self._show(place)
            self.take_focus()

    def _show(self, place: int) -> None:
        """Show another step in the place of the present one; the focus stays with neither."""
        self._place = place
        former, self._step = self._step, self._make_step(self._steps[place])
        former.hide()
        self._sheet.body.replaceWidget(former, self._step)
        former.deleteLater()
        self._step.show()
        self._top.setVisible(not place)
        self._keys.setVisible(isinstance(self._step, LineStep))
        self._page.go_to_start()
        self._show_bar()
        item = self._items.get(self._steps[place])
        if item is not None:
            self.section = item.section
            self.section_entered.emit()

    def _make_step(self, name: str) -> Step:
        text, session = self._pack.page, self._session
        if name in self._items:
            return self._make_line(name)
        if name == _REFLECTION:
            title = translate("CheckinBar", "What this says back")
            return ReflectionStep(title, self._pack, session, self._picks, self.red_flags_requested.emit)
        if name == _HELPING:
            return HelpingStep(text.helping, session, self._picks)
        return topic_step(text, session) if name == _TOPIC else questions_step(text, session)

    def _make_line(self, name: str) -> LineStep:
        item = self._items[name]
        line = LineStep(
            item,
            self._headings[item.section],
            self._pack.checklist,
            self._session,
            may_suggest=lambda: self._picks.guidance.may_suggest_therapist,
        )
        line.red_flags_requested.connect(self.red_flags_requested)
        return line

    def _show_bar(self) -> None:
        self.bar.show_place(self._where())
        self.bar.back.setEnabled(self._place > 0)
        self.bar.on.setText(self._way_on())

    def _where(self) -> str:
        count, total = self._session.check_in.answered_count, len(self._items)
        if self._place < total:
            words = self.tr("Line {number} of {total} · {count} answered")
            return words.format(number=self._place + 1, total=total, count=count)
        return translate("CheckinBar", "{count} of {total} answered").format(count=count, total=total)

    def _spoken(self) -> str:
        """Return the words that a screen reader says after the control with the focus."""
        if self._place < len(self._items):
            return self.tr("Line {number} of {total}").format(number=self._place + 1, total=len(self._items))
        return self._step.spoken

    def _way_on(self) -> str:
        name = self._steps[self._place]
        if name == _QUESTIONS:
            return self.tr("See my page")
        if name == _REFLECTION:
            return translate("CheckinBar", "Make my page")
        return self.tr("Next") if self._step.is_answered else self.tr("Skip")

    def _key_words(self) -> str:
        return self.tr(
            "Keys: 1 to 5 answer and go on, up and down choose, B brings the line, N opens the note, "
            "left and right go back and on."
        )

    def _add_keys(self) -> None:
        """Bind the keys; where the focus is in a field, letters and digits are typed."""
        for holder in (self, self.bar):
            for key, slot, repeats in self._key_table():
                shortcut = QShortcut(key, holder)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setAutoRepeat(repeats)
                shortcut.activated.connect(slot)

    def _key_table(self) -> Iterator[tuple[QKeySequence, Callable[[], None], bool]]:
        for index in range(len(Reply)):
            yield QKeySequence(Qt.Key(Qt.Key.Key_1 + index)), partial(self._answer, index), False
        yield QKeySequence(Qt.Key.Key_B), partial(self._on_line, LineStep.toggle_bring), False
        yield QKeySequence(Qt.Key.Key_N), partial(self._on_line, LineStep.open_note), False
        yield QKeySequence(Qt.Key.Key_Down), partial(self._move, 1), True
        yield QKeySequence(Qt.Key.Key_Up), partial(self._move, -1), True
        yield QKeySequence(Qt.Key.Key_Right), partial(self._go_sideways, 1), False
        yield QKeySequence(Qt.Key.Key_Left), partial(self._go_sideways, -1), False
        yield GO_ON, partial(self._go, 1), False

    def _on_line(self, do: Callable[[LineStep], None]) -> None:
        if isinstance(self._step, LineStep):
            do(self._step)

    def _move(self, by: int) -> None:
        """Choose the next reply, or the one before; scroll where there are none."""
        if isinstance(self._step, LineStep):
            self._step.answer_next(by)
        else:
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.value() + by * _LINES * self.fontMetrics().lineSpacing())

    def _answer(self, index: int) -> None:
        """Answer the line and go on, unless the answer has a notice to read first."""
        if isinstance(self._step, LineStep) and self._step.answer(index):
            self._go(1)

    def _go_sideways(self, by: int) -> None:
        """Go on to the side to which one reads, and back to the other."""
        self._go(-by if self.isRightToLeft() else by)


def _step_of(name: str) -> str:
    """Return the step with the control of this name, which may be another page's."""
    if name == _TOPIC or "-" not in name:
        return name
    first, last = name.split("-", maxsplit=1)
    return {"question": _QUESTIONS}.get(first) or {"helps": _HELPING, "note": first, "bring": first}.get(last, "")
