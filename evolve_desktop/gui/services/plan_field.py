"""A text field tied to one text of the plan of My page."""

from collections.abc import Callable

import msgspec

from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.widgets.text_field import MAX_CHARACTERS, TextField


class PlanText(msgspec.Struct, frozen=True):
    """One text of the plan: how to read it, and how to make a plan with another text."""

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
    """Shows a text of the session's plan and writes it there."""

    def __init__(self, name: str, accessible_name: str, text: PlanText, session: Session, *, lines: int = 1) -> None:
        super().__init__(name, accessible_name, lines)
        self._plan_text = text
        self._session = session
        self.edited.connect(self._on_edited)

    def refresh(self) -> None:
        """Show the session's text."""
        self.show_text(self._plan_text.read(self._session.check_in.plan))

    def add(self, sentence: str) -> None:
        """Append a sentence and continue writing after it; a field without room for it stays as it is."""
        text = "\n".join(part for part in (self.text.rstrip(), sentence) if part)
        if len(text) <= MAX_CHARACTERS:
            self.show_text(text)
        self.setFocus()
        if len(text) > MAX_CHARACTERS:
            self.limit_reached.emit()

    def _on_edited(self) -> None:
        plan = self._session.check_in.plan
        before = self._plan_text.read(plan)
        self._session.write(self.objectName(), before, self._plan_text.write(plan, self.text), self.text)


def change_plan(session: Session, **changes: object) -> None:
    """Change parts of the session's plan."""
    session.plan(msgspec.structs.replace(session.check_in.plan, **changes))
