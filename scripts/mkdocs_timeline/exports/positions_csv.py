"""Every position as a row: who held what, on which question, when, by which sources."""

from __future__ import annotations

from typing import Final

from .. import prose
from ..dataset import Dataset
from ..site import Site
from .csvs import to_bytes

PATH: Final = "data/positions.csv"
ABOUT: Final = "Every position: date, party, who stated it, topic, the position, its sources."
COLUMNS: Final = ("date", "start", "end", "party", "said_by", "topic", "position", "event", "sources", "url")


def export(dataset: Dataset, site: Site) -> bytes:
    rows = []
    for event in dataset.events.values():
        addresses = {cited.key: cited.source.address for cited in dataset.cited(event.sources)}
        rows += [
            (
                event.date.text,
                event.date.start,
                event.date.stop,
                position.party,
                position.said_by or "",
                position.topic,
                prose.without_marks(position.position),
                event.id,
                " ".join(addresses[key] for key in position.cite),
                site.absolute(f"events/{event.id}/"),
            )
            for position in event.positions
        ]
    return to_bytes(COLUMNS, rows)
