"""What is installed is pinned, release by release and file by file, and says nothing about where it comes from."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TYPEFACES = {
    "LICENSE-Lato.txt": "9d6dc6a70c02d117ccda1b8cfdba612742a8d00609b33bd8207dee06cfbb097d",
    "LICENSE.txt": "caa697668c3cf3e622753fb202c6c2e29648b94a3499dc7b869a14192e38c553",
    "Lato-Bold.ttf": "d7f0b7f2570f2f28b504da1181b4d71b1420b10be2c4fd690927f1c8ee3b19c3",
    "Lato-Regular.ttf": "e82542aed8293f49fc83c4aaea566b1f6b4fc7a9ab5da11e6fb9bc0973b5324b",
    "SourceSerifPro-Bold.ttf": "78041207a9c5166a82d41676d4c87f4c5ba4e1c13ac654e6e9e3538a5a0b0525",
    "SourceSerifPro-Regular.ttf": "b4e0771f06d8f6573a535312762b0b2f4fb9a03372239e39b0e7cf203da8ea9a",
    "ar/IBMPlexSansArabic-Bold.ttf": "691e0c891a38637ae6bbdb69700f8042cb0724a137bee615068ffdb92244f61f",
    "ar/IBMPlexSansArabic-Regular.ttf": "6f611412270a132bbac838da9259d4c68569b4175f3b3b8fa3fa36a30b56dab9",
    "ar/LICENSE-IBMPlexSansArabic.txt": "7e6b2818edbd8f6a01ae80641cc8f16a51080d08fb4e532be3a0b6f74adb07da",
    "ar/paper/Amiri-Bold.ttf": "cfccb794268e7d573d857e6d6a67f89cf8a053e8ffd85dfa0c8ec1bb36fc4827",
    "ar/paper/Amiri-Regular.ttf": "ab391c4147d054c48976e98322ad0eefe1427aa0e0502a12a4c75d80a70cfcd7",
    "ar/paper/LICENSE-Amiri.txt": "72de68e5954f4fdd24702292ef5a32f003ca960ec9330dc86e5eefb5dffb9b22",
}
"""The files that we use of these packages on PyPI, each with its SHA-256: font-source-serif-pro 0.0.1, font-lato 0.1.0,
fontpkg-ibm-plex-sans-arabic 1.101 and fontpkg-amiri 1.2."""
PINNED = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)( ; [^\\]+)? \\")


def pins(file: Path) -> dict[str, str]:
    """Return the version of each package in a requirement file."""
    matches = (PINNED.fullmatch(line) for line in file.read_text(encoding="utf-8").splitlines())
    return {match["name"]: match["version"] for match in matches if match}


@pytest.fixture(params=["run.txt", "dev.txt", "wine.txt"])
def requirements(request: pytest.FixtureRequest, checkout: Path) -> Path:
    return checkout / "requirements" / str(request.param)


def test_every_requirement_is_pinned_and_followed_by_a_hash(requirements: Path) -> None:
    lines = requirements.read_text(encoding="utf-8").splitlines()
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith((" ", "#")):
            assert re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?|    #.*", line), line
            continue
        assert PINNED.fullmatch(line), line
        assert following.startswith("    --hash=sha256:"), line


def test_no_requirement_names_an_address(requirements: Path) -> None:
    text = requirements.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


def test_the_tests_run_with_the_releases_that_the_app_runs_with(checkout: Path) -> None:
    run, dev = (pins(checkout / "requirements" / name) for name in ("run.txt", "dev.txt"))
    assert run
    assert run.items() <= dev.items()


def test_the_pinned_releases_are_those_the_project_asks_for(checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    run, dev = (pins(checkout / "requirements" / name) for name in ("run.txt", "dev.txt"))
    for file, wanted in ((run, project["project"]["dependencies"]), (dev, project["dependency-groups"]["dev"])):
        for requirement in map(Requirement, wanted):
            assert requirement.specifier.contains(file[canonicalize_name(requirement.name)]), str(requirement)


def test_the_typeface_is_the_published_one_and_only_the_cuts_in_use(checkout: Path) -> None:
    folder = checkout / "resources/fonts"
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    assert found == TYPEFACES
