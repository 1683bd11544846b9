"""The accessibility bus as a walker asks it: nodes, questions, and many questions sent together.

Questions that do not depend on each other are sent together: to wait for an answer takes longer than to answer. A role
or a state is asked of a whole page: most of an app's work would be to answer one question for each thing in it.
"""

import re
import struct
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

import gi  # type: ignore[import-not-found]  # the system's Python has it, ours has not

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # type: ignore[import-not-found]  # noqa: E402  (the version is said first)

PATIENCE_MS = 20_000
ATSPI, PATH = "org.a11y.atspi", "/org/a11y/atspi"
EVENTS = ("object:announcement", "object:state-changed:focused", "object:text-changed")
IN_ORDER, NO_LIMIT, WITH_DESCENDANTS = int(Atspi.CollectionSortOrder.CANONICAL), 0, True
ALL, ANY, NONE = (int(getattr(Atspi.CollectionMatchType, name)) for name in ("ALL", "ANY", "NONE"))
SHOWING, ON_SCREEN = int(Atspi.StateType.SHOWING), int(Atspi.CoordType.SCREEN)
ROLES = range(int(Atspi.Role.LAST_DEFINED))
ROLE_BITS = [1 << place for place in range(ROLES.stop.bit_length())]
REFERENCE = re.compile(r"'(:[0-9.]+)', (?:objectpath )?'(/[^']+)'")

Told = Any  # whatever D-Bus carries


def _first(answer: Told) -> Told:
    return answer.unpack()[0]


class Node(NamedTuple):
    """The name of a program on the bus, and the path of one thing in it; it makes the questions about it."""

    program: str
    path: str

    def call(
        self, name: str, arguments: Told = None, *, of: str = "Accessible", read: Callable[[Told], Told] = _first
    ) -> "Question":
        """Ask by a method of one of its interfaces."""
        return Question(self, f"{ATSPI}.{of}", name, arguments, read)

    def get(self, name: str, *, of: str = "Accessible") -> "Question":
        """Ask for a property of one of its interfaces."""
        return Question(self, "org.freedesktop.DBus.Properties", "Get", _packed("(ss)", f"{ATSPI}.{of}", name))

    def children(self) -> "Question":
        return self.call("GetChildren", read=_nodes)

    def place(self) -> "Question":
        return self.call("GetExtents", _packed("(u)", ON_SCREEN), of="Component")

    def text(self, start: int, end: int) -> "Question":
        return self.call("GetText", GLib.Variant("(ii)", (start, end)), of="Text")

    def all_that_shows(self, *, state: int = SHOWING, roles: Sequence[int] = (), how: int = NONE) -> "Question":
        """Ask for all in it that shows and has a state and any, or none, of these roles, in the order of the window."""
        return self.call("GetMatches", _rule(state, tuple(roles), how), of="Collection", read=_nodes)


class Question(NamedTuple):
    """A method to be called, and how its answer is read."""

    node: Node
    interface: str
    method: str
    arguments: Told = None
    read: Callable[[Told], Told] = _first


class GoneError(Exception):
    """Something went away while it was asked."""


class AtspiBus:
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
                answers[index] = questions[index].read(connection.call_finish(result))
            except GLib.Error:
                answers[index] = None

        for index, (node, *what, _read) in enumerate(questions):
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
        node, *what, read = question
        return read(self._connection.call_sync(*node, *what, None, 0, PATIENCE_MS))

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


def has_state(bits: Sequence[int], state: int) -> bool:
    """Whether a state is among the bits of two numbers."""
    word, bit = divmod(state, 32)
    return bool(bits[word] >> bit & 1)


def state_called(name: str) -> int:
    return int(getattr(Atspi.StateType, name.upper()))


@cache
def name_of_role(role: int) -> str:
    """Return the name of a role; since AT-SPI 2.56 a push button is a button."""
    name = str(Atspi.role_get_name(Atspi.Role(role)))
    return "push button" if name == "button" else name


def roles_called(*names: str) -> list[int]:
    return [role for role in ROLES if name_of_role(role) in names]


@cache
def _packed(form: str, *arguments: str | int) -> Told:
    return GLib.Variant(form, arguments)


@cache
def _rule(state: int, roles: tuple[int, ...], how: int) -> Told:
    rule: Told = (_bits({SHOWING, state}, 2), ALL, {}, ALL, _bits(roles, 5), how, [], ALL, False)
    return GLib.Variant("((aiia{ss}iaiiasib)uib)", (rule, IN_ORDER, NO_LIMIT, WITH_DESCENDANTS))


def _bits(numbers: Iterable[int], words: int) -> list[int]:
    """Return numbers as bits of so many words, as the bus carries states and roles."""
    bits = sum(1 << number for number in numbers)
    return list(struct.unpack(f"<{words}i", bits.to_bytes(4 * words, "little")))


def _nodes(answer: Told) -> list[Node]:
    """Read an answer that is a list of nodes from its words: to unpack hundreds takes ten times as long."""
    found = (Node(*words) for words in REFERENCE.findall(answer.print_(False)))  # noqa: FBT003  (without the types)
    return [node for node in found if not node.path.endswith("/null")]
