"""Takes back what the launcher of the single file (packaging/linux/launcher) had to change in the environment."""

import contextlib
import os
from collections.abc import MutableMapping

_FILES = ("EVOLVE_LAUNCHER_PIPE", "EVOLVE_LAUNCHER_LOCK")
_FORMER = "EVOLVE_FORMER_TMPDIR"


def restore(environment: MutableMapping[str, str]) -> None:
    """Set TMPDIR as it was, for programs that outlive the app, and keep the launcher's files to this process.

    The folder of the unpacked app is removed when nobody holds its pipe any more, or at the next start when nobody
    holds its lock: a browser or a printer's dialog that the app started must hold neither.
    """
    held = [environment.pop(name) for name in _FILES if name in environment]
    if not held:
        return
    former = environment.pop(_FORMER, None)
    if former is None:
        environment.pop("TMPDIR", None)
    else:
        environment["TMPDIR"] = former
    for number in held:
        with contextlib.suppress(OSError, ValueError):  # the launcher had no memory for a pipe, or the disk no locks
            os.set_inheritable(int(number), False)  # noqa: FBT003  (it takes no keyword)
