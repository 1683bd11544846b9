"""A page with one line on it, by Typst alone, and once more after a change; prints JSON with milliseconds."""

import json
import time

start = time.perf_counter()
import typst  # noqa: E402  (the first page pays for it, in the app as here)

compiler = typst.Compiler()
compiler.compile(b"One line", format="svg")
first = time.perf_counter()
compiler.compile(b"Another line", format="svg")
print(json.dumps({"first page": (first - start) * 1000, "next page": (time.perf_counter() - first) * 1000}))
