"""A field for the person's own words on the page, tied to one text of the page's plan."""

from collections.abc import Callable, Mapping
from functools import partial

import msgspec
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.widgets.buttons import WrappedButton
from evolve_desktop.gui.widgets.dynamic_list import DynamicList
from evolve_desktop.gui.widgets.labels import label
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


class StarterList(QWidget):
    """Offers sentences under a quiet heading, and nothing at all where there are none."""

    def __init__(self, title: str, use: Callable[[str], None]) -> None:
        """Take the heading, and what to do with the sentence that is chosen."""
        super().__init__()
        self._use = use
        self._list = DynamicList()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label(title, "quiet-heading"))
        layout.addWidget(self._list)

    def show_sentences(self, sentences: Mapping[str, str]) -> None:
        """Offer these sentences, each under an object name."""
        self._list.show_widgets({name: partial(self._make, name, text) for name, text in sentences.items()})
        self.setVisible(bool(sentences))

    def _make(self, name: str, text: str) -> WrappedButton:
        button = QToolButton()
        button.setText("+")
        starter = WrappedButton(button, name, text)
        button.setAccessibleName(self.tr("Use: {sentence}").format(sentence=text))
        starter.clicked.connect(partial(self._use, text))
        return starter
