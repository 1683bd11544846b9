"""Lays out one line with Typst alone, and again after a change; prints milliseconds as JSON."""

import json
import time

start = time.perf_counter()
import typst  # noqa: E402  (the first page includes the import, as in the app)

compiler = typst.Compiler()
compiler.compile(b"One line", format="svg")
first = time.perf_counter()
compiler.compile(b"Another line", format="svg")
print(json.dumps({"first page": (first - start) * 1000, "next page": (time.perf_counter() - first) * 1000}))
