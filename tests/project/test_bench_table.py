"""The table of the benchmarks is right: medians, a ratio taken within each pair, and whether the bar is met."""

from benchmarks.table import HEAD, Row

START = Row("start", "ms", "an empty window", 1.1)
KEY = Row("19 keys in 20", "ms", "the longest wait", 16)
PAGE = Row("page", "ms", "one line", 50, bar_is_ratio=False)


def test_the_ratio_is_the_median_of_the_pairs_and_not_of_the_sums() -> None:
    slow_machine_meanwhile = [(100, 100), (900, 900), (110, 100)]
    assert START.line(slow_machine_meanwhile).split()[1:8] == ["110.0", "ms", "100.0", "ms", "1.00", "1.10", "x"]


def test_a_ratio_above_its_bar_is_missed() -> None:
    assert " met " in START.line([(110, 100)])
    assert " missed " in START.line([(112, 100)])


def test_a_bar_for_the_figure_itself_does_not_ask_for_the_ratio() -> None:
    assert " met " in PAGE.line([(50, 1)])
    assert " missed " in PAGE.line([(51, 50)])


def test_a_figure_without_a_baseline_is_held_to_its_own_bar() -> None:
    assert " met " in KEY.alone(16)
    assert " missed " in KEY.alone(16.1)
    assert HEAD.index("bar") + len("bar") == KEY.alone(16).index("16 ms  met") + len("16 ms")


def test_the_columns_stand_under_their_heads() -> None:
    line = START.line([(110, 100)])
    assert HEAD.index("ratio") + len("ratio") == line.index("1.10") + len("1.10")
    assert HEAD.index("against") == line.index("an empty window")
