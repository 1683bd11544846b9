"""Which content pack is shown: one that the person opened, or the app's own in a language."""

from collections.abc import Iterable
from pathlib import Path

from evolve_desktop import languages, resource_paths
from evolve_desktop.content.pack import About
from evolve_desktop.errors import ContentError
from evolve_desktop.settings import Settings


def chosen_pack(settings: Settings) -> Path | None:
    """Return the folder of the pack that the person chose, itself or by its language; None if they chose none."""
    if settings.pack:
        return Path(settings.pack)
    return resource_paths.content_pack(settings.language) if settings.language else None


def own_pack(wanted: Iterable[str]) -> Path:
    """Return the folder of the app's own pack in the first of these languages that there is."""
    return resource_paths.content_pack(languages.first_of([tag for tag in wanted if tag], languages.shipped()))


def read_about(folder: Path) -> About:
    """Return what a whole pack says about itself; raises ContentError if anything in it has faults."""
    from evolve_desktop.content.loader import load_pack, load_window_words  # noqa: PLC0415  (not for the first window)

    about = load_pack(folder).about
    load_window_words(folder, about.language)
    return about


def review_of(language: str) -> str:
    """Return who has checked the words of the app's own pack in a language; empty if it cannot be read."""
    from evolve_desktop.content.loader import load_about  # noqa: PLC0415  (not for the first window)

    try:
        return load_about(resource_paths.content_pack(language)).review
    except ContentError:
        return ""
