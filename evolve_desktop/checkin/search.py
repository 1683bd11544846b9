"""Search in one's own words: notes, topics and questions of a check-in."""

import unicodedata

from evolve_desktop.checkin.answers import CheckIn


def own_words(check_in: CheckIn) -> tuple[str, ...]:
    """Return every text that the person wrote in a check-in, empty ones left out."""
    plan = check_in.plan
    notes = (answer.note for answer in check_in.answers.values())
    texts = (plan.main_topic, *plan.also, *plan.questions, *notes)
    return tuple(text for text in texts if text)


def holds(check_in: CheckIn, wanted: str) -> bool:
    """Whether each word that is searched for stands somewhere in the person's own words; case and accents aside."""
    text = _plain("\n".join(own_words(check_in)))
    return all(word in text for word in _plain(wanted).split())


def _plain(text: str) -> str:
    """Return the text without what a hurried search would not spell out."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().replace("\u2019", "'")
