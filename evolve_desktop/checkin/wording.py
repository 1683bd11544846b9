"""The words of a content pack as they were when somebody answered them: check-ins keep them for ever."""

from collections.abc import Mapping
from functools import cached_property

import msgspec

from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.content.checklist import ReplyWords
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Tier, UnsafeMeaning
from evolve_desktop.content.schema import Id, LanguageTag, Words

UNSAFE = "unsafe"
"""The line that asks what "unsafe" means; the label of each meaning is a line of its own, see `meaning_line`."""


class PackWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one version of a pack in one language.

    `lines` holds the text of each checklist item, red flag, step-up question and kind of help by its id, the question
    about "unsafe" and its choices; `stop` names the red flags of part three, which are never on the page.
    """

    pack: Id
    title: Words
    language: LanguageTag
    version: Words
    replies: ReplyWords
    lines: Mapping[Id, str]
    stop: tuple[Id, ...] = ()


class Wording:
    """One `PackWords`, shared by the check-ins that were answered under it; equal words make equal values."""

    def __init__(self, words: PackWords) -> None:
        self.words = _cleaned(words)

    @cached_property
    def key(self) -> str:
        """A name made from the words: other words have another one."""
        import hashlib  # noqa: PLC0415  (it loads OpenSSL, which the first window does not need)

        return hashlib.sha256(_ENCODER.encode(self.words)).hexdigest()[:_KEY_LENGTH]

    def __eq__(self, other: object) -> bool:
        """Whether the words are the same."""
        return self is other or (isinstance(other, Wording) and self.words == other.words)

    def __hash__(self) -> int:
        """Return a hash of the pack and its version."""
        return hash((self.words.pack, self.words.version, self.words.language))

    def __repr__(self) -> str:
        """Return which pack it is, for whoever reads a failed test."""
        return f"Wording({self.words.pack!r}, {self.words.version!r}, {self.words.language!r})"


_KEY_LENGTH = 16  # of 64 hexadecimal digits: a person's file holds a handful of wordings
_ENCODER = msgspec.json.Encoder(order="deterministic")


def wording_of(pack: Pack) -> Wording:
    """Return the words of a pack."""
    check, about = pack.red_flags, pack.about
    lines = {item.id: item.text for item in pack.checklist.items}
    for part in check.parts:
        lines |= {flag.id: flag.text for flag in part.flags}
        if part.step_up is not None:
            lines[part.step_up.id] = part.step_up.question
    lines |= {option.id: option.text for option in pack.page.what_would_help}
    lines[UNSAFE] = check.unsafe.question
    lines |= {meaning_line(choice.meaning): choice.label for choice in check.unsafe.choices}
    return Wording(
        PackWords(
            pack=about.id,
            title=about.title,
            language=about.language,
            version=about.version,
            replies=pack.checklist.replies,
            lines=lines,
            stop=tuple(flag.id for flag in check.part(Tier.STOP).flags),
        )
    )


def meaning_line(meaning: UnsafeMeaning) -> str:
    """Return the line of one meaning of "unsafe"."""
    return f"{UNSAFE}-{meaning.value.replace(' ', '-')}"


def is_same_line(line_id: str, one: Wording | None, other: Wording | None) -> bool:
    """Whether the id names the same line in both: in the same words, or in another language of the same pack version.

    Unknown words (None) count as the same: nothing says that they were others.
    """
    if one is None or other is None or one == other:
        return True
    first, second = one.words.lines.get(line_id), other.words.lines.get(line_id)
    if not first or not second:
        return False
    return first == second or is_translation(one.words, other.words)


def is_translation(one: PackWords, other: PackWords) -> bool:
    """Whether both are the same version of the same pack in two languages."""
    return (one.pack, one.version) == (other.pack, other.version) and one.language != other.language


def _cleaned(words: PackWords) -> PackWords:
    """Return the words as one line each, without control characters: they may come from another program's file."""
    replies = {name: _one_line(text) for name, text in msgspec.structs.asdict(words.replies).items()}
    return msgspec.structs.replace(
        words,
        title=_one_line(words.title),
        version=_one_line(words.version),
        replies=ReplyWords(**replies),
        lines={line_id: _one_line(text) for line_id, text in words.lines.items()},
    )


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
