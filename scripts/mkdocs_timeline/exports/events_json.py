"""All events as JSON, and each by itself, in the shape that design.md fixes."""

from __future__ import annotations

from typing import Any, Final

from ..dataset import Cited, Dataset
from ..models import Event
from ..models.event import Amount
from ..site import Site
from .jsons import LICENCE, VERSION, to_bytes

PATH: Final = "data/events.json"
ABOUT: Final = "All events with their summaries, positions, disputes, figures and sources, in date order."


def export(dataset: Dataset, site: Site) -> bytes:
    rows = [row(dataset, site, event) for event in dataset.events.values()]
    return to_bytes({"version": VERSION, "licence": LICENCE, "events": rows})


def record(dataset: Dataset, site: Site, event: Event) -> bytes:
    """One event by itself: the same fields, beside version and licence."""
    return to_bytes({"version": VERSION, "licence": LICENCE, **row(dataset, site, event)})


def row(dataset: Dataset, site: Site, event: Event) -> dict[str, Any]:
    place = dataset.places[event.place] if event.place else None
    return {
        "id": event.id,
        "title": event.title,
        "date": {"edtf": event.date.text, "start": event.date.start.isoformat(), "end": event.date.stop.isoformat()},
        "phase": event.phase,
        "also": list(event.also),
        "kind": event.kind,
        "importance": event.importance,
        "place": {"id": place.id, "name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon}
        if place
        else None,
        "actors": list(event.actors),
        "mediators": list(event.mediators),
        "topics": list(event.topics),
        "label": event.label,
        "summary": event.summary,
        "outcome": event.outcome,
        "delegations": [
            {
                "party": delegation.party,
                "members": [{"actor": member.actor, "role": member.role} for member in delegation.members],
                "note": delegation.note,
                "cite": list(delegation.cite),
            }
            for delegation in event.delegations
        ],
        "positions": [
            {
                "party": position.party,
                "said_by": position.said_by,
                "topic": position.topic,
                "position": position.position,
                "cite": list(position.cite),
            }
            for position in event.positions
        ],
        "disputes": [
            {"claim": item.claim, "by": item.by, "against": item.against, "note": item.note, "settled": item.settled}
            for item in event.disputes
        ],
        "figures": [_figure(figure) for figure in event.figures],
        "related": [{"event": related.event, "as": related.kind} for related in event.related],
        "sources": [source(cited) for cited in dataset.cited(event.sources)],
        "theme": event.theme,
        "confidence": event.confidence,
        "review": event.review,
        "url": site.absolute(f"events/{event.id}/"),
    }


def _figure(figure: Any) -> dict[str, Any]:
    bounds = Amount(figure.value).bounds
    return {
        "what": figure.what,
        "value": str(figure.value),
        "low": bounds[0] if bounds else None,
        "high": bounds[1] if bounds else None,
        "unit": figure.unit,
        "by": figure.by,
        "as_of": figure.as_of.text if figure.as_of else None,
        "cite": list(figure.cite),
    }


def source(cited: Cited) -> dict[str, Any]:
    """A source as a record cites it."""
    return {
        "key": cited.key,
        "url": cited.source.address,
        "title": cited.source.title,
        "publisher": cited.publisher.id,
        "publisher_name": cited.publisher.name,
        "via": cited.via.id if cited.via else None,
        "published": cited.source.published.text if cited.source.published else None,
        "lang": cited.source.lang,
        "kind": cited.source.kind,
        "reliability": cited.standing,
        "says": cited.says,
        "archived": cited.source.archived or None,
    }
