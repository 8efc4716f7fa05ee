"""How much sources carry: the rules of standing, independence and confidence, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import pytest

from mkdocs_timeline import weigh
from mkdocs_timeline.dataset import Dataset


@dataclass(frozen=True)
class Publisher:
    reliability: str


@dataclass(frozen=True)
class Source:
    publisher: str
    via: str | None = None


PUBLISHERS = cast(Any, {f"{name}-{number}": Publisher(name) for name in ("high", "medium", "low") for number in (1, 2)})


def sources(written: str) -> Any:
    """ "high-1, low-1<high-2": a source of high-1, and one of high-2 that low-1 carries."""
    found = []
    for part in written.split(", ") if written else []:
        carrier, carried, publisher = part.rpartition("<")
        found.append(Source(publisher, carrier if carried else None))
    return found


@pytest.mark.parametrize(
    ("source", "standing"),
    [
        ("high-1", "high"),
        ("medium-1", "medium"),
        ("low-1", "low"),
        ("high-1<low-1", "low"),
        ("low-1<high-1", "low"),
        ("medium-1<high-1", "medium"),
        ("high-1<high-2", "high"),
        ("unknown", None),
        ("unknown<high-1", None),
    ],
)
def test_standing_is_the_lower_of_publisher_and_carrier(source: str, standing: str | None) -> None:
    assert weigh.standing(sources(source)[0], PUBLISHERS) == standing


@pytest.mark.parametrize(
    ("written", "independent", "confidence"),
    [
        ("", [], "low"),
        ("low-1", [], "low"),
        ("low-1, low-2", [], "low"),
        ("medium-1", ["medium-1"], "medium"),
        ("high-1", ["high-1"], "medium"),
        ("high-1, low-1", ["high-1"], "medium"),
        ("high-1, high-1", ["high-1"], "medium"),
        ("high-2<high-1, medium-1<high-1", ["high-1"], "medium"),
        ("high-1, low-1<high-2", ["high-1"], "medium"),
        ("high-1, medium-1", ["high-1", "medium-1"], "high"),
        ("medium-1, medium-2", ["medium-1", "medium-2"], "high"),
        ("high-1, unknown", ["high-1"], "medium"),
    ],
    ids=[
        "no source", "a low one", "low ones add up to nothing", "a medium one", "a high one", "a low one adds nothing",
        "one publisher twice", "one publisher carried by two", "a carrier of low standing", "two publishers", "two medium ones",
        "an unknown one adds nothing",
    ],
)  # fmt: skip
def test_two_publishers_that_are_not_low_make_high(written: str, independent: list[str], confidence: str) -> None:
    assert sorted(weigh.independent(sources(written), PUBLISHERS)) == independent
    assert weigh.best_confidence(sources(written), PUBLISHERS) == confidence


def test_a_shared_source_is_weighed_as_the_page_it_stands_for(dataset: Dataset) -> None:
    use = dataset.events["2022-04-drafts-pass-between-delegations"].sources[0]
    assert weigh.resolve(use, cast(Any, dataset.shared)) is dataset.shared["charap-radchenko-2024"]
    assert weigh.resolve(use, {}) is None


def test_the_dataset_counts_independent_sources(dataset: Dataset) -> None:
    assert list(dataset.independent.values()) == [3, 1, 2, 3]
