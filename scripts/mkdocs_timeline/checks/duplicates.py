"""The same event is told once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from math import ceil
from typing import Final

from ..finding import Finding
from ..load import Entry, Records
from ..models import Event
from . import rule

LIKENESS: Final = 0.6
"""Share of words that two titles have in common (Jaccard index) from which they are taken for one event."""

_STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "its",
        "of",
        "on",
        "over",
        "s",
        "that",
        "the",
        "to",
        "with",
    ]
)


@rule(
    "E801",
    "near-equal-event",
    severity="warning",
    wants="One event has one record: two of about the same day with near-equal titles are one.",
    bad="2022-03-29-istanbul-talks and 2022-03-29-istanbul-round, both titled “Delegations meet in Istanbul”",
    good="one record, with the sources of both",
)
def near_equal_event(records: Records) -> Iterator[Finding]:
    entries = list(records.of("events").values())
    words = [frozenset(re.findall(r"\w+", entry.record.title.casefold())) - _STOP_WORDS for entry in entries]
    rarity = Counter(word for title in words for word in title)
    # Titles that share LIKENESS of their words share one of their rarest: only those are compared
    # (prefix filtering: Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins", ICDE 2006).
    seen: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        title = sorted(words[index], key=lambda word: (rarity[word], word))
        prefix = title[: len(title) - ceil(LIKENESS * len(title)) + 1]
        day = entry.record.date.start.toordinal()
        others = {other for word in prefix for near in (day - 1, day, day + 1) for other in seen[near, word]}
        for other in sorted(others):
            earlier = entries[other]
            shared = len(words[index] & words[other])
            is_alike = shared >= LIKENESS * (len(words[index]) + len(words[other]) - shared)
            if is_alike and set(entry.record.actors) & set(earlier.record.actors) and _near(entry, earlier):
                yield entry.warning(
                    "E801",
                    f"much like {earlier.id} (“{earlier.record.title}”): if it is the same event, make them one",
                    "title",
                )
        for word in prefix:
            seen[day, word].append(index)


def _near(entry: Entry[Event], other: Entry[Event]) -> bool:
    return abs(entry.record.date.start - other.record.date.start) <= timedelta(days=1)
