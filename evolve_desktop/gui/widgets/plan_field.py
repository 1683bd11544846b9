"""A field for the person's own words on the page, tied to one text of the page's plan."""

from collections.abc import Callable

import msgspec

from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.widgets.text_field import TextField


class PlanText(msgspec.Struct, frozen=True):
    """One text of the plan: how it is read, and how a plan with another text is made."""

    read: Callable[[PagePlan], str]
    write: Callable[[PagePlan, str], PagePlan]

    @classmethod
    def also(cls, index: int) -> "PlanText":
        """Return one of the two further topics."""
        return cls(lambda plan: plan.also[index], lambda plan, text: plan.with_also(index, text))

    @classmethod
    def question(cls, index: int) -> "PlanText":
        """Return one of the three questions."""
        return cls(lambda plan: plan.questions[index], lambda plan, text: plan.with_question(index, text))


MAIN_TOPIC = PlanText(lambda plan: plan.main_topic, PagePlan.with_main_topic)
NAME = PlanText(lambda plan: plan.name, PagePlan.with_name)


class PlanField(TextField):
    """Shows what the session says and writes what is typed."""

    def __init__(self, name: str, accessible_name: str, text: PlanText, session: Session, *, lines: int = 1) -> None:
        """Take the object name, what a screen reader says, the text and the session that holds it."""
        super().__init__(name, accessible_name, lines)
        self._plan_text = text
        self._session = session
        self.edited.connect(self._on_edited)

    def refresh(self) -> None:
        """Make the field equal to the session."""
        self.show_text(self._plan_text.read(self._session.check_in.plan))

    def add(self, sentence: str) -> None:
        """Take a sentence over, after what is there, and go on writing behind it."""
        self.show_text("\n".join(part for part in (self.text.rstrip(), sentence) if part))
        self.setFocus()

    def _on_edited(self) -> None:
        plan = self._session.check_in.plan
        before = self._plan_text.read(plan)
        self._session.write(self.objectName(), before, self._plan_text.write(plan, self.text), self.text)
