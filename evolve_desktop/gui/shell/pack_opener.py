"""*File, Open a pack…*: the words of another publisher, shown once the person knows whose they are."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from evolve_desktop.content.pack import About
from evolve_desktop.errors import ContentError
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.widgets.localized import localized
from evolve_desktop.settings import Preferences

translate = QCoreApplication.translate

_MOST_FAULTS = 5  # more do not help whoever only wants to open the pack, and fill the screen


class PackOpener:
    """Asks for a folder, and has its pack shown by changing the preferences.

    `read` returns what the pack in a folder says about itself; it raises ContentError if the pack has faults.
    """

    def __init__(self, dialogs: Dialogs, read: Callable[[Path], About]) -> None:
        self._dialogs, self._read = dialogs, read

    def open(self, window: QWidget, preferences: Preferences) -> None:
        """Open a pack that the person chooses, unless they leave it; one with faults changes nothing."""
        folder = self._dialogs.open_folder(window, translate("PackOpener", "Choose the folder of a pack"))
        if folder is None:
            return
        try:
            about = self._read(folder)
        except ContentError as error:
            self._dialogs.tell(window, refusal(error))
            return
        title, action = translate("PackOpener", "Open a pack"), translate("PackOpener", "Open it")
        if not self._dialogs.confirm(window, title, _introduction(about), action):
            return
        try:
            settings = preferences.settings.with_pack(str(folder))
        except ValueError:
            self._dialogs.tell(
                window, translate("PackOpener", "Please put the pack into a folder with a shorter, plain name.")
            )
            return
        preferences.change(settings)


def refusal(error: ContentError) -> str:
    """Return why a pack was not opened, with its first faults."""
    return _with_faults(
        translate("PackOpener", "This pack cannot be opened, and nothing has changed. Whoever made it can mend it:"),
        error,
    )


def refusal_at_start(error: ContentError) -> str:
    """Return why the window shows the app's own words and not the pack that was opened last time."""
    return _with_faults(
        translate("PackOpener", "The pack that you opened cannot be read now, so you see this app's own words:"), error
    )


def _with_faults(sentence: str, error: ContentError) -> str:
    faults = [localized(fault) for fault in error.faults[:_MOST_FAULTS]]
    more = ["…"] if len(error.faults) > _MOST_FAULTS else []
    return "\n\n".join((sentence, *faults, *more))


def _introduction(about: About) -> str:
    """Return who publishes a pack, who has checked it, and what opening it means."""
    nobody = translate("PackOpener", "The pack does not say that a clinician has checked it.")
    return "\n\n".join(
        (
            translate("PackOpener", "“{title}”, published by {publisher}.").format(
                title=about.title, publisher=about.publisher
            ),
            about.review or nobody,
            translate(
                "PackOpener",
                "Its words take the place of this app's own. Your answers stay yours: what this pack does not ask"
                " is not lost, only out of sight.",
            ),
            translate("PackOpener", "To come back, choose a language in the menu View, Language."),
        )
    )
