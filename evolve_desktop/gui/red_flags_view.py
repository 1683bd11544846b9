"""The red-flag self-check: part one at once, parts two and three behind a content note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evolve_desktop.checkin.answers import FlagReply
from evolve_desktop.checkin.guidance import guide
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import FlagPart, Tier
from evolve_desktop.gui.bridge import Bridge
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.column import Column
from evolve_desktop.gui.widgets.texts import box, label


class RedFlagsView(QWidget):
    """Every line with *No, Not sure, Yes, Skip*; what to do next opens where a line is raised."""

    help_wanted = Signal()

    def __init__(self, pack: Pack, session: Session, bridge: Bridge) -> None:
        """Build the three parts and the list of what is no red flag on its own."""
        super().__init__()
        self._pack = pack
        self._session = session
        self._rows: dict[str, ChoiceRow] = {}
        self._next: list[tuple[FlagPart, QWidget]] = []
        check = pack.red_flags
        self._column = Column(check.title)
        self._column.body.addWidget(label(check.title, "title"))
        self._column.body.addWidget(label(check.frame))
        urgent = QPushButton(check.urgent_label)
        urgent.setObjectName("urgent-help")
        urgent.clicked.connect(self.help_wanted)
        self._column.body.addWidget(urgent)
        for part in check.parts:
            self._add_part(part)
        self._add_ordinary()
        self._column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)
        bridge.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        flags = self._session.check_in.flags
        for flag_id, row in self._rows.items():
            row.show_value(flags.get(flag_id))
        guidance = guide(self._pack.red_flags, self._session.check_in)
        for part, widget in self._next:
            may_suggest = guidance.may_suggest_therapist or part.tier is Tier.STOP
            widget.setVisible(part.tier in guidance.open_parts and may_suggest)

    def _add_part(self, part: FlagPart) -> None:
        lines = QWidget()
        layout = QVBoxLayout(lines)
        layout.setContentsMargins(0, 0, 0, 0)
        for flag in part.flags:
            frame, inside = box("card")
            inside.addWidget(label(flag.text, "lead"))
            if flag.note:
                inside.addWidget(label(flag.note, "muted"))
            row = ChoiceRow(flag.id, flag.text, self._choices(), apart=1)
            row.chosen.connect(lambda flag_id=flag.id: self._on_reply(flag_id))
            self._rows[flag.id] = row
            inside.addWidget(row)
            inside.addWidget(label(flag.source, "small"))
            layout.addWidget(frame)
        layout.addWidget(self._what_next(part))
        self._column.body.addWidget(label(part.title, "heading"))
        if part.content_note:
            self._column.body.addWidget(label(part.content_note))
            show = QPushButton(part.show_label)
            show.setObjectName(f"show-part-{part.tier.value}")
            show.clicked.connect(lines.show)
            show.clicked.connect(show.hide)
            self._column.body.addWidget(show)
            lines.hide()
        self._column.body.addWidget(lines)

    def _what_next(self, part: FlagPart) -> QWidget:
        frame, inside = box("hint")
        frame.setObjectName(f"next-{part.tier.value}")
        text = part.what_next
        inside.addWidget(label(text.title, "strong"))
        inside.addWidget(label(text.intro))
        for step in (*text.steps, *text.signs):
            inside.addWidget(label(f"• {step.text}"))
        if text.scripts:
            inside.addWidget(label(text.scripts_label, "strong"))
        for script in text.scripts:
            inside.addWidget(label(script, selectable=True))
        self._next.append((part, frame))
        return frame

    def _add_ordinary(self) -> None:
        check = self._pack.red_flags
        frame, inside = box("card")
        inside.addWidget(label(check.ordinary_title, "heading"))
        inside.addWidget(label(check.ordinary_lead))
        for line in check.ordinary:
            inside.addWidget(label(f"• {line.text} {line.note}".strip()))
        inside.addWidget(label(check.ordinary_close))
        self._column.body.addWidget(frame)

    def _choices(self) -> list[tuple[FlagReply, str]]:
        return [
            (FlagReply.NO, self.tr("No")),
            (FlagReply.NOT_SURE, self.tr("Not sure")),
            (FlagReply.YES, self.tr("Yes")),
            (FlagReply.SKIP, self.tr("Skip")),
        ]

    def _on_reply(self, flag_id: str) -> None:
        value = self._rows[flag_id].value
        self._session.flag(flag_id, value if isinstance(value, FlagReply) else None)
