"""Numbers: every figure of the record with who gave it and when, searchable by what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import words
from .context import Context, Page, Writer


def pages(context: Context) -> Iterator[Page]:
    count = sum(len(event.figures) for event in context.dataset.events.values())
    yield context.page(
        "figures/",
        "figures.html.jinja",
        title="Numbers, and who gave them",
        description=f"{count} numbers of the record, each with who gave it and for which day: evacuated, exchanged, killed, exported, proposed.",
        boost=0.7,
        view=_view,
    )


def _view(page: Writer) -> dict[str, Any]:
    dataset = page.context.dataset
    groups: list[dict[str, Any]] = []
    for phase in dataset.phases.values():
        rows = [
            {
                "date": words.short_date_words(figure.as_of or event.date, year=True),
                "what": figure.what,
                "amount": words.amount(figure.value),
                "unit": figure.unit,
                "by": page.giver(figure.by),
                "cites": page.notes_for(figure.cite, dataset.cited(event.sources)),
                "event": {"name": event.label or event.title, "href": page.link("events", event.id) + "#figures"},
            }
            for event in dataset.by_phase[phase.id]
            if event.phase == phase.id
            for figure in event.figures
        ]
        if rows:
            groups.append({"id": phase.id, "name": phase.short, "number": phase.order, "rows": rows})
    total = sum(len(group["rows"]) for group in groups)
    return {
        "lead": f"{words.count(total, 'number')}, each with who gave it. Where two sides count differently, both stand; nothing is averaged.",
        "groups": groups,
    }
