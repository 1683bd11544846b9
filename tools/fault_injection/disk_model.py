"""A model of a disk that may lose unsynced data: the states that a power cut can leave."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tools.fault_injection.record import Event

_SECTOR = 512


@dataclass
class Inode:
    """The synced content of a file, and the writes since then."""

    durable: bytes = b""
    pending: list[tuple[int, bytes]] = field(default_factory=list)

    def sync(self) -> None:
        """Make all writes part of the synced content."""
        for offset, data in self.pending:
            self.durable = _laid_over(self.durable, offset, data)
        self.pending.clear()

    def after(self, chance: random.Random, share: float) -> bytes:
        """Return content that a cut may leave: each write whole, missing, or torn at a sector or anywhere."""
        content = self.durable
        for offset, data in self.pending:
            fate = chance.random()
            if fate < share:
                content = _laid_over(content, offset, data)
            elif fate < share + (1 - share) / 2 and 0 < share < 1:
                content = _laid_over(content, offset, _torn(data, chance))
        return content


Change = Mapping[str, Inode | None]
"""One change of names, atomic on the disk; None removes a name."""


class Model:
    """Plays recorded events one by one and yields the states that a power cut can leave at that moment."""

    def __init__(self, *, syncs: bool = True) -> None:
        """Start with an empty disk; without `syncs`, every fsync is a lie: the control that must fail."""
        self._syncs = syncs
        self._names: dict[str, Inode] = {}
        self._durable: dict[str, Inode] = {}
        self._pending: list[Change] = []
        self._folders: dict[str, bool] = {}

    def play(self, event: Event) -> None:
        """Apply an event of the process to the model."""
        if event.what == "create" and (event.path not in self._names or event.target == "again"):
            self._create(event)
        elif event.what == "write":
            self._names[event.path].pending.append((event.offset, event.data))
        elif event.what == "sync" and self._syncs:
            self._sync(event.path)
        elif event.what == "mkdir":
            self._folders[event.path] = False
        elif event.what in {"rename", "link"} and self._names.get(event.target) is not self._names[event.path]:
            gone: Change = {event.path: None} if event.what == "rename" else {}
            self._change({event.target: self._names[event.path], **gone})
        elif event.what == "unlink":
            self._change({event.path: None})

    def states(self, chance: random.Random, variants: int) -> Iterator[dict[str, bytes]]:
        """Yield path → content for each cut at this moment: first all lost, then all present, then mixtures."""
        for variant in range(variants):
            share = {0: 0.0, 1: 1.0}.get(variant, chance.random())
            names = dict(self._durable)
            for change in self._pending:
                if chance.random() < share:
                    _apply(change, names)
            lost = [path for path, durable in self._folders.items() if not durable and chance.random() >= share]
            yield {
                path: inode.after(chance, share)
                for path, inode in names.items()
                if not any(path.startswith(f"{folder}/") for folder in lost)
            }

    def _create(self, event: Event) -> None:
        if event.path in self._names:  # opened in place and truncated: may reach the disk at any time
            self._names[event.path].durable = b""
            return
        self._change({event.path: Inode()})

    def _change(self, change: Change) -> None:
        self._pending.append(change)
        _apply(change, self._names)

    def _sync(self, path: str) -> None:
        if path in self._names:
            self._names[path].sync()
            return
        for folder in self._folders:
            if str(PurePosixPath(folder).parent) == path:
                self._folders[folder] = True
        for change in [change for change in self._pending if _folder_of(change) == path]:
            self._pending.remove(change)
            _apply(change, self._durable)


def lay_out(state: dict[str, bytes], base: Path, at: Path) -> None:
    """Write a state as real files, below another folder than the one it was recorded in."""
    for path, content in state.items():
        target = at / Path(path).relative_to(base)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _apply(change: Change, names: dict[str, Inode]) -> None:
    for path, inode in change.items():
        if inode is None:
            names.pop(path, None)
        else:
            names[path] = inode


def _folder_of(change: Change) -> str:
    return str(PurePosixPath(next(iter(change))).parent)


def _torn(data: bytes, chance: random.Random) -> bytes:
    cut = chance.randrange(len(data) + 1)
    if chance.random() < 1 / 2:
        return data[:cut]
    first = cut // _SECTOR * _SECTOR
    return data[:first] + bytes(min(_SECTOR, len(data) - first)) + data[first + _SECTOR :]


def _laid_over(content: bytes, offset: int, data: bytes) -> bytes:
    filled = content.ljust(offset, b"\0")
    return filled[:offset] + data + filled[offset + len(data) :]
