"""The bibliography as CSL-JSON (Citation Style Language 1.0.2), for Zotero and the like."""

from __future__ import annotations

from typing import Any, Final

from ..dataset import Dataset
from ..edtf import Point
from ..site import Site
from .bibliography import Entry, entries
from .jsons import to_bytes

PATH: Final = "data/sources.json"
ABOUT: Final = "Every source, for reference managers such as Zotero (CSL-JSON)."

_TYPES: Final = {
    "journal": "article-journal",
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "broadcaster": "webpage",
}


def export(dataset: Dataset, site: Site) -> bytes:
    return to_bytes([_item(entry) for entry in entries(dataset)])


def _item(entry: Entry) -> dict[str, Any]:
    source, publisher = entry.cited.source, entry.cited.publisher
    item: dict[str, Any] = {
        "id": entry.key,
        "type": _TYPES.get(publisher.kind, "webpage"),
        "title": source.title,
        "container-title": publisher.name,
        "URL": source.address,
        "language": source.lang,
    }
    if source.authors:
        item["author"] = [{"literal": author} for author in source.authors]
    if source.published:
        item["issued"] = {"date-parts": [_parts(source.published.begin)]}
    if source.doi:
        item["DOI"] = source.doi
    if entry.cited.via:
        item["archive"] = entry.cited.via.name
    return item


def _parts(point: Point) -> list[int]:
    parts = [point.first.year, point.first.month, point.first.day]
    return parts[: {"year": 1, "month": 2, "day": 3}[point.precision]]
