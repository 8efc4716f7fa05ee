"""The open data: one module a format, each with a ``PATH`` and ``export(dataset, site) -> bytes``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Final

from ..dataset import Dataset
from ..site import Site
from . import events_json

Export = Callable[[Dataset, Site], bytes]

FORMATS: Final[dict[str, ModuleType]] = {
    module.PATH.removeprefix("data/"): module
    for info in pkgutil.iter_modules(__path__)
    if hasattr(module := importlib.import_module(f"{__name__}.{info.name}"), "PATH")
}
"""The modules by the name of the file they make: ``events.json`` …"""


def export(dataset: Dataset, site: Site) -> Iterator[tuple[str, bytes]]:
    """Every file of the open data: its path from the site's root and its bytes."""
    for module in FORMATS.values():
        yield module.PATH, module.export(dataset, site)
    for event in dataset.events.values():
        yield f"data/events/{event.id}.json", events_json.record(dataset, site, event)
