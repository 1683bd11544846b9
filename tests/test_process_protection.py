"""What the process forbids the system to do with its memory; tests/faults/test_memory.py reads it from outside."""

import subprocess
import sys

import pytest

PROTECTED = """
import resource
from evolve_desktop import process_protection

process_protection.protect()
print(resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_there_are_no_core_dumps() -> None:
    told = subprocess.run([sys.executable, "-c", PROTECTED], capture_output=True, text=True, check=True)
    assert told.stdout == "(0, 0)\n"
