"""The pane to read in: the article, and beside My page the sheet of paper, with a switch between both."""

from enum import Enum

from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from evolve_desktop.gui.article.article_view import ArticleView
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.focus import put_in_tab_order
from evolve_desktop.gui.widgets.labels import set_style_class
from evolve_desktop.gui.widgets.pair_layout import PairLayout


class Reading(Enum):
    """What is read."""

    ARTICLE = "article"
    PAPER = "paper"


class ReadingPane(QWidget):
    """Shows the article; while `offer_paper` says so, a switch leads to the paper, which is shown first."""

    def __init__(self, article: ArticleView) -> None:
        super().__init__()
        self.setObjectName("reading")
        self.article = article
        self._has_paper = False
        self._paper, self._beside = QWidget(), QWidget()
        self._places = column(self._paper), column(self._beside)
        self._wanted = Reading.PAPER
        self._stack = QStackedWidget()
        self._stack.addWidget(article)
        self._stack.addWidget(self._paper)
        choices = [(Reading.ARTICLE, self.tr("Article")), (Reading.PAPER, self.tr("Paper"))]
        self._switch = ChoiceRow("reading-switch", self.tr("What to read"), choices, joined=True, can_clear=False)
        self._switch.chosen.connect(self._on_chosen)
        self._bar = QFrame()
        set_style_class(self._bar, "bar")
        row = PairLayout(self._bar, lambda: self._switch.sizeHint().width())
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._switch)
        row.addWidget(self._beside)
        column(self, self._bar, self._stack, spacing=0).setStretchFactor(self._stack, 1)
        self._bar.hide()

    @property
    def shows_paper(self) -> bool:
        """Whether the paper is in front."""
        return self._stack.currentWidget() is not self.article

    def set_paper(self, paper: QWidget, form: QWidget) -> None:
        """Take the paper in, once it is made, and the form for it, which stands beside the switch."""
        self._has_paper = True
        for place, layout, widget in zip((self._paper, self._beside), self._places, (paper, form), strict=True):
            layout.addWidget(widget)
            put_in_tab_order(place)

    def offer_paper(self, *, offered: bool) -> None:
        """Offer the paper or take the switch away, with the article in front."""
        is_offered = offered and self._has_paper
        self._bar.setVisible(is_offered)
        self._show(self._wanted if is_offered else Reading.ARTICLE)

    def show_article(self) -> None:
        """Bring the article to the front."""
        self._show(Reading.ARTICLE)

    def show_paper(self) -> None:
        """Bring the paper to the front."""
        self._wanted = Reading.PAPER
        self._show(Reading.PAPER)

    def _on_chosen(self) -> None:
        self._wanted = Reading(self._switch.value)
        self._show(self._wanted)

    def _show(self, reading: Reading) -> None:
        self._switch.show_value(reading)
        self._stack.setCurrentWidget(self._paper if reading is Reading.PAPER else self.article)
