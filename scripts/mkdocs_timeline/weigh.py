"""How much a record's sources carry: standing, independence, and the confidence they allow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .models import RELIABILITIES, Publisher, SharedSource, SourceFields, SourceUse


def resolve(use: SourceFields | SourceUse, shared: Mapping[str, SharedSource]) -> SourceFields | None:
    """The source itself, also where a record refers to a shared one; None where there is none of that key."""
    return shared.get(use.ref) if isinstance(use, SourceUse) else use


def standing(source: SourceFields, publishers: Mapping[str, Publisher]) -> str | None:
    """Reliability of a source: the lower of its publisher's and its carrier's; None where one is not known."""
    names = [source.publisher] + ([source.via] if source.via else [])
    if not all(name in publishers for name in names):
        return None
    return max((publishers[name].reliability for name in names), key=RELIABILITIES.index)


def independent(sources: Iterable[SourceFields], publishers: Mapping[str, Publisher]) -> frozenset[str]:
    """The publishers among ``sources`` that count as independent: each once, none of low standing."""
    return frozenset(source.publisher for source in sources if standing(source, publishers) in ("high", "medium"))


def best_confidence(sources: Iterable[SourceFields], publishers: Mapping[str, Publisher]) -> str:
    """The highest confidence that ``sources`` allow (design.md, "An event")."""
    count = len(independent(sources, publishers))
    return "high" if count > 1 else "medium" if count == 1 else "low"
