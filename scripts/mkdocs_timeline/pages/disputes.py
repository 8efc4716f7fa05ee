"""Where the sources disagree: every dispute of the record, by phase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import words
from .context import Context, Page, Writer
from .events import dispute_view


def pages(context: Context) -> Iterator[Page]:
    count = sum(len(event.disputes) for event in context.dataset.events.values())
    yield context.page(
        "disputes/",
        "disputes.html.jinja",
        title="Where accounts differ",
        description=f"{count} claims of the record on which the sources disagree: who says so, who says otherwise, and what else is known.",
        boost=0.7,
        view=_view,
    )


def _view(page: Writer) -> dict[str, Any]:
    dataset = page.context.dataset
    groups: list[dict[str, Any]] = []
    for phase in dataset.phases.values():
        rows = []
        for event in dataset.by_phase[phase.id]:
            if event.phase != phase.id or not event.disputes:
                continue
            cited = dataset.cited(event.sources)
            for index in range(len(event.disputes)):
                view = dispute_view(page, event, index, cited, noted=True)
                view |= {
                    "id": f"{event.id}-{index + 1}",
                    "event": {
                        "title": event.title,
                        "date": event.date,
                        "href": page.link("events", event.id) + f"#dispute-{index + 1}",
                    },
                }
                rows.append(view)
        if rows:
            groups.append({"id": phase.id, "name": phase.short, "number": phase.order, "rows": rows})
    total = sum(len(group["rows"]) for group in groups)
    still_open = sum(row["is_open"] for group in groups for row in group["rows"])
    return {
        "lead": f"{words.count(total, 'claim')} on which accounts differ, {still_open} of them open. The claim's author stands left by rule, not by merit.",
        "groups": groups,
    }
