"""A page an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from .. import prose, words
from ..dataset import people_of
from ..models import Event
from .context import Context, Page, Writer, by_month, name_of, role_at
from .names import numbers_of_date

_BOOST = {"landmark": 2, "major": 1.5, "minor": 1}

_RELATION = {
    "continues": ("Continues", "Continued by"),
    "answers": ("Answers", "Answered by"),
    "carries-out": ("Carries out", "Carried out by"),
    "breaks": ("Breaks", "Broken by"),
    "revises": ("Revises", "Revised by"),
    "reports": ("Reports", "Reported by"),
}


def pages(context: Context) -> Iterator[Page]:
    order = list(context.dataset.events.values())
    yield context.page(
        "events/",
        "index.html.jinja",
        title="Events",
        description=f"All {len(order)} events of the record by month, each with its page.",
        boost=None,
        view=lambda page: {
            "lead": f"All {len(order)} events by month. The timeline shows the same in time.",
            "groups": _by_month(page, order),
        },
    )
    for index, event in enumerate(order):
        around = (order[index - 1] if index else None, order[index + 1] if index + 1 < len(order) else None)
        yield context.page(
            f"events/{event.id}/",
            "event.html.jinja",
            title=event.title,
            description=f"{words.date_words(event.date)}. {prose.without_marks(event.outcome or event.summary)}",
            names=(words.date_words(event.date), event.label, numbers_of_date(event.date)),
            boost=_BOOST[event.importance],
            view=partial(_view, event=event, around=around),
        )


def _by_month(page: Writer, events: list[Event]) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{year}-{month:02}",
            "name": f"{words.MONTHS[month - 1]} {year}",
            "rows": [
                {
                    "name": event.title,
                    "href": page.link("events", event.id),
                    "text": words.date_words(event.date),
                    "count": "",
                }
                for event in group
            ],
        }
        for year, month, group in by_month(events)
    ]


def _view(page: Writer, event: Event, around: tuple[Event | None, Event | None]) -> dict[str, Any]:
    dataset, site = page.context.dataset, page.context.site
    cited = dataset.cited(event.sources)
    parties = [page.actor(id) for id in event.actors if dataset.actors[id].kind in ("state", "organisation")]
    view = {
        "event": event,
        "home": page.phase(event.phase),
        "also": [page.phase(id) for id in event.also],
        "trail": [
            {"name": "Timeline", "href": page.to("timeline/")},
            {"name": dataset.phases[event.phase].short, "href": page.link("phases", event.phase)},
            {
                "name": f"{words.MONTHS[event.date.start.month - 1]} {event.date.start.year}",
                "href": page.to("timeline/") + f"#{event.date.start:%Y-%m}",
            },
        ],
        "when": words.full_date_words(event.date),
        "when_long": _markup_time(event),
        "nth_day": site.nth_day(event.date),
        "uncertainty": words.uncertainty(event.date),
        "place": page.place(event.place),
        "outcome": page.line(event.outcome, cited) if event.outcome else "",
        "summary": page.prose(event.summary, cited),
        "boxes": _boxes(page, event),
        "people": _people(page, event, cited),
        "parties": parties,
        "mediators": [page.actor(id) for id in event.mediators],
        "topics": [page.topic(id) for id in event.topics],
        "documents": [
            {"name": name_of(document), "href": page.link("documents", document.id)}
            for document in dataset.documents_of[event.id]
        ],
        "independent": dataset.independent[event.id],
        "figures": _figures(page, event, cited),
        "disputed": [dispute_view(page, event, index, cited) for index in range(len(event.disputes))],
        "related": _related(page, event),
        "source_rows": [page.source(source) for source in cited],
        "turns": _turns(page, event, around),
        "neighbours": _neighbours(page, event),
        "in_phase": len(dataset.by_phase[event.phase]),
        **_positions(page, event, cited),
    }
    view["contents"] = [{"id": id, "name": name} for id, name, shown in _contents(view) if shown]
    view["actions"] = [
        *record_actions(page, "events", event.id, event.title),
        {"name": "This record as JSON", "href": page.to(f"data/events/{event.id}.json"), "outside": False},
    ]
    return view


def _markup_time(event: Event) -> Any:
    from markupsafe import Markup

    return Markup(words.time_html(event.date))


def _contents(view: dict[str, Any]) -> list[tuple[str, str, Any]]:
    return [
        ("summary", "What happened", True),
        ("people", "Who took part", view["people"]),
        ("positions", "What each side said", view["positions"]),
        ("figures", "Numbers", view["figures"]),
        ("disputes", "Where accounts differ", view["disputed"]),
        ("related", "Before and after", view["related"]),
        ("sources", "Sources", True),
    ]


def _boxes(page: Writer, event: Event) -> list[dict[str, str]]:
    """What a reader has to know before relying on the record."""
    boxes = []
    independent = page.context.dataset.independent[event.id]
    cited = page.context.dataset.cited(event.sources)
    if independent == 0:
        who = words.listed(sorted({source.publisher.name for source in cited}))
        boxes.append(
            {
                "title": "No independent source.",
                "text": f"This rests on {who} alone. It shows what was claimed, not what happened.",
            }
        )
    elif independent == 1:
        name = next(source.publisher for source in cited if source.standing != "low")
        says = (
            " It shows what a side said, not what happened."
            if name.is_state_controlled or name.kind == "government"
            else ""
        )
        boxes.append(
            {
                "title": "One independent source.",
                "text": f"Besides {name.name} no independent source of this was found.{says}",
            }
        )
    if event.review == "imported":
        boxes.append(
            {
                "title": "Not yet re-read.",
                "text": "This record was imported and has not been read against its sources since.",
            }
        )
    return boxes


def _people(page: Writer, event: Event, cited: Any) -> list[dict[str, Any]]:
    """Who took part, by party: the delegations, then everybody else the record names."""
    dataset = page.context.dataset
    groups: dict[str, dict[str, Any]] = {}

    def group(party: str | None) -> dict[str, Any]:
        name = dataset.actors[party].name if party else "Others"
        return groups.setdefault(party or "", {"name": name, "members": [], "cites": "", "note": ""})

    seen = set()
    for delegation in event.delegations:
        side = group(delegation.party)
        side["cites"] = page.cites(delegation.cite, cited)
        side["note"] = page.line(delegation.note, cited) if delegation.note else ""
        for member in delegation.members:
            actor = dataset.actors[member.actor]
            seen.add(actor.id)
            side["members"].append({**page.actor(actor.id), "role": member.role or role_at(actor, event)})
    for id in people_of(event):
        actor = dataset.actors[id]
        if id not in seen and actor.kind in ("person", "body"):
            group(actor.party)["members"].append({**page.actor(id), "role": role_at(actor, event)})
    return [side for _, side in sorted(groups.items(), key=lambda item: item[0] == "") if side["members"]]


def _positions(page: Writer, event: Event, cited: Any) -> dict[str, Any]:
    parties = list(dict.fromkeys(position.party for position in event.positions))
    topics = list(dict.fromkeys(position.topic for position in event.positions))

    def cell(topic: str, party: str) -> dict[str, Any]:
        items = [
            {
                "text": page.line(position.position, cited),
                "cites": page.cites(position.cite, cited),
                "said_by": page.actor(position.said_by) if position.said_by else None,
            }
            for position in event.positions
            if (position.topic, position.party) == (topic, party)
        ]
        return {"party": page.context.dataset.actors[party].name, "held": items}

    return {
        "position_parties": [page.actor(party) for party in parties],
        "positions": [
            {"topic": page.topic(topic), "cells": [cell(topic, party) for party in parties]} for topic in topics
        ],
    }


def _figures(page: Writer, event: Event, cited: Any) -> list[dict[str, Any]]:
    return [
        {
            "what": figure.what,
            "amount": words.amount(figure.value),
            "unit": figure.unit,
            "by": page.giver(figure.by),
            "as_of": words.short_date_words(figure.as_of, year=True) if figure.as_of else "–",
            "cites": page.cites(figure.cite, cited),
        }
        for figure in event.figures
    ]


def dispute_view(page: Writer, event: Event, index: int, cited: Any, *, noted: bool = False) -> dict[str, Any]:
    """A dispute as pages show it; ``noted`` where its citations become notes of the page."""
    dispute = event.disputes[index]
    line = page.noted_line if noted else page.line
    return {
        "id": f"dispute-{index + 1}",
        "level": "h3",
        "claim": line(words.capital(dispute.claim), cited),
        "by": line(dispute.by, cited),
        "against": line(dispute.against, cited),
        "note": line(dispute.note, cited) if dispute.note else "",
        "is_open": dispute.is_open,
        "settled": line(dispute.settled, cited) if not dispute.is_open else "",
        "event": None,
    }


def _related(page: Writer, event: Event) -> list[dict[str, Any]]:
    dataset = page.context.dataset
    rows = [(dataset.events[related.event], _RELATION[related.kind][0]) for related in event.related]
    rows += [(other, _RELATION[related.kind][1]) for other, related in dataset.referred.get(event.id, ())]
    seen: set[str] = set()
    return [
        {"how": how, "name": other.title, "href": page.link("events", other.id), "date": words.date_words(other.date)}
        for other, how in sorted(rows, key=lambda row: row[0].date.order)
        if not (other.id in seen or seen.add(other.id))  # type: ignore[func-returns-value]
    ]


def _turns(page: Writer, event: Event, around: tuple[Event | None, Event | None]) -> list[dict[str, str]]:
    """The events before and after: in the phase, then in time where that is another one."""
    in_phase = page.context.dataset.by_phase[event.phase]
    index = _place(event, in_phase)
    before = in_phase[index - 1] if index else None
    after = in_phase[index + 1] if index + 1 < len(in_phase) else None
    rows = [("prev", "Earlier in this phase", before), ("next", "Later in this phase", after)]
    rows += [
        (side, where, other)
        for side, where, other, same in (
            ("prev", "Before this", around[0], before),
            ("next", "After this", around[1], after),
        )
        if other is not same
    ]
    return [
        {
            "side": side,
            "where": where,
            "name": other.title,
            "href": page.link("events", other.id),
            "date": words.date_words(other.date),
        }
        for side, where, other in rows
        if other is not None
    ]


def _neighbours(page: Writer, event: Event) -> list[dict[str, Any]]:
    """The labelled events of the phase that stand closest, this one among them."""
    marked = [other for other in page.context.dataset.by_phase[event.phase] if other.label or other is event]
    here = _place(event, marked)
    first = max(0, min(here - 7, len(marked) - 14))
    return [
        {
            "name": other.label or "this event",
            "date": words.short_date_words(other.date, year=other.date.start.year != event.date.start.year),
            "href": page.link("events", other.id),
            "here": other is event,
        }
        for other in marked[first : first + 14]
    ]


def _place(event: Event, events: Sequence[Event]) -> int:
    """Where an event stands. It is looked for by identity: ``index`` would compare records field by field."""
    return next(place for place, other in enumerate(events) if other is event)


def record_actions(page: Writer, kind: str, id: str, title: str) -> list[dict[str, Any]]:
    """Edit this record, report an error, its history; without a repository, where to read what to do."""
    dataset, site = page.context.dataset, page.context.site
    file = dataset.files[kind, id]
    edit, report, history = site.edit(file), site.report(f"{kind}/{id}", title, page.url), site.history(file)
    how = page.to("contributing/") + "#without-a-repository"
    actions = [
        {"name": "Edit this record", "href": edit or how, "outside": bool(edit)},
        {"name": "Report an error", "href": report or how, "outside": bool(report)},
    ]
    return actions + ([{"name": "History of this record", "href": history, "outside": True}] if history else [])
