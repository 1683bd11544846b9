"""A line with its badge under it: from the article or beyond it, and where from."""

from PySide6.QtWidgets import QWidget

from evolve_desktop.content.pack import About
from evolve_desktop.content.red_flags import OrdinaryLine, Step
from evolve_desktop.content.schema import Origin, Sourced
from evolve_desktop.gui.guided import Guided
from evolve_desktop.gui.widgets.labels import label


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
    pair = Guided()
    pair.hold(label(text, selectable=True), *([label(below, "small")] if below else []), spacing=2)
    return pair
