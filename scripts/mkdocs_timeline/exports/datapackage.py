"""What the open data holds, for machines (Frictionless Data Package 1)."""

from __future__ import annotations

from typing import Any, Final

from .. import words
from ..dataset import Dataset
from ..site import Site
from . import events_csv, figures_csv, positions_csv
from .jsons import VERSION, to_bytes

PATH: Final = "data/datapackage.json"
ABOUT: Final = "What the tables hold, for machines (Frictionless Data Package)."
_NUMBERS: Final = frozenset({"lat", "lon", "low", "high"})


def export(dataset: Dataset, site: Site) -> bytes:
    tables: tuple[Any, ...] = (events_csv, positions_csv, figures_csv)
    resources = [
        {
            "name": table.PATH.removeprefix("data/").removesuffix(".csv"),
            "path": table.PATH.removeprefix("data/"),
            "title": table.ABOUT,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "fields": [{"name": name, "type": "number" if name in _NUMBERS else "string"} for name in table.COLUMNS]
            },
        }
        for table in tables
    ]
    package = {
        "name": words.anchor("record", site.name),
        "title": site.name,
        "version": VERSION,
        "homepage": site.absolute(""),
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": resources,
    }
    if site.built:
        package["created"] = f"{site.built.isoformat()}T00:00:00Z"
    return to_bytes(package)
