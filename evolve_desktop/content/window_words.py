"""The words of the window in one language, which a content pack may bring: each by its English."""

import re
from collections.abc import Iterator, Mapping

from evolve_desktop.content.plurals import plural_count, plural_place
from evolve_desktop.errors import Sentence

WINDOW_FILE = "window.toml"
COUNT = "%n"
_BLANK = re.compile(r"\{[a-z_]+\}|%n")

Shown = str | tuple[str, ...]
Sections = Mapping[str, Mapping[str, Shown]]


class WindowWords:
    """Each sentence of the window by its English, in sections by where it is used; an empty text is no translation.

    What counts something has a list: one text for each plural. A sentence without a translation in its section is taken
    from another section that has one.
    """

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        self._everywhere: dict[str, Shown] = {}
        for _, english, shown in self.entries():
            if _is_whole(shown):
                self._everywhere.setdefault(english, shown)

    def entries(self) -> Iterator[tuple[str, str, Shown]]:
        """Yield section, English and translation of every sentence."""
        for name, section in self._sections.items():
            yield from ((name, english, shown) for english, shown in section.items())

    def find(self, section: str, english: str) -> Shown:
        """Return the translation of a sentence, a list if it counts something; an empty text if there is none."""
        own = self._sections.get(section, {}).get(english, "")
        return own if _is_whole(own) else self._everywhere.get(english, "")

    def say(self, section: str, english: str, language: str = "en", number: int = 1) -> str:
        """Return the sentence in this language, or in English if it is not translated."""
        shown = self.find(section, english)
        if isinstance(shown, str):
            return shown or english
        return shown[plural_place(language, abs(number))]

    def find_missing(self, template: "WindowWords") -> Iterator[tuple[str, str]]:
        """Yield section and English of each sentence that the template has and that is not translated here."""
        return ((name, english) for name, english, _ in template.entries() if not self.find(name, english))


def find_word_faults(words: WindowWords, language: str) -> Iterator[Sentence]:
    """Yield a line for each translation that lost a blank of its English, or has the wrong number of plurals."""
    for name, english, shown in words.entries():
        if not _is_whole(shown):
            continue
        forms = (shown,) if isinstance(shown, str) else shown
        wanted = plural_count(language) if COUNT in english else 1
        where = f"{name}: {english!r:.60}"
        if isinstance(shown, str) is (COUNT in english) or len(forms) != wanted:
            yield Sentence("{where}: needs {count} texts, one for each plural", where=where, count=wanted)
        blanks = set(_BLANK.findall(english))
        for form in forms:
            found = set(_BLANK.findall(form))
            if not blanks - {COUNT} <= found <= blanks or set("{}") & set(_BLANK.sub("", form)):
                yield Sentence("{where}: needs the blanks of its English, and no other braces", where=where)


def _is_whole(shown: Shown) -> bool:
    return bool(shown) and all(shown)
