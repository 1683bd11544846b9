"""The reading grade of English sentences by Flesch and Kincaid, for those who write the content."""

import re
from collections.abc import Iterator

import msgspec

from evolve_desktop.content.pack import Pack
from evolve_desktop.content.validation import iter_texts

EASY_GRADE = 6.0
"""Sentences up to this grade are not named."""

_FEWEST_WORDS = 5  # the formula is made for running text: by it, “Anywhere” alone has grade 20
_SOURCES = (".source", ".beyond", ".emergency_source", ".source_url", ".source_type", ".source_date", ".article_words")
_NO_SENTENCES = (".id", ".chat", ".version", ".language", ".section", ".name", ".place")
_SENTENCE_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][”)]))\s+(?![a-z])|(?<=:)\s+|\n| · ")
_QUOTED = re.compile(r"“([^”]+)”")
_WORD = re.compile(r"[a-z]+(?:['\u2019][a-z]+)*")
_NOT_A_WORD = re.compile(r"\S*[\w}][./@{]\w\S*|\{\w+\}|\S*\d\S*")  # an address, a blank to fill in, a number

_VOWELS = re.compile(r"[aeiouy]+")
_Y_AS_CONSONANT = re.compile(r"(?<=[aeou])y(?=[aeiou])|^y(?=[aeiou])")
_SILENT_INSIDE = re.compile(
    r"(?<=[a-z][^aeiouy])e(?=(?:ly|ty|ful|less|ment|ness|thing|times?|body|one|line|mail|where|work|how)$)|(?<=ev)e(?=ry)"
)
_SILENT_AT_END = re.compile(r"(?<=[^aeiouy])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcg])es$(?<!ches)(?<!shes)")
_SPOKEN_AT_END = re.compile(r"[^aeiouyl]le[ds]?$")
_SPOKEN_APART = re.compile(
    r"i(?=ence|ent|et|er$|est$|o(?!n)|um|ar|al|at|ab|ag|a$)(?<!ti)(?<!ci)(?<!xi)|i(?=ality)|(?<=re)a(?=lity)"
    r"|u(?=al|at|ary|ing)(?<!qu)(?<!gu)|(?<=s)u(?=ic)|[eoy](?=ing)|y(?=one)|e(?=o(?!p))|(?<=cr)e(?=at)"
)
_NOT_SHORTENED = re.compile(r"(?<=[dls])n['\u2019]t$")  # didn't, couldn't, isn't


class GradedSentence(msgspec.Struct, frozen=True):
    """A sentence with its place, file and field, and its grade: the years of school it asks for."""

    place: str
    sentence: str
    grade: float


def hard_sentences(pack: Pack, above: float = EASY_GRADE) -> Iterator[GradedSentence]:
    """Yield each sentence of an English pack above a grade; none of another language, which has its own formula.

    The article, the sources, numbers and addresses are not graded, nor anything shorter than five words.
    """
    if pack.about.language.partition("-")[0] != "en":
        return
    texts = list(iter_texts(pack))
    article = "\n".join(text for place, text in texts if place.startswith("article.md"))
    for place, text in texts:
        if place.startswith("article.md") or place.endswith((*_SOURCES, *_NO_SENTENCES)):
            continue
        for sentence in sentences(text):
            grade = reading_grade(_QUOTED.sub(lambda quoted: quoted[0] if quoted[1] not in article else " ", sentence))
            if grade > above:
                yield GradedSentence(place, sentence, grade)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a colon ends one, since what follows could stand alone."""
    return [sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def reading_grade(sentence: str) -> float:
    """Return the grade of one sentence, rounded to a tenth; 0 for fewer than five words."""
    words = _WORD.findall(_NOT_A_WORD.sub(" ", sentence.lower()))
    if len(words) < _FEWEST_WORDS:
        return 0.0
    each = sum(map(syllables, words)) / len(words)
    return round(0.39 * len(words) + 11.8 * each - 15.59, 1)


def syllables(word: str) -> int:
    """Count the syllables of a lower-case English word: its groups of vowels, without a silent e, at least one.

    A few pairs of vowels that are spoken apart count as two, as in “giant” and “being”.
    """
    spoken = _SILENT_INSIDE.sub("", _Y_AS_CONSONANT.sub("-", re.sub(r"['\u2019](?!t)\w*", "", word)))
    silent = not _SPOKEN_AT_END.search(spoken) and bool(_SILENT_AT_END.search(spoken))
    apart = len(_SPOKEN_APART.findall(spoken)) + len(_NOT_SHORTENED.findall(spoken))
    return max(1, len(_VOWELS.findall(spoken)) + apart - silent)
