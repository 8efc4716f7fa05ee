"""The year in one picture: every event is in it, every link leads somewhere, no label lies on another."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

from mkdocs_timeline import edtf, picture, tree
from mkdocs_timeline.dataset import Dataset
from mkdocs_timeline.pages import Context, home
from mkdocs_timeline.picture import LETTER, Flag, Picture

from . import synthetic
from .conftest import RECORD

YEAR = edtf.parse("2022")
SIZES = {"wide": (1160, 130), "narrow": (328, 90)}

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A crowded year."""
    folder = tmp_path_factory.mktemp("large") / "data"
    synthetic.write(folder, 400)
    return tree.dataset_of(folder, "data")[0]


@pytest.fixture(scope="module", params=SIZES)
def crowded(large: Dataset, request: pytest.FixtureRequest) -> Picture:
    """The crowded year, where everything that has a label asks for a flag."""
    width, height = SIZES[request.param]
    labelled = [event for event in large.events.values() if event.label]
    return picture.draw(large, YEAR, width, height, labelled, with_battlefield=True)


def text_box(draw: Picture, flag: Flag) -> Box:
    """Where the flag's text lies, as the template puts it: 4 px from its leader, on the baseline of its row."""
    length = LETTER * len(flag.event.label)
    baseline = draw.row_y(flag.row)
    left = flag.x - 4 - length if flag.left else flag.x + 4
    return left, baseline - 10, left + length, baseline + 3


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_no_label_lies_on_another(crowded: Picture) -> None:
    boxes = [text_box(crowded, flag) for flag in crowded.flags]
    assert [pair for pair in combinations(boxes, 2) if meet(*pair)] == []
    assert len(boxes) > 3


def test_no_leader_runs_through_a_label(crowded: Picture) -> None:
    crossed = [
        (flag.event.label, other.event.label)
        for flag in crowded.flags
        for other in crowded.flags
        if flag is not other
        and meet((flag.x, crowded.row_y(flag.row) - 10, flag.x, crowded.base), text_box(crowded, other))
    ]
    assert crossed == []


def test_every_label_is_inside_the_picture(crowded: Picture) -> None:
    boxes = [text_box(crowded, flag) for flag in crowded.flags]
    assert [box for box in boxes if box[0] < 0 or box[2] > crowded.width or box[1] < 0] == []


def test_key_events_choose_their_place_before_landmarks_and_these_before_others(large: Dataset) -> None:
    labelled = [event for event in large.events.values() if event.label]
    crowd = [(150 + 0.1 * number, event) for number, event in enumerate(labelled)]
    first = picture.place_flags(crowd, 300)
    left_out = next(
        event for event in labelled if event.importance == "major" and event not in [flag.event for flag in first]
    )
    assert {flag.event.importance for flag in first} == {"landmark"}
    assert left_out in [flag.event for flag in picture.place_flags(crowd, 300, {left_out.id})]


def test_every_event_of_the_year_is_in_its_week(crowded: Picture, large: Dataset) -> None:
    starts = [event.date.start for event in large.events.values()]
    for week in crowded.weeks:
        assert week.last - week.first == timedelta(days=6)
        assert week.count == sum(week.first <= day <= week.last for day in starts)
    assert sum(week.count for week in crowded.weeks) == len(starts)
    assert [week.first.weekday() for week in crowded.weeks] == [0] * len(crowded.weeks)


def test_bars_stand_on_each_other_by_phase_and_as_high_as_they_count(crowded: Picture) -> None:
    most = max(week.count for week in crowded.weeks)
    unit = (crowded.base - crowded.top) / most
    for week in crowded.weeks:
        assert [bar.phase for bar in week.bars] == sorted({bar.phase for bar in week.bars})
        if week.bars:
            assert week.bars[-1].y == pytest.approx(crowded.base - unit * week.count)
        for below, above in zip(week.bars, week.bars[1:], strict=False):
            assert above.y + above.height < below.y


@pytest.mark.parametrize(("focus", "counted"), [("2022", 4), ("2022-04", 1), ("2021", 0), ("2022-05-17/2022-07-22", 2)])
def test_only_the_time_in_view_is_drawn(dataset: Dataset, focus: str, counted: int) -> None:
    labelled = list(dataset.events.values())
    drawn = picture.draw(dataset, edtf.parse(focus), 1160, 130, labelled, with_battlefield=True)
    assert sum(week.count for week in drawn.weeks) == counted
    assert len(drawn.flags) == counted


def test_the_fighting_is_drawn_to_its_days(dataset: Dataset) -> None:
    drawn = picture.draw(dataset, YEAR, 365, 130, [], with_battlefield=True)
    (strip,) = drawn.strips
    days = [date(2022, 2, 24), date(2022, 5, 20)]
    assert (strip.x, strip.x + strip.width) == ((days[0] - YEAR.start).days, (days[1] - YEAR.start).days + 1)
    assert (strip.soft_start, strip.soft_end) == (False, False)
    assert picture.draw(dataset, edtf.parse("2021"), 365, 130, [], with_battlefield=True).strips == ()


# As the home page draws it


@pytest.fixture(scope="module")
def drawings(large: Dataset) -> list[ElementTree.Element]:
    (page,) = home.pages(Context(large, RECORD))
    return [ElementTree.fromstring(svg) for svg in re.findall(r"<svg class=\"picture.*?</svg>", page.text, re.DOTALL)]


def test_both_sizes_are_well_formed_and_named(drawings: list[ElementTree.Element]) -> None:
    assert [drawing.get("viewBox", "").split()[2] for drawing in drawings] == ["1160", "328"]
    assert all(drawing.get("role") and drawing.get("aria-label") for drawing in drawings)


def test_every_link_of_it_leads_to_an_event_or_a_week_of_the_timeline(
    drawings: list[ElementTree.Element], large: Dataset
) -> None:
    weeks = 0
    for drawing in drawings:
        for link in drawing.iter("a"):
            where = urlsplit(link.get("href", ""))
            if where.path.startswith("./events/"):
                assert where.path.split("/")[2] in large.events
            else:
                assert where.path == "./timeline/"
                state = {name: date.fromisoformat(value) for name, (value,) in parse_qs(where.query).items()}
                assert state["to"] - state["from"] == timedelta(days=6)
                weeks += 1
    assert weeks > 50


def test_each_week_says_how_many_events_it_has(drawings: list[ElementTree.Element], large: Dataset) -> None:
    for drawing in drawings:
        titles = [title.text or "" for title in drawing.iter("title")]
        assert sum(int(re.findall(r"(\d+) events?$", title)[0]) for title in titles) == len(large.events)


def test_without_a_time_to_show_there_is_no_picture(dataset: Dataset) -> None:
    (page,) = home.pages(Context(dataset, replace(RECORD, focus=None)))
    assert 'class="picture' not in page.text
