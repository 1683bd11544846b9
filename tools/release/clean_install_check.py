"""Tries the downloads on a bare Debian without Python, Qt or a desktop: `-m tools.release.clean_install_check DIST`.

It takes a few minutes, needs root, debootstrap and Debian's archive, and leaves nothing behind.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ARCHIVE = "http://deb.debian.org/debian"
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
    with _bare_system() as root:
        home = root / "root"
        shutil.copytree(dist / "evolve", home / "evolve", symlinks=True)
        shutil.copy2(dist / "evolve-desktop", home)
        shutil.copy2(next((dist / "release").glob("*.deb")), home / "package.deb")
        for step in STEPS:
            settings = ["DEBIAN_FRONTEND=noninteractive", "LANG=C.UTF-8", "HOME=/root"]
            _run("chroot", root, "env", *settings, "sh", "-euc", step)


@contextmanager
def _bare_system() -> Iterator[Path]:
    """Create a bare Debian in a folder, with /dev and /proc of a running system, and remove it at the end."""
    root = Path(tempfile.mkdtemp(prefix="bare-debian-"))
    root.chmod(0o755)  # apt runs as another user
    mounted: list[Path] = []
    try:
        _run("debootstrap", "--variant=minbase", RELEASE, root, ARCHIVE, quiet=True)
        for kind, place in (("proc", root / "proc"), ("tmpfs", root / "dev/shm")):
            place.mkdir(exist_ok=True)
            _run("mount", "-t", kind, kind, place)
            mounted.insert(0, place)
        yield root
    finally:
        for place in mounted:
            _run("umount", place)
        _run("rm", "--recursive", "--force", "--one-file-system", root)


def _run(*command: str | Path, quiet: bool = False) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL if quiet else None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
