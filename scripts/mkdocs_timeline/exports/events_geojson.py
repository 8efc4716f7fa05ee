"""Events with a place, as points (RFC 7946)."""

from __future__ import annotations

from typing import Final

from ..dataset import Dataset
from ..site import Site
from .jsons import LICENCE, to_bytes

PATH: Final = "data/events.geojson"
ABOUT: Final = "Events that have a place, as points on a map (GeoJSON)."


def export(dataset: Dataset, site: Site) -> bytes:
    features = []
    for event in dataset.events.values():
        if event.place is None:
            continue
        place = dataset.places[event.place]
        properties = {
            "title": event.title,
            "date": event.date.text,
            "phase": event.phase,
            "kind": event.kind,
            "importance": event.importance,
            "place": place.name,
            "country": place.country,
            "url": site.absolute(f"events/{event.id}/"),
        }
        point = {"type": "Point", "coordinates": [place.lon, place.lat]}
        features.append({"type": "Feature", "id": event.id, "geometry": point, "properties": properties})
    return to_bytes({"type": "FeatureCollection", "licence": LICENCE, "features": features})
