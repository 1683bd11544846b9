"""One saved check-in in the list: its day, its topic, what was agreed after it, and what was said to other words."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.answered_wording import seen_under
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.page_text import PageText
from evolve_desktop.gui.history.answer_texts import answer_texts
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column
from evolve_desktop.gui.widgets.labels import BETWEEN_LINES, breakable, button, heading, label, link_button, show_text
from evolve_desktop.gui.widgets.optional_text import OptionalText
from evolve_desktop.gui.widgets.reading_order import in_order


class AnswersApart(QWidget):
    """The answers to other words than the present ones, behind a button."""

    def __init__(self, check_in_id: str) -> None:
        super().__init__()
        self._day, self._count = "", 0
        self._answers = label("", selectable=True)
        self._answers.setObjectName(f"apart-{check_in_id}")
        self._answers.hide()
        self._show = link_button("", f"show-apart-{check_in_id}", self._on_show)
        column(self, self._show, self._answers, spacing=BETWEEN_LINES)

    def show_answers(self, text: str, count: int, day: str) -> None:
        """Offer this text, which holds this many answers given on a day."""
        self._day, self._count = day, count
        self._answers.setText(in_order(text))
        self._answers.setVisible(bool(text) and not self._answers.isHidden())
        self.setVisible(bool(text))
        self._name_button()

    def _on_show(self) -> None:
        self._answers.setVisible(self._answers.isHidden())
        self._name_button()

    def _name_button(self) -> None:
        form = self.tr("Show answers to other words: {count}")
        if not self._answers.isHidden():
            form = self.tr("Hide answers to other words: {count}")
        self._show.setText(form.format(count=self._count))
        self._show.setAccessibleName(f"{self._show.text()}: {self._day}")


class CheckInCard(Card):
    """Shows a check-in, and shows it again after it has changed; its two buttons call back."""

    def __init__(
        self,
        check_in: CheckIn,
        session: Session,
        text: PageText,
        *,
        on_open: Callable[[], None],
        on_delete: Callable[[], None],
    ) -> None:
        super().__init__()
        self._session, self._check_in, self._page = session, check_in, text
        self._name = heading("")
        self._about = label()
        self._topic = label("", "muted")
        self._agreed = OptionalText(text.agreed, text.agreed_help)
        self._agreed.edited.connect(self._on_agreed)
        self._open = button(self.tr("Open"), f"open-{check_in.id}", on_open)
        self._delete = button(self.tr("Delete"), f"delete-{check_in.id}", on_delete)
        self._build()

    def take_focus(self) -> None:
        """Give the focus to the button that deletes; as a proxy of the card, Tab would go to it past all the others."""
        self._delete.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_check_in(self, check_in: CheckIn, name: str, total: int, *, is_open: bool) -> None:
        """Show this check-in under its name; `total` is the number of checklist items."""
        self._check_in = check_in
        seen = seen_under(check_in, self._session.wording)
        if self._name.text() != name:
            self._name.setText(name)
            self._open.setAccessibleName(self.tr("Open: {day}").format(day=name))
            self._delete.setAccessibleName(self.tr("Delete: {day}").format(day=name))
            self._agreed.set_name(f"agreed-{check_in.id}", f"{self._page.agreed}…", name)
        answered_count = self.tr("{seen} of {total} looked at").format(seen=seen.answered_count, total=total)
        self._about.setText(" · ".join([answered_count, self.tr("open now")] if is_open else [answered_count]))
        show_text(self._topic, breakable(check_in.plan.main_topic.partition("\n")[0]))
        self._open.setEnabled(not is_open)
        self._agreed.show_text(check_in.agreed)
        if seen.older or "_apart" in vars(self):
            self._apart.show_answers(answer_texts(self._page, seen.older, check_in.started), len(seen.older), name)

    @cached_property
    def _apart(self) -> AnswersApart:
        """What few check-ins have."""
        apart = AnswersApart(self._check_in.id)
        self.body.insertWidget(self.body.indexOf(self._agreed), apart)
        return apart

    def _build(self) -> None:
        self.add(self._name, self._about, self._topic, self._agreed)
        buttons = FlowLayout()
        for button_ in (self._open, self._delete):
            buttons.addWidget(button_)
        self.body.addLayout(buttons)

    def _on_agreed(self) -> None:
        if self._agreed.text != self._check_in.agreed:
            self._session.agree(self._check_in.id, self._check_in.agreed, self._agreed.text)
