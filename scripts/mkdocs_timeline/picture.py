"""The year in one picture: events a week, stacked by phase, with flags for landmarks. Geometry only; the template draws it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .dataset import Dataset
from .edtf import Edtf
from .models import Band, Event
from .words import MONTHS

LETTER = 5.9
"""Mean width of a letter of the flags, in the picture's units (px at full size)."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Events of one phase in one week."""

    x: float
    y: float
    width: float
    height: float
    phase: int


@dataclass(frozen=True, slots=True)
class Week:
    """A column of the picture: its first and last day, and its bars from the bottom."""

    first: date
    last: date
    count: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """The label of a landmark: where its leader stands, how high, and to which side the text hangs."""

    event: Event
    x: float
    row: int
    left: bool
    strong: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """A phase of the fighting, with how soft its ends are."""

    band: Band
    x: float
    width: float
    row: int
    soft_start: bool
    soft_end: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn, in px of a picture ``width`` wide whose bars stand on ``base``."""

    width: int
    top: float
    base: float
    height: float
    weeks: tuple[Week, ...]
    flags: tuple[Flag, ...]
    strips: tuple[Strip, ...]
    months: tuple[tuple[float, str], ...]
    scale: tuple[tuple[float, str], ...]

    def row_y(self, row: int) -> float:
        """Baseline of the text of a row of flags, counted from the bottom."""
        return self.top - 14 - 14 * row


def draw(
    dataset: Dataset, focus: Edtf, width: int, bar_height: int, labelled: Sequence[Event], *, with_battlefield: bool
) -> Picture:
    """The picture of the time ``focus`` for a page ``width`` px wide; ``labelled`` are the events that may get a flag."""
    first = focus.start - timedelta(days=focus.start.weekday())
    days = (focus.stop - focus.start).days + 1

    def x_of(day: date) -> float:
        return width * (day - focus.start).days / days

    events = [event for event in dataset.events.values() if focus.start <= event.date.start <= focus.stop]
    flags = place_flags(
        [(x_of(event.date.start) + 0.5 * width / days, event) for event in labelled if event in events],
        width,
        dataset.key_events,
    )
    rows = max((flag.row for flag in flags), default=-1) + 1
    top = 10.0 + 14 * rows + 6
    base = top + bar_height
    counts = {event.phase: dataset.phases[event.phase].order for event in events}
    per_week: dict[date, list[int]] = {}
    for event in events:
        monday = event.date.start - timedelta(days=event.date.start.weekday())
        per_week.setdefault(monday, []).append(counts[event.phase])
    most = max((len(phases) for phases in per_week.values()), default=1)
    unit = bar_height / most
    weeks = []
    for index in range((focus.stop - first).days // 7 + 1):
        monday = first + timedelta(days=7 * index)
        weeks.append(_week(monday, sorted(per_week.get(monday, [])), x_of, base, unit, width))
    months = (
        tuple((x_of(date(focus.start.year, month, 1)), MONTHS[month - 1]) for month in range(1, 13))
        if days > 300
        else ()
    )
    strips = _strips(dataset.battlefield.values(), focus, x_of) if with_battlefield else ()
    step = next(step for step in (5, 10, 20, 50, 100, 1000) if most <= 3.5 * step)
    scale = tuple((base - unit * value, str(value)) for value in range(step, most + 1, step))
    height = base + 20 + (16 * (1 + max(strip.row for strip in strips)) + 4 if strips else 0)
    return Picture(width, top, base, height, tuple(weeks), flags, strips, months, scale)


def _week(monday: date, phases: list[int], x_of, base: float, unit: float, width: int) -> Week:  # type: ignore[no-untyped-def]
    sunday = monday + timedelta(days=6)
    left, right = max(0.0, x_of(monday)), min(float(width), x_of(sunday + timedelta(days=1)))
    bars, y = [], base
    for phase in dict.fromkeys(phases):
        height = unit * phases.count(phase)
        y -= height
        bars.append(Bar(left + 0.5, y, max(right - left - 1, 0.5), max(height - 0.7, 0.5), phase))
    return Week(monday, sunday, len(phases), tuple(bars))


def place_flags(
    marks: Iterable[tuple[float, Event]], width: float, first: Container[str] = (), rows: int = 5
) -> tuple[Flag, ...]:
    """Flags for as many of the marks as find room, no text on text and no leader through text; those in ``first`` choose.

    In a crowd the early ones hang left, each lower than the next, the late ones right, each lower than the one before:
    then no leader crosses a text. Every split of a crowd is tried; what finds no row is left out, minor first.
    """
    rank = {"landmark": 0, "major": 1, "minor": 2}
    chosen: list[tuple[float, Event]] = []
    best: tuple[Flag, ...] = ()
    for mark in sorted(marks, key=lambda mark: (mark[1].id not in first, rank[mark[1].importance], mark[0])):
        trial = sorted([*chosen, mark], key=lambda mark: mark[0])
        if placed := _arrange(trial, width, rows):
            chosen, best = trial, placed
    return best


def _arrange(marks: list[tuple[float, Event]], width: float, rows: int) -> tuple[Flag, ...] | None:
    """Rows for all marks, crowd by crowd, or None where they don't fit."""
    flags: list[Flag] = []
    for crowd in _crowds(marks):
        options = (_split(crowd, cut, width, rows, flags) for cut in range(len(crowd) + 1))
        fitting = [option for option in options if option is not None]
        if not fitting:
            return None
        flags += min(fitting, key=lambda option: (max(flag.row for flag in option), sum(flag.left for flag in option)))
    return tuple(flags)


def _crowds(marks: list[tuple[float, Event]]) -> list[list[tuple[float, Event]]]:
    """Runs of marks whose texts could meet."""
    groups: list[list[tuple[float, Event]]] = []
    for mark in marks:
        reach = max((_length(event) for _, event in groups[-1]), default=0) if groups else 0
        if groups and mark[0] - groups[-1][-1][0] < max(reach, _length(mark[1])) + 8:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _length(event: Event) -> float:
    return LETTER * len(event.label or event.title) + 8


def _split(
    crowd: list[tuple[float, Event]], cut: int, width: float, rows: int, others: list[Flag]
) -> list[Flag] | None:
    placed: list[Flag] = []
    sides = [(x, event, True) for x, event in crowd[:cut]] + [(x, event, False) for x, event in reversed(crowd[cut:])]
    for x, event, left in sides:
        start, end = (x - _length(event), x) if left else (x, x + _length(event))
        if start < 0 or end > width:
            return None
        row = next((row for row in range(rows) if _is_free(start, end, x, row, [*others, *placed])), None)
        if row is None:
            return None
        placed.append(Flag(event, x, row, left, event.importance == "landmark"))
    return placed


def _is_free(start: float, end: float, x: float, row: int, flags: list[Flag]) -> bool:
    for other in flags:
        other_start, other_end = (
            (other.x - _length(other.event), other.x) if other.left else (other.x, other.x + _length(other.event))
        )
        if row == other.row and start < other_end + 4 and other_start < end + 4:
            return False
        if other.row > row and start - 3 < other.x < end + 3:
            return False
        if row > other.row and other_start - 3 < x < other_end + 3:
            return False
    return True


def _strips(bands: Iterable[Band], focus: Edtf, x_of) -> tuple[Strip, ...]:  # type: ignore[no-untyped-def]
    strips: list[Strip] = []
    ends: list[float] = []
    for band in sorted(bands, key=lambda band: band.period.order):
        if not band.period.overlaps(focus):
            continue
        x = x_of(max(band.period.start, focus.start))
        end = x_of(min(band.period.stop, focus.stop) + timedelta(days=1))
        row = next((row for row, taken in enumerate(ends) if taken + 4 < x), len(ends))
        ends[row : row + 1] = [end]
        strips.append(Strip(band, x, end - x, row, not band.period.begin.exact, not band.period.end.exact))
    return tuple(strips)
