"""A bare Debian in a folder of its own, to try the app on a machine without Python, Qt or a desktop."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ARCHIVE = "http://deb.debian.org/debian"
USER = "person"
_CERTIFICATES = "PIP_CERT"


@dataclass(frozen=True, slots=True)
class BareDebian:
    """The folder that is the root of that system; commands run there as root or as an ordinary user."""

    root: Path
    _settings: Mapping[str, str] = field(default_factory=dict)

    def command(self, script: str, user: str = "root", **environment: str) -> list[str]:
        """Return the command that runs a script of the shell there, with nothing of this system's environment."""
        home = "/root" if user == "root" else f"/home/{user}"
        plain = {"HOME": home, "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"}
        settings = [f"{name}={value}" for name, value in {**plain, **self._settings, **environment}.items()]
        return [
            "chroot",
            f"--userspec={user}",
            str(self.root),
            "env",
            "--ignore-environment",
            *settings,
            "sh",
            "-euc",
            script,
        ]

    def run(self, script: str, user: str = "root", **environment: str) -> None:
        """Run a script there; raise CalledProcessError if it fails."""
        subprocess.run(self.command(script, user, **environment), check=True)


@contextmanager
def bare_debian(release: str, *packages: str) -> Iterator[BareDebian]:
    """Create the system with a few packages, and an ordinary user; remove it at the end. Needs root and debootstrap."""
    root = Path(tempfile.mkdtemp(prefix="bare-debian-"))
    root.chmod(0o755)  # apt runs as another user
    mounted: list[Path] = []
    try:
        include = [f"--include={','.join(packages)}"] if packages else []
        _run("debootstrap", "--variant=minbase", *include, release, root, ARCHIVE, quiet=True)
        for kind, place in (("proc", root / "proc"), ("tmpfs", root / "dev/shm"), ("devpts", root / "dev/pts")):
            place.mkdir(exist_ok=True)
            _run("mount", "-t", kind, kind, place)
            mounted.insert(0, place)
        system = BareDebian(root, _trust(root))
        system.run(f"useradd --create-home --shell /bin/sh {USER}")
        yield system
    finally:
        for place in mounted:
            _run("umount", place)
        _run("rm", "--recursive", "--force", "--one-file-system", root)


def _trust(root: Path) -> dict[str, str]:
    """Copy the certificates that pip is to trust here, if it is told of any, and return its setting."""
    named = os.environ.get(_CERTIFICATES)
    if not named:
        return {}
    shutil.copyfile(named, root / "srv" / "certificates.pem")  # where no package of that system writes
    return {_CERTIFICATES: "/srv/certificates.pem"}


def _run(*command: str | Path, quiet: bool = False) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL if quiet else None)
