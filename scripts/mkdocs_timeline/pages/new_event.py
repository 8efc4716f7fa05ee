"""The editor in the page: a form that builds an event's file in the browser, against the same schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from .. import chart
from ..models import KINDS
from .context import Context, Page, Writer


def pages(context: Context) -> Iterator[Page]:
    yield context.page(
        "contributing/new/",
        "new_event.html.jinja",
        title="Write an event",
        description="A form that builds the file of an event in your browser, checks it against the record's schema, and opens it in GitHub's editor.",
        boost=0.7,
        view=_view,
    )


def _view(page: Writer) -> dict[str, Any]:
    dataset, site = page.context.dataset, page.context.site
    known = {
        "actors": [[actor.id, actor.name] for actor in dataset.actors.values()],
        "places": [[place.id, place.name] for place in dataset.places.values()],
        "topics": [[topic.id, topic.title] for topic in dataset.topics.values()],
        "publishers": [
            [publisher.id, publisher.name, " ".join(publisher.hosts)] for publisher in dataset.publishers.values()
        ],
        "events": list(dataset.events),
        "schema": page.to("data/schema/events.json"),
        "repository": site.repository,
        "branch": site.branch,
        "folder": site.data,
    }
    return {"known": Markup(chart.to_json(known)), "kinds": KINDS, "repository": site.repository}
