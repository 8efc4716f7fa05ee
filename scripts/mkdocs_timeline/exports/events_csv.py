"""All events as a table: one row an event, lists joined by spaces."""

from __future__ import annotations

from typing import Final

from .. import cldr, prose
from ..dataset import Dataset
from ..site import Site
from .csvs import to_bytes

PATH: Final = "data/events.csv"
ABOUT: Final = "All events as a table, one row each, for a spreadsheet."
COLUMNS: Final = (
    "id", "date", "start", "end", "title", "label", "phase", "also", "kind", "importance", "place", "country", "lat", "lon",
    "actors", "mediators", "topics", "theme", "summary", "outcome", "sources", "independent_sources", "confidence", "review", "url",
)  # fmt: skip


def export(dataset: Dataset, site: Site) -> bytes:
    rows = []
    for event in dataset.events.values():
        place = dataset.places[event.place] if event.place else None
        rows.append(
            (
                event.id,
                event.date.text,
                event.date.start,
                event.date.stop,
                event.title,
                event.label,
                event.phase,
                " ".join(event.also),
                event.kind,
                event.importance,
                place.name if place else "",
                cldr.country(place.country) if place else "",
                place.lat if place else "",
                place.lon if place else "",
                " ".join(event.actors),
                " ".join(event.mediators),
                " ".join(event.topics),
                event.theme or "",
                prose.without_marks(event.summary),
                prose.without_marks(event.outcome),
                " ".join(cited.source.address for cited in dataset.cited(event.sources)),
                dataset.independent[event.id],
                event.confidence,
                event.review,
                site.absolute(f"events/{event.id}/"),
            )
        )
    return to_bytes(COLUMNS, rows)
