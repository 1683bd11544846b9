"""What a job lacks of the system is installed where that is allowed, and else told in one line, on a made-up system."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = ("cat", "dirname", "find", "grep", "sed", "sh", "sort", "tr", "uname")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems bring what a window needs")


def wanted(checkout: Path, job: str) -> list[list[str]]:
    """Return the lines of the list for one job: kind, name, package of Debian, package of Fedora."""
    text = (checkout / "resources" / "system_packages.txt").read_text(encoding="utf-8")
    return [line.split()[1:] for line in text.splitlines() if line.split()[:1] == [job]]


class System:
    """A made-up system, on which everything is installed at first."""

    def __init__(self, checkout: Path, folder: Path) -> None:
        self.log, self.bin = folder / "log.txt", folder / "bin"
        self._folder = folder
        self.bin.mkdir()
        self._copy_script(checkout)
        for tool in TOOLS:
            (self.bin / tool).symlink_to(str(shutil.which(tool)))
        self.libraries = [name for kind, name, *_ in wanted(checkout, "window") if kind == "library"]
        self.add("python3")
        self.add("apt-get", f'echo "apt-get $*" >>{self.log}')
        self.be(1000)
        for _, name, *_ in (line for line in wanted(checkout, "test") if line[0] == "program"):
            self.add(name)

    def _copy_script(self, checkout: Path) -> None:
        """Have the script with its list, whose files are here and whose Python is not this computer's."""
        for folder in ("tools", "resources"):
            (self._folder / folder).mkdir()
        shutil.copy(checkout / "tools" / "prepare_system.sh", self._folder / "tools")
        text = (checkout / "resources" / "system_packages.txt").read_text(encoding="utf-8")
        told = [
            line.replace(" /", f" {self._folder}/") for line in text.splitlines() if line.split()[1:2] != ["module"]
        ]
        (self._folder / "resources" / "system_packages.txt").write_text("\n".join(told) + "\n", encoding="utf-8")
        for kind, name, *_ in (line for job in ("test", "build", "packaged") for line in wanted(checkout, job)):
            if kind == "file":
                file = self._folder / name.lstrip("/")
                file.parent.mkdir(parents=True, exist_ok=True)
                file.touch()

    def add(self, program: str, script: str = "true") -> None:
        """Install a program."""
        (self.bin / program).unlink(missing_ok=True)
        (self.bin / program).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (self.bin / program).chmod(0o755)

    def be(self, user: int) -> None:
        """Work as this user."""
        self.add("id", f"echo {user}")

    def remove(self, *names: str) -> None:
        """Remove programs and libraries."""
        self.libraries = [name for name in self.libraries if name not in names]
        for name in names:
            (self.bin / name).unlink(missing_ok=True)

    def prepare(self, job: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script for a job."""
        known = "".join(f"\t{name} (libc6,x86-64) => /lib/{name}\n" for name in self.libraries)
        self.add("ldconfig", f"cat <<'END'\n{known}END")
        fonts = self._folder / ".fonts"
        fonts.mkdir(exist_ok=True)
        (fonts / "any.ttf").touch()
        own = {"PATH": str(self.bin), "HOME": str(self._folder), "VENV": str(self._folder / "venv"), "DISPLAY": ":0"}
        return subprocess.run(
            [self._folder / "tools" / "prepare_system.sh", job],
            env={**own, **environment},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def system(checkout: Path, tmp_path: Path) -> System:
    return System(checkout, tmp_path)


def installed(system: System) -> str:
    return system.log.read_text(encoding="utf-8") if system.log.exists() else ""


@pytest.mark.parametrize("job", ["run", "test"])
def test_where_nothing_is_missing_nothing_is_said_or_done(system: System, job: str) -> None:
    done = system.prepare(job)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert installed(system) == ""


@pytest.mark.parametrize("job", ["run", "test"])
def test_who_may_not_install_gets_one_line_with_everything_that_is_missing(system: System, job: str) -> None:
    system.remove("libEGL.so.1", "libxcb-icccm.so.4")
    system.add("python3", 'case "$*" in *ensurepip*) exit 1 ;; esac')
    done = system.prepare(job)
    assert (done.returncode, done.stdout) == (1, "")
    sentence, line = done.stderr.splitlines()
    assert "paste this line" in sentence
    assert line.startswith("su - -c 'apt-get -qq update && apt-get -qq install ")
    assert line.endswith(" libegl1 libxcb-icccm4 python3-venv'")
    assert installed(system) == ""


def test_the_line_asks_for_the_password_where_there_is_a_sudo(system: System) -> None:
    system.add("sudo", "exit 1")
    system.remove("libEGL.so.1")
    assert system.prepare("run").stderr.splitlines()[1].startswith("sudo sh -c '")


def test_root_installs_what_is_missing_and_says_what(system: System) -> None:
    system.be(0)
    system.remove("libEGL.so.1", "Xvfb")
    done = system.prepare("test")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Installing for make test: libegl1 xvfb\n"
    assert installed(system).splitlines() == [
        "apt-get -qq update",
        "apt-get -qq install --yes --no-install-recommends libegl1 xvfb",
    ]


def test_a_sudo_that_asks_nothing_is_made_use_of(system: System) -> None:
    system.add("sudo", f'echo "sudo $*" >>{system.log}; shift; "$@"')
    system.remove("libEGL.so.1")
    assert system.prepare("run").returncode == 0
    assert "sudo -n sh -c" in installed(system)
    assert "apt-get -qq install --yes --no-install-recommends libegl1\n" in installed(system)


def test_packages_that_do_not_come_are_told_with_the_line(system: System) -> None:
    system.be(0)
    system.add("apt-get", "exit 100")
    system.remove("libEGL.so.1")
    done = system.prepare("run")
    assert done.returncode == 1
    assert done.stderr.startswith("That did not go well. ")
    assert " libegl1" in done.stderr


def test_packages_have_their_names_on_fedora(system: System) -> None:
    system.remove("apt-get", "libEGL.so.1")
    system.add("dnf")
    assert system.prepare("run").stderr.splitlines()[1] == "su - -c 'dnf --quiet install --assumeyes libglvnd-egl'"


def test_elsewhere_what_is_missing_is_named_itself(system: System) -> None:
    system.be(0)
    system.remove("apt-get", "libEGL.so.1")
    done = system.prepare("run")
    assert done.returncode == 1
    assert "libEGL.so.1" in done.stderr.splitlines()[1]


def test_a_window_without_a_screen_is_told_in_a_sentence_before_anything_is_installed(system: System) -> None:
    system.be(0)
    system.remove("libEGL.so.1")
    done = system.prepare("run", DISPLAY="")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "no screen" in done.stderr
    assert installed(system) == ""
    assert system.prepare("test", DISPLAY="").returncode == 0


def test_what_only_some_tests_need_stops_nobody_and_can_be_asked_for(system: System) -> None:
    assert system.prepare("line").stdout == ""
    system.remove("Xvfb", "strace")
    done = system.prepare("test")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert system.prepare("line").stdout.endswith(" strace xvfb'\n")
    system.be(0)
    assert system.prepare("line").stdout.endswith(" strace xvfb\n")
    assert installed(system) == ""


def test_once_qt_is_installed_its_own_word_counts(system: System, tmp_path: Path) -> None:
    (tmp_path / "venv/lib/python3.11/site-packages/PySide6/Qt").mkdir(parents=True)
    system.add("ldd", r"printf '\tlibcups.so.2 => not found\n\tlibnew.so.9 => not found\n\tlibz.so.1 => /lib/z\n'")
    system.remove("libEGL.so.1")  # known to Qt by another way, as in a folder of one's own
    unknown, _, line = system.prepare("run").stderr.splitlines()
    assert "libnew.so.9" in unknown
    assert line.endswith("--no-install-recommends libcups2'")


def test_a_python_of_another_name_has_its_own_package(system: System) -> None:
    system.add("python3.12", 'case "$*" in *ensurepip*) exit 1 ;; esac')
    assert system.prepare("run", PYTHON="python3.12").stderr.splitlines()[1].endswith(" python3.12-venv'")
    assert system.prepare("run", PYTHON="python3.13").returncode == 0  # the Makefile says that there is none
