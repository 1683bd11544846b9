"""What a person typed or pasted, made safe to keep, show and print."""

import unicodedata

_BREAKS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"}
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NONCHARACTER = 0xFFFE


def _is_kept(character: str) -> bool:
    if character in "\n\t":
        return True
    code = ord(character)
    is_noncharacter = code & 0xFFFF >= _NONCHARACTER or 0xFDD0 <= code <= 0xFDEF  # noqa: PLR2004  (Unicode 3.4 D14)
    return not (is_noncharacter or character in _OVERRIDES or unicodedata.category(character) in {"Cc", "Cs"})


def clean(text: str) -> str:
    """Return the text without control characters, lone surrogates, noncharacters and bidi overrides.

    Every line break becomes a plain one. All letters, marks, joiners and emoji stay: nothing a person means is lost.
    """
    for written, plain in _BREAKS.items():
        text = text.replace(written, plain)
    return "".join(filter(_is_kept, text))
