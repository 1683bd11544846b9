"""A stranger to the app: walks it over the accessibility bus as a screen reader does, with the system's own Python.

It reads one request a line from standard input and writes one answer a line to standard output, both JSON; it needs
what Debian's python3-pyatspi brings along, and nothing of the app. It remembers nothing of what it saw, so nothing that
is gone is taken for seen. Questions that do not depend on each other are sent together: to wait for an answer takes
longer than to answer.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

import gi  # type: ignore[import-not-found]  # the system's Python has it, ours has not

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # type: ignore[import-not-found]  # noqa: E402  (the version is said first)

NAMES = ("Evolve", "Notes")  # of the app, the second one while it shows its privacy screen
PATIENCE = 20.0
PATIENCE_MS = 20_000
PAUSE = 0.03
AT_ONCE = 100
"""Of the things in a window, which are asked one group after the other until one is found."""
STATES = ("focusable", "focused", "checked", "checkable", "enabled", "editable", "selected", "expanded")
STILL = ("label", "heading", "filler", "scroll bar")  # what nothing can be done with
LEAVES = ("label", "heading", "radio button", "check box", "push button", "scroll bar")
WRITTEN = ("text", "password text")

ATSPI, PATH = "org.a11y.atspi", "/org/a11y/atspi"
EVENTS = ("object:announcement", "object:state-changed:focused", "object:text-changed")
IN_ORDER, NO_LIMIT, WITH_DESCENDANTS = int(Atspi.CollectionSortOrder.CANONICAL), 0, True
ALL, NONE = int(Atspi.CollectionMatchType.ALL), int(Atspi.CollectionMatchType.NONE)
SHOWING, ON_SCREEN = int(Atspi.StateType.SHOWING), int(Atspi.CoordType.SCREEN)
LABELLED_BY = int(Atspi.RelationType.LABELLED_BY)

Told = Any  # whatever D-Bus carries
Request = dict[str, Any]  # whatever JSON holds


class Node(NamedTuple):
    """The name of a program on the bus, and the path of one thing in it."""

    program: str
    path: str


class Question(NamedTuple):
    """A method to be called."""

    node: Node
    interface: str
    method: str
    arguments: Told = None


class GoneError(Exception):
    """Something went away while it was asked."""


class Bus:
    """The accessibility bus, as any program of the desktop reaches it."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        told = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1)
        flags = Gio.DBusConnectionFlags
        as_client = flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION
        self._connection = Gio.DBusConnection.new_for_address_sync(told.unpack()[0], as_client)

    def try_all(self, questions: Sequence[Question]) -> list[Told]:
        """Send all questions, then wait for all answers; the answer of what went away is None."""
        answers: dict[int, Told] = {}

        def take(connection: Told, result: Told, index: int) -> None:
            try:
                answers[index] = connection.call_finish(result).unpack()[0]
            except GLib.Error:
                answers[index] = None

        for index, (node, *what) in enumerate(questions):
            self._connection.call(*node, *what, None, 0, PATIENCE_MS, None, take, index)
        while len(answers) < len(questions):
            GLib.MainContext.default().iteration(True)  # noqa: FBT003  (wait for one)
        return [answers[index] for index in range(len(questions))]

    def ask_all(self, questions: Sequence[Question]) -> list[Told]:
        """Send all questions, then wait for all answers; raise GoneError where something went away."""
        answers = self.try_all(questions)
        if None in answers:
            raise GoneError(questions[answers.index(None)])
        return answers

    def ask(self, question: Question) -> Told:
        """Send one question, and let nothing else happen before its answer."""
        node, *what = question
        return self._connection.call_sync(*node, *what, None, 0, PATIENCE_MS).unpack()[0]

    def ask_each(self, rows: Sequence[dict[str, Question]]) -> list[dict[str, Told]]:
        """Return the answers under the keys of the questions."""
        answers = iter(self.ask_all([question for row in rows for question in row.values()]))
        return [{key: next(answers) for key in row} for row in rows]

    def ask_for_events(self) -> bool:
        """Have programs tell what takes place in them."""
        registry = Node(f"{ATSPI}.Registry", f"{PATH}/registry")
        for event in EVENTS:
            what = GLib.Variant("(sass)", (event, [], ""))
            self._connection.call_sync(*registry, f"{ATSPI}.Registry", "RegisterEvent", what, None, 0, PATIENCE_MS)
        return True

    def listen(self, take: Callable[[Node, str, Told], None]) -> None:
        """Call back with each event's source, name and arguments."""

        def on_signal(_bus: Told, program: str, path: str, _interface: str, *what: Told) -> None:
            name, told = what
            take(Node(program, path), name, told.unpack())

        self._connection.signal_subscribe(None, f"{ATSPI}.Event.Object", None, None, None, 0, on_signal)


class Walker:
    """Finds what can be seen, acts on it, and remembers what the app announced."""

    def __init__(self) -> None:
        self._bus = Bus()
        self._heard: list[str] = []
        self._stops: list[str] = []
        self._texts: list[str] = []
        _wait(self._bus.ask_for_events)  # the registry of events sometimes ends while it starts, and starts again
        self._bus.listen(self._on_event)

    def tree(self, request: Request) -> object:
        """Describe all that can be seen, or what is inside one widget."""
        return _wait(lambda: self._describe(self._find(request)))

    def act(self, request: Request) -> object:
        """Do a named action; it must be one of those that the widget offers, which may be made anew meanwhile."""
        return _wait(lambda: self._act(self._find(request), request["action"]))

    def write(self, request: Request) -> object:
        """Set the whole text of a field."""
        text = GLib.Variant("(s)", (request["text"],))
        return self._bus.ask(_method(self._find(request), "SetTextContents", text, of="EditableText"))

    def said(self, request: Request) -> object:
        """Wait until the description of a widget holds some words."""
        node = self._find(request)
        return _wait(lambda: request["words"] in self._bus.ask(_property(node, "Description")))

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
                self._stops.append(_last_name(self._bus.ask(_property(source, "AccessibleId"))))

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
        shown = _nodes(self._bus.ask(_what_shows(app, but=STILL if "action" in request else ())))
        found = [app, *shown]
        for start in range(0, len(found), AT_ONCE):
            for node in self._matching(found[start : start + AT_ONCE], request):
                if self._is_inside(node, app):
                    return node
        return None

    def _matching(self, nodes: Sequence[Node], request: Request) -> Sequence[Node]:
        """Return those that are what was asked for."""
        for key, ask, read in ASKED:
            if key in request and nodes:
                answers = self._bus.try_all([ask(node) for node in nodes])
                told = [(node, answer) for node, answer in zip(nodes, answers, strict=True) if answer is not None]
                nodes = [node for node, answer in told if read(answer) == request[key]]
        return nodes

    def _is_inside(self, node: Node, app: Node) -> bool:
        """Whether all around a node shows too."""
        while node != app and _has(self._bus.ask(_method(node, "GetState")), SHOWING):
            node = Node(*self._bus.ask(_property(node, "Parent")))
        return node == app

    def _app(self) -> Node | None:
        desktop = Node(f"{ATSPI}.Registry", f"{PATH}/accessible/root")
        apps = _nodes(self._bus.ask(_method(desktop, "GetChildren")))
        names = self._bus.try_all([_property(app, "Name") for app in apps])
        return next((app for app, name in zip(apps, names, strict=True) if name in NAMES), None)

    def _act(self, node: Node, wanted: str) -> bool:
        names = [name for name, *_ in self._bus.ask(_method(node, "GetActions", of="Action"))]
        index = GLib.Variant("(i)", (names.index(wanted),))
        return bool(self._bus.ask(_method(node, "DoAction", index, of="Action")))

    def _describe(self, node: Node) -> dict[str, Told]:
        return self._describe_all([node], [self._bus.ask(_method(node, "GetState"))])[0]

    def _describe_all(self, nodes: Sequence[Node], states: Sequence[Told]) -> list[dict[str, Told]]:
        """Describe some nodes and all that can be seen in them; each round asks what the one before it opened."""
        if not nodes:
            return []
        first = self._bus.ask_each([{key: ask(node) for key, ask, _ in ASKED} for node in nodes])
        told = [{key: read(answers[key]) for key, _, read in ASKED} for answers in first]
        more = self._bus.ask_each([_more(node, known["role"]) for node, known in zip(nodes, told, strict=True)])
        last = self._bus.ask_each([_last_questions(node, opened) for node, opened in zip(nodes, more, strict=True)])
        inner = self._children([_nodes(opened.get("children", [])) for opened in more])
        parts = zip(told, states, more, last, inner, strict=True)
        return [_description(*part) for part in parts]

    def _children(self, groups: Sequence[Sequence[Node]]) -> list[list[dict[str, Told]]]:
        """Describe the children of several nodes, as far as they can be seen."""
        nodes = [node for group in groups for node in group]
        states = self._bus.try_all([_method(node, "GetState") for node in nodes])
        seen = {node: told for node, told in zip(nodes, states, strict=True) if told and _has(told, SHOWING)}
        described = dict(zip(seen, self._describe_all(list(seen), list(seen.values())), strict=True))
        return [[described[node] for node in group if node in described] for group in groups]

    def _answers(self, field: Node) -> list[str]:
        """Ask for a field's text whole, and around each position by each unit."""
        places, units = range(self._bus.ask(_property(field, "CharacterCount", of="Text"))), Atspi.TextGranularity
        ways = [units.CHAR, units.WORD, units.SENTENCE, units.LINE, units.PARAGRAPH]
        around = [("GetStringAtOffset", place, unit) for place in places for unit in ways]
        around += [("GetTextAtOffset", place, Atspi.TextBoundaryType.CHAR) for place in places]
        ranges = [(0, -1), *((place, place + 1) for place in places)]
        questions = [_text(field, *bounds) for bounds in ranges]
        questions += [
            _method(field, method, GLib.Variant("(iu)", (place, int(unit))), of="Text")
            for method, place, unit in around
        ]
        return self._bus.ask_all(questions)


def _wait(look: Callable[[], Told], patience: float = PATIENCE) -> Told:
    """Let events come in until `look` returns something; None where patience ends first."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):  # noqa: FBT003  (do not wait for one)
            pass
        try:
            found = look()
        except (GLib.Error, GoneError):  # something went away while it was looked at
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


def _method(node: Node, name: str, arguments: Told = None, *, of: str = "Accessible") -> Question:
    return Question(node, f"{ATSPI}.{of}", name, arguments)


def _property(node: Node, name: str, *, of: str = "Accessible") -> Question:
    return Question(node, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (f"{ATSPI}.{of}", name)))


def _what_shows(app: Node, *, but: Sequence[str] = ()) -> Question:
    """Ask for all that shows, in the order of the window, without some roles."""
    roles = [0, 0, 0, 0]
    for role in range(int(Atspi.Role.LAST_DEFINED)):
        if _name_of(role) in but:
            word, bit = divmod(role, 32)
            roles[word] |= 1 << bit
    rule: Told = ([1 << SHOWING, 0], ALL, {}, ALL, roles, NONE, [], ALL, False)
    what = GLib.Variant("((aiia{ss}iaiiasib)uib)", (rule, IN_ORDER, NO_LIMIT, WITH_DESCENDANTS))
    return _method(app, "GetMatches", what, of="Collection")


def _text(field: Node, start: int, end: int) -> Question:
    return _method(field, "GetText", GLib.Variant("(ii)", (start, end)), of="Text")


def _last_name(path_of_names: str) -> str:
    return path_of_names.rpartition(".")[2]


def _name_of(role: Told) -> str:
    """Return the name of a role; since AT-SPI 2.56 a push button is a button."""
    name = str(Atspi.role_get_name(role))
    return "push button" if name == "button" else name


def _nodes(told: Told) -> list[Node]:
    return [Node(*found) for found in told if not found[1].endswith("/null")]


def _has(states: Told, state: Told) -> bool:
    """Whether a state is among the bits of two numbers."""
    word, bit = divmod(int(state), 32)
    return bool(states[word] >> bit & 1)


# What can be asked for: its key, the question, and how its answer is read.
ASKED: list[tuple[str, Callable[[Node], Question], Callable[[Told], str]]] = [
    ("id", lambda node: _property(node, "AccessibleId"), _last_name),
    ("role", lambda node: _method(node, "GetRole"), _name_of),
    ("name", lambda node: _property(node, "Name"), str),
]


def _more(node: Node, role: str) -> dict[str, Question]:
    """Ask for no more than a role can have."""
    asked: dict[str, Question] = {}
    if role not in LEAVES:
        asked |= {"description": _property(node, "Description"), "children": _method(node, "GetChildren")}
    if role not in STILL:
        asked |= {"relations": _method(node, "GetRelationSet"), "interfaces": _method(node, "GetInterfaces")}
    if role == "heading":
        asked["attributes"] = _method(node, "GetAttributes")
    if role in WRITTEN:
        asked["text"] = _text(node, 0, -1)
    return asked


def _last_questions(node: Node, opened: dict[str, Told]) -> dict[str, Question]:
    """Ask for the names of the labels, and for the place of what has one."""
    labels = [targets[0] for kind, targets in opened.get("relations", []) if kind == LABELLED_BY]
    asked = {f"label {index}": _property(Node(*label), "Name") for index, label in enumerate(labels)}
    if f"{ATSPI}.Component" in opened.get("interfaces", []):
        asked["place"] = _method(node, "GetExtents", GLib.Variant("(u)", (ON_SCREEN,)), of="Component")
    return asked


def _description(
    told: dict[str, str], states: Told, opened: dict[str, Told], last: dict[str, Told], children: list[dict[str, Told]]
) -> dict[str, Told]:
    return {
        **told,
        "description": opened.get("description", ""),
        "states": [name for name in STATES if _has(states, getattr(Atspi.StateType, name.upper()))],
        "attributes": opened.get("attributes", {}),
        "text": opened.get("text", ""),
        "labels": [name for key, name in last.items() if key != "place"],
        "size": list(last.get("place", ()))[2:],
        "children": children,
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
