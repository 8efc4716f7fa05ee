"""All events as linked data in the vocabulary of schema.org."""

from __future__ import annotations

from typing import Any, Final

from .. import prose
from ..dataset import Dataset
from ..models import Actor, Event
from ..site import Site
from .jsons import to_bytes

PATH: Final = "data/events.jsonld"
ABOUT: Final = "All events as linked data (JSON-LD, schema.org)."
LICENCE_ADDRESS: Final = "https://creativecommons.org/licenses/by/4.0/"


def export(dataset: Dataset, site: Site) -> bytes:
    graph = [node(dataset, site, event) for event in dataset.events.values()]
    return to_bytes({"@context": "https://schema.org", "@graph": graph})


def node(dataset: Dataset, site: Site, event: Event) -> dict[str, Any]:
    """One event as a node; a date that is not a day keeps its precision (``2022-03``)."""
    url = site.absolute(f"events/{event.id}/")
    found: dict[str, Any] = {
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": event.title,
        "startDate": event.date.text.partition("/")[0].rstrip("~"),
        "endDate": event.date.text.rpartition("/")[2].rstrip("~"),
        "description": prose.without_marks(event.summary),
        "license": LICENCE_ADDRESS,
        "about": [dataset.topics[id].title for id in event.topics],
        "actor": [_actor(site, dataset.actors[id]) for id in event.actors],
        "citation": [cited.source.address for cited in dataset.cited(event.sources)],
    }
    if event.place:
        place = dataset.places[event.place]
        geo = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
        found["location"] = {
            "@type": "Place",
            "name": place.name,
            "address": {"@type": "PostalAddress", "addressCountry": place.country},
            "geo": geo,
        }
    return found


def _actor(site: Site, actor: Actor) -> dict[str, Any]:
    kind = {"person": "Person", "state": "Country"}.get(actor.kind, "Organization")
    found = {"@type": kind, "@id": site.absolute(f"actors/{actor.id}/"), "name": actor.name}
    return found | ({"sameAs": f"https://www.wikidata.org/entity/{actor.wikidata}"} if actor.wikidata else {})
