"""The base of every panel of the red flags page, a collapsible one, and small parts that several of them share."""

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QPushButton, QWidget

from evolve_desktop.checkin.red_flag_guidance import Guidance
from evolve_desktop.content.pack import About
from evolve_desktop.content.red_flags import FlagPart, OrdinaryLine, Step, Tier
from evolve_desktop.content.schema import Origin, Sourced
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.focus import put_in_tab_order
from evolve_desktop.gui.widgets.labels import button, label


class RedFlagNavigation(msgspec.Struct, frozen=True, kw_only=True):
    """`to_part` opens a part, `to_help` the help lines, `reveal` scrolls to a widget."""

    to_part: Callable[[Tier], None]
    to_help: Callable[[], None]
    reveal: Callable[[QWidget], None]


class GuidancePanel(QWidget):
    """A part of the red flags page."""

    def refresh(self, guidance: Guidance) -> None:
        """Make the panel equal to the session; for most, the guidance says all that is needed."""

    def set_content(self, *widgets: QWidget, spacing: int = 14) -> None:
        """Lay these widgets out under each other."""
        column(self, *widgets, spacing=spacing)

    def hold_card(self, *widgets: QWidget, kind: str = "card", name: str = "") -> None:
        """Lay these widgets out in a card with this object name."""
        card = Card(kind)
        card.setObjectName(name)
        card.add(*widgets)
        self.set_content(card)


class Collapsible(GuidancePanel):
    """Holds one panel, built when `is_open` is first true; `spoken` is announced when it opens."""

    def __init__(
        self, build: Callable[[], GuidancePanel], is_open: Callable[[Guidance], bool], spoken: str = ""
    ) -> None:
        super().__init__()
        self._build = build
        self._is_open = is_open
        self._spoken = spoken
        self._content: GuidancePanel | None = None
        self.hide()

    def refresh(self, guidance: Guidance) -> None:
        """Show the panel or hide it."""
        is_open = self._is_open(guidance)
        if is_open and self._content is None:
            self._content = self._build()
            self.set_content(self._content)
            put_in_tab_order(self)
        if self._content is not None:
            self._content.refresh(guidance)
        has_opened = is_open and self.isHidden()
        self.setVisible(is_open)
        if has_opened:
            announce(self, self._spoken)


def badge(line: Sourced, about: About) -> str:
    """Return the source of a line, as it is shown below it."""
    kind = about.from_article if line.origin is Origin.ARTICLE else about.beyond_article
    return f"{kind}: {line.source}"


def ordinary_line(line: OrdinaryLine, about: About) -> QWidget:
    """Return a line that is no red flag on its own, with the note that balances it."""
    return _with_source(f"• {line.text} {line.note}".strip(), badge(line, about))


def step_line(step: Step, form: str, about: About) -> QWidget:
    """Return a step, its text put into `form`; a step in our own wording has no source."""
    return _with_source(form.format(step.text), f"{about.beyond_article}: {step.source}" if step.source else "")


def part_button(part: FlagPart, name: str, navigation: RedFlagNavigation) -> QPushButton:
    """Return the button that opens a part."""
    return button(part.show_label or part.title, name, lambda: navigation.to_part(part.tier), narrow=True)


def _with_source(text: str, source: str) -> QWidget:
    pair = QWidget()
    below = [label(source, "small")] if source else []
    column(pair, label(text, selectable=True), *below, spacing=2)
    return pair
