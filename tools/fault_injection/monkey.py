"""A monkey that clicks, presses keys, types and changes settings in a window at random."""

import random
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tools.fault_injection.window_driver import compose, in_front, let_pass, lines, seen

PASSPHRASE = "evergreen pineapple"  # noqa: S105  (of a temporary vault)
# Never at random: erasing everything, and choosing an unknown passphrase. The known passphrase is set again at
# times. Restoring stays in: every backup here has the same passphrase or none.
LEFT_OUT = {"erase-now", "remove-passphrase", "change-passphrase", "keep-locked"}
_Key, _Mod = Qt.Key, Qt.KeyboardModifier
_KEYS = (
    _Key.Key_Tab, _Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Space, _Key.Key_Space, _Key.Key_Return, _Key.Key_Escape,
    _Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Home,
    _Key.Key_End, _Key.Key_Backspace, _Key.Key_Delete, _Key.Key_F1, _Key.Key_F3, _Key.Key_F6, _Key.Key_A, _Key.Key_Q,
    _Key.Key_7,
)  # fmt: skip
_WITH_CTRL = (
    _Key.Key_Z, _Key.Key_Z, _Key.Key_Y, _Key.Key_N, _Key.Key_F, _Key.Key_C, _Key.Key_V, _Key.Key_X, _Key.Key_A,
    _Key.Key_1, _Key.Key_2, _Key.Key_3, _Key.Key_4, _Key.Key_5, _Key.Key_6, _Key.Key_L, _Key.Key_P, _Key.Key_S,
    _Key.Key_Home, _Key.Key_End, _Key.Key_Backspace, _Key.Key_Tab,
)  # fmt: skip
_TO_ZOOM = (_Key.Key_Plus, _Key.Key_Minus, _Key.Key_0)
_WITH_SHIFT = (_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End, _Key.Key_F6)
_WORDS = (
    "We talk", " ", "too fast.", "?", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "👍🏽 ", "مرحبا بالعالم", "שלום",
    "漢字", "ที่นี่", "e\u0301a\u0308o\u0302\u0323", "long" * 60, "two\nlines", "tab\there", "\u202eturned", "\u0000\u0007",
    "<b>&amp;</b>", "#let x = 1",
)  # fmt: skip


class Player:
    """Takes random steps; `last` describes the last one, without the typed text."""

    def __init__(self, chance: random.Random, window: Callable[[], QWidget]) -> None:
        """Take the dice, and what returns the window that is open."""
        self._chance = chance
        self._window = window
        self._ways: dict[Callable[[], str], int] = {
            self._click: 70, self._double_click: 6, self._ask_for_menu: 4, self._wheel: 16, self._key: 50,
            self._ctrl: 18, self._shift: 8, self._alt: 4, self._hide: 2, self._write: 20, self._resize: 3,
            self._choose_line: 3, self._look: 1, self._zoom: 1, self._choose_country: 4, self._wait: 8,
        }  # fmt: skip
        self.steps = 0
        self.last: deque[str] = deque(maxlen=40)

    def step(self) -> None:
        """Take one step and let the window react."""
        self.steps += 1
        there = [*seen(self._window())]
        for widget in there:
            if widget.objectName() in LEFT_OUT:
                widget.setEnabled(False)
        (way,) = self._chance.choices([*self._ways], [*self._ways.values()])
        self.last.append(self._way_in(there) or self._new_passphrase(there) or way())
        QApplication.processEvents()

    def find(self, name: str) -> QWidget | None:
        """Return the visible widget of a name; None if there is none."""
        return _named(name, seen(self._window()))

    def fill(self, line: QWidget, words: str) -> None:
        """Replace the text of a line."""
        line.setFocus()
        if isinstance(line, QLineEdit):
            line.selectAll()
        compose(line, words)

    def unlock(self) -> str:
        """Try to unlock; do nothing if nothing is locked."""
        return self._unlock(self.find("-secret"), PASSPHRASE)

    def _unlock(self, line: QWidget | None, words: str) -> str:
        if line is None:
            return ""
        if not line.isEnabled():
            return "wait for the lock"
        self.fill(line, words)
        QTest.keyClick(line, _Key.Key_Return)
        return "unlock"

    def _way_in(self, there: list[QWidget]) -> str:
        """End the privacy screen or unlock, about every second time."""
        if self._chance.randrange(2):
            return ""
        if back := _named("privacy-screen-back", there):
            for quiet in self._window().findChildren(QTimer, "privacy-screen-quiet"):
                quiet.timeout.emit()  # its two seconds are over
            QTest.mouseClick(back, Qt.MouseButton.LeftButton)
            return "back from the privacy screen"
        return self._unlock(_named("-secret", there), self._chance.choice([PASSPHRASE] * 12 + ["wrong"]))

    def _new_passphrase(self, there: list[QWidget]) -> str:
        """Set the known passphrase now and then, if one can be set."""
        if self._chance.randrange(20):
            return ""
        first, second = (_named(f"-passphrase-{which}", there) for which in ("first", "second"))
        if first is None or second is None:
            return ""
        for line in (first, second):
            self.fill(line, PASSPHRASE)
        QTest.keyClick(second, _Key.Key_Return)
        return "set the passphrase"

    def _place(self) -> tuple[QWidget, QPoint, str]:
        """Return a random point in a random part of the front window, and the name of the part."""
        front = in_front() or self._window()
        parts = [part for part in seen(front) if not part.visibleRegion().isEmpty()] or [front]
        part = self._chance.choice(parts)
        rect = part.visibleRegion().boundingRect()
        x = self._chance.randint(rect.left(), max(rect.left(), rect.right()))
        y = self._chance.randint(rect.top(), max(rect.top(), rect.bottom()))
        return front, part.mapTo(front, QPoint(x, y)), part.objectName() or type(part).__name__

    def _click(self, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> str:
        front, point, name = self._place()
        QTest.mouseClick(front.windowHandle(), button, _Mod.NoModifier, point)
        return f"{button.name} on {name}"

    def _double_click(self) -> str:
        front, point, name = self._place()
        if front is not self._window():
            return self._click()  # the first click may close the menu
        QTest.mouseDClick(front.windowHandle(), Qt.MouseButton.LeftButton, _Mod.NoModifier, point)
        return f"double click {name}"

    def _ask_for_menu(self) -> str:
        return self._click(Qt.MouseButton.RightButton)

    def _wheel(self) -> str:
        front, point, name = self._place()
        QTest.wheelEvent(front.windowHandle(), point, QPoint(0, self._chance.choice((-960, -120, 120, 480))))
        return f"wheel over {name}"

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _Mod.NoModifier) -> str:
        focus = QApplication.focusWidget()
        where = focus.objectName() or type(focus).__name__ if focus else "nothing"
        if key == _Key.Key_Return and isinstance(focus, QLineEdit) and where.endswith("-passphrase-second"):
            return "left out"
        # to the window, which hands it on to its menu: that may be gone before QTest lets the key go
        QTest.keyClick(self._window().windowHandle(), key, modifier)
        return f"{modifier.name} {key.name} in {where}"

    def _key(self) -> str:
        return self._press(self._chance.choice(_KEYS))

    def _ctrl(self) -> str:
        return self._press(self._chance.choice(_WITH_CTRL), _Mod.ControlModifier)

    def _shift(self) -> str:
        return self._press(self._chance.choice(_WITH_SHIFT), _Mod.ShiftModifier)

    def _alt(self) -> str:
        return self._press(Qt.Key(self._chance.randint(_Key.Key_A, _Key.Key_Z)), _Mod.AltModifier)

    def _hide(self) -> str:
        return [self._press(_Key.Key_Shift) for _ in range(self._chance.randint(1, 3))][-1]

    def _write(self) -> str:
        focus = QApplication.focusWidget()
        if focus is None or not focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return "nowhere to write"
        for _ in range(self._chance.randint(1, 4)):
            compose(focus, self._chance.choice(_WORDS), begins=self._chance.randrange(3) == 0)
        return f"write in {focus.objectName()}"

    def _resize(self) -> str:
        self._window().resize(self._chance.randint(480, 1600), self._chance.randint(400, 1000))
        return "resize"

    def _choose_line(self) -> str:
        return self._choose([*lines(self._window())])

    def _look(self) -> str:
        """Change the theme, or the time until the window locks."""
        return self._choose([line for line in lines(self._window()) if line.actionGroup()])

    def _zoom(self) -> str:
        return self._press(self._chance.choice(_TO_ZOOM), _Mod.ControlModifier)

    def _choose(self, offered: list[QAction]) -> str:
        if not offered:
            return "no menus"
        line = self._chance.choice(offered)
        text = line.text()
        line.trigger()
        return f"menu {text}"

    def _choose_country(self) -> str:
        country = self.find("country")
        if country is None:
            return self._press(_Key.Key_F1)
        country.setFocus()
        return self._press(self._chance.choice((_Key.Key_Down, _Key.Key_Up, _Key.Key_End, _Key.Key_U)))

    def _wait(self) -> str:
        let_pass(self._chance.choice((5, 5, 20, 20, 60, 450)))
        return "wait"


def _named(name: str, there: Iterable[QWidget]) -> QWidget | None:
    return next((widget for widget in there if widget.objectName().endswith(name)), None)
