"""How far the record has come, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from . import cldr
from .dataset import Cited, Dataset
from .finding import Finding
from .models import Event


def text(dataset: Dataset, findings: list[Finding]) -> str:
    """The numbers as lines of text."""
    events = list(dataset.events.values())
    cited = [source for event in events for source in dataset.cited(event.sources)]
    lines = ["Records"]
    kinds = ("events", "actors", "places", "topics", "documents", "publishers", "stories", "questions", "wanted")
    lines += [f"  {kind:<14}{len(getattr(dataset, kind)):>7,}" for kind in kinds]
    lines += ["", "Events" + f"{'all':>22}{'landmark':>10}{'major':>8}{'minor':>8}"]
    for name, holds in _MEASURES.items():
        lines.append(
            f"  {name:<26}" + "".join(_share(dataset, holds, group, width) for group, width in _groups(events))
        )
    lines += ["", f"Sources: {len(cited):,} uses of {len({source.source.address for source in cited}):,} pages"]
    lines += _count("by kind", (source.source.kind for source in cited))
    lines += _count("by reliability", (source.standing for source in cited))
    lines += _count("by language", (cldr.language(source.source.lang) for source in cited))
    codes = Counter(finding.code for finding in findings)
    lines += ["", "Warnings: " + (", ".join(f"{code} {count}" for code, count in codes.most_common()) or "none")]
    return "\n".join(lines) + "\n"


def _groups(events: list[Event]) -> list[tuple[list[Event], int]]:
    by = [
        [event for event in events if event.importance == importance] for importance in ("landmark", "major", "minor")
    ]
    return list(zip([events, *by], (0, 10, 8, 8), strict=True))


def _has_primary(dataset: Dataset, event: Event) -> bool:
    return any(source.source.kind == "primary" for source in _cited(dataset, event))


def _cited(dataset: Dataset, event: Event) -> tuple[Cited, ...]:
    return dataset.cited(event.sources)


_MEASURES = {
    "number": lambda dataset, event: True,
    "read against sources": lambda dataset, event: event.review == "read",
    "two independent sources": lambda dataset, event: dataset.independent[event.id] > 1,
    "a primary source": _has_primary,
    "accounts differ": lambda dataset, event: bool(event.disputes),
    "place known": lambda dataset, event: event.place is not None,
}


def _share(dataset: Dataset, holds: object, group: list[Event], width: int) -> str:
    count = sum(bool(holds(dataset, event)) for event in group)  # type: ignore[operator]
    whole = f"{count:,}" if holds is _MEASURES["number"] or not group else f"{100 * count / len(group):.0f} %"
    return whole.rjust(width or 2)


def _count(name: str, values: Iterable[str]) -> list[str]:
    return [f"  {name}: " + ", ".join(f"{value} {count:,}" for value, count in Counter(values).most_common(12))]
