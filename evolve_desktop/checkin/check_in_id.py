"""Ids of check-ins, which tell when each was begun: UUIDs of version 7 (RFC 9562, section 5.7)."""

import os
import re
import uuid
from datetime import datetime

_VERSION, _VARIANT = 0x7 << 76, 0x2 << 62
_RANDOM = ~(0xF << 76 | 0x3 << 62) & (1 << 80) - 1
_AFTER_TIME = 80  # bits


def new_id(now: datetime) -> str:
    """Return an id that nobody else has; its first 48 bits are the milliseconds since 1970, in UTC."""
    random = int.from_bytes(os.urandom(10)) & _RANDOM
    milliseconds = max(0, int(now.timestamp() * 1000))
    return str(uuid.UUID(int=milliseconds << _AFTER_TIME | _VERSION | _VARIANT | random))


def begun_at(check_in_id: str) -> int | None:
    """Return when the check-in of this id was begun, in milliseconds since 1970; None for an id of another kind."""
    return int(check_in_id[:8] + check_in_id[9:13], 16) if _OURS.fullmatch(check_in_id) else None


_OURS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")  # faster than uuid.UUID
