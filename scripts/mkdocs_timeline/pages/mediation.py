"""Mediation: who offered what to whom, the contacts by month, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from .. import prose, words
from ..dataset import people_of
from ..models import Event
from .context import Context, Page, Writer

_EFFORTS: Final = (
    ("Hosted or joined talks", ("talks", "summit")),
    ("Calls", ("call",)),
    ("Visits", ("visit",)),
    ("Offers and plans", ("proposal", "statement")),
    ("Corridors and truces", ("corridor", "evacuation", "ceasefire")),
    ("Exchanges", ("exchange",)),
    ("Agreements and decisions", ("agreement", "decision", "resolution")),
    ("Other", ("publication", "incident", "battlefield", "sanction")),
)
_CONTACTS: Final = ("call", "visit", "talks", "summit")


def pages(context: Context) -> Iterator[Page]:
    mediators = [id for id, events in context.dataset.by_mediator.items() if events]
    yield context.page(
        "mediation/",
        "mediation.html.jinja",
        title="Who mediated, how, and what came of it",
        description=f"{len(mediators)} states, organisations and people who hosted, offered, carried messages or brokered, with every effort and its outcome, and their contacts with the parties by month.",
        boost=2,
        view=_view,
    )


def _view(page: Writer) -> dict[str, Any]:
    dataset = page.context.dataset
    ranked = sorted(
        (id for id, events in dataset.by_mediator.items() if events),
        key=lambda id: (-len(dataset.by_mediator[id]), dataset.actors[id].name),
    )
    efforts = [
        name
        for name, kinds in _EFFORTS
        if any(event.kind in kinds for id in ranked for event in dataset.by_mediator[id])
    ]
    rows = [
        {
            **page.actor(id),
            "id": id,
            "total": len(dataset.by_mediator[id]),
            "cells": [_effort(page, id, kinds) for name, kinds in _EFFORTS if name in efforts],
        }
        for id in ranked
    ]
    parts = [
        {
            **page.actor(id),
            "id": id,
            "all": page.timeline(mediator=id),
            "rows": [
                {
                    "date": words.short_date_words(event.date, year=True),
                    "name": event.title,
                    "href": page.link("events", event.id),
                    "outcome": prose.without_marks(event.outcome),
                    "is_prominent": event.is_prominent,
                }
                for event in dataset.by_mediator[id]
            ],
        }
        for id in ranked
    ]
    return {"efforts": efforts, "rows": rows, "parts": parts, **_contacts(page)}


def _effort(page: Writer, id: str, kinds: tuple[str, ...]) -> dict[str, Any]:
    count = sum(event.kind in kinds for event in page.context.dataset.by_mediator[id])
    return {
        "count": count,
        "href": page.timeline(mediator=id, kind=",".join(kinds), **_whole(page)) if count else "",
    }


def _whole(page: Writer) -> dict[str, str]:
    """The whole extent of the record, as a state of the timeline."""
    events = page.context.dataset.events.values()
    return {
        "from_": min(event.date.start for event in events).isoformat(),
        "to": max(event.date.stop for event in events).isoformat(),
    }


def _contacts(page: Writer) -> dict[str, Any]:
    """Calls, visits, talks and summits of outsiders with either side, by month of the focus year."""
    dataset, site = page.context.dataset, page.context.site
    if site.focus is None:
        return {"months": [], "contacts": [], "capitals": "", "year": ""}
    year = site.focus.start.year
    months = [date(year, month, 1) for month in range(1, 13)]
    found: dict[str, Counter[tuple[int, str]]] = {}
    for event in dataset.events.values():
        if event.kind not in _CONTACTS or event.date.start.year != year:
            continue
        present = _parties(page, event)
        for outsider in present - site.sides.keys():
            for side in present & site.sides.keys():
                found.setdefault(outsider, Counter())[event.date.start.month, side] += 1
    ranked = sorted(found, key=lambda id: (-sum(found[id].values()), dataset.actors[id].name))
    rows = [
        {
            **page.actor(id),
            "sides": [
                {
                    "name": name,
                    "counts": [found[id][month.month, side] for month in months],
                    "total": sum(found[id][month.month, side] for month in months),
                }
                for side, name in site.sides.items()
            ],
        }
        for id in ranked
        if sum(found[id].values()) > 1
    ]
    return {
        "months": [words.MONTHS[month.month - 1][:3] for month in months],
        "year": year,
        "contacts": rows,
        "capitals": words.listed(list(site.sides.values())),
    }


def _parties(page: Writer, event: Event) -> set[str]:
    """States and organisations present at an event, by themselves or through somebody who speaks for them."""
    actors = page.context.dataset.actors
    named = {actors[id].party or id if actors[id].kind in ("person", "body") else id for id in people_of(event)}
    return {id for id in named if actors[id].kind in ("state", "organisation")}
