"""Whether Caps Lock is on, as a key press or release tells it: Qt has no property for it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_LOCK_BITS = {"xcb": 0x2, "wayland": 0x2, "windows": 0x100, "cocoa": 0x10000}
"""The bit of Caps Lock in the native modifiers of each platform."""


def caps_lock_after(event: QKeyEvent, *, before: bool) -> bool:
    """Return whether Caps Lock is on after this event, if it was so `before`.

    On a platform whose modifiers say nothing, a letter tells it: a capital without Shift, or a small one with it.
    """
    bit = _LOCK_BITS.get(QGuiApplication.platformName())
    if bit is not None:
        is_on = bool(event.nativeModifiers() & bit)
        if event.key() != Qt.Key.Key_CapsLock or bit != _LOCK_BITS["xcb"]:
            return is_on
        # X and Wayland report the state before the key; a release comes with the one of its press
        return not is_on if event.type() == QEvent.Type.KeyPress else before
    letter = event.text()
    if event.type() == QEvent.Type.KeyPress and letter.upper() != letter.lower():
        return letter.isupper() is not bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return before
