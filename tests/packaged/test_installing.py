"""The built folder as an installed program: what a Linux desktop looks for is sound, and the package comes and goes."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from evolve_desktop import __version__
from tests.packaged.hands import press, wait_for_window
from tests.packaged.program import DIST, SECONDS
from tools.release import debian, linux_files

pytestmark = pytest.mark.packaged

NAME = "evolve-desktop"
INSTALLED = Path("/usr/bin") / NAME
MANY_SECONDS = 600


def needs(tool: str) -> pytest.MarkDecorator:
    """Skip where a tool of the system is not there, and say so."""
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"not installed here: {tool}")


def run(*command: str | Path, **more: str) -> str:
    """Run a program of the system and return all that it says."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", **more}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=MANY_SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    linux_files.share(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Debian package of what was built, packed in haste and outside of what is handed out."""
    place = tmp_path_factory.mktemp("dist")
    (place / "evolve").symlink_to(DIST / "evolve")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1800000000")
        return debian.build(place, packing=("-Zgzip", "-z1"))


@needs("desktop-file-validate")
def test_the_starter_is_as_desktops_want_it(share: Path) -> None:
    assert run("desktop-file-validate", share / "applications" / f"{NAME}.desktop") == ""


@needs("appstreamcli")
def test_the_description_is_as_software_centres_want_it(share: Path) -> None:
    run("appstreamcli", "validate", "--no-net", share / "metainfo" / f"{NAME}.metainfo.xml")


@needs("update-mime-database")
def test_a_double_click_on_a_backup_starts_the_app(share: Path) -> None:
    run("update-mime-database", share / "mime")
    kinds = (share / "mime" / "globs2").read_text(encoding="utf-8").splitlines()
    assert "50:application/x-evolve-desktop:*.evolve" in kinds
    assert b"\x89EVOLVE\n" in (share / "mime" / "magic").read_bytes()
    starter = (share / "applications" / f"{NAME}.desktop").read_text(encoding="utf-8").splitlines()
    assert {"MimeType=application/x-evolve-desktop;", "Exec=evolve-desktop --restore %f"} <= set(starter)


@needs("man")
def test_the_manual_page_reads_without_a_warning(share: Path) -> None:
    page = share / "man" / "man1" / f"{NAME}.1"
    shown = subprocess.run(
        ["man", "--warnings", "--local-file", page],  # noqa: S607  (the one that the system has)
        env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stderr == ""
    assert "--self-check" in shown.stdout
    assert f"Evolve Desktop {__version__}" in shown.stdout


def test_the_icon_is_there_in_every_size(share: Path) -> None:
    icons = share / "icons" / "hicolor"
    assert (icons / "scalable" / "apps" / f"{NAME}.svg").is_file()
    for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        head = (icons / f"{size}x{size}" / "apps" / f"{NAME}.png").read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (size, size)


@needs("dpkg-deb")
def test_the_package_holds_its_files_where_debian_wants_them_and_owns_nothing_else(package: Path) -> None:
    lines = run("dpkg-deb", "--contents", package).splitlines()
    assert all(line.split()[1] == "root/root" for line in lines)
    assert all(line.split()[0] in {"drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--", "lrwxrwxrwx"} for line in lines)
    places = {line.split()[5] for line in lines}
    assert {f"./usr/bin/{NAME}", f"./usr/lib/{NAME}/{NAME}", f"./usr/share/applications/{NAME}.desktop"} <= places
    assert {f"./usr/share/doc/{NAME}/copyright", f"./usr/share/man/man1/{NAME}.1.gz"} <= places
    assert all(place.startswith("./usr/") or place == "./" for place in places)


@needs("lintian")
@needs("dpkg-deb")
def test_the_package_passes_debians_own_check_without_a_word(package: Path) -> None:
    assert run("lintian", "--fail-on", "error,warning", "--allow-root", package) == ""


@needs("dpkg-deb")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can install a package")
@pytest.mark.skipif(INSTALLED.exists(), reason="it is installed here already, and is not ours to remove")
def test_the_package_installs_starts_and_goes_without_a_trace(package: Path, screen: str, tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    own = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    run("apt-get", "install", "--yes", "--no-install-recommends", package)
    try:
        assert run(INSTALLED, "--version", **own) == f"{__version__}\n"
        assert all(line.startswith("ok ") for line in run(INSTALLED, "--self-check", **own).splitlines())
        with subprocess.Popen([INSTALLED], env={**own, "DISPLAY": screen}) as started:
            wait_for_window(screen)
            press(screen, "ctrl+q")
            assert started.wait(SECONDS) == 0
    finally:
        run("dpkg", "--purge", NAME)
    left = [
        place for place in ("bin", "lib", "share/doc", "share/applications") if [*Path("/usr", place).glob(f"{NAME}*")]
    ]
    assert left == []
