"""Tries the downloads on bare Debians without Python, Qt or a desktop: `-m tools.release.clean_install_check DIST`.

It takes some minutes, needs root, debootstrap and Debian's archive, and leaves nothing behind.
"""

import shutil
import sys
from pathlib import Path

from tools.release.bare_debian import bare_debian

RELEASES = ("bookworm", "trixie")
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
# What a file manager does at a double click, here with a backup that cannot be read.
DOUBLE_CLICK = r"""
printf '\211EVOLVE\n' >/root/some.evolve
xvfb-run --auto-servernum sh -euc '
    gio open /root/some.evolve
    xdotool search --sync --onlyvisible --name "^Restore from a backup$" >/dev/null
    pkill evolve-desktop'
echo "ok      a double click on a backup asks about it"
"""
NOTHING_LEFT = "find / -xdev '(' -path /proc -o -path /root -o -path /tmp ')' -prune -o -name '*evolve*' -print"
TRIED_WITH = "desktop-file-utils libglib2.0-bin procps shared-mime-info xauth xdotool xvfb"
STEPS = (
    "apt-get -qq update && apt-get -qq install --yes --no-install-recommends /root/package.deb >/dev/null",
    "! command -v python3",
    f"apt-get -qq install --yes --no-install-recommends {TRIED_WITH} >/dev/null",
    WINDOW,
    DOUBLE_CLICK,
    f'dpkg --purge evolve-desktop && left=$({NOTHING_LEFT}) && echo "$left" && test -z "$left"',
)


def main(dist: Path) -> None:
    """Install, start and remove on each release; exit with an error if a step fails."""
    for release in RELEASES:
        try_on(release, dist)


def try_on(release: str, dist: Path) -> None:
    """Go through all steps on a machine of its own."""
    with bare_debian(release) as system:
        home = system.root / "root"
        shutil.copytree(dist / "evolve", home / "evolve", symlinks=True)
        shutil.copy2(dist / "evolve-desktop", home)
        shutil.copy2(next((dist / "release").glob("*.deb")), home / "package.deb")
        for step in STEPS:
            system.run(step, DEBIAN_FRONTEND="noninteractive")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
