"""The build of the whole record beside plain MkDocs on the same pages, and of a large one."""

from __future__ import annotations

import tempfile
from pathlib import Path

from . import check, trees
from .table import Row, beside, reported

RUNS = 5


def rows() -> list[Row]:
    tree = trees.tree()
    ours, plain, checked = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        for _ in range(RUNS):
            ours.append(trees.build(site))
            plain.append(trees.build(site, tree / "mkdocs.yml"))
            checked.append(check.seconds(trees.DATA))
        large = trees.build(site, data=trees.record(check.LARGE))
    whole = [used.seconds for used in ours]
    return [
        beside(
            "build of the whole record beside plain MkDocs on its tree", "s", whole, [p.seconds for p in plain], 1.25
        ),
        beside("reading and checking the whole record beside its build", "s", checked, whole, 0.1),
        reported("memory of the build of the whole record", "MB", [used.memory for used in ours]),
        reported(f"memory of the build of {check.LARGE:,} records", "MB", [large.memory]),
        reported(f"build of {check.LARGE:,} records", "s", [large.seconds]),
    ]
