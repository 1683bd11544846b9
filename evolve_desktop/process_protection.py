"""Keeps other programs from reading this process's memory, and clears what was freed there once the window locks."""

import contextlib
import ctypes
import gc
import sys
from collections.abc import Iterator

_PR_GET_DUMPABLE = 3
_PR_SET_DUMPABLE = 4
_M_PERTURB = -6
_FILL = 0x5A
_SMALL_STEP = 16
_SMALL_LIMIT = 512
_CACHED_LIMIT = 1032
_CACHED_PER_SIZE = 16
_PER_SIZE = 1024 * 1024


def protect() -> None:
    """Forbid core dumps, and on Linux have the C library overwrite what it frees."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  (Windows has none)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # another C library has no mallopt
            ctypes.CDLL(None).mallopt(_M_PERTURB, _FILL)


def forbid_reading() -> None:
    """Forbid this person's other programs to look into the process, on Linux."""
    if sys.platform == "linux":
        _prctl(_PR_SET_DUMPABLE, 0)


@contextlib.contextmanager
def readable() -> Iterator[None]:
    """Allow it again for a moment: the portal refuses whom it cannot look at, and remembers whom it has seen."""
    if sys.platform != "linux" or _prctl(_PR_GET_DUMPABLE):
        yield
        return
    _prctl(_PR_SET_DUMPABLE, 1)
    try:
        yield
    finally:
        forbid_reading()


def _prctl(option: int, value: int = 0) -> int:
    """Ask Linux for an attribute of the process, or set it: prctl(2)."""
    return int(ctypes.CDLL(None).prctl(option, value, 0, 0, 0))


def clear_freed() -> None:
    """Collect garbage, overwrite the free blocks of Python's own allocator, and return free pages to the system.

    Python keeps small blocks for itself and leaves their bytes in place; new objects of every size overwrite them.
    """
    gc.collect()
    for size in range(_SMALL_STEP, _SMALL_LIMIT + 1, _SMALL_STEP):
        length = size - sys.getsizeof(b"")
        if length > 0:
            blocks = [bytes(length) for _ in range(_PER_SIZE // size)]
            blocks.clear()
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            library = ctypes.CDLL(None)
            _overwrite_cached_chunks(library)
            library.malloc_trim(0)


def _overwrite_cached_chunks(library: ctypes.CDLL) -> None:
    """Overwrite the chunks that the C library caches for this thread: it frees them without its own filling."""
    library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    library.free.argtypes = [ctypes.c_void_p]
    for size in range(_SMALL_STEP, _CACHED_LIMIT + 1, _SMALL_STEP):
        chunks = [library.malloc(size) for _ in range(_CACHED_PER_SIZE)]
        for chunk in chunks:
            if chunk:
                ctypes.memset(chunk, _FILL, size)
        for chunk in chunks:
            library.free(chunk)
