"""A stranger to the app: walks it over the accessibility bus as a screen reader does, with the system's own Python.

It reads one request a line from standard input and writes one answer a line to standard output, both JSON; it needs
what Debian's python3-pyatspi brings along, and nothing of the app. Of what it saw it remembers only object names, which
never change: nothing that is gone is taken for seen.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any

import gi  # type: ignore[import-not-found]  # the system's Python has it, ours has not

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402  (the version is said first)

from tests.accessibility.atspi import (  # noqa: E402  (as above)
    ANY,
    ATSPI,
    PATH,
    ROLE_BITS,
    ROLES,
    SHOWING,
    AtspiBus,
    GoneError,
    Node,
    Question,
    Told,
    has_state,
    name_of_role,
    roles_called,
    state_called,
)

NAMES = ("Evolve", "Notes")  # of the app, the second one while it shows its privacy screen
PATIENCE = 20.0
PAUSE, LONGEST_PAUSE = 0.03, 0.12  # between two looks, of which each costs the app some work
AT_ONCE = 100
"""Of the things in a window, which are asked one group after the other until one is found."""
STATES = ("focusable", "focused", "checked", "checkable", "enabled", "editable", "selected", "expanded")
STILL = ("label", "heading", "filler", "scroll bar")  # what nothing can be done with
LEAVES = ("label", "heading", "radio button", "check box", "push button", "scroll bar")
WRITTEN = ("text", "password text")
PRESSED = state_called("pressed")
LABELLED_BY = int(Atspi.RelationType.LABELLED_BY)

Request = dict[str, Any]  # whatever JSON holds


class Walker:
    """Finds what can be seen, acts on it, and remembers what the app announced."""

    def __init__(self) -> None:
        self._bus = AtspiBus()
        self._names: dict[Node, str] = {}
        self._heard: list[str] = []
        self._stops: list[str] = []
        self._texts: list[str] = []
        _wait(self._bus.ask_for_events)  # the registry of events sometimes ends while it starts, and starts again
        self._bus.listen(self._on_event)

    def tree(self, request: Request) -> object:
        """Describe all that can be seen, or what is inside one widget."""
        return _wait(lambda: self._describe(self._find(request)))

    def act(self, request: Request) -> object:
        """Do a named action, to the end: one that the widget offers, which may be made anew meanwhile.

        A button that is pressed this way stays down for a moment, as under a finger, before it does anything.
        """
        node = _wait(lambda: self._act(self._find(request), request["action"]))
        return node is not None and _wait(lambda: self._is_up(node))

    def write(self, request: Request) -> object:
        """Set the whole text of a field."""
        text = GLib.Variant("(s)", (request["text"],))
        return self._bus.ask(self._find(request).call("SetTextContents", text, of="EditableText"))

    def said(self, request: Request) -> object:
        """Wait until the description of a widget holds some words."""
        node = self._find(request)
        return _wait(lambda: request["words"] in self._bus.ask(node.get("Description")))

    def gone(self, request: Request) -> object:
        """Wait until nothing of the kind can be seen."""
        return _wait(lambda: self._search(request) is None)

    def heard(self, request: Request) -> object:
        """Return what was announced, and forget it."""
        return _take(self._heard, request)

    def spelled(self, request: Request) -> object:
        """Return the texts that came into fields or left them, and forget them."""
        return _take(self._texts, request)

    def queried(self, request: Request) -> object:
        """Return all that a field answers to a question about its text, whatever the question."""
        return _wait(lambda: self._answers(self._find(request)))

    def stopped(self, request: Request) -> object:
        """Return where the focus went, by object names, and forget it."""
        return _take(self._stops, request)

    def _on_event(self, source: Node, name: str, told: Told) -> None:
        kind, detail, _, value, *_ = told
        if name == "Announcement":
            self._heard.append(str(value))
        elif name == "TextChanged":
            self._texts.append(str(value))
        elif (name, kind, detail) == ("StateChanged", "focused", 1):
            with suppress(GLib.Error):  # it went away at once
                self._stops.append(_last_name(self._bus.ask(source.get("AccessibleId"))))

    def _find(self, request: Request) -> Node:
        found: Node | None = _wait(lambda: self._search(request))
        if found is None:
            raise LookupError(f"not to be seen: {request}")
        return found

    def _search(self, request: Request) -> Node | None:
        """Return the first that can be seen and is what was asked for: an object name, a role, an accessible name."""
        app = self._app()
        if app is None:
            return None
        found = self._bus.ask(_wanted(app, request))
        if request.get("role", "application") == "application":
            found.insert(0, app)
        for start in range(0, len(found), AT_ONCE):
            for node in self._matching(found[start : start + AT_ONCE], request):
                if self._is_inside(node, app):
                    return node
        return None

    def _matching(self, nodes: Sequence[Node], request: Request) -> Sequence[Node]:
        """Return those that have the object name and the accessible name that were asked for."""
        if "id" in request:
            self._learn_names(nodes)
            nodes = [node for node in nodes if self._names.get(node) == request["id"]]
        if "name" in request and nodes:
            names = self._bus.try_all([node.get("Name") for node in nodes])
            nodes = [node for node, name in zip(nodes, names, strict=True) if name == request["name"]]
        return nodes

    def _learn_names(self, nodes: Sequence[Node]) -> None:
        """Ask for the object names that are not known yet."""
        new = [node for node in nodes if node not in self._names]
        told = zip(new, self._bus.try_all([node.get("AccessibleId") for node in new]), strict=True)
        self._names |= {node: _last_name(path) for node, path in told if path is not None}

    def _is_inside(self, node: Node, app: Node) -> bool:
        """Whether all around a node shows too."""
        while node != app and has_state(self._bus.ask(node.call("GetState")), SHOWING):
            node = Node(*self._bus.ask(node.get("Parent")))
        return node == app

    def _app(self) -> Node | None:
        desktop = Node(f"{ATSPI}.Registry", f"{PATH}/accessible/root")
        apps = self._bus.ask(desktop.children())
        names = self._bus.try_all([app.get("Name") for app in apps])
        return next((app for app, name in zip(apps, names, strict=True) if name in NAMES), None)

    def _act(self, node: Node, wanted: str) -> Node | None:
        names = [name for name, *_ in self._bus.ask(node.call("GetActions", of="Action"))]
        index = GLib.Variant("(i)", (names.index(wanted),))
        return node if self._bus.ask(node.call("DoAction", index, of="Action")) else None

    def _is_up(self, node: Node) -> bool:
        """Whether a button is not down, or no longer there."""
        (states,) = self._bus.try_all([node.call("GetState")])
        return states is None or not has_state(states, PRESSED)

    def _describe(self, root: Node) -> dict[str, Told]:
        """Describe a node and all that can be seen in it."""
        roles, states = self._kinds(root)
        inner = self._inner(root, roles)
        nodes = [root, *chain.from_iterable(inner.values())]
        self._learn_names(nodes)
        told = self._bus.ask_each([_questions(node, roles[node]) for node in nodes])
        more = self._bus.ask_each([_more_questions(node, known) for node, known in zip(nodes, told, strict=True)])
        if any(last.get("place") != known.get("place") for last, known in zip(more, told, strict=True)):
            raise GoneError(root)  # from where it was
        described = {
            node: {"id": self._names[node], "role": roles[node], "states": states[node], **_facts(known, last)}
            for node, known, last in zip(nodes, told, more, strict=True)
        }
        for node in nodes:
            described[node]["children"] = [described[child] for child in inner.get(node, [])]
        return described[root]

    def _kinds(self, root: Node) -> tuple[dict[Node, str], dict[Node, list[str]]]:
        """Return the role and the states of a node and of all that shows in it.

        Each bit of the numbers of the roles is asked for once, and each state, instead of those of each node.
        """
        role, states = self._bus.ask_all([root.call("GetRole"), root.call("GetState")])
        own = [name for name in STATES if has_state(states, state_called(name))]
        if name_of_role(role) in LEAVES:
            return {root: name_of_role(role)}, {root: own}
        asked = [root.all_that_shows(roles=[role for role in ROLES if role & bit], how=ANY) for bit in ROLE_BITS]
        asked += [root.all_that_shows(state=state_called(name)) for name in STATES]
        shown, *found, still = self._bus.ask_all([root.all_that_shows(), *asked, root.all_that_shows()])
        if shown != still:
            raise GoneError(root)
        numbers: Counter[Node] = Counter()
        has: dict[Node, list[str]] = {node: [] for node in shown}
        for bit, nodes in zip(ROLE_BITS, found, strict=False):
            numbers.update(dict.fromkeys(nodes, bit))
        for name, nodes in zip(STATES, found[len(ROLE_BITS) :], strict=True):
            for node in has.keys() & nodes:
                has[node].append(name)
        return {root: name_of_role(role), **{node: name_of_role(numbers[node]) for node in shown}}, {root: own, **has}

    def _inner(self, root: Node, roles: Mapping[Node, str]) -> dict[Node, list[Node]]:
        """Return the children of a node, and of all in it that shows, level by level."""
        inner: dict[Node, list[Node]] = {}
        level = [root]
        while level := [node for node in level if roles[node] not in LEAVES]:
            groups = self._bus.ask_all([node.children() for node in level])
            below = {
                node: [child for child in group if child in roles] for node, group in zip(level, groups, strict=True)
            }
            inner |= below
            level = list(chain.from_iterable(below.values()))
        return inner

    def _answers(self, field: Node) -> list[str]:
        """Ask for a field's text whole, and around each position by each unit."""
        places, units = range(self._bus.ask(field.get("CharacterCount", of="Text"))), Atspi.TextGranularity
        ways = [units.CHAR, units.WORD, units.SENTENCE, units.LINE, units.PARAGRAPH]
        around = [("GetStringAtOffset", place, unit) for place in places for unit in ways]
        around += [("GetTextAtOffset", place, Atspi.TextBoundaryType.CHAR) for place in places]
        ranges = [(0, -1), *((place, place + 1) for place in places)]
        questions = [field.text(*bounds) for bounds in ranges]
        questions += [
            field.call(method, GLib.Variant("(iu)", (place, int(unit))), of="Text") for method, place, unit in around
        ]
        return self._bus.ask_all(questions)


def _wait(look: Callable[[], Told], patience: float = PATIENCE) -> Told:
    """Let events come in until `look` returns something; None where patience ends first."""
    end, pause = time.monotonic() + patience, PAUSE
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):  # noqa: FBT003  (do not wait for one)
            pass
        try:
            found = look()
        except (GLib.Error, GoneError):  # something went away while it was looked at
            found = None
        if found:
            return found
        time.sleep(pause)
        pause = min(pause * 1.3, LONGEST_PAUSE)
    return None


def _take(events: list[str], request: Request) -> list[str]:
    """Wait until so many events came, then a moment whether there are more; return them, and leave none."""
    _wait(lambda: len(events) >= request["least"])
    _wait(lambda: False, request["moment"])
    taken = list(events)
    events.clear()
    return taken


def _wanted(app: Node, request: Request) -> Question:
    """Ask for all that shows and may be what was asked for."""
    if "role" in request:
        return app.all_that_shows(roles=roles_called(request["role"]), how=ANY)
    return app.all_that_shows(roles=roles_called(*STILL) if "action" in request else ())


def _last_name(path_of_names: str) -> str:
    return path_of_names.rpartition(".")[2]


def _questions(node: Node, role: str) -> dict[str, Question]:
    """Ask for no more than a role can have."""
    asked = {"name": node.get("Name")}
    if role not in LEAVES:
        asked["description"] = node.get("Description")
    if role not in STILL:
        asked["relations"] = node.call("GetRelationSet")
        asked["place"] = node.place()
    if role == "heading":
        asked["attributes"] = node.call("GetAttributes")
    if role in WRITTEN:
        asked["text"] = node.text(0, -1)
    return asked


def _more_questions(node: Node, told: dict[str, Told]) -> dict[str, Question]:
    """Ask for the names of the labels, whether it is still in its place, and without a size, whether it has one."""
    labels = [targets[0] for kind, targets in told.get("relations", []) if kind == LABELLED_BY]
    asked = {f"label {index}": Node(*label).get("Name") for index, label in enumerate(labels)}
    if "place" in told:
        asked["place"] = node.place()
        if not any(_size(told)):
            asked["interfaces"] = node.call("GetInterfaces")
    return asked


def _size(told: dict[str, Told]) -> list[int]:
    return list(told.get("place", ()))[2:]


def _facts(told: dict[str, Told], more: dict[str, Told]) -> dict[str, Told]:
    is_somewhere = f"{ATSPI}.Component" in more.get("interfaces", [f"{ATSPI}.Component"])
    return {
        "name": told["name"],
        "description": told.get("description", ""),
        "attributes": told.get("attributes", {}),
        "text": told.get("text", ""),
        "labels": [name for key, name in more.items() if key.startswith("label ")],
        "size": _size(told) if is_somewhere else [],
    }


def main() -> None:
    """Answer until there are no more requests."""
    walker = Walker()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"is": getattr(walker, request.pop("do"))(request)}
        except (GLib.Error, GoneError, LookupError, ValueError) as error:
            answer = {"failed": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
