"""The title of the sheet shown, and quiet links to the others."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from evolve_desktop.gui.services.documents import DocumentKind
from evolve_desktop.gui.widgets.announcements import focus_and_say
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import heading, quiet_button
from evolve_desktop.gui.widgets.pair_layout import PairLayout

_FEWEST = 12


class SheetLinks(QWidget):
    """Shows which sheet it is; `choose` is called with the one whose link is pressed.

    The sheet shown has no link; the others have one, which to My page says that it leads back.
    """

    def __init__(self, choose: Callable[[DocumentKind], None]) -> None:
        super().__init__()
        self._titles = {
            DocumentKind.MY_PAGE: self.tr("My page"),
            DocumentKind.FOR_ME: self.tr("For me only"),
            DocumentKind.WALLET_CARD: self.tr("Wallet card"),
            DocumentKind.EMPTY_FORM: self.tr("Empty form"),
        }
        self._kind = DocumentKind.MY_PAGE
        self._title = heading("", "title", level=1)
        self._title.setObjectName("sheet-title")
        self._title.setWordWrap(False)
        ways = QWidget()
        row = FlowLayout(ways)
        self._links: dict[DocumentKind, QPushButton] = {}
        for kind, title in self._titles.items():
            text = self.tr("Back to my page") if kind is DocumentKind.MY_PAGE else title
            name = f"sheet-{kind.name.lower().replace('_', '-')}"
            self._links[kind] = quiet_button(text, name, partial(self._on_link, choose, kind))
            row.addWidget(self._links[kind])
        line = PairLayout(self, self._least)
        line.addWidget(self._title)
        line.addWidget(ways)

    def show_kind(self, kind: DocumentKind) -> None:
        """Show the title of this sheet, and the links to the others."""
        self._kind = kind
        self._title.setText(self._titles[kind])
        for other, link in self._links.items():
            link.setVisible(other is not kind)

    def focus_way_from(self, former: DocumentKind, sentence: str) -> None:
        """Focus the link that leads back, and say there which sheet is shown now, and a sentence about it."""
        title = self._titles[self._kind]
        focus_and_say(self._links[former], f"{title}. {sentence}".strip())

    def _least(self) -> int:
        """Return the least width of the title beside the links."""
        return max(_FEWEST * self.fontMetrics().averageCharWidth(), self._title.sizeHint().width())

    @staticmethod
    def _on_link(choose: Callable[[DocumentKind], None], kind: DocumentKind, _checked: object = None) -> None:
        choose(kind)
