"""The counts of one kind of fault: tries, acknowledged changes, and changes lost, noticed or silently wrong."""

from dataclasses import dataclass, field


@dataclass
class Tally:
    """One line of the table; `failures` describes each failure."""

    name: str
    tries: int = 0
    acknowledged: int = 0
    lost: int = 0
    noticed: int = 0
    silently_wrong: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost and nothing wrong was shown as good."""
        return not (self.lost or self.silently_wrong or self.failures)

    def fail(self, what: str) -> None:
        """Count a loss and record its description."""
        self.lost += 1
        self.failures.append(what)

    def row(self) -> str:
        """Return the line of a Markdown table."""
        told = [f"{count:,}" if count else "-" for count in (self.acknowledged, self.noticed)]
        cells = (self.name, f"{self.tries:,}", told[0], f"{self.lost:,}", told[1], f"{self.silently_wrong:,}")
        return f"| {' | '.join(cells)} |"


HEAD = "| what | tries | acknowledged | lost | noticed | silently wrong |\n|---|---|---|---|---|---|"
