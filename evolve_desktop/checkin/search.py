"""Search in one's own words: notes, topics and questions of a check-in."""

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.content.text_search import fold


def own_words(check_in: CheckIn) -> tuple[str, ...]:
    """Return every text that the person wrote in a check-in, empty ones left out."""
    plan = check_in.plan
    notes = (answer.note for answer in check_in.answers.values())
    texts = (plan.main_topic, *plan.also, *plan.questions, *notes)
    return tuple(text for text in texts if text)


def holds(check_in: CheckIn, wanted: str) -> bool:
    """Whether each word that is searched for stands somewhere in the person's own words; case and accents aside."""
    text = fold("\n".join(own_words(check_in)))
    return all(word in text for word in fold(wanted).split())
