"""Places: a page each, and an index."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from .. import cldr, words
from ..models import Place
from .context import Context, Page, Writer, prominence
from .events import record_actions
from .timeline import small


def pages(context: Context) -> Iterator[Page]:
    places = context.dataset.places
    yield context.page(
        "places/",
        "index.html.jinja",
        title="Places",
        description=f"Where they met, spoke and fought: {len(places)} places of the record, each with its events.",
        boost=None,
        view=_index,
    )
    for place in places.values():
        where = ", ".join(part for part in (place.city, cldr.country(place.country)) if part)
        yield context.page(
            f"places/{place.id}/",
            "subject.html.jinja",
            title=place.name,
            description=f"{place.name}, {where}: {words.count(len(context.dataset.by_place[place.id]), 'event')} of the record, with sources.",
            names=(*place.names.values(), *place.aliases),
            boost=prominence(context.dataset.by_place[place.id]),
            view=partial(_view, place=place),
        )


def _index(page: Writer) -> dict[str, Any]:
    dataset = page.context.dataset
    countries = sorted({place.country for place in dataset.places.values()}, key=cldr.country)
    groups = [
        {
            "id": code.lower(),
            "name": cldr.country(code),
            "rows": [
                {
                    "name": place.name,
                    "href": page.link("places", place.id),
                    "text": place.city,
                    "count": words.count(len(dataset.by_place[place.id]), "event"),
                }
                for place in dataset.places.values()
                if place.country == code
            ],
        }
        for code in countries
    ]
    return {
        "lead": f"{len(dataset.places)} places in {words.count(len(countries), 'country', 'countries')}.",
        "groups": groups,
    }


def _view(page: Writer, place: Place) -> dict[str, Any]:
    facts: list[dict[str, Any]] = []
    if place.city:
        facts.append({"name": "Town", "value": place.city})
    facts.append({"name": "Country", "value": cldr.country(place.country)})
    facts.append({"name": "Coordinates", "value": f"{place.lat:g}, {place.lon:g}"})
    if place.aliases:
        facts.append({"name": "Also written", "value": ", ".join(place.aliases)})
    return {
        "trail": [{"name": "Places", "href": page.to("places/")}],
        "over": ", ".join(part for part in (place.city, cldr.country(place.country)) if part),
        "names": [{"lang": lang, "text": name} for lang, name in place.names.items()],
        "text": page.prose(place.note) if place.note else "",
        "lists": [],
        "course_title": "",
        "courses": [],
        "small": small(page, page.context.dataset.by_place[place.id], page.timeline(place=place.id)),
        "rows": [page.row(event) for event in page.context.dataset.by_place[place.id]],
        "facts": facts,
        "actions": record_actions(page, "places", place.id, place.name),
    }
