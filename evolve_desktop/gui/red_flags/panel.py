"""Widgets that show what the red-flag answers open, built when they are first needed."""

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from evolve_desktop.checkin.guidance import Guidance
from evolve_desktop.content.pack import About
from evolve_desktop.content.red_flags import FlagPart, OrdinaryLine, Step, Tier
from evolve_desktop.content.schema import Origin, Sourced
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.focus import put_in_tab_order
from evolve_desktop.gui.widgets.labels import label


class Panel(QWidget):
    """A part of the red flags page."""

    def refresh(self, guidance: Guidance) -> None:
        """Make the widget equal to the session; for most, the guidance says all that is needed."""

    def hold(self, *widgets: QWidget, spacing: int = 14) -> None:
        """Take these, under each other."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing)
        for widget in widgets:
            layout.addWidget(widget)


class Collapsible(Panel):
    """Holds one widget, built when the drawer is first open; the Tab key finds it where it stands."""

    def __init__(self, build: Callable[[], Panel], is_open: Callable[[Guidance], bool], spoken: str = "") -> None:
        """Take how to build what is inside, when to show it, and what a screen reader then says."""
        super().__init__()
        self._build = build
        self._is_open = is_open
        self._spoken = spoken
        self._content: Panel | None = None
        self.hide()

    def refresh(self, guidance: Guidance) -> None:
        """Show what is inside, or hide it."""
        is_open = self._is_open(guidance)
        if is_open and self._content is None:
            self._content = self._build()
            self.hold(self._content)
            put_in_tab_order(self)
        if self._content is not None:
            self._content.refresh(guidance)
        has_opened = is_open and self.isHidden()
        self.setVisible(is_open)
        if has_opened:
            announce(self, self._spoken)


def badge(line: Sourced, about: About) -> str:
    """Return what stands under a line."""
    kind = about.from_article if line.origin is Origin.ARTICLE else about.beyond_article
    return f"{kind}: {line.source}"


def ordinary_line(line: OrdinaryLine, about: About) -> QWidget:
    """Return a line that is no red flag on its own, with what balances it."""
    return _pair(f"• {line.text} {line.note}".strip(), badge(line, about))


def step_line(step: Step, form: str, about: About) -> QWidget:
    """Return a step, its text put into `form`; one that is our own wording has no badge."""
    return _pair(form.format(step.text), f"{about.beyond_article}: {step.source}" if step.source else "")


def _pair(text: str, below: str) -> QWidget:
    pair = Panel()
    pair.hold(label(text, selectable=True), *([label(below, "small")] if below else []), spacing=2)
    return pair


class RedFlagNavigation(msgspec.Struct, frozen=True, kw_only=True):
    """`to_part` opens a part, `to_help` the help lines, `reveal` scrolls to something that is shown."""

    to_part: Callable[[Tier], None]
    to_help: Callable[[], None]
    reveal: Callable[[QWidget], None]


def part_button(part: FlagPart, name: str, ways: RedFlagNavigation) -> QPushButton:
    """Return the button; `name` is its object name."""
    button = QPushButton(part.show_label or part.title)
    button.setObjectName(name)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.clicked.connect(lambda: ways.to_part(part.tier))
    return button
