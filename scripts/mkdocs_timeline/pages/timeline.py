"""The chronology: all events by month, complete without any script; the chart is laid over this very list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from .. import chart, static, words
from ..edtf import Edtf
from ..models import Band, Event
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
        view=lambda page: {
            "count": len(events),
            "years": years,
            "months": month_views(page, events),
            "jumps": _jumps(events),
            "bands": [_band(page, band) for band in context.dataset.battlefield.values()],
            **chart_view(page, events),
        },
    )


def _band(page: Writer, band: Band) -> dict[str, Any]:
    return {
        "id": f"battlefield-{band.id}",
        "title": band.title,
        "period": words.date_words(band.period),
        "summary": page.noted(band.summary, page.context.dataset.cited(band.sources)),
    }


def embed(context: Context) -> str:
    """The bare page for an iframe: the timeline without the site around it."""
    events = tuple(context.dataset.events.values())
    page = Writer(context, "timeline/embed/")
    template = context.templates.get_template("embed.html.jinja")
    return template.render(
        page=page,
        title=context.site.name,
        canonical=context.site.address and context.site.absolute("timeline/"),
        modules=static.chart_modules(),
        months=month_views(page, events),
        **chart_view(page, events),
    )


def small(page: Writer, events: tuple[Event, ...], href: str, view: Edtf | None = None) -> dict[str, Any] | None:
    """The chart of a page's own events; none where there is little to see. It opens on ``view``, or where most of them are."""
    if len(events) < 3:
        return None
    dataset, site = page.context.dataset, page.context.site
    inside = sum(site.focus.overlaps(event.date) for event in events) if site.focus else 0
    view = view or (site.focus if inside > len(events) / 2 else None)
    return {"data": Markup(chart.to_json(chart.chart(dataset, events, page.root, view, site.day_one))), "href": href}


def chart_view(page: Writer, events: tuple[Event, ...]) -> dict[str, Any]:
    """What the chart's tools offer."""
    dataset, site = page.context.dataset, page.context.site
    presets = []
    if events:
        presets.append(
            {"name": "Whole record", "extent": f"{events[0].date.start}/{max(event.date.stop for event in events)}"}
        )
    if site.focus:
        year = site.focus.start.year
        presets.append({"name": site.focus.text, "extent": f"{site.focus.start}/{site.focus.stop}"})
        presets.append({"name": "Feb–Jun", "extent": f"{year}-02-01/{year}-06-30"})
    return {
        "data": Markup(chart.to_json(chart.chart(dataset, events, page.root, site.focus, site.day_one, whole=True))),
        "presets": presets,
        "phase_extents": [
            {"name": phase.short, "extent": f"{phase.period.start}/{phase.period.stop}"}
            for phase in dataset.phases.values()
        ],
        "stories": list(dataset.stories.values()),
    }


def month_views(page: Writer, events: tuple[Event, ...]) -> list[dict[str, Any]]:
    """The list by month: anchor, heading and entries."""
    return [
        {
            "id": f"{year}-{month:02}",
            "name": f"{words.MONTHS[month - 1]} {year}",
            "rows": [page.row(event) for event in group],
        }
        for year, month, group in by_month(events)
    ]


def _jumps(events: tuple[Event, ...]) -> list[dict[str, Any]]:
    """Years with their months, as links to the anchors."""
    years: dict[int, list[dict[str, Any]]] = {}
    for year, month, group in by_month(events):
        item = {
            "id": f"{year}-{month:02}",
            "name": words.MONTHS[month - 1][:3],
            "full": f"{words.MONTHS[month - 1]} {year}",
            "count": len(group),
        }
        years.setdefault(year, []).append(item)
    return [{"year": year, "months": months} for year, months in years.items()]
