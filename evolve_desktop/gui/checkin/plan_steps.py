"""What follows the lines when they come one at a time: what they say back, and the parts of My page, each alone."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.page_plan import QUESTION_LINES
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageText
from evolve_desktop.gui.checkin.reflection_panel import ReflectionPanel, reflection_of
from evolve_desktop.gui.services.page_picks import PagePicks
from evolve_desktop.gui.services.plan_field import MAIN_TOPIC, PlanField, PlanText
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.announcements import show_and_say
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.focus import first_stop
from evolve_desktop.gui.widgets.labels import heading, label, set_role
from evolve_desktop.gui.widgets.pick_list import PickList

GO_ON = QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return))
"""The key that goes on from a field, in which Enter begins another line."""


class Step(QWidget):
    """One thing alone on the page."""

    @property
    def start(self) -> QWidget | None:
        """The control that takes the focus first; None if there is none."""
        return first_stop(self)

    @property
    def is_answered(self) -> bool:
        """Whether something was said here."""
        return True

    @property
    def spoken(self) -> str:
        """What a screen reader says beside the control with the focus."""
        return ""

    def refresh(self) -> None:
        """Show the session."""


class ReflectionStep(Step):
    """What the check-in says back."""

    def __init__(
        self, title: str, pack: Pack, session: Session, picks: PagePicks, on_red_flags: Callable[[], None]
    ) -> None:
        super().__init__()
        self._pack, self._session, self._picks = pack, session, picks
        self._title = title
        self._nothing = label(self.tr("Nothing is answered yet."))
        self._panel = ReflectionPanel(pack.checklist, on_red_flags)
        set_role(self._panel, "")  # it stands on a card already
        self._panel.body.setContentsMargins(0, 0, 0, 0)
        column(self, heading(title, "sentence"), self._nothing, self._panel, spacing=14)
        self.refresh()

    @property
    def start(self) -> None:
        """No control: it is to be read, and the usual way on has the focus."""
        return

    @property
    def spoken(self) -> str:
        """Its title."""
        return self._title

    def refresh(self) -> None:
        """Show the session."""
        self._panel.show_reflection(reflection_of(self._pack, self._session, self._picks), self._picks.to_work_on())
        self._nothing.setVisible(self._panel.isHidden())


class TextsStep(Step):
    """Some texts of My page below their title."""

    def __init__(self, title: str, names: dict[str, PlanText], session: Session, *, lines: int) -> None:
        super().__init__()
        top = heading(title, "sentence")
        problem = label("", "strong")
        problem.hide()
        self._fields = [PlanField(name, title, text, session, lines=lines) for name, text in names.items()]
        for number, field in enumerate(self._fields, 1):
            if len(names) > 1:
                field.setAccessibleName(f"{title} {number}")
            field.limit_reached.connect(lambda field=field: show_and_say(problem, field.limit_sentence))
            field.edited.connect(problem.hide)
        set_buddy(top, self._fields[0])
        keys = self.tr("{key} goes on.").format(key=GO_ON.toString(QKeySequence.SequenceFormat.NativeText))
        column(self, top, *self._fields, problem, label(keys, "small"), spacing=14)
        self._spoken = keys
        self.refresh()

    @property
    def is_answered(self) -> bool:
        """Whether something is written."""
        return any(field.text for field in self._fields)

    @property
    def spoken(self) -> str:
        """How to go on."""
        return self._spoken

    def refresh(self) -> None:
        """Show the session."""
        for field in self._fields:
            field.refresh()


class HelpingStep(Step):
    """The strengths to pick from."""

    def __init__(self, title: str, session: Session, picks: PagePicks) -> None:
        super().__init__()
        self._session, self._picks = session, picks
        self._list = PickList(title, self.tr("Up to four lines."))
        column(self, self._list)
        self.refresh()

    @property
    def is_answered(self) -> bool:
        """Whether a line is picked."""
        return bool(self._session.check_in.plan.helping)

    def refresh(self) -> None:
        """Show the session."""
        self._list.show_picks(self._picks.helping())


def topic_step(text: PageText, session: Session) -> Step:
    """Return the step of the main topic."""
    return TextsStep(text.main_topic, {"main-topic": MAIN_TOPIC}, session, lines=3)


def questions_step(text: PageText, session: Session) -> Step:
    """Return the step of the questions."""
    names = {f"question-{index + 1}": PlanText.question(index) for index in range(QUESTION_LINES)}
    return TextsStep(text.questions, names, session, lines=1)
