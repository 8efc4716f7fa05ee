"""Who held what, and when: topic by party at a chosen date, and every change in one table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from .. import words
from ..dataset import Held
from .context import Context, Page, Writer

_OWN_COLUMNS: Final = 5
"""Parties with most positions get a column; the others share one."""


def pages(context: Context) -> Iterator[Page]:
    rows = context.dataset.positions
    yield context.page(
        "positions/",
        "positions.html.jinja",
        title="Who held what, and when",
        description=f"{words.count(len(rows), 'position')} of the parties on {words.count(len({row.position.topic for row in rows}), 'question')}, each dated and sourced: neutrality, guarantees, territory, ceasefire, sanctions.",
        boost=2,
        view=lambda page: _view(page, rows),
    )


def _view(page: Writer, rows: tuple[Held, ...]) -> dict[str, Any]:
    dataset, site = page.context.dataset, page.context.site
    count: dict[str, int] = {}
    for row in rows:
        count[row.position.party] = count.get(row.position.party, 0) + 1
    parties = sorted(count, key=lambda party: -count[party])[:_OWN_COLUMNS]
    topics = [topic for topic in dataset.topics if any(row.position.topic == topic for row in rows)]
    until = site.focus.stop if site.focus else max((row.event.date.stop for row in rows), default=None)
    changes = [_change(page, row, parties) for row in rows]
    latest: dict[tuple[str, str], dict[str, Any]] = {}
    for change in changes:
        if until is None or change["start"] <= until.isoformat():
            latest[change["topic"], change["party"]] = change
    matrix = [
        {
            **page.topic(topic),
            "id": topic,
            "changes": sum(row.position.topic == topic for row in rows),
            "cells": [[latest[topic, party]] if (topic, party) in latest else [] for party in parties]
            + [[change for (on, party), change in latest.items() if on == topic and party not in parties]],
        }
        for topic in topics
    ]
    return {
        "parties": [{**page.actor(party), "id": party} for party in parties],
        "matrix": matrix,
        "changes": changes,
        "until": until.isoformat() if until else "",
        "until_words": words.day(until) if until else "",
        "first": changes[0]["start"] if changes else "",
        "last": changes[-1]["start"] if changes else "",
    }


def _change(page: Writer, row: Held, parties: list[str]) -> dict[str, Any]:
    event, position = row
    return {
        "start": event.date.start.isoformat(),
        "date": event.date,
        "topic": position.topic,
        "topic_name": page.context.dataset.topics[position.topic].title,
        "party": position.party,
        "party_name": page.context.dataset.actors[position.party].name,
        "is_other": position.party not in parties,
        "text": page.line(position.position),
        "said_by": page.actor(position.said_by) if position.said_by else None,
        "event": {"name": event.label or event.title, "href": page.link("events", event.id) + "#positions"},
    }
