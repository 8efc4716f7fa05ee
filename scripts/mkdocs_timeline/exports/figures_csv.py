"""Every number as a row: what it counts, its value, who gave it, as of when."""

from __future__ import annotations

from typing import Final

from ..dataset import Dataset
from ..models import Amount
from ..site import Site
from .csvs import to_bytes

PATH: Final = "data/figures.csv"
ABOUT: Final = "Every number: what it counts, lower and upper bound, who gave it and for which day, its sources."
COLUMNS: Final = (
    "event",
    "event_date",
    "what",
    "value",
    "low",
    "high",
    "approximate",
    "unit",
    "by",
    "as_of",
    "sources",
    "url",
)


def export(dataset: Dataset, site: Site) -> bytes:
    rows = []
    for event in dataset.events.values():
        addresses = {cited.key: cited.source.address for cited in dataset.cited(event.sources)}
        for figure in event.figures:
            value = Amount(figure.value)
            low, high = value.bounds or ("", "")
            rows.append(
                (
                    event.id,
                    event.date.text,
                    figure.what,
                    str(value),
                    low,
                    high,
                    "yes" if value.is_approximate else "no",
                    figure.unit,
                    figure.by,
                    figure.as_of.text if figure.as_of else "",
                    " ".join(addresses[key] for key in figure.cite),
                    site.absolute(f"events/{event.id}/"),
                )
            )
    return to_bytes(COLUMNS, rows)
