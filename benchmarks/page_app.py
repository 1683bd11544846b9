"""Lays out a filled My page for the preview, and again after a change; prints milliseconds as JSON."""

import json
import time
from datetime import date

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.content.loader import load_pack
from evolve_desktop.document.renderer import DocumentRenderer

pack = load_pack(resource_paths.content_pack())
renderer = DocumentRenderer(pack, resource_paths.resources() / "page", resource_paths.fonts())
check_in = CheckIn(id="bench", started=date(2026, 11, 24)).with_reply("C03", Reply.NOT_YET).with_bring("C03", on=True)
start = time.perf_counter()
renderer.my_page(check_in)
first = time.perf_counter()
renderer.my_page(check_in.with_plan(check_in.plan.with_main_topic("How we choose what to talk about")))
print(json.dumps({"first page": (first - start) * 1000, "next page": (time.perf_counter() - first) * 1000}))
