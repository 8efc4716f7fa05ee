"""Style sheets and scripts of the package, as they are published under ``assets/timeline/``: comments and spare space taken out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

import rcssmin
import rjsmin

FOLDER: Final = "assets/timeline/"
CHART: Final = FOLDER + "chart/"


@cache
def assets() -> dict[str, bytes]:
    """The files by their path in the site."""
    return dict(_assets(resources.files(__package__) / "assets", FOLDER))


def chart_modules() -> list[str]:
    """The modules that the timeline is made of, for a page to load them at once; the element itself is the entry and not among them."""
    return [path for path in assets() if path.startswith(CHART) and not path.endswith("/event-timeline.js")]


def _assets(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _assets(item, f"{prefix}{item.name}/")
        elif item.name.endswith(".js"):
            yield prefix + item.name, rjsmin.jsmin(item.read_text("utf-8")).encode() + b"\n"
        elif item.name.endswith(".css"):
            yield prefix + item.name, rcssmin.cssmin(item.read_text("utf-8")).encode() + b"\n"
