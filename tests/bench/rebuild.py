"""What `make serve` does when an event is saved, beside plain MkDocs on the same pages.

Run as a module with a configuration and a file, it builds as `mkdocs serve` does: once, then again after each change of the file.
It prints the processor time of each rebuild.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

from . import trees
from .table import Row, beside

ROUNDS, RUNS = 2, 3
EVENT = "2022-03-29-istanbul-talks"


def rebuilt(config: Path, file: Path, data: Path) -> list[float]:
    """Seconds of each rebuild, in a process of its own as a server's."""
    command = [sys.executable, "-m", "tests.bench.rebuild", str(config), str(file)]
    done = subprocess.run(
        command, cwd=trees.ROOT, env=trees.environment(data), check=True, stdout=subprocess.PIPE, text=True
    )
    return [float(line) for line in done.stdout.split()]


def rows() -> list[Row]:
    tree = trees.tree()
    ours: list[float] = []
    plain: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        data, docs = Path(folder) / "data", Path(folder) / "tree"
        shutil.copytree(trees.DATA, data)
        shutil.copytree(tree, docs)
        for _ in range(ROUNDS):
            ours += rebuilt(trees.ROOT / "mkdocs.yml", data / "events" / "2022" / f"{EVENT}.yml", data)
            plain += rebuilt(docs / "mkdocs.yml", docs / "docs" / "events" / f"{EVENT}.md", data)
    return [beside("the save of one event under `make serve` beside plain MkDocs", "s", ours, plain, 1.2)]


def main(config_file: str, file: str) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with tempfile.TemporaryDirectory() as site:
        config = load_config(config_file, site_dir=site)
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        for run in range(RUNS):
            text = Path(file).read_text("utf-8")
            Path(file).write_text(text.replace("Istanbul", f"Istanbul{run}", 1), "utf-8")
            start = process_time()
            build(load_config(config_file, site_dir=site))
            print(process_time() - start)


if __name__ == "__main__":
    main(*sys.argv[1:])
