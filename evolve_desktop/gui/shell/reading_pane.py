"""The pane to read in: the article, beside My page the sheet of paper with a switch between both, first the welcome."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from evolve_desktop.gui.article.article_view import ArticleView
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.focus import put_in_tab_order
from evolve_desktop.gui.widgets.labels import set_role
from evolve_desktop.gui.widgets.pair_layout import PairLayout

if TYPE_CHECKING:
    from evolve_desktop.gui.widgets.choice_row import ChoiceRow


class Reading(Enum):
    """What is read."""

    ARTICLE = "article"
    PAPER = "paper"


class ReadingPane(QWidget):
    """Shows the article; while `offer_paper` says so, a switch leads to the paper, which is shown first.

    The welcome stands here until something else is shown: the page beside it can be used at once.
    """

    def __init__(self, article: ArticleView) -> None:
        super().__init__()
        self.setObjectName("reading")
        self.article = article
        self._paper: QWidget | None = None
        self._welcome: QWidget | None = None
        self._wanted = Reading.PAPER
        self._switch: ChoiceRow | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(article)
        self._bar = QFrame()
        set_role(self._bar, "bar")
        column(self, self._bar, self._stack, spacing=0).setStretchFactor(self._stack, 1)
        self._bar.hide()

    @property
    def shows_paper(self) -> bool:
        """Whether the paper is in front."""
        return self._paper is not None and self._stack.currentWidget() is self._paper

    @property
    def shows_welcome(self) -> bool:
        """Whether the welcome is in front."""
        return self._welcome is not None and self._stack.currentWidget() is self._welcome

    def show_welcome(self, welcome: QWidget) -> None:
        """Bring the welcome to the front."""
        self._welcome = welcome
        self._bar.hide()
        self._stack.addWidget(welcome)
        self._stack.setCurrentWidget(welcome)

    def leave_welcome(self) -> None:
        """Show the article in the place of the welcome, if that is in front."""
        if self.shows_welcome:
            self.show_article()

    def set_paper(self, paper: QWidget, form: QWidget) -> None:
        """Take the paper in, once it is made, and build the switch, with the form for the paper beside it."""
        from evolve_desktop.gui.widgets.choice_row import ChoiceRow  # noqa: PLC0415  (not for the first window)

        choices = [(Reading.ARTICLE, self.tr("Article")), (Reading.PAPER, self.tr("Paper"))]
        switch = ChoiceRow("reading-switch", self.tr("What to read"), choices, joined=True, can_clear=False)
        switch.chosen.connect(self._on_chosen)
        row = PairLayout(self._bar, lambda: switch.sizeHint().width())
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(switch)
        row.addWidget(form)
        self._switch = switch
        self._paper = paper
        self._stack.addWidget(paper)
        put_in_tab_order(self)

    def offer_paper(self, *, offered: bool) -> None:
        """Offer the paper or take the switch away, with the article in front."""
        is_offered = offered and self._paper is not None
        if is_offered or not self.shows_welcome:
            self._bar.setVisible(is_offered)
            self._show(self._wanted if is_offered else Reading.ARTICLE)

    def show_article(self) -> None:
        """Bring the article to the front."""
        self._show(Reading.ARTICLE)

    def show_paper(self) -> None:
        """Bring the paper to the front, with the switch and the focus."""
        self._wanted = Reading.PAPER
        self.offer_paper(offered=True)
        if self._paper is not None:
            self._paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        if self._switch is not None:
            self._wanted = Reading(self._switch.value)
            self._show(self._wanted)

    def _show(self, reading: Reading) -> None:
        if self._switch is not None:
            self._switch.show_value(reading)
        paper = self._paper if reading is Reading.PAPER else None
        self._stack.setCurrentWidget(paper or self.article)
