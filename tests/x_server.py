"""A screen for the tests that need one."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def x_server() -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    """Start an X server that draws into memory; yield its process and the name of its display."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, pass_fds=[writing], stdout=quiet, stderr=quiet) as server:
        os.close(writing)
        try:
            with os.fdopen(reading, encoding="ascii") as number:
                yield server, f":{number.readline().strip()}"
        finally:
            server.terminate()
