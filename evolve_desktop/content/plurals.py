"""How many plural forms a language has, and which one a number takes; as Qt and gettext count them."""

from collections.abc import Callable

_ROMANCE = frozenset({"br", "fr", "hy", "ln", "oc", "ti", "wa"})
_SLAVIC = frozenset({"be", "bs", "hr", "ru", "sr", "uk"})
_CZECH = frozenset({"cs", "sk"})
_ALONE = frozenset({"id", "ja", "km", "ko", "lo", "ms", "my", "th", "tr", "vi", "yue", "zh"})


def plural_count(language: str) -> int:
    """Return how many plural forms a language has, by its tag."""
    return _rule(language)[0]


def plural_place(language: str, number: int) -> int:
    """Return the place of the form that a number takes, counted from 0."""
    return _rule(language)[1](number)


def _rule(tag: str) -> tuple[int, Callable[[int], int]]:
    language = tag.partition("-")[0]
    if language == "ar":
        return 6, _arabic
    if language == "pl":
        return 3, _polish
    if language in _SLAVIC:
        return 3, _slavic
    if language in _CZECH:
        return 3, lambda number: 0 if number == 1 else 1 if 1 < number < 5 else 2  # noqa: PLR2004  (two to four)
    if language in _ALONE:
        return 1, lambda _number: 0
    return 2, lambda number: int(number > 1 if language in _ROMANCE else number != 1)


def _arabic(number: int) -> int:
    """None, one, two, three to ten, eleven to ninety-nine, and the hundreds."""
    rest = number % 100
    if number < 3:  # noqa: PLR2004  (each of them has a form of its own)
        return number
    return 3 if 3 <= rest <= 10 else 4 if rest > 10 else 5  # noqa: PLR2004  (see above)


def _is_few(number: int) -> bool:
    return 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14  # noqa: PLR2004  (but the teens are many)


def _slavic(number: int) -> int:
    if number % 10 == 1 and number % 100 != 11:  # noqa: PLR2004  (21, but not 11)
        return 0
    return 1 if _is_few(number) else 2


def _polish(number: int) -> int:
    if number == 1:
        return 0
    return 1 if _is_few(number) else 2
