"""Dates and numbers in words."""

from __future__ import annotations

import pytest

from mkdocs_timeline import words
from mkdocs_timeline.edtf import parse


@pytest.mark.parametrize(
    ("text", "full", "short", "uncertainty"),
    [
        ("2022-03-29", "Tuesday 29 March 2022", "29 Mar", ""),
        ("2022-03", "March 2022", "in Mar", "The month is known, the day is not."),
        ("2022", "2022", "2022", "The year is known, the month is not."),
        ("2022-04-22~", "about 22 April 2022", "c. 22 Apr", "The sources give the date only roughly."),
        ("2022-03-28/2022-03-30", "28–30 March 2022", "28–30 Mar", ""),
        ("2022-04-28/2022-05-14", "28 April – 14 May 2022", "28 Apr – 14 May", ""),
        ("2021-12-30/2022-01-02", "30 December 2021 – 2 January 2022", "30 Dec 2021 – 2 Jan 2022", ""),
        (
            "2022-03-16/2022-03-20~",
            "16 March – about 20 March 2022",
            "16 Mar – c. 20 Mar",
            "The end is not known to the day.",
        ),
        ("2022-03/2022-05", "March – May 2022", "Mar – May", "Neither beginning nor end is known to the day."),
    ],
)
def test_dates(text: str, full: str, short: str, uncertainty: str) -> None:
    when = parse(text)
    assert (words.full_date_words(when), words.short_date_words(when), words.uncertainty(when)) == (
        full,
        short,
        uncertainty,
    )


def test_a_date_is_also_given_to_machines_at_its_own_precision() -> None:
    assert (
        words.time_html(parse("2022-03/2022-05-02"))
        == '<time datetime="2022-03">March</time> – <time datetime="2022-05-02">2 May 2022</time>'
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1029", "1,029"),
        ("340~", "about 340"),
        ("10/20", "10–20"),
        ("2.5", "2.5"),
        ("-3", "-3"),
        ("a dozen", "a dozen"),
        ("340 / 300", "340 / 300"),
    ],
)
def test_amounts(value: str, expected: str) -> None:
    assert words.amount(value) == expected
