"""The sentences of the command line, in the language of the terminal and without Qt, which may be missing."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from evolve_desktop import languages, resource_paths
from evolve_desktop.errors import ContentError, said

_OPTION = "--language"


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language that the arguments name, as far as it ships, or else that of the terminal."""
    named = [later for former, later in pairwise(arguments) if former == _OPTION]
    named += [argument.removeprefix(f"{_OPTION}=") for argument in arguments if argument.startswith(f"{_OPTION}=")]
    return languages.first_of([*named, *languages.of_the_environment(environment)], languages.shipped())


def words_in(language: str) -> Callable[[str], str]:
    """Return what says a sentence in this language; in English if its words cannot be read."""
    if language == languages.SOURCE:
        return str
    from evolve_desktop.content.loader import load_window_words  # noqa: PLC0415  (English needs none)

    try:
        words = load_window_words(resource_paths.content_pack(language), language)
    except ContentError:
        words = None
    if words is None:
        return str
    return lambda text: said(text, lambda form: words.say("Errors", form))
