"""The chronology: all events by month, complete without any script; the chart is laid over this very list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import words
from ..models import Event
from .context import Context, Page, Writer, by_month


def pages(context: Context) -> Iterator[Page]:
    events = tuple(context.dataset.events.values())
    years = f"{events[0].date.start.year} to {events[-1].date.stop.year}" if events else ""
    yield context.page(
        "timeline/",
        "timeline.html.jinja",
        title="Timeline",
        description=f"All {len(events)} events of the record from {years}, in order, each with its sources: who met whom, what was said, what was agreed.",
        boost=None,
        view=lambda page: {"count": len(events), "years": years, "months": month_views(page, events), "jumps": _jumps(events)},
    )


def month_views(page: Writer, events: tuple[Event, ...]) -> list[dict[str, Any]]:
    """The list by month: anchor, heading and entries."""
    return [
        {"id": f"{year}-{month:02}", "name": f"{words.MONTHS[month - 1]} {year}", "rows": [page.row(event) for event in group]}
        for year, month, group in by_month(events)
    ]


def _jumps(events: tuple[Event, ...]) -> list[dict[str, Any]]:
    """Years with their months, as links to the anchors."""
    years: dict[int, list[dict[str, Any]]] = {}
    for year, month, group in by_month(events):
        item = {"id": f"{year}-{month:02}", "name": words.MONTHS[month - 1][:3], "full": f"{words.MONTHS[month - 1]} {year}", "count": len(group)}
        years.setdefault(year, []).append(item)
    return [{"year": year, "months": months} for year, months in years.items()]
