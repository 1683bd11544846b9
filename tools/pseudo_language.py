"""Makes a text longer, accented and bracketed, so that what is cut or left in English is seen without a translator."""

import re

_ACCENTS = str.maketrans("aceghijlnorstuwyzACEGHIJLNORSTUWYZ", "àćéĝĥíĵļñöŕšťüŵýžÀĆÉĜĤÍĴĻÑÖŔŠŤÜŴÝŽ")
_LEFT_AS_IT_IS = re.compile(r"(\{[a-z_]+\}|%n|&\w|\([^)]*\*[^)]*\))")
_LONGER = 0.4


def pseudo(text: str) -> str:
    """Return the text longer, accented and in brackets, but readable; placeholders stay."""
    parts = _LEFT_AS_IT_IS.split(text)
    accented = "".join(part if index % 2 else part.translate(_ACCENTS) for index, part in enumerate(parts))
    return f"[{accented}{'~' * round(len(text) * _LONGER)}]" if " " not in text else f"[{accented} {_filler(text)}]"


def _filler(text: str) -> str:
    """Return short filler words, so that a long sentence can still wrap."""
    count = max(1, round(len(text) * _LONGER / 5))
    return " ".join(["~~~~"] * count)
