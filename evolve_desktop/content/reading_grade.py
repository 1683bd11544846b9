"""How hard each sentence of a pack is to read, by a formula of its language, for those who write the content.

English has the grade of Flesch and Kincaid, Spanish the INFLESZ scale (Szigriszt Pazos 1993, Barrio Cantalejo 2008:
from 65 on, a text is fairly easy), Arabic the Automated Readability Index as the OSMAN tool of El-Haj and Rayson (2016)
counts it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

import msgspec

from evolve_desktop.content.pack import Pack
from evolve_desktop.content.validation import iter_texts
from evolve_desktop.errors import Sentence

EASY_GRADE = 6.0
"""Sentences up to this grade are not named."""
EASY_INFLESZ = 65.0
"""Sentences from this value on are not named: on this scale, more is easier."""

_FEWEST_WORDS = 5  # the formula is made for running text: by it, “Anywhere” alone has grade 20
_SOURCES = (".source", ".beyond", ".emergency_source", ".source_url", ".source_type", ".source_date", ".article_words")
_NO_SENTENCES = (".id", ".chat", ".version", ".language", ".section", ".name", ".place")
_SENTENCE_END = re.compile(r"(?:(?<=[.!?…؟])|(?<=[.!?…؟][”»)]))\s+(?![a-z])|(?<=:)\s+|\n| · ")
_QUOTED = re.compile(r"[“«]([^”»]+)[”»]")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
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


_SPANISH_VOWELS = re.compile(r"[iuüy]?[aeoáéó][iuüy]?|[íú]|[iuüy]+")
_SPANISH_SILENT_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eéií])")


class GradedSentence(msgspec.Struct, frozen=True):
    """A sentence with its place, file and field, and its value on a scale; a grade is years of school."""

    place: str
    sentence: str
    grade: float
    scale: str


class _Formula(msgspec.Struct, frozen=True):
    """A formula of one language: its scale, the value of one sentence, and whether a value is hard, given a grade."""

    scale: str
    value: Callable[[str], float]
    is_hard: Callable[[float, float], bool]


def has_formula(language: str) -> bool:
    """Whether sentences of this language can be graded."""
    return _of_language(language) in _FORMULAS


def hard_sentences(pack: Pack, above: float = EASY_GRADE) -> Iterator[GradedSentence]:
    """Yield each sentence that its language's formula finds hard: above a grade, or below the easy part of INFLESZ.

    The article, the sources, numbers and addresses are not graded, nor anything shorter than five words, nor a
    language without a formula.
    """
    if not has_formula(pack.about.language):
        return
    formula = _FORMULAS[_of_language(pack.about.language)]
    texts = list(iter_texts(pack))
    article = "\n".join(text for place, text in texts if place.startswith("article.md"))
    for place, text in texts:
        if place.startswith("article.md") or place.endswith((*_SOURCES, *_NO_SENTENCES)):
            continue
        for sentence in sentences(text):
            own = _QUOTED.sub(lambda quoted: quoted[0] if quoted[1] not in article else " ", sentence)
            value = formula.value(own)
            if formula.is_hard(value, above):
                yield GradedSentence(place, sentence, value, formula.scale)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a colon ends one, since what follows could stand alone."""
    return [sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def reading_grade(sentence: str) -> float:
    """Return the grade of one English sentence, rounded to a tenth; 0 for fewer than five words."""
    words = _words(sentence)
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


def inflesz(sentence: str) -> float:
    """Return the value of a Spanish sentence on the INFLESZ scale, to a tenth; 100 for fewer than five words."""
    words = _words(sentence)
    if len(words) < _FEWEST_WORDS:
        return 100.0
    each = sum(map(spanish_syllables, words)) / len(words)
    return round(206.835 - 62.3 * each - len(words), 1)


def spanish_syllables(word: str) -> int:
    """Count the syllables of a lower-case Spanish word, at least one.

    A strong vowel (a, e, o) takes the weak ones beside it; an accented í or ú stands alone.
    """
    return max(1, len(_SPANISH_VOWELS.findall(_SPANISH_SILENT_U.sub("", word))))


def arabic_grade(sentence: str) -> float:
    """Return the grade of an Arabic sentence, vowel marks aside, to a tenth; 0 for fewer than five words."""
    words = _words(sentence)
    if len(words) < _FEWEST_WORDS:
        return 0.0
    letters = sum(1 for character in "".join(words) if not unicodedata.combining(character))
    return round(4.71 * letters / len(words) + 0.5 * len(words) - 21.43, 1)


def _words(sentence: str) -> list[str]:
    unmarked = "".join(character for character in sentence.lower() if not "\u064b" <= character <= "\u0652")
    return _WORD.findall(_NOT_A_WORD.sub(" ", unmarked))


def _of_language(tag: str) -> str:
    return tag.partition("-")[0]


_GRADE = Sentence("reading grade")
_FORMULAS: Mapping[str, _Formula] = {
    "en": _Formula(_GRADE, reading_grade, lambda value, above: value > above),
    "es": _Formula("INFLESZ", inflesz, lambda value, _above: value < EASY_INFLESZ),
    "ar": _Formula(_GRADE, arabic_grade, lambda value, above: value > above),
}
