"""One saved check-in in the list: its day, its topic, what was agreed after it, and what was said to other words."""

from collections.abc import Callable

from evolve_desktop.checkin.answered_wording import seen_under
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.page_text import PageText
from evolve_desktop.gui.history.answer_texts import answer_texts
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import breakable, button, heading, label, link_button, show_text
from evolve_desktop.gui.widgets.optional_text import OptionalText
from evolve_desktop.gui.widgets.reading_order import in_order


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
        self._apart = label("", selectable=True)
        self._apart.setObjectName(f"apart-{check_in.id}")
        self._apart.hide()
        self._show_apart = link_button("", f"show-apart-{check_in.id}", self._on_show_apart)
        self._agreed = OptionalText(text.agreed, text.agreed_help)
        self._agreed.edited.connect(self._on_agreed)
        self._open = button(self.tr("Open"), f"open-{check_in.id}", on_open)
        self._delete = button(self.tr("Delete"), f"delete-{check_in.id}", on_delete)
        self.setFocusProxy(self._delete)
        self._build()

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
        self._apart.setText(in_order(answer_texts(self._page, seen.older, check_in.started)))
        self._show_apart.setVisible(bool(seen.older))
        self._apart.setVisible(bool(seen.older) and not self._apart.isHidden())
        self._name_apart(len(seen.older))

    def _build(self) -> None:
        self.add(self._name, self._about, self._topic, self._show_apart, self._apart)
        self.add(self._agreed)
        buttons = FlowLayout()
        for button_ in (self._open, self._delete):
            buttons.addWidget(button_)
        self.body.addLayout(buttons)

    def _on_agreed(self) -> None:
        if self._agreed.text != self._check_in.agreed:
            self._session.agree(self._check_in.id, self._check_in.agreed, self._agreed.text)

    def _on_show_apart(self) -> None:
        self._apart.setVisible(self._apart.isHidden())
        self._name_apart(len(seen_under(self._check_in, self._session.wording).older))

    def _name_apart(self, count: int) -> None:
        form = self.tr("Show answers to other words: {count}")
        if not self._apart.isHidden():
            form = self.tr("Hide answers to other words: {count}")
        self._show_apart.setText(form.format(count=count))
        self._show_apart.setAccessibleName(f"{self._show_apart.text()}: {self._name.text()}")
