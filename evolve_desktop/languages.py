"""The languages that the app ships, one folder each, and the first of them that a person reads."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from evolve_desktop import resource_paths

SOURCE = "en"


def shipped() -> tuple[str, ...]:
    """Return the tags of the languages that the app has a content pack of, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in resource_paths.content_packs().glob("*/pack.toml")))


def is_shipped(folder: Path) -> bool:
    """Whether a content pack is one of those that the app ships."""
    return folder.parent == resource_paths.content_packs()


def first_of(wanted: Iterable[str], languages: Sequence[str]) -> str:
    """Return the first wanted language that there is, whatever its country; English if there is none of them."""
    for tag in wanted:
        language = tag.replace("_", "-").partition("-")[0].lower()
        if tag in languages or language in languages:
            return tag if tag in languages else language
    return SOURCE


def of_the_environment(environment: Mapping[str, str]) -> list[str]:
    """Return the languages that a terminal asks for, in the order of gettext; Windows and macOS may name none."""
    if environment.get("LC_ALL", environment.get("LANG", "")) in {"C", "POSIX"}:
        return []
    named = environment.get("LANGUAGE", "").split(":")
    one = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return [tag.partition(".")[0].partition("@")[0] for tag in (*named, one) if tag]
