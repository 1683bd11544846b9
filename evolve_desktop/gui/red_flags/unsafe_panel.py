"""The question what "unsafe" means, its four choices, and the answer that each of them opens."""

from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.red_flag_guidance import Guidance, decide_guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Step, UnsafeChoice, UnsafeMeaning
from evolve_desktop.gui.red_flags.guidance_panel import (
    Collapsible,
    GuidancePanel,
    RedFlagNavigation,
    ordinary_line,
    part_button,
)
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.labels import button, label


class UnsafePanel(GuidancePanel):
    """One choice can be made, changed or cleared; the help lines are one click away whatever was chosen."""

    def __init__(self, pack: Pack, session: Session, navigation: RedFlagNavigation) -> None:
        super().__init__()
        self._check = pack.red_flags
        unsafe = self._check.unsafe
        self._session = session
        self._navigation = navigation
        labels = [(choice.meaning, choice.label) for choice in unsafe.choices]
        self._row = ChoiceRow("unsafe", unsafe.question, labels, stacked=True)
        self._row.chosen.connect(self._on_chosen)
        self._answers = [_answer(choice, pack, navigation) for choice in unsafe.choices]
        question = label(unsafe.question)
        set_buddy(question, self._row)
        self.hold_card(
            label(unsafe.intro, "strong"),
            question,
            self._row,
            *self._answers,
            label(unsafe.always, "strong"),
            button(self.tr("Help lines"), "unsafe-help", navigation.to_help, narrow=True),
            label(unsafe.closing),
            kind="hint",
            name="unsafe-box",
        )

    def refresh(self, guidance: Guidance) -> None:
        """Show the choice and its answer."""
        self._row.show_value(self._session.check_in.unsafe)
        for answer in self._answers:
            answer.refresh(guidance)

    def _on_chosen(self) -> None:
        meaning = self._row.value
        self._session.unsafe(meaning if isinstance(meaning, UnsafeMeaning) else None)
        if decide_guidance(self._check, self._session.check_in).help_lines_at_once:
            self._navigation.to_help()


class UnsafeAnswer(GuidancePanel):
    """The texts of one choice, buttons to the parts it names, and a line that is no red flag on its own."""

    def __init__(self, choice: UnsafeChoice, pack: Pack, navigation: RedFlagNavigation) -> None:
        super().__init__()
        check = pack.red_flags
        name = f"unsafe-{choice.meaning.name.lower().replace('_', '-')}"
        self._texts: list[tuple[Step, QWidget]] = [(text, label(text.text, selectable=True)) for text in choice.texts]
        self._ordinary = GuidancePanel()
        for line in check.ordinary:
            if line.id == choice.ordinary:
                self._ordinary.set_content(label(check.ordinary_title, "strong"), ordinary_line(line, pack.about))
        buttons = [part_button(check.part(tier), f"{name}-part-{tier.value}", navigation) for tier in choice.parts]
        self.set_content(*(widget for _, widget in self._texts), *buttons, self._ordinary)

    def refresh(self, guidance: Guidance) -> None:
        """Show what the guidance allows."""
        for text, widget in self._texts:
            widget.setVisible(guidance.may_show(text))
        self._ordinary.setVisible(guidance.ordinary is not None)


def _answer(choice: UnsafeChoice, pack: Pack, navigation: RedFlagNavigation) -> Collapsible:
    return Collapsible(lambda: UnsafeAnswer(choice, pack, navigation), lambda now: now.chosen is choice)
