"""People, states and organisations: a page each, and an index."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from .. import words
from ..models import Actor
from .context import Context, Page, Writer, prominence
from .events import record_actions
from .positions_of import course
from .timeline import small

_GROUPS = (
    ("person", "People"),
    ("state", "States"),
    ("organisation", "Organisations"),
    ("body", "Organs of states and organisations"),
)
_KIND = {"person": "Person", "state": "State", "organisation": "Organisation", "body": "Organ"}


def pages(context: Context) -> Iterator[Page]:
    dataset = context.dataset
    yield context.page(
        "actors/",
        "index.html.jinja",
        title="People, states and organisations",
        description=f"Who negotiated, hosted, mediated and decided: {len(dataset.actors)} people, states and organisations with every event that names them.",
        boost=None,
        view=_index,
    )
    for actor in dataset.actors.values():
        yield context.page(
            f"actors/{actor.id}/",
            "subject.html.jinja",
            title=actor.name,
            description=_description(context, actor),
            names=(*actor.names.values(), *actor.aliases),
            boost=prominence(dataset.by_actor[actor.id]),
            view=partial(_view, actor=actor),
        )


def _description(context: Context, actor: Actor) -> str:
    role = f", {actor.roles[0].role}" if actor.roles else ""
    return f"{actor.name}{role}: {words.count(len(context.dataset.by_actor[actor.id]), 'event')} of the record, each with its sources."


def _index(page: Writer) -> dict[str, Any]:
    dataset = page.context.dataset
    groups = []
    for kind, name in _GROUPS:
        rows = [
            {
                **page.actor(actor.id),
                "text": actor.roles[0].role if actor.roles else "",
                "count": words.count(len(dataset.by_actor[actor.id]), "event"),
            }
            for actor in sorted(
                dataset.actors.values(), key=lambda actor: (-len(dataset.by_actor[actor.id]), actor.name)
            )
            if actor.kind == kind
        ]
        if rows:
            groups.append({"id": kind, "name": name, "rows": rows})
    return {"lead": "Everybody the record names, those of most events first.", "groups": groups}


def _view(page: Writer, actor: Actor) -> dict[str, Any]:
    dataset = page.context.dataset
    events = dataset.by_actor[actor.id]
    mediated = dataset.by_mediator[actor.id]
    spoken = dataset.positions_by[actor.id]
    topics = list(dict.fromkeys(row.position.topic for row in spoken))
    facts: list[dict[str, Any]] = []
    if actor.party:
        facts.append({"name": "Part of" if actor.kind == "body" else "Spoke for", "links": [page.actor(actor.party)]})
    if actor.aliases:
        facts.append({"name": "Also written", "value": ", ".join(actor.aliases)})
    if events:
        facts.append(
            {
                "name": "First and last event",
                "value": f"{words.short_date_words(events[0].date, year=True)} – {words.short_date_words(events[-1].date, year=True)}",
            }
        )
    if mediated:
        facts.append({"name": "Mediated", "value": words.count(len(mediated), "event")})
    if actor.wikidata:
        facts.append(
            {
                "name": "Wikidata",
                "links": [{"name": actor.wikidata, "href": f"https://www.wikidata.org/wiki/{actor.wikidata}"}],
            }
        )
    lists = []
    if actor.roles:
        rows = [
            {"name": role.role, "href": "", "text": words.date_words(role.period) if role.period else ""}
            for role in actor.roles
        ]
        lists.append({"id": "roles", "title": "Offices" if actor.kind == "person" else "Functions", "rows": rows})
    if dataset.members[actor.id]:
        members = sorted(dataset.members[actor.id], key=lambda member: (-len(dataset.by_actor[member.id]), member.name))
        rows = [{**page.actor(member.id), "text": member.roles[0].role if member.roles else ""} for member in members]
        lists.append({"id": "members", "title": "Who spoke for it", "rows": rows})
    return {
        "trail": [{"name": "People, states and organisations", "href": page.to("actors/")}],
        "over": _KIND[actor.kind],
        "names": [{"lang": lang, "text": name} for lang, name in actor.names.items()],
        "text": page.prose(actor.note) if actor.note else "",
        "lists": lists,
        "course_title": "What it held" if actor.kind != "person" else "Positions stated",
        "courses": [
            {
                **page.topic(topic),
                "rows": course(
                    page, [row for row in spoken if row.position.topic == topic], with_party=False, on_page_of=actor.id
                ),
            }
            for topic in topics
        ],
        "small": small(page, events, page.timeline(actor=actor.id)),
        "rows": [page.row(event) for event in events],
        "facts": facts,
        "actions": record_actions(page, "actors", actor.id, actor.name),
    }
