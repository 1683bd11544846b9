"""Where to complain, place by place."""

from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import ComplaintRoute
from evolve_desktop.gui.guided import Guided
from evolve_desktop.gui.widgets.labels import box, heading, label


class ComplaintsBox(Guided):
    """Every route with its source; one that was not verified reads as it stands, a search and no more."""

    def __init__(self, pack: Pack) -> None:
        """Build the list."""
        super().__init__()
        check = pack.red_flags
        frame, self._inside = box("card")
        frame.setObjectName("complaints")
        self._inside.addWidget(heading(check.complaints_title))
        self._inside.addWidget(label(check.complaints_intro))
        for route in check.complaints:
            self._add(route)
        self.hold(frame)

    def _add(self, route: ComplaintRoute) -> None:
        self._inside.addWidget(label(route.place, "strong"))
        self._inside.addWidget(label(route.route, selectable=True))
        if route.source:
            self._inside.addWidget(label(route.source, "small"))
