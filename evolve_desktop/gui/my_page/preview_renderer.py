"""Renders documents in the background, so that typing never waits for the preview."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from evolve_desktop.errors import UserFacingError
from evolve_desktop.gui.services.background_tasks import TaskQueue
from evolve_desktop.gui.services.ports import RenderedDocument
from evolve_desktop.gui.widgets.localized import localized

RenderJob = Callable[[], RenderedDocument]


class PreviewRenderer(QObject):
    """Renders one order after the other; an order that waits is replaced by a newer one.

    `done` follows each: `document` is then the newest document, or `problem` says in a sentence why there is none.
    """

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.document: RenderedDocument | None = None
        self.problem = ""
        self._tasks = TaskQueue()

    def render(self, order: RenderJob) -> None:
        """Render this next."""
        self._tasks.run_latest(order, self._on_rendered, self._on_failed)

    def cancel(self) -> None:
        """Wait for the running order and drop its document: nobody looks at it any more."""
        self._tasks.cancel()
        self.document = None

    def _on_rendered(self, document: RenderedDocument) -> None:
        self.document, self.problem = document, ""
        self.done.emit()

    def _on_failed(self, error: UserFacingError) -> None:
        self.problem = localized(error)
        self.done.emit()
