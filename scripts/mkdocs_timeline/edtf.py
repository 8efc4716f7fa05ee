"""Dates as the record writes them: the subset of EDTF (ISO 8601-2:2019, levels 0 and 1) that design.md names.

``2022-03-29`` ``2022-03`` ``2022``, each with an optional trailing ``~`` (approximate),
and intervals ``a/b`` of two of these.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Precision = Literal["year", "month", "day"]

_LONGEST = 40
"""Room for a date that is written wrongly, so that the message can show it whole."""

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)


class EdtfError(ValueError):
    """The text is no date of the subset; the message says what to write instead, ``code`` which finding it is."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Point:
    """A day, a month or a year, perhaps approximate."""

    first: date
    last: date
    precision: Precision
    approximate: bool

    @property
    def exact(self) -> bool:
        return self.precision == "day" and not self.approximate


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval; ``begin`` and ``end`` are the same point for a plain date."""

    text: str
    begin: Point
    end: Point

    @property
    def start(self) -> date:
        """The earliest day that the text allows, approximation aside."""
        return self.begin.first

    @property
    def stop(self) -> date:
        """The latest day that the text allows, approximation aside."""
        return self.end.last

    @property
    def is_interval(self) -> bool:
        return "/" in self.text

    @property
    def is_exact_day(self) -> bool:
        return not self.is_interval and self.begin.exact

    @property
    def order(self) -> tuple[date, date]:
        """Sorting key: start, then end (design.md, "Fixed points")."""
        return self.start, self.stop

    def overlaps(self, other: Edtf) -> bool:
        return self.start <= other.stop and other.start <= self.stop

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """Read one date.

    Raises:
        EdtfError: when the text is not of the subset, names a day that does not exist,
            or ends before it starts.
    """
    if len(text) > _LONGEST:
        raise EdtfError(
            "D401", f"'{text[:_LONGEST]}…' is longer than any date: write 2022-03-29, or start/end for a span"
        )
    parts = text.split("/")
    if len(parts) == 1:
        point = _point(text)
        return Edtf(text, point, point)
    if len(parts) != 2:
        raise EdtfError(
            "D401", f"'{text}' has more than one '/': an interval is written start/end, such as 2022-03-28/2022-03-30"
        )
    begin, end = (_point(part) for part in parts)
    if begin.first > end.last:
        raise EdtfError("D403", f"'{text}' ends before it starts: write {parts[1]}/{parts[0]} if the two are swapped")
    return Edtf(text, begin, end)


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise EdtfError(
            "D401",
            f"'{text}' is not a date the record knows: write 2022-03-29, 2022-03 or 2022, with ~ after it for 'about', and start/end for a span",
        )
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if year in (0, 9999):  # neither has a day before and after it, as calendars and charts need
        raise EdtfError("D402", f"'{text}' names the year {match[1]}")
    if match[2] and not 1 <= month <= 12:
        raise EdtfError("D402", f"'{text}' names month {match[2]}: months go from 01 to 12")
    if match[3]:
        days = monthrange(year, month)[1]
        if not 1 <= day <= days:
            raise EdtfError("D402", f"'{text}' is a day that does not exist: {match[1]}-{match[2]} has {days} days")
    approximate = bool(match[4])
    if day:
        return Point(date(year, month, day), date(year, month, day), "day", approximate)
    if month:
        return Point(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", approximate)
    return Point(date(year, 1, 1), date(year, 12, 31), "year", approximate)
