"""A desktop's portal that answers what it is asked, but shows no dialog: started with the system's own Python.

It says so on standard output once it can be asked.
"""

import sys
from typing import Any

import gi  # type: ignore[import-not-found]  # the system's Python has it, ours has not

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # noqa: E402  (the version is said first)

NAME, PLACE = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
FORM = """
<node>
  <interface name="org.freedesktop.portal.FileChooser">
    <property name="version" type="u" access="read"/>
    <method name="SaveFile">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
  </interface>
  <interface name="org.freedesktop.portal.Settings">
    <method name="ReadAll"><arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/></method>
  </interface>
</node>
"""


def answer(*call: Any) -> None:  # noqa: ANN401  (whatever D-Bus carries)
    """Answer a question for settings, and refuse a dialog."""
    _bus, _sender, _place, _interface, method, _arguments, question = call
    if method == "ReadAll":
        question.return_value(GLib.Variant("(a{sa{sv}})", ({},)))
    else:
        question.return_dbus_error("org.freedesktop.portal.Error.Failed", "There is no dialog here.")


def version(*_question: Any) -> Any:  # noqa: ANN401  (as above)
    return GLib.Variant("u", 3)


def serve(bus: Any, _name: str) -> None:  # noqa: ANN401  (as above)
    for interface in Gio.DBusNodeInfo.new_for_xml(FORM).interfaces:
        bus.register_object(PLACE, interface, answer, version, None)


def say(*_owned: object) -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, serve, say, None)
GLib.MainLoop().run()
