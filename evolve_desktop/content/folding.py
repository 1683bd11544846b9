"""Words as a hurried search has them: without capitals, accents, and the difference between apostrophes."""

import unicodedata


def folded(text: str) -> str:
    """Return the text without what a hurried search would not spell out."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().replace("\u2019", "'")


def digits_of(text: str) -> str:
    """Return nothing but the digits of a text, those of every script as 0 to 9."""
    return "".join(str(unicodedata.decimal(character)) for character in text if character.isdecimal())
