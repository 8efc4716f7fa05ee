"""A record of any size, the same every time: invented, neutral, shaped like the real one, and without errors under the checks.

All events lie in 2022, the time that the site opens on, so that a chart of the whole record has every one of them in view.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from mkdocs_timeline.models.event import KINDS, MAX_LABEL

FIRST: Final = date(2022, 1, 1)
DAYS: Final = 355
PHASES: Final = ("soundings", "rounds", "arrangements", "envoys", "hindrances", "outlook")
TOPICS: Final = (
    "access",
    "crossings",
    "exchange",
    "guarantees",
    "harbours",
    "language",
    "schedule",
    "transit",
    "water",
)
ADJECTIVES: Final = ("joint", "northern", "coastal", "second", "provisional", "written", "technical", "early", "closed")
COUNTRIES: Final = ("AT", "CH", "EE", "FI", "IE", "IS", "LU", "MT", "NO", "PT")
LANGUAGES: Final = ("en", "de", "fr", "pt", "uk")
_SYLLABLES: Final = ("Bal Cor Del Fen Gal Hel Jor Lum Mar Nev Orl Pel Quv Ros Sel Tam Ulm Var Wen Zel", "a e i o u", "bar dan kor len mir nor ra sk tan vo")  # fmt: skip
_NAMES: Final = tuple("".join(parts) for parts in product(*(part.split() for part in _SYLLABLES)))

Fields = dict[str, Any]


def write(folder: Path, size: int) -> None:
    """Write a data folder of ``size`` events, six or more. Actors, places and publishers grow with it; topics and phases stay."""
    actors = {f"actor-{number}": _actor(number) for number in range(4 + size // 5)}
    places = {f"place-{number}": _place(number) for number in range(2 + size // 20)}
    publishers = {f"publisher-{number}": _publisher(number) for number in range(2 + size // 5)}
    topics = {id: {"title": id.capitalize(), "summary": f"What to do about {id}."} for id in TOPICS}
    starts = [FIRST + timedelta(days=number * DAYS // size) for number in range(size)]
    ids = [f"{start}-event-{number}" for number, start in enumerate(starts)]
    files = {"publishers": publishers, "places": places, "topics": topics}
    files |= {f"actors/{id}": actor for id, actor in actors.items()}
    files |= {f"phases/{id}": _phase(id, number, ids[number]) for number, id in enumerate(PHASES)}
    random = Random(size)
    for number, (id, start) in enumerate(zip(ids, starts, strict=True)):
        event = _event(number, start, random, list(actors), list(places), list(publishers))
        if number % 2:
            event["related"] = [{"event": ids[number - 1], "as": "continues"}]
        files[f"events/{start.year}/{id}"] = event
    for path, fields in files.items():
        target = folder / f"{path}.yml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.dump(fields, Dumper=yaml.CSafeDumper, sort_keys=False, width=110), "utf-8")


def _event(
    number: int, start: date, random: Random, actors: list[str], places: list[str], publishers: list[str]
) -> Fields:
    kind, topic, name = random.choice(KINDS), random.choice(TOPICS), random.choice(_NAMES)
    adjective, other = random.sample(ADJECTIVES, 2)
    importance = random.choices(("landmark", "major", "minor"), (1, 5, 14))[0]
    party, *others = dict.fromkeys(_often(random, actors) for _ in range(4))
    first, second = random.sample(publishers, 2)
    event: Fields = {
        "title": f"{adjective.capitalize()} {kind} on {topic} in {name}, number {number}",
        "date": f"{start}/{start + timedelta(days=random.randint(1, 9))}" if number % 3 == 0 else str(start),
        "phase": PHASES[number % len(PHASES)],
        "kind": kind,
        "importance": importance,
        "place": _often(random, places),
        "actors": [party, *others],
        "topics": [topic],
        "summary": f"The delegations spoke about {topic} in {name} and heard a {adjective} report [@first]. The next item was put off to a "
        f"later day, as the host had asked, and both papers stayed on the table [@first; @second]. A {other} group was to "
        f"look at {random.choice(TOPICS)} until then [@second].",
        "outcome": f"What to do about {topic} was left to the next meeting [@second].",
        "sources": [_source("first", first, number, start, random), _source("second", second, number, start, random)],
        "confidence": "high",
        "review": "read",
    }
    if importance != "minor":
        event["label"] = f"{name} {kind}"[:MAX_LABEL]
    if number % 4 == 0:
        event["mediators"] = [_often(random, actors)]
    if number % 5 == 0:
        event["figures"] = [{"what": "papers handed over", "value": str(number % 90), "by": first, "cite": ["first"]}]
    if number % 6 == 0:
        event["positions"] = [
            {"party": party, "topic": topic, "position": f"The {adjective} paper first.", "cite": ["second"]}
        ]
    return event


def _often(random: Random, choices: list[str]) -> str:
    """One of ``choices``, the first ones far more often: some names stand in many records, most in few."""
    return choices[int(len(choices) * random.random() ** 3)]


def _source(key: str, publisher: str, number: int, published: date, random: Random) -> Fields:
    return {
        "key": key,
        "url": f"https://{publisher}.example.org/{published:%Y/%m}/{key}-report-{number}",
        "title": f"{key.capitalize()} report on item {number}",
        "publisher": publisher,
        "published": str(published),
        "lang": random.choice(LANGUAGES),
        "kind": "news",
        "says": "Where the delegations met and what was put off.",
    }


def _publisher(number: int) -> Fields:
    return {
        "name": f"{_name(number)} Courier",
        "kind": "newspaper",
        "country": COUNTRIES[number % len(COUNTRIES)],
        "state_controlled": "no",
        "reliability": ("high", "medium")[number % 2],
        "why": "Named editors and corrections.",
        "hosts": [f"publisher-{number}.example.org"],
    }


def _place(number: int) -> Fields:
    country = COUNTRIES[number % len(COUNTRIES)]
    return {"name": _name(number), "country": country, "lat": f"{40 + number % 20}.5", "lon": f"{number % 40}.25"}


def _actor(number: int) -> Fields:
    is_person = number >= 12
    return {
        "name": f"{_name(number)} {'Delegate' if is_person else 'Council'}",
        "kind": "person" if is_person else "organisation",
    }


def _phase(id: str, number: int, event: str) -> Fields:
    return {
        "title": f"The {id} of the year",
        "short": id.capitalize(),
        "order": str(number + 1),
        "period": "2022",
        "question": f"What came of the {id}.",
        "summary": f"It began with a first meeting [[{event}]].",
        "key_events": [event],
    }


def _name(number: int) -> str:
    """A name of its own for each number."""
    turn, at = divmod(number, len(_NAMES))
    return _NAMES[at] + (f" {turn + 1}" if turn else "")
