"""One of the three parts of the red flags, to read or to hide; parts two and three begin hidden."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QSizePolicy

from evolve_desktop.checkin.guidance import Guidance, guide
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import FlagPart
from evolve_desktop.gui.flag_lines import FlagLines
from evolve_desktop.gui.guided import Drawer, Guided
from evolve_desktop.gui.ways import Ways
from evolve_desktop.gui.widgets.labels import heading, label


class FlagPartBox(Guided):
    """The title, the content note and the button always stand; the lines come and go with the button."""

    def __init__(self, part: FlagPart, pack: Pack, session: Session, ways: Ways) -> None:
        """Build what always stands."""
        super().__init__()
        self._part = part
        self._pack = pack
        self._session = session
        self._is_read = not part.content_note
        self._button = QPushButton()
        self._button.setObjectName(f"show-part-{part.tier.value}")
        self._button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(lambda: self._read(is_read=not self._is_read))
        self.setFocusProxy(self._button)
        self._lines = Drawer(partial(FlagLines, part, pack, session, ways), lambda _: self._is_read)
        note = [label(part.content_note)] if part.content_note else []
        self.hold(heading(part.title), *note, self._button, self._lines)

    def open(self) -> None:
        """Show the lines."""
        self._read(is_read=True)

    def refresh(self, guidance: Guidance) -> None:
        """Show the lines or hide them, and say on the button what it does."""
        show = self._part.show_label or self.tr("Show this part")
        text = self.tr("Hide this part") if self._is_read else show
        self._button.setText(text)
        self._button.setAccessibleName(f"{text}: {self._part.title}")
        self._lines.refresh(guidance)

    def _read(self, *, is_read: bool) -> None:
        self._is_read = is_read
        self.refresh(guide(self._pack.red_flags, self._session.check_in))
