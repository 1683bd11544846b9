"""Names are the field's terms: no metaphor that the code once had, and no class name for two different things."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

OLD = (
    *("borrowing", "chores", "cover", "door", "guided", "holding", "household", "kept", "keeper", "keeping", "memory"),
    *("mishap", "needs", "outlet", "presence", "press", "remembering", "resealing", "rooms", "safe", "safekeeping"),
    *("second_thread", "shelf", "shelter", "starts", "surroundings", "typing_run", "views", "wardrobe", "watch"),
    *("ways", "wishes"),
)
ALLOWED = {"memory_vault", "MemoryVault", "KeepingText", "KeptPart"}
"""A vault in the computer's memory; and two parts of the content, where keeping is the person's own word."""
PORTS = {"Backup", "Pdf", "RenderedDocument"}
"""What a port of the window hands over has the name that it has where it is made."""


def words(name: str) -> list[str]:
    """Return the words of a name, written either way."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().strip("_").split("_")


def is_old(name: str) -> bool:
    """Whether a metaphor is the whole name, or in it as its words."""
    said = f"_{'_'.join(words(name))}_"
    return name not in ALLOWED and any(f"_{old}_" in said for old in OLD)


def names(module: Path) -> Iterator[str]:
    """Yield the name of a module and those of its classes."""
    yield module.stem
    yield from re.findall(r"^\s*class +(\w+)", module.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("place", ["evolve_desktop", "tests", "tools"])
def test_no_name_is_one_of_the_old_metaphors(checkout: Path, place: str) -> None:
    modules = [path for path in sorted((checkout / place).rglob("*.py")) if not path.name.startswith("test_")]
    assert len(modules) > 15
    old = {f"{module.relative_to(checkout)}: {name}" for module in modules for name in names(module) if is_old(name)}
    old |= {str(module.parent) for module in modules if is_old(module.parent.name)}
    assert sorted(old) == []


def test_a_class_name_stands_for_one_thing(checkout: Path) -> None:
    modules = [path.read_text(encoding="utf-8") for path in (checkout / "evolve_desktop").rglob("*.py")]
    defined = Counter(name for module in modules for name in re.findall(r"^class +(\w+)", module, re.MULTILINE))
    assert defined.total() > 200
    assert {name for name, count in defined.items() if count > 1 and not name.startswith("_")} == PORTS


@pytest.mark.parametrize("name", ["Wardrobe", "KeepingParts", "second_thread", "_Ways", "SafeDoor", "rooms"])
def test_a_metaphor_would_be_found(name: str) -> None:
    assert is_old(name)


@pytest.mark.parametrize("name", ["StatusBar", "IdleMonitor", "Keys", "safely", "viewer", "MemoryVault"])
def test_a_plain_name_is_left_alone(name: str) -> None:
    assert not is_old(name)
