"""The chronology: all events by month, complete without any script; the chart is laid over this very list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from markupsafe import Markup

from .. import chart, static, words
from ..dataset import Dataset
from ..edtf import Edtf
from ..models import Band, Event
from .context import Context, Page, Writer, by_month

MOST_ON_A_PAGE: Final = 1500
"""How many events the page of the timeline holds; with more, each month has a page."""

Group = tuple[str, str, tuple[Event, ...]]
"""A month: its id, its name and its events."""


def pages(context: Context) -> Iterator[Page]:
    events = tuple(context.dataset.events.values())
    years = (
        " to ".join(dict.fromkeys(f"{day.year}" for day in (events[0].date.start, events[-1].date.stop)))
        if events
        else ""
    )
    yield context.page(
        "timeline/",
        "timeline.html.jinja",
        title="Timeline",
        description=f"All {len(events)} events of the record from {years}, in order, each with its sources: who met whom, what was said, what was agreed.",
        boost=None,
        view=lambda page: {
            "count": len(events),
            "years": years,
            "bands": [_band(page, band) for band in context.dataset.battlefield.values()],
            **chart_view(page, events),
        },
    )
    if is_paged(context.dataset):
        yield from _month_pages(context)


def _band(page: Writer, band: Band) -> dict[str, Any]:
    return {
        "id": f"battlefield-{band.id}",
        "title": band.title,
        "period": words.date_words(band.period),
        "summary": page.noted(band.summary, page.context.dataset.cited(band.sources)),
    }


def embed(context: Context) -> str:
    """The bare page for an iframe: the timeline without the site around it, styles and script in the page itself, so that it is there at once."""
    events = tuple(context.dataset.events.values())
    page = Writer(context, "timeline/embed/")
    template = context.templates.get_template("embed.html.jinja")
    return template.render(
        page=page,
        title=context.site.name,
        canonical=context.site.address and context.site.absolute("timeline/"),
        style=static.inline_style(),
        script=static.inline_script(),
        **chart_view(page, events),
    )


def small(page: Writer, events: tuple[Event, ...], href: str, view: Edtf | None = None) -> dict[str, Any] | None:
    """The chart of a page's own events; none where there is little to see. It opens on ``view``, or where most of them are."""
    if len(events) < 3:
        return None
    dataset, site = page.context.dataset, page.context.site
    inside = sum(site.focus.overlaps(event.date) for event in events) if site.focus else 0
    view = view or (site.focus if inside > len(events) / 2 else None)
    return {"data": Markup(chart.to_json(chart.chart(dataset, events, view, site.day_one))), "href": href}


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
    paged = is_paged(dataset)
    return {
        "data": None if paged else Markup(chart_data(page.context)),
        "months": () if paged else month_views(page, events),
        "jumps": _jumps(page, events, paged),
        "presets": presets,
        "phase_extents": [
            {"name": phase.short, "extent": f"{phase.period.start}/{phase.period.stop}"}
            for phase in dataset.phases.values()
        ],
        "stories": list(dataset.stories.values()),
    }


def is_paged(dataset: Dataset) -> bool:
    """Whether the list is too long for one page: then each month has a page, and the chart loads its data as a file."""
    return len(dataset.events) > MOST_ON_A_PAGE


def chart_data(context: Context) -> str:
    """The data of the whole timeline, as JSON."""
    dataset, site = context.dataset, context.site
    titles = is_paged(dataset)
    return chart.to_json(
        chart.chart(dataset, dataset.events.values(), site.focus, site.day_one, whole=True, titles=titles)
    )


def _month_pages(context: Context) -> Iterator[Page]:
    groups = [
        (f"{year}-{month:02}", month_name(year, month), tuple(group))
        for year, month, group in by_month(context.dataset.events.values())
    ]
    for index, (id, name, events) in enumerate(groups):
        yield context.page(
            f"timeline/{id}/",
            "month.html.jinja",
            title=name,
            description=f"{words.count(len(events), 'event')} of {name}, in order, each with its sources.",
            boost=None,
            view=partial(_month, events=events, before=groups[index - 1 : index], after=groups[index + 1 : index + 2]),
        )


def _month(page: Writer, events: tuple[Event, ...], before: list[Group], after: list[Group]) -> dict[str, Any]:
    return {
        "rows": [page.row(event) for event in events],
        "turns": [
            {"name": name, "href": page.to(f"timeline/{id}/"), "rel": rel}
            for rel, groups in (("prev", before), ("next", after))
            for id, name, _ in groups
        ],
        "trail": [{"name": "Timeline", "href": page.to("timeline/")}],
    }


def month_name(year: int, month: int) -> str:
    """March 2022."""
    return f"{words.MONTHS[month - 1]} {year}"


def month_views(page: Writer, events: tuple[Event, ...]) -> list[dict[str, Any]]:
    """The list by month: anchor, heading and entries."""
    return [
        {
            "id": f"{year}-{month:02}",
            "name": month_name(year, month),
            "rows": [page.row(event) for event in group],
        }
        for year, month, group in by_month(events)
    ]


def _jumps(page: Writer, events: tuple[Event, ...], paged: bool) -> list[dict[str, Any]]:
    """Years with their months, as links to the anchors or the pages."""
    years: dict[int, list[dict[str, Any]]] = {}
    for year, month, group in by_month(events):
        item = {
            "href": page.to(f"timeline/{year}-{month:02}/") if paged else f"#{year}-{month:02}",
            "name": words.MONTHS[month - 1][:3],
            "full": month_name(year, month),
            "count": len(group),
        }
        years.setdefault(year, []).append(item)
    return [{"year": year, "months": months} for year, months in years.items()]
