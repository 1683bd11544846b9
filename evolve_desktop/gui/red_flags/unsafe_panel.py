"""The question what "unsafe" means, its four choices, and the answer that each of them opens."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.red_flag_guidance import Guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import About, Pack
from evolve_desktop.content.red_flags import OrdinaryLine, Tier, Unsafe, UnsafeChoice, UnsafeMeaning
from evolve_desktop.content.sources import source_of
from evolve_desktop.gui.red_flags.guidance_panel import (
    Collapsible,
    GuidancePanel,
    RedFlagNavigation,
    ordinary_line,
    part_button,
)
from evolve_desktop.gui.red_flags.next_steps import UrgentNumbers, UrgentPanel, lines
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import OnClick, button, label


class UnsafePanel(GuidancePanel):
    """One choice can be made, changed or cleared; the help lines are one click away whatever was chosen.

    The panels of the answer, which are refreshed with this one, stand directly below the choices.
    """

    def __init__(self, unsafe: Unsafe, session: Session, answer: Sequence[GuidancePanel], *, to_help: OnClick) -> None:
        super().__init__()
        self._session = session
        self._answer = answer
        labels = [(choice.meaning, choice.label) for choice in unsafe.choices]
        self._row = ChoiceRow("unsafe", unsafe.question, labels, stacked=True)
        self._row.chosen.connect(self._on_chosen)
        self._help = button(self.tr("Help lines"), "unsafe-help", to_help, narrow=True)
        question = label(unsafe.question)
        set_buddy(question, self._row)
        self.hold_card(
            label(unsafe.intro, "strong"),
            question,
            self._row,
            *answer,
            label(unsafe.always, "strong"),
            self._help,
            label(unsafe.closing),
            kind="hint",
            name="unsafe-box",
        )

    def refresh(self, guidance: Guidance) -> None:
        """Show the choice and its answer."""
        self._row.show_value(self._session.check_in.unsafe)
        for panel in self._answer:
            panel.refresh(guidance)
        self._help.setVisible(not guidance.help_lines_at_once)  # else the answer has the button

    def _on_chosen(self) -> None:
        meaning = self._row.value
        self._session.unsafe(meaning if isinstance(meaning, UnsafeMeaning) else None)


class UnsafeAnswers:
    """Builds what follows each choice; `numbers` returns those of the chosen country."""

    def __init__(self, pack: Pack, navigation: RedFlagNavigation, numbers: Callable[[], UrgentNumbers]) -> None:
        self._pack = pack
        self._navigation = navigation
        self._numbers = numbers

    def panel(self, choice: UnsafeChoice, on_opened: Callable[[], None]) -> GuidancePanel:
        """Return the answer to one choice, which shows nothing before it is refreshed."""
        return Collapsible(
            lambda shown: UnsafeAnswer(shown, self._pack, self._navigation, self._numbers),
            lambda guidance: choice if guidance.answer is choice else None,
            lambda shown: " ".join(text.text for text in shown.texts),
            on_opened,
        )


class UnsafeAnswer(GuidancePanel):
    """What follows one choice: its texts, numbers to call, sentences, buttons to parts, an ordinary line."""

    def __init__(
        self, choice: UnsafeChoice, pack: Pack, navigation: RedFlagNavigation, numbers: Callable[[], UrgentNumbers]
    ) -> None:
        super().__init__()
        check = pack.red_flags
        name = f"unsafe-{choice.meaning.name.lower().replace('_', '-')}"
        urgent = Collapsible(
            partial(UrgentPanel, to_help=navigation.to_help), lambda _: numbers() if choice.help_lines else None
        )
        scripts = check.part(Tier.TALK).what_next.scripts if choice.talk_words else ()
        waiting = Disclosure(f"{name}-words", check.unsafe.words_link, [text.text for text in scripts], role="body")
        ways = QWidget()
        row = FlowLayout(ways)
        for tier in choice.parts:
            row.addWidget(part_button(check.part(tier), f"{name}-part-{tier.value}", navigation))
        ordinary = Collapsible(
            lambda line: OrdinaryAside(check.ordinary_title, line, pack.about), lambda guidance: guidance.ordinary
        )
        self._panels = urgent, ordinary
        self.set_content(
            *lines([text.text for text in choice.texts]),
            urgent,
            *lines([script.text for script in choice.scripts]),
            *([ways] if choice.parts else []),
            *([waiting] if scripts else []),
            ordinary,
            spacing=10,
        )

    def refresh(self, guidance: Guidance) -> None:
        """Show the numbers of the chosen country, and the ordinary line if there is one."""
        for panel in self._panels:
            panel.refresh(guidance)


class OrdinaryAside(GuidancePanel):
    """One line that is no red flag on its own, under its heading."""

    def __init__(self, title: str, line: OrdinaryLine, about: About) -> None:
        super().__init__()
        sources = Disclosure(f"sources-{line.id}", about.where_from, [source_of(line, about)], about=line.text)
        self.set_content(label(title, "strong"), ordinary_line(line), sources, spacing=4)
