"""The form of My page: the texts and the lines to pick, in the order of the page, then its use and its paper."""

import msgspec
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.page_plan import ALSO_LINES, QUESTION_LINES, Paper
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageText, PageUse
from evolve_desktop.content.red_flags import Tier
from evolve_desktop.gui.my_page.plan_field import MAIN_TOPIC, NAME, PlanField, PlanText, StarterList
from evolve_desktop.gui.services.page_picks import PagePicks
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.announcements import show_and_say
from evolve_desktop.gui.widgets.buttons import wrapped_check
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import heading, label, link_button
from evolve_desktop.gui.widgets.pick_list import PickList


class PageForm(QWidget):
    """The texts and the lists to pick from, read from the session and written there; the caller refreshes it."""

    def __init__(self, pack: Pack, session: Session) -> None:
        super().__init__()
        self._pack = pack
        self._session = session
        self._picks = PagePicks(pack, session)
        self._body = column(self, spacing=10)
        self._add_topics()
        self._add_lists()
        self._add_questions()

    def refresh(self) -> None:
        """Show the session."""
        for field in (self._topic, *self._also, *self._questions):
            field.refresh()
        self._topic_starters.show_sentences(self._sentences(asks=False, fields=[self._topic]))
        self._question_starters.show_sentences(self._sentences(asks=True, fields=self._questions))
        self._flags.show_picks(self._picks.red_flags(Tier.TALK))
        is_withheld = bool(self._session.check_in.plan.flags) and not self._picks.guidance.may_suggest_therapist
        self._withheld.setVisible(is_withheld)
        second = self._picks.red_flags(Tier.SECOND_OPINION)
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
        title = heading(text.main_topic, "part")
        self._body.addWidget(title)
        self._topic = self._field("main-topic", text.main_topic, MAIN_TOPIC, lines=3)
        set_buddy(title, self._topic)
        self._topic_starters = StarterList(self.tr("First sentences you could use"), self._topic.add)
        self._body.addWidget(self._topic_starters)
        self._body.addWidget(heading(text.also, "part"))
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
        picked = (self._helping, self._to_work_on, self._to_talk_about, self._apart)
        for widget in (*flags, *picked, self._nothing_yet):
            self._body.addWidget(widget)

    def _add_questions(self) -> None:
        text = self._pack.page
        self._body.addWidget(heading(text.questions, "part"))
        self._questions = [
            self._field(f"question-{i + 1}", f"{text.questions} {i + 1}", PlanText.question(i))
            for i in range(QUESTION_LINES)
        ]
        self._question_starters = StarterList(self.tr("Questions you could ask"), self._on_question)
        self._body.addWidget(self._question_starters)
        self._would_help = PickList(text.would_help)
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

    def _sentences(self, fields: list[PlanField], *, asks: bool) -> dict[str, str]:
        """Return the starters of the lines answered "Not yet" that no field contains yet; none after a warning."""
        check_in, guidance = self._session.check_in, self._picks.guidance
        if not guidance.may_suggest_therapist:
            return {}
        offered = {} if asks or guidance.scripts_wait else {"starter-script": self._pack.page.script}
        for item in self._pack.checklist.items:
            if item.starter and item.asks is asks and check_in.answer(item.id).reply is Reply.NOT_YET:
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
    """How the page will be used, the name on it, and two optional parts; the caller refreshes it."""

    def __init__(self, text: PageText, session: Session) -> None:
        super().__init__()
        self._session = session
        self._use = ChoiceRow("use", text.use, [(use.use, use.text) for use in text.uses], stacked=True)
        self._use.chosen.connect(self._on_use)
        self._name = PlanField("name", self.tr("Name or initials"), NAME, session)
        self._agreed = wrapped_check("agreed-lines", self.tr("Empty lines for “{title}”").format(title=text.agreed))
        self._agreed.clicked.connect(lambda: _change_plan(session, agreed_lines=self._agreed.is_checked))
        self._since = wrapped_check("since", text.since)
        self._since.clicked.connect(lambda: _change_plan(session, since=self._since.is_checked))
        on_page = self.tr("Put on the page: {title}").format(title=text.last_agreed)
        self._last_agreed = wrapped_check("last-agreed", on_page)
        self._last_agreed.clicked.connect(lambda: _change_plan(session, last_agreed=self._last_agreed.is_checked))
        title = heading(text.use, "part")
        set_buddy(title, self._use)
        name = heading(self.tr("Name or initials, if you like"), "part")
        column(self, title, self._use, name, self._name, self._since, self._last_agreed, self._agreed, spacing=10)

    def refresh(self, earlier: CheckIn | None) -> None:
        """Show the session; only after an earlier check-in can the page say what has changed, and what was agreed."""
        plan = self._session.check_in.plan
        self._use.show_value(plan.use)
        self._name.refresh()
        self._agreed.show_checked(checked=plan.agreed_lines)
        self._since.show_checked(checked=plan.since)
        self._since.setVisible(earlier is not None)
        self._last_agreed.show_checked(checked=plan.last_agreed)
        self._last_agreed.setVisible(earlier is not None and bool(earlier.agreed))

    def _on_use(self) -> None:
        _change_plan(self._session, use=self._use.value if isinstance(self._use.value, PageUse) else None)


class PaperForm(QWidget):
    """The paper and the size of the print; the caller refreshes it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        papers = [(Paper.A4, self.tr("A4")), (Paper.LETTER, self.tr("Letter"))]
        self._paper = ChoiceRow("paper", self.tr("Paper"), papers, can_clear=False)
        self._paper.chosen.connect(lambda: _change_plan(session, paper=self._paper.value))
        self._large = wrapped_check("large-print", self.tr("Large print. It may take two sides."))
        self._large.clicked.connect(lambda: _change_plan(session, large_print=self._large.is_checked))
        title = heading(self.tr("Paper"), "part")
        set_buddy(title, self._paper)
        column(self, title, self._paper, self._large, spacing=4)

    def refresh(self) -> None:
        """Show the session."""
        plan = self._session.check_in.plan
        self._paper.show_value(plan.paper)
        self._large.show_checked(checked=plan.large_print)


def _change_plan(session: Session, **changes: object) -> None:
    session.plan(msgspec.structs.replace(session.check_in.plan, **changes))
