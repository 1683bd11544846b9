"""Tries the downloads on a bare Debian without Python, Qt or a desktop: `-m tools.release.clean_install_check DIST`.

It takes a few minutes, needs root, debootstrap and Debian's archive, and leaves nothing behind.
"""

import shutil
import sys
from pathlib import Path

from tools.release.bare_debian import bare_debian

RELEASE = "bookworm"
WINDOW = """
for program in evolve-desktop /root/evolve/evolve-desktop /root/evolve-desktop; do
    $program --self-check
    xvfb-run --auto-servernum sh -euc '
        "$0" & started=$!
        xdotool search --sync --onlyvisible --name "^Evolve$" windowfocus --sync key ctrl+q >/dev/null 2>&1 || true
        wait $started' $program
    echo "ok      $program opens its window and quits"
done
"""
STEPS = (
    "apt-get -qq update && apt-get -qq install --yes --no-install-recommends /root/package.deb >/dev/null",
    "! command -v python3",
    "apt-get -qq install --yes --no-install-recommends xauth xdotool xvfb >/dev/null",
    WINDOW,
    "dpkg --purge evolve-desktop && ! ls -d /usr/bin/evolve-desktop /usr/lib/evolve-desktop 2>/dev/null",
)


def main(dist: Path) -> None:
    """Install, start and remove; exit with an error if a step fails."""
    with bare_debian(RELEASE) as system:
        home = system.root / "root"
        shutil.copytree(dist / "evolve", home / "evolve", symlinks=True)
        shutil.copy2(dist / "evolve-desktop", home)
        shutil.copy2(next((dist / "release").glob("*.deb")), home / "package.deb")
        for step in STEPS:
            system.run(step, DEBIAN_FRONTEND="noninteractive")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
