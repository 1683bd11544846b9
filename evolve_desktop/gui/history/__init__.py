"""Earlier check-ins: the list, the comparison, one item over time."""
