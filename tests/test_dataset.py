"""The dataset: everything in order, cross-referenced once, and closed to change."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from pydantic import ValidationError

from mkdocs_timeline import load
from mkdocs_timeline.dataset import Dataset, build, people_of

from .conftest import Edit

TALKS = "2022-03-29-istanbul-talks"
DRAFTS = "2022-04-drafts-pass-between-delegations"
SUSPENDED = "2022-05-17-talks-suspended"
GRAIN = "2022-07-22-black-sea-grain-initiative"


@pytest.mark.parametrize(
    ("kind", "order"),
    [
        ("events", [TALKS, DRAFTS, SUSPENDED, GRAIN]),
        ("phases", ["istanbul", "ceasefires"]),
        ("actors", ["david-arakhamia", "russia", "turkiye", "ukraine", "united-nations", "vladimir-medinsky"]),
        ("publishers", ["babel", "copyfarm", "hurriyet", "tass", "united-nations"]),
        ("documents", ["istanbul-communique", "draft-of-april-2022"]),
        ("topics", ["neutrality", "ceasefire"]),
    ],
    ids=["by date", "by number", "by name", "by name too", "by date too", "as written"],
)
def test_each_kind_has_its_order(dataset: Dataset, kind: str, order: list[str]) -> None:
    assert list(getattr(dataset, kind)) == order


@pytest.mark.parametrize(
    ("date", "place"),
    [("2022-03-29", 2), ("2022-03-28", 0), ("2022-03-29/2022-03-30", 2), ("2022-03", 0), ("2022", 0), ("2023", 3)],
)
def test_events_stand_by_start_then_end_then_id(data: Path, edit: Edit, date: str, place: int) -> None:
    """The event moved is ``2022-05-17-…``, among others of 2022-03-29 (twice), 2022-07-22."""
    edit("events/2022/2022-04-drafts-pass-between-delegations.yml", "date: 2022-04", "date: 2022-03-29")
    edit("events/2022/2022-05-17-talks-suspended.yml", "date: 2022-05-17", f"date: {date}")
    assert list(build(load.load(data, "data")).events).index(SUSPENDED) == place


@pytest.mark.parametrize(
    ("index", "key", "events"),
    [
        ("by_phase", "istanbul", [TALKS, DRAFTS, SUSPENDED]),
        ("by_phase", "ceasefires", [TALKS, GRAIN]),
        ("by_actor", "ukraine", [TALKS, DRAFTS, SUSPENDED, GRAIN]),
        ("by_actor", "david-arakhamia", [TALKS]),
        ("by_actor", "turkiye", [TALKS, GRAIN]),
        ("by_mediator", "united-nations", [GRAIN]),
        ("by_mediator", "ukraine", []),
        ("by_place", "dolmabahce-palace", [TALKS, GRAIN]),
        ("by_topic", "neutrality", [TALKS, DRAFTS, SUSPENDED]),
        ("by_topic", "ceasefire", [TALKS]),
    ],
)
def test_an_index_has_the_events_in_date_order(dataset: Dataset, index: str, key: str, events: list[str]) -> None:
    assert [event.id for event in getattr(dataset, index)[key]] == events


def test_every_index_knows_every_record(dataset: Dataset) -> None:
    assert list(dataset.by_phase) == list(dataset.phases)
    assert list(dataset.by_actor) == list(dataset.by_mediator) == list(dataset.members) == list(dataset.actors)
    assert list(dataset.by_place) == list(dataset.places)
    assert list(dataset.by_topic) == list(dataset.topics)
    assert list(dataset.uses) == list(dataset.publishers)


def test_everybody_whom_an_event_names_is_counted_once(dataset: Dataset) -> None:
    named = people_of(dataset.events[TALKS])
    assert named == ("ukraine", "russia", "david-arakhamia", "vladimir-medinsky", "turkiye")


def test_who_is_named_among_a_delegation_alone_is_named_too(data: Path, edit: Edit) -> None:
    edit(f"events/2022/{TALKS}.yml", "russia, david-arakhamia, vladimir", "russia, vladimir")
    assert [event.id for event in build(load.load(data, "data")).by_actor["david-arakhamia"]] == [TALKS]


def test_who_speaks_for_a_party_is_among_its_members(dataset: Dataset) -> None:
    assert [actor.id for actor in dataset.members["ukraine"]] == ["david-arakhamia"]


def test_relations_are_known_at_their_other_end(dataset: Dataset) -> None:
    assert [(event.id, related.kind) for event, related in dataset.referred[TALKS]] == [
        (DRAFTS, "continues"),
        (SUSPENDED, "revises"),
    ]


def test_a_source_is_a_use_of_its_publisher_and_of_its_carrier(dataset: Dataset) -> None:
    carried = dataset.uses["copyfarm"]
    assert [(use.record.id, use.cited.key, use.cited.standing) for use in carried] == [(DRAFTS, "copyfarm", "low")]
    assert carried[0].cited in [use.cited for use in dataset.uses["tass"]]


def test_sources_are_numbered_as_the_record_lists_them(dataset: Dataset) -> None:
    cited = dataset.cited(dataset.events[DRAFTS].sources)
    assert [(one.number, one.key, one.publisher.id) for one in cited] == [
        (1, "charap-radchenko-2024", "hurriyet"),
        (2, "copyfarm", "tass"),
    ]


@pytest.mark.parametrize(
    ("target", "found"),
    [
        (TALKS, "events"),
        (f"events/{TALKS}", "events"),
        ("istanbul-communique", "documents"),
        ("united-nations", "actors"),
        ("publishers/united-nations", "publishers"),
        ("questions/was-anything-initialled", "questions"),
        ("nobody", None),
        ("actors/nobody", None),
        ("files/events", None),
        ("__class__/x", None),
    ],
)
def test_a_link_finds_its_record(dataset: Dataset, target: str, found: str | None) -> None:
    result = dataset.find(target)
    assert (result and (result[0], result[1].id)) == (found and (found, target.rpartition("/")[2]))


def test_key_events_are_the_first_storys_or_the_phases_own(dataset: Dataset, data: Path) -> None:
    assert dataset.key_events == {TALKS, SUSPENDED}
    (data / "stories/the-talks.yml").unlink()
    assert build(load.load(data, "data")).key_events == {TALKS}


def test_each_record_knows_its_file(dataset: Dataset) -> None:
    assert dataset.files["events", TALKS] == f"events/2022/{TALKS}.yml"
    assert dataset.files["publishers", "hurriyet"] == "publishers.yml"


def test_nothing_of_it_can_be_changed(dataset: Dataset) -> None:
    with pytest.raises(FrozenInstanceError):
        dataset.events = {}  # type: ignore[misc]
    with pytest.raises(TypeError):
        dataset.events[TALKS] = dataset.events[GRAIN]  # type: ignore[index]
    with pytest.raises(TypeError):
        dataset.by_topic["neutrality"] = ()  # type: ignore[index]
    with pytest.raises(ValidationError, match="frozen"):
        dataset.events[TALKS].title = "Another"
    assert isinstance(dataset.events[TALKS].actors, tuple)
