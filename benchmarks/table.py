"""The table of figures: the app, its baseline, their ratio, and the bar."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

Pair = tuple[float, float]

HEAD = f"{'figure':<38}{'app':>11}{'baseline':>11}{'ratio':>8}{'bar':>9}          against"


@dataclass(frozen=True, slots=True)
class Row:
    """A figure and its baseline; the bar is for the ratio, or for the figure itself if `bar_is_ratio` is off."""

    figure: str
    unit: str
    against: str
    bar: float
    bar_is_ratio: bool = True

    def line(self, pairs: Sequence[Pair]) -> str:
        """Return the row: the medians of both sides, and the median of the ratios of the pairs."""
        ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
        return self.settled(ours, bare, statistics.median(mine / theirs for mine, theirs in pairs))

    def settled(self, ours: float, bare: float, ratio: float) -> str:
        """Return the row for figures that are medians already."""
        bar = f"{self.bar:.2f} x" if self.bar_is_ratio else f"{self.bar:.0f} {self.unit}"
        met = "met" if (ratio if self.bar_is_ratio else ours) <= self.bar else "missed"
        sides = f"{ours:>8.1f} {self.unit}{bare:>8.1f} {self.unit}"
        return f"{self.figure:<38}{sides}{ratio:>8.2f}{bar:>9}  {met:<6}  {self.against}"

    def alone(self, ours: float) -> str:
        """Return the row for a figure without a baseline, whose bar is for the figure itself."""
        met = "met" if ours <= self.bar else "missed"
        bar = f"{self.bar:.0f} {self.unit}"
        return f"{self.figure:<38}{ours:>8.1f} {self.unit:<2}{bar:>28}  {met:<6}  {self.against}".rstrip()
