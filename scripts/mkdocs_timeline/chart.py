"""The chart's data: the events in compact rows, as assets/chart/record.js reads them. It holds no text that the page has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from . import cldr, prose
from .dataset import Dataset, people_of
from .edtf import Edtf, Point
from .models import Actor, Event
from .shapes import SHAPES
from .words import date_words

SOFT_START, SOFT_END, COARSE, ABOUT = 1, 2, 4, 8
"""Bits of a date's uncertainty: an end not known to the day; a month or year standing for a day; about."""

_ORDER: Final = {name: index for index, name in enumerate(("landmark", "major", "minor"))}
_LEVEL: Final = {name: index for index, name in enumerate(("high", "medium", "low"))}
_ACTOR_KIND: Final = {"person": 0, "state": 1, "organisation": 1, "body": 0}
"""Whether an actor can be a lane of its own."""

EPOCH: Final = date(1970, 1, 1).toordinal()


def day(when: date) -> int:
    """A day as the chart counts it: days since 1970-01-01."""
    return when.toordinal() - EPOCH


def softness(when: Edtf) -> int:
    """The bits of a date."""

    def unsure(point: Point) -> bool:
        return not point.exact

    if not when.is_interval:
        coarse = COARSE | SOFT_START | SOFT_END if when.begin.precision != "day" else 0
        return coarse | (ABOUT if when.begin.approximate else 0)
    return (SOFT_START if unsure(when.begin) else 0) | (SOFT_END if unsure(when.end) else 0)


class _Index:
    """Numbers ids in the order in which they are met."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, id: str) -> int:
        return self.numbers.setdefault(id, len(self.numbers))


def chart(
    dataset: Dataset,
    events: Iterable[Event],
    view: Edtf | None,
    day_one: date | None,
    *,
    whole: bool = False,
    titles: bool = False,
) -> dict[str, Any]:
    """The data of a chart of ``events``; ``view`` is the time it opens on.

    ``whole`` adds other phases' lanes and stories; ``titles`` is for a list that the page does not hold.
    """
    actors, places, topics, languages, countries = _Index(), _Index(), _Index(), _Index(), _Index()
    kinds = {kind: number for number, kind in enumerate(SHAPES)}
    phases = {id: number for number, id in enumerate(dataset.phases)}
    rows: list[list[Any]] = []
    numbers: dict[str, int] = {}
    unsure: dict[int, str] = {}
    for event in events:
        if softness(event.date):
            unsure[len(rows)] = date_words(event.date)
        numbers[event.id] = len(rows)
        sources = dataset.cited(event.sources)
        row: list[Any] = [
            event.id,
            day(event.date.start),
            day(event.date.stop),
            softness(event.date),
            kinds[event.kind],
            phases[event.phase],
            [phases[id] for id in event.also] if whole else [],
            _ORDER[event.importance],
            event.label,
            [actors(id) for id in people_of(event) if id not in event.mediators],
            [actors(id) for id in event.mediators],
            places(event.place) if event.place else -1,
            [topics(id) for id in event.topics],
            _LEVEL[event.confidence],
            [languages(code) for code in dict.fromkeys(cited.source.lang for cited in sources)],
        ]
        rows.append([*row, event.title] if titles else row)
    bands = [
        [
            band.title,
            band.short,
            day(band.period.start),
            day(band.period.stop),
            softness(band.period),
            band.id,
        ]
        for band in dataset.battlefield.values()
    ]
    return {
        "phases": [[phase.id, phase.short, phase.aside] for phase in dataset.phases.values()],
        "kinds": list(kinds),
        "actors": [[id, dataset.actors[id].name, _ACTOR_KIND[dataset.actors[id].kind]] for id in actors.numbers],
        "places": [[id, dataset.places[id].name, countries(dataset.places[id].country)] for id in places.numbers],
        "countries": [[code, cldr.country(code)] for code in countries.numbers],
        "topics": [[id, dataset.topics[id].title] for id in topics.numbers],
        "langs": [[code, cldr.language(code)] for code in languages.numbers],
        "bands": bands,
        "focus": [day(view.start), day(view.stop)] if view else None,
        "dayOne": day(day_one) if day_one else 0,
        "stories": _stories(dataset, numbers) if whole else [],
        "key": [number for id, number in numbers.items() if id in dataset.key_events],
        "dates": unsure,
        "rows": rows,
    }


def _stories(dataset: Dataset, numbers: dict[str, int]) -> list[Any]:
    return [
        [story.id, story.title, [[numbers[step.event], prose.without_marks(step.sentence)] for step in story.steps]]
        for story in dataset.stories.values()
    ]


def words(dataset: Dataset) -> bytes:
    """What the text filter searches beside titles and names, by event in date order: summaries, and every spelling of every name."""
    return to_json([_words(dataset, event) for event in dataset.events.values()]).encode()


def _words(dataset: Dataset, event: Event) -> str:
    place = dataset.places[event.place] if event.place else None
    parts = [prose.without_marks(event.summary), prose.without_marks(event.outcome), event.date.text]
    for id in dict.fromkeys((*event.actors, *event.mediators)):
        parts += spellings(dataset.actors[id])
    if place:
        parts += [place.name, place.city, *place.names.values(), *place.aliases, cldr.country(place.country)]
    for id in event.topics:
        parts += [dataset.topics[id].title, *dataset.topics[id].aliases]
    return " ".join(part for part in parts if part)


def spellings(actor: Actor) -> list[str]:
    """Every way the record knows to write the actor's name."""
    return [actor.name, *actor.names.values(), *actor.aliases]


def to_json(value: Any) -> str:
    """Compact JSON that can stand inside a ``<script>`` of any page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _TEMPLATE_MARK.sub(r"\\u007b", text.translate(_INERT))


_TEMPLATE_MARK: Final = re.compile(r"\{(?=[{%#])")
"""What a later engine would take for its own template; outside of texts JSON has no such braces."""

_INERT: Final = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&"}
