"""The course of positions: what a party held on a topic, in order of time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .. import words
from ..dataset import Held
from .context import Writer


def course(page: Writer, rows: Iterable[Held], *, with_party: bool, on_page_of: str = "") -> list[dict[str, Any]]:
    """Positions as lines of a list, each with its date and where it comes from; whose page it is needs no naming."""
    dataset = page.context.dataset
    return [
        {
            "date": words.short_date_words(event.date, year=True),
            "party": dataset.actors[position.party].name if with_party else "",
            "text": page.line(position.position),
            "event": {"name": event.label or event.title, "href": page.link("events", event.id) + "#positions"},
            "said_by": page.actor(position.said_by) if position.said_by not in (None, "", on_page_of) else None,
        }
        for event, position in rows
    ]
