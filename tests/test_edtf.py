"""Dates: the subset of EDTF, its bounds, its refusals; the library `edtf` as oracle."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_timeline.edtf import EdtfError, parse


@pytest.mark.parametrize(
    ("text", "start", "stop"),
    [
        ("2022-03-29", "2022-03-29", "2022-03-29"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-04-22~", "2022-04-22", "2022-04-22"),
        ("2022-03-28/2022-03-30", "2022-03-28", "2022-03-30"),
        ("2022-03/2022-05", "2022-03-01", "2022-05-31"),
        ("2022-03-20/2022-03", "2022-03-20", "2022-03-31"),
        ("2022-08~/2022-12-27", "2022-08-01", "2022-12-27"),
    ],
)
def test_bounds_are_those_of_what_the_text_allows(text: str, start: str, stop: str) -> None:
    found = parse(text)
    assert (found.start.isoformat(), found.stop.isoformat()) == (start, stop)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "D401"),
        ("29.03.2022", "D401"),
        ("2022-3-9", "D401"),
        ("2022-03-29?", "D401"),
        ("2022-03-29T10:00", "D401"),
        ("~2022", "D401"),
        ("../2022", "D401"),
        ("2022/2023/2024", "D401"),
        ("٢٠٢٢", "D401"),
        ("2022-00", "D402"),
        ("2022-13", "D402"),
        ("2022-02-29", "D402"),
        ("0000", "D402"),
        ("2022-05-17/2022-05-03", "D403"),
        ("2023/2022", "D403"),
    ],
)
def test_anything_else_is_refused_with_its_code(text: str, code: str) -> None:
    with pytest.raises(EdtfError) as refused:
        parse(text)
    assert refused.value.code == code


points = st.dates(date(1800, 1, 1), date(2100, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]]).flatmap(
        lambda text: st.sampled_from([text, text + "~"])
    )
)


@given(points)
def test_bounds_agree_with_the_library(text: str) -> None:
    found, expected = parse(text), oracle.parse_edtf(text)
    assert found.start == date(*expected.lower_strict()[:3])
    assert found.stop == date(*expected.upper_strict()[:3])


@given(st.text(max_size=30))
def test_no_text_does_anything_but_parse_or_be_refused(text: str) -> None:
    with suppress(EdtfError):
        assert parse(text).start <= parse(text).stop
