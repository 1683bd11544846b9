"""Takes back what the launcher of the single file (packaging/linux/launcher) had to change in the environment."""

import contextlib
import os
from collections.abc import MutableMapping

_PIPE = "EVOLVE_LAUNCHER_PIPE"
_FORMER = "EVOLVE_FORMER_TMPDIR"


def restore(environment: MutableMapping[str, str]) -> None:
    """Set TMPDIR as it was, for programs that outlive the app, and keep the launcher's pipe to this process.

    The folder of the unpacked app is removed when nobody holds the pipe any more: a browser or a printer's dialog that
    the app started must not hold it.
    """
    pipe = environment.pop(_PIPE, None)
    if pipe is None:
        return
    former = environment.pop(_FORMER, None)
    if former is None:
        environment.pop("TMPDIR", None)
    else:
        environment["TMPDIR"] = former
    with contextlib.suppress(OSError, ValueError):  # the launcher found too little memory for a pipe
        os.set_inheritable(int(pipe), False)  # noqa: FBT003  (it takes no keyword)
