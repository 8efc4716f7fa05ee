"""Reading and checking: how it grows with the record. It runs here, so that the interpreter's own start does not count."""

from __future__ import annotations

import gc
from pathlib import Path
from statistics import mean
from time import process_time

from mkdocs_timeline import checks, load, read

from . import trees
from .table import Row, beside

RUNS = 5
SMALL, LARGE = 250, 10_000


def seconds(data: Path) -> float:
    read.read.cache_clear()
    gc.collect()
    start = process_time()
    found = checks.check(load.load(data, "data"))
    taken = process_time() - start
    assert not any(finding.is_error for finding in found), found[:3]
    return taken


def rows() -> list[Row]:
    small, large = trees.record(SMALL), trees.record(LARGE)
    for data in (small, large):
        seconds(data)  # what is kept in memory for the next run is kept for both
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(seconds(large))
        theirs.append(mean(seconds(small) for _ in range(5)))
    return [beside(f"reading and checking {LARGE:,} records beside {SMALL}", "s", ours, theirs, 45)]
