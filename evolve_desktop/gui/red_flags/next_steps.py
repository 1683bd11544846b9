"""What to do next after a raised line, lines that wait to be asked for, and the numbers to call now."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.red_flag_guidance import Guidance
from evolve_desktop.content.help_lines import HelpLines
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import NextStep, Tier, WhatNext
from evolve_desktop.gui.red_flags.guidance_panel import GuidancePanel
from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import OnClick, button, heading, label

_LARGE = 30  # characters


class UrgentNumbers(msgspec.Struct, frozen=True, kw_only=True):
    """The emergency numbers of the chosen country, or a sentence in their place, and its help lines in a row each.

    A number alone is large; a longer text in that size would push the next steps off the screen.
    """

    emergency: str
    is_large: bool
    lines: tuple[str, ...]

    @classmethod
    def of(cls, help_lines: HelpLines, country_id: str) -> "UrgentNumbers":
        """Return the numbers of a country; without a chosen one, only the sentence for anywhere."""
        chosen = (country for country in help_lines.countries if country.id == country_id)
        country = next(chosen, msgspec.structs.replace(help_lines.anywhere, lines=()))
        numbers = [f"{emergency.number} {help_lines.service(emergency)}".strip() for emergency in country.emergency]
        emergency = f"{help_lines.emergency_label} {' · '.join(numbers)}" if numbers else country.no_emergency
        return cls(
            emergency=emergency,
            is_large=bool(numbers) and len(emergency) <= _LARGE,
            lines=tuple(map(help_lines.described, country.lines)),
        )


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """The next steps of a part after the present answers; `scripts_wait` means that they are not shown unasked."""

    what_next: WhatNext
    intro: str
    steps: tuple[str, ...]
    later: tuple[str, ...]
    scripts: tuple[str, ...]
    scripts_wait: bool
    signs: tuple[str, ...]
    sources: tuple[str, ...]
    where_from: str
    numbers: UrgentNumbers | None

    @classmethod
    def of(cls, pack: Pack, tier: Tier, guidance: Guidance, country_id: str) -> "Advice":
        """Return what the guidance allows of a part's next steps; part three has the emergency number with it."""
        what_next = pack.red_flags.part(tier).what_next
        line = pack.help_lines.for_sexual_assault(country_id)
        shown = tuple(filter(guidance.may_show, what_next.lines))
        sources = dict.fromkeys(f"{pack.about.beyond_article}: {step.source}" for step in shown if step.source)

        def said(steps: Sequence[NextStep], *, later: bool = False) -> tuple[str, ...]:
            return tuple(step.with_line(line) for step in steps if step in shown and step.later is later)

        return cls(
            what_next=what_next,
            intro=what_next.intro_after(guidance.raised),
            steps=said(what_next.steps),
            later=said(what_next.steps, later=True),
            scripts=said(what_next.scripts),
            scripts_wait=guidance.scripts_wait,
            signs=said(what_next.signs),
            sources=tuple(sources),
            where_from=pack.about.where_from,
            numbers=UrgentNumbers.of(pack.help_lines, country_id) if tier is Tier.STOP else None,
        )

    @property
    def spoken(self) -> str:
        """The first words, to be said when they appear."""
        return f"{self.what_next.title}. {self.intro}"


class NextSteps(GuidancePanel):
    """Steps, sentences to use, and signs; what may wait stands behind links, so that the rest fits on a screen.

    Without `to_help` there are no numbers: the panel stands in another one, below them.
    """

    def __init__(self, advice: Advice, tier: Tier, *, words_link: str, to_help: OnClick | None) -> None:
        super().__init__()
        what_next, name = advice.what_next, f"next-{tier.value}"
        numbers = [EmergencyNumber(advice.numbers, f"{name}-help", to_help)] if advice.numbers and to_help else []
        waiting = (
            (what_next.later_label, f"{name}-later", _listed(advice.later), "body"),
            (advice.where_from, f"{name}-sources", advice.sources, "small"),
        )
        self.hold_card(
            heading(what_next.title, "strong", level=3),
            label(advice.intro),
            *numbers,
            *lines(_listed(advice.steps)),
            *self._scripts(advice, f"{name}-words", words_link),
            *lines(_listed(advice.signs)),
            *(Disclosure(name, title, behind, role=role) for title, name, behind, role in waiting if behind),
            kind="hint" if to_help else "card",
            name=name,
        )

    def _scripts(self, advice: Advice, name: str, words_link: str) -> Sequence[QWidget]:
        if not advice.scripts:
            return ()
        if advice.scripts_wait:
            return (Disclosure(name, words_link, advice.scripts, role="body"),)
        return label(advice.what_next.scripts_label, "strong"), *lines(advice.scripts)


class EmergencyNumber(QWidget):
    """The emergency number, large, above the way to the help lines."""

    def __init__(self, numbers: UrgentNumbers, name: str, to_help: OnClick) -> None:
        super().__init__()
        number = label(numbers.emergency, "number" if numbers.is_large else "strong", selectable=True)
        column(self, number, button(self.tr("Help lines"), name, to_help, narrow=True), spacing=4)


class UrgentPanel(GuidancePanel):
    """The emergency number, the way to the help lines, and those of the chosen country."""

    def __init__(self, numbers: UrgentNumbers, to_help: Callable[[], None]) -> None:
        super().__init__()
        self.set_content(EmergencyNumber(numbers, "danger-help", to_help), *lines(numbers.lines), spacing=8)


def lines(texts: Sequence[str]) -> list[QWidget]:
    """Return texts to be read, selected and copied."""
    return [label(text, selectable=True) for text in texts]


def _listed(texts: Sequence[str]) -> list[str]:
    return [f"• {text}" for text in texts]
