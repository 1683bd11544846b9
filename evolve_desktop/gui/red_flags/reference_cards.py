"""Two lists for reference: lines that are no red flag on their own, and complaint routes."""

from PySide6.QtWidgets import QLabel

from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import ComplaintRoute
from evolve_desktop.content.sources import line_sources
from evolve_desktop.gui.red_flags.guidance_panel import GuidancePanel, ordinary_line
from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.gui.widgets.labels import heading, label


class OrdinaryCard(GuidancePanel):
    """Lists the ordinary lines; they suggest a word with the therapist."""

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        check = pack.red_flags
        about = pack.about
        title, from_where = check.ordinary_title, line_sources(check.ordinary, about)
        sources = Disclosure("sources-ordinary", about.where_from, from_where, about=title)
        top = heading(title), label(check.ordinary_lead)
        lines = map(ordinary_line, check.ordinary)
        self.hold_card(*top, *lines, label(check.ordinary_close), sources, name="ordinary")


class ComplaintsCard(GuidancePanel):
    """Lists the complaint routes, each with its source; an unverified route only says how to search for one."""

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        check = pack.red_flags
        routes = [widget for route in check.complaints for widget in _route(route)]
        self.hold_card(heading(check.complaints_title), label(check.complaints_intro), *routes, name="complaints")


def _route(route: ComplaintRoute) -> list[QLabel]:
    source = [label(route.source, "small")] if route.source else []
    return [label(route.place, "strong"), label(route.route, selectable=True), *source]
