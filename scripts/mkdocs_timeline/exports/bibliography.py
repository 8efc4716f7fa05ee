"""Every page and paper that the record cites, once each, with a key of its own."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ..dataset import Cited, Dataset


class Entry(NamedTuple):
    """A source under its key in the bibliography."""

    key: str
    cited: Cited


def entries(dataset: Dataset) -> list[Entry]:
    """All sources in order of publisher, date and address; the key is the publisher's id, the year and a letter where needed."""
    found: dict[str, Cited] = {}
    for kind in ("events", "documents", "phases", "questions", "battlefield"):
        for record in getattr(dataset, kind).values():
            for cited in dataset.cited(record.sources):
                found.setdefault(cited.source.address, cited)

    def order(cited: Cited) -> tuple[str, str, str]:
        return cited.publisher.id, cited.source.published.text if cited.source.published else "", cited.source.address

    taken: Counter[str] = Counter()
    rows = []
    for cited in sorted(found.values(), key=order):
        base = (
            f"{cited.publisher.id}-{cited.source.published.start.year}"
            if cited.source.published
            else f"{cited.publisher.id}-nd"
        )
        taken[base] += 1
        rows.append(Entry(base if taken[base] == 1 else f"{base}-{taken[base]}", cited))
    return rows
