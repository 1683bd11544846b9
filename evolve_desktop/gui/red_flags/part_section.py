"""One of the three parts of the red flags, from its title to its last line; parts two and three begin hidden."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.red_flag_guidance import NEXT_PART, Guidance, decide_guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import FlagPart, RedFlag, StepUp, Tier
from evolve_desktop.content.sources import line_sources
from evolve_desktop.gui.red_flags.flag_row import FlagReplyRow, FlagRow
from evolve_desktop.gui.red_flags.guidance_panel import (
    Collapsible,
    GuidancePanel,
    RedFlagNavigation,
    part_button,
)
from evolve_desktop.gui.red_flags.next_steps import Advice, NextSteps, UrgentNumbers
from evolve_desktop.gui.red_flags.open_rows import OpenRows
from evolve_desktop.gui.red_flags.unsafe_panel import UnsafeAnswers, UnsafePanel
from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import button, heading, label
from evolve_desktop.gui.widgets.pair_layout import title_line
from evolve_desktop.settings import Preferences

_GAP = 6

OnOpened = Callable[[], None]


class PartSection(GuidancePanel):
    """The title, the content note and the button are always shown; the button shows and hides the flags."""

    def __init__(self, part: FlagPart, pack: Pack, session: Session, flags: "FlagRows") -> None:
        super().__init__()
        self._part = part
        self._pack = pack
        self._session = session
        self._is_open = not part.content_note
        tier = part.tier.value
        self.button = button("", f"show-part-{tier}", lambda: self._show(is_open=not self._is_open), narrow=True)
        lines = line_sources(part.flags, pack.about)
        self._sources = Disclosure(f"sources-{tier}", pack.about.where_from, lines, about=part.title, apart=True)
        self._content = Collapsible(lambda _: PartContent(part, flags), lambda _: self._is_open or None)
        note = [label(part.content_note, "small")] if part.content_note else []
        titles = QWidget()
        column(titles, heading(part.title), *note, spacing=2)
        head = title_line(titles, self._sources.button, self.button)
        for below in (self._sources, self._content):  # the gap above the sources is kept while they are closed, too
            below.setContentsMargins(0, _GAP, 0, 0)
        self.set_content(head, self._sources, self._content, spacing=0)

    @property
    def is_open(self) -> bool:
        """Whether the flags are shown."""
        return self._is_open

    def open(self) -> None:
        """Show the flags."""
        self._show(is_open=True)

    def refresh(self, guidance: Guidance) -> None:
        """Show or hide the flags, and name on the button what it does."""
        show = self._part.show_label or self.tr("Show this part")
        text = self.tr("Hide this part") if self._is_open else show
        self.button.setText(text)
        self.button.setAccessibleName(f"{text}: {self._part.title}")
        for widget in (self._sources, self._sources.button):
            widget.setVisible(self._is_open)
        self._content.refresh(guidance)

    def _show(self, *, is_open: bool) -> None:
        self._is_open = is_open
        self.refresh(decide_guidance(self._pack.red_flags, self._session.check_in))


class PartContent(GuidancePanel):
    """A row for each flag of a part."""

    def __init__(self, part: FlagPart, flags: "FlagRows") -> None:
        super().__init__()
        self._rows = [flags.row(flag, part) for flag in part.flags]
        self.set_content(*self._rows, spacing=0)

    def refresh(self, guidance: Guidance) -> None:
        """Show the replies and what they open."""
        for row in self._rows:
            row.refresh(guidance)


class FlagRows:
    """Builds the row of a flag with all that its answer may open."""

    def __init__(
        self,
        pack: Pack,
        session: Session,
        preferences: Preferences,
        *,
        rows: OpenRows,
        navigation: RedFlagNavigation,
    ) -> None:
        self._pack = pack
        self._check = pack.red_flags
        self._session = session
        self._preferences = preferences
        self._rows = rows
        self._navigation = navigation

    def row(self, flag: RedFlag, part: FlagPart) -> FlagRow:
        """Return the row, which shows nothing before it is refreshed."""
        opened: list[GuidancePanel] = []
        on_opened = partial(self._navigation.on_opened, opened)
        if flag.first:
            opened.append(self._first(flag, on_opened))
        if flag.unsafe:
            opened.append(self._unsafe(flag, on_opened))
        else:
            opened += self._steps(flag, part, on_opened)
        return FlagRow(
            flag,
            self._session,
            opened=opened,
            titles=[self._check.part(tier).what_next.title for tier in (part.tier, Tier.STOP)],
            elsewhere=partial(self._elsewhere, flag),
            navigation=self._navigation,
        )

    def _first(self, flag: RedFlag, on_opened: OnOpened) -> GuidancePanel:
        return Collapsible(
            lambda _: FirstWords(flag.first),
            lambda guidance: flag.first if flag.id in guidance.raised else None,
            lambda words: words,
            on_opened,
        )

    def _steps(self, flag: RedFlag, part: FlagPart, on_opened: OnOpened) -> list[GuidancePanel]:
        """Return the question that may lead on, and the next steps of this part and of part three."""
        panels: list[GuidancePanel] = []
        if part.step_up and part.tier in NEXT_PART:
            step_up, onward = part.step_up, self._check.part(NEXT_PART[part.tier])
            question = Collapsible(
                lambda _: StepUpCard(step_up, onward, self._session, self._navigation),
                lambda _: self._rows.asks_in(flag.id) or None,
                lambda _: step_up.question,
                on_opened,
            )
            panels.append(question)
        return panels + [self._next_steps(flag, tier, on_opened) for tier in dict.fromkeys((part.tier, Tier.STOP))]

    def _unsafe(self, flag: RedFlag, on_opened: OnOpened) -> GuidancePanel:
        """Return the question what "unsafe" means, which is there while the flag is raised."""
        return Collapsible(
            lambda _: self._unsafe_question(flag),
            lambda guidance: guidance.unsafe_is_open or None,
            lambda _: self._check.unsafe.intro,
            on_opened,
        )

    def _unsafe_question(self, flag: RedFlag) -> UnsafePanel:
        """Build the four choices; the next steps of part three stand below the answer, its numbers first."""
        answer: list[GuidancePanel] = []
        on_answered = partial(self._navigation.on_opened, answer)
        numbers = partial(UrgentNumbers.of, self._pack.help_lines)
        choices = self._check.unsafe.choices
        answers = UnsafeAnswers(self._pack, self._navigation, lambda: numbers(self._preferences.settings.country))
        answer += [answers.panel(choice, on_answered) for choice in choices]
        answer.append(self._next_steps(flag, Tier.STOP, on_answered, with_numbers=False))
        return UnsafePanel(self._check.unsafe, self._session, answer, to_help=self._navigation.to_help)

    def _next_steps(
        self, flag: RedFlag, tier: Tier, on_opened: OnOpened, *, with_numbers: bool = True
    ) -> GuidancePanel:
        def advice(guidance: Guidance) -> Advice | None:
            if self._rows.steps_in(flag.id) is not tier:
                return None
            return Advice.of(self._pack, tier, guidance, self._preferences.settings.country)

        build = partial(
            NextSteps,
            tier=tier,
            words_link=self._check.unsafe.words_link,
            to_help=self._navigation.to_help if with_numbers else None,
        )
        return Collapsible(build, advice, lambda shown: shown.spoken, on_opened)

    def _elsewhere(self, flag: RedFlag) -> str:
        tier = self._rows.steps_elsewhere(flag.id)
        return self._check.part(tier).what_next.title if tier else ""


class FirstWords(GuidancePanel):
    """What a person hears before all next steps."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.set_content(label(words, "strong"))


class StepUpCard(GuidancePanel):
    """A question that may lead on to another part; apart from the next steps, for it stays while its answer counts."""

    def __init__(self, step_up: StepUp, onward: FlagPart, session: Session, navigation: RedFlagNavigation) -> None:
        super().__init__()
        opened: list[GuidancePanel] = []
        onward_way = Collapsible(
            lambda _: WayOnward(step_up, onward, navigation),
            lambda guidance: (onward.tier in guidance.suggested) or None,
            lambda _: step_up.then,
            partial(navigation.on_opened, opened),
        )
        opened.append(onward_way)
        self._row = FlagReplyRow(step_up.id, step_up.question, session, opened=opened, kind="hint")
        self.set_content(self._row)

    def refresh(self, guidance: Guidance) -> None:
        """Show the reply, and the button if it leads on."""
        self._row.refresh(guidance)


class WayOnward(GuidancePanel):
    """What the answer to a step-up question leads to, and the button that goes there."""

    def __init__(self, step_up: StepUp, onward: FlagPart, navigation: RedFlagNavigation) -> None:
        super().__init__()
        self.set_content(label(step_up.then), part_button(onward, f"{step_up.id}-onward", navigation), spacing=8)
