"""The four gentle choices under the line about feeling unsafe, and what each of them opens."""

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from evolve_desktop.checkin.guidance import Guidance, guide
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Step, UnsafeChoice, UnsafeMeaning
from evolve_desktop.gui.red_flags.panel import Collapsible, Panel, RedFlagNavigation, ordinary_line, part_button
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.labels import card_frame, label


class UnsafeAnswer(Panel):
    """Lines of text, buttons to the parts named, and a line that is no red flag on its own."""

    def __init__(self, choice: UnsafeChoice, pack: Pack, ways: RedFlagNavigation) -> None:
        """Build what belongs to the choice."""
        super().__init__()
        check = pack.red_flags
        name = f"unsafe-{choice.meaning.name.lower().replace('_', '-')}"
        self._texts: list[tuple[Step, QWidget]] = [(text, label(text.text, selectable=True)) for text in choice.texts]
        self._ordinary = Panel()
        for line in check.ordinary:
            if line.id == choice.ordinary:
                self._ordinary.hold(label(check.ordinary_title, "strong"), ordinary_line(line, pack.about))
        buttons = [part_button(check.part(tier), f"{name}-part-{tier.value}", ways) for tier in choice.parts]
        self.hold(*(widget for _, widget in self._texts), *buttons, self._ordinary)

    def refresh(self, guidance: Guidance) -> None:
        """Show what may stand."""
        for text, widget in self._texts:
            widget.setVisible(guidance.may_show(text))
        self._ordinary.setVisible(guidance.ordinary is not None)


class UnsafePanel(Panel):
    """One choice can be taken, changed or cleared; help is one click away whatever was chosen."""

    def __init__(self, pack: Pack, session: Session, ways: RedFlagNavigation) -> None:
        """Build the choices; what they open is built when it is first shown."""
        super().__init__()
        self._check = pack.red_flags
        unsafe = self._check.unsafe
        self._session = session
        self._ways = ways
        labels = [(choice.meaning, choice.label) for choice in unsafe.choices]
        self._row = ChoiceRow("unsafe", unsafe.question, labels, stacked=True)
        self._row.chosen.connect(self._on_chosen)
        self._answers = [_answer(choice, pack, ways) for choice in unsafe.choices]
        help_button = QPushButton(self.tr("Help lines"))
        help_button.setObjectName("unsafe-help")
        help_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        help_button.clicked.connect(ways.to_help)
        frame, inside = card_frame("hint")
        frame.setObjectName("unsafe-box")
        question = label(unsafe.question)
        set_buddy(question, self._row)
        for widget in (label(unsafe.intro, "strong"), question, self._row, *self._answers):
            inside.addWidget(widget)
        for widget in (label(unsafe.always, "strong"), help_button, label(unsafe.closing)):
            inside.addWidget(widget)
        self.hold(frame)

    def refresh(self, guidance: Guidance) -> None:
        """Show the choice and what it opens."""
        self._row.show_value(self._session.check_in.unsafe)
        for answer in self._answers:
            answer.refresh(guidance)

    def _on_chosen(self) -> None:
        meaning = self._row.value
        self._session.unsafe(meaning if isinstance(meaning, UnsafeMeaning) else None)
        if guide(self._check, self._session.check_in).help_lines_at_once:
            self._ways.to_help()


def _answer(choice: UnsafeChoice, pack: Pack, ways: RedFlagNavigation) -> Collapsible:
    return Collapsible(lambda: UnsafeAnswer(choice, pack, ways), lambda now: now.chosen is choice)
