"""The form of My page: the texts and the lines to pick, in the order of the page, then how it will be used."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.page_plan import ALSO_LINES, QUESTION_LINES
from evolve_desktop.checkin.red_flag_guidance import Guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageText, PageUse
from evolve_desktop.content.red_flags import Tier
from evolve_desktop.gui.my_page.starter_list import StarterList
from evolve_desktop.gui.services.page_picks import PagePicks
from evolve_desktop.gui.services.plan_field import MAIN_TOPIC, NAME, PlanField, PlanText, change_plan
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.announcements import show_and_say
from evolve_desktop.gui.widgets.buttons import WrappedButton, wrapped_check
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.columns_layout import ColumnsLayout
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import heading, label, link_button, quiet_button
from evolve_desktop.gui.widgets.pick_list import PickList

_COLUMN = 36
_SHORT_COLUMN = 24
"""The least characters in a line of picks that stand beside others."""


class PageForm(QWidget):
    """The texts and the lists to pick from, read from the session and written there; the caller refreshes it."""

    def __init__(self, pack: Pack, session: Session) -> None:
        super().__init__()
        self._pack = pack
        self._session = session
        self._picks = PagePicks(pack, session)
        self._body = column(self, spacing=6)
        self._add_topics()
        self._add_lists()
        self._add_questions()

    def refresh(self) -> None:
        """Show the session."""
        guidance = self._picks.guidance
        for field in (self._topic, *self._also, *self._questions):
            field.refresh()
        for group in (self._also, self._questions):
            _show_as_many_as_needed(group)
        self._topic_starters.show_sentences(self._sentences([self._topic], guidance, asks=False))
        self._question_starters.show_sentences(self._sentences(self._questions, guidance, asks=True))
        self._flags.show_picks(self._picks.red_flags(Tier.TALK, guidance))
        is_withheld = bool(self._session.check_in.plan.flags) and not guidance.may_suggest_therapist
        self._withheld.setVisible(is_withheld)
        second = self._picks.red_flags(Tier.SECOND_OPINION, guidance)
        is_open = self._is_second_open or any(pick.is_on for pick in second)
        self._second.show_picks(second if is_open else [])
        self._open_second.setVisible(bool(second) and not is_open)
        shown = [
            (self._helping, self._picks.helping()),
            (self._to_work_on, self._picks.to_work_on()),
            (self._to_talk_about, self._picks.to_talk_about()),
            (self._apart, self._picks.apart()),
        ]
        for pick_list, picks in shown:
            pick_list.show_picks(picks)
        self._nothing_yet.setVisible(not any(picks for _, picks in shown))
        self._would_help.show_picks(self._picks.would_help())

    def _add_topics(self) -> None:
        text = self._pack.page
        title = heading(text.main_topic, "field")
        self._body.addWidget(title)
        self._topic = self._field("main-topic", text.main_topic, MAIN_TOPIC, lines=3)
        set_buddy(title, self._topic)
        self._topic_starters = StarterList("first-words", self.tr("First words you could use"), self._topic.add)
        self._body.addWidget(self._topic_starters)
        self._body.addWidget(heading(text.also, "field"))
        self._also = [self._field(f"also-{i + 1}", f"{text.also} {i + 1}", PlanText.also(i)) for i in range(ALSO_LINES)]

    def _add_lists(self) -> None:
        text = self._pack.page
        self._flags = PickList(text.raise_flags, self.tr("Put this on the page?"))
        self._second = PickList(text.raise_flags, self.tr("Put this on the page?"))
        self._withheld = label(self.tr("The red flags you ticked stay off this page for now."), "muted")
        self._withheld.setObjectName("flags-withheld")
        self._is_second_open = False
        self._open_second = link_button(self.tr("I want to raise this: part two"), "raise-second", self._on_open_second)
        self._helping = PickList(text.helping, self.tr("Up to four lines."))
        self._to_work_on = PickList(text.work_on, self.tr("Up to three lines, together with those you bring."))
        self._to_talk_about = PickList(text.talk_about, self.tr("Lines that you chose to bring."))
        self._apart = PickList(self.tr("Lines in other words"), self.tr("Answers from before the lines were changed."))
        self._nothing_yet = label(self.tr("Lines that you answer in the check-in can be picked here."), "muted")
        flags = (self._flags, self._withheld, self._open_second, self._second)
        beside = QWidget()
        columns = ColumnsLayout(beside, 2, lambda: _COLUMN * self.fontMetrics().averageCharWidth(), spacing=10)
        columns.addWidget(self._helping)
        columns.addWidget(self._to_work_on)
        for widget in (*flags, beside, self._to_talk_about, self._apart, self._nothing_yet):
            self._body.addWidget(widget)

    def _add_questions(self) -> None:
        text = self._pack.page
        self._body.addWidget(heading(text.questions, "field"))
        self._questions = [
            self._field(f"question-{i + 1}", f"{text.questions} {i + 1}", PlanText.question(i))
            for i in range(QUESTION_LINES)
        ]
        self._question_starters = StarterList("ask-words", self.tr("Questions you could ask"), self._on_question)
        self._body.addWidget(self._question_starters)
        self._would_help = PickList(text.would_help, column_width=_SHORT_COLUMN)
        self._body.addWidget(self._would_help)

    def _field(self, name: str, accessible_name: str, text: PlanText, *, lines: int = 1) -> PlanField:
        field = PlanField(name, accessible_name, text, self._session, lines=lines)
        problem = label("", "strong")
        problem.hide()
        field.limit_reached.connect(lambda: show_and_say(problem, field.limit_sentence))
        field.edited.connect(problem.hide)
        self._body.addWidget(field)
        self._body.addWidget(problem)
        return field

    def _sentences(self, fields: list[PlanField], guidance: Guidance, *, asks: bool) -> dict[str, str]:
        """Return the starters of the lines answered "Not yet" that no field contains yet; none after a warning."""
        if not guidance.may_suggest_therapist:
            return {}
        offered = {} if asks or guidance.scripts_wait else {"starter-script": self._pack.page.script}
        for item in self._picks.not_yet():
            if item.starter and item.asks is asks:
                offered[f"starter-{item.id}"] = item.starter
        if asks and all(field.text for field in fields):
            return {}
        return {name: text for name, text in offered.items() if not any(text in field.text for field in fields)}

    def _on_question(self, sentence: str) -> None:
        next(field for field in self._questions if not field.text).add(sentence)

    def _on_open_second(self) -> None:
        self._is_second_open = True
        self.refresh()


class UseForm(QWidget):
    """How the page will be used, the name on it, and what can stand on it too; the caller refreshes it."""

    def __init__(self, text: PageText, session: Session) -> None:
        super().__init__()
        self._session = session
        self._use = ChoiceRow("use", text.use, [(use.use, use.text) for use in text.uses], joined=True)
        self._use.chosen.connect(self._on_use)
        self._use.put_clear_at_end()
        title = heading(text.use, "field")
        set_buddy(title, self._use)
        self._name = PlanField("name", self.tr("Name or initials"), NAME, session)
        self._name_title = label(self.tr("Name or initials"), "strong")
        set_buddy(self._name_title, self._name)
        self._write_name = quiet_button(self.tr("Add my name or initials"), "write-name", self._on_write_name)
        self._agreed = self._box("agreed-lines", self.tr("Empty lines for “{title}”").format(title=text.agreed))
        self._since = self._box("since", text.since)
        on_page = self.tr("Put on the page: {title}").format(title=text.last_agreed)
        self._last_agreed = self._box("last-agreed", on_page)
        name = (self._name_title, self._name, self._write_name)
        column(self, title, self._use, self._since, self._last_agreed, self._agreed, *name, spacing=6)

    def refresh(self, earlier: CheckIn | None) -> None:
        """Show the session; only after an earlier check-in can the page say what has changed, and what was agreed."""
        plan = self._session.check_in.plan
        self._use.show_value(plan.use)
        self._name.refresh()
        self._show_name(shown=bool(plan.name) or self._name.hasFocus())
        for box in (self._agreed, self._since, self._last_agreed):
            box.show_checked(checked=getattr(plan, box.button.objectName().replace("-", "_")))
        self._since.setVisible(earlier is not None)
        self._last_agreed.setVisible(earlier is not None and bool(earlier.agreed))

    def _box(self, name: str, text: str) -> WrappedButton:
        """Return a box for the part of the plan that is called so."""
        box = wrapped_check(name, text)
        part = name.replace("-", "_")
        box.clicked.connect(lambda: change_plan(self._session, **{part: box.is_checked}))
        return box

    def _show_name(self, *, shown: bool) -> None:
        self._name_title.setVisible(shown)
        self._name.setVisible(shown)
        self._write_name.setVisible(not shown)

    def _on_write_name(self) -> None:
        self._name.show()
        self._name.setFocus()
        self._show_name(shown=True)

    def _on_use(self) -> None:
        change_plan(self._session, use=self._use.value if isinstance(self._use.value, PageUse) else None)


def _show_as_many_as_needed(fields: Sequence[PlanField]) -> None:
    """Show the fields with words, the one in use, and one more to write in."""
    filled = [bool(field.text) for field in fields]
    empty = filled.index(False) if False in filled else len(fields)
    last = max(number for number, field in enumerate(fields) if filled[number] or number == empty or field.hasFocus())
    for number, field in enumerate(fields):
        field.setVisible(number <= last)
