"""Starts the program: `python -m evolve_desktop`, and the built executables."""

import sys

from evolve_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
