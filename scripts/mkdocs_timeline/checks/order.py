"""What is told in order is in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ..finding import Finding
from ..load import Records
from . import rule


@rule(
    "D404",
    "steps-out-of-order",
    severity="warning",
    wants="A story's steps and a phase's status lines go forward in time.",
    bad="steps:\n  - {event: 2022-03-29-istanbul-talks, …}\n  - {event: 2022-03-10-antalya, …}",
    good="steps:\n  - {event: 2022-03-10-antalya, …}\n  - {event: 2022-03-29-istanbul-talks, …}",
)
def steps_out_of_order(records: Records) -> Iterator[Finding]:
    events = records.of("events")
    for entry in records.of("stories").values():
        dated = [
            (index, events[step.event].record.date)
            for index, step in enumerate(entry.record.steps)
            if step.event in events
        ]
        for (_, earlier), (index, later) in pairwise(dated):
            if later.start < earlier.start:
                yield entry.warning(
                    "D404", f"this step ({later}) comes after one of {earlier}: put them in order", "steps", index
                )
    for entry in records.of("phases").values():
        by_theme: dict[str, tuple[date, str]] = {}
        for index, status in enumerate(entry.record.status):
            before = by_theme.get(status.theme)
            if before and status.date.start < before[0]:
                yield entry.warning(
                    "D404",
                    f"this line ({status.date}) comes after one of {before[1]}: put them in order",
                    "status",
                    index,
                )
            by_theme[status.theme] = status.date.start, str(status.date)


@rule(
    "D405",
    "date-of-id",
    severity="warning",
    wants="An event's id starts with its date, as it was first known.",
    bad="events/2022/2022-03-29-istanbul-talks.yml with date: 2021-03-29",
    good="events/2022/2022-03-29-istanbul-talks.yml with date: 2022-03-29",
)
def date_of_id(records: Records) -> Iterator[Finding]:
    for entry in records.of("events").values():
        year = int(entry.id[:4])
        if not entry.record.date.start.year <= year <= entry.record.date.stop.year:
            yield entry.warning(
                "D405", f"the id says {year}, the date {entry.record.date}: is one of them mistyped?", "date"
            )


@rule(
    "D406",
    "news-before-event",
    severity="warning",
    wants="A news report is not older than what it reports.",
    bad="date: 2022-03-29  # and the only report is of 2022-03-20",
    good="date: 2022-03-29  # and a report of 2022-03-29",
)
def news_before_event(records: Records) -> Iterator[Finding]:
    for entry in records.of("events").values():
        published = [source.published for source in entry.record.sources if getattr(source, "published", None)]
        if (
            published
            and len(published) == len(entry.record.sources)
            and all(date.stop < entry.record.date.start for date in published)
        ):
            yield entry.warning(
                "D406", f"all its sources are older than {entry.record.date}: is the date right?", "date"
            )
