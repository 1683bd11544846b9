"""A stranger to the app: walks it over the accessibility bus as a screen reader does, with the system's own Python.

It reads one request a line from standard input and writes one answer a line to standard output, both JSON; it needs
what Debian's python3-pyatspi brings along, and nothing of the app.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import gi  # type: ignore[import-not-found]  # the system's Python has it, ours has not

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402  (the version is said first)

APP = "Evolve"
PATIENCE = 20.0
PATIENCE_MS = 20_000
PAUSE = 0.03
STATES = ("focusable", "focused", "checked", "checkable", "enabled", "editable", "selected", "expanded")
STILL = ("label", "heading", "filler", "scroll bar")  # what nothing can be done with
LEAVES = ("label", "heading", "radio button", "check box", "push button", "scroll bar")
WRITTEN = ("text", "password text")

Node = Any  # gi makes its classes at run time
Request = dict[str, Any]  # whatever JSON holds


class Walker:
    """Finds what can be seen, acts on it, and remembers what the app announced."""

    def __init__(self) -> None:
        Atspi.init()
        Atspi.set_timeout(PATIENCE_MS, PATIENCE_MS)
        self._heard: list[str] = []
        self._stops: list[str] = []
        self._texts: list[str] = []
        listening = Atspi.EventListener.new(self._on_event)
        for event in ("object:announcement", "object:state-changed:focused", "object:text-changed"):
            listening.register(event)
        self._listening = listening

    def tree(self, request: Request) -> object:
        """Describe all that can be seen, or what is inside one widget."""
        return _wait(lambda: _describe(_find(request)))

    def act(self, request: Request) -> object:
        """Do a named action; it must be one of those that the widget offers, which may be made anew meanwhile."""
        return _wait(lambda: _act(_find(request), request["action"]))

    def write(self, request: Request) -> object:
        """Set the whole text of a field."""
        return _find(request).get_editable_text_iface().set_text_contents(request["text"])

    def said(self, request: Request) -> object:
        """Wait until the description of a widget holds some words."""
        words = request.pop("words")
        node = _find(request)
        return _wait(lambda: words in node.get_description())

    def gone(self, request: Request) -> object:
        """Wait until nothing of the kind can be seen."""
        return _wait(lambda: _search(_app(), request) is None)

    def heard(self, request: Request) -> object:
        """Return what was announced, and forget it."""
        return _take(self._heard, request)

    def spelled(self, request: Request) -> object:
        """Return the texts that came into fields or left them, and forget them."""
        return _take(self._texts, request)

    def queried(self, request: Request) -> object:
        """Return all that a field answers to a question about its text, whatever the question."""
        return _wait(lambda: _answers(_find(request).get_text_iface()))

    def stopped(self, request: Request) -> object:
        """Return where the focus went, by object names, and forget it."""
        return _take(self._stops, request)

    def _on_event(self, event: Node) -> None:
        if event.type.startswith("object:announcement"):
            self._heard.append(str(event.any_data))
        elif event.type.startswith("object:text-changed"):
            self._texts.append(str(event.any_data))
        elif event.detail1:
            self._stops.append(_id(event.source))


def _wait(look: Callable[[], Node], patience: float = PATIENCE) -> Node:
    """Let events come in until `look` returns something; None where patience ends first."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):  # noqa: FBT003  (do not wait for one)
            pass
        try:
            found = look()
        except GLib.Error:  # something went away while it was looked at
            found = None
        if found:
            return found
        time.sleep(PAUSE)
    return None


def _take(events: list[str], request: Request) -> list[str]:
    """Wait until so many events came, then a moment whether there are more; return them, and leave none."""
    _wait(lambda: len(events) >= request["least"])
    _wait(lambda: False, request["moment"])
    taken = list(events)
    events.clear()
    return taken


def _app() -> Node:
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(index)
        if app is not None and app.get_name() == APP:
            app.set_cache_mask(Atspi.Cache.NONE)  # a cache would show what is gone
            return app
    return None


def _find(request: Request) -> Node:
    found = _wait(lambda: _search(_app(), request))
    if found is None:
        raise LookupError(f"not to be seen: {request}")
    return found


def _search(node: Node, request: Request) -> Node:
    """Return the first that can be seen and is what was asked for: an object name, a role, an accessible name."""
    if node is None or not _is_seen(node):
        return None
    asked = [(_id, "id"), (Atspi.Accessible.get_role_name, "role"), (Atspi.Accessible.get_name, "name")]
    if all(key not in request or read(node) == request[key] for read, key in asked):
        return node
    return next((found for child in _children(node) if (found := _search(child, request))), None)


def _act(node: Node, wanted: str) -> bool:
    action = node.get_action_iface()
    names = [action.get_action_name(index) for index in range(action.get_n_actions())]
    return bool(action.do_action(names.index(wanted)))


def _is_seen(node: Node) -> bool:
    try:
        is_app = node.get_role() == Atspi.Role.APPLICATION
        return is_app or bool(node.get_state_set().contains(Atspi.StateType.SHOWING))
    except GLib.Error:  # a dialog that was closed, and is still counted
        return False


def _id(node: Node) -> str:
    return str(node.get_accessible_id()).rpartition(".")[2]


def _children(node: Node) -> list[Node]:
    children = [node.get_child_at_index(index) for index in range(node.get_child_count())]
    return [child for child in children if child is not None]


def _describe(node: Node) -> dict[str, object]:
    """Ask for no more than a role can have: each answer takes its time."""
    states, role = node.get_state_set(), node.get_role_name()
    is_still, is_leaf = role in STILL, role in LEAVES
    return {
        "id": _id(node),
        "role": role,
        "name": node.get_name(),
        "description": "" if is_leaf else node.get_description(),
        "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name.upper()))],
        "attributes": dict(node.get_attributes() or {}) if role == "heading" else {},
        "text": node.get_text_iface().get_text(0, -1) if role in WRITTEN else "",
        "labels": [] if is_still else [_target(found) for found in node.get_relation_set() if _is_label(found)],
        "size": [] if is_still else _size(node),
        "children": [] if is_leaf else [_describe(child) for child in _children(node) if _is_seen(child)],
    }


def _answers(text: Node) -> list[str]:
    """Ask for a field's text whole, and around each position by each unit."""
    places, units = range(text.get_character_count()), Atspi.TextGranularity
    ways = [units.CHAR, units.WORD, units.SENTENCE, units.LINE, units.PARAGRAPH]
    parts = [text.get_string_at_offset(place, unit).content for place in places for unit in ways]
    bounds = [text.get_text_at_offset(place, Atspi.TextBoundaryType.CHAR).content for place in places]
    return [text.get_text(0, -1), *(text.get_text(place, place + 1) for place in places), *parts, *bounds]


def _is_label(relation: Node) -> bool:
    return bool(relation.get_relation_type() == Atspi.RelationType.LABELLED_BY)


def _target(relation: Node) -> str:
    return str(relation.get_target(0).get_name())


def _size(node: Node) -> list[int]:
    box = node.get_component_iface()
    if box is None:
        return []
    area = box.get_extents(Atspi.CoordType.SCREEN)
    return [area.width, area.height]


def main() -> None:
    """Answer until there are no more requests."""
    walker = Walker()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"is": getattr(walker, request.pop("do"))(request)}
        except (GLib.Error, LookupError, ValueError) as error:
            answer = {"failed": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
