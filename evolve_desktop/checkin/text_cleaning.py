"""Makes typed and pasted text safe to save, show and print, and finds what a person sees of it."""

import re
import unicodedata

MAX_TEXT = 20_000
"""The most characters that one text can have, wherever it comes from."""

_BREAK = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_PLANES = range(0, 0x110000, 0x10000)
_NONCHARACTERS = r"\ufdd0-\ufdef" + "".join(chr(plane + last) for plane in _PLANES for last in (0xFFFE, 0xFFFF))
_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
_SURROGATES = r"\ud800-\udfff"
_OVERRIDES = r"\u202a-\u202e\u2066-\u2069"
_UNSAFE = re.compile(f"[{_CONTROLS}{_SURROGATES}{_OVERRIDES}{_NONCHARACTERS}]")
_NOT_SPACES = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_IGNORABLE = (  # Unicode's Default_Ignorable_Code_Point, and the marks of interlinear notes
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_INVISIBLE = re.compile(f"[{_NOT_SPACES}{_IGNORABLE}]")


def clean(text: str) -> str:
    """Return the text without control characters, lone surrogates, noncharacters and bidi overrides.

    Every line break becomes a line feed. Tabs, letters, marks, joiners and emoji stay, so that no meaning is lost.
    """
    if text.isascii() and text.isprintable():  # most texts are; a thousand check-ins have about ten thousand
        return text
    return _UNSAFE.sub("", _BREAK.sub("\n", text))


def visible(text: str) -> str:
    """Return one form for all texts that look alike: no invisible characters, NFKC, single spaces, none at the ends.

    Part of the vault's format: a passphrase is sealed in this form, so the characters left out can never be others.
    """
    return " ".join(unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).split())
