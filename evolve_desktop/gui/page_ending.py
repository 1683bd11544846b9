"""The end of My page's switches: how I'd like to use it, a name, lines for what we agreed."""

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.page_text import PageText, PageUse
from evolve_desktop.gui.widgets.accessibility import make_label
from evolve_desktop.gui.widgets.buttons import wrapped_check
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.labels import heading
from evolve_desktop.gui.widgets.plan_field import NAME, PlanField


class PageEnding(QWidget):
    """Reads the page's plan from the session and writes it there."""

    def __init__(self, text: PageText, session: Session) -> None:
        """Build the switches; the caller refreshes them."""
        super().__init__()
        self._session = session
        uses = [(use.use, use.text) for use in text.uses]
        self._use = ChoiceRow("use", text.use, uses, stacked=True)
        self._use.chosen.connect(self._on_use)
        self._name = PlanField("name", self.tr("Name or initials"), NAME, session)
        self._agreed = wrapped_check("agreed-lines", self.tr("Empty lines for “{title}”").format(title=text.agreed))
        self._agreed.clicked.connect(self._on_agreed)
        self._since = wrapped_check("since", text.since)
        self._since.clicked.connect(self._on_since)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        title = heading(text.use, "part")
        make_label(title, self._use)
        body.addWidget(title)
        body.addWidget(self._use)
        body.addWidget(heading(self.tr("Name or initials, if you like"), "part"))
        body.addWidget(self._name)
        body.addWidget(self._since)
        body.addWidget(self._agreed)

    def refresh(self, *, has_earlier: bool) -> None:
        """Make everything equal to the session; what changed can be printed only after an earlier check-in."""
        plan = self._session.check_in.plan
        self._use.show_value(plan.use)
        self._name.refresh()
        self._agreed.show_checked(checked=plan.agreed_lines)
        self._since.show_checked(checked=plan.since)
        self._since.setVisible(has_earlier)

    def _on_use(self) -> None:
        use = self._use.value if isinstance(self._use.value, PageUse) else None
        self._session.plan(msgspec.structs.replace(self._session.check_in.plan, use=use))

    def _on_agreed(self) -> None:
        plan = self._session.check_in.plan
        self._session.plan(msgspec.structs.replace(plan, agreed_lines=self._agreed.is_checked))

    def _on_since(self) -> None:
        plan = self._session.check_in.plan
        self._session.plan(msgspec.structs.replace(plan, since=self._since.is_checked))
