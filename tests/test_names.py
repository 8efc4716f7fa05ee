"""What the search finds a page by, besides its title."""

from __future__ import annotations

import pytest

from mkdocs_timeline import edtf
from mkdocs_timeline.pages.names import numbers_of_date, other_names, unaccented


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Türkiye", "Turkiye"), ("Çavuşoğlu", "Cavusoglu"), ("Kalın", "Kalin"), ("Køge, Łódź", "Koge, Lodz"), ("Kyiv", "Kyiv")],
)  # fmt: skip
def test_latin_letters_lose_their_accents(written: str, typed: str) -> None:
    assert unaccented(written) == typed


@pytest.mark.parametrize("name", ["Київ", "Мединський", "Аляксандр", "ё"])
def test_a_mark_that_makes_another_letter_stays(name: str) -> None:
    assert unaccented(name) == name


def test_each_name_counts_once_and_the_title_not_at_all() -> None:
    assert other_names("Kyiv", ["Київ", "Kiev", "", "Kyiv", "Kiev"]) == ["Київ", "Kiev"]


def test_accented_words_follow_as_they_are_typed() -> None:
    assert other_names("Erdoğan opens the talks", ["Türkiye"]) == ["Türkiye", "Erdogan", "Turkiye"]


@pytest.mark.parametrize(
    ("date", "numbers"),
    [("2022-03-29", "2022-03-29"), ("2022-03", "2022-03"), ("2022-04-22~", "2022-04-22"), ("2022-04-29/2022-05-03", "2022-04-29")],
)  # fmt: skip
def test_a_date_is_asked_for_by_the_numbers_of_its_beginning(date: str, numbers: str) -> None:
    assert numbers_of_date(edtf.parse(date)) == numbers
