"""What must hold of a page for somebody who only hears it; each rule returns what breaks it."""

from collections.abc import Iterator

from tests.accessibility.reader import Node

SMALLEST = 24
ACTIVE = {
    "push button",
    "radio button",
    "check box",
    "text",
    "password text",
    "combo box",
    "page tab",
    "toggle button",
    "menu item",
}
GROUPS = {"panel", "page tab list", "menu bar", "dialog", "alert"}
WORDS = {"label", "heading"}
HANDS_ON = {"tabs"}  # takes the focus only to hand it to the bar of tabs, which is a node of its own


def is_active(node: Node) -> bool:
    """Whether something can be done with it."""
    return node.role in ACTIVE or ("focusable" in node.states and node.id not in HANDS_ON)


def groups(node: Node) -> Iterator[list[Node]]:
    """Yield what belongs together: all that is inside one group and not inside another one in it."""
    members: list[Node] = []
    inner: list[Node] = []
    waiting = list(node.children)
    while waiting:
        child = waiting.pop(0)
        members.append(child)
        if child.role in GROUPS:
            inner.append(child)
        else:
            waiting[:0] = child.children
    yield members
    for group in inner:
        yield from groups(group)


def without_a_name(page: Node) -> list[str]:
    """Return what can be used and says nothing of itself."""
    return [node.id for node in page.walk() if is_active(node) and not node.name and not node.labels]


def called_the_same(page: Node) -> list[str]:
    """Return the names that two controls of one group share."""
    shared: list[str] = []
    for members in groups(page):
        names = [" ".join((*node.labels, node.name)) for node in members if node.role in ACTIVE]
        shared += {name for name in names if names.count(name) > 1}
    return shared


def read_twice(page: Node) -> list[str]:
    """Return the texts that repeat the name of a control beside them without being its label, or twice."""
    repeated: list[str] = []
    for members in groups(page):
        texts = [node.name for node in members if node.role in WORDS]
        for node in members:
            if (is_active(node) or node.role == "panel") and node.role not in WORDS | {"page tab list"}:
                is_twice = texts.count(node.name) > 1 or (node.name in texts and node.name not in node.labels)
                repeated += [node.name] if node.name and is_twice else []
    return repeated


def choices_without_a_question(page: Node) -> list[str]:
    """Return the radio buttons that stand in no group with a name, or repeat the name of theirs."""
    lost = [node.id for node in page.walk() if node.role == "radio button"]
    for group in page.walk():
        if group.role == "panel" and group.name:
            found = [node for node in group.walk() if node.role == "radio button"]
            lost = [name for name in lost if name not in {node.id for node in found}]
            lost += [node.id for node in found if group.name in node.name]
    return lost


def too_small(page: Node) -> list[str]:
    """Return what is smaller than a finger needs; of a check box, Qt tells only the mark and the words."""
    targets = (node for node in page.walk() if node.role in ACTIVE - {"check box"})
    return [f"{node.id}: {node.size}" for node in targets if min(node.size, default=SMALLEST) < SMALLEST]
