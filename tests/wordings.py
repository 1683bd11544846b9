"""The words of the first version of the pack, and those of a pack as another version or language of it has them."""

import msgspec

from evolve_desktop import resource_paths
from evolve_desktop.checkin.wording import PackWords, Wording
from evolve_desktop.content.checklist import ReplyWords

FIRST_WORDS = resource_paths.resources() / "diary" / "words-1.json"
FIRST = Wording(msgspec.json.decode(FIRST_WORDS.read_bytes(), type=PackWords))


def reworded(wording: Wording, **lines: str) -> Wording:
    """Return the next version of a pack, with other words for these lines; an empty text takes a line out."""
    words = wording.words
    texts = {line: text for line, text in {**words.lines, **lines}.items() if text}
    return Wording(msgspec.structs.replace(words, version=f"{words.version}.1", lines=texts))


def translated(wording: Wording, language: str = "es") -> Wording:
    """Return the same version of a pack in another language."""
    words = wording.words
    replies = ReplyWords(
        not_yet="Todavía no", a_little="Un poco", mostly="Casi", yes="Sí", not_for_me="No es para mí", unanswered="—"
    )
    lines = {line: f"[{language}] {text}" for line, text in words.lines.items()}
    return Wording(
        msgspec.structs.replace(words, title="Por qué importa", language=language, replies=replies, lines=lines)
    )
