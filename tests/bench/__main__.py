"""Measures the parts that are named, or all; the exit code is 1 where a limit is missed."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys

from .. import chromium
from .table import COLUMNS, Row

PARTS = ("weight", "check", "build", "rebuild", "charts")


def machine() -> str:
    with chromium.launched() as browser:
        version = browser.version
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{os.cpu_count()} cores (load {load}), Python {platform.python_version()}, Chromium {version}, {platform.system()} {platform.machine()}"


def measured(part: str) -> list[Row]:
    """The rows of a part; what was missed is measured once more, and only the second time counts."""
    module = importlib.import_module(f"{__package__}.{part}")
    rows: list[Row] = module.rows()
    if all(row.holds for row in rows):
        return rows
    again: list[Row] = module.rows()
    return [row if row.holds else second.again() for row, second in zip(rows, again, strict=True)]


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.bench", description=sys.modules[__package__].__doc__)
    parser.add_argument("part", nargs="*", help=f"what to measure: {', '.join(PARTS)} (all)")
    parts = parser.parse_args().part or PARTS
    if unknown := set(parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}: there are {', '.join(PARTS)}")
    print(machine(), flush=True)
    print(COLUMNS, flush=True)
    missed = 0
    for part in parts:
        for row in measured(part):
            missed += not row.holds
            print(row, flush=True)
    print("every limit is kept" if not missed else f"{missed} limits are missed")
    return min(missed, 1)


if __name__ == "__main__":
    sys.exit(main())
