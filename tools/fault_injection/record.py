"""Records with strace the operations of a process on the files of one folder."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_CALLS = "openat,write,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,rmdir,close"
_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_TEN_MB = str(10 * 1024**2)


@dataclass(frozen=True)
class Event:
    """One operation: `create`, `write`, `sync`, `link`, `rename`, `unlink`, `mkdir`, `rmdir`, or `kept`.

    `path` is the file or folder, `target` the new name, `data` the bytes written at `offset`.
    """

    what: str
    path: str = ""
    target: str = ""
    data: bytes = b""
    offset: int = 0


def record(module: str, function: str, base: Path) -> list[Event]:
    """Run a function of a module on a folder in a process of its own and return its operations there, in order.

    The function writes `kept N` to standard output where a step is acknowledged.
    """
    with tempfile.TemporaryDirectory() as logs:
        log = Path(logs) / "log"
        code = f"import sys; from {module} import {function} as run; run(sys.argv[1:])"
        traced = ["strace", "-f", "--seccomp-bpf", "-xx", "-s", _TEN_MB, "-e", f"trace={_CALLS}", "-o", str(log)]
        command = [*traced, sys.executable, "-c", code, str(base / "vault")]
        subprocess.run(command, check=True, stdout=subprocess.PIPE)
        return list(_events(log.read_text(encoding="ascii").splitlines(), str(base)))


def _events(lines: Sequence[str], base: str) -> Iterator[Event]:
    watched = _Watched(base)
    for line in lines:
        found = _LINE.match(line)
        if found is None or found[3].startswith("-"):
            continue
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _STRING.findall(found[2])]
        yield from watched.understand(found[1], found[2], texts, int(found[3]))


class _Watched:
    """Maps each descriptor to its file."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._open: dict[int, str] = {}
        self._offsets: dict[int, int] = {}

    def understand(self, call: str, rest: str, texts: list[bytes], result: int) -> Iterator[Event]:
        first = rest.split(",", maxsplit=1)[0]
        if call == "openat":
            yield from self._opened(texts[0].decode(), rest, result)
        elif first.isdigit():
            yield from self._used(call, int(first), texts, result)
        elif texts and texts[0].decode().startswith(self._base):
            what = next(word for word in ("rename", "unlink", "link", "mkdir", "rmdir") if call.startswith(word))
            yield Event(what, texts[0].decode(), target=texts[1].decode() if len(texts) > 1 else "")

    def _opened(self, path: str, flags: str, descriptor: int) -> Iterator[Event]:
        self._open[descriptor] = path
        self._offsets[descriptor] = 0
        if path.startswith(self._base) and ("O_CREAT" in flags or "O_TRUNC" in flags):
            yield Event("create", path, target="again" if "O_TRUNC" in flags else "")

    def _used(self, call: str, descriptor: int, texts: list[bytes], result: int) -> Iterator[Event]:
        path = self._open.get(descriptor, "")
        if call == "close":
            self._open.pop(descriptor, None)
        elif call == "write" and descriptor == 1:
            yield Event("kept", data=texts[0])
        elif call == "write" and path.startswith(self._base):
            yield Event("write", path, data=texts[0][:result], offset=self._offsets[descriptor])
            self._offsets[descriptor] += result
        elif call in {"fsync", "fdatasync"} and path.startswith(self._base):
            yield Event("sync", path)
