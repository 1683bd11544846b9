"""One diary after the other as compact JSON; a check-in that did not change since the last one is not encoded anew."""

from itertools import chain, repeat

import msgspec

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.diary import Diary

_JSON = msgspec.json.Encoder()
_NOT_ENCODED: tuple[None, msgspec.Raw] = (None, msgspec.Raw())


class Encoder:
    """Remembers what it encoded; check-ins are frozen, so the same object in the same place has the same JSON."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._check_ins: tuple[CheckIn, ...] = ()
        self._encoded: list[msgspec.Raw] = []

    def encode(self, diary: Diary) -> bytes:
        """Return the diary as UTF-8 JSON without spaces and line breaks: nobody reads it as it is."""
        last = chain(zip(self._check_ins, self._encoded, strict=True), repeat(_NOT_ENCODED))
        self._encoded = [
            encoded if check_in is same else msgspec.Raw(_JSON.encode(check_in))
            for check_in, (same, encoded) in zip(diary.check_ins, last, strict=False)
        ]
        self._check_ins = diary.check_ins
        return _JSON.encode(msgspec.structs.asdict(diary) | {"check_ins": self._encoded})
