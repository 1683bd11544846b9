"""Starts the program: `python -m evolve_desktop`, and the built executables."""

import os
import sys

from evolve_desktop import launcher_environment
from evolve_desktop.cli import main

if __name__ == "__main__":
    launcher_environment.restore(os.environ)
    sys.exit(main())
