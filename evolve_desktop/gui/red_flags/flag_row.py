"""A line to answer with *No, Not sure, Yes, Skip*, and inside it what the answer opens; one red flag is such a row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from evolve_desktop.checkin.check_in import FlagReply
from evolve_desktop.checkin.red_flag_guidance import Guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.red_flags import RedFlag
from evolve_desktop.gui.red_flags.guidance_panel import GuidancePanel, RedFlagNavigation
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.announcements import say
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.focus import focus_first, has_focus_inside
from evolve_desktop.gui.widgets.labels import keep_place, label, set_role
from evolve_desktop.gui.widgets.row_layout import RowLayout


class FlagReplyRow(GuidancePanel):
    """A question beside its four replies; note, ways and *Clear* stand below it, then the next steps that it opens.

    `kind` is a frame that the style sheet knows (`row`, `hint`).
    """

    def __init__(  # noqa: PLR0913  (each is a piece of the row)
        self,
        flag_id: str,
        question: str,
        session: Session,
        *,
        note: str = "",
        ways: Sequence[QWidget] = (),
        opened: Sequence[GuidancePanel] = (),
        kind: str = "row",
    ) -> None:
        super().__init__()
        self._id = flag_id
        self._session = session
        self._opened = opened
        self._choices = self._make_choices(question)
        sentence = label(question, "lead")
        set_buddy(sentence, self._choices)
        hint = label(note, "small")
        frame, tools = QFrame(), QWidget()
        line = FlowLayout(tools, spacing=6)
        for tool in (*ways, self._choices.clear):
            line.addWidget(tool)
        set_role(frame, kind)
        layout = RowLayout(frame, lambda: [note])
        for part in (sentence, self._choices, hint, tools, *opened):
            layout.addWidget(part)
        hint.setVisible(bool(note))
        self.set_content(frame)

    def _make_choices(self, question: str) -> ChoiceRow:
        choices = [
            (FlagReply.NO, self.tr("No")),
            (FlagReply.NOT_SURE, self.tr("Not sure")),
            (FlagReply.YES, self.tr("Yes")),
            (FlagReply.SKIP, self.tr("Skip")),
        ]
        row = ChoiceRow(self._id, question, choices, apart=1, joined=True)
        row.chosen.connect(self._on_chosen)
        return row

    def refresh(self, guidance: Guidance) -> None:
        """Show the reply and what it opens."""
        self._choices.show_value(self._session.check_in.flags.get(self._id))
        for panel in self._opened:
            panel.refresh(guidance)

    def focus_reply(self) -> None:
        """Give the focus to the reply."""
        focus_first(self._choices)

    def _on_chosen(self) -> None:
        value = self._choices.value
        self._session.flag(self._id, value if isinstance(value, FlagReply) else None)


class NextLink(QPushButton):
    """Leads to next steps in another row by one of these titles; keeps room for the longest, hidden or not."""

    def __init__(self, name: str, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = titles
        self.setObjectName(name)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self, "flat-link")
        keep_place(self)
        self.show_title("")

    def sizeHint(self) -> QSize:
        """Return the size with the longest title."""
        advance = self.fontMetrics().horizontalAdvance
        return super().sizeHint() + QSize(max(map(advance, self._titles)) - advance(self.text()), 0)

    def show_title(self, title: str) -> None:
        """Show this title; hide the link if the title is empty."""
        self.setText(title or " ")  # Qt measures an empty one as if it had four letters
        self.setVisible(bool(title))


class FlagRow(GuidancePanel):
    """One red flag with the panels that its answer opens, directly below the replies.

    If next steps stand in another row, `elsewhere` returns their title, one of `titles`, and a link has them here.
    """

    def __init__(  # noqa: PLR0913  (each is a piece of the row)
        self,
        flag: RedFlag,
        session: Session,
        *,
        opened: Sequence[GuidancePanel],
        titles: Sequence[str],
        elsewhere: Callable[[], str],
        navigation: RedFlagNavigation,
    ) -> None:
        super().__init__()
        self._id = flag.id
        self._elsewhere = elsewhere
        self._navigation = navigation
        self._next = NextLink(f"{flag.id}-next", titles)
        self._next.clicked.connect(self._on_next)
        self._row = FlagReplyRow(flag.id, flag.text, session, note=flag.note, ways=[self._next], opened=opened)
        self.set_content(self._row)

    def refresh(self, guidance: Guidance) -> None:
        """Show the reply and what it opens."""
        self._row.refresh(guidance)
        title, was_shown = self._elsewhere(), not self._next.isHidden()
        self._next.show_title(title)
        if title and not was_shown and has_focus_inside(self):
            say(self._next, title)
            self._navigation.on_opened([self._next])

    def _on_next(self) -> None:
        self._row.focus_reply()  # the link goes
        self._navigation.open_in(self._id)
