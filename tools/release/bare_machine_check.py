"""Tries the README's two commands on a bare Debian with git and make: `-m tools.release.bare_machine_check RELEASE...`.

As an ordinary user each prints one line, and works once root has pasted it; as root each works at once. For each
release, such as bookworm, it takes half an hour, needs root, debootstrap, xvfb, xdotool and the archives of Debian and
Python, and leaves nothing behind.
"""

import subprocess
import sys
import time
from pathlib import Path

from tests.packaged.hands import press, wait_for_window
from tests.x_server import x_server
from tools.release.bare_debian import USER, BareDebian, bare_debian

CHECKOUT = Path(__file__).parents[2]
_BROUGHT = ("git", "make")
_SECONDS_TO_QUIT = 60
_CLONE = "git clone --quiet file:///srv/evolve.git ~/evolve"


def main(releases: list[str]) -> None:
    """Try each release as an ordinary user and as root; exit with an error if one of them does not do as it should."""
    for release in releases:
        for user in (USER, "root"):
            try_as(user, release)


def try_as(user: str, release: str) -> None:
    """Try a release as one of both, on a machine of its own."""
    with bare_debian(release, *_BROUGHT) as system:
        clone: list[str | Path] = ["git", "clone", "--quiet", "--bare", CHECKOUT, system.root / "srv" / "evolve.git"]
        subprocess.run(clone, check=True)
        system.run("git config --system --add safe.directory '*'")
        system.run(_CLONE, user)
        _say(release, user, "make run says:", _refused(system, user, "run"))
        if user != "root":
            _paste(system, release)
        _see_window(system, release, user)
        started = time.monotonic()
        system.run("cd ~/evolve && make test", user)
        _say(release, user, f"make test passes, in {time.monotonic() - started:.0f} s")


def _paste(system: BareDebian, release: str) -> None:
    """Have both commands refuse with the line, and run it as root."""
    line = ""
    for job in ("run", "test"):
        line = _refused(system, USER, job, DISPLAY=":0")
        _say(release, USER, f"make {job} asks for this line", line)
    system.run(line, DEBIAN_FRONTEND="noninteractive")


def _refused(system: BareDebian, user: str, job: str, **environment: str) -> str:
    """Return the last line with which make gives up, before it has installed anything."""
    command = system.command(f"cd ~/evolve && make {job}", user, **environment)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line for line in done.stderr.splitlines() if not line.startswith("make: ***")]
    if not done.returncode or done.stdout or len(lines) > 2 or "Traceback" in done.stderr:  # noqa: PLR2004  (see above)
        sys.exit(f"make {job} gave up in another way: {done.returncode}\n{done.stdout}{done.stderr}")
    return lines[-1]


def _see_window(system: BareDebian, release: str, user: str) -> None:
    """Open the window by make on a screen of ours, and close it by its key."""
    with x_server() as (_server, display):
        started = time.monotonic()
        with subprocess.Popen(system.command("cd ~/evolve && make run", user, DISPLAY=display)) as program:
            while not _is_seen(display):
                if program.poll() is not None:
                    sys.exit("make run ended without a window")
            _say(
                release,
                user,
                f"make run shows the window after {time.monotonic() - started:.0f} s, nothing being here before",
            )
            press(display, "ctrl+q")
            if program.wait(_SECONDS_TO_QUIT):
                sys.exit("make run did not end well")


def _is_seen(display: str) -> bool:
    """Wait for the window, for a minute at most: there is a whole Qt to be downloaded first."""
    try:
        return bool(wait_for_window(display))
    except subprocess.TimeoutExpired:
        return False


def _say(release: str, user: str, *what: str) -> None:
    print("ok     ", f"{release}, {user}:", *what, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
