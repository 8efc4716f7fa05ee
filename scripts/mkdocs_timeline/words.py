"""Dates, numbers and lists in words, as pages show them. English only; nothing here knows a locale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from html import escape

from .edtf import Edtf, Point
from .models import Amount

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(when: date) -> str:
    """29 March 2022."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def short_day(when: date) -> str:
    """29 Mar 2022."""
    return f"{when.day} {_SHORT_MONTHS[when.month - 1]} {when.year}"


def _point(point: Point, *, month: bool = True, year: bool = True, short: bool = False) -> str:
    names = _SHORT_MONTHS if short else MONTHS
    parts = []
    if point.precision == "day":
        parts.append(str(point.first.day))
    if point.precision != "year" and month:
        parts.append(names[point.first.month - 1])
    if year or point.precision == "year":
        parts.append(str(point.first.year))
    about = ("c. " if short else "about ") if point.approximate else ""
    return about + " ".join(parts)


def _parts(when: Edtf, *, year: bool, short: bool) -> tuple[str, str, str]:
    """Words of the start, of the end (empty for a plain date), and what joins them."""
    begin, end = when.begin, when.end
    if not when.is_interval:
        return _point(begin, year=year, short=short), "", ""
    same_year = begin.first.year == end.first.year
    same_month = same_year and begin.first.month == end.first.month
    days = begin.precision == end.precision == "day"
    share_month = same_month and days and not end.approximate
    first = _point(begin, month=not share_month, year=(year or not same_year) and not same_year, short=short)
    return first, _point(end, year=year or not same_year, short=short), "–" if share_month else " – "


def date_words(when: Edtf, *, year: bool = True) -> str:
    """29 March 2022 · March 2022 · about 22 April 2022 · 28–30 March 2022 · 28 April – 14 May 2022."""
    first, last, dash = _parts(when, year=year, short=False)
    return first + dash + last


def full_date_words(when: Edtf) -> str:
    """As :func:`date_words`, with the day of the week where the day is known."""
    weekday = _DAYS[when.start.weekday()] + " " if when.is_exact_day else ""
    return weekday + date_words(when)


def short_date_words(when: Edtf, *, year: bool = False) -> str:
    """29 Mar · in Mar · c. 22 Apr · 28–30 Mar: for columns under a heading that has the year."""
    if not year and not when.is_interval and when.begin.precision == "month" and not when.begin.approximate:
        return "in " + _SHORT_MONTHS[when.start.month - 1]
    first, last, dash = _parts(when, year=year, short=True)
    return first + dash + last


def time_html(when: Edtf, *, weekday: bool = True, short: bool = False) -> str:
    """The date as HTML: each end in a ``<time>`` with its machine form."""
    first, last, dash = _parts(when, year=True, short=short)
    if weekday and when.is_exact_day:
        first = f"{_DAYS[when.start.weekday()]} {first}"
    html = f'<time datetime="{_datetime(when.begin)}">{escape(first)}</time>'
    return html + (f'{dash}<time datetime="{_datetime(when.end)}">{escape(last)}</time>' if last else "")


def _datetime(point: Point) -> str:
    return point.first.isoformat()[: {"year": 4, "month": 7, "day": 10}[point.precision]]


def uncertainty(when: Edtf) -> str:
    """What is not known about the date, in a sentence; empty where everything is."""
    if not when.is_interval:
        if when.begin.approximate:
            return "The sources give the date only roughly."
        return {
            "year": "The year is known, the month is not.",
            "month": "The month is known, the day is not.",
            "day": "",
        }[when.begin.precision]
    unsure = [name for name, point in (("beginning", when.begin), ("end", when.end)) if not point.exact]
    if len(unsure) == 2:
        return "Neither beginning nor end is known to the day."
    return f"The {unsure[0]} is not known to the day." if unsure else ""


def number(value: float) -> str:
    """A number with its thousands parted: 1,029 · 2.5."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def amount(value: Amount | str) -> str:
    """A figure's value in words: about 340 · 10–20 · as written."""
    value = Amount(value)
    bounds = value.bounds
    if bounds is None:
        return str(value)
    low, high = bounds
    words = number(low) if low == high else f"{number(low)}–{number(high)}"
    return "about " + words if value.is_approximate else words


def listed(items: Sequence[str]) -> str:
    """A, B and C."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1] if items else ""


def count(number_of: int, singular: str, plural: str = "") -> str:
    """1 source · 7 sources."""
    return f"{number_of:,} {singular if number_of == 1 else plural or singular + 's'}"


def anchor(prefix: str, heading: str) -> str:
    """The id of a part that is named by contributed text; the prefix keeps it apart from the page's own ids."""
    return "-".join([prefix, *re.findall("[a-z0-9]+", heading.casefold())])


def capital(text: str) -> str:
    """The text with a capital first letter; the others as they are."""
    return text[:1].upper() + text[1:]
