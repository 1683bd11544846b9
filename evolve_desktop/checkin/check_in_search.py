"""Searches the texts that the person wrote: notes, topics and questions of a check-in, and what was agreed after it."""

from collections.abc import Iterable

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.content.text_search import fold


def written_texts(check_in: CheckIn) -> tuple[str, ...]:
    """Return the non-empty texts that the person wrote in a check-in."""
    plan = check_in.plan
    texts = (plan.main_topic, *plan.also, *plan.questions, *check_in.notes, check_in.agreed)
    return tuple(text for text in texts if text)


def find_check_ins(check_ins: Iterable[CheckIn], wanted: str) -> tuple[CheckIn, ...]:
    """Return those whose own texts contain every word of `wanted`, whatever its case and accents; all for no word."""
    words = fold(wanted).split()
    return tuple(check_in for check_in in check_ins if not words or _holds(check_in, words))


def _holds(check_in: CheckIn, words: Iterable[str]) -> bool:
    text = fold("\n".join(written_texts(check_in)))
    return all(word in text for word in words)
