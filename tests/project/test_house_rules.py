"""Rules of CONTRIBUTING.md that no linter knows."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from evolve_desktop import __version__

LONGEST_MODULE = 400
LONGEST_FUNCTION = 30
BELOW_THE_WINDOW = (
    "content",
    "checkin",
    "vault",
    "document",
    "window_state",
    "settings",
    "files",
    "cli",
    "commands",
    "instance_lock",
)


@pytest.fixture(scope="module")
def modules(checkout: Path) -> list[Path]:
    return sorted((checkout / "evolve_desktop").rglob("*.py"))


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def functions(module: Path) -> Iterator[tuple[str, int]]:
    """Yield each function's place and its length in lines."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{module.name}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_module_is_longer_than_a_reader_can_hold(modules: list[Path]) -> None:
    lengths = {str(module): len(module.read_text(encoding="utf-8").splitlines()) for module in modules}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_a_screenful(modules: list[Path]) -> None:
    lengths = dict(found for module in modules for found in functions(module))
    assert {place: length for place, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_every_module_opens_with_one_sentence(modules: list[Path]) -> None:
    for module in modules:
        opening = ast.get_docstring(tree(module))
        assert opening, module
        assert opening.splitlines()[0].endswith("."), module


def test_the_version_stands_once(checkout: Path) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    places = [*checkout.glob("*.toml"), checkout / "Makefile", checkout / "build.spec", checkout / "README.md"]
    places += [path for folder in ("evolve_desktop", "resources") for path in (checkout / folder).rglob("*.*")]
    texts = {path: path.read_bytes() for path in places if path.is_file() and path.suffix != ".pyc"}
    holding = [path for path, text in texts.items() if f'"{__version__}"'.encode() in text]
    assert holding == [checkout / "evolve_desktop" / "__init__.py"]


def test_the_changelog_tells_of_the_present_version(checkout: Path) -> None:
    headings = re.findall(r"^## (\S+)", (checkout / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == __version__


def test_fewer_than_ten_rules_of_the_linter_are_left_out_and_each_says_why(checkout: Path) -> None:
    text = (checkout / "pyproject.toml").read_text(encoding="utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    assert lint["select"] == ["ALL"]
    assert len(lint["ignore"]) < 10
    for rule in lint["ignore"]:
        assert re.search(rf'^    "{rule}", +# \w+', text, re.MULTILINE), rule


def test_no_package_below_the_window_needs_qt(checkout: Path) -> None:
    code = f"""
import importlib, pkgutil, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
for name in {BELOW_THE_WINDOW}:
    package = importlib.import_module("evolve_desktop." + name)
    for module in pkgutil.walk_packages(getattr(package, "__path__", ()), package.__name__ + "."):
        importlib.import_module(module.name)
    print(name)
"""
    imported = subprocess.run([sys.executable, "-c", code], cwd=checkout, capture_output=True, text=True, check=False)
    assert tuple(imported.stdout.split()) == BELOW_THE_WINDOW, imported.stderr


def test_the_architecture_names_every_module_and_no_other(checkout: Path, modules: list[Path]) -> None:
    page = (checkout / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"\b(\w+)\.py\b", page.partition("```")[2].partition("```")[0])
    there = [module.stem for module in modules if module.name != "__init__.py"]
    assert sorted(named) == sorted(there)
